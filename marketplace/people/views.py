"""The account page: who I am here, and the ways to everything that is mine."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from marketplace.people import profiles, roles, sections
from marketplace.people.access import FACTORS
from marketplace.people.forms import ProfileForm
from marketplace.people.models import User


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """Show a person's account, and take a new name or language."""
    user: User = request.user  # type: ignore[assignment]  # signed in, says the decorator
    form = ProfileForm(request.POST or None, instance=user)
    if request.method == "POST" and form.is_valid():
        profiles.change(user.pk, **form.cleaned_data)
        messages.success(request, _("Kept."))
        return redirect("account")
    user.refresh_from_db()
    address = EmailAddress.objects.filter(user=user, primary=True).first()
    context = {
        "form": form,
        "sections": sections.of(request),
        "email_verified": bool(address and address.verified),
        "factor": Authenticator.objects.filter(user=user, type__in=FACTORS).exists(),
        "is_staff": roles.is_staff(user),
    }
    return render(request, "account/account.html", context)
