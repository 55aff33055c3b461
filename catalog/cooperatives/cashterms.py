"""Where a cooperative takes cash at the door, and up to how much: it carries the risk."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from catalog.communes.models import Commune
from catalog.cooperatives.models import Cooperative
from marketplace.database.statements import Statement
from marketplace.people.models import User
from marketplace.records import audit

MOST_DEPOSIT = 50  # percent


class CashTerms(models.Model):
    """What one cooperative has said; without a row cash is taken everywhere, up to the cap.

    ``communes`` are codes of the market's own province, asked for where ``reach`` is ``communes``.
    """

    class Reach(models.TextChoices):
        """Where cash is taken."""

        EVERYWHERE = "everywhere", _("Everywhere")
        PROVINCE = "province", _("In our province only")
        COMMUNES = "communes", _("In these communes only")
        NOWHERE = "nowhere", _("Nowhere: buyers pay beforehand")

    cooperative = models.OneToOneField(
        Cooperative, models.CASCADE, primary_key=True, related_name="cash_terms"
    )
    reach = models.CharField(max_length=10, choices=Reach, default=Reach.EVERYWHERE)
    communes = models.JSONField(default=list, blank=True)
    most = models.PositiveBigIntegerField(null=True, blank=True, help_text="đồng for one parcel")
    deposit = models.PositiveSmallIntegerField(
        default=0, db_default=0, help_text="percent of goods that spoil, paid beforehand"
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(reach__in=("everywhere", "province", "communes", "nowhere")),
                name="cash_reaches_a_known_place",
            ),
            models.CheckConstraint(
                condition=Q(reach="communes") ^ Q(communes=[]), name="cash_names_its_communes"
            ),
            models.CheckConstraint(
                condition=Q(most__isnull=True) | Q(most__gt=0), name="cash_is_taken_or_not"
            ),
            models.CheckConstraint(
                condition=Q(deposit__lte=MOST_DEPOSIT), name="cash_deposit_is_half_at_most"
            ),
        )

    def __str__(self) -> str:
        """Whose, and where."""
        return f"{self.cooperative_id}: {self.reach}"

    def takes(self, amount: int, commune: Commune) -> bool:
        """Whether a parcel of so many đồng can be paid at a door of this commune."""
        if self.most is not None and amount > self.most:
            return False
        if self.reach == self.Reach.COMMUNES:
            return commune.code in self.communes
        if self.reach == self.Reach.PROVINCE:
            return commune.province_id == self.cooperative.commune.province_id
        return self.reach == self.Reach.EVERYWHERE


_TERMS = Statement(
    lambda cooperatives: CashTerms.objects.filter(
        cooperative__pk__any_of=cooperatives
    ).select_related("cooperative__commune"),
    [1_000_000_007],
)


def refusing(amounts: Mapping[int, int], commune: Commune) -> list[str]:
    """The names of the cooperatives that take no cash there for their parcels (đồng by key)."""
    rows = sorted(_TERMS.rows(list(amounts)), key=lambda row: row.pk)
    return [row.cooperative.name for row in rows if not row.takes(amounts[row.pk], commune)]


def deposits(cooperatives: Collection[int]) -> dict[int, int]:
    """The percents that cooperatives ask beforehand for what spoils; none for the others."""
    return {row.pk: row.deposit for row in _TERMS.rows(list(cooperatives)) if row.deposit}


def terms(cooperative: Cooperative) -> CashTerms:
    """What a cooperative has said, or what holds while it has said nothing."""
    found = CashTerms.objects.filter(cooperative=cooperative).first()
    return found or CashTerms(cooperative=cooperative)


@transaction.atomic
def change(
    cooperative_id: int,
    *,
    reach: str,
    communes: Collection[str],
    most: int | None,
    deposit: int = 0,
    by: User,
) -> CashTerms:
    """Keep where cash is taken from now on; orders that stand are not touched."""
    cooperative = Cooperative.objects.select_for_update().get(pk=cooperative_id)
    before = terms(cooperative)
    told = {
        "reach": reach,
        "communes": sorted(communes) if reach == CashTerms.Reach.COMMUNES else [],
        "most": most,
        "deposit": deposit,
    }
    row, _new = CashTerms.objects.update_or_create(cooperative=cooperative, defaults=told)
    known = {name: getattr(before, name) for name in told}
    if known != told:
        audit.record(by, cooperative, "cooperative.cash", before=known, after=told)
    return row
