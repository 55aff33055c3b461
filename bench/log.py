"""How fast the log grows and proves: ``python -m bench --log-entries 1000000``.

Writes entries with plain SQL, so that the figure is the tree's; signing is measured by itself.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time

import django


def main(size: int) -> None:
    """Grow a tree of ``size`` entries, then prove random ones."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings")
    django.setup()
    from django.db import connection  # noqa: PLC0415 -- Django is set up only now

    from catalog.traceability.log import growing, keys, proofs, submitting  # noqa: PLC0415 -- same
    from catalog.traceability.models import Entry, Party  # noqa: PLC0415 -- same

    party, _ = Party.objects.get_or_create(key="bench", defaults={"name": "Bench"})
    key = keys.active(party)
    started = time.perf_counter()
    for number in range(500):
        submitting.sign(Entry(event_id=f"ni:///{number}", submitted_at=key.made_at), key)
    print(f"signing: {500 / (time.perf_counter() - started):,.0f} entries/s")
    with connection.cursor() as cursor:
        cursor.execute(
            r"""INSERT INTO traceability_entry
                (event_id, party_id, document, key_id, leaf, leaf_hash, submitted_at)
            SELECT 'ni:///bench;' || n, %s, '', %s, 'leaf ' || n,
                sha256('\x00'::bytea || convert_to('leaf ' || n, 'UTF8')), now()
            FROM generate_series(1, %s) AS n ON CONFLICT DO NOTHING""",
            [party.pk, key.pk, size],
        )
    started = time.perf_counter()
    grown = growing.grow()
    took = time.perf_counter() - started
    print(f"growing: {grown} entries in {took:.1f} s, {grown / took:,.0f} entries/s")
    head = proofs.head()
    whole = head.size if head else 0
    times = []
    for step in range(300):
        started = time.perf_counter()
        proofs.inclusion(step * 7919 % whole, whole)
        times.append((time.perf_counter() - started) * 1000)
    cuts = statistics.quantiles(times, n=20)
    print(f"proving in {whole}: median {statistics.median(times):.2f} ms, p95 {cuts[18]:.2f} ms")


def run(size: int, root: str) -> None:
    """The same in a process of its own, as the benchmark's own process knows no Django."""
    subprocess.run([sys.executable, "-m", "bench.log", str(size)], check=True, cwd=root)


if __name__ == "__main__":
    main(int(sys.argv[1]))
