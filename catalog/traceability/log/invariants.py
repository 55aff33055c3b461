"""What must be true of the log as a whole."""

from __future__ import annotations

from marketplace.records.invariants import invariant


@invariant("log_has_no_gap", "The entries of the log are counted from nought without a gap.")
def _log_has_no_gap() -> str:
    """As many entries as the highest place says."""
    return """
        SELECT count(*) AS entries, max(index) + 1 AS places FROM traceability_entry
        WHERE index IS NOT NULL HAVING count(*) <> coalesce(max(index) + 1, 0)
    """


@invariant("log_head_covers_what_is_there", "The last signed head covers the whole tree.")
def _log_head_covers_what_is_there() -> str:
    """The head and the entries are written together."""
    return """
        SELECT head.size, entries.size AS entries
        FROM (SELECT count(*) AS size FROM traceability_entry WHERE index IS NOT NULL) entries
        LEFT JOIN (SELECT size FROM traceability_treehead ORDER BY id DESC LIMIT 1) head ON TRUE
        WHERE coalesce(head.size, 0) <> entries.size
    """


@invariant("log_heads_agree", "Two signed heads of one size have one root.")
def _log_heads_agree() -> str:
    """What a witness would call a fork."""
    return """
        SELECT size, count(DISTINCT root) AS roots FROM traceability_treehead
        GROUP BY size HAVING count(DISTINCT root) > 1
    """


@invariant("log_takes_what_waits", "No signed entry is passed over by ten minutes of heads.")
def _log_takes_what_waits() -> str:
    """Unsigned ones wait for the province's key."""
    return """
        SELECT entry.id, entry.event_id, entry.submitted_at FROM traceability_entry entry
        WHERE entry.index IS NULL AND entry.leaf <> '' AND EXISTS (
            SELECT FROM traceability_treehead head
            WHERE head.at > entry.submitted_at + interval '10 minutes')
    """


@invariant("log_levels_are_complete", "Each level of the tree has every complete subtree.")
def _log_levels_are_complete() -> str:
    """Level by level: as many nodes as the size of the tree makes."""
    return """
        WITH tree AS (SELECT count(*) AS size FROM traceability_entry WHERE index IS NOT NULL)
        SELECT level, tree.size, count(node.position) AS nodes
        FROM tree CROSS JOIN generate_series(0, 62) AS level
        LEFT JOIN traceability_node node USING (level)
        GROUP BY level, tree.size
        HAVING count(node.position) <> tree.size >> level
            OR coalesce(max(node.position) + 1, 0) <> tree.size >> level
    """


@invariant("log_leaves_are_their_entries", "Each leaf of the tree is the hash of its entry.")
def _log_leaves_are_their_entries() -> str:
    """The tree against the texts it was made of."""
    return r"""
        SELECT entry.id, entry.index FROM traceability_entry entry
        LEFT JOIN traceability_node node ON node.level = 0 AND node.position = entry.index
        WHERE entry.index IS NOT NULL AND (node.hash IS NULL OR node.hash <> entry.leaf_hash
            OR entry.leaf_hash <> sha256('\x00'::bytea || convert_to(entry.leaf, 'UTF8')))
    """


@invariant("log_stamps_are_of_their_heads", "Each stamp is of a head of the size it says.")
def _log_stamps_are_of_their_heads() -> str:
    """Stamps against heads."""
    return """
        SELECT stamp.id, stamp.size, head.size AS head FROM traceability_headstamp stamp
        JOIN traceability_treehead head ON head.id = stamp.head_id
        WHERE head.size <> stamp.size
    """
