"""The page where the buyer of a cash order types the code that came by text message."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from catalog.orders import phonecodes
from catalog.orders.forms import PhoneCodeForm
from catalog.orders.phonecodes import Answer, PhoneCode
from catalog.orders.views import opened
from marketplace.people import fields

REFUSED = 422


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def phone(request: HttpRequest, number: str) -> HttpResponse:
    """Ask for the code; right or proved before, the order's own page says so."""
    placement, links = opened(request, number)
    row = _code(phonecodes.of(placement))
    if row.is_proved:
        return redirect(links("orders:detail"))
    form = PhoneCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answer = phonecodes.prove(number, form.cleaned_data["code"])
        if answer is Answer.RIGHT:
            messages.success(request, _("Thank you. The cooperatives can begin."))
            return redirect(links("orders:detail"))
        row.refresh_from_db()
        form.add_error("code", _words(answer))
    context = {
        "order": {"number": number, "url": links("orders:detail")},
        "form": form,
        "phone": fields.spoken(placement.phone),
        "again_url": links("orders:phone-again") if row.may_be_sent_again else None,
    }
    status = REFUSED if form.is_bound else 200
    return render(request, "shop/phone_code.html", context, status=status)


@never_cache
@require_POST
def again(request: HttpRequest, number: str) -> HttpResponse:
    """Send another code."""
    placement, links = opened(request, number)
    _code(phonecodes.of(placement))
    try:
        phonecodes.send_again(number)
    except phonecodes.TooSoon:
        messages.error(request, _("A code is on its way. Wait a minute before the next one."))
    else:
        messages.success(request, _("Another code is on its way; the one before is void."))
    return redirect(links("orders:phone"))


def _code(row: PhoneCode | None) -> PhoneCode:
    """The order's code; ``Http404`` where none was asked for."""
    if row is None:
        raise Http404
    return row


def _words(answer: Answer) -> str:
    if answer is Answer.WRONG:
        return _("That is not the code. Look at the latest message.")
    return _("Too many wrong codes. Have another one sent, or wait for the cooperative's call.")
