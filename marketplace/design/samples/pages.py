"""Every page that the style page can show: its name, its template, its invented context."""

from marketplace.design.samples import buying, goods, shop

PAGES: dict[str, tuple[str, goods.Sample]] = {
    "home": ("home/home.html", shop.HOME),
    "list": ("shop/list.html", shop.LIST),
    "search-nothing": ("shop/list.html", shop.SEARCH),
    "product": ("shop/product.html", goods.PRODUCT),
    "cooperative": ("shop/cooperative.html", shop.COOPERATIVE),
    "basket": ("shop/basket.html", buying.BASKET),
    "basket-empty": ("shop/basket.html", buying.EMPTY_BASKET),
    "checkout-start": ("shop/checkout.html", buying.CHECKOUT_START),
    "checkout": ("shop/checkout.html", buying.CHECKOUT),
    "payment": ("shop/payment.html", buying.PAYMENT),
    "payment-done": ("shop/payment.html", buying.payment_in("captured")),
    "payment-expired": ("shop/payment.html", buying.payment_in("expired")),
    "order": ("shop/order.html", buying.ORDER),
    "receipt": ("shop/receipt.html", buying.ORDER),
    "404": ("404.html", {}),
    "403": ("403.html", {}),
    "429": ("429.html", {}),
}
