"""Who a person is: an e-mail address or a phone number, each belonging to one person."""

import pytest
from django.db import IntegrityError, transaction

from marketplace.people import joining, queries
from marketplace.people.models import User
from marketplace.settings import security

pytestmark = pytest.mark.django_db


def test_phone_is_kept_in_one_spelling_whichever_way_it_was_typed():
    user = joining.join(phone="0912 345 678")

    assert user.phone == "+84912345678"
    for typed in ("0912345678", "+84 912 345 678", "84912345678", "0912.345.678"):
        assert queries.by_login(typed) == user


def test_email_is_kept_in_small_letters():
    user = joining.join(email=" Lan@Example.VN ")

    assert user.email == "lan@example.vn"
    assert queries.by_login("LAN@example.vn") == user


@pytest.mark.parametrize("same", [{"email": "LAN@example.vn"}, {"phone": "+84912345678"}])
def test_second_person_with_the_same_address_is_refused(same):
    joining.join(email="lan@example.vn", phone="0912345678")

    with pytest.raises(IntegrityError), transaction.atomic():
        joining.join(**same)

    assert User.objects.count() == 1


def test_many_people_have_no_email():
    joining.join(phone="0912345678")
    joining.join(phone="0912345679")

    assert User.objects.filter(email=None).count() == 2


def test_person_without_any_address_is_refused_by_the_database():
    user = joining.join(phone="0912345678")

    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=user.pk).update(phone=None)

    with pytest.raises(ValueError):
        joining.join()


def test_name_tells_no_address():
    assert joining.join(phone="0912345678").display_name == "…678"
    assert joining.join(email="lan@example.vn").display_name == "lan"
    assert joining.join(email="b@example.vn", name="Vì Văn B").display_name == "Vì Văn B"


def test_saving_a_person_costs_one_query(django_assert_num_queries):
    user = joining.join(email="lan@example.vn")

    with django_assert_num_queries(1):
        user.save(update_fields=["first_name"])


def test_password_is_hashed_by_argon2():
    assert security.PASSWORD_HASHERS[0].endswith("Argon2PasswordHasher")
