"""The statements of `bulkorders`, in the order in which they run. ``n`` is an order's number."""

from marketplace.seeding import bulkledger

_TABLES = (
    "basket_basket",
    "order_order",
    "order_line",
    "catalog_sellerorder",
    "payments_invoice",
    "payments_attempt",
)

_PACKS = """
    CREATE TEMP TABLE bench_pack AS
    SELECT row_number() OVER (ORDER BY k.id) - 1 AS place, k.id AS pack_id, k.product_id,
        k.net_weight_g, k.price, s.id AS stockrecord_id, s.partner_id, s.partner_sku,
        e.name AS partner_name, l.cooperative_id, l.category_id, g.path, l.variety_id,
        l.commune_id, p.title, min(b.id) AS balance_id
    FROM catalog_pack k
    JOIN catalog_listing l ON l.id = k.listing_id
    JOIN catalog_goodscategory g ON g.id = l.category_id
    JOIN catalogue_product p ON p.id = k.product_id
    JOIN partner_stockrecord s ON s.product_id = k.product_id
    JOIN partner_partner e ON e.id = s.partner_id
    JOIN catalog_lotbalance b ON b.pack_id = k.id
    WHERE l.slug LIKE 'bench-%%'
    GROUP BY k.id, s.id, e.id, l.id, g.id, p.id
"""
# Every key is a base and the order's number, so that the tables know each other's keys.
_KEYS = [
    f"(SELECT coalesce(max(id), 0) + 1 FROM {table}) AS {table}"  # noqa: S608 -- our own words
    for table in _TABLES
]
_BASES = f"CREATE TEMP TABLE bench_base AS SELECT {', '.join(_KEYS)}"
_ORDERS = """
    CREATE TEMP TABLE bench_order AS
    SELECT n, n - %(first)s AS d, 'BENCH-' || n AS number,
        %(begin)s::timestamptz + n * %(step)s::interval AS at,
        CASE WHEN n %% 3 = 0 THEN 'cod' ELSE 'vietqr' END AS channel,
        CASE WHEN n %% 3 = 0 THEN 'delivered' WHEN n %% 20 = 1 THEN 'cancelled'
            WHEN n %% 20 = 2 THEN 'expired' ELSE 'delivered' END AS fate,
        (ARRAY['search', 'category', 'home', 'storefront', 'direct', 'scan', 'api'])[n %% 7 + 1]
            AS source
    FROM generate_series(%(first)s::bigint, %(last)s::bigint) n
"""
_LINES = """
    CREATE TEMP TABLE bench_line AS
    WITH size AS (SELECT count(*) AS packs FROM bench_pack),
    chosen AS (
        SELECT o.*, 0 AS k, (o.n * 7919) %% size.packs AS place FROM bench_order o, size
        UNION ALL SELECT o.*, 1, (o.n * 104729 + 13) %% size.packs FROM bench_order o, size
        WHERE o.n %% 10 < 3)
    SELECT row_number() OVER (ORDER BY c.n, c.k) - 1 AS e, c.*, (1 + c.n %% 3)::int AS quantity,
        p.pack_id, p.product_id, p.net_weight_g, p.price, p.stockrecord_id, p.partner_id,
        p.partner_sku, p.partner_name, p.cooperative_id, p.category_id, p.path, p.variety_id,
        p.commune_id, p.title, p.balance_id, p.price * (1 + c.n %% 3) AS total
    FROM chosen c JOIN bench_pack p USING (place)
    WHERE c.k = 0 OR p.cooperative_id <> (
        SELECT f.cooperative_id FROM bench_pack f, size WHERE f.place = (c.n * 7919) %% size.packs)
"""
_TOTALS = """
    CREATE TEMP TABLE bench_total AS
    SELECT o.*, t.total FROM bench_order o
    JOIN (SELECT n, sum(total)::bigint AS total FROM bench_line GROUP BY n) t USING (n)
"""
PREPARE = (_PACKS, _BASES, _ORDERS, _LINES, _TOTALS)

