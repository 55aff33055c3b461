"""What a buyer types at checkout."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.validators import ProhibitNullCharactersValidator
from django.utils.translation import gettext_lazy as _

from catalog.communes import queries as places
from catalog.communes.models import Commune
from catalog.communes.names import fold
from catalog.cooperatives import taxcodes
from marketplace.people import fields as addresses

SUGGESTED = 4


def _needed(words: Any) -> dict[str, Any]:
    """What a field says when it is left empty: what to type, not that something is missing."""
    return {"required": words}


def spoken(told: Mapping[str, Any]) -> dict[str, Any]:
    """What was told, with the phone number as people write it."""
    return {**told, "phone": addresses.spoken(told.get("phone") or "")}


def _provinces() -> list[tuple[str, Any]]:
    """The provinces of today after an invitation to choose."""
    return [("", _("Choose")), *((one.code, one.full_name) for one in places.provinces())]


class Receiver(forms.Form):
    """Who receives, and where: what shipping can be priced from."""

    name = forms.CharField(
        label=_("Full name"),
        max_length=120,
        error_messages=_needed(_("Write the name of who receives the goods.")),
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    phone = forms.CharField(
        label=_("Phone number"),
        max_length=30,
        error_messages=_needed(_("Write a phone number, such as 0912 345 678.")),
        widget=forms.TextInput({"type": "tel", "autocomplete": "tel", "inputmode": "tel"}),
    )
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    # The commune proves the province; the list is asked for when the page is drawn, not before.
    province = forms.RegexField(
        "^[0-9]{2}$",
        label=_("Province or city"),
        error_messages=_needed(_("Choose the province or city.")),
        widget=forms.Select(
            {"autocomplete": "address-level1"},
            choices=_provinces,  # type: ignore[arg-type]  # Django takes a callable here
        ),
    )
    commune = forms.CharField(
        label=_("Commune or ward"),
        max_length=120,
        error_messages=_needed(_("Write the commune or ward.")),
        widget=forms.TextInput({"list": "communes", "autocomplete": "address-level2"}),
    )
    street = forms.CharField(
        label=_("House, street, hamlet"),
        max_length=200,
        error_messages=_needed(_("Write the house and street, or the hamlet.")),
        widget=forms.TextInput({"autocomplete": "street-address"}),
    )
    note = forms.CharField(label=_("Note for the driver"), max_length=300, required=False)
    # For whom the cooperatives write their tax invoices, where the buyer wants one.
    invoice_name = forms.CharField(
        label=_("Company or name on the invoice"),
        max_length=200,
        required=False,
        widget=forms.TextInput({"autocomplete": "organization"}),
    )
    invoice_tax_code = forms.CharField(label=_("Tax code"), max_length=20, required=False)
    invoice_address = forms.CharField(
        label=_("Address on the invoice"), max_length=300, required=False
    )

    def clean_phone(self) -> str:
        """The number as E.164; a Vietnamese one may be typed as people write it."""
        number = addresses.phone(self.cleaned_data["phone"])
        if number is None:
            raise forms.ValidationError(_("This is no phone number, such as 0912 345 678."))
        return number

    def clean_invoice_tax_code(self) -> str:
        """A tax code in its stored spelling; empty for a buyer who has none."""
        typed = self.cleaned_data["invoice_tax_code"]
        try:
            return taxcodes.checked(typed) if typed else ""
        except taxcodes.WrongTaxCode as error:
            raise forms.ValidationError(
                _("This is no tax code: 10 digits, 10-3 digits, or 12 of a citizen.")
            ) from error

    def clean(self) -> dict[str, Any]:
        """Find the commune that is meant; an invoice needs a name."""
        data: dict[str, Any] = super().clean() or {}
        others = data.get("invoice_tax_code") or data.get("invoice_address")
        if others and not data.get("invoice_name"):
            self.add_error("invoice_name", _("Write whom the invoice is for."))
        if data.get("province") and data.get("commune"):
            try:
                data["place"] = commune(data["commune"], data["province"])
            except forms.ValidationError as error:
                self.add_error("commune", error)
        return data


def invoice_wish(told: Mapping[str, Any]) -> dict[str, str]:
    """For whom an invoice is wanted, as ``Wish.invoice``; empty when nobody wants one."""
    if not told["invoice_name"]:
        return {}
    return {
        "name": told["invoice_name"],
        "tax_code": told["invoice_tax_code"],
        "address": told["invoice_address"],
        "email": told["email"],
    }


class Order(Receiver):
    """The whole of checkout: the receiver, how to pay, and the consent."""

    channel = forms.CharField(max_length=12, error_messages={"required": _("Choose how you pay.")})
    consent = forms.BooleanField(
        error_messages={"required": _("Please agree to the rules of buying first.")}
    )
    terms_version = forms.CharField(max_length=20)
    expected_total = forms.RegexField(r"^[0-9]{1,15}$", required=False)
    place_key = forms.CharField(max_length=200, validators=[ProhibitNullCharactersValidator()])


def commune(typed: str, province_code: str) -> Commune:
    """The one commune of today that ``typed`` means in a province.

    Raises ``ValidationError`` that names the likeliest when it is none or several.
    """
    by_code = places.by_code(typed.strip())
    if by_code is not None and by_code.province.code == province_code:
        return by_code
    found = places.resolve(typed, province_code)
    wanted = fold(typed)
    exact = [one for one in found if wanted in (fold(one.name), fold(one.full_name))]
    if len(exact) == 1:
        return exact[0]
    if len(found) == 1:
        return found[0]
    if not found:
        raise forms.ValidationError(
            _("There is no such commune or ward in this province. Look at the spelling.")
        )
    names = ", ".join(one.full_name for one in (exact or found)[:SUGGESTED])
    raise forms.ValidationError(_("Which one do you mean: %(names)s?"), params={"names": names})
