"""Addresses of the shelf's pages: public and printed, they do not move."""

from django.urls import path, re_path

from catalog.browse import views

urlpatterns = [
    path("shop/", views.shop, name="shop"),
    re_path(r"^shop/(?P<path>[a-z0-9-]+(?:/[a-z0-9-]+)*)/$", views.category, name="category"),
    path("search", views.search, name="search"),
    re_path(r"^p/(?P<slug>[-a-z0-9]{0,160})-(?P<key>[0-9]{1,60})$", views.product, name="product"),
]
