"""Digital teams: neighbours who help the cooperatives of a commune with the market."""

from django.db import models


class CommuneTeam(models.Model):
    """Whom to call in a commune; entered by an administrator, one team per commune."""

    commune = models.OneToOneField("communes.Commune", models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    address = models.CharField(max_length=254, help_text="An e-mail or a phone as +84…")

    class Meta:
        ordering = ("commune",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(address__contains="@") | models.Q(address__startswith="+"),
                name="commune_team_can_be_reached",
            ),
        )

    def __str__(self) -> str:
        """The name."""
        return self.name
