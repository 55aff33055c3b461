"""What must be there before a session may start: identity, papers, goods, rules."""

from django.utils.translation import gettext as _

from catalog.cooperatives.models import Cooperative
from catalog.listings.models import Listing
from cms.live.models import LiveItem, LiveSession
from cms.pages.policies import PolicyPage
from marketplace.records import clock

#: Kinds of goods whose buyers must be told of a risk (honey and children, raw herbs, meat).
RISKY = ("honey", "meat-specialty", "herbs-spices")


def missing(session: LiveSession) -> list[str]:
    """What is missing, each as a sentence; nothing when it may start."""
    return [*_hosts(session), *_goods(session), *_rules()]


def _hosts(session: LiveSession) -> list[str]:
    """Everybody who speaks was identified, and his cooperative may sell."""
    hosts = list(session.hosts.select_related("cooperative"))
    found = [] if hosts else [_("Nobody is named as host.")]
    for host in hosts:
        if host.checked_at is None:
            found.append(
                _("Identity and papers of %(name)s are not checked.") % {"name": host.name}
            )
        if host.cooperative.state != Cooperative.State.VERIFIED:
            found.append(_("%(name)s is not verified.") % {"name": host.cooperative.name})
    return found


def _goods(session: LiveSession) -> list[str]:
    """Every item is on the shelf, its cooperative has papers in force and a host here."""
    items = list(session.items.select_related("listing__cooperative", "listing__category"))
    found = [] if items else [_("There are no goods on the shelf.")]
    speaking = set(session.hosts.values_list("cooperative_id", flat=True))
    for item in items:
        found += _item(item, speaking)
    sellers = {item.listing.cooperative_id: item.listing.cooperative for item in items}
    for seller in sellers.values():
        if not _has_papers(seller):
            found.append(
                _("%(name)s has no business registration in force.") % {"name": seller.name}
            )
    return found


def _item(item: LiveItem, speaking: set[int]) -> list[str]:
    """What stands against one item."""
    listing = item.listing
    name = {"name": str(listing)}
    found = []
    if listing.state != Listing.State.PUBLISHED:
        found.append(_("%(name)s is not on sale.") % name)
    if listing.cooperative_id not in speaking:
        found.append(_("Nobody speaks for the seller of %(name)s.") % name)
    if listing.category.path.split("/")[0] in RISKY and not item.warning:
        found.append(_("%(name)s needs a warning in words.") % name)
    return found


def _has_papers(seller: Cooperative) -> bool:
    """Whether a registration paper is in force today."""
    papers = seller.papers.filter(kind="registration")
    today = clock.local_day()
    return any(paper.valid_to is None or paper.valid_to >= today for paper in papers)


def _rules() -> list[str]:
    """The livestream rules are published."""
    published = PolicyPage.objects.live().filter(kind=PolicyPage.Kind.LIVESTREAM).exists()
    return [] if published else [_("The livestream rules are not published.")]
