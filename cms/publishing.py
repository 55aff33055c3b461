"""What follows when an editor publishes: the terms' version becomes a dated rule.

The checkout asks the rule and never imports pages: it stands below them.
"""

from typing import Any

from cms.pages.policies import PolicyPage
from marketplace.records import rules


def keep_terms_version(sender: type[PolicyPage], instance: PolicyPage, **facts: Any) -> None:
    """Write the version of just-published terms as the rule ``terms.version`` from their day on."""
    if instance.kind == PolicyPage.Kind.TERMS and instance.locale.language_code == "vi":
        rules.change(
            "terms.version",
            instance.version,
            valid_from=instance.effective_from,
            source=f"Policy page “{instance.title}”",
        )
