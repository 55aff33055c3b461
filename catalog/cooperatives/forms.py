"""What people type about a cooperative, checked before a verb sees it."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from catalog.communes import queries as places
from catalog.communes.models import Commune
from catalog.communes.names import bare
from catalog.cooperatives import taxcodes
from catalog.cooperatives.applying import Account, Evidence, Particulars
from catalog.cooperatives.models import Cooperative, CooperativePaper, Membership
from catalog.listings.fields import LineField, TextField
from marketplace.people import fields as addresses
from marketplace.records import papers
from marketplace.records.models import Paper
from payments import banks

_ACCOUNT = re.compile(r"[0-9A-Za-z]{4,19}")
_TAX_WORDS = {
    "shape": _("A tax code has 10 digits, with 3 more for a branch; a household's has 12."),
    "check digit": _("The last digit of the tax code does not fit the others. Compare it again."),
    "branch": _("A branch number is 001 or more."),
}


class CommuneField(forms.CharField):
    """A commune of the province by name; former names and names without accents are understood."""

    def __init__(self, **facts: Any) -> None:
        """Browsers offer the list ``communes`` of the page while typing; nothing needs a script."""
        widget = forms.TextInput(attrs={"list": "communes", "autocomplete": "off"})
        super().__init__(max_length=120, widget=widget, **facts)

    def clean(self, value: Any) -> Commune | None:
        """The commune meant; if several could be, they are named."""
        typed = super().clean(value).strip()
        if not typed:
            return None
        home = list(places.home())
        exact = [one for one in home if typed in (one.code, one.full_name)]
        named = exact or [one for one in home if one.folded == bare(typed)]
        found = named or places.resolve(typed, settings.PROVINCE_CODE)
        if len(found) == 1:
            return found[0]
        if not found:
            raise forms.ValidationError(_("No commune of the province has this name."))
        names = ", ".join(commune.full_name for commune in found[:6])
        raise forms.ValidationError(_("Which one: %(names)s?"), params={"names": names})


class PhoneField(forms.CharField):
    """A Vietnamese or foreign phone number, spelled as E.164."""

    def __init__(self, **facts: Any) -> None:
        """Phones show the dial pad."""
        widget = forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"})
        super().__init__(max_length=20, widget=widget, **facts)

    def clean(self, value: Any) -> str:
        """The number, or an error that shows one."""
        typed = super().clean(value)
        number = addresses.phone(typed) if typed else ""
        if number is None:
            raise forms.ValidationError(
                _("The phone number needs 10 digits, for example 0912 345 678.")
            )
        return number


class PaperField(forms.FileField):
    """A PDF, JPEG or PNG of at most 10 MB, known by its first bytes and not by its name."""

    def __init__(self, **facts: Any) -> None:
        """The chooser offers what is taken."""
        widget = forms.FileInput(attrs={"accept": "application/pdf,image/jpeg,image/png"})
        super().__init__(widget=widget, max_length=None, **facts)

    def clean(self, data: Any, initial: Any = None) -> UploadedFile[Any] | None:
        """The file, or an error that says which files are taken."""
        upload: UploadedFile[Any] | None = super().clean(data, initial)
        if not upload:
            return None
        if (upload.size or 0) > papers.LARGEST:
            raise forms.ValidationError(_("The file is larger than 10 MB. Take a smaller photo."))
        head = upload.read(16)
        upload.seek(0)
        if not any(head.startswith(magic) for magic in Paper.KINDS.values()):
            raise forms.ValidationError(_("Send a PDF, or a photo as JPEG or PNG."))
        return upload


class AccountForm(forms.Form):
    """The bank account a cooperative is paid to."""

    bank_bin = forms.ChoiceField(label=_("Bank"), choices=banks.choices)
    account_number = forms.CharField(
        label=_("Account number"),
        max_length=30,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    account_holder = LineField(
        label=_("Account holder"),
        max_length=120,
        help_text=_("As the bank writes it, usually the legal name."),
    )

    def clean_account_number(self) -> str:
        """The number without blanks, 4 to 19 letters and digits."""
        number = "".join(str(self.cleaned_data["account_number"]).split())
        if not _ACCOUNT.fullmatch(number):
            raise forms.ValidationError(_("An account number has 4 to 19 digits."))
        return number

    def account(self) -> Account:
        """What was typed, for the verb."""
        facts = self.cleaned_data
        return Account(facts["bank_bin"], facts["account_number"], facts["account_holder"])


class ParticularsForm(AccountForm):
    """What a cooperative says of itself: first to apply, then to mend what came back."""

    field_order = (
        "name",
        "legal_form",
        "legal_name",
        "tax_code",
        "commune",
        "street",
        "representative",
        "phone",
        "email",
        "story",
    )

    name = LineField(
        label=_("Name buyers will read"),
        max_length=120,
        help_text=_("Short, such as HTX Nắng Sông Mã."),
    )
    legal_form = forms.ChoiceField(label=_("Legal form"), choices=Cooperative.LegalForm)
    legal_name = LineField(
        label=_("Legal name"),
        max_length=200,
        help_text=_("As on the business registration."),
    )
    tax_code = forms.CharField(
        label=_("Tax code"),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text=_("10 digits. A household gives the 12 digits of its citizen card."),
    )
    commune = CommuneField(
        label=_("Commune or ward"),
        help_text=_("Type the first letters. Former names are understood."),
    )
    street = LineField(label=_("Hamlet, or house and street"), max_length=200)
    representative = LineField(
        label=_("Legal representative"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    phone = PhoneField(label=_("Phone"), help_text=_("Buyers and the department call here."))
    email = forms.EmailField(label=_("E-mail"), required=False, max_length=254)
    story = TextField(
        label=_("Who you are"),
        required=False,
        max_length=4_000,
        help_text=_("How many families, since when, what grows. It stands on your page."),
    )

    def clean_tax_code(self) -> str:
        """The code in its stored spelling; its own check digit must fit."""
        try:
            return taxcodes.checked(self.cleaned_data["tax_code"])
        except taxcodes.WrongTaxCode as error:
            raise forms.ValidationError(_TAX_WORDS[str(error)]) from error

    def clean(self) -> dict[str, Any]:
        """A citizen number is a household's alone."""
        facts = super().clean() or {}
        code, form = facts.get("tax_code"), facts.get("legal_form")
        if code and taxcodes.is_citizen_number(code) and form != Cooperative.LegalForm.HOUSEHOLD:
            self.add_error("tax_code", _("Only a household has a tax code of 12 digits."))
        return facts

    def particulars(self) -> Particulars:
        """What was typed, for the verb."""
        facts = self.cleaned_data
        plain = {name: facts[name] for name in self.field_order if name != "commune"}
        return Particulars(commune_code=facts["commune"].code, **plain)


