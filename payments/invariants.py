"""Sentences about money that must always be true."""

from __future__ import annotations

from marketplace.records.invariants import invariant


@invariant(
    "invoice_lines_make_its_total", "The lines an invoice still asks for add up to its total."
)
def _lines_make_the_total() -> str:
    return """
        SELECT invoice.reference, invoice.total,
            coalesce(sum(line.amount - line.waived), 0) AS lines
        FROM payments_invoice invoice
        LEFT JOIN payments_invoiceline line
            ON line.invoice_id = invoice.id AND line.dropped_at IS NULL
        GROUP BY invoice.id HAVING coalesce(sum(line.amount - line.waived), 0) <> invoice.total
    """


@invariant(
    "attempt_received_what_was_credited",
    "What an attempt received is the sum of what its booked results credit (I4).",
)
def _received_is_credited() -> str:
    return """
        SELECT attempt.public_id, attempt.received, coalesce(sum(booked.credited), 0) AS credited
        FROM payments_attempt attempt
        LEFT JOIN payments_gatewaytransaction booked ON booked.attempt_id = attempt.id
        GROUP BY attempt.id HAVING coalesce(sum(booked.credited), 0) <> attempt.received
    """


@invariant("invoice_received_its_total_at_most", "No invoice is credited more than its total (I4).")
def _never_more_than_the_total() -> str:
    return """
        SELECT invoice.reference, invoice.total, sum(attempt.received) AS received
        FROM payments_invoice invoice
        JOIN payments_attempt attempt ON attempt.invoice_id = invoice.id
        GROUP BY invoice.id HAVING sum(attempt.received) > invoice.total
    """


@invariant("invoice_covered_means_paid", "An invoice is marked covered when it is, and only then.")
def _covered_means_paid() -> str:
    return """
        SELECT invoice.reference, invoice.total, coalesce(sum(attempt.received), 0) AS received
        FROM payments_invoice invoice
        LEFT JOIN payments_attempt attempt ON attempt.invoice_id = invoice.id
        GROUP BY invoice.id
        HAVING (invoice.covered_at IS NOT NULL)
            <> (coalesce(sum(attempt.received), 0) >= invoice.total)
    """


@invariant(
    "money_beyond_an_invoice_goes_back",
    "What came beyond what counts is due for refund, to the đồng, and never more than came (I4).",
)
def _excess_goes_back() -> str:
    return """
        SELECT invoice.reference, came.amount, came.credited, coalesce(due.amount, 0) AS due
        FROM payments_invoice invoice
        JOIN (SELECT attempt.invoice_id, sum(booked.amount) AS amount,
                     sum(booked.credited) AS credited
              FROM payments_gatewaytransaction booked
              JOIN payments_attempt attempt ON attempt.id = booked.attempt_id
              GROUP BY attempt.invoice_id) came ON came.invoice_id = invoice.id
        LEFT JOIN (SELECT invoice_id, sum(amount) AS amount FROM payments_incident
                   WHERE kind = 'refund_due' AND state <> 'withdrawn'
                   GROUP BY invoice_id) due ON due.invoice_id = invoice.id
        WHERE coalesce(due.amount, 0) > came.amount
           OR coalesce(due.amount, 0) < came.amount - came.credited
    """


@invariant(
    "closed_invoice_keeps_no_money", "All that came for a closed invoice is due for refund (I6)."
)
def _closed_keeps_nothing() -> str:
    return """
        SELECT invoice.reference, sum(booked.amount) AS came
        FROM payments_invoice invoice
        JOIN payments_attempt attempt ON attempt.invoice_id = invoice.id
        JOIN payments_gatewaytransaction booked ON booked.attempt_id = attempt.id
        WHERE invoice.state = 'closed'
        GROUP BY invoice.id
        HAVING sum(booked.amount) <> coalesce(
            (SELECT sum(amount) FROM payments_incident incident
             WHERE incident.invoice_id = invoice.id AND incident.kind = 'refund_due'
               AND incident.state <> 'withdrawn'), 0)
    """


@invariant(
    "transfer_booked_exactly_once",
    "A transfer is booked when it is matched, once, with its own amount, and only then (I5).",
)
def _transfer_booked_once() -> str:
    return """
        SELECT transfer.source, transfer.external_id, transfer.state
        FROM payments_banktransaction transfer
        LEFT JOIN payments_match matched ON matched.bank_transaction_id = transfer.id
        LEFT JOIN payments_gatewaytransaction booked
            ON booked.provider = transfer.source AND booked.external_id = transfer.external_id
            AND booked.kind = 'bank_in' AND booked.amount = transfer.amount
            AND booked.attempt_id = matched.attempt_id
        WHERE (transfer.state = 'matched') <> (matched.id IS NOT NULL)
           OR (transfer.state = 'matched') <> (booked.id IS NOT NULL)
    """


@invariant(
    "unmatched_transfer_is_looked_at", "Every transfer nobody could place waits for somebody."
)
def _unmatched_is_looked_at() -> str:
    return """
        SELECT transfer.source, transfer.external_id FROM payments_banktransaction transfer
        WHERE transfer.state = 'unmatched' AND NOT EXISTS (
            SELECT 1 FROM payments_incident incident
            WHERE incident.bank_transaction_id = transfer.id AND incident.kind = 'unmatched')
    """


@invariant("message_processed_soon", "No message waits for its work more than a day.")
def _message_processed_soon() -> str:
    return """
        SELECT provider, dedupe_key, error FROM payments_message
        WHERE processed_at IS NULL AND received_at < now() - interval '25 hours'
    """


