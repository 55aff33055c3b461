"""The page of withheld tax: month by month, seller by seller, as the file for the declaration."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_safe

from catalog.cooperatives.models import Cooperative
from marketplace.design import spreadsheets
from marketplace.desk.money.views import MONEY
from marketplace.records import clock
from payments.models import TaxRule
from payments.settlement import taxes

GOODS = {
    "": gettext_lazy("What no other rate names"),
    "goods": gettext_lazy("All goods"),
    "shipping": gettext_lazy("Delivery of goods"),
}
TAXES = {
    TaxRule.Tax.VAT: pgettext_lazy("tax", "VAT"),
    TaxRule.Tax.PIT: pgettext_lazy("tax", "PIT"),
}
FILES = {"csv": spreadsheets.csv_file, "xlsx": spreadsheets.xlsx_file}


@permission_required(MONEY, raise_exception=True)
@require_safe
def tax(request: HttpRequest) -> HttpResponseBase:
    """Show a month's withheld tax, the latest unless ``month`` names another, or its file."""
    months = taxes.months()
    asked = {f"{month:%Y-%m}": month for month in months}
    chosen = asked.get(request.GET.get("month", ""), months[0] if months else None)
    rows = taxes.month(chosen) if chosen else []
    if chosen and (make_file := FILES.get(request.GET.get("format", ""))):
        return make_file(f"tax-{chosen:%Y-%m}", _lines(rows))
    sums = {name: sum(getattr(row, name) for row in rows) for name in ("vat", "pit")}
    context = {
        "tab": "tax",
        "months": [{"key": key, "month": month} for key, month in asked.items()],
        "chosen": chosen,
        "rows": rows,
        "sums": sums,
        "rules": _rules(),
    }
    return render(request, "desk/money_tax.html", context)


def _lines(rows: list[taxes.Month]) -> list[list[spreadsheets.Cell]]:
    """Heading and a row for each seller; đồng."""
    heading: list[spreadsheets.Cell] = [
        *(_("Seller"), _("Tax code"), _("Orders")),
        *(_("Revenue under VAT"), _("VAT withheld"), _("Revenue under PIT"), _("PIT withheld")),
    ]
    found: list[list[spreadsheets.Cell]] = [heading]
    for row in rows:
        who: list[spreadsheets.Cell] = [row.payee.name or row.payee.key, row.payee.tax_code]
        found.append([*who, row.orders, row.vat_base, row.vat, row.pit_base, row.pit])
    return found


def _rules() -> list[dict[str, Any]]:
    """The rules in force today, as rates in percent."""
    today = clock.local_day()
    rows = TaxRule.objects.filter(valid_from__lte=today).exclude(valid_to__lte=today)
    rows = rows.select_related("payee").order_by("legal_form", "payee", "goods_class", "-tax")
    forms = dict(Cooperative.LegalForm.choices)
    return [
        {
            "rule": row,
            "form": forms.get(row.legal_form, row.legal_form),
            "goods": GOODS.get(row.goods_class, row.goods_class),
            "tax": TAXES[TaxRule.Tax(row.tax)],
            "percent": _percent(row.basis_points),
        }
        for row in rows
    ]


def _percent(basis_points: int) -> str:
    whole, rest = divmod(basis_points, 100)
    return f"{whole},{rest:02d}".rstrip("0").rstrip(",") + " %"
