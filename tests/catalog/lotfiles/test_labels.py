"""Labels over REST: the owner's program gets its file, everybody else a problem."""

import pypdfium2
import pytest
from django.test import Client

from catalog.cooperatives.models import Membership
from catalog.traceability import codes
from catalog.traceability.lots import packing
from catalog.traceability.models import LabelJob
from catalog.traceability.printing import jobs, making
from marketplace.records import api_tokens
from tests import factories
from tests.catalog.traceability.labels.reading import cells, read

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def papers(settings, tmp_path):
    """Papers of this test alone."""
    settings.STORAGES = settings.STORAGES | {
        "papers": settings.STORAGES["papers"] | {"OPTIONS": {"location": tmp_path}}
    }


@pytest.fixture
def goods():
    return factories.pack()


@pytest.fixture
def lot(goods):
    return factories.balance(goods).lot


@pytest.fixture
def token(goods):
    """A packer of the cooperative, who has a program."""
    user = factories.user()
    factories.member(goods.listing.cooperative, user, Membership.Role.PACKER)
    return api_tokens.give(user, "seller")


@pytest.fixture
def boxes(goods, lot):
    return packing.pack(lot.pk, goods.item.key, units=3, by=None)


def ask(lot, token, **how):
    headers = {"authorization": f"Bearer {token}"} if token else {}
    return Client().get(f"/api/v1/lots/{lot.code}/labels", how, headers=headers)


def test_the_owners_program_gets_the_labels(lot, boxes, token):
    answer = ask(lot, token, layout="roll-50x30")

    pdf = b"".join(answer.streaming_content)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert answer["Cache-Control"] == "no-store, private"
    found = [read(cell) for cell in cells(pdf, "roll-50x30", dpi=300)]
    assert found == [[codes.address(box)] for box in boxes]


def test_asked_again_it_is_the_same_file_and_nothing_was_printed_twice(goods, lot, boxes, token):
    first = b"".join(ask(lot, token).streaming_content)

    assert b"".join(ask(lot, token).streaming_content) == first
    assert LabelJob.objects.count() == 1

    packing.pack(lot.pk, goods.item.key, units=1, by=None)
    assert ask(lot, token).status_code == 200
    assert [job.reprinted for job in LabelJob.objects.order_by("pk")] == [0, 3]


def test_a_long_job_is_waited_for(lot, boxes, token, monkeypatch):
    monkeypatch.setattr(jobs, "AT_ONCE", 0)
    monkeypatch.setattr(making, "PART", 1)

    answer = ask(lot, token, layout="roll-40x25")

    assert len(pypdfium2.PdfDocument(b"".join(answer.streaming_content))) == 3
    assert ask(lot, token, format="png").status_code == 422


@pytest.mark.parametrize("kind", ["none", "nonsense", "statistics"])
def test_without_the_right_token_nothing_is_told(kind, lot, boxes, token):
    user = factories.user()
    shown = {"none": "", "nonsense": "slm_x", "statistics": api_tokens.give(user, "statistics")}

    answer = ask(lot, shown[kind])

    assert (answer.status_code, answer["Content-Type"]) == (401, "application/problem+json")
    assert LabelJob.objects.count() == 0


def test_a_strangers_lot_is_not_there(lot, boxes):
    stranger = factories.user()
    factories.member(factories.cooperative(), stranger, Membership.Role.OWNER)

    assert ask(lot, api_tokens.give(stranger, "seller")).status_code == 404
    assert LabelJob.objects.count() == 0


@pytest.mark.parametrize(
    ("how", "field"),
    [
        ({"layout": "a5"}, "layout"),
        ({"format": "doc"}, "format"),
        ({"layout": "a4-3x8", "format": "zpl"}, "format"),
    ],
)
def test_what_cannot_be_made_is_refused_at_its_field(how, field, lot, boxes, token):
    answer = ask(lot, token, **how)

    assert answer.status_code == 422
    assert [fault["field"] for fault in answer.json()["errors"]] == [field]
    assert LabelJob.objects.count() == 0


def test_a_lot_without_boxes_has_no_labels(lot, token):
    assert ask(lot, token).status_code == 409