@invariant("ledger_entries_sum_to_zero", "What an entry of the ledger takes, it gives.")
def _entries_sum_to_zero() -> str:
    return """
        SELECT entry.key, coalesce(sum(posting.amount), 0) AS amount
        FROM payments_ledgerentry entry
        LEFT JOIN payments_ledgerposting posting ON posting.entry_id = entry.id
        GROUP BY entry.id HAVING sum(posting.amount) IS DISTINCT FROM 0
    """


@invariant(
    "ledger_tells_what_came", "Every result that was booked stands in the ledger with its sum."
)
def _ledger_tells_what_came() -> str:
    return """
        SELECT booked.provider, booked.external_id, booked.amount
        FROM payments_gatewaytransaction booked
        LEFT JOIN payments_ledgerentry entry ON entry.key = 'came:' || booked.id
        LEFT JOIN payments_ledgerposting posting
            ON posting.entry_id = entry.id AND posting.amount = booked.amount
        WHERE posting.id IS NULL
    """


@invariant(
    "ledger_tells_what_goes_back", "Every refund due, withdrawn or sent stands in the ledger."
)
def _ledger_tells_what_goes_back() -> str:
    return """
        SELECT incident.key, incident.state FROM payments_incident incident
        LEFT JOIN payments_ledgerentry due ON due.key = 'due:' || incident.id
        LEFT JOIN payments_ledgerentry undue ON undue.key = 'undue:' || incident.id
        CROSS JOIN LATERAL (
            SELECT count(*) FILTER (WHERE what = 'went_back')
                - count(*) FILTER (WHERE what = 'came_back') AS times
            FROM payments_ledgerentry entry
            WHERE entry.invoice_id = incident.invoice_id AND (entry.key = 'back:' || incident.id
                OR entry.key LIKE 'back:' || incident.id || ':%'
                OR entry.key LIKE 'came_back:' || incident.id || ':%')) gone
        WHERE incident.kind = 'refund_due' AND (due.id IS NULL
            OR (undue.id IS NOT NULL) <> (incident.state = 'withdrawn')
            OR gone.times <> (incident.state = 'settled')::int)
    """


@invariant("ledger_keeps_no_more_than_came", "No invoice gave more than came for it.")
def _clearing_is_not_overdrawn() -> str:
    return """
        SELECT invoice.reference, sum(posting.amount) AS overdrawn
        FROM payments_ledgerposting posting
        JOIN payments_ledgeraccount account ON account.id = posting.account_id
        JOIN payments_ledgerentry entry ON entry.id = posting.entry_id
        JOIN payments_invoice invoice ON invoice.id = entry.invoice_id
        WHERE account.code = 'clearing'
        GROUP BY invoice.id HAVING sum(posting.amount) > 0
    """


@invariant("ledger_suspense_is_what_waits", "Transfers nobody placed are what is in suspense.")
def _suspense_is_what_waits() -> str:
    return """
        SELECT waits.amount AS waits, kept.amount AS kept FROM
            (SELECT coalesce(sum(amount), 0) AS amount FROM payments_banktransaction
             WHERE state = 'unmatched') waits,
            (SELECT coalesce(-sum(posting.amount), 0) AS amount
             FROM payments_ledgerposting posting
             JOIN payments_ledgeraccount account ON account.id = posting.account_id
             WHERE account.code = 'suspense') kept
        WHERE waits.amount <> kept.amount
    """


@invariant(
    "couriers_hold_what_sellers_await",
    "What sellers are not paid yet for cash parcels is what the ledger keeps apart for them.",
)
def _awaited_is_with_couriers() -> str:
    return """
        SELECT payee.key, coalesce(waits.amount, 0) AS waits, coalesce(kept.amount, 0) AS kept
        FROM payments_payee payee
        LEFT JOIN (SELECT payee_id, sum(held) AS amount FROM payments_cashparcel
                   WHERE state = 'taken' GROUP BY payee_id) waits ON waits.payee_id = payee.id
        LEFT JOIN (SELECT account.code, -sum(posting.amount) AS amount
                   FROM payments_ledgerposting posting
                   JOIN payments_ledgeraccount account ON account.id = posting.account_id
                   GROUP BY account.code) kept ON kept.code = 'awaited:' || payee.key
        WHERE coalesce(waits.amount, 0) <> coalesce(kept.amount, 0)
    """


@invariant(
    "couriers_owe_what_they_took",
    "A courier owes the cash of the parcels it took, less what its files say it paid.",
)
def _couriers_owe() -> str:
    return """
        SELECT courier.code, coalesce(took.amount, 0) AS took, coalesce(paid.amount, 0) AS paid
        FROM payments_courier courier
        LEFT JOIN (SELECT courier_id, sum(amount) AS amount FROM payments_cashparcel
                   WHERE taken_at IS NOT NULL GROUP BY courier_id) took
            ON took.courier_id = courier.id
        LEFT JOIN (SELECT file.account, sum(line.amount) AS amount
                   FROM payments_settledline line
                   JOIN payments_bankfile file ON file.id = line.file_id
                   GROUP BY file.account) paid ON paid.account = 'courier:' || courier.code
        LEFT JOIN payments_ledgeraccount account ON account.code = 'courier:' || courier.code
        WHERE coalesce(took.amount, 0) - coalesce(paid.amount, 0) <> coalesce((
            SELECT sum(amount) FROM payments_ledgerposting WHERE account_id = account.id), 0)
    """
