"""The desk's figures, below /desk/."""

from django.urls import path

from marketplace.statistics import kpiviews, views

urlpatterns = [
    path("figures/", views.figures, name="desk-figures"),
    path("figures/file/<slug:kind>", views.figures_file, name="desk-figures-file"),
    path("figures/<slug:by>/", views.cut, name="desk-figures-by"),
    path("figures/<slug:by>/<slug:kind>", views.cut_file, name="desk-figures-by-file"),
    path("kpi/", kpiviews.page, name="desk-kpi"),
    path("kpi/<slug:kind>", kpiviews.file, name="desk-kpi-file"),
]
