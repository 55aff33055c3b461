"""A buyer agrees to be remembered by a cooperative, and takes it back; what it notes meanwhile."""

from collections.abc import Sequence

from django.db import transaction

from catalog.customers import queries
from catalog.customers.models import Customer, CustomerTag
from catalog.orders.models import Placement, SellerOrder
from marketplace.people.models import User
from marketplace.records import audit, rules

MOST_TAGS, LONGEST_TAG = 12, 30


def words_version() -> str:
    """The version of the sentence a buyer agrees to today."""
    return str(rules.value("customers.words_version"))


@transaction.atomic
def give(part: SellerOrder, placement: Placement, *, by: User | None) -> Customer:
    """Note a buyer's consent to one cooperative; giving it again renews name, words and time."""
    facts = {
        "name": placement.name,
        "email": placement.email,
        "user": by,
        "consented_at": placement.placed_at,
        "words_version": words_version(),
        "seller_order": part,
    }
    customer, _is_new = Customer.objects.update_or_create(
        cooperative_id=part.cooperative_id, phone=placement.phone, defaults=facts
    )
    audit.record(
        by,
        part,
        "customer.consented",
        after={"customer": customer.pk, "words": facts["words_version"]},
    )
    return customer


@transaction.atomic
def forget(customer_id: int, *, by: User | None) -> bool:
    """Take a consent back: name, note and tags are gone at once. Whether there was one.

    The orders stay, as the law wants them kept; the audit trail says when, not who.
    """
    customer = Customer.objects.select_for_update().filter(pk=customer_id).first()
    if customer is None:
        return False
    audit.record(
        by,
        customer.seller_order,
        "customer.forgotten",
        before={"customer": customer.pk, "words": customer.words_version},
    )
    customer.delete()
    return True


def forget_person(user: User) -> int:
    """Take back every consent of a person who leaves the market; answers how many."""
    keys = sorted(queries.of_person(user).values_list("pk", flat=True))
    return sum(forget(key, by=user) for key in keys)


@transaction.atomic
def note(customer_id: int, *, text: str, tags: Sequence[str], by: User) -> Customer:
    """Keep what a cooperative notes of a customer; the tags given replace those before.

    ``Customer.DoesNotExist`` when the buyer took the consent back meanwhile: nothing is kept then.
    """
    customer = Customer.objects.select_for_update().get(pk=customer_id)
    wanted = list(dict.fromkeys(tag.strip()[:LONGEST_TAG] for tag in tags if tag.strip()))
    customer.note = text
    customer.save(update_fields=["note"])
    customer.tags.exclude(name__in=wanted[:MOST_TAGS]).delete()
    CustomerTag.objects.bulk_create(
        [CustomerTag(customer=customer, name=tag) for tag in wanted[:MOST_TAGS]],
        ignore_conflicts=True,
    )
    # What was written stays out of the trail: it would outlive the consent.
    audit.record(by, customer.seller_order, "customer.noted", after={"customer": customer.pk})
    return customer
