"""Numbers that programs read differently are refused at the door: the log could not hold them."""

import pytest

from catalog.traceability.models import EpcisEvent
from tests.catalog.traceability.epcis.events import OBJECT, document, send

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("number", [2**53, 9007199254740993, 9007199254740992.0, -(2.0**53)])
def test_a_number_beyond_what_all_programs_hold_is_refused(program, number):
    answer = send(program, document({**OBJECT, "ex:number": number}))

    assert (answer.status_code, EpcisEvent.objects.count()) == (400, 0)


@pytest.mark.parametrize("number", [10**15, 0.1, -(10**15), 1.5e-9])
def test_others_are_taken_and_logged(program, number):
    assert send(program, document({**OBJECT, "ex:number": number})).status_code == 202
