"""Sentences about what sellers earned, what was kept off it, and what they were paid."""

from __future__ import annotations

from marketplace.records.invariants import invariant


@invariant(
    "statement_is_the_sum_of_its_lines",
    "A statement's lines are postings of its payee's own account, turned round, and add up to it.",
)
def _statement_sums_its_lines() -> str:
    return """
        SELECT statement.number, statement.payable - statement.carried AS moved,
            coalesce(sum(line.amount), 0) AS lines
        FROM payments_statement statement
        JOIN payments_payee payee ON payee.id = statement.payee_id
        LEFT JOIN payments_statementline line ON line.statement_id = statement.id
        LEFT JOIN payments_ledgerposting posting ON posting.id = line.posting_id
        LEFT JOIN payments_ledgeraccount account ON account.id = posting.account_id
        GROUP BY statement.id
        HAVING coalesce(sum(line.amount), 0) <> statement.payable - statement.carried
            OR bool_or(line.amount <> -posting.amount)
            OR bool_or(account.code <> 'payee:' || payee.key)
    """


@invariant("statements_follow_each_other", "A statement begins with what the one before it left.")
def _statements_follow() -> str:
    return """
        SELECT number, carried, before FROM (
            SELECT number, carried, lag(CASE WHEN is_paid_out THEN 0 ELSE payable END, 1, 0)
                OVER (PARTITION BY payee_id ORDER BY last_day) AS before
            FROM payments_statement) told
        WHERE carried <> before
    """


@invariant(
    "statement_is_paid_once",
    "What a statement pays out is due, on its way or sent, once and to the đồng.",
)
def _paid_once() -> str:
    return """
        SELECT statement.number, statement.payable, coalesce(sum(payout.amount), 0) AS paid
        FROM payments_statement statement
        LEFT JOIN payments_payout payout
            ON payout.statement_id = statement.id AND payout.state <> 'returned'
        GROUP BY statement.id
        HAVING coalesce(sum(payout.amount), 0)
            <> CASE WHEN statement.is_paid_out THEN statement.payable ELSE 0 END
    """


@invariant("ledger_tells_payouts", "Every payout that was sent, or came back, is in the ledger.")
def _ledger_tells_payouts() -> str:
    return """
        SELECT payout.id, payout.state FROM payments_payout payout
        LEFT JOIN payments_ledgerentry gone ON gone.key = 'paid_out:' || payout.id
        LEFT JOIN payments_ledgerentry back ON back.key = 'payout_back:' || payout.id
        WHERE (gone.id IS NOT NULL) <> (payout.sent_at IS NOT NULL)
            OR (back.id IS NOT NULL) <> (payout.state = 'returned' AND payout.sent_at IS NOT NULL)
            OR (payout.state = 'sent') > (payout.sent_at IS NOT NULL)
    """


@invariant(
    "payee_is_owed_what_is_not_paid",
    "A payee's account is what its statements await and leave, and what stands on none yet.",
)
def _payee_is_owed() -> str:
    return """
        SELECT payee.key, owed.amount, told.amount AS told FROM payments_payee payee
        JOIN payments_ledgeraccount account ON account.code = 'payee:' || payee.key
        CROSS JOIN LATERAL (
            SELECT -coalesce(sum(amount), 0) AS amount FROM payments_ledgerposting
            WHERE account_id = account.id) owed
        CROSS JOIN LATERAL (
            SELECT coalesce((SELECT sum(amount) FROM payments_payout WHERE payee_id = payee.id
                        AND state IN ('due', 'ordered')), 0)
                + coalesce((SELECT CASE WHEN is_paid_out THEN 0 ELSE payable END
                        FROM payments_statement WHERE payee_id = payee.id
                        ORDER BY last_day DESC LIMIT 1), 0)
                - coalesce((SELECT sum(posting.amount) FROM payments_ledgerposting posting
                        JOIN payments_ledgerentry entry ON entry.id = posting.entry_id
                        WHERE posting.account_id = account.id
                            AND entry.what NOT IN ('paid_out', 'payout_back')
                            AND NOT EXISTS (SELECT 1 FROM payments_statementline line
                                WHERE line.posting_id = posting.id)), 0) AS amount) told
        WHERE owed.amount <> told.amount
    """


@invariant("tax_by_line_is_in_the_ledger", "The tax kept by line is the tax the ledger keeps.")
def _tax_is_in_the_ledger() -> str:
    return """
        SELECT entry.key, line.tax, sum(line.amount) AS kept
        FROM payments_taxline line JOIN payments_ledgerentry entry ON entry.id = line.entry_id
        GROUP BY entry.id, line.tax
        HAVING sum(line.amount) <> coalesce((
            SELECT -sum(posting.amount) FROM payments_ledgerposting posting
            JOIN payments_ledgerentry kept ON kept.id = posting.entry_id
            JOIN payments_ledgeraccount account ON account.id = posting.account_id
            WHERE kept.key = 'tax:' || entry.key AND account.code = 'tax:' || line.tax), 0)
    """


@invariant(
    "line_returns_what_was_taken_back", "What lines returned is what was taken back of them."
)
def _returned_is_taken_back() -> str:
    return """
        SELECT invoice.reference, returned.amount, coalesce(back.amount, 0) AS taken_back
        FROM payments_invoice invoice
        JOIN (SELECT invoice_id, sum(returned) AS amount FROM payments_invoiceline
              GROUP BY invoice_id HAVING sum(returned) > 0) returned
            ON returned.invoice_id = invoice.id
        LEFT JOIN (SELECT entry.invoice_id, sum(posting.amount) AS amount
              FROM payments_ledgerentry entry
              JOIN payments_ledgerposting posting ON posting.entry_id = entry.id
              WHERE entry.what = 'taken_back' AND posting.amount > 0
              GROUP BY entry.invoice_id) back ON back.invoice_id = invoice.id
        WHERE returned.amount <> coalesce(back.amount, 0)
    """
