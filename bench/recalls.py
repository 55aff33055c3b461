"""What a large recall costs: many lots with many orders each, listed, counted and called back.

Everything is taken back at the end, so that it can be run again on the same rows.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

Answer = TypeVar("Answer")

# Delivered lines of the seeded orders, dealt out evenly to the lots that are recalled.
_PACKED = """
    INSERT INTO catalog_packedlot (line_id, lot_id, quantity)
    SELECT line.line_id, (%(lots)s::bigint[])[1 + line.n %% %(count)s], line.quantity
    FROM (SELECT l.line_id, l.quantity, row_number() OVER (ORDER BY l.line_id) - 1 AS n
        FROM catalog_sellerorderline l JOIN catalog_sellerorder p ON p.id = l.seller_order_id
        WHERE p.state = 'delivered' AND p.number LIKE 'BENCH-%%'
        ORDER BY l.line_id LIMIT %(lines)s) line
"""
_BUYERS = """
    UPDATE catalog_placement SET phone = '+849' || lpad(order_id::text, 8, '0')
    WHERE token LIKE 'bench-%%'
"""


def main(lots: int, each: int) -> None:
    """Deal the orders out to the lots, and print what every step of a recall takes."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings")
    import django

    django.setup()
    from django.db import connection, transaction

    from catalog.traceability.models import Lot
    from marketplace.records import accounts

    with transaction.atomic():
        accounts.unwatched()
        keys = list(Lot.objects.order_by("pk").values_list("pk", flat=True)[:lots])
        facts = {"lots": keys, "count": len(keys), "lines": len(keys) * each}
        with connection.cursor() as cursor:
            cursor.execute(_BUYERS)
            cursor.execute(_PACKED, facts)
            print(f"\n{len(keys)} lots, {cursor.rowcount} order lines packed from them")
            cursor.execute("ANALYZE catalog_packedlot, catalog_placement")
        _steps(keys)
        transaction.set_rollback(True)


def _steps(keys: list[int]) -> None:
    """A recall from its list to its last row; letters are written afterwards, one by one."""
    from catalog.recalling import forward, queries
    from catalog.traceability.models import Lot
    from catalog.traceability.recalls import opening

    codes = list(Lot.objects.filter(pk__in=keys).values_list("code", flat=True))
    lines = _timed("list of order lines (at most 2.0 s)", lambda: forward.lines(keys))
    assert len({line.line for line in lines}) == len(lines)
    _timed("everything it would reach, counted", lambda: forward.reach(keys))
    about, words = opening.About(codes=codes), opening.Words("Đo lường")
    recall = _timed("prepared", lambda: opening.begin(about, words, by=None))
    _timed("opened: lots, sale, letters' rows", lambda: opening.start(recall.pk, by=None))
    _timed("database's deferred checks", _checked)
    counts = _timed("letters and answers counted", lambda: queries.counts(recall))
    print(f"{len(lines)} lines, {counts.notices} buyers")


def _checked() -> None:
    """Let the database check now what it would check at the end of the transaction."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def _timed(name: str, step: Callable[[], Answer]) -> Answer:
    """Do a step and print how long it took."""
    with _clock(name):
        return step()


@contextmanager
def _clock(name: str) -> Iterator[None]:
    """Print how long what is inside took."""
    began = time.perf_counter()
    yield
    print(f"{name:40}{time.perf_counter() - began:7.2f} s")


def run(lots: int, each: int, root: str) -> None:
    """The same in a process of its own, as the benchmark's own process knows no Django."""
    # Of twenty orders three are never delivered, and three of ten have two lines.
    seed = ["--listings", str(max(2 * lots, 500)), "--orders", str(lots * each)]
    for command in (
        ["manage.py", "seed_bench", *seed],
        ["-m", "bench.recalls", str(lots), str(each)],
    ):
        subprocess.run([sys.executable, *command], check=True, cwd=root)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
