"""The basket of the request: found without writing, and only when somebody looks at it."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from oscar.apps.basket.middleware import BasketMiddleware as OscarBasketMiddleware
from oscar.apps.basket.models import Basket


class BasketMiddleware(OscarBasketMiddleware):
    """Oscar's, but reading a page never makes a basket, and no offers are counted.

    Prices here are the cooperatives' own; a discount would need its place in every seller's part
    before a basket may show one.
    """

    def get_basket(self, request: HttpRequest) -> Basket:
        """The open basket of the person or of the cookie; a new one that is not saved otherwise."""
        known: Any = request
        if known._basket_cache is None:  # noqa: SLF001 -- Oscar's own name
            known._basket_cache = self._found(request)  # noqa: SLF001 -- Oscar's own name
        return known._basket_cache  # noqa: SLF001 -- Oscar's own name

    def apply_offers_to_basket(self, request: HttpRequest, basket: Basket) -> None:
        """Nothing: this market has no offers that Oscar would know of."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Oscar's cookie, but never sent along from other sites' forms."""
        answered: HttpResponseBase = super().process_response(request, response)
        key = self.get_cookie_key(request)
        if key in answered.cookies and answered.cookies[key].value:
            answered.cookies[key]["samesite"] = "Lax"
        return answered

    def _found(self, request: HttpRequest) -> Basket:
        """Look for it."""
        cookie_key = self.get_cookie_key(request)
        from_cookie = self.get_cookie_basket(cookie_key, request, Basket.open)
        if not request.user.is_authenticated:
            return from_cookie or Basket()
        mine = list(Basket.open.filter(owner=request.user).order_by("pk"))
        if not mine and from_cookie is None:
            return Basket(owner=request.user)
        return self._joined(request, mine, from_cookie)

    def _joined(
        self, request: HttpRequest, mine: list[Basket], from_cookie: Basket | None
    ) -> Basket:
        """One basket of what the person has and what the browser brought before signing in."""
        if not mine:
            assert from_cookie is not None
            Basket.objects.filter(pk=from_cookie.pk, owner=None).update(owner=request.user)
            from_cookie.owner = request.user
            mine, others = [from_cookie], []
        else:
            others = [*mine[1:], *([from_cookie] if from_cookie else [])]
        for other in others:
            self.merge_baskets(mine[0], other)
        if from_cookie is not None:
            request.cookies_to_delete.append(  # type: ignore[attr-defined] # Oscar's list
                self.get_cookie_key(request)
            )
        mine[0].owner = request.user
        return mine[0]


def basket_of(request: HttpRequest) -> Basket:
    """The basket of a request; looking at it for the first time reads it."""
    return request.basket  # type: ignore[attr-defined] # set by the middleware