class ApplicationForm(ParticularsForm):
    """The whole application: particulars, account and the first papers."""

    registration = PaperField(
        label=_("Business registration"),
        help_text=_("A photo or PDF. Only you and the department can open it."),
    )
    identity = PaperField(label=_("Citizen card of the representative"), required=False)
    food_safety = PaperField(label=_("Food safety certificate"), required=False)
    food_safety_to = forms.DateField(
        label=_("Food safety certificate valid until"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def evidence(self) -> list[Evidence]:
        """The papers that were handed in, for the verb."""
        facts = self.cleaned_data
        until = {"food_safety": facts.get("food_safety_to")}
        kinds = ("registration", "identity", "food_safety")
        return [Evidence(kind, facts[kind], until.get(kind)) for kind in kinds if facts.get(kind)]


class PaperForm(forms.Form):
    """One more paper."""

    kind = forms.ChoiceField(label=_("What it proves"), choices=CooperativePaper.Kind)
    upload = PaperField(label=_("PDF or photo"))
    valid_to = forms.DateField(
        label=_("Valid until"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def evidence(self) -> Evidence:
        """The paper, for the verb."""
        facts = self.cleaned_data
        return Evidence(facts["kind"], facts["upload"], facts["valid_to"])


class ProfileForm(forms.Form):
    """What a cooperative may change at once, without asking anybody."""

    street = ParticularsForm.base_fields["street"]
    phone = ParticularsForm.base_fields["phone"]
    email = ParticularsForm.base_fields["email"]
    story = ParticularsForm.base_fields["story"]


class InvitationForm(forms.Form):
    """Whom to ask, and as what."""

    login = forms.CharField(
        label=_("Phone or e-mail"),
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("With which the person signs in."),
    )
    role = forms.ChoiceField(
        label=_("May do"), choices=Membership.Role, initial=Membership.Role.SELLER
    )


class RoleForm(forms.Form):
    """What a member may do."""

    role = forms.ChoiceField(label=_("May do"), choices=Membership.Role)