_BASKETS = """
    INSERT INTO basket_basket (id, status, date_created, date_submitted)
    SELECT b.basket_basket + d, 'Submitted', at, at FROM bench_total, bench_base b
"""
_ORDER_ROWS = """
    INSERT INTO order_order (id, number, basket_id, currency, total_incl_tax, total_excl_tax,
        shipping_incl_tax, shipping_excl_tax, shipping_method, shipping_code, status, guest_email,
        date_placed, analytics_tracked)
    SELECT b.order_order + d, number, b.basket_basket + d, 'VND', total, total, 0, 0, '', '', fate,
        '', at, false FROM bench_total, bench_base b
"""
_ORDER_LINES = """
    INSERT INTO order_line (id, order_id, partner_id, partner_name, partner_sku,
        partner_line_reference, partner_line_notes, stockrecord_id, product_id, title, quantity,
        line_price_incl_tax, line_price_excl_tax, line_price_before_discounts_incl_tax,
        line_price_before_discounts_excl_tax, unit_price_incl_tax, unit_price_excl_tax, status,
        num_allocated, allocation_cancelled)
    SELECT b.order_line + e, b.order_order + d, partner_id, partner_name, partner_sku, '', '',
        stockrecord_id, product_id, title, quantity, total, total, total, total, price, price, fate,
        0, false FROM bench_line, bench_base b
"""
_PLACEMENTS = """
    INSERT INTO catalog_placement (order_id, basket_id, request_sha256, token, channel, name,
        phone, email, commune_id, street, note, invoice_wish, terms_version, language, source,
        placed_at)
    SELECT b.order_order + d, b.basket_basket + d, '', 'bench-' || n, channel, 'Khách Đo Lường',
        '+84952999999', '', (SELECT min(commune_id) FROM bench_pack), '1 phố Đo', '', '{}',
        %(terms)s, 'vi', source, at FROM bench_total, bench_base b
"""
_PARTS = """
    INSERT INTO catalog_sellerorder (id, order_id, cooperative_id, number, state, goods, shipping,
        discount, total, lane_id, weight_g, confirm_by, arrives_from, arrives_to, tracking)
    SELECT b.catalog_sellerorder + e, b.order_order + d, cooperative_id,
        number || '-' || (k + 1), CASE WHEN fate = 'delivered' THEN fate ELSE 'cancelled' END,
        total, 0, 0, total, %(lane)s, net_weight_g * quantity, at + interval '1 day',
        (at + interval '1 day')::date, (at + interval '3 days')::date, ''
    FROM bench_line, bench_base b
"""
_PART_LINES = """
    INSERT INTO catalog_sellerorderline (line_id, seller_order_id, pack_id, category_id,
        variety_id, commune_id, weight_g, title, quantity, unit_price, total, discount,
        source, source_detail)
    SELECT b.order_line + e, b.catalog_sellerorder + e, pack_id, category_id, variety_id,
        commune_id, net_weight_g::bigint * quantity, left(title, 200), quantity, price, total, 0,
        source, '' FROM bench_line, bench_base b
"""
_PAYEES = """
    INSERT INTO payments_payee (key, name, legal_form, tax_code, bank_bin, bank_account,
        bank_account_name)
    SELECT DISTINCT 'cooperative-' || cooperative_id, '', '', '', '', '', '' FROM bench_pack
    ON CONFLICT (key) DO NOTHING
"""
_INVOICES = """
    INSERT INTO payments_invoice (id, reference, currency, total, flow, state, closed_reason,
        access_token_hash, issued_at, covered_at)
    SELECT b.payments_invoice + d, number, 'VND', total, 'collected',
        CASE WHEN fate = 'delivered' THEN 'open' ELSE 'closed' END,
        CASE WHEN fate = 'delivered' THEN '' ELSE fate END, '', at,
        CASE WHEN fate <> 'expired' THEN at + interval '5 minutes' END
    FROM bench_total, bench_base b
"""
_INVOICE_LINES = """
    INSERT INTO payments_invoiceline (invoice_id, payee_id, amount, goods_class, line_ref)
    SELECT b.payments_invoice + d, p.id, total, 'goods/' || path, 'line-' || (b.order_line + e)
    FROM bench_base b, bench_line l
    JOIN payments_payee p ON p.key = 'cooperative-' || l.cooperative_id
"""
_ATTEMPTS = """
    INSERT INTO payments_attempt (id, public_id, invoice_id, channel, amount, received, state, memo,
        key, show, created_at, captured_at)
    SELECT b.payments_attempt + d, 'bench-' || n, b.payments_invoice + d, channel, total,
        CASE WHEN fate = 'expired' THEN 0 ELSE total END,
        CASE WHEN fate = 'expired' THEN 'expired' ELSE 'captured' END, '', 'bench-' || n, '{}', at,
        CASE WHEN fate <> 'expired' THEN at + interval '5 minutes' END
    FROM bench_total, bench_base b
"""
_RESULTS = """
    INSERT INTO payments_gatewaytransaction (provider, external_id, kind, amount, credited,
        attempt_id, occurred_at, recorded_at)
    SELECT 'bench', number, 'captured', total, total, b.payments_attempt + d, at, at
    FROM bench_total, bench_base b WHERE fate <> 'expired'
"""
_INCIDENTS = """
    INSERT INTO payments_incident (kind, state, key, reason, amount, invoice_id, opened_at,
        settled_at, note)
    SELECT 'refund_due', 'settled', 'refund:bench-' || n, 'closed_with_money', total,
        b.payments_invoice + d, at, at, 'bench' FROM bench_total, bench_base b
    WHERE fate = 'cancelled'
"""
_HOLDS = """
    INSERT INTO catalog_hold (balance_id, order_line_id, quantity, state)
    SELECT balance_id, b.order_line + e, quantity,
        CASE WHEN fate = 'delivered' THEN 'sold' ELSE 'released' END FROM bench_line, bench_base b
"""
# What was sold came in besides what is there: the shelf offers as much as before.
_SOLD = """
    CREATE TEMP TABLE bench_sold AS
    SELECT balance_id, sum(quantity)::int AS units FROM bench_line
    WHERE fate = 'delivered' GROUP BY balance_id
"""
_BALANCES = """
    UPDATE catalog_lotbalance b SET received = b.received + s.units, sold = b.sold + s.units
    FROM bench_sold s WHERE s.balance_id = b.id
"""
_MOVEMENTS = """
    INSERT INTO catalog_stockmovement (balance_id, kind, quantity, at)
    SELECT balance_id, kind, units, %(now)s FROM bench_sold,
        unnest(ARRAY['received', 'held', 'sold']) kind
"""
WRITE = (
    *(_BASKETS, _ORDER_ROWS, _ORDER_LINES, _PLACEMENTS, _PARTS, _PART_LINES, _PAYEES),
    *(_INVOICES, _INVOICE_LINES, _ATTEMPTS, _RESULTS, _INCIDENTS, *bulkledger.WRITE, _HOLDS),
    *(_SOLD, _BALANCES, _MOVEMENTS),
)
_TEMPORARY = "bench_pack, bench_base, bench_order, bench_line, bench_total, bench_sold"
TIDY = (
    *(
        f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))"  # noqa: S608 -- our own words
        for table in _TABLES
    ),
    f"DROP TABLE {_TEMPORARY}",
)
