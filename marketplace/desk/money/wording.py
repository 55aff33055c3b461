"""Incidents, transfers and refunds in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from payments.models import Attempt, Incident, Refund

INCIDENTS: dict[str, Promise] = {
    Incident.Kind.REFUND_DUE: _("Money to be paid back"),
    Incident.Kind.UNMATCHED: _("A transfer nobody could place"),
    Incident.Kind.POSSIBLE_COPY: _("A transfer that may have been told twice"),
    Incident.Kind.CHANGED_MESSAGE: _("A bank's message that came again, changed"),
    Incident.Kind.DIFFERENCE: _("Two counts of the same money differ"),
    Incident.Kind.HELD: _("Money a provider holds for suspicion of fraud"),
    Incident.Kind.OTHER_SUM: _("A provider told of another sum than was asked for"),
    Incident.Kind.ORPHAN: _("A provider told of a payment nobody knows"),
    Incident.Kind.DISPUTED: _("A buyer asks the card company for the money back"),
}
REASONS: dict[str, Promise] = {
    "late_payment": _("It came after the order had ended."),
    "overpaid": _("More came than was asked for."),
    "duplicate_payment": _("The order was paid already."),
    "closed_with_money": _("The order ended with money paid."),
    "part_cancelled": _("A cooperative could not deliver its part."),
    "packed_lighter": _("The parcel weighed less than ordered."),
    "no_code": _("Its text carries no code of ours."),
    "several_codes": _("Its text carries several codes."),
    "unknown_code": _("Its code is right, and nobody knows it."),
    "other_account": _("It came to another account than was asked for."),
    "maybe_copy": _("Another bank reader told of such a transfer that day: it may be the same."),
    "returned": _("The buyer sent goods back."),
    "goods_without_tax_class": _("No tax rule names these goods: they bear the highest rate."),
    "settled_unknown": _("Its provider paid out for a payment nobody knows."),
    "settled_other_sum": _("Its provider paid out another sum than we booked."),
    "settled_twice": _("Its provider paid it out twice."),
    "remitted_unknown": _("A courier paid for a parcel nobody knows."),
    "remitted_other_sum": _(
        "A courier paid another sum than it had to take, or for one it has not."
    ),
    "remitted_twice": _("A courier paid for a parcel twice."),
    "courier_owes": _("A courier has taken this cash and not paid it to us."),
    "provider_does_not_know": _("We booked it, and its provider knows nothing of it."),
    "provider_says_not_paid": _("We booked it, and its provider says it was not paid."),
    "provider_says_other_sum": _("Its provider tells of another sum than we booked."),
    "told_twice": _("One reader told of it under two numbers."),
    "disputed": _("Answer it at the card company before its deadline."),
    "dispute_won": _("The bank has decided for the seller."),
    "dispute_lost": _("The bank has decided for the buyer, and took the money."),
}
REFUNDS: dict[str, tuple[Promise, str]] = {
    Refund.State.REQUESTED: (_("Waits for another person's approval"), "warn"),
    Refund.State.APPROVED: (_("Approved: send it"), "warn"),
    Refund.State.SENDING: (_("Being sent"), "warn"),
    Refund.State.UNKNOWN: (_("Sent, its outcome not known"), "bad"),
    Refund.State.DONE: (_("Sent back"), "ok"),
    Refund.State.REJECTED: (_("Not sent"), "bad"),
    Refund.State.RETURNED: (_("Sent, and came back"), "bad"),
}
ATTEMPTS: dict[str, tuple[Promise, str]] = {
    Attempt.State.CREATED: (_("Page not open yet"), "warn"),
    Attempt.State.PENDING: (_("Waiting for payment"), "warn"),
    Attempt.State.CAPTURED: (_("Paid"), "ok"),
    Attempt.State.FAILED: (_("Failed"), "bad"),
    Attempt.State.EXPIRED: (_("Not paid in time"), "bad"),
    Attempt.State.CANCELLED: (_("Ended without it"), ""),
    Attempt.State.DISPUTED: (_("Disputed"), "bad"),
    Attempt.State.PARTIALLY_REFUNDED: (_("Partly sent back"), "ok"),
    Attempt.State.REFUNDED: (_("Sent back"), "ok"),
}


def reason(code: str) -> str:
    """The words for a reason, or the word itself."""
    return str(REASONS.get(code, code.replace("_", " ")))
