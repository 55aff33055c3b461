"""Cooperatives: who sells, who may act for them, and how the province came to trust them."""

from typing import ClassVar

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Cooperative(models.Model):
    """A seller: one to one with Oscar's ``Partner`` and with a party of the traceability log."""

    class LegalForm(models.TextChoices):
        """What the seller is in law; tax rules ask for it."""

        COOPERATIVE = "cooperative", _("Cooperative")
        UNION = "union", _("Union of cooperatives")
        COMPANY = "company", _("Company")
        HOUSEHOLD = "household", _("Household business")

    class State(models.TextChoices):
        """Where the seller stands with the province; ``MOVES`` says what may follow."""

        APPLIED = "applied", _("Waiting for verification")
        RETURNED = "returned", _("Returned for changes")
        VERIFIED = "verified", _("Verified")
        SUSPENDED = "suspended", _("Suspended")

    MOVES: ClassVar = {
        State.APPLIED: {State.VERIFIED, State.RETURNED},
        State.RETURNED: {State.APPLIED},
        State.VERIFIED: {State.SUSPENDED},
        State.SUSPENDED: {State.VERIFIED},
    }

    partner = models.OneToOneField(
        "partner.Partner", models.PROTECT, related_name="cooperative", editable=False
    )
    party = models.OneToOneField(
        "traceability.Party", models.PROTECT, related_name="+", editable=False
    )
    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(_("trade name"), max_length=120)
    legal_name = models.CharField(_("legal name"), max_length=200)
    legal_form = models.CharField(_("legal form"), max_length=12, choices=LegalForm)
    tax_code = models.CharField(
        _("tax code"),
        max_length=14,
        unique=True,
        validators=[RegexValidator(r"^\d{10}(-\d{3})?$|^\d{12}$")],
    )
    commune = models.ForeignKey("communes.Commune", models.PROTECT, related_name="+")
    street = models.CharField(_("house and street or hamlet"), max_length=200)
    representative = models.CharField(_("legal representative"), max_length=120)
    phone = models.CharField(_("phone"), max_length=20)
    email = models.EmailField(_("e-mail"), blank=True)
    story = models.TextField(_("who we are"), blank=True, max_length=4_000)
    state = models.CharField(max_length=10, choices=State, default=State.APPLIED)
    applied_at = models.DateTimeField()
    due_at = models.DateTimeField(help_text="When the province has to have answered.")
    verified_at = models.DateTimeField(null=True, blank=True)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Who of the province is looking at the application.",
    )

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(assigned_to__isnull=True) | Q(state="applied"),
                name="cooperative_assigned_while_it_waits",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["verified", "suspended"]) | Q(verified_at__isnull=False),
                name="cooperative_verified_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(tax_code__regex=r"^(\d{10}(-\d{3})?|\d{12})$"),
                name="cooperative_tax_code_has_its_shape",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["applied", "returned", "verified", "suspended"]),
                name="cooperative_state_is_known",
            ),
        )
        permissions = (("verify_cooperative", "Can verify cooperatives"),)

    def __str__(self) -> str:
        """The trade name."""
        return self.name

    def get_absolute_url(self) -> str:
        """The public page, printed on posters: it never moves."""
        return f"/htx/{self.slug}"

    def can_become(self, state: str) -> bool:
        """Whether the cooperative may move to ``state`` from where it stands."""
        return state in self.MOVES[self.State(self.state)]


class Membership(models.Model):
    """Who may act for a cooperative, and as what."""

    class Role(models.TextChoices):
        """What a member may do: an owner everything, a seller the goods, a packer the parcels."""

        OWNER = "owner", _("Owner")
        SELLER = "seller", _("Seller")
        PACKER = "packer", _("Packer")

    cooperative = models.ForeignKey(Cooperative, models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=6, choices=Role)
    since = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("cooperative", "user"), name="membership_once_per_cooperative"
            ),
            models.CheckConstraint(
                condition=Q(role__in=["owner", "seller", "packer"]),
                name="membership_role_is_known",
            ),
        )

    def __str__(self) -> str:
        """User and role."""
        return f"{self.user_id} {self.role}"


