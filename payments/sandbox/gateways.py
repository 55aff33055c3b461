"""The providers' payment pages: look at the order, end it in one of the ways it can end."""

from __future__ import annotations

from types import ModuleType

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from payments.sandbox import dice, faults, momo, orders, pages, telling, vnpay, zalopay
from payments.sandbox.forms import DiceForm, FaultsForm, ResultForm
from payments.sandbox.orders import Order

PROVIDERS: dict[str, ModuleType] = {"vnpay": vnpay, "momo": momo, "zalopay": zalopay}
FLIPS_AFTER_SECONDS = 3


@require_GET
def vnpay_page(request: HttpRequest) -> HttpResponse:
    """VNPAY's address carries the order itself."""
    try:
        order = vnpay.opened(request.META["QUERY_STRING"])
    except vnpay.Refused as error:
        return pages.page(request, "refused.html", error=str(error), status=400)
    return HttpResponseRedirect(f"/pay/{order.key}{pages.language_of(request)}")


@require_http_methods(["GET", "POST"])
def pay(request: HttpRequest, key: str) -> HttpResponse:
    """Show an order; end it, tell the market, and lead the payer back."""
    order = orders.of_key(key)
    if order is None:
        raise Http404
    if order.provider == "card":
        return pages.page(request, "gateway.html", order=order, name="Stripe", is_card=True)
    form = ResultForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and not order.result:
        result = "too_late" if order.is_over else form.cleaned_data["result"]
        end(order, result, form.cleaned_data["how"], form.cleaned_data["delay"])
        return HttpResponseRedirect(PROVIDERS[order.provider].way_back(order, result))
    name = PROVIDERS[order.provider].NAME
    status = 400 if form.errors else 200
    return pages.page(request, "gateway.html", order=order, name=name, form=form, status=status)


def end(order: Order, result: str, how: str, delay: int) -> None:
    """End an order and tell the market: as it should be, or with what goes wrong on purpose."""
    order.result = result
    how, delay = dice.fall(how, delay, dice.GATEWAYS)
    if how == "never":
        return
    if how == "reversed":  # refused at first, then paid; told of the other way round
        _tell(order, result, "")
        telling.later(FLIPS_AFTER_SECONDS, lambda: _tell(order, "no_money", ""))
        return
    if how == "flips":  # refused at first, paid after all
        _tell(order, "no_money", "")
        telling.later(FLIPS_AFTER_SECONDS, lambda: _tell(order, result, ""))
        return
    twist = how if how in ("forged", "other_sum", "skewed") else ""
    if delay:
        telling.later(delay, lambda: _tell(order, result, twist))
        return
    _tell(order, result, twist)
    if how == "twice":
        _tell(order, result, twist)


def _tell(order: Order, result: str, twist: str) -> None:
    provider = PROVIDERS[order.provider]

    def once() -> bool:
        message = provider.message(order, result, twist)
        if message is None:
            return True
        answer = telling.send(message)
        order.answers.append(answer)
        return bool(provider.is_taken(answer))

    telling.deliver(once)


@require_http_methods(["GET", "POST"])
def switches(request: HttpRequest) -> HttpResponse:
    """Choose what goes wrong with the next call of the market to a provider."""
    form = FaultsForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        faults.switch(form.cleaned_data["provider"], form.cleaned_data["kind"])
        return HttpResponseRedirect(f"/faults{pages.language_of(request)}")
    switched, often = sorted(faults.switched().items()), dice.often()
    return pages.page(
        request, "faults.html", form=form, dice=DiceForm(), switched=switched, often=often
    )


@require_POST
def throw(request: HttpRequest) -> HttpResponse:
    """Let the dice decide what goes wrong with messages from now on."""
    form = DiceForm(request.POST)
    if not form.is_valid():
        now = dice.often()
        return pages.page(
            request, "faults.html", form=FaultsForm(), dice=form, often=now, status=400
        )
    dice.throw(form.cleaned_data["seed"], form.cleaned_data["often"])
    return HttpResponseRedirect(f"/faults{pages.language_of(request)}")
