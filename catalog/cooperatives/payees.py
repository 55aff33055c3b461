"""What payments know of a cooperative: a key, its legal form and tax code, and where it is paid."""

from collections.abc import Iterable

from catalog.cooperatives.models import BankAccount, Cooperative
from marketplace.database.statements import Statement
from payments import invoicing
from payments.models import Payee

_ACCOUNTS = Statement(
    lambda cooperatives: BankAccount.objects.filter(
        cooperative__pk__any_of=cooperatives, valid_to__isnull=True
    ),
    [1_000_000_007],
)


def payee_key(cooperative_id: int) -> str:
    """The name under which payments know a cooperative."""
    return f"cooperative-{cooperative_id}"


def introduce(cooperatives: Iterable[Cooperative]) -> None:
    """Tell payments who these are and where each is paid, as it stands today."""
    sellers = {one.pk: one for one in cooperatives}
    accounts = {account.cooperative_id: account for account in _ACCOUNTS.rows(list(sellers))}
    invoicing.introduce(
        {payee_key(key): _facts(seller, accounts.get(key)) for key, seller in sellers.items()}
    )


def _facts(seller: Cooperative, account: BankAccount | None) -> dict[str, str]:
    return {
        "name": seller.legal_name,
        "legal_form": seller.legal_form,
        "tax_code": seller.tax_code,
        "bank_bin": account.bank_bin if account else "",
        "bank_account": account.number if account else "",
        "bank_account_name": account.holder[:100] if account else "",
    }


def payee(cooperative_id: int) -> Payee | None:
    """A cooperative as payments know it, if they do."""
    return Payee.objects.filter(key=payee_key(cooperative_id)).first()


def cooperative(key: str) -> Cooperative | None:
    """The cooperative that payments know by ``key``, if it is one."""
    number = key.removeprefix("cooperative-")
    return Cooperative.objects.filter(pk=int(number)).first() if number.isdigit() else None