class CooperativeDecision(models.Model):
    """What the province decided about a cooperative, and why. Never edited."""

    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="decisions")
    state = models.CharField(max_length=10, choices=Cooperative.State)
    reason = models.TextField(blank=True, max_length=2_000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=~Q(state__in=["returned", "suspended"]) | ~Q(reason=""),
                name="cooperative_returned_with_a_reason",
            ),
        )

    def __str__(self) -> str:
        """State and time."""
        return f"{self.state} {self.at:%Y-%m-%d}"


class BankAccount(models.Model):
    """Where a cooperative is paid. The row in force is the one without an end."""

    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="bank_accounts")
    bank_bin = models.CharField(max_length=6, validators=[RegexValidator(r"^\d{6}$")])
    number = models.CharField(max_length=19, validators=[RegexValidator(r"^[0-9A-Za-z]{1,19}$")])
    holder = models.CharField(max_length=120)
    valid_from = models.DateTimeField()
    valid_to = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-valid_from", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("cooperative",),
                condition=Q(valid_to__isnull=True),
                name="bank_account_one_in_force",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=models.F("valid_from")),
                name="bank_account_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(bank_bin__regex=r"^\d{6}$"),
                name="bank_account_bin_has_six_digits",
            ),
        )

    def __str__(self) -> str:
        """Bank and the last four characters."""
        return f"{self.bank_bin} …{self.number[-4:]}"


class CooperativePaper(models.Model):
    """A licence, certificate or proof of a cooperative; the file itself is a private paper."""

    class Kind(models.TextChoices):
        """What the paper proves."""

        REGISTRATION = "registration", _("Business registration")
        IDENTITY = "identity", _("Identity of the representative")
        FOOD_SAFETY = "food_safety", _("Food safety")
        CERTIFICATE = "certificate", _("Certificate")
        BANK = "bank", _("Bank account proof")
        OTHER = "other", _("Other paper")

    class State(models.TextChoices):
        """What the province said of it."""

        WAITING = "waiting", _("Waiting for a look")
        ACCEPTED = "accepted", _("Accepted")
        RETURNED = "returned", _("Sent back")

    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="papers")
    paper = models.OneToOneField("records.Paper", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind)
    valid_to = models.DateField(null=True, blank=True, help_text="Its last valid day.")
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    due_at = models.DateTimeField(help_text="When the province has to have looked at it.")
    remark = models.TextField(blank=True, max_length=1_000)
    looked_at = models.DateTimeField(null=True, blank=True)
    looked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(state="waiting", looked_at=None, looked_by=None)
                | Q(
                    state__in=["accepted", "returned"],
                    looked_at__isnull=False,
                    looked_by__isnull=False,
                ),
                name="cooperative_paper_waits_or_was_looked_at",
            ),
            models.CheckConstraint(
                condition=~Q(state="returned") | ~Q(remark=""),
                name="cooperative_paper_returned_with_a_remark",
            ),
        )

    def __str__(self) -> str:
        """Kind and cooperative."""
        return f"{self.kind} of {self.cooperative_id}"


class IdentityCheck(models.Model):
    """How somebody made sure who stands behind a cooperative. Never edited."""

    class Method(models.TextChoices):
        """How the check was done."""

        PAPERS = "papers", _("Papers looked at")
        TAX_REGISTER = "tax_register", _("Tax register")
        VNEID = "vneid", _("VNeID")
        VISIT = "visit", _("Visit")

    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="identity_checks")
    method = models.CharField(max_length=12, choices=Method)
    level = models.PositiveSmallIntegerField(help_text="1 claimed, 2 checked, 3 met in person.")
    evidence_sha256 = models.CharField(max_length=64, blank=True)
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    checked_at = models.DateTimeField()

    class Meta:
        ordering = ("-checked_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(level__gte=1, level__lte=3),
                name="identity_check_level_1_to_3",
            ),
        )

    def __str__(self) -> str:
        """Method and level."""
        return f"{self.method} {self.level}"
