"""Sentences about live sessions that must always be true."""

from marketplace.records.invariants import invariant


@invariant("live_hosts_were_checked", "Nobody went live whose identity and papers were not seen.")
def _hosts_checked() -> str:
    """Hosts of sessions that began, without a check before the start."""
    return """
        SELECT h.id, h.name FROM cms_livehost h JOIN cms_livesession s ON s.id = h.session_id
        WHERE s.started_at IS NOT NULL AND (h.checked_at IS NULL OR h.checked_at > s.started_at)
    """


@invariant("live_pins_are_of_the_shelf", "What is shown lies on the session's own shelf.")
def _pins_fit() -> str:
    """Pins of another session's items, or open ones where nothing runs."""
    return """
        SELECT p.id FROM cms_livepin p
        JOIN cms_liveitem i ON i.id = p.item_id JOIN cms_livesession s ON s.id = p.session_id
        WHERE i.session_id <> p.session_id OR (p.ended_at IS NULL AND s.state <> 'live')
    """
