"""Fields to draw: rectangles near Sông Mã, written with seven decimals as a phone gives them."""

import datetime as dt
from itertools import count

from catalog.traceability.growing import enrolling
from catalog.traceability.growing.outlines import area_m2
from catalog.traceability.lots import harvest
from catalog.traceability.models import Plot
from tests.catalog.traceability.conftest import SONG_MA

EAST, NORTH = 103.7412345, 21.0512345
STEP = 0.0009876  # about a hundred metres
_numbers = count(1)


def square(column=0, row=0, *, size=STEP):
    """A square field; columns and rows count steps to the east and north."""
    west, south = EAST + column * STEP, NORTH + row * STEP
    east, north = west + size, south + size
    corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    ring = [[round(x, 7), round(y, 7)] for x, y in corners]
    return {"type": "Polygon", "coordinates": [ring]}


def plot(party, outline=None, **facts):
    """A plot written down as the cooperative does."""
    told = {"name": f"Thửa {next(_numbers)}", "crop": "Cà phê", "commune_code": SONG_MA} | facts
    return enrolling.plot(party.key, by=None, outline=outline, **told)


def crooked(party, outline, area=10_000, **facts):
    """A plot with an outline no form would let in: rows may be older than our rules."""
    row = Plot(
        party=party,
        name=f"Thửa {next(_numbers)}",
        crop="Cà phê",
        commune_code=SONG_MA,
        area_m2=area,
        outline=outline,
        **facts,
    )
    row.save()
    return row


def pick(party, *plots, grams=10_000, crop="Cà phê", variety="Catimor", day=12):
    """A harvest of these plots; without any, of a field that is not written down."""
    return harvest.open_lot(
        party.key,
        crop=crop,
        variety=variety,
        commune_code=SONG_MA,
        harvested_on=dt.date(2026, 8, day),
        quantity_g=grams,
        by=None,
        plots=[one.pk for one in plots],
        unwritten_field="" if plots else "Mua của hộ bên cạnh",
    )


def drawn_m2(outline):
    """The area of an outline."""
    return area_m2(outline)
