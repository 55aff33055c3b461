"""The places of the package's files are in the database, once."""

import datetime as dt
from threading import Thread

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from catalog.communes import loading
from catalog.communes.models import Commune, Disadvantaged, Province, Succession

pytestmark = pytest.mark.django_db


def counts():
    return (
        Province.objects.count(),
        Commune.objects.filter(valid_to=None).count(),
        Commune.objects.exclude(valid_to=None).count(),
        Succession.objects.count(),
    )


def test_places_are_there_after_migrating():
    assert counts() == (34, 3321, 200, 200)
    assert Commune.objects.filter(province__code="14", valid_to=None).count() == 75


def test_loading_again_changes_nothing(capsys):
    call_command("load_places")

    assert capsys.readouterr().out == "places: 0 added, 0 changed\n"
    assert counts() == (34, 3321, 200, 200)


def test_loading_mends_a_changed_row_and_a_missing_one():
    Commune.objects.filter(code="03646", valid_to=None).update(name="Tô")
    Succession.objects.filter(old__name="Chiềng Lề").delete()

    assert loading.load() == loading.Loaded(added=1, changed=1)
    assert Commune.objects.get(code="03646", valid_to=None).name == "Tô Hiệu"


def test_a_code_may_change_hands():
    holders = Commune.objects.filter(code="03664").order_by("valid_to")

    assert [(c.full_name, c.valid_from, c.valid_to) for c in holders] == [
        ("Xã Chiềng Xôm", None, dt.date(2025, 7, 1)),
        ("Phường Chiềng An", dt.date(2025, 7, 1), None),
    ]


def test_a_code_never_stands_for_two_on_the_same_day():
    province = Province.objects.get(code="14")

    with pytest.raises(IntegrityError, match="commune_code_stands_for_one_at_a_time"):
        with transaction.atomic():
            Commune.objects.create(
                code="03664", name="Khác", kind="xã", province=province, sort_key="K"
            )


def test_a_commune_is_listed_as_disadvantaged_once_at_a_time():
    commune = Commune.objects.get(code="04171", valid_to=None)
    first = dt.date(2025, 7, 1)
    Disadvantaged.objects.create(commune=commune, source="Decision 1", valid_from=first)

    with pytest.raises(IntegrityError, match="disadvantaged_stated_once_at_a_time"):
        with transaction.atomic():
            Disadvantaged.objects.create(
                commune=commune, source="Decision 2", valid_from=dt.date(2026, 1, 1)
            )


@pytest.mark.django_db(transaction=True)
def test_two_loads_at_once_leave_one_set_of_places():
    Succession.objects.all().delete()
    results: list[loading.Loaded] = []

    def load() -> None:
        results.append(loading.load())
        connection.close()

    threads = [Thread(target=load) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(result.added for result in results) == [0, 200]
    assert counts() == (34, 3321, 200, 200)
