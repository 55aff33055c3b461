"""The proof of a trace page, taken home and checked by the stand-alone verifier."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from catalog.traceability.lineage import making
from catalog.traceability.log import growing
from catalog.traceability.lots import packing, shipping
from catalog.traceability.models import Entry, EpcisEvent

pytestmark = pytest.mark.django_db

VERIFIER = Path(settings.BASE_DIR, "verify.py")


def check(proof: bytes, folder: Path):
    (folder / "proof.json").write_bytes(proof)
    done = subprocess.run(
        [sys.executable, VERIFIER, folder / "proof.json"], capture_output=True, check=False
    )
    return done.returncode, json.loads(done.stdout)


@pytest.fixture
def box(lot, item):
    (mine,) = packing.pack(lot.pk, item.key, units=1, reference="SO-1", by=None)
    packing.pack(lot.pk, item.key, units=3, reference="SO-2", by=None)
    shipping.ship("SO-1", to_commune="00004", by=None)
    return mine


def test_the_proof_of_a_box_is_true_and_names_no_other_box(client, box, tmp_path):
    assert client.get(f"/t/{box.code}/proof.json").status_code == 503
    growing.grow()

    answer = client.get(f"/t/{box.code}/proof.json")
    code, said = check(answer.content, tmp_path)

    assert (code, said["verdict"]) == (0, "true")
    told = json.loads(answer.content)["entries"]
    assert [entry["event"]["bizStep"] for entry in told] == [
        "commissioning",
        "packing",
        "shipping",
    ]
    assert [[opening["path"] for opening in entry["openings"]] for entry in told] == [
        [],
        ["sl:box"],
        ["sl:box"],
    ]
    others = box.lot.boxes.exclude(pk=box.pk).values_list("code", flat=True)
    assert not any(other in answer.content.decode() for other in others)
    assert "SO-1" not in answer.content.decode()


def test_one_changed_byte_is_caught(client, box, tmp_path):
    growing.grow()
    proof = client.get(f"/t/{box.code}/proof.json").content

    code, _said = check(proof.replace(b"commissioning", b"Commissioning", 1), tmp_path)

    assert code in (1, 2)


def test_dried_fruit_proves_the_harvest_it_came_from(client, party, lot, tmp_path):
    dried = making.Product("Long nhãn", 2_000, 8_000)
    made = making.process(party.key, {lot.pk: 10_000}, dried, by=None)
    growing.grow()

    answer = client.get(f"/t/{made.code}/proof.json")

    assert check(answer.content, tmp_path)[0] == 0
    assert [entry["event"]["type"] for entry in json.loads(answer.content)["entries"]] == [
        "ObjectEvent",
        "TransformationEvent",
    ]


def test_every_event_is_in_the_log(box):
    assert EpcisEvent.objects.count() == Entry.objects.count() == 4


def test_an_unknown_code_has_no_proof(client, db):
    answer = client.get("/t/K7Q2M9X4T8BD/proof.json")

    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
