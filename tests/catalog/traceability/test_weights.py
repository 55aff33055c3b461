"""Weights are written as people read them."""

import pytest
from django.utils import translation

from catalog.traceability.lots.weights import kilograms


@pytest.mark.parametrize(
    ("grams", "vietnamese", "english"),
    [
        (None, "", ""),
        (500, "0,5 kg", "0.5 kg"),
        (2_000, "2 kg", "2 kg"),
        (1_203_400, "1.203,4 kg", "1,203.4 kg"),
    ],
)
def test_thousands_stand_apart_in_both_languages(grams, vietnamese, english):
    with translation.override("vi"):
        assert kilograms(grams).replace("\N{NO-BREAK SPACE}", " ") == vietnamese
    with translation.override("en"):
        assert kilograms(grams).replace("\N{NO-BREAK SPACE}", " ") == english
