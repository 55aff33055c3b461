"""What the audit trail's short names mean, in words people read, by the subject they belong to."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalog.deeds.goodswords import GROUPS as GOODS

Words = Mapping[str, Promise]

GROUPS: tuple[tuple[str, Promise, Words], ...] = (
    (
        "pack",
        _("Prices"),
        {
            "pack.price": _("Price set"),
            "pack.no_longer_sold": _("Pack no longer sold"),
            "pack.sold_again": _("Pack sold again"),
        },
    ),
    (
        "stock",
        _("Stock"),
        {
            "stock.received": _("Units came in"),
            "stock.written_off": _("Units taken off"),
            "received": _("Units came in"),
            "written_off": _("Units taken off"),
        },
    ),
    (
        "order",
        _("Orders"),
        {
            "order.placed": _("Order placed"),
            "order.phone_proved": _("Buyer's phone proved"),
            "order.paid": _("Order paid"),
            "order.underpaid": _("Too little paid"),
            "order.revived": _("Expired order taken up again"),
            "order.channel": _("Way to pay changed"),
            "order.moved": _("Order went on"),
            "order.cancelled": _("Order cancelled"),
            "order.expired": _("Order expired"),
        },
    ),
    (
        "seller_order",
        _("Parcels"),
        {
            "seller_order.confirmed": _("Parcel: order taken"),
            "seller_order.packed": _("Parcel packed"),
            "seller_order.shipped": _("Parcel sent"),
            "seller_order.delivered": _("Parcel delivered"),
            "seller_order.cancelled": _("Parcel cancelled"),
            "seller_order.other_lot": _("Recall: goods of another lot kept"),
        },
    ),
    (
        "listing",
        _("Listings"),
        {
            "listing.proposed": _("Listing sent in"),
            "listing.approved": _("Listing approved"),
            "listing.returned": _("Listing returned"),
            "listing.proposal_withdrawn": _("Proposal withdrawn"),
            "listing.hidden": _("Listing hidden"),
            "listing.published": _("Listing shown again"),
            "listing.withdrawn": _("Listing taken off the market"),
            "report.received": _("Listing reported"),
            "report.answered": _("Report answered"),
            "takedown.ordered": _("Takedown or suspension ordered"),
            "takedown.lifted": _("Takedown or suspension ended"),
        },
    ),
    (
        "cooperative",
        _("Cooperatives"),
        {
            "cooperative.applied": _("Cooperative applied"),
            "cooperative.resubmitted": _("Application sent again"),
            "cooperative.decided": _("Decision about a cooperative"),
            "cooperative.checked": _("Identity checked"),
            "cooperative.account": _("Bank account changed"),
            "cooperative.profile": _("Stall described anew"),
            "cooperative.paper": _("Paper handed in"),
            "cooperative.assigned": _("Application taken or given back"),
            "paper.accepted": _("Paper accepted"),
            "paper.returned": _("Paper sent back"),
            "requirement.added": _("Paper asked for from a day on"),
            "requirement.ended": _("Paper asked for until a day"),
            "certificate.recorded": _("Certificate written down"),
        },
    ),
    (
        "member",
        _("Members and help"),
        {
            "member.invited": _("Somebody asked to join"),
            "member.answered": _("Invitation answered"),
            "member.uninvited": _("Invitation taken back"),
            "member.role": _("Member's role changed"),
            "member.removed": _("Member removed"),
            "assist.appointed": _("Commune team: appointed"),
            "assist.dismissed": _("Commune team: dismissed"),
            "assist.granted": _("Help allowed"),
            "assist.withdrawn": _("Help ended by the cooperative"),
            "assist.expired": _("Help ended by its date"),
            "assist.begun": _("Began to act for a cooperative"),
            "assist.stopped": _("Stopped acting for a cooperative"),
        },
    ),
    (
        "role",
        _("Roles"),
        {
            "role.given": _("Role given"),
            "role.taken": _("Role taken away"),
            "role.permissions": _("What a role may do, changed"),
        },
    ),
    *GOODS,
    (
        "recall",
        _("Recalls"),
        {
            "recall.begun": _("Recall prepared"),
            "recall.opened": _("Recall opened"),
            "recall.widened": _("Recall: more lots"),
            "recall.dropped": _("Recall dropped"),
            "recall.closed": _("Recall closed"),
            "recall.list_taken": _("Recall: a list was taken along"),
            "recall.answered": _("Recall: a buyer answered"),
            "recall.cleared": _("Recall: a store was emptied"),
        },
    ),
    (
        "payment",
        _("Money"),
        {
            "transfer.matched": _("Transfer placed by hand"),
            "payment.cash_confirmed": _("Cash noted"),
            "incident.settled": _("Money task settled"),
            "transfer.put_apart": _("Transfer put aside"),
            "refund.requested": _("Refund asked for"),
            "refund.approved": _("Refund approved"),
            "refund.done": _("Refund sent"),
            "refund.rejected": _("Refund not sent"),
            "payment.taken_back": _("Earnings taken back"),
            "order.taken_back": _("Goods sent back noted"),
            "order.tax_invoice": _("Tax invoice noted"),
            "receipt.asked": _("Transfer seen on the account"),
            "receipt.confirmed": _("Transfer confirmed"),
            "receipt.refused": _("Transfer not confirmed"),
            "statement.closed": _("Statement written"),
            "payout.ordered": _("Payouts ordered"),
            "payout.approved": _("Payouts approved"),
            "payout.sent": _("Payouts sent"),
            "payout.dropped": _("Payout order dropped"),
            "payout.file": _("File for the bank taken"),
            "payout.returned": _("Payout came back"),
            "refund.returned": _("Refund came back"),
            "incident.reopened": _("Task opened again"),
            "courier.added": _("Courier added"),
            "courier.forgiven": _("Seller paid before the courier"),
            "lane.courier": _("Who takes cash on a way to send"),
            "bank_file.brought": _("Bank statement brought"),
            "bank_file.columns": _("Columns of bank statements told"),
            "bank_file.taken": _("Bank statement taken"),
            "tax_rule.added": _("Tax rule added"),
            "tax_rule.ended": _("Tax rule ended"),
        },
    ),
    (
        "account",
        _("Accounts"),
        {
            "account.signed_in": _("Signed in"),
            "account.signed_up": _("Account opened"),
            "account.password_changed": _("Password changed"),
            "account.password_reset": _("Password reset by link"),
            "account.email_changed": _("E-mail changed"),
            "account.profile_changed": _("Profile changed"),
            "account.factor_added": _("Second factor set up"),
            "account.factor_removed": _("Second factor taken off"),
            "api_token.given": _("Token for apps given"),
            "api_token.revoked": _("Token for apps revoked"),
        },
    ),
    (
        "record",
        _("Records"),
        {
            "paper.kept": _("Paper kept"),
            "paper.read": _("Paper opened"),
            "rule.added": _("Rule added"),
            "rule.changed": _("Rule changed"),
            "rule.deleted": _("Rule deleted"),
            "audit.exported": _("Audit trail exported"),
        },
    ),
    (
        "database",
        _("Past the market's own pages"),
        {
            "database.insert": _("Row added by hand"),
            "database.update": _("Row changed by hand"),
            "database.delete": _("Row deleted by hand"),
        },
    ),
    (
        "log",
        _("Log of traces"),
        {
            "log_key.renewed": _("Signing key renewed"),
            "log_key.revoked": _("Signing key revoked"),
            "log_witness.registered": _("Witness registered"),
            "log_witness.dismissed": _("Witness dismissed"),
        },
    ),
)

DEEDS: dict[str, Promise] = {
    code: name for _key, _name, deeds in GROUPS for code, name in deeds.items()
}

SUBJECTS: dict[str, Promise] = {
    "people.user": _("Person"),
    "auth.group": _("Role"),
    "catalog.cooperative": _("Cooperative"),
    "catalog.listing": _("Listing"),
    "catalog.pack": _("Pack"),
    "catalog.lotbalance": _("Stock of a lot"),
    "catalog.certificate": _("Certificate"),
    "catalog.sellerorder": _("Parcel"),
    "catalog.consent": _("Consent"),
    "order.order": _("Order"),
    "traceability.lot": _("Lot"),
    "traceability.alert": _("Alert about scans"),
    "traceability.problemreport": _("Reported problem"),
    "traceability.scratchsheet": _("Scratch codes of boxes"),
    "traceability.scratchcode": _("Scratch code of a box"),
    "traceability.party": _("Party of a trace"),
    "traceability.witness": _("Witness of the log"),
    "records.paper": _("Paper"),
    "records.apitoken": _("Token for apps"),
    "records.datedrule": _("Rule"),
    "records.auditentry": _("Audit trail"),
    "payments.attempt": _("Payment"),
    "payments.incident": _("Money task"),
    "payments.banktransaction": _("Transfer"),
}


def group(key: str) -> list[str]:
    """The short names of one group."""
    return next((list(deeds) for name, _words, deeds in GROUPS if name == key), [])
