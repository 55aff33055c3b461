"""The staff's pages below /desk/."""

from django.urls import path

from marketplace.desk import (
    at,
    audit,
    cooperatives,
    deadletters,
    home,
    listings,
    live,
    pages,
    talks,
    teams,
    unanswered,
)

urlpatterns = [
    path("", home.home, name="desk-home"),
    path("at/", at.at, name="desk-at"),
    path("listings/", listings.queue, name="desk-listings"),
    path("changes/<int:change_id>/", listings.change, name="desk-change"),
    path("cooperatives/", cooperatives.cooperatives, name="desk-cooperatives"),
    path(
        "cooperatives/<int:cooperative_id>/",
        cooperatives.cooperative,
        name="desk-cooperative",
    ),
    path(
        "cooperatives/<int:cooperative_id>/checks/",
        cooperatives.check,
        name="desk-check",
    ),
    path(
        "cooperatives/<int:cooperative_id>/certificates/",
        cooperatives.certificate,
        name="desk-certificate",
    ),
    path("messages/", talks.reported, name="desk-talks"),
    path("messages/<int:conversation_id>/", talks.talk, name="desk-talk"),
    path("messages/<int:conversation_id>/settle/", talks.settle, name="desk-talk-settle"),
    path("unanswered/", unanswered.orders, name="desk-unanswered"),
    path("letters/", deadletters.listed, name="desk-letters"),
    path("letters/<int:message_id>/retry/", deadletters.retry, name="desk-letter-retry"),
    path("letters/<str:topic>/retry/", deadletters.retry_all, name="desk-letters-retry"),
    path("pages/", pages.pages, name="desk-pages"),
    path("pages/<int:state_id>/", pages.page, name="desk-page"),
    path("pages/<int:state_id>/preview/", pages.preview, name="desk-page-preview"),
    path("live/", live.lives, name="desk-lives"),
    path("live/<int:session_id>/", live.session, name="desk-live"),
    path("live/<int:session_id>/finish/", live.finish, name="desk-live-finish"),
    path("live/hosts/<int:host_id>/check/", live.check, name="desk-live-check"),
    path("live/complaints/<int:report_id>/", live.report, name="desk-live-report"),
    path("audit/", audit.entries, name="desk-audit"),
    path("audit/export/", audit.export, name="desk-audit-export"),
    path("consents/", teams.given, name="desk-consents"),
    path("teams/appoint/", teams.appoint, name="desk-team-appoint"),
    path("teams/<int:member_id>/end/", teams.dismiss, name="desk-team-dismiss"),
    path("papers/<slug:token>/", cooperatives.paper, name="desk-paper"),
]
