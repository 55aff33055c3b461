"""Why a decision on a listing was refused, in words for staff."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.listings import refusals

_WORDS: dict[type[refusals.Refused], Promise] = {
    refusals.MoveRefused: gettext_lazy(
        "This proposal does not wait any more: it was decided or withdrawn."
    ),
    refusals.Outdated: gettext_lazy(
        "The listing was changed after you opened this page. Look again."
    ),
    refusals.OwnCooperative: gettext_lazy("You belong to this cooperative: somebody else decides."),
    refusals.ReasonMissing: gettext_lazy("Tick a reason, or say in words what has to be mended."),
    refusals.UnknownReason: gettext_lazy("This reason is not on the list any more. Look again."),
    refusals.NotVerified: gettext_lazy(
        "The cooperative is not verified, so nothing of it can be shown."
    ),
    refusals.AssignedElsewhere: gettext_lazy(
        "A colleague works on this proposal. Take it over first."
    ),
    refusals.NotAModerator: gettext_lazy("This person may not decide on listings."),
}


def in_words(refusal: refusals.Refused) -> str:
    """One sentence that says what stood in the way."""
    if isinstance(refusal, refusals.Incomplete):
        listed = " ".join(problem.words for problem in refusal.problems)
        return _("It cannot be approved any more: %(problems)s") % {"problems": listed}
    return str(_WORDS[type(refusal)])
