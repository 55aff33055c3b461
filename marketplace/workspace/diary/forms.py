"""What is written of a piece of work on a plot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils.translation import gettext_lazy as _

from catalog.drafts.pickedforms import plot_words
from catalog.listings import encoding
from catalog.listings.fields import LineField, offer
from catalog.listings.refusals import PictureRefused
from catalog.traceability.diary.models import LONGEST_WAIT
from catalog.traceability.diary.writing import OLDEST, Work
from catalog.traceability.models import DiaryEntry, Plot
from marketplace.records import clock
from marketplace.workspace.diary.sending import DraftFields
from marketplace.workspace.growing.forms import DayField
from marketplace.workspace.steptexts import REFUSED_PICTURES

WORKS = (
    (DiaryEntry.Work.SPRAYING, _("Spraying")),
    (DiaryEntry.Work.FERTILISING, _("Fertilising")),
    (DiaryEntry.Work.WATERING, _("Watering")),
    (DiaryEntry.Work.PRUNING, _("Pruning")),
    (DiaryEntry.Work.WEEDING, _("Weeding")),
    (DiaryEntry.Work.OTHER, _("Something else")),
)


class PhotoField(forms.FileField):
    """A photo, written anew without its place and camera."""

    def __init__(self, **facts: Any) -> None:
        """Phones open the camera."""
        attrs = {"accept": "image/jpeg,image/png,image/webp", "data-shrink": ""}
        super().__init__(widget=forms.FileInput(attrs=attrs), **facts)

    def clean(self, data: Any, initial: Any = None) -> UploadedFile[bytes] | None:
        """The photo as JPEG; an error that says what is wrong with the file."""
        upload: UploadedFile[bytes] | None = super().clean(data, initial)
        if not upload:
            return None
        if (upload.size or 0) > encoding.LARGEST:
            raise forms.ValidationError(str(REFUSED_PICTURES["size"]))
        try:
            picture = encoding.taken_in(upload.read())
        except PictureRefused as refused:
            raise forms.ValidationError(str(REFUSED_PICTURES[refused.reason])) from refused
        return SimpleUploadedFile("anh.jpg", picture.content, "image/jpeg")


class EntryForm(DraftFields):
    """One piece of work; what was sprayed says how long nobody may pick."""

    plot = forms.ChoiceField(label=_("Plot"))
    work = forms.ChoiceField(label=_("What was done?"), choices=WORKS, widget=forms.RadioSelect)
    on = DayField(label=_("Day"))
    input_name = LineField(
        label=_("What was used"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"list": "inputs", "autocomplete": "off"}),
        help_text=_("As it stands on the packet."),
    )
    active_ingredient = LineField(
        label=_("Active ingredient"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"list": "ingredients", "autocomplete": "off"}),
    )
    dose = LineField(
        label=_("Dose"), max_length=60, required=False, help_text=_("Such as 20 ml / 16 l.")
    )
    wait_days = forms.IntegerField(
        label=_("Days to wait before picking"),
        required=False,
        min_value=0,
        max_value=LONGEST_WAIT,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        help_text=_("The pre-harvest interval on the packet; 0 if it says none."),
    )
    note = LineField(label=_("Note"), max_length=500, required=False)
    photo = PhotoField(label=_("Photo"), required=False)

    def __init__(self, *given: Any, plots: Sequence[Plot], **facts: Any) -> None:
        """Offer the plots that are worked on; the only one stands there already."""
        super().__init__(*given, **facts)
        offer(self, "plot", [(plot.pk, plot_words(plot)) for plot in plots])

    def clean_on(self) -> Any:
        """Today or earlier, not longer ago than a diary is asked for."""
        day, today = self.cleaned_data["on"], clock.local_day()
        if day > today:
            raise forms.ValidationError(_("This day has not come yet."))
        if day < today - OLDEST:
            raise forms.ValidationError(_("This is too long ago to be written down now."))
        return day

    def clean(self) -> dict[str, Any]:
        """A spraying says with what, and how long to wait."""
        facts = super().clean() or {}
        if facts.get("work") == DiaryEntry.Work.SPRAYING:
            if not facts.get("input_name") and "input_name" not in self.errors:
                self.add_error("input_name", _("Write what was sprayed."))
            if facts.get("wait_days") is None and "wait_days" not in self.errors:
                self.add_error("wait_days", _("Write how many days to wait; 0 if none."))
        return facts

    def plot_id(self) -> int:
        """The plot that was chosen."""
        return int(self.cleaned_data["plot"])

    def told(self) -> Work:
        """What was written, for the verb."""
        facts = self.cleaned_data
        plain = ("work", "on", "draft", "written_at", "input_name", "active_ingredient")
        rest = ("dose", "wait_days", "note")
        return Work(**{name: facts[name] for name in (*plain, *rest)})


def initially(entry: DiaryEntry) -> dict[str, Any]:
    """What the form shows of an entry that is put right."""
    plain = ("work", "on", "input_name", "active_ingredient", "dose", "wait_days", "note")
    return {"plot": str(entry.plot_id), **{name: getattr(entry, name) for name in plain}}
