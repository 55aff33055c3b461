"""Sentences about conversations that must always be true."""

from marketplace.records.invariants import invariant


@invariant(
    "conversation_waits_for_who_spoke_last",
    "A conversation has a time to answer exactly while the buyer spoke last.",
)
def _waits() -> str:
    """A deadline without a buyer's question, or a question without a deadline."""
    return """
        SELECT c.id, c.answer_by, last.side FROM catalog_conversation c
        CROSS JOIN LATERAL (
            SELECT side FROM catalog_message m WHERE m.conversation_id = c.id
            ORDER BY m.at DESC, m.id DESC LIMIT 1) last
        WHERE (c.answer_by IS NOT NULL) <> (last.side = 'buyer')
    """
