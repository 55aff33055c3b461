"""Addresses of one lot, what is made of it, and pallets, below /sell/."""

from django.urls import path

from marketplace.workspace.making import lot, pallets

urlpatterns = [
    path("lots/<slug:code>/", lot.lot, name="sell-lot"),
    path("lots/<slug:code>/split/", lot.split, name="sell-lot-split"),
    path("lots/<slug:code>/merge/", lot.merge, name="sell-lot-merge"),
    path("lots/<slug:code>/process/", lot.process, name="sell-lot-process"),
    path("lots/<slug:code>/offer/", lot.offer, name="sell-lot-offer"),
    path("pallets/", pallets.pallets, name="sell-pallets"),
    path("pallets/<int:unit_id>/", pallets.pallet, name="sell-pallet"),
    path("pallets/<int:unit_id>/close/", pallets.close, name="sell-pallet-close"),
    path("pallets/<int:unit_id>/unload/", pallets.unload, name="sell-pallet-unload"),
    path("pallets/<int:unit_id>/labels/", pallets.labels, name="sell-pallet-labels"),
]
