"""The style page, for whoever builds the next page."""

from django.urls import path

from marketplace.design import views

urlpatterns = [
    path("style/", views.style, name="style"),
    path("style/<slug:name>/", views.sample, name="style-sample"),
]
