"""People join by invitation, and one owner always stays."""

import threading

import pytest
from django.db import connection

from catalog.cooperatives import refusals
from catalog.cooperatives.models import Membership
from catalog.members import joining
from catalog.members.models import Invitation
from tests import factories


@pytest.fixture
def owner(db):
    """Who invites."""
    return factories.user()


@pytest.fixture
def seller(owner):
    """The cooperative."""
    return factories.cooperative(owner=owner)


def test_invited_person_joins_in_the_role_given(seller, owner):
    pang = factories.user("pang@example.vn")
    invitation = joining.invite(seller.pk, login="Pang@Example.vn", role="packer", by=owner)

    joining.answer(invitation.token, accept=True, by=pang)

    assert Membership.objects.get(user=pang).role == "packer"
    assert joining.open_for(pang).count() == 0


def test_person_without_an_account_finds_the_invitation_later(seller, owner):
    joining.invite(seller.pk, login="0912 345 678", role="seller", by=owner)

    later = factories.user(phone="+84912345678", phone_verified_at=seller.applied_at)

    assert [one.cooperative for one in joining.open_for(later)] == [seller]


def test_unproved_phone_of_an_account_with_mail_opens_nothing(seller, owner):
    joining.invite(seller.pk, login="0912 345 678", role="owner", by=owner)

    stranger = factories.user(phone="+84912345678")

    assert joining.open_for(stranger).count() == 0


def test_invitation_of_somebody_else_cannot_be_answered(seller, owner):
    invitation = joining.invite(seller.pk, login="pang@example.vn", role="owner", by=owner)

    with pytest.raises(Invitation.DoesNotExist):
        joining.answer(invitation.token, accept=True, by=factories.user())

    assert seller.memberships.count() == 1


def test_withdrawn_invitation_cannot_be_accepted(seller, owner):
    pang = factories.user("pang@example.vn")
    invitation = joining.invite(seller.pk, login="pang@example.vn", role="seller", by=owner)

    joining.withdraw(invitation.pk, by=owner)

    with pytest.raises(Invitation.DoesNotExist):
        joining.answer(invitation.token, accept=True, by=pang)


def test_member_is_not_invited_again(seller, owner):
    with pytest.raises(refusals.AlreadyMember):
        joining.invite(seller.pk, login=owner.email, role="seller", by=owner)


def test_last_owner_stays(seller, owner):
    only = seller.memberships.get()

    with pytest.raises(refusals.LastOwner):
        joining.remove(only.pk, by=owner)
    with pytest.raises(refusals.LastOwner):
        joining.change_role(only.pk, role="packer", by=owner)

    assert seller.memberships.get().role == "owner"


@pytest.mark.django_db(transaction=True)
def test_of_two_owners_who_leave_at_once_one_stays():
    first, second = factories.user(), factories.user()
    made = factories.cooperative(owner=first)
    factories.member(made, second, Membership.Role.OWNER)
    ready, refused = threading.Barrier(2), []

    def leave(member):
        ready.wait()
        try:
            joining.leave(member.pk, by=member.user)
        except refusals.LastOwner:
            refused.append(member.pk)
        connection.close()

    threads = [threading.Thread(target=leave, args=[one]) for one in made.memberships.all()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(refused) == 1
    assert made.memberships.count() == 1


def test_nobody_leaves_for_somebody_else(seller, owner):
    stranger = factories.user()
    membership = Membership.objects.get(user=owner)

    with pytest.raises(Membership.DoesNotExist):
        joining.leave(membership.pk, by=stranger)

    assert Membership.objects.filter(pk=membership.pk).exists()
