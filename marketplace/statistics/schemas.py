"""What the interface says about sales; money in whole đồng."""

import datetime as dt
from typing import Literal

from ninja import Field, Schema

By = Literal[
    "day", "week", "month", "commune", "cooperative", "category", "variety", "channel", "source"
]


class Asked(Schema):
    """The days, both included, and by what their sales are told apart."""

    first: dt.date | None = Field(
        None, alias="from", description="A day in Vietnam; the first of this month when left out."
    )
    last: dt.date | None = Field(None, alias="to", description="A day; today when left out.")
    by: By = Field("day", description="Rows are in order of time, or the most sold first.")


class SumsOut(Schema):
    """What was sold. `gross` is the price of the goods, without delivery; `net` is what stayed."""

    orders: int = Field(description="Orders of which something stayed sold, each once.")
    quantity_kg: float
    gross: int = Field(description="đồng")
    refunded: int = Field(description="đồng of goods that were paid for and given back")
    net: int = Field(description="gross less refunded")


class RowOut(SumsOut):
    """One piece of time, or one value."""

    key: str = Field(description="First day, official code, path or word.")
    label: str


class SalesOut(Schema):
    """Sales of a period. Rows add up to the total, but for orders that belong to several rows."""

    first: dt.date = Field(serialization_alias="from")
    last: dt.date = Field(serialization_alias="to")
    by: By
    counted_at: dt.datetime | None = Field(description="Orders changed later are not in yet.")
    rows: list[RowOut]
    total: SumsOut
