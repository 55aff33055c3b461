"""A buyer's side of a conversation: asking about goods, writing about an order, reading answers."""

from typing import Any

from allauth.core.internal import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from catalog.listings.models import Listing
from catalog.messages import pages, queries, writing
from catalog.messages.forms import GuestForm, MessageForm, ReportForm
from catalog.messages.models import Conversation, Message
from catalog.orders import queries as orders
from marketplace.people import limits
from marketplace.people.models import User
from marketplace.records import letters

REFUSED = 422
PER_PAGE = 20
# Whole communes share one address; one person or conversation does not write twenty times an hour.
LIMITS = {"say": "120/m/ip,20/h/key"}
BUYER = Message.Side.BUYER


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, listing_id: int) -> HttpResponse:
    """Ask a cooperative about goods on sale."""
    listing = _on_sale(listing_id)
    form = _form(request)
    if request.method == "POST" and form.is_valid():
        asker = _asker(request, form)
        if _too_often(request, asker.address):
            return limits.too_many(request)
        facts = form.cleaned_data
        talk = writing.ask(listing.pk, facts["text"], asker=asker, key=facts["key"])
        _sent(request, facts["text"])
        return redirect("messages:talk", talk.token)
    context = {"listing": listing, "title": pages_title(listing), "form": form}
    status = REFUSED if form.errors else None
    return render(request, "shop/ask.html", context, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def talk(request: HttpRequest, token: str) -> HttpResponse:
    """Read a conversation and go on with it; its token, or being the one who asked, opens it."""
    found = _open(token)
    form = MessageForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answer = _say(request, found, form)
        return answer or redirect("messages:talk", token)
    if request.method == "GET":
        writing.read(found, BUYER)
    return _page(request, found, form)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def about_order(request: HttpRequest, number: str, part: str) -> HttpResponse:
    """Write to a cooperative about its parcel: opened by the order's token or its owner."""
    token = request.GET.get("token", "")[:64]
    placement = orders.placement(number, token=token, user=request.user)
    if placement is None:
        raise Http404
    own = next((one for one in orders.parts(placement.order) if one.number == part), None)
    if own is None:
        raise Http404
    found = Conversation.objects.filter(seller_order=own).first()
    if found is not None and request.method != "POST":
        return redirect("messages:talk", found.token)
    form = MessageForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        found = writing.about_order(own, placement)
        answer = _say(request, found, form)
        return answer or redirect("messages:talk", found.token)
    context = {"title": own.number, "cooperative": own.cooperative, "form": form}
    status = REFUSED if form.errors else None
    return render(request, "shop/ask.html", context, status=status)


@never_cache
@require_POST
def report(request: HttpRequest, token: str) -> HttpResponse:
    """Let the department read the conversation."""
    found = _open(token)
    form = ReportForm(request.POST)
    if not form.is_valid():
        return _page(request, found, MessageForm(), report_form=form)
    writing.report(found.pk, form.cleaned_data["why"], by=_by(request), side=BUYER)
    messages.success(request, _("The department reads this conversation and looks after it."))
    return redirect("messages:talk", token)


@never_cache
@require_safe
@login_required
def mine(request: HttpRequest) -> HttpResponse:
    """List one's own conversations, the latest first."""
    assert isinstance(request.user, User)
    page = Paginator(queries.of_buyer(request.user), PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "rows": [pages.row(one) for one in page]}
    return render(request, "shop/talks.html", context)


def pages_title(listing: Listing) -> str:
    """The Vietnamese title of goods."""
    return listing.product.title if listing.product else listing.slug


def _page(
    request: HttpRequest,
    found: Conversation,
    form: MessageForm,
    report_form: ReportForm | None = None,
) -> HttpResponse:
    """The conversation as its buyer sees it."""
    mistaken = form.errors or (report_form is not None and report_form.errors)
    context: dict[str, Any] = {
        "talk": found,
        "about": pages.about(found),
        "said": pages.said(queries.said(found), side=BUYER),
        "form": form,
        "report_form": report_form or ReportForm(),
        "reported": bool(found.reported_at and not found.settled_at),
    }
    return render(request, "shop/talk.html", context, status=REFUSED if mistaken else 200)


def _say(request: HttpRequest, found: Conversation, form: MessageForm) -> HttpResponse | None:
    """Send a message; an answer only where that was too often."""
    if _too_often(request, found.token):
        return limits.too_many(request)
    facts = form.cleaned_data
    try:
        writing.say(found.pk, facts["text"], side=BUYER, by=_by(request), key=facts["key"])
    except writing.TooMany:
        return limits.too_many(request)
    _sent(request, facts["text"])
    return None


def _sent(request: HttpRequest, text: str) -> None:
    """Say that it is on its way, and warn of what it tells."""
    messages.success(request, _("Sent. The cooperative's answer comes by message."))
    if writing.holds_contact(text):
        messages.warning(
            request,
            _(
                "There is a phone number, an address or a link in it. Pay through the market only: "
                "what was agreed elsewhere the market cannot protect."
            ),
        )


def _too_often(request: HttpRequest, key: str) -> bool:
    """Whether this person or conversation has written too often."""
    return not ratelimit.consume(request, app="messages", action="say", config=LIMITS, key=key)


def _on_sale(listing_id: int) -> Listing:
    """Goods on sale with their cooperative; ``Http404`` for others."""
    found = Listing.objects.filter(
        pk=listing_id, state=Listing.State.PUBLISHED, cooperative__state="verified"
    )
    listing = found.select_related("cooperative", "product").first()
    if listing is None:
        raise Http404
    return listing


def _open(token: str) -> Conversation:
    """The conversation of this token; ``Http404`` when there is none."""
    found = queries.by_token(token[:64])
    if found is None:
        raise Http404
    return found


def _form(request: HttpRequest) -> MessageForm:
    """What to fill in: who is signed in need not say who and where."""
    kind = MessageForm if _reached(request) else GuestForm
    return kind(request.POST or None)


def _reached(request: HttpRequest) -> str:
    """The address of whoever is signed in, or nothing."""
    return letters.address(request.user) if isinstance(request.user, User) else ""


def _asker(request: HttpRequest, form: MessageForm) -> writing.Asker:
    """Who asks."""
    language, facts = get_language() or "vi", form.cleaned_data
    user = _by(request)
    if user is not None and _reached(request):
        return writing.Asker(user.display_name[:120], _reached(request), language, user)
    return writing.Asker(facts["name"], facts["address"], language, user)


def _by(request: HttpRequest) -> User | None:
    """Who does it, as far as known."""
    return request.user if isinstance(request.user, User) else None
