"""What grows, what is done there and what is made of it, for the URLs that take one of these."""

import datetime as dt
import uuid
from typing import Any

from catalog.cooperatives.models import Cooperative
from catalog.stock.models import LotBalance
from catalog.traceability.diary import writing as diary
from catalog.traceability.growing import enrolling
from catalog.traceability.loading import stacking
from marketplace.records import clock
from tests import factories
from tests.catalog.listings.uploads import photo


def _plot(of: Cooperative) -> dict[str, Any]:
    """An orchard of longan."""
    facts = {"crop": "Nhãn", "commune_code": of.commune.code, "area_m2": 900}
    name = f"Đồi {of.party.plots.count() + 1}"
    return {"plot_id": enrolling.plot(of.party.key, by=None, name=name, **facts).pk}


def _grower(of: Cooperative) -> dict[str, Any]:
    """A household that grows for the cooperative."""
    alias = f"Hộ {of.party.growers.count() + 1}"
    facts = {"name": "Lò Thị Mẫu", "alias": alias, "commune_code": of.commune.code}
    return {"grower_id": enrolling.grower(of.party.key, by=None, **facts).pk}


def _area(of: Cooperative) -> dict[str, Any]:
    """A growing area with a code."""
    code = f"VN-MAU-{of.pk}-{of.party.growing_areas.count() + 1}"
    facts = {"code": code, "crop": "Nhãn", "valid_from": dt.date(2025, 1, 1)}
    return {"area_id": enrolling.area(of.party.key, by=None, **facts).pk}


def _house(of: Cooperative) -> dict[str, Any]:
    """A packing house."""
    name = f"Nhà sơ chế {of.party.facilities.count() + 1}"
    facts = {"kind": "packing", "name": name, "commune_code": of.commune.code}
    return {"house_id": enrolling.facility(of.party.key, by=None, **facts).pk}


def _entry(of: Cooperative) -> dict[str, Any]:
    """Work on a plot, with a photo."""
    work = diary.Work("watering", clock.local_day(), uuid.uuid4(), clock.now())
    made = diary.write(_plot(of)["plot_id"], work, by=None, photo=photo(seed=of.pk))
    return {"entry_id": made.pk}


def _lot(of: Cooperative) -> dict[str, Any]:
    """A lot by its code."""
    found = factories.listing(of)
    return {"code": LotBalance.objects.get(pack__listing=found).lot.code}


def _pallet(of: Cooperative) -> dict[str, Any]:
    """An open pallet."""
    return {"unit_id": stacking.open_unit(of.party.key, by=None).pk}


FIELD = {
    "sell-plot": _plot,
    "sell-plot-change": _plot,
    "sell-grower": _grower,
    "sell-grower-consent": _grower,
    "sell-area": _area,
    "sell-house": _house,
    "sell-diary-correct": _entry,
    "sell-diary-photo": _entry,
    "sell-lot": _lot,
    "sell-lot-split": _lot,
    "sell-lot-merge": _lot,
    "sell-lot-process": _lot,
    "sell-lot-offer": _lot,
    "sell-pallet": _pallet,
    "sell-pallet-close": _pallet,
    "sell-pallet-unload": _pallet,
    "sell-pallet-labels": _pallet,
}
