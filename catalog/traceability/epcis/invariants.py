"""What must be true of EPCIS events beside what people wrote; one row's rules are constraints."""

from __future__ import annotations

from marketplace.records.invariants import invariant


@invariant("event_is_published", "What happened to a lot is published within five minutes.")
def _event_is_published() -> str:
    """Events the task should have published by now."""
    return """
        SELECT event.id, event.kind FROM traceability_event event
        LEFT JOIN traceability_epcisevent epcis ON epcis.source_id = event.id
        WHERE epcis.id IS NULL AND event.recorded_at < now() - interval '5 minutes'
    """


@invariant("epcis_event_is_what_happened", "A published event tells the party and moment written.")
def _epcis_event_is_what_happened() -> str:
    """Rows, columns and documents against what people wrote."""
    return """
        SELECT epcis.id, epcis.event_id FROM traceability_epcisevent epcis
        JOIN traceability_event event ON event.id = epcis.source_id
        JOIN traceability_lot lot ON lot.id = event.lot_id
        WHERE epcis.party_id <> lot.party_id
            OR date_trunc('milliseconds', event.at) <> epcis.event_time
            OR epcis.document ->> 'eventID' <> epcis.event_id
            OR epcis.document ->> 'type' <> epcis.type
    """


@invariant("epcis_declaration_has_its_event", "Only an event that is there is declared wrong.")
def _epcis_declaration_has_its_event() -> str:
    """Declarations without their event, or of somebody else's."""
    return """
        SELECT declared.id, declared.event_id FROM traceability_epcisevent declared
        LEFT JOIN traceability_epcisevent original
            ON original.event_id = declared.event_id AND original.declared_at IS NULL
        WHERE declared.declared_at IS NOT NULL
            AND original.party_id IS DISTINCT FROM declared.party_id
    """


@invariant("epcis_event_finds_its_boxes", "A box is found in as many events as it is committed to.")
def _epcis_event_finds_its_boxes() -> str:
    """Identifiers we only commit to against the commitments of the document."""
    return """
        SELECT epcis.id, epcis.event_id FROM traceability_epcisevent epcis
        LEFT JOIN traceability_epciseventthing thing ON thing.event_id = epcis.id AND committed
        WHERE epcis.source_id IS NOT NULL
        GROUP BY epcis.id
        HAVING count(thing.id) <> coalesce(
            jsonb_array_length(epcis.document -> 'sl:commitments' -> 'sl:box'), 0)
    """
