"""An authority of time is set whole or not at all; what is wrong with it stops the start."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

from tests.catalog.traceability.log.authority import Authority

READ = "from django.conf import settings; print(settings.TRACE_TSA_URL)"


def start(**given):
    """Read the settings in a process of its own: what it printed, and what stopped it."""
    done = subprocess.run(
        [sys.executable, "-c", READ],
        cwd=settings.BASE_DIR,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "marketplace.settings", **given},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip(), done.stderr


def test_both_settings_are_taken(tmp_path):
    pem = tmp_path / "authority.pem"
    pem.write_bytes(Authority().pem)
    given = {"TRACE_TSA_URL": "https://time.example.vn/tsa", "TRACE_TSA_CERTIFICATE": str(pem)}

    assert start(**given)[0] == "https://time.example.vn/tsa"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"TRACE_TSA_URL": "https://time.example.vn"}, "TRACE_TSA_URL must be an address"),
        ({"TRACE_TSA_CERTIFICATE": "x.pem"}, "TRACE_TSA_URL must be an address"),
        (
            {"TRACE_TSA_URL": "ftp://time.example.vn", "TRACE_TSA_CERTIFICATE": "x.pem"},
            "TRACE_TSA_URL must be an address",
        ),
        (
            {"TRACE_TSA_URL": "https://time.example.vn", "TRACE_TSA_CERTIFICATE": "no/such.pem"},
            "TRACE_TSA_CERTIFICATE cannot be read",
        ),
        (
            {"TRACE_TSA_URL": "https://time.example.vn", "TRACE_TSA_CERTIFICATE": "LICENSE"},
            "TRACE_TSA_CERTIFICATE cannot be read",
        ),
    ],
)
def test_half_of_it_or_nonsense_stops_the_start(given, said):
    printed, stopped = start(**given)

    assert printed == ""
    assert f"ImproperlyConfigured: {said}" in stopped
