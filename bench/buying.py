"""A whole guest purchase over the REST interface, and fifty of them for ten units."""

import json
import secrets
import threading
import time
from collections import Counter
from typing import Any

from bench import servers, visits

BUYERS = 50
UNITS = 10
COMMUNE = {"province": "01", "commune": "00070"}  # Hoàn Kiếm, Hà Nội


def repeat(address: str, products: list[str], seconds: float) -> int:
    """Buy two goods as a new guest, again and again for so many seconds; answers how often."""
    listings = [int(path.rsplit("-", 1)[1]) for path in products]
    count, ends = 0, time.monotonic() + seconds
    while time.monotonic() < ends:
        wanted = [
            listings[count % len(listings)],
            listings[(count + 7) % len(listings)],
        ]
        status, answer = purchase(address, wanted)
        if status != 201:
            raise RuntimeError(f"The checkout answered {status}: {answer}")
        count += 1
    return count


def purchase(address: str, listings: list[int]) -> tuple[int, dict[str, Any]]:
    """One guest: a basket, its lines, shipping for the commune, the order. Status and answer."""
    guest = visits.Visitor(address)
    basket = _json(guest.send("POST", "/api/v1/baskets", {}))
    key = {"Basket-Token": basket["token"]}
    home = f"/api/v1/baskets/{basket['id']}"
    for listing in dict.fromkeys(listings):
        guest.send("POST", f"{home}/lines", {"listing": listing, "quantity": 1}, **key)
    basket = _json(guest.get(f"{home}?commune={COMMUNE['commune']}", **key))
    order = {
        "contact": {"name": "Khách Đo Lường", "phone": "0912345678"},
        "address": {**COMMUNE, "street": "1 phố Đo"},
        "shipping": {
            str(group["cooperative"]["id"]): group["shipping"][0]["lane"]
            for group in basket["groups"]
        },
        "channel": "vietqr",
        "consent": {"terms_version": basket["terms_version"]},
    }
    answer = guest.send(
        "POST",
        f"{home}/checkout",
        order,
        **key,
        **{"Idempotency-Key": secrets.token_hex(16)},
    )
    return answer.status, _json(answer)


def race() -> str:
    """Fifty buyers at once for ten units over HTTP; the sentence says how many were sold."""
    import django  # noqa: PLC0415 -- the environment is only set now

    django.setup()
    from marketplace.seeding import bulk  # noqa: PLC0415 -- needs the applications

    listing = bulk.scarce_listing(UNITS)
    with servers.running("marketplace.wsgi:application", "/healthz", threads=8) as (
        address,
        _pid,
    ):
        start, answers = threading.Barrier(BUYERS), Counter[int]()

        def buy() -> None:
            start.wait(60)
            answers[purchase(address, [listing])[0]] += 1

        buyers = [threading.Thread(target=buy) for _ in range(BUYERS)]
        for buyer in buyers:
            buyer.start()
        for buyer in buyers:
            buyer.join()
    refused = ", ".join(f"{n} × {status}" for status, n in sorted(answers.items()) if status != 201)
    return f"{BUYERS} buyers for {UNITS} units: {answers[201]} sold; refused {refused}"


def _json(answer: visits.Answer) -> dict[str, Any]:
    """The answer as a dict; says what came when it is an error page."""
    if answer.status >= 500:
        raise RuntimeError(f"{answer.status}: {answer.text[:300]}")
    data: dict[str, Any] = json.loads(answer.body)
    return data
