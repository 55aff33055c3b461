"""Addresses of plots, growers, growing areas and houses, below /sell/."""

from django.urls import path

from marketplace.workspace.growing import pages, plots

urlpatterns = [
    path("plots/", plots.plots, name="sell-plots"),
    path("plots/new/", plots.new, name="sell-plot-new"),
    path("plots/<int:plot_id>/", plots.plot, name="sell-plot"),
    path("plots/<int:plot_id>/change/", plots.change, name="sell-plot-change"),
    path("growers/", pages.growers, name="sell-growers"),
    path("growers/<int:grower_id>/", pages.grower, name="sell-grower"),
    path("growers/<int:grower_id>/consent/", pages.consent, name="sell-grower-consent"),
    path("areas/", pages.areas, name="sell-areas"),
    path("areas/<int:area_id>/", pages.area, name="sell-area"),
    path("houses/", pages.houses, name="sell-houses"),
    path("houses/<int:house_id>/", pages.house, name="sell-house"),
]
