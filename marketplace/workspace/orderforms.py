"""What members type about a parcel on its way."""

from django import forms
from django.utils.translation import gettext_lazy

from catalog.orders import ending, sending
from catalog.orders.undelivered import Undelivered


class TrackingForm(forms.Form):
    """The number the carrier gave, if it gave one."""

    tracking = forms.CharField(
        label=gettext_lazy("The carrier's number"),
        max_length=sending.MAX_TRACKING,
        required=False,
    )


class BackForm(forms.Form):
    """What the carrier says of a parcel it brings back."""

    SHELF, LOST = "shelf", "lost"

    why = forms.ChoiceField(
        label=gettext_lazy("What does the carrier say?"),
        widget=forms.RadioSelect,
        choices=Undelivered.Why.choices,
    )
    goods = forms.ChoiceField(
        label=gettext_lazy("And the goods?"),
        widget=forms.RadioSelect,
        choices=(
            (SHELF, gettext_lazy("Back and good: sell them again")),
            (LOST, gettext_lazy("Spoiled or lost")),
        ),
    )

    def told(self) -> ending.CameBack:
        """What was said."""
        facts = self.cleaned_data
        return ending.CameBack(facts["why"], is_lost=facts["goods"] == self.LOST)
