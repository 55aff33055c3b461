"""What the desk's figures cost with a year of orders: counting them, and showing the overview."""

import datetime as dt
import os
import statistics
import subprocess
import sys
import time

VISITS = 10


def main(orders: int) -> None:
    """Seed the orders, count them, show the overview of a month and of a year; print it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings")
    import django

    django.setup()
    from marketplace.statistics import counting

    began = time.monotonic()
    days = counting.rebuild()
    print(f"\n{orders} orders in a year: {days} days counted in {time.monotonic() - began:.1f} s")
    today = dt.datetime.now(dt.UTC).date()
    for name, length in (("30 days", 30), ("a year", 365)):
        first = today - dt.timedelta(days=length)
        took = _shown(f"/desk/figures/?from={first}&to={today}")
        median = statistics.median(took)
        print(f"overview of {name:8} {median:7.0f} ms (max {max(took):.0f}); at most 500 asked for")


def _shown(address: str) -> list[float]:
    """Milliseconds of each visit to the page, from the request to the last byte of HTML."""
    from django.test import RequestFactory

    from marketplace.people.models import User
    from marketplace.statistics import views

    analyst, _ = User.objects.get_or_create(
        email="bench@example.invalid", defaults={"is_superuser": True, "is_staff": True}
    )
    took = []
    for _ in range(VISITS + 1):
        request = RequestFactory().get(address)
        request.user = analyst
        request.LANGUAGE_CODE = "vi"
        began = time.perf_counter()
        answer = views.figures(request)
        took.append((time.perf_counter() - began) * 1000)
        assert answer.status_code == 200, answer.status_code
    # The first one compiles the templates.
    return took[1:]


def run(orders: int, root: str) -> None:
    """The same in a process of its own, as the benchmark's own process knows no Django."""
    seed = ["manage.py", "seed_bench", "--listings", "2000", "--orders", str(orders)]
    for command in (seed, ["-m", "bench.figures", str(orders)]):
        subprocess.run([sys.executable, *command], check=True, cwd=root)


if __name__ == "__main__":
    main(int(sys.argv[1]))
