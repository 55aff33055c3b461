"""The page with the card form: the only one on which a script of somebody else may run."""

from urllib.parse import urlsplit

from csp.decorators import csp_update
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from catalog.orders import deposits, paypages
from catalog.orders.views import opened

# By Stripe's list of what its form needs; 3-D Secure pages of banks open in its own frames.
STRIPE = "https://*.stripe.com"


def _origin() -> str:
    """Where the form's script and frames come from."""
    parts = urlsplit(settings.STRIPE_JS_URL)
    return f"{parts.scheme}://{parts.netloc}"


def _sources() -> dict[str, list[str]]:
    """What this page may load beside our own."""
    return {
        "script-src": [_origin()],
        "frame-src": [_origin(), STRIPE],
        "connect-src": [_origin(), STRIPE],
    }


@never_cache
@require_safe
def card(request: HttpRequest, number: str) -> HttpResponseBase:
    """Show the provider's form for a card; the number typed there never passes through us."""
    return csp_update(_sources())(lambda asked: _card(asked, number))(request)


def _card(request: HttpRequest, number: str) -> HttpResponse:
    placement, links = opened(request, number)
    attempts = deposits.asked(placement)
    asked = paypages.current(placement, attempts) if attempts else None
    if asked is None or asked.state != "pending" or "client_secret" not in asked.show:
        return redirect(links("orders:pay"))
    return render(request, "shop/card.html", paypages.card(placement, asked, links))
