"""The staff's pages below /desk/."""

from django.urls import path

from marketplace.desk import cooperatives, home, listings, talks, unanswered

urlpatterns = [
    path("", home.home, name="desk-home"),
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
    path("papers/<slug:token>/", cooperatives.paper, name="desk-paper"),
]
