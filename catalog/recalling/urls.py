"""The address of a buyer's answer; its token stands in the letter."""

from django.urls import path

from catalog.recalling import views

urlpatterns = [path("called-back/<str:token>/", views.mine, name="recall-mine")]
