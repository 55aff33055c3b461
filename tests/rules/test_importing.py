"""Importing the whole market asks no server anything: a fresh database has no tables yet."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_every_address_is_read_without_a_database():
    words = "import django; django.setup(); import marketplace.urls, marketplace.schedule"
    nowhere = {
        "DATABASE_URL": "postgresql://nobody@/none?host=/nowhere",
        "REDIS_URL": "unix:///nowhere/none.sock",
    }

    done = subprocess.run(
        [sys.executable, "-c", words],
        cwd=ROOT,
        env=os.environ | nowhere,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr[-2000:]
