"""The people of a cooperative: who they are, what they may do, whom to ask next."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from catalog.cooperatives import queries, refusals
from catalog.cooperatives.forms import InvitationForm, RoleForm
from catalog.cooperatives.models import Membership
from catalog.members import joining
from catalog.members.models import Invitation
from marketplace.people.models import User
from marketplace.workspace import stalls

UNPROCESSABLE = 422


@stalls.members(*stalls.OWNERS)
def members(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Show the members and the open invitations, and ask somebody to join."""
    form = InvitationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        facts = form.cleaned_data
        try:
            joining.invite(membership.cooperative_id, **facts, by=membership.user)
        except refusals.NotAnAddress:
            form.add_error(
                "login",
                _("Write a phone number, for example 0912 345 678, or an e-mail address."),
            )
        except refusals.AlreadyMember:
            form.add_error("login", _("This person is a member already."))
        else:
            messages.success(request, _("The invitation has been sent."))
            return redirect("sell-members")
    context = {
        "cooperative": membership.cooperative,
        "tab": "shop",
        "membership": membership,
        "members": queries.members(membership.cooperative),
        "invitations": joining.open_of(membership.cooperative),
        "roles": Membership.Role.choices,
        "form": form,
    }
    status = UNPROCESSABLE if form.errors else None
    return render(request, "workspace/members.html", context, status=status)


@stalls.members(*stalls.OWNERS)
@require_POST
def member(request: HttpRequest, membership: Membership, member_id: int) -> HttpResponse:
    """Change what a member may do, or end the membership."""
    other = get_object_or_404(queries.members(membership.cooperative), pk=member_id)
    try:
        if "remove" in request.POST:
            joining.remove(other.pk, by=membership.user)
            messages.success(request, _("The member has been removed."))
        else:
            form = RoleForm(request.POST)
            if not form.is_valid():
                raise Http404
            joining.change_role(other.pk, role=form.cleaned_data["role"], by=membership.user)
            messages.success(request, _("The role has been changed."))
    except refusals.LastOwner:
        messages.error(request, _("A cooperative keeps one owner at least."))
    return redirect("sell-members" if other.user_id != membership.user_id else "sell-today")


@stalls.members(*stalls.OWNERS)
@require_POST
def withdraw(request: HttpRequest, membership: Membership, invitation_id: int) -> HttpResponse:
    """Take an invitation back."""
    open_ones = joining.open_of(membership.cooperative)
    invitation = get_object_or_404(open_ones, pk=invitation_id)
    try:
        joining.withdraw(invitation.pk, by=membership.user)
    except refusals.MoveRefused:
        messages.warning(request, _("The invitation has been answered meanwhile."))
    return redirect("sell-members")


@stalls.members(*stalls.EVERYONE)
def leave(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Ask once more, then end one's own membership; the last owner stays."""
    cooperative = membership.cooperative
    if request.method == "POST":
        try:
            joining.leave(membership.pk, by=membership.user)
        except refusals.LastOwner:
            messages.error(request, _("A cooperative keeps one owner at least."))
            return redirect("sell-members")
        messages.success(request, _("You have left %(name)s.") % {"name": cooperative.name})
        return redirect("sell-invitations")
    return render(request, "workspace/leave.html", {"cooperative": cooperative, "tab": "shop"})


@login_required
def invitations(request: HttpRequest) -> HttpResponse:
    """Show who asks this person to join."""
    assert isinstance(request.user, User)
    current = stalls.current(request)
    context = {
        "cooperative": current.cooperative if current else None,
        "invitations": joining.open_for(request.user),
    }
    return render(request, "workspace/invitations.html", context)


@login_required
@require_POST
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """Accept or decline an invitation; somebody else's is 404."""
    assert isinstance(request.user, User)
    accept = "accept" in request.POST
    try:
        invitation = joining.answer(token, accept=accept, by=request.user)
    except Invitation.DoesNotExist as error:
        raise Http404 from error
    if accept:
        stalls.choose(request, invitation.cooperative_id)
        return redirect("sell-today")
    return redirect("sell-invitations")
