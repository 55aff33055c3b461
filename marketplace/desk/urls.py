"""The staff's pages below /desk/."""

from django.urls import path

from marketplace.desk import cooperatives, home, listings

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
    path("papers/<slug:token>/", cooperatives.paper, name="desk-paper"),
]
