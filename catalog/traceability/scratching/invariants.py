"""What must be true of scratch codes and their sheets taken together."""

from __future__ import annotations

from marketplace.records.invariants import invariant


@invariant("scratch_codes_are_of_their_sheets_lot", "A scratch code's box is of its sheet's lot.")
def _scratch_codes_are_of_their_sheets_lot() -> str:
    """Codes on a sheet of another lot."""
    return """
        SELECT code.id, code.box_id FROM traceability_scratchcode code
        JOIN traceability_scratchsheet sheet ON sheet.id = code.sheet_id
        JOIN traceability_box box ON box.id = code.box_id
        WHERE box.lot_id <> sheet.lot_id
    """


@invariant("scratch_codes_that_count_were_fetched", "Digits count once their sheet was fetched.")
def _scratch_codes_that_count_were_fetched() -> str:
    """Codes that count though nobody can have printed them."""
    return """
        SELECT code.id, code.box_id, sheet.state FROM traceability_scratchcode code
        JOIN traceability_scratchsheet sheet ON sheet.id = code.sheet_id
        WHERE code.given_at IS NOT NULL AND sheet.fetched_at IS DISTINCT FROM code.given_at
    """
