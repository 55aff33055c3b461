"""Addresses of a cooperative's orders, below /sell/orders/."""

from django.urls import path

from marketplace.workspace import comebacks, day, orders, parcels, phoneorders

urlpatterns = [
    path("", orders.orders, name="sell-orders"),
    path("new/", phoneorders.new, name="sell-order-new"),
    path("accept/", day.accept, name="sell-orders-accept"),
    path("day/", day.plan, name="sell-orders-day"),
    path("day/labels.pdf", day.print_labels, name="sell-orders-labels"),
    path("day/slips/", day.slips, name="sell-orders-slips"),
    path("<slug:number>/", orders.order, name="sell-order"),
    path("<slug:number>/accept/", orders.accept, name="sell-order-accept"),
    path("<slug:number>/refuse/", orders.refuse, name="sell-order-refuse"),
    path("<slug:number>/pack/", parcels.pack, name="sell-order-pack"),
    path("<slug:number>/ship/", parcels.ship, name="sell-order-ship"),
    path("<slug:number>/deliver/", orders.deliver, name="sell-order-deliver"),
    path("<slug:number>/back/", comebacks.come_back, name="sell-order-back"),
    path("<slug:number>/labels.pdf", orders.print_labels, name="sell-order-labels"),
    path("<slug:number>/slip/", orders.slip, name="sell-order-slip"),
]
