"""What must always be true of cooperatives, their people and their accounts."""

from marketplace.records.invariants import invariant


@invariant("cooperative_has_an_owner", "Every cooperative that has members has an owner.")
def _cooperative_has_an_owner() -> str:
    """Cooperatives whose members cannot be managed by anybody."""
    return """
        SELECT cooperative_id FROM catalog_membership
        GROUP BY cooperative_id HAVING count(*) FILTER (WHERE role = 'owner') = 0
    """


@invariant("decision_is_not_a_members", "Nobody decided about a cooperative they belong to.")
def _decision_is_not_a_members() -> str:
    """Decisions by people who were members at the time."""
    return """
        SELECT decision.id FROM catalog_cooperativedecision decision
        JOIN catalog_membership member
            ON member.cooperative_id = decision.cooperative_id AND member.user_id = decision.by_id
        WHERE member.since <= decision.at
    """


@invariant("cooperative_state_is_its_last_decision", "A decided state is the last decision's.")
def _cooperative_state_is_its_last_decision() -> str:
    """Cooperatives that were decided on and now stand otherwise without having applied again."""
    return """
        SELECT seller.id, seller.state, last.state AS decided FROM catalog_cooperative seller
        JOIN LATERAL (
            SELECT state FROM catalog_cooperativedecision decision
            WHERE decision.cooperative_id = seller.id ORDER BY at DESC, id DESC LIMIT 1
        ) last ON true
        WHERE seller.state <> last.state AND seller.state <> 'applied'
    """
