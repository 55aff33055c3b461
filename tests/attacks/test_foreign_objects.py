"""Nobody opens or changes what another cooperative has, nor what their hand in ours is not for."""

import logging
from urllib.parse import urlsplit

import pytest
from django.urls import reverse

from tests.attacks import standing
from tests.attacks.tempting import TEMPTING
from tests.rules import people, urls
from tests.rules.objects import OBJECTS

pytestmark = pytest.mark.django_db
# An invitation belongs to a person (tests/catalog/members), a consent to the helper it names
# (tests/marketplace/workspace/assist), and a guide or a kind of label paper to everybody who sells.
OF_PERSONS = {"sell-invitation", "sell-assist-begin", "sell-guide"}
OF_PERSONS |= {"sell-lot-labels-printer", "sell-lot-labels-test"}


@pytest.fixture(scope="module")
def foreign(everybody, django_db_blocker):
    """The addresses of one of everything the other cooperative has; many stand for all kinds."""
    with django_db_blocker.unblock():
        return [reverse(name, kwargs=make(everybody.theirs)) for name, make in OBJECTS.items()]


@pytest.fixture
def world(everybody, db):
    """Everybody; what is refused is not logged."""
    logging.disable(logging.WARNING)
    yield everybody
    logging.disable(logging.NOTSET)


def test_every_address_of_the_workspace_with_an_object_has_one_to_try():
    named = {url.name for url in urls.every() if url.name.startswith("sell-") and url.takes_objects}

    assert named - OF_PERSONS == set(OBJECTS)


@pytest.mark.parametrize("kind", ["owner", "seller", "packer", "buyer", "moderator", "anonymous"])
def test_nobody_touches_what_belongs_to_another_cooperative(world, foreign, kind):
    client, wrong = world.client(kind), []
    before = standing.all_rows()

    for address in foreign:
        for answer in (client.get(address), client.post(address, TEMPTING)):
            refused = answer.status_code in (403, 404, 405) or (
                kind == people.ANONYMOUS
                and urlsplit(answer.get("Location", "")).path == "/account/login/"
            )
            if not refused:
                wrong.append(f"{answer.request['REQUEST_METHOD']} {address}: {answer.status_code}")

    assert wrong == []
    assert standing.changed(before, standing.all_rows()) == []


def test_a_packer_has_no_hand_in_goods_people_or_money(world):
    client, wrong = world.client("packer"), []
    # Who packs orders stacks pallets and prints labels too, and looks at where the goods come from.
    looked_at = {"sell-plot", "sell-lot", "sell-diary-photo"}
    rooms = ("sell-order", "sell-pallet", "sell-lot-labels")
    own = [name for name in OBJECTS if not name.startswith(rooms) and name not in looked_at]
    addresses = [reverse(name, kwargs=OBJECTS[name](world.ours)) for name in own]
    addresses += [
        reverse(f"sell-{name}")
        for name in ("profile", "account", "papers", "members", "listing-new", "cooperative")
    ]
    before = standing.all_rows()

    for address in addresses:
        answers = (client.get(address), client.post(address, TEMPTING))
        wrong += [f"{address}: {a.status_code}" for a in answers if a.status_code not in (403, 405)]

    assert wrong == []
    assert standing.changed(before, standing.all_rows()) == []
