"""The page where anybody reports a listing, and the page where the report is followed."""

from __future__ import annotations

from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from catalog.listings.models import Listing
from catalog.reports import reporting
from catalog.reports.forms import ReportForm
from catalog.reports.models import ListingReport
from marketplace.people import limits
from marketplace.people.models import User

REFUSED = 422
# Whole communes share one address; nobody has thirty things to report in an hour.
LIMITS = {"report_listing": "30/h/ip,10/h/key"}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, listing_id: int) -> HttpResponse:
    """Ask what is wrong with a listing, write it down, and lead to the receipt."""
    known = Listing.objects.exclude(state=Listing.State.DRAFT).select_related(
        "cooperative", "product"
    )
    listing = get_object_or_404(known, pk=listing_id)
    form = ReportForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "listing": listing, "title": str(listing.product)}
        status = REFUSED if form.errors else None
        return render(request, "shop/report.html", context, status=status)
    key = form.cleaned_data["contact"] or f"listing-{listing.pk}"
    if not ratelimit.consume(
        request, app="reports", action="report_listing", config=LIMITS, key=key
    ):
        return limits.too_many(request)
    made = reporting.report(
        listing.pk,
        **form.cleaned_data,
        language=(get_language() or "vi")[:2],
        by=request.user if isinstance(request.user, User) else None,
    )
    return redirect("report-status", made.token)


@never_cache
@require_safe
def status(request: HttpRequest, token: str) -> HttpResponse:
    """Show who holds the receipt's address where the report stands."""
    found = ListingReport.objects.select_related("listing__cooperative", "listing__product")
    one = get_object_or_404(found, token=token)
    context = {"report": one, "listing": one.listing, "title": str(one.listing.product)}
    return render(request, "shop/report_status.html", context)
