"""In which province a network's customers are, as far as a table says so; else nobody knows.

No such table comes with the market: the province loads one of its providers' networks
(``manage.py take_networks``). Without it every scan is from an unknown place.
"""

from __future__ import annotations

import csv
import datetime as dt
import ipaddress
import time
from collections.abc import Iterable

from django.db import transaction

from catalog.traceability.models import Network

FRESH = 600.0  # seconds for which a process believes what it read

_Table = dict[tuple[int, int], dict[int, str]]  # (IP version, bits) to network to province
_read: tuple[float, _Table] | None = None


class NotATable(ValueError):
    """The file is no table of networks and provinces; the argument says which line."""


def place_of(address: str) -> str:
    """The province code of the smallest known network around an address, or nothing."""
    try:
        host = ipaddress.ip_address(address)
    except ValueError:
        return ""
    if isinstance(host, ipaddress.IPv6Address) and host.ipv4_mapped:
        host = host.ipv4_mapped
    number, width = int(host), host.max_prefixlen
    for (version, bits), provinces in _table().items():
        if version == host.version:
            found = provinces.get(number >> (width - bits))
            if found is not None:
                return found
    return ""


@transaction.atomic
def load(lines: Iterable[str], *, as_of: dt.date, source: str) -> int:
    """Take a table ``network,province_code`` in place of the last one; how many rows it has.

    ``NotATable`` when a line is neither; the last table stays then.
    """
    rows: dict[str, Network] = {}
    for number, row in enumerate(csv.DictReader(lines), start=2):
        network, code = _line(row, number)
        rows[network] = Network(network=network, province_code=code, as_of=as_of, source=source)
    Network.objects.all().delete()
    Network.objects.bulk_create(rows.values(), batch_size=5_000)
    transaction.on_commit(forget)
    return len(rows)


def forget() -> None:
    """Read the table again; other processes do within ``FRESH`` seconds."""
    global _read  # noqa: PLW0603 -- one memory per process is the point
    _read = None


def _line(row: dict[str, str | None], number: int) -> tuple[str, str]:
    """A line's network, written in one way, and its province."""
    try:
        network = ipaddress.ip_network((row["network"] or "").strip())
        code = (row["province_code"] or "").strip()
    except (KeyError, ValueError) as error:
        raise NotATable(f"line {number}: {error}") from error
    if len(code) != 2 or not code.isascii() or not code.isdigit():
        raise NotATable(f"line {number}: {code!r} is no province code")
    return str(network), code


def _table() -> _Table:
    """All networks, those with the most bits first."""
    global _read  # noqa: PLW0603 -- one memory per process is the point
    if _read is None or time.monotonic() - _read[0] > FRESH:
        table: _Table = {}
        for text, code in Network.objects.values_list("network", "province_code"):
            network = ipaddress.ip_network(text)
            shift = network.max_prefixlen - network.prefixlen
            kept = table.setdefault((network.version, network.prefixlen), {})
            kept[int(network.network_address) >> shift] = code
        _read = time.monotonic(), dict(sorted(table.items(), key=lambda row: -row[0][1]))
    return _read[1]
