"""Addresses for buyers whom cooperatives remember."""

from django.urls import path

from catalog.customers import views

app_name = "customers"
urlpatterns = [
    path("o/<slug:number>/forget/<slug:part>", views.forget, name="forget"),
    path("account/cooperatives/", views.mine, name="mine"),
    path("account/cooperatives/<int:customer_id>/forget", views.forget_mine, name="forget-mine"),
]
