"""The ledger of bulk orders: their money came, went back, or was earned by each part."""

_ENTRIES = (
    """
    INSERT INTO payments_ledgeraccount (code, kind)
    SELECT 'payee:cooperative-' || cooperative_id, 'liability' FROM (
        SELECT DISTINCT cooperative_id FROM bench_pack) p
    UNION ALL VALUES ('gateway:bench', 'asset'), ('clearing', 'liability'), ('refunds', 'liability')
    ON CONFLICT DO NOTHING
    """,
    """
    INSERT INTO payments_ledgerentry (key, what, invoice_id, at, recorded_at)
    SELECT 'came:' || g.id, 'came', a.invoice_id, g.occurred_at, g.recorded_at
    FROM payments_gatewaytransaction g JOIN payments_attempt a ON a.id = g.attempt_id,
        bench_base b WHERE g.provider = 'bench' AND a.id >= b.payments_attempt
    """,
    """
    INSERT INTO payments_ledgerentry (key, what, invoice_id, at, recorded_at)
    SELECT step.name || ':' || i.id, step.what, i.invoice_id, i.opened_at, i.opened_at
    FROM payments_incident i, bench_base b, (VALUES ('due', 'due_back'), ('back', 'went_back'))
        step (name, what)
    WHERE i.invoice_id >= b.payments_invoice
    """,
    """
    INSERT INTO payments_ledgerentry (key, what, invoice_id, at, recorded_at)
    SELECT 'earned:' || t.number || ':cooperative-' || s.cooperative_id, 'earned',
        b.payments_invoice + t.d, t.at, t.at
    FROM bench_total t, bench_base b, catalog_sellerorder s
    WHERE t.fate = 'delivered' AND s.order_id = b.order_order + t.d
    """,
)
_POSTINGS = """
    INSERT INTO payments_ledgerposting (entry_id, account_id, amount)
    SELECT e.id, c.id, CASE leg.side WHEN 'debit' THEN e.amount ELSE -e.amount END FROM (
        SELECT e.id, e.what, coalesce(g.amount, i.amount, s.total) AS amount,
            'payee:' || split_part(e.key, ':', 3) AS payee
        FROM bench_base b, payments_ledgerentry e
        LEFT JOIN payments_gatewaytransaction g ON e.what = 'came' AND e.key = 'came:' || g.id
        LEFT JOIN payments_incident i ON e.what IN ('due_back', 'went_back')
            AND i.id::text = split_part(e.key, ':', 2)
        LEFT JOIN catalog_sellerorder s ON e.what = 'earned'
            AND s.order_id = (SELECT order_order FROM bench_base) + e.invoice_id
                - (SELECT payments_invoice FROM bench_base)
            AND 'cooperative-' || s.cooperative_id = split_part(e.key, ':', 3)
        WHERE e.invoice_id >= b.payments_invoice) e
    JOIN (VALUES ('came', 'debit', 'gateway:bench'), ('came', 'credit', 'clearing'),
        ('due_back', 'debit', 'clearing'), ('due_back', 'credit', 'refunds'),
        ('went_back', 'debit', 'refunds'), ('went_back', 'credit', 'gateway:bench'),
        ('earned', 'debit', 'clearing'), ('earned', 'credit', NULL)) leg (what, side, code)
        ON leg.what = e.what
    JOIN payments_ledgeraccount c ON c.code = coalesce(leg.code, e.payee)
"""
WRITE = (*_ENTRIES, _POSTINGS)
