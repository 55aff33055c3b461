"""The dashboard's form of a stock record: what our verbs own is shown, not edited."""

from typing import Any

from oscar.apps.dashboard.catalogue.forms import StockRecordForm as OscarStockRecordForm


class StockRecordForm(OscarStockRecordForm):
    """Price, currency and seller of a pack come from approved listings, stock from its lots.

    Editing them here would leave the pack, the shelf and the stock record at odds.
    """

    OURS = ("partner", "price_currency", "price", "num_in_stock", "low_stock_threshold")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Lock the fields of a record that belongs to a pack."""
        super().__init__(*args, **kwargs)
        product = self.instance.product if self.instance.pk else None
        if product is not None and hasattr(product, "pack"):
            for name in self.OURS:
                if name in self.fields:
                    self.fields[name].disabled = True
