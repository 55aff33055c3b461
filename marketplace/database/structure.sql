CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
CREATE FUNCTION public.catalog_consent_ended_once() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF OLD.ended_at IS NOT NULL
        OR to_jsonb(OLD) - 'ended_at' - 'ended_by_id' <> to_jsonb(NEW) - 'ended_at' - 'ended_by_id'
    THEN
        RAISE EXCEPTION 'consent % is append-only: it can be ended once', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION public.payments_ledger_balances() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    entry bigint := CASE TG_TABLE_NAME WHEN 'payments_ledgerentry'
        THEN (to_jsonb(NEW) ->> 'id')::bigint ELSE (to_jsonb(NEW) ->> 'entry_id')::bigint END;
    total bigint := (SELECT sum(amount) FROM payments_ledgerposting WHERE entry_id = entry);
BEGIN
    IF total IS DISTINCT FROM 0 THEN
        RAISE EXCEPTION 'ledger entry % does not sum to zero', entry
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_entry_sums_to_zero';
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION public.payments_refund_is_covered() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    came bigint; back bigint;
BEGIN
    IF NEW.state IN ('rejected', 'returned') THEN RETURN NEW; END IF;
    PERFORM 1 FROM payments_invoice WHERE id = NEW.invoice_id FOR UPDATE;
    SELECT coalesce(sum(booked.amount), 0) INTO came FROM payments_gatewaytransaction booked
        JOIN payments_attempt attempt ON attempt.id = booked.attempt_id
        WHERE attempt.invoice_id = NEW.invoice_id;
    SELECT coalesce(sum(amount), 0) INTO back FROM payments_refund
        WHERE invoice_id = NEW.invoice_id AND state NOT IN ('rejected', 'returned') AND id <> NEW.id;
    IF back + NEW.amount > came THEN
        RAISE EXCEPTION 'refunds of invoice % are more than came', NEW.invoice_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'refunds_within_what_came';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION public.records_keep_account() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    here bigint := pg_current_xact_id()::text::bigint;
    was jsonb := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE to_jsonb(OLD) END;
    became jsonb := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE to_jsonb(NEW) END;
    facts jsonb := coalesce(became, was);
    pairs text[] := string_to_array(TG_ARGV[0], ',');
    watched text[] := string_to_array(TG_ARGV[1], ',');
    pair text;
    kind text;
    key text;
BEGIN
    IF current_setting('market.unwatched', true) = 'on' THEN
        RETURN NULL;
    END IF;
    FOREACH pair IN ARRAY pairs LOOP
        kind := split_part(pair, '=', 1);
        key := split_part(pair, '=', 2);
        -- Two questions, not one with OR: each is answered by the index, to the row.
        IF key = '*' AND EXISTS (
            SELECT FROM records_auditentry
            WHERE transaction_id = here AND subject_type = kind AND what NOT LIKE 'database.%'
        ) THEN
            RETURN NULL;
        END IF;
        IF key <> '*' AND EXISTS (
            SELECT FROM records_auditentry
            WHERE transaction_id = here AND subject_type = kind AND subject_id = facts ->> key
                AND what NOT LIKE 'database.%'
        ) THEN
            RETURN NULL;
        END IF;
    END LOOP;
    INSERT INTO records_auditentry
        (at, by_id, on_behalf_of, about, subject_type, subject_id, what, before, after, request_id)
    VALUES (
        now(),
        nullif(current_setting('market.actor', true), '')::bigint,
        '',
        CASE WHEN facts ? 'cooperative_id'
            THEN 'catalog.cooperative:' || (facts ->> 'cooperative_id') ELSE '' END,
        split_part(pairs[1], '=', 1),
        coalesce(nullif(facts ->> split_part(pairs[1], '=', 2), ''), facts ->> 'id'),
        'database.' || lower(TG_OP),
        (SELECT jsonb_object_agg(name, was -> name) FROM unnest(watched) name
            WHERE was IS NOT NULL),
        (SELECT jsonb_object_agg(name, became -> name) FROM unnest(watched) name
            WHERE became IS NOT NULL),
        coalesce(current_setting('market.request', true), '')
    );
    RETURN NULL;
END $$;
CREATE FUNCTION public.records_new_version() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO records_tableversion (subject, version) VALUES (TG_ARGV[0], gen_random_uuid())
        ON CONFLICT (subject) DO UPDATE SET version = excluded.version;
    RETURN NULL;
END $$;
CREATE FUNCTION public.records_note_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO records_pagechange (weight) VALUES (1);
    RETURN NULL;
END $$;
CREATE FUNCTION public.records_refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'table % is append-only: % refused', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION public.statistics_catalog_placement_delete() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
        BEGIN
            INSERT INTO statistics_changedday (day) SELECT DISTINCT (c.placed_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date FROM rows_was c;
            RETURN NULL;
        END $$;
CREATE FUNCTION public.statistics_catalog_placement_update() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
        BEGIN
            INSERT INTO statistics_changedday (day) SELECT DISTINCT (c.placed_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date FROM (SELECT a.placed_at FROM rows_now a JOIN rows_was b ON b.order_id = a.order_id WHERE (a.placed_at, a.channel) <> (b.placed_at, b.channel) UNION SELECT b.placed_at FROM rows_now a JOIN rows_was b ON b.order_id = a.order_id WHERE a.placed_at <> b.placed_at) c;
            RETURN NULL;
        END $$;
CREATE FUNCTION public.statistics_catalog_sellerorder_update() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
        BEGIN
            INSERT INTO statistics_changedday (day) SELECT DISTINCT (c.placed_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date FROM rows_now x JOIN rows_was y ON y.id = x.id AND y.state <> x.state JOIN catalog_placement c ON c.order_id = x.order_id;
            RETURN NULL;
        END $$;
CREATE FUNCTION public.statistics_catalog_sellerorderline_delete() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
        BEGIN
            INSERT INTO statistics_changedday (day) SELECT DISTINCT (c.placed_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date FROM rows_was x JOIN catalog_sellerorder s ON s.id = x.seller_order_id JOIN catalog_placement c ON c.order_id = s.order_id;
            RETURN NULL;
        END $$;
CREATE FUNCTION public.statistics_catalog_sellerorderline_insert() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
        BEGIN
            INSERT INTO statistics_changedday (day) SELECT DISTINCT (c.placed_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date FROM rows_now x JOIN catalog_sellerorder s ON s.id = x.seller_order_id JOIN catalog_placement c ON c.order_id = s.order_id;
            RETURN NULL;
        END $$;
CREATE FUNCTION public.statistics_catalog_sellerorderline_update() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
        BEGIN
            INSERT INTO statistics_changedday (day) SELECT DISTINCT (c.placed_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date FROM rows_now x JOIN catalog_sellerorder s ON s.id = x.seller_order_id JOIN catalog_placement c ON c.order_id = s.order_id;
            RETURN NULL;
        END $$;
CREATE FUNCTION public.statistics_payments_attempt_update() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
        BEGIN
            INSERT INTO statistics_changedday (day) SELECT DISTINCT (c.placed_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date FROM rows_now x JOIN rows_was y ON y.id = x.id AND y.received <> x.received JOIN payments_invoice i ON i.id = x.invoice_id JOIN order_order o ON o.number = i.reference JOIN catalog_placement c ON c.order_id = o.id;
            RETURN NULL;
        END $$;
CREATE FUNCTION public.statistics_payments_invoice_update() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
        BEGIN
            INSERT INTO statistics_changedday (day) SELECT DISTINCT (c.placed_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date FROM rows_now x JOIN rows_was y ON y.id = x.id AND y.covered_at IS DISTINCT FROM x.covered_at JOIN order_order o ON o.number = x.reference JOIN catalog_placement c ON c.order_id = o.id;
            RETURN NULL;
        END $$;
CREATE FUNCTION public.statistics_payments_invoiceline_update() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO statistics_changedday (day)
    SELECT DISTINCT (c.placed_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
    FROM rows_now x JOIN rows_was y ON y.id = x.id AND y.returned <> x.returned
    JOIN payments_invoice i ON i.id = x.invoice_id
    JOIN order_order o ON o.number = i.reference
    JOIN catalog_placement c ON c.order_id = o.id;
    RETURN NULL;
END $$;
CREATE FUNCTION public.traceability_authorkey_keeps() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'DELETE' OR OLD.state = 'revoked'
        OR (OLD.state = 'retired' AND NEW.state = 'active')
        OR (NEW.id, NEW.party_id, NEW.key_id, NEW.public, NEW.certificate)
            IS DISTINCT FROM (OLD.id, OLD.party_id, OLD.key_id, OLD.public, OLD.certificate)
    THEN
        RAISE EXCEPTION 'table traceability_authorkey keeps its keys: % refused', TG_OP
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION public.traceability_entry_keeps() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'DELETE' OR OLD.index IS NOT NULL
        OR (NEW.id, NEW.event_id, NEW.party_id, NEW.document, NEW.submitted_at)
            IS DISTINCT FROM (OLD.id, OLD.event_id, OLD.party_id, OLD.document, OLD.submitted_at)
    THEN
        RAISE EXCEPTION 'table traceability_entry is append-only: % refused', TG_OP
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION public.traceability_lot_weights() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM traceability_weights_add_up(NEW.id);
    RETURN NULL;
END $$;
CREATE FUNCTION public.traceability_source_weights() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM traceability_weights_add_up(NEW.lot_id);
    PERFORM traceability_weights_add_up(NEW.source_id);
    RETURN NULL;
END $$;
CREATE FUNCTION public.traceability_weights_add_up(lot bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    sums record;
BEGIN
    SELECT CASE kind WHEN 'harvest' THEN 0 ELSE quantity_g + loss_g END AS told, used_g AS used,
        (SELECT coalesce(sum(grams), 0) FROM traceability_lotsource WHERE lot_id = lot) AS came,
        (SELECT coalesce(sum(grams), 0) FROM traceability_lotsource WHERE source_id = lot) AS went
    INTO sums FROM traceability_lot WHERE id = lot;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    IF sums.used <> sums.went THEN
        RAISE EXCEPTION 'lot %: % g are said to be used, other lots took %', lot, sums.used,
            sums.went USING ERRCODE = 'check_violation', CONSTRAINT = 'lot_counts_what_others_took';
    END IF;
    IF sums.came <> sums.told THEN
        RAISE EXCEPTION 'lot %: % g went in, % g came out or were lost', lot, sums.came,
            sums.told USING ERRCODE = 'check_violation', CONSTRAINT = 'lot_is_what_went_in';
    END IF;
END $$;
CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
);
CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);
ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
);
CREATE TABLE public.address_country (
    iso_3166_1_a2 character varying(2) NOT NULL,
    iso_3166_1_a3 character varying(3) NOT NULL,
    iso_3166_1_numeric character varying(3) NOT NULL,
    printable_name character varying(128) NOT NULL,
    name character varying(128) NOT NULL,
    display_order smallint NOT NULL,
    is_shipping_country boolean NOT NULL,
    CONSTRAINT address_country_display_order_check CHECK ((display_order >= 0))
);
CREATE TABLE public.address_useraddress (
    id bigint NOT NULL,
    title character varying(64) NOT NULL,
    first_name character varying(255) NOT NULL,
    last_name character varying(255) NOT NULL,
    line1 character varying(255) NOT NULL,
    line2 character varying(255) NOT NULL,
    line3 character varying(255) NOT NULL,
    line4 character varying(255) NOT NULL,
    state character varying(255) NOT NULL,
    postcode character varying(64) NOT NULL,
    search_text text NOT NULL,
    phone_number character varying(128) NOT NULL,
    notes text NOT NULL,
    is_default_for_shipping boolean NOT NULL,
    is_default_for_billing boolean NOT NULL,
    num_orders_as_shipping_address integer CONSTRAINT address_useraddress_num_orders_not_null NOT NULL,
    hash character varying(255) NOT NULL,
    date_created timestamp with time zone NOT NULL,
    country_id character varying(2) NOT NULL,
    user_id bigint NOT NULL,
    num_orders_as_billing_address integer NOT NULL,
    code character varying(255),
    CONSTRAINT address_useraddress_num_orders_as_billing_address_check CHECK ((num_orders_as_billing_address >= 0)),
    CONSTRAINT address_useraddress_num_orders_check CHECK ((num_orders_as_shipping_address >= 0))
);
ALTER TABLE public.address_useraddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.address_useraddress_id_seq
);
CREATE TABLE public.analytics_productrecord (
    id bigint NOT NULL,
    num_views integer NOT NULL,
    num_basket_additions integer NOT NULL,
    num_purchases integer NOT NULL,
    score double precision NOT NULL,
    product_id bigint NOT NULL,
    CONSTRAINT analytics_productrecord_num_basket_additions_check CHECK ((num_basket_additions >= 0)),
    CONSTRAINT analytics_productrecord_num_purchases_check CHECK ((num_purchases >= 0)),
    CONSTRAINT analytics_productrecord_num_views_check CHECK ((num_views >= 0))
);
ALTER TABLE public.analytics_productrecord ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.analytics_productrecord_id_seq
);
CREATE TABLE public.analytics_userproductview (
    id bigint NOT NULL,
    date_created timestamp with time zone NOT NULL,
    product_id bigint NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.analytics_userproductview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.analytics_userproductview_id_seq
);
CREATE TABLE public.analytics_userrecord (
    id bigint NOT NULL,
    num_product_views integer NOT NULL,
    num_basket_additions integer NOT NULL,
    num_orders integer NOT NULL,
    num_order_lines integer NOT NULL,
    num_order_items integer NOT NULL,
    total_spent numeric(12,2) NOT NULL,
    date_last_order timestamp with time zone,
    user_id bigint NOT NULL,
    CONSTRAINT analytics_userrecord_num_basket_additions_check CHECK ((num_basket_additions >= 0)),
    CONSTRAINT analytics_userrecord_num_order_items_check CHECK ((num_order_items >= 0)),
    CONSTRAINT analytics_userrecord_num_order_lines_check CHECK ((num_order_lines >= 0)),
    CONSTRAINT analytics_userrecord_num_orders_check CHECK ((num_orders >= 0)),
    CONSTRAINT analytics_userrecord_num_product_views_check CHECK ((num_product_views >= 0))
);
ALTER TABLE public.analytics_userrecord ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.analytics_userrecord_id_seq
);
CREATE TABLE public.analytics_usersearch (
    id bigint NOT NULL,
    query character varying(255) NOT NULL,
    date_created timestamp with time zone NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.analytics_usersearch ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.analytics_usersearch_id_seq
);
CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);
ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
);
CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
);
CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);
ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
);
CREATE TABLE public.basket_basket (
    id bigint NOT NULL,
    status character varying(128) NOT NULL,
    date_created timestamp with time zone NOT NULL,
    date_merged timestamp with time zone,
    date_submitted timestamp with time zone,
    owner_id bigint
);
ALTER TABLE public.basket_basket ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.basket_basket_id_seq
);
CREATE TABLE public.basket_basket_vouchers (
    id bigint NOT NULL,
    basket_id bigint NOT NULL,
    voucher_id bigint NOT NULL
);
ALTER TABLE public.basket_basket_vouchers ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.basket_basket_vouchers_id_seq
);
CREATE TABLE public.basket_line (
    id bigint NOT NULL,
    line_reference character varying(128) NOT NULL,
    quantity integer NOT NULL,
    price_currency character varying(12) NOT NULL,
    price_excl_tax numeric(12,2),
    price_incl_tax numeric(12,2),
    date_created timestamp with time zone NOT NULL,
    basket_id bigint NOT NULL,
    product_id bigint NOT NULL,
    stockrecord_id bigint NOT NULL,
    date_updated timestamp with time zone NOT NULL,
    tax_code character varying(64),
    CONSTRAINT basket_line_quantity_check CHECK ((quantity >= 0)),
    CONSTRAINT market_basket_line_asks_for_something CHECK ((quantity >= 1))
);
ALTER TABLE public.basket_line ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.basket_line_id_seq
);
CREATE TABLE public.basket_lineattribute (
    id bigint NOT NULL,
    value jsonb NOT NULL,
    line_id bigint NOT NULL,
    option_id bigint NOT NULL
);
ALTER TABLE public.basket_lineattribute ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.basket_lineattribute_id_seq
);
CREATE TABLE public.catalog_bankaccount (
    id bigint NOT NULL,
    bank_bin character varying(6) NOT NULL,
    number character varying(19) NOT NULL,
    holder character varying(120) NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_to timestamp with time zone,
    cooperative_id bigint NOT NULL,
    CONSTRAINT bank_account_bin_has_six_digits CHECK (((bank_bin)::text ~ '^\d{6}$'::text)),
    CONSTRAINT bank_account_ends_after_it_begins CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);
ALTER TABLE public.catalog_bankaccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_bankaccount_id_seq
);
CREATE TABLE public.catalog_basketkey (
    id bigint NOT NULL,
    public_id character varying(43) NOT NULL,
    token_sha256 character varying(64) NOT NULL,
    basket_id bigint NOT NULL
);
ALTER TABLE public.catalog_basketkey ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_basketkey_id_seq
);
CREATE TABLE public.catalog_basketlinesource (
    line_id bigint NOT NULL,
    source character varying(10) NOT NULL,
    detail character varying(120) NOT NULL,
    offer_id bigint
);
CREATE TABLE public.catalog_basketvoucher (
    basket_id bigint NOT NULL,
    voucher_id bigint NOT NULL
);
CREATE TABLE public.catalog_cashterms (
    cooperative_id bigint NOT NULL,
    reach character varying(10) NOT NULL,
    communes jsonb NOT NULL,
    most bigint,
    deposit smallint DEFAULT 0 NOT NULL,
    CONSTRAINT cash_deposit_is_half_at_most CHECK ((deposit <= 50)),
    CONSTRAINT cash_is_taken_or_not CHECK (((most IS NULL) OR (most > 0))),
    CONSTRAINT cash_names_its_communes CHECK (((((reach)::text = 'communes'::text) OR (communes = '[]'::jsonb)) AND (1 = (
CASE
    WHEN ((reach)::text = 'communes'::text) THEN 1
    ELSE 0
END +
CASE
    WHEN (communes = '[]'::jsonb) THEN 1
    ELSE 0
END)))),
    CONSTRAINT cash_reaches_a_known_place CHECK (((reach)::text = ANY ((ARRAY['everywhere'::character varying, 'province'::character varying, 'communes'::character varying, 'nowhere'::character varying])::text[]))),
    CONSTRAINT catalog_cashterms_deposit_check CHECK ((deposit >= 0)),
    CONSTRAINT catalog_cashterms_most_check CHECK ((most >= 0))
);
CREATE TABLE public.catalog_certificate (
    id bigint NOT NULL,
    scheme character varying(10) NOT NULL,
    stars smallint,
    number character varying(60) NOT NULL,
    issuer character varying(160) NOT NULL,
    scope character varying(200) NOT NULL,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    cooperative_id bigint NOT NULL,
    paper_id bigint,
    CONSTRAINT catalog_certificate_stars_check CHECK ((stars >= 0)),
    CONSTRAINT certificate_ends_after_it_begins CHECK ((valid_to >= valid_from)),
    CONSTRAINT certificate_only_ocop_has_3_to_5_stars CHECK (((((scheme)::text = 'ocop'::text) AND (stars >= 3) AND (stars <= 5)) OR ((NOT ((scheme)::text = 'ocop'::text)) AND (stars IS NULL))))
);
ALTER TABLE public.catalog_certificate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_certificate_id_seq
);
CREATE TABLE public.catalog_communeteam (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    address character varying(254) NOT NULL,
    commune_id bigint NOT NULL,
    CONSTRAINT commune_team_can_be_reached CHECK ((((address)::text ~~ '%@%'::text) OR ((address)::text ~~ '+%'::text)))
);
ALTER TABLE public.catalog_communeteam ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_communeteam_id_seq
);
CREATE TABLE public.catalog_consent (
    id bigint NOT NULL,
    listings boolean NOT NULL,
    stock boolean NOT NULL,
    orders boolean NOT NULL,
    given_at timestamp with time zone NOT NULL,
    until timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    cooperative_id bigint NOT NULL,
    ended_by_id bigint,
    given_by_id bigint NOT NULL,
    helper_id bigint NOT NULL,
    CONSTRAINT consent_allows_something CHECK ((listings OR stock OR orders)),
    CONSTRAINT consent_ends_after_it_begins CHECK ((until > given_at)),
    CONSTRAINT consent_is_not_ended_before_it_begins CHECK (((ended_at IS NULL) OR (ended_at >= given_at)))
);
ALTER TABLE public.catalog_consent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_consent_id_seq
);
CREATE TABLE public.catalog_conversation (
    id bigint NOT NULL,
    token character varying(43) NOT NULL,
    name character varying(120) NOT NULL,
    address character varying(254) NOT NULL,
    language character varying(2) NOT NULL,
    began_at timestamp with time zone NOT NULL,
    last_at timestamp with time zone NOT NULL,
    answer_by timestamp with time zone,
    reported_at timestamp with time zone,
    reported_why character varying(300) NOT NULL,
    settled_at timestamp with time zone,
    cooperative_id bigint NOT NULL,
    listing_id bigint,
    seller_order_id bigint,
    user_id bigint,
    CONSTRAINT conversation_is_about_one_thing CHECK ((((listing_id IS NOT NULL) AND (seller_order_id IS NULL)) OR ((listing_id IS NULL) AND (seller_order_id IS NOT NULL)))),
    CONSTRAINT conversation_settled_after_a_report CHECK (((settled_at IS NULL) OR (reported_at IS NOT NULL)))
);
ALTER TABLE public.catalog_conversation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_conversation_id_seq
);
CREATE TABLE public.catalog_cooperative (
    id bigint NOT NULL,
    slug character varying(80) NOT NULL,
    name character varying(120) NOT NULL,
    legal_name character varying(200) NOT NULL,
    legal_form character varying(12) NOT NULL,
    tax_code character varying(14) NOT NULL,
    street character varying(200) NOT NULL,
    representative character varying(120) NOT NULL,
    phone character varying(20) NOT NULL,
    email character varying(254) NOT NULL,
    story text NOT NULL,
    state character varying(10) NOT NULL,
    applied_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    verified_at timestamp with time zone,
    commune_id bigint NOT NULL,
    partner_id bigint NOT NULL,
    party_id bigint NOT NULL,
    assigned_to_id bigint,
    CONSTRAINT cooperative_assigned_while_it_waits CHECK (((assigned_to_id IS NULL) OR ((state)::text = 'applied'::text))),
    CONSTRAINT cooperative_state_is_known CHECK (((state)::text = ANY ((ARRAY['applied'::character varying, 'returned'::character varying, 'verified'::character varying, 'suspended'::character varying])::text[]))),
    CONSTRAINT cooperative_tax_code_has_its_shape CHECK (((tax_code)::text ~ '^(\d{10}(-\d{3})?|\d{12})$'::text)),
    CONSTRAINT cooperative_verified_at_a_time CHECK (((NOT ((state)::text = ANY ((ARRAY['verified'::character varying, 'suspended'::character varying])::text[]))) OR (verified_at IS NOT NULL)))
);
ALTER TABLE public.catalog_cooperative ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_cooperative_id_seq
);
CREATE TABLE public.catalog_cooperativedecision (
    id bigint NOT NULL,
    state character varying(10) NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    cooperative_id bigint NOT NULL,
    CONSTRAINT cooperative_returned_with_a_reason CHECK (((NOT ((state)::text = ANY ((ARRAY['returned'::character varying, 'suspended'::character varying])::text[]))) OR (NOT (reason = ''::text))))
);
ALTER TABLE public.catalog_cooperativedecision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_cooperativedecision_id_seq
);
CREATE TABLE public.catalog_cooperativepaper (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    valid_to date,
    cooperative_id bigint NOT NULL,
    paper_id bigint NOT NULL,
    due_at timestamp with time zone NOT NULL,
    looked_at timestamp with time zone,
    looked_by_id bigint,
    remark text NOT NULL,
    state character varying(8) NOT NULL,
    CONSTRAINT cooperative_paper_returned_with_a_remark CHECK (((NOT ((state)::text = 'returned'::text)) OR (NOT (remark = ''::text)))),
    CONSTRAINT cooperative_paper_waits_or_was_looked_at CHECK ((((looked_at IS NULL) AND (looked_by_id IS NULL) AND ((state)::text = 'waiting'::text)) OR ((looked_at IS NOT NULL) AND (looked_by_id IS NOT NULL) AND ((state)::text = ANY ((ARRAY['accepted'::character varying, 'returned'::character varying])::text[])))))
);
ALTER TABLE public.catalog_cooperativepaper ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_cooperativepaper_id_seq
);
CREATE TABLE public.catalog_customer (
    id bigint NOT NULL,
    phone character varying(20) NOT NULL,
    name character varying(120) NOT NULL,
    email character varying(254) NOT NULL,
    consented_at timestamp with time zone NOT NULL,
    words_version character varying(20) NOT NULL,
    note text NOT NULL,
    cooperative_id bigint NOT NULL,
    seller_order_id bigint NOT NULL,
    user_id bigint,
    CONSTRAINT customer_agreed_to_some_words CHECK ((NOT ((words_version)::text = ''::text)))
);
ALTER TABLE public.catalog_customer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_customer_id_seq
);
CREATE TABLE public.catalog_customertag (
    id bigint NOT NULL,
    name character varying(30) NOT NULL,
    customer_id bigint NOT NULL,
    CONSTRAINT customer_tag_says_a_word CHECK ((NOT ((name)::text = ''::text)))
);
ALTER TABLE public.catalog_customertag ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_customertag_id_seq
);
CREATE TABLE public.catalog_goodscategory (
    id bigint NOT NULL,
    path character varying(120) NOT NULL,
    name_vi character varying(80) NOT NULL,
    name_en character varying(80) NOT NULL,
    folded character varying(160) NOT NULL,
    hs_hint character varying(10) NOT NULL,
    handling character varying(200) NOT NULL,
    perishable boolean NOT NULL,
    drawing character varying(40) NOT NULL,
    "position" smallint NOT NULL,
    category_id bigint NOT NULL,
    parent_id bigint,
    CONSTRAINT catalog_goodscategory_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.catalog_goodscategory ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_goodscategory_id_seq
);
CREATE TABLE public.catalog_grade (
    id bigint NOT NULL,
    key character varying(30) NOT NULL,
    name_vi character varying(60) NOT NULL,
    name_en character varying(60) NOT NULL,
    "position" smallint NOT NULL,
    CONSTRAINT catalog_grade_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.catalog_grade ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_grade_id_seq
);
CREATE TABLE public.catalog_harvestwindow (
    id bigint NOT NULL,
    harvest_from date NOT NULL,
    harvest_to date NOT NULL,
    order_from date NOT NULL,
    order_to date NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    over_at timestamp with time zone,
    listing_id bigint NOT NULL,
    opened_by_id bigint NOT NULL,
    CONSTRAINT harvest_window_harvests_forwards CHECK ((harvest_from <= harvest_to)),
    CONSTRAINT harvest_window_orders_before_the_harvest_ends CHECK (((order_from <= order_to) AND (order_to <= harvest_to)))
);
ALTER TABLE public.catalog_harvestwindow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_harvestwindow_id_seq
);
CREATE TABLE public.catalog_hold (
    id bigint NOT NULL,
    quantity integer NOT NULL,
    state character varying(8) NOT NULL,
    order_line_id bigint NOT NULL,
    balance_id bigint NOT NULL,
    CONSTRAINT catalog_hold_quantity_check CHECK ((quantity >= 0)),
    CONSTRAINT hold_holds_something CHECK ((quantity >= 1))
);
ALTER TABLE public.catalog_hold ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_hold_id_seq
);
CREATE TABLE public.catalog_holiday (
    id bigint NOT NULL,
    begins date NOT NULL,
    ends date NOT NULL,
    note character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    cooperative_id bigint NOT NULL,
    CONSTRAINT holiday_ends_after_it_begins CHECK ((ends >= begins))
);
ALTER TABLE public.catalog_holiday ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_holiday_id_seq
);
CREATE TABLE public.catalog_identitycheck (
    id bigint NOT NULL,
    method character varying(12) NOT NULL,
    level smallint NOT NULL,
    evidence_sha256 character varying(64) NOT NULL,
    checked_at timestamp with time zone NOT NULL,
    checked_by_id bigint NOT NULL,
    cooperative_id bigint NOT NULL,
    CONSTRAINT catalog_identitycheck_level_check CHECK ((level >= 0)),
    CONSTRAINT identity_check_level_1_to_3 CHECK (((level >= 1) AND (level <= 3)))
);
ALTER TABLE public.catalog_identitycheck ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_identitycheck_id_seq
);
CREATE TABLE public.catalog_invitation (
    id bigint NOT NULL,
    token character varying(22) NOT NULL,
    login character varying(254) NOT NULL,
    role character varying(6) NOT NULL,
    state character varying(9) NOT NULL,
    invited_at timestamp with time zone NOT NULL,
    cooperative_id bigint NOT NULL,
    invited_by_id bigint NOT NULL,
    CONSTRAINT invitation_role_is_known CHECK (((role)::text = ANY ((ARRAY['owner'::character varying, 'seller'::character varying, 'packer'::character varying])::text[]))),
    CONSTRAINT invitation_state_is_known CHECK (((state)::text = ANY ((ARRAY['open'::character varying, 'accepted'::character varying, 'declined'::character varying, 'withdrawn'::character varying])::text[])))
);
ALTER TABLE public.catalog_invitation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_invitation_id_seq
);
CREATE TABLE public.catalog_invoicereference (
    seller_order_id bigint NOT NULL,
    series character varying(12) NOT NULL,
    number character varying(8) NOT NULL,
    issued_on date NOT NULL,
    lookup_code character varying(60) NOT NULL,
    written_at timestamp with time zone NOT NULL,
    written_by_id bigint NOT NULL,
    CONSTRAINT tax_invoice_names_its_series CHECK ((NOT ((series)::text = ''::text))),
    CONSTRAINT tax_invoice_number_is_digits CHECK (((number)::text ~ '^[0-9]{1,8}$'::text))
);
CREATE TABLE public.catalog_lane (
    id bigint NOT NULL,
    code character varying(20) NOT NULL,
    name_vi character varying(80) NOT NULL,
    name_en character varying(80) NOT NULL,
    is_cool boolean NOT NULL,
    "position" smallint NOT NULL,
    courier_id bigint,
    CONSTRAINT catalog_lane_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.catalog_lane ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_lane_id_seq
);
CREATE TABLE public.catalog_laneoffer (
    id bigint NOT NULL,
    is_offered boolean NOT NULL,
    cooperative_id bigint NOT NULL,
    lane_id bigint NOT NULL
);
ALTER TABLE public.catalog_laneoffer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_laneoffer_id_seq
);
CREATE TABLE public.catalog_lanerate (
    id bigint NOT NULL,
    up_to_g integer NOT NULL,
    price bigint NOT NULL,
    days_min smallint NOT NULL,
    days_max smallint NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    source character varying(200) NOT NULL,
    lane_id bigint NOT NULL,
    zone_id bigint NOT NULL,
    CONSTRAINT catalog_lanerate_days_max_check CHECK ((days_max >= 0)),
    CONSTRAINT catalog_lanerate_days_min_check CHECK ((days_min >= 0)),
    CONSTRAINT catalog_lanerate_price_check CHECK ((price >= 0)),
    CONSTRAINT catalog_lanerate_up_to_g_check CHECK ((up_to_g >= 0)),
    CONSTRAINT lane_rate_days_in_order CHECK ((days_max >= days_min)),
    CONSTRAINT lane_rate_ends_after_it_begins CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);
ALTER TABLE public.catalog_lanerate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_lanerate_id_seq
);
CREATE TABLE public.catalog_listing (
    id bigint NOT NULL,
    season_months smallint[] NOT NULL,
    state character varying(9) NOT NULL,
    version integer NOT NULL,
    slug character varying(120) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    published_at timestamp with time zone,
    category_id bigint NOT NULL,
    commune_id bigint NOT NULL,
    cooperative_id bigint NOT NULL,
    product_id bigint,
    protected_name_id bigint,
    variety_id bigint,
    CONSTRAINT catalog_listing_version_check CHECK ((version >= 0)),
    CONSTRAINT listing_published_has_a_product CHECK ((((state)::text = 'draft'::text) OR ((product_id IS NOT NULL) AND (published_at IS NOT NULL) AND (version >= 1)))),
    CONSTRAINT listing_state_is_known CHECK (((state)::text = ANY ((ARRAY['draft'::character varying, 'published'::character varying, 'hidden'::character varying, 'withdrawn'::character varying])::text[])))
);
CREATE TABLE public.catalog_listing_certificates (
    id bigint NOT NULL,
    listing_id bigint NOT NULL,
    certificate_id bigint NOT NULL
);
ALTER TABLE public.catalog_listing_certificates ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_listing_certificates_id_seq
);
ALTER TABLE public.catalog_listing ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_listing_id_seq
);
CREATE TABLE public.catalog_listingchange (
    id bigint NOT NULL,
    proposed jsonb NOT NULL,
    base_version integer NOT NULL,
    state character varying(17) NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    reason text NOT NULL,
    decided_by_id bigint,
    listing_id bigint NOT NULL,
    proposed_by_id bigint NOT NULL,
    assigned_at timestamp with time zone,
    assigned_to_id bigint,
    first_id bigint,
    mend_by timestamp with time zone,
    message text NOT NULL,
    noticed jsonb NOT NULL,
    round smallint NOT NULL,
    touches character varying(14)[] NOT NULL,
    rule_id bigint,
    CONSTRAINT catalog_listingchange_base_version_check CHECK ((base_version >= 0)),
    CONSTRAINT catalog_listingchange_round_check CHECK ((round >= 0)),
    CONSTRAINT listing_change_assigned_only_while_it_waits CHECK ((((assigned_at IS NULL) AND (assigned_to_id IS NULL)) OR ((assigned_at IS NOT NULL) AND (assigned_to_id IS NOT NULL) AND ((state)::text = 'submitted'::text)))),
    CONSTRAINT listing_change_decided_by_a_person_or_a_rule CHECK (((((state)::text = 'submitted'::text) AND (decided_at IS NULL) AND (decided_by_id IS NULL) AND (rule_id IS NULL)) OR (((state)::text = 'withdrawn'::text) AND (((decided_at IS NULL) AND (decided_by_id IS NULL) AND (rule_id IS NULL)) OR ((decided_at IS NOT NULL) AND (decided_by_id IS NOT NULL) AND (rule_id IS NULL)))) OR (((state)::text = ANY ((ARRAY['returned'::character varying, 'changes_requested'::character varying])::text[])) AND (decided_at IS NOT NULL) AND (decided_by_id IS NOT NULL) AND (rule_id IS NULL)) OR (((state)::text = 'approved'::text) AND (((decided_at IS NOT NULL) AND (decided_by_id IS NOT NULL) AND (rule_id IS NULL)) OR ((decided_at IS NOT NULL) AND (decided_by_id IS NULL) AND (rule_id IS NOT NULL)))))),
    CONSTRAINT listing_change_later_rounds_name_the_first CHECK ((((first_id IS NULL) AND (round = 1)) OR ((first_id IS NOT NULL) AND (round >= 2)))),
    CONSTRAINT listing_change_mended_by_a_day_when_asked CHECK ((((mend_by IS NOT NULL) AND ((state)::text = 'changes_requested'::text)) OR ((state)::text = 'withdrawn'::text) OR ((NOT ((state)::text = 'changes_requested'::text)) AND (mend_by IS NULL)))),
    CONSTRAINT listing_change_sent_back_with_a_reason CHECK (((NOT ((state)::text = ANY ((ARRAY['returned'::character varying, 'changes_requested'::character varying])::text[]))) OR (NOT (reason = ''::text)))),
    CONSTRAINT listing_change_state_is_known CHECK (((state)::text = ANY ((ARRAY['submitted'::character varying, 'changes_requested'::character varying, 'approved'::character varying, 'returned'::character varying, 'withdrawn'::character varying])::text[])))
);
ALTER TABLE public.catalog_listingchange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_listingchange_id_seq
);
CREATE TABLE public.catalog_listingdraft (
    id bigint NOT NULL,
    token character varying(22) NOT NULL,
    base_version integer NOT NULL,
    content jsonb NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    cooperative_id bigint NOT NULL,
    listing_id bigint,
    saved_by_id bigint NOT NULL,
    CONSTRAINT catalog_listingdraft_base_version_check CHECK ((base_version >= 0))
);
ALTER TABLE public.catalog_listingdraft ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_listingdraft_id_seq
);
CREATE TABLE public.catalog_listingpicture (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    alt character varying(160) NOT NULL,
    listing_id bigint NOT NULL,
    picture_id bigint NOT NULL,
    CONSTRAINT catalog_listingpicture_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.catalog_listingpicture ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_listingpicture_id_seq
);
CREATE TABLE public.catalog_listingreport (
    id bigint NOT NULL,
    token character varying(22) NOT NULL,
    reason character varying(11) NOT NULL,
    words text NOT NULL,
    contact character varying(254) NOT NULL,
    language character varying(2) NOT NULL,
    reported_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    state character varying(9) NOT NULL,
    answer text NOT NULL,
    answered_at timestamp with time zone,
    answered_by_id bigint,
    listing_id bigint NOT NULL,
    CONSTRAINT listing_report_is_open_or_answered_in_words CHECK ((((answer = ''::text) AND (answered_at IS NULL) AND (answered_by_id IS NULL) AND ((state)::text = 'open'::text)) OR (((state)::text = ANY ((ARRAY['upheld'::character varying, 'dismissed'::character varying])::text[])) AND (NOT (answer = ''::text)) AND (answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL)))),
    CONSTRAINT listing_report_says_something CHECK ((NOT (words = ''::text)))
);
ALTER TABLE public.catalog_listingreport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_listingreport_id_seq
);
CREATE TABLE public.catalog_listingtext (
    id bigint NOT NULL,
    language character varying(2) NOT NULL,
    title character varying(120) NOT NULL,
    description text NOT NULL,
    listing_id bigint NOT NULL,
    CONSTRAINT listing_text_has_a_title CHECK ((NOT ((title)::text = ''::text)))
);
ALTER TABLE public.catalog_listingtext ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_listingtext_id_seq
);
CREATE TABLE public.catalog_lotbalance (
    id bigint NOT NULL,
    received integer NOT NULL,
    held integer NOT NULL,
    sold integer NOT NULL,
    best_before date,
    lot_id bigint NOT NULL,
    pack_id bigint NOT NULL,
    CONSTRAINT catalog_lotbalance_held_check CHECK ((held >= 0)),
    CONSTRAINT catalog_lotbalance_received_check CHECK ((received >= 0)),
    CONSTRAINT catalog_lotbalance_sold_check CHECK ((sold >= 0)),
    CONSTRAINT lot_balance_holds_and_sales_within_received CHECK ((received >= (held + sold)))
);
ALTER TABLE public.catalog_lotbalance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_lotbalance_id_seq
);
CREATE TABLE public.catalog_membership (
    id bigint NOT NULL,
    role character varying(6) NOT NULL,
    since timestamp with time zone NOT NULL,
    cooperative_id bigint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT membership_role_is_known CHECK (((role)::text = ANY ((ARRAY['owner'::character varying, 'seller'::character varying, 'packer'::character varying])::text[])))
);
ALTER TABLE public.catalog_membership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_membership_id_seq
);
CREATE TABLE public.catalog_message (
    id bigint NOT NULL,
    side character varying(6) NOT NULL,
    text text NOT NULL,
    key character varying(43) NOT NULL,
    at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    by_id bigint,
    conversation_id bigint NOT NULL,
    CONSTRAINT message_says_something CHECK ((NOT (text = ''::text))),
    CONSTRAINT message_side CHECK (((side)::text = ANY ((ARRAY['buyer'::character varying, 'seller'::character varying])::text[])))
);
ALTER TABLE public.catalog_message ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_message_id_seq
);
CREATE TABLE public.catalog_nudge (
    id bigint NOT NULL,
    step character varying(8) NOT NULL,
    reached smallint NOT NULL,
    at timestamp with time zone NOT NULL,
    seller_order_id bigint NOT NULL,
    CONSTRAINT catalog_nudge_reached_check CHECK ((reached >= 0)),
    CONSTRAINT nudge_step_is_known CHECK (((step)::text = ANY ((ARRAY['reminder'::character varying, 'second'::character varying, 'team'::character varying, 'desk'::character varying])::text[])))
);
ALTER TABLE public.catalog_nudge ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_nudge_id_seq
);
CREATE TABLE public.catalog_orderevent (
    id bigint NOT NULL,
    what character varying(10) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    order_id bigint NOT NULL,
    seller_order_id bigint,
    draft uuid,
    written_at timestamp with time zone,
    CONSTRAINT order_event_written_on_a_phone_before_it_arrived CHECK ((((draft IS NULL) AND (written_at IS NULL)) OR ((draft IS NOT NULL) AND (written_at IS NOT NULL) AND (written_at <= at))))
);
ALTER TABLE public.catalog_orderevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_orderevent_id_seq
);
CREATE TABLE public.catalog_pack (
    id bigint NOT NULL,
    key character varying(22) NOT NULL,
    name_vi character varying(80) NOT NULL,
    name_en character varying(80) NOT NULL,
    grade character varying(60) NOT NULL,
    net_weight_g integer NOT NULL,
    price bigint NOT NULL,
    is_sold boolean NOT NULL,
    "position" smallint NOT NULL,
    item_id bigint NOT NULL,
    listing_id bigint NOT NULL,
    product_id bigint NOT NULL,
    CONSTRAINT catalog_pack_net_weight_g_check CHECK ((net_weight_g >= 0)),
    CONSTRAINT catalog_pack_position_check CHECK (("position" >= 0)),
    CONSTRAINT catalog_pack_price_check CHECK ((price >= 0)),
    CONSTRAINT pack_has_a_price CHECK ((price >= 1)),
    CONSTRAINT pack_has_a_weight CHECK ((net_weight_g >= 1))
);
ALTER TABLE public.catalog_pack ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_pack_id_seq
);
CREATE TABLE public.catalog_packedlot (
    id bigint NOT NULL,
    quantity integer NOT NULL,
    lot_id bigint NOT NULL,
    line_id bigint NOT NULL,
    CONSTRAINT catalog_packedlot_quantity_check CHECK ((quantity >= 0)),
    CONSTRAINT packed_lot_packs_something CHECK ((quantity >= 1))
);
ALTER TABLE public.catalog_packedlot ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_packedlot_id_seq
);
CREATE TABLE public.catalog_paperrequirement (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    legal_form character varying(12) NOT NULL,
    category_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    words_vi character varying(200) NOT NULL,
    words_en character varying(200) NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    source character varying(300) NOT NULL,
    CONSTRAINT paper_requirement_ends_after_it_begins CHECK (((valid_to IS NULL) OR (valid_to > valid_from))),
    CONSTRAINT paper_requirement_says_what_and_why CHECK (((NOT ((words_vi)::text = ''::text)) AND (NOT ((words_en)::text = ''::text)) AND (NOT ((source)::text = ''::text))))
);
ALTER TABLE public.catalog_paperrequirement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_paperrequirement_id_seq
);
CREATE TABLE public.catalog_partdiscount (
    seller_order_id bigint NOT NULL,
    payer character varying(11) NOT NULL,
    goods bigint NOT NULL,
    shipping bigint NOT NULL,
    cooperative_id bigint NOT NULL,
    only_for_id bigint,
    use_id bigint NOT NULL,
    CONSTRAINT catalog_partdiscount_goods_check CHECK ((goods >= 0)),
    CONSTRAINT catalog_partdiscount_shipping_check CHECK ((shipping >= 0)),
    CONSTRAINT part_discount_gives_something CHECK (((goods >= 1) OR (shipping >= 1))),
    CONSTRAINT part_discount_of_a_cooperative_is_its_own CHECK (((NOT ((payer)::text = 'cooperative'::text)) OR (only_for_id IS NOT NULL))),
    CONSTRAINT part_discount_payer_is_known CHECK (((payer)::text = ANY ((ARRAY['province'::character varying, 'platform'::character varying, 'cooperative'::character varying])::text[]))),
    CONSTRAINT part_discount_stays_with_its_cooperative CHECK (((only_for_id IS NULL) OR (only_for_id = cooperative_id)))
);
CREATE TABLE public.catalog_passrule (
    id bigint NOT NULL,
    key character varying(40) NOT NULL,
    name_vi character varying(120) NOT NULL,
    name_en character varying(120) NOT NULL,
    lets character varying(14)[] NOT NULL,
    percent smallint,
    days smallint,
    valid_from date NOT NULL,
    valid_to date,
    source character varying(300) NOT NULL,
    CONSTRAINT catalog_passrule_days_check CHECK ((days >= 0)),
    CONSTRAINT catalog_passrule_percent_check CHECK ((percent >= 0)),
    CONSTRAINT pass_rule_ends_after_it_begins CHECK (((valid_to IS NULL) OR (valid_to > valid_from))),
    CONSTRAINT pass_rule_for_prices_has_a_band CHECK ((((days >= 1) AND (days IS NOT NULL) AND (lets @> ARRAY['price'::character varying(14)]) AND (percent >= 1) AND (percent IS NOT NULL) AND (percent <= 50)) OR ((NOT (lets @> ARRAY['price'::character varying(14)])) AND (days IS NULL) AND (percent IS NULL)))),
    CONSTRAINT pass_rule_never_lets_words_photos_or_papers_pass CHECK (((lets <@ ARRAY['price'::character varying(14), 'pack_off'::character varying(14), 'order'::character varying(14), 'season'::character varying(14)]) AND (
CASE
    WHEN (lets IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(lets, 1), 0)
END >= 1)))
);
ALTER TABLE public.catalog_passrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_passrule_id_seq
);
CREATE TABLE public.catalog_phonecode (
    placement_id bigint NOT NULL,
    code_hash character varying(64) NOT NULL,
    sent smallint NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    tries smallint NOT NULL,
    how character varying(4) NOT NULL,
    proved_at timestamp with time zone,
    by_id bigint,
    CONSTRAINT catalog_phonecode_sent_check CHECK ((sent >= 0)),
    CONSTRAINT catalog_phonecode_tries_check CHECK ((tries >= 0)),
    CONSTRAINT phone_code_call_has_a_caller CHECK (((NOT ((how)::text = 'call'::text)) OR (by_id IS NOT NULL))),
    CONSTRAINT phone_code_is_not_guessed CHECK (((sent >= 1) AND (sent <= 3) AND (tries <= 5))),
    CONSTRAINT phone_code_is_proved_somehow CHECK (((((how)::text = ''::text) AND (proved_at IS NULL)) OR (((how)::text = ANY ((ARRAY['code'::character varying, 'call'::character varying])::text[])) AND (proved_at IS NOT NULL))))
);
CREATE TABLE public.catalog_picture (
    id bigint NOT NULL,
    token character varying(43) NOT NULL,
    original character varying(120) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    sha256 character varying(64) NOT NULL,
    sizes jsonb NOT NULL,
    is_drawing boolean NOT NULL,
    uploaded_at timestamp with time zone NOT NULL,
    cooperative_id bigint NOT NULL,
    uploaded_by_id bigint NOT NULL,
    CONSTRAINT catalog_picture_height_check CHECK ((height >= 0)),
    CONSTRAINT catalog_picture_width_check CHECK ((width >= 0))
);
ALTER TABLE public.catalog_picture ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_picture_id_seq
);
CREATE TABLE public.catalog_placement (
    order_id bigint NOT NULL,
    idempotency_key character varying(255),
    request_sha256 character varying(64) NOT NULL,
    token character varying(43) NOT NULL,
    channel character varying(12) NOT NULL,
    held_until timestamp with time zone,
    name character varying(120) NOT NULL,
    phone character varying(20) NOT NULL,
    email character varying(254) NOT NULL,
    street character varying(200) NOT NULL,
    note character varying(300) NOT NULL,
    invoice_wish jsonb NOT NULL,
    terms_version character varying(20) NOT NULL,
    language character varying(2) NOT NULL,
    source character varying(10) NOT NULL,
    placed_at timestamp with time zone NOT NULL,
    basket_id bigint NOT NULL,
    commune_id bigint NOT NULL
);
CREATE TABLE public.catalog_preorder (
    line_id bigint NOT NULL,
    quantity integer NOT NULL,
    filled integer NOT NULL,
    state character varying(10) NOT NULL,
    at timestamp with time zone NOT NULL,
    offer_id bigint NOT NULL,
    CONSTRAINT catalog_preorder_filled_check CHECK ((filled >= 0)),
    CONSTRAINT catalog_preorder_quantity_check CHECK ((quantity >= 0)),
    CONSTRAINT preorder_fills_no_more_than_was_ordered CHECK (((filled <= quantity) AND (quantity >= 1))),
    CONSTRAINT preorder_state_says_what_is_filled CHECK ((((filled < quantity) AND ((state)::text = 'waiting'::text)) OR ((filled = quantity) AND ((state)::text = 'ready'::text)) OR ((filled = 0) AND ((state)::text = ANY ((ARRAY['short'::character varying, 'given_back'::character varying])::text[])))))
);
CREATE TABLE public.catalog_protectedname (
    id bigint NOT NULL,
    key character varying(60) NOT NULL,
    kind character varying(13) NOT NULL,
    name_vi character varying(120) NOT NULL,
    year smallint,
    source character varying(300) NOT NULL,
    category_id bigint,
    CONSTRAINT catalog_protectedname_year_check CHECK ((year >= 0))
);
ALTER TABLE public.catalog_protectedname ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_protectedname_id_seq
);
CREATE TABLE public.catalog_reason (
    id bigint NOT NULL,
    key character varying(40) NOT NULL,
    part character varying(14) NOT NULL,
    words_vi character varying(200) NOT NULL,
    words_en character varying(200) NOT NULL,
    "position" smallint NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT catalog_reason_position_check CHECK (("position" >= 0)),
    CONSTRAINT moderation_reason_ends_after_it_begins CHECK (((valid_to IS NULL) OR (valid_to > valid_from))),
    CONSTRAINT moderation_reason_speaks_both_languages CHECK (((NOT ((words_vi)::text = ''::text)) AND (NOT ((words_en)::text = ''::text))))
);
ALTER TABLE public.catalog_reason ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_reason_id_seq
);
CREATE TABLE public.catalog_recalledline (
    id bigint NOT NULL,
    units integer NOT NULL,
    line_id bigint NOT NULL,
    recall_id bigint NOT NULL,
    notice_id bigint NOT NULL,
    CONSTRAINT catalog_recalledline_units_check CHECK ((units >= 0)),
    CONSTRAINT recalled_line_holds_something CHECK ((units >= 1))
);
ALTER TABLE public.catalog_recalledline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_recalledline_id_seq
);
CREATE TABLE public.catalog_recallnotice (
    id bigint NOT NULL,
    phone character varying(20) NOT NULL,
    email character varying(254) NOT NULL,
    name character varying(120) NOT NULL,
    language character varying(2) NOT NULL,
    token character varying(43) NOT NULL,
    written_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    reminders smallint NOT NULL,
    answer character varying(9) NOT NULL,
    answered_at timestamp with time zone,
    wants_money boolean NOT NULL,
    recall_id bigint NOT NULL,
    CONSTRAINT catalog_recallnotice_reminders_check CHECK ((reminders >= 0)),
    CONSTRAINT recall_answer_known CHECK (((answer)::text = ANY ((ARRAY[''::character varying, 'aside'::character varying, 'destroyed'::character varying, 'returned'::character varying, 'eaten'::character varying])::text[]))),
    CONSTRAINT recall_notice_is_answered_with_an_answer CHECK (((((answer)::text = ''::text) AND (answered_at IS NULL) AND (NOT wants_money)) OR ((answered_at IS NOT NULL) AND (NOT ((answer)::text = ''::text))))),
    CONSTRAINT recall_reminds_twice_at_most_after_the_letter CHECK (((reminders = 0) OR ((reminders <= 2) AND (sent_at IS NOT NULL))))
);
ALTER TABLE public.catalog_recallnotice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_recallnotice_id_seq
);
CREATE TABLE public.catalog_recalltask (
    id bigint NOT NULL,
    written_at timestamp with time zone NOT NULL,
    done_at timestamp with time zone,
    destroyed_g bigint,
    kept_g bigint,
    note character varying(500) NOT NULL,
    cooperative_id bigint NOT NULL,
    done_by_id bigint,
    recall_id bigint NOT NULL,
    CONSTRAINT catalog_recalltask_destroyed_g_check CHECK ((destroyed_g >= 0)),
    CONSTRAINT catalog_recalltask_kept_g_check CHECK ((kept_g >= 0)),
    CONSTRAINT recall_task_is_done_with_amounts CHECK ((((destroyed_g IS NULL) AND (done_at IS NULL) AND (done_by_id IS NULL) AND (kept_g IS NULL) AND ((note)::text = ''::text)) OR ((destroyed_g IS NOT NULL) AND (done_at IS NOT NULL) AND (done_by_id IS NOT NULL) AND (kept_g IS NOT NULL))))
);
ALTER TABLE public.catalog_recalltask ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_recalltask_id_seq
);
CREATE TABLE public.catalog_remark (
    id bigint NOT NULL,
    field character varying(40) NOT NULL,
    words character varying(500) NOT NULL,
    change_id bigint NOT NULL,
    reason_id bigint,
    CONSTRAINT remark_says_something CHECK (((reason_id IS NOT NULL) OR (NOT ((words)::text = ''::text))))
);
ALTER TABLE public.catalog_remark ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_remark_id_seq
);
CREATE TABLE public.catalog_season (
    id bigint NOT NULL,
    key character varying(60) NOT NULL,
    month_from smallint NOT NULL,
    month_to smallint NOT NULL,
    note character varying(200) NOT NULL,
    source character varying(300) NOT NULL,
    confidence character varying(120) NOT NULL,
    category_id bigint NOT NULL,
    variety_id bigint,
    CONSTRAINT catalog_season_month_from_check CHECK ((month_from >= 0)),
    CONSTRAINT catalog_season_month_to_check CHECK ((month_to >= 0)),
    CONSTRAINT season_months_are_1_to_12 CHECK (((month_from >= 1) AND (month_from <= 12) AND (month_to >= 1) AND (month_to <= 12)))
);
ALTER TABLE public.catalog_season ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_season_id_seq
);
CREATE TABLE public.catalog_sellerorder (
    id bigint NOT NULL,
    number character varying(20) NOT NULL,
    state character varying(10) NOT NULL,
    goods bigint NOT NULL,
    shipping bigint NOT NULL,
    total bigint NOT NULL,
    weight_g integer NOT NULL,
    confirm_by timestamp with time zone,
    arrives_from date NOT NULL,
    arrives_to date NOT NULL,
    tracking character varying(60) NOT NULL,
    cooperative_id bigint NOT NULL,
    lane_id bigint NOT NULL,
    order_id bigint NOT NULL,
    discount bigint NOT NULL,
    harvest_from date,
    harvest_to date,
    harvested_at timestamp with time zone,
    lighter bigint DEFAULT 0 NOT NULL,
    deposit bigint DEFAULT 0 NOT NULL,
    CONSTRAINT catalog_sellerorder_deposit_check CHECK ((deposit >= 0)),
    CONSTRAINT catalog_sellerorder_discount_check CHECK ((discount >= 0)),
    CONSTRAINT catalog_sellerorder_goods_check CHECK ((goods >= 0)),
    CONSTRAINT catalog_sellerorder_lighter_check CHECK ((lighter >= 0)),
    CONSTRAINT catalog_sellerorder_shipping_check CHECK ((shipping >= 0)),
    CONSTRAINT catalog_sellerorder_total_check CHECK ((total >= 0)),
    CONSTRAINT catalog_sellerorder_weight_g_check CHECK ((weight_g >= 0)),
    CONSTRAINT seller_order_adds_up CHECK ((total = ((goods + shipping) - discount))),
    CONSTRAINT seller_order_packed_before_it_is_lighter CHECK (((lighter = 0) OR ((lighter <= total) AND ((state)::text = ANY ((ARRAY['packed'::character varying, 'shipped'::character varying, 'delivered'::character varying, 'cancelled'::character varying])::text[]))))),
    CONSTRAINT seller_order_promises_a_whole_harvest CHECK ((((harvest_from IS NULL) AND (harvest_to IS NULL)) OR (harvest_from <= harvest_to))),
    CONSTRAINT seller_order_state_is_known CHECK (((state)::text = ANY ((ARRAY['waiting'::character varying, 'to_confirm'::character varying, 'confirmed'::character varying, 'packed'::character varying, 'shipped'::character varying, 'delivered'::character varying, 'cancelled'::character varying])::text[])))
);
ALTER TABLE public.catalog_sellerorder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_sellerorder_id_seq
);
CREATE TABLE public.catalog_sellerorderline (
    line_id bigint NOT NULL,
    title character varying(200) NOT NULL,
    quantity integer NOT NULL,
    unit_price bigint NOT NULL,
    total bigint NOT NULL,
    source character varying(10) NOT NULL,
    source_detail character varying(120) NOT NULL,
    pack_id bigint NOT NULL,
    seller_order_id bigint NOT NULL,
    category_id bigint NOT NULL,
    variety_id bigint,
    commune_id bigint NOT NULL,
    weight_g bigint NOT NULL,
    discount bigint NOT NULL,
    lighter bigint DEFAULT 0 NOT NULL,
    packed_g bigint,
    deposit bigint DEFAULT 0 NOT NULL,
    CONSTRAINT catalog_sellerorderline_deposit_check CHECK ((deposit >= 0)),
    CONSTRAINT catalog_sellerorderline_discount_check CHECK ((discount >= 0)),
    CONSTRAINT catalog_sellerorderline_lighter_check CHECK ((lighter >= 0)),
    CONSTRAINT catalog_sellerorderline_packed_g_check CHECK ((packed_g >= 0)),
    CONSTRAINT catalog_sellerorderline_quantity_check CHECK ((quantity >= 0)),
    CONSTRAINT catalog_sellerorderline_total_check CHECK ((total >= 0)),
    CONSTRAINT catalog_sellerorderline_unit_price_check CHECK ((unit_price >= 0)),
    CONSTRAINT catalog_sellerorderline_weight_g_check CHECK ((weight_g >= 0)),
    CONSTRAINT seller_line_adds_up CHECK ((total = (unit_price * quantity))),
    CONSTRAINT seller_line_costs_something_or_nothing CHECK ((discount <= total)),
    CONSTRAINT seller_line_has_a_deposit_within_its_price CHECK ((deposit <= ((total - discount) - lighter))),
    CONSTRAINT seller_line_is_lighter_by_the_scale CHECK (((lighter = 0) OR ((lighter <= (total - discount)) AND (packed_g IS NOT NULL) AND (packed_g < weight_g)))),
    CONSTRAINT seller_line_packs_something CHECK (((packed_g IS NULL) OR (packed_g >= 1))),
    CONSTRAINT seller_line_sells_something CHECK ((quantity >= 1))
);
CREATE TABLE public.catalog_shelfitem (
    listing_id bigint NOT NULL,
    slug character varying(120) NOT NULL,
    title_vi character varying(120) NOT NULL,
    title_en character varying(120) NOT NULL,
    folded text NOT NULL,
    sort_key character varying(400) NOT NULL,
    category_id bigint NOT NULL,
    category_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    category_vi character varying(80) NOT NULL,
    category_en character varying(80) NOT NULL,
    crop character varying(40) NOT NULL,
    cooperative_id bigint NOT NULL,
    cooperative_name character varying(120) NOT NULL,
    cooperative_slug character varying(80) NOT NULL,
    commune_code character varying(5) NOT NULL,
    commune_name character varying(80) NOT NULL,
    price bigint NOT NULL,
    price_per_kg bigint NOT NULL,
    unit_vi character varying(80) NOT NULL,
    unit_en character varying(80) NOT NULL,
    available integer NOT NULL,
    image jsonb NOT NULL,
    ocop_stars smallint NOT NULL,
    certificates character varying(10)[] NOT NULL,
    protected_name character varying(120) NOT NULL,
    season_months smallint[] NOT NULL,
    harvested_on date,
    published_at timestamp with time zone NOT NULL,
    refreshed_at timestamp with time zone NOT NULL,
    packs smallint NOT NULL,
    search tsvector NOT NULL,
    season_order smallint NOT NULL,
    closed_until date,
    preorder jsonb,
    CONSTRAINT catalog_shelfitem_available_check CHECK ((available >= 0)),
    CONSTRAINT catalog_shelfitem_ocop_stars_check CHECK ((ocop_stars >= 0)),
    CONSTRAINT catalog_shelfitem_packs_check CHECK ((packs >= 0)),
    CONSTRAINT catalog_shelfitem_price_check CHECK ((price >= 0)),
    CONSTRAINT catalog_shelfitem_price_per_kg_check CHECK ((price_per_kg >= 0)),
    CONSTRAINT catalog_shelfitem_season_order_check CHECK ((season_order >= 0))
);
CREATE TABLE public.catalog_shelftally (
    id bigint NOT NULL,
    category_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    facet character varying(11) NOT NULL,
    value character varying(120) NOT NULL COLLATE pg_catalog."C",
    label_vi character varying(120) NOT NULL,
    label_en character varying(120) NOT NULL,
    count integer NOT NULL
);
ALTER TABLE public.catalog_shelftally ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_shelftally_id_seq
);
CREATE TABLE public.catalog_stockalarm (
    pack_id bigint NOT NULL,
    units integer NOT NULL,
    CONSTRAINT catalog_stockalarm_units_check CHECK ((units >= 0))
);
CREATE TABLE public.catalog_stockmovement (
    id bigint NOT NULL,
    kind character varying(11) NOT NULL,
    quantity integer NOT NULL,
    at timestamp with time zone NOT NULL,
    balance_id bigint NOT NULL,
    order_line_id bigint,
    CONSTRAINT catalog_stockmovement_quantity_check CHECK ((quantity >= 0)),
    CONSTRAINT stock_movement_moves_something CHECK ((quantity >= 1))
);
ALTER TABLE public.catalog_stockmovement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_stockmovement_id_seq
);
CREATE TABLE public.catalog_synonym (
    id bigint NOT NULL,
    terms character varying(200) NOT NULL,
    category_id bigint
);
ALTER TABLE public.catalog_synonym ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_synonym_id_seq
);
CREATE TABLE public.catalog_takedownorder (
    id bigint NOT NULL,
    number character varying(20) NOT NULL,
    year smallint NOT NULL,
    serial integer NOT NULL,
    authority character varying(160) NOT NULL,
    document character varying(80) NOT NULL,
    reason text NOT NULL,
    until date,
    stood_as character varying(10) NOT NULL,
    received_at timestamp with time zone NOT NULL,
    execute_by timestamp with time zone NOT NULL,
    executed_at timestamp with time zone NOT NULL,
    lifted_at timestamp with time zone,
    lift_reason text NOT NULL,
    cooperative_id bigint,
    executed_by_id bigint NOT NULL,
    lifted_by_id bigint,
    listing_id bigint,
    report_id bigint,
    CONSTRAINT catalog_takedownorder_serial_check CHECK ((serial >= 0)),
    CONSTRAINT catalog_takedownorder_year_check CHECK ((year >= 0)),
    CONSTRAINT takedown_is_executed_after_it_was_received CHECK (((execute_by >= received_at) AND (executed_at >= received_at))),
    CONSTRAINT takedown_is_lifted_by_somebody_or_its_day_with_a_reason CHECK ((((lift_reason = ''::text) AND (lifted_at IS NULL) AND (lifted_by_id IS NULL)) OR ((lifted_at >= executed_at) AND ((lifted_by_id IS NOT NULL) OR (until IS NOT NULL)) AND (NOT (lift_reason = ''::text))))),
    CONSTRAINT takedown_of_a_listing_or_a_cooperative CHECK ((((cooperative_id IS NULL) AND (listing_id IS NOT NULL)) OR ((cooperative_id IS NOT NULL) AND (listing_id IS NULL)))),
    CONSTRAINT takedown_says_who_by_what_and_why CHECK (((NOT ((authority)::text = ''::text)) AND (NOT ((document)::text = ''::text)) AND (NOT (reason = ''::text))))
);
ALTER TABLE public.catalog_takedownorder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_takedownorder_id_seq
);
CREATE TABLE public.catalog_teammember (
    id bigint NOT NULL,
    appointed_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    appointed_by_id bigint NOT NULL,
    commune_id bigint NOT NULL,
    ended_by_id bigint,
    user_id bigint NOT NULL,
    CONSTRAINT team_member_ends_after_it_begins CHECK (((ended_at IS NULL) OR (ended_at >= appointed_at)))
);
ALTER TABLE public.catalog_teammember ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_teammember_id_seq
);
CREATE TABLE public.catalog_undelivered (
    seller_order_id bigint NOT NULL,
    phone character varying(20) NOT NULL,
    why character varying(10) NOT NULL,
    is_cash boolean NOT NULL,
    is_lost boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    CONSTRAINT undelivered_for_a_known_reason CHECK (((why)::text = ANY ((ARRAY['refused'::character varying, 'not_found'::character varying, 'damaged'::character varying])::text[])))
);
CREATE TABLE public.catalog_variety (
    id bigint NOT NULL,
    key character varying(60) NOT NULL,
    name_vi character varying(80) NOT NULL,
    name_en character varying(80) NOT NULL,
    category_id bigint NOT NULL,
    drawing character varying(40) NOT NULL,
    hs_hint character varying(10) NOT NULL
);
ALTER TABLE public.catalog_variety ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_variety_id_seq
);
CREATE TABLE public.catalog_voucher (
    id bigint NOT NULL,
    code character varying(20) NOT NULL,
    title_vi character varying(120) NOT NULL,
    title_en character varying(120) NOT NULL,
    kind character varying(8) NOT NULL,
    amount bigint NOT NULL,
    percent smallint,
    payer character varying(11) NOT NULL,
    min_goods bigint NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    most_uses integer NOT NULL,
    most_per_phone smallint NOT NULL,
    used integer NOT NULL,
    stopped_at timestamp with time zone,
    category_id bigint,
    cooperative_id bigint,
    CONSTRAINT catalog_voucher_amount_check CHECK ((amount >= 0)),
    CONSTRAINT catalog_voucher_min_goods_check CHECK ((min_goods >= 0)),
    CONSTRAINT catalog_voucher_most_per_phone_check CHECK ((most_per_phone >= 0)),
    CONSTRAINT catalog_voucher_most_uses_check CHECK ((most_uses >= 0)),
    CONSTRAINT catalog_voucher_percent_check CHECK ((percent >= 0)),
    CONSTRAINT catalog_voucher_used_check CHECK ((used >= 0)),
    CONSTRAINT voucher_a_cooperative_pays_for_its_own_goods CHECK (((NOT ((payer)::text = 'cooperative'::text)) OR (cooperative_id IS NOT NULL))),
    CONSTRAINT voucher_can_be_used CHECK (((most_per_phone >= 1) AND (most_uses >= 1))),
    CONSTRAINT voucher_code_has_its_shape CHECK (((code)::text ~ '^[A-Z0-9]{3,20}$'::text)),
    CONSTRAINT voucher_ends_after_it_begins CHECK ((ends_at > starts_at)),
    CONSTRAINT voucher_share_is_1_to_100 CHECK (((((kind)::text = 'percent'::text) AND (percent >= 1) AND (percent <= 100)) OR ((NOT ((kind)::text = 'percent'::text)) AND (percent IS NULL)))),
    CONSTRAINT voucher_takes_something_off CHECK ((amount >= 1)),
    CONSTRAINT voucher_used_as_often_as_it_may CHECK ((used <= most_uses))
);
ALTER TABLE public.catalog_voucher ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_voucher_id_seq
);
CREATE TABLE public.catalog_voucheruse (
    order_id bigint NOT NULL,
    code character varying(20) NOT NULL,
    title character varying(120) NOT NULL,
    payer character varying(11) NOT NULL,
    phone character varying(20) NOT NULL,
    amount bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    given_back_at timestamp with time zone,
    voucher_id bigint NOT NULL,
    CONSTRAINT catalog_voucheruse_amount_check CHECK ((amount >= 0)),
    CONSTRAINT voucher_use_gives_something CHECK ((amount >= 1)),
    CONSTRAINT voucher_use_payer_is_known CHECK (((payer)::text = ANY ((ARRAY['province'::character varying, 'platform'::character varying, 'cooperative'::character varying])::text[])))
);
CREATE TABLE public.catalog_waitingentry (
    id bigint NOT NULL,
    address character varying(254) NOT NULL,
    language character varying(2) NOT NULL,
    token character varying(43) NOT NULL,
    state character varying(7) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    waits_since timestamp with time zone,
    told_at timestamp with time zone,
    listing_id bigint NOT NULL,
    CONSTRAINT waiting_entry_said_yes_before_it_waits CHECK ((((state)::text = ANY ((ARRAY['asked'::character varying, 'left'::character varying])::text[])) OR (waits_since IS NOT NULL))),
    CONSTRAINT waiting_entry_told_when_told CHECK (((((state)::text = 'told'::text) AND (told_at IS NOT NULL)) OR ((NOT ((state)::text = 'told'::text)) AND (told_at IS NULL))))
);
ALTER TABLE public.catalog_waitingentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_waitingentry_id_seq
);
CREATE TABLE public.catalog_windowpack (
    id bigint NOT NULL,
    cap integer NOT NULL,
    ordered integer NOT NULL,
    pack_id bigint NOT NULL,
    window_id bigint NOT NULL,
    CONSTRAINT catalog_windowpack_cap_check CHECK ((cap >= 0)),
    CONSTRAINT catalog_windowpack_ordered_check CHECK ((ordered >= 0)),
    CONSTRAINT window_pack_offers_something CHECK ((cap >= 1)),
    CONSTRAINT window_pack_ordered_within_the_cap CHECK ((ordered <= cap))
);
ALTER TABLE public.catalog_windowpack ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_windowpack_id_seq
);
CREATE TABLE public.catalog_zone (
    id bigint NOT NULL,
    code character varying(20) NOT NULL,
    name_vi character varying(80) NOT NULL,
    name_en character varying(80) NOT NULL
);
ALTER TABLE public.catalog_zone ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_zone_id_seq
);
CREATE TABLE public.catalog_zoneprovince (
    id bigint NOT NULL,
    province_code character varying(2) NOT NULL,
    zone_id bigint NOT NULL
);
ALTER TABLE public.catalog_zoneprovince ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalog_zoneprovince_id_seq
);
CREATE TABLE public.catalogue_attributeoption (
    id bigint NOT NULL,
    option character varying(255) NOT NULL,
    group_id bigint NOT NULL,
    code character varying(255)
);
ALTER TABLE public.catalogue_attributeoption ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_attributeoption_id_seq
);
CREATE TABLE public.catalogue_attributeoptiongroup (
    id bigint NOT NULL,
    name character varying(128) NOT NULL,
    code character varying(255)
);
ALTER TABLE public.catalogue_attributeoptiongroup ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_attributeoptiongroup_id_seq
);
CREATE TABLE public.catalogue_category (
    id bigint NOT NULL,
    path character varying(255) NOT NULL,
    depth integer NOT NULL,
    numchild integer NOT NULL,
    name character varying(255) NOT NULL,
    description text NOT NULL,
    image character varying(255),
    slug character varying(255) NOT NULL,
    ancestors_are_public boolean NOT NULL,
    is_public boolean NOT NULL,
    meta_description text,
    meta_title character varying(255),
    code character varying(255),
    exclude_from_menu boolean NOT NULL,
    long_description text NOT NULL,
    CONSTRAINT catalogue_category_depth_check CHECK ((depth >= 0)),
    CONSTRAINT catalogue_category_numchild_check CHECK ((numchild >= 0))
);
ALTER TABLE public.catalogue_category ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_category_id_seq
);
CREATE TABLE public.catalogue_option (
    id bigint NOT NULL,
    name character varying(128) NOT NULL,
    code character varying(128) NOT NULL,
    type character varying(255) NOT NULL,
    required boolean NOT NULL,
    help_text character varying(255),
    option_group_id bigint,
    "order" integer
);
ALTER TABLE public.catalogue_option ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_option_id_seq
);
CREATE TABLE public.catalogue_product (
    id bigint NOT NULL,
    structure character varying(10) NOT NULL,
    upc character varying(64),
    title character varying(255) NOT NULL,
    slug character varying(255) NOT NULL,
    description text NOT NULL,
    rating double precision,
    date_created timestamp with time zone NOT NULL,
    date_updated timestamp with time zone NOT NULL,
    is_discountable boolean NOT NULL,
    parent_id bigint,
    product_class_id bigint,
    is_public boolean NOT NULL,
    meta_description text,
    meta_title character varying(255),
    priority smallint NOT NULL,
    code character varying(255)
);
CREATE TABLE public.catalogue_productcategory (
    id bigint NOT NULL,
    category_id bigint NOT NULL,
    product_id bigint NOT NULL
);
CREATE MATERIALIZED VIEW public.catalogue_product_category_hierarchy AS
 WITH RECURSIVE category_hierarchy AS (
         SELECT catalogue_category.id,
            catalogue_category.path
           FROM public.catalogue_category
        )
 SELECT DISTINCT concat(p.id, '-', parent_categories.id) AS id,
    p.id AS product_id,
    parent_categories.id AS category_id
   FROM (((public.catalogue_productcategory pc
     JOIN public.catalogue_category child_categories ON ((pc.category_id = child_categories.id)))
     JOIN public.catalogue_category parent_categories ON (((child_categories.path)::text ~~ ((parent_categories.path)::text || '%'::text))))
     JOIN public.catalogue_product p ON ((p.id = pc.product_id)))
  WITH NO DATA;
ALTER TABLE public.catalogue_product ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_product_id_seq
);
CREATE TABLE public.catalogue_product_product_options (
    id bigint NOT NULL,
    product_id bigint NOT NULL,
    option_id bigint NOT NULL
);
ALTER TABLE public.catalogue_product_product_options ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_product_product_options_id_seq
);
CREATE TABLE public.catalogue_productattribute (
    id bigint NOT NULL,
    name character varying(128) NOT NULL,
    code character varying(128) NOT NULL,
    type character varying(20) NOT NULL,
    required boolean NOT NULL,
    option_group_id bigint,
    product_class_id bigint
);
ALTER TABLE public.catalogue_productattribute ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_productattribute_id_seq
);
CREATE TABLE public.catalogue_productattributevalue (
    id bigint NOT NULL,
    value_text text,
    value_integer integer,
    value_boolean boolean,
    value_float double precision,
    value_richtext text,
    value_date date,
    value_file character varying(255),
    value_image character varying(255),
    entity_object_id integer,
    attribute_id bigint NOT NULL,
    entity_content_type_id integer,
    product_id bigint NOT NULL,
    value_option_id bigint,
    value_datetime timestamp with time zone,
    CONSTRAINT catalogue_productattributevalue_entity_object_id_check CHECK ((entity_object_id >= 0))
);
ALTER TABLE public.catalogue_productattributevalue ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_productattributevalue_id_seq
);
CREATE TABLE public.catalogue_productattributevalue_value_multi_option (
    id bigint NOT NULL,
    productattributevalue_id bigint CONSTRAINT catalogue_productattributeval_productattributevalue_id_not_null NOT NULL,
    attributeoption_id bigint CONSTRAINT catalogue_productattributevalue_val_attributeoption_id_not_null NOT NULL
);
ALTER TABLE public.catalogue_productattributevalue_value_multi_option ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_productattributevalue_value_multi_option_id_seq
);
ALTER TABLE public.catalogue_productcategory ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_productcategory_id_seq
);
CREATE TABLE public.catalogue_productclass (
    id bigint NOT NULL,
    name character varying(128) NOT NULL,
    slug character varying(128) NOT NULL,
    requires_shipping boolean NOT NULL,
    track_stock boolean NOT NULL
);
ALTER TABLE public.catalogue_productclass ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_productclass_id_seq
);
CREATE TABLE public.catalogue_productclass_options (
    id bigint NOT NULL,
    productclass_id bigint NOT NULL,
    option_id bigint NOT NULL
);
ALTER TABLE public.catalogue_productclass_options ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_productclass_options_id_seq
);
CREATE TABLE public.catalogue_productimage (
    id bigint NOT NULL,
    original character varying(255) NOT NULL,
    caption character varying(200) NOT NULL,
    display_order integer NOT NULL,
    date_created timestamp with time zone NOT NULL,
    product_id bigint NOT NULL,
    code character varying(255),
    CONSTRAINT catalogue_productimage_display_order_check CHECK ((display_order >= 0))
);
ALTER TABLE public.catalogue_productimage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_productimage_id_seq
);
CREATE TABLE public.catalogue_productrecommendation (
    id bigint NOT NULL,
    ranking smallint NOT NULL,
    primary_id bigint NOT NULL,
    recommendation_id bigint NOT NULL,
    CONSTRAINT catalogue_productrecommendation_ranking_check CHECK ((ranking >= 0))
);
ALTER TABLE public.catalogue_productrecommendation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_productrecommendation_id_seq
);
CREATE TABLE public.cms_bulletinindex (
    page_ptr_id integer NOT NULL
);
CREATE TABLE public.cms_bulletinpage (
    page_ptr_id integer NOT NULL,
    day date NOT NULL,
    source character varying(200) NOT NULL,
    finding character varying(200) NOT NULL
);
CREATE TABLE public.cms_guideindex (
    page_ptr_id integer NOT NULL
);
CREATE TABLE public.cms_guidepage (
    page_ptr_id integer NOT NULL,
    body jsonb NOT NULL,
    lead text NOT NULL
);
CREATE TABLE public.cms_homepage (
    page_ptr_id integer NOT NULL,
    lead text NOT NULL,
    body jsonb NOT NULL
);
CREATE TABLE public.cms_livehost (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    identity character varying(200) NOT NULL,
    papers character varying(200) NOT NULL,
    checked_at timestamp with time zone,
    checked_by_id bigint,
    cooperative_id bigint NOT NULL,
    session_id bigint NOT NULL,
    CONSTRAINT live_host_checked_by_somebody_by_something CHECK (((checked_at IS NULL) OR ((NOT ((identity)::text = ''::text)) AND (NOT ((papers)::text = ''::text)) AND (checked_by_id IS NOT NULL))))
);
ALTER TABLE public.cms_livehost ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cms_livehost_id_seq
);
CREATE TABLE public.cms_liveindex (
    page_ptr_id integer NOT NULL
);
CREATE TABLE public.cms_liveitem (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    note character varying(200) NOT NULL,
    warning character varying(300) NOT NULL,
    listing_id bigint NOT NULL,
    session_id bigint NOT NULL,
    CONSTRAINT cms_liveitem_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.cms_liveitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cms_liveitem_id_seq
);
CREATE TABLE public.cms_livepin (
    id bigint NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    item_id bigint NOT NULL,
    session_id bigint NOT NULL,
    CONSTRAINT live_pin_ends_after_it_begins CHECK (((ended_at IS NULL) OR (ended_at >= started_at)))
);
ALTER TABLE public.cms_livepin ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cms_livepin_id_seq
);
CREATE TABLE public.cms_livereport (
    id bigint NOT NULL,
    kind character varying(8) NOT NULL,
    words text NOT NULL,
    contact character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    outcome text NOT NULL,
    answered_at timestamp with time zone,
    answered_by_id bigint,
    session_id bigint NOT NULL,
    CONSTRAINT live_report_answered_with_an_outcome CHECK (((answered_at IS NULL) OR ((NOT (outcome = ''::text)) AND (answered_by_id IS NOT NULL)))),
    CONSTRAINT live_report_says_something CHECK ((NOT (words = ''::text)))
);
ALTER TABLE public.cms_livereport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cms_livereport_id_seq
);
CREATE TABLE public.cms_livesession (
    id bigint NOT NULL,
    page_key uuid NOT NULL,
    token character varying(43) NOT NULL,
    title character varying(255) NOT NULL,
    state character varying(9) NOT NULL,
    provider character varying(10) NOT NULL,
    planned_start timestamp with time zone NOT NULL,
    planned_end timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    slide smallint NOT NULL,
    reason character varying(500) NOT NULL,
    keep_until date,
    ended_by_id bigint,
    CONSTRAINT cms_livesession_slide_check CHECK ((slide >= 0)),
    CONSTRAINT live_ended_at_a_time CHECK ((((ended_at IS NULL) AND ((state)::text = ANY ((ARRAY['scheduled'::character varying, 'live'::character varying])::text[]))) OR ((ended_at IS NOT NULL) AND ((state)::text = ANY ((ARRAY['ended'::character varying, 'stopped'::character varying, 'cancelled'::character varying])::text[]))))),
    CONSTRAINT live_planned_to_end_after_it_begins CHECK ((planned_end > planned_start)),
    CONSTRAINT live_started_at_a_time CHECK ((((state)::text = ANY ((ARRAY['scheduled'::character varying, 'cancelled'::character varying])::text[])) OR (started_at IS NOT NULL))),
    CONSTRAINT live_state_is_known CHECK (((state)::text = ANY ((ARRAY['scheduled'::character varying, 'live'::character varying, 'ended'::character varying, 'stopped'::character varying, 'cancelled'::character varying])::text[]))),
    CONSTRAINT live_stopped_with_a_reason CHECK (((NOT ((state)::text = ANY ((ARRAY['stopped'::character varying, 'cancelled'::character varying])::text[]))) OR (NOT ((reason)::text = ''::text))))
);
ALTER TABLE public.cms_livesession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cms_livesession_id_seq
);
CREATE TABLE public.cms_livestreampage (
    page_ptr_id integer NOT NULL,
    body jsonb NOT NULL,
    lead text NOT NULL,
    crop character varying(40) NOT NULL,
    planned_start timestamp with time zone NOT NULL,
    planned_end timestamp with time zone NOT NULL,
    hosts jsonb NOT NULL,
    items jsonb NOT NULL,
    slides jsonb NOT NULL,
    CONSTRAINT live_page_ends_after_it_begins CHECK ((planned_end > planned_start))
);
CREATE TABLE public.cms_plainpage (
    page_ptr_id integer NOT NULL,
    body text NOT NULL
);
CREATE TABLE public.cms_policyindex (
    page_ptr_id integer NOT NULL
);
CREATE TABLE public.cms_policypage (
    page_ptr_id integer NOT NULL,
    kind character varying(10) NOT NULL,
    version character varying(20) NOT NULL,
    effective_from date NOT NULL,
    body text NOT NULL
);
CREATE TABLE public.cms_policyversion (
    id bigint NOT NULL,
    version character varying(20) NOT NULL,
    title character varying(255) NOT NULL,
    body text NOT NULL,
    effective_from date NOT NULL,
    published_at timestamp with time zone NOT NULL,
    page_id integer NOT NULL,
    CONSTRAINT policy_version_says_something CHECK (((NOT ((version)::text = ''::text)) AND (NOT (body = ''::text))))
);
ALTER TABLE public.cms_policyversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cms_policyversion_id_seq
);
CREATE TABLE public.cms_pricerow (
    id bigint NOT NULL,
    sort_order integer,
    grade character varying(60) NOT NULL,
    unit character varying(20) NOT NULL,
    low bigint NOT NULL,
    high bigint NOT NULL,
    place character varying(80) NOT NULL,
    category_id bigint NOT NULL,
    page_id integer NOT NULL,
    CONSTRAINT cms_pricerow_high_check CHECK ((high >= 0)),
    CONSTRAINT cms_pricerow_low_check CHECK ((low >= 0)),
    CONSTRAINT price_row_costs_something CHECK ((low >= 1)),
    CONSTRAINT price_row_low_is_not_above_high CHECK ((low <= high))
);
ALTER TABLE public.cms_pricerow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cms_pricerow_id_seq
);
CREATE TABLE public.cms_promotionindex (
    page_ptr_id integer NOT NULL
);
CREATE TABLE public.cms_promotionpage (
    page_ptr_id integer NOT NULL,
    body jsonb NOT NULL,
    lead text NOT NULL,
    crop character varying(40) NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    CONSTRAINT promotion_ends_after_it_begins CHECK ((ends_on >= starts_on))
);
CREATE TABLE public.cms_seasonindex (
    page_ptr_id integer NOT NULL
);
CREATE TABLE public.cms_seasonpage (
    page_ptr_id integer NOT NULL,
    body jsonb NOT NULL,
    lead text NOT NULL,
    category_id bigint NOT NULL
);
CREATE TABLE public.cms_storyindex (
    page_ptr_id integer NOT NULL
);
CREATE TABLE public.cms_storypage (
    page_ptr_id integer NOT NULL,
    body jsonb NOT NULL,
    lead text NOT NULL,
    cooperative_id bigint NOT NULL
);
CREATE TABLE public.communes_commune (
    id bigint NOT NULL,
    valid_from date,
    valid_to date,
    code character varying(5) NOT NULL,
    name character varying(100) NOT NULL,
    kind character varying(20) NOT NULL,
    district character varying(100) NOT NULL,
    lat double precision,
    lon double precision,
    area_km2 numeric(9,2),
    folded character varying(100) NOT NULL COLLATE pg_catalog."C",
    district_folded character varying(100) NOT NULL COLLATE pg_catalog."C",
    sort_key character varying(400) NOT NULL COLLATE pg_catalog."C",
    province_id bigint NOT NULL,
    CONSTRAINT commune_code_is_five_digits CHECK (((code)::text ~ '^[0-9]{5}$'::text)),
    CONSTRAINT commune_ends_after_it_begins CHECK ((valid_to > valid_from)),
    CONSTRAINT commune_lies_on_the_earth CHECK ((((lat IS NULL) AND (lon IS NULL)) OR (((lat >= ('-90.0'::numeric)::double precision) AND (lat <= (90.0)::double precision)) AND ((lon >= ('-180.0'::numeric)::double precision) AND (lon <= (180.0)::double precision)))))
);
ALTER TABLE public.communes_commune ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.communes_commune_id_seq
);
CREATE TABLE public.communes_disadvantaged (
    id bigint NOT NULL,
    valid_from date,
    valid_to date,
    source character varying(300) NOT NULL,
    commune_id bigint NOT NULL,
    CONSTRAINT disadvantaged_ends_after_it_begins CHECK ((valid_to > valid_from)),
    CONSTRAINT disadvantaged_names_its_decision CHECK ((NOT ((source)::text = ''::text)))
);
ALTER TABLE public.communes_disadvantaged ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.communes_disadvantaged_id_seq
);
CREATE TABLE public.communes_province (
    id bigint NOT NULL,
    valid_from date,
    valid_to date,
    code character varying(2) NOT NULL,
    name character varying(100) NOT NULL,
    full_name character varying(120) NOT NULL,
    kind character varying(20) NOT NULL,
    slug character varying(60) NOT NULL,
    folded character varying(100) NOT NULL COLLATE pg_catalog."C",
    sort_key character varying(400) NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT province_code_is_two_digits CHECK (((code)::text ~ '^[0-9]{2}$'::text)),
    CONSTRAINT province_ends_after_it_begins CHECK ((valid_to > valid_from))
);
ALTER TABLE public.communes_province ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.communes_province_id_seq
);
CREATE TABLE public.communes_succession (
    id bigint NOT NULL,
    share character varying(5) NOT NULL,
    new_id bigint NOT NULL,
    old_id bigint NOT NULL,
    CONSTRAINT succession_leads_to_another_commune CHECK ((NOT (old_id = new_id))),
    CONSTRAINT succession_whole_or_part CHECK (((share)::text = ANY ((ARRAY['whole'::character varying, 'part'::character varying])::text[])))
);
ALTER TABLE public.communes_succession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.communes_succession_id_seq
);
CREATE TABLE public.communication_communicationeventtype (
    id bigint CONSTRAINT customer_communicationeventtype_id_not_null NOT NULL,
    code character varying(128) CONSTRAINT customer_communicationeventtype_code_not_null NOT NULL,
    name character varying(255) CONSTRAINT customer_communicationeventtype_name_not_null NOT NULL,
    category character varying(255) CONSTRAINT customer_communicationeventtype_category_not_null NOT NULL,
    email_subject_template character varying(255),
    email_body_template text,
    email_body_html_template text,
    sms_template character varying(170),
    date_created timestamp with time zone CONSTRAINT customer_communicationeventtype_date_created_not_null NOT NULL,
    date_updated timestamp with time zone CONSTRAINT customer_communicationeventtype_date_updated_not_null NOT NULL
);
CREATE TABLE public.communication_email (
    id bigint CONSTRAINT customer_email_id_not_null NOT NULL,
    subject text CONSTRAINT customer_email_subject_not_null NOT NULL,
    body_text text CONSTRAINT customer_email_body_text_not_null NOT NULL,
    body_html text CONSTRAINT customer_email_body_html_not_null NOT NULL,
    date_sent timestamp with time zone CONSTRAINT customer_email_date_sent_not_null NOT NULL,
    user_id bigint,
    email character varying(254)
);
CREATE TABLE public.communication_notification (
    id bigint CONSTRAINT customer_notification_id_not_null NOT NULL,
    subject character varying(255) CONSTRAINT customer_notification_subject_not_null NOT NULL,
    body text CONSTRAINT customer_notification_body_not_null NOT NULL,
    location character varying(32) CONSTRAINT customer_notification_location_not_null NOT NULL,
    date_sent timestamp with time zone CONSTRAINT customer_notification_date_sent_not_null NOT NULL,
    date_read timestamp with time zone,
    recipient_id bigint CONSTRAINT customer_notification_recipient_id_not_null NOT NULL,
    sender_id bigint
);
ALTER TABLE public.communication_communicationeventtype ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.customer_communicationeventtype_id_seq
);
ALTER TABLE public.communication_email ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.customer_email_id_seq
);
ALTER TABLE public.communication_notification ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.customer_notification_id_seq
);
CREATE TABLE public.customer_productalert (
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    key character varying(128) NOT NULL,
    status character varying(20) NOT NULL,
    date_created timestamp with time zone NOT NULL,
    date_confirmed timestamp with time zone,
    date_cancelled timestamp with time zone,
    date_closed timestamp with time zone,
    product_id bigint NOT NULL,
    user_id bigint
);
ALTER TABLE public.customer_productalert ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.customer_productalert_id_seq
);
CREATE TABLE public.django_admin_log (
    id integer NOT NULL,
    action_time timestamp with time zone NOT NULL,
    object_id text,
    object_repr character varying(200) NOT NULL,
    action_flag smallint NOT NULL,
    change_message text NOT NULL,
    content_type_id integer,
    user_id bigint NOT NULL,
    CONSTRAINT django_admin_log_action_flag_check CHECK ((action_flag >= 0))
);
ALTER TABLE public.django_admin_log ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_admin_log_id_seq
);
CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);
ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
);
CREATE TABLE public.django_flatpage (
    id integer NOT NULL,
    url character varying(100) NOT NULL,
    title character varying(200) NOT NULL,
    content text NOT NULL,
    enable_comments boolean NOT NULL,
    template_name character varying(70) NOT NULL,
    registration_required boolean NOT NULL
);
ALTER TABLE public.django_flatpage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_flatpage_id_seq
);
CREATE TABLE public.django_flatpage_sites (
    id bigint NOT NULL,
    flatpage_id integer NOT NULL,
    site_id integer NOT NULL
);
ALTER TABLE public.django_flatpage_sites ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_flatpage_sites_id_seq
);
CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);
ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
);
CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);
CREATE TABLE public.django_site (
    id integer NOT NULL,
    domain character varying(100) NOT NULL,
    name character varying(50) NOT NULL
);
ALTER TABLE public.django_site ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_site_id_seq
);
CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);
ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
);
CREATE TABLE public.offer_benefit (
    id bigint NOT NULL,
    type character varying(128) NOT NULL,
    value numeric(12,2),
    max_affected_items integer,
    proxy_class character varying(255),
    range_id bigint,
    CONSTRAINT offer_benefit_max_affected_items_check CHECK ((max_affected_items >= 0))
);
ALTER TABLE public.offer_benefit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.offer_benefit_id_seq
);
CREATE TABLE public.offer_condition (
    id bigint NOT NULL,
    type character varying(128) NOT NULL,
    value numeric(12,2),
    proxy_class character varying(255),
    range_id bigint
);
ALTER TABLE public.offer_condition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.offer_condition_id_seq
);
CREATE TABLE public.offer_conditionaloffer (
    id bigint NOT NULL,
    name character varying(128) NOT NULL,
    slug character varying(128) NOT NULL,
    description text NOT NULL,
    offer_type character varying(128) NOT NULL,
    status character varying(64) NOT NULL,
    priority integer NOT NULL,
    start_datetime timestamp with time zone,
    end_datetime timestamp with time zone,
    max_global_applications integer,
    max_user_applications integer,
    max_basket_applications integer,
    max_discount numeric(12,2),
    total_discount numeric(12,2) NOT NULL,
    num_applications integer NOT NULL,
    num_orders integer NOT NULL,
    redirect_url character varying(200) NOT NULL,
    date_created timestamp with time zone NOT NULL,
    benefit_id bigint NOT NULL,
    condition_id bigint NOT NULL,
    exclusive boolean NOT NULL,
    CONSTRAINT offer_conditionaloffer_max_basket_applications_check CHECK ((max_basket_applications >= 0)),
    CONSTRAINT offer_conditionaloffer_max_global_applications_check CHECK ((max_global_applications >= 0)),
    CONSTRAINT offer_conditionaloffer_max_user_applications_check CHECK ((max_user_applications >= 0)),
    CONSTRAINT offer_conditionaloffer_num_applications_check CHECK ((num_applications >= 0)),
    CONSTRAINT offer_conditionaloffer_num_orders_check CHECK ((num_orders >= 0))
);
CREATE TABLE public.offer_conditionaloffer_combinations (
    id bigint NOT NULL,
    from_conditionaloffer_id bigint CONSTRAINT offer_conditionaloffer_combin_from_conditionaloffer_id_not_null NOT NULL,
    to_conditionaloffer_id bigint CONSTRAINT offer_conditionaloffer_combinat_to_conditionaloffer_id_not_null NOT NULL
);
ALTER TABLE public.offer_conditionaloffer_combinations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.offer_conditionaloffer_combinations_id_seq
);
ALTER TABLE public.offer_conditionaloffer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.offer_conditionaloffer_id_seq
);
CREATE TABLE public.offer_range (
    id bigint NOT NULL,
    name character varying(128) NOT NULL,
    slug character varying(128) NOT NULL,
    description text NOT NULL,
    is_public boolean NOT NULL,
    includes_all_products boolean NOT NULL,
    proxy_class character varying(255),
    date_created timestamp with time zone NOT NULL
);
CREATE TABLE public.offer_range_classes (
    id bigint NOT NULL,
    range_id bigint NOT NULL,
    productclass_id bigint NOT NULL
);
ALTER TABLE public.offer_range_classes ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.offer_range_classes_id_seq
);
CREATE TABLE public.offer_range_excluded_categories (
    id bigint NOT NULL,
    range_id bigint NOT NULL,
    category_id bigint NOT NULL
);
ALTER TABLE public.offer_range_excluded_categories ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.offer_range_excluded_categories_id_seq
);
CREATE TABLE public.offer_range_excluded_products (
    id bigint NOT NULL,
    range_id bigint NOT NULL,
    product_id bigint NOT NULL
);
ALTER TABLE public.offer_range_excluded_products ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.offer_range_excluded_products_id_seq
);
ALTER TABLE public.offer_range ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.offer_range_id_seq
);
CREATE TABLE public.offer_range_included_categories (
    id bigint NOT NULL,
    range_id bigint NOT NULL,
    category_id bigint NOT NULL
);
ALTER TABLE public.offer_range_included_categories ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.offer_range_included_categories_id_seq
);
CREATE TABLE public.offer_rangeproduct (
    id bigint NOT NULL,
    display_order integer NOT NULL,
    product_id bigint NOT NULL,
    range_id bigint NOT NULL
);
ALTER TABLE public.offer_rangeproduct ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.offer_rangeproduct_id_seq
);
CREATE TABLE public.offer_rangeproductfileupload (
    id bigint NOT NULL,
    filepath character varying(255) NOT NULL,
    size integer NOT NULL,
    date_uploaded timestamp with time zone NOT NULL,
    status character varying(32) NOT NULL,
    error_message character varying(255) NOT NULL,
    date_processed timestamp with time zone,
    num_new_skus integer,
    num_unknown_skus integer,
    num_duplicate_skus integer,
    range_id bigint NOT NULL,
    uploaded_by_id bigint NOT NULL,
    upload_type character varying(8) NOT NULL,
    CONSTRAINT offer_rangeproductfileupload_num_duplicate_skus_check CHECK ((num_duplicate_skus >= 0)),
    CONSTRAINT offer_rangeproductfileupload_num_new_skus_check CHECK ((num_new_skus >= 0)),
    CONSTRAINT offer_rangeproductfileupload_num_unknown_skus_check CHECK ((num_unknown_skus >= 0)),
    CONSTRAINT offer_rangeproductfileupload_size_check CHECK ((size >= 0))
);
ALTER TABLE public.offer_rangeproductfileupload ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.offer_rangeproductfileupload_id_seq
);
CREATE TABLE public.order_billingaddress (
    id bigint NOT NULL,
    title character varying(64) NOT NULL,
    first_name character varying(255) NOT NULL,
    last_name character varying(255) NOT NULL,
    line1 character varying(255) NOT NULL,
    line2 character varying(255) NOT NULL,
    line3 character varying(255) NOT NULL,
    line4 character varying(255) NOT NULL,
    state character varying(255) NOT NULL,
    postcode character varying(64) NOT NULL,
    search_text text NOT NULL,
    country_id character varying(2) NOT NULL,
    code character varying(255)
);
ALTER TABLE public.order_billingaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_billingaddress_id_seq
);
CREATE TABLE public.order_communicationevent (
    id bigint NOT NULL,
    date_created timestamp with time zone NOT NULL,
    event_type_id bigint NOT NULL,
    order_id bigint NOT NULL
);
ALTER TABLE public.order_communicationevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_communicationevent_id_seq
);
CREATE TABLE public.order_line (
    id bigint NOT NULL,
    partner_name character varying(128) NOT NULL,
    partner_sku character varying(128) NOT NULL,
    partner_line_reference character varying(128) NOT NULL,
    partner_line_notes text NOT NULL,
    title character varying(255) NOT NULL,
    upc character varying(128),
    quantity integer NOT NULL,
    line_price_incl_tax numeric(12,2) NOT NULL,
    line_price_excl_tax numeric(12,2) NOT NULL,
    line_price_before_discounts_incl_tax numeric(12,2) NOT NULL,
    line_price_before_discounts_excl_tax numeric(12,2) NOT NULL,
    unit_price_incl_tax numeric(12,2),
    unit_price_excl_tax numeric(12,2),
    status character varying(255) NOT NULL,
    order_id bigint NOT NULL,
    partner_id bigint,
    product_id bigint,
    stockrecord_id bigint,
    tax_code character varying(64),
    allocation_cancelled boolean NOT NULL,
    num_allocated integer NOT NULL,
    CONSTRAINT market_order_line_sells_something CHECK ((quantity >= 1)),
    CONSTRAINT order_line_num_allocated_check CHECK ((num_allocated >= 0)),
    CONSTRAINT order_line_quantity_check CHECK ((quantity >= 0))
);
ALTER TABLE public.order_line ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_line_id_seq
);
CREATE TABLE public.order_lineattribute (
    id bigint NOT NULL,
    type character varying(128) NOT NULL,
    value jsonb NOT NULL,
    line_id bigint NOT NULL,
    option_id bigint
);
ALTER TABLE public.order_lineattribute ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_lineattribute_id_seq
);
CREATE TABLE public.order_lineprice (
    id bigint NOT NULL,
    quantity integer NOT NULL,
    price_incl_tax numeric(12,2) NOT NULL,
    price_excl_tax numeric(12,2) NOT NULL,
    shipping_incl_tax numeric(12,2) NOT NULL,
    shipping_excl_tax numeric(12,2) NOT NULL,
    line_id bigint NOT NULL,
    order_id bigint NOT NULL,
    tax_code character varying(64),
    CONSTRAINT order_lineprice_quantity_check CHECK ((quantity >= 0))
);
ALTER TABLE public.order_lineprice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_lineprice_id_seq
);
CREATE TABLE public.order_order (
    id bigint NOT NULL,
    number character varying(128) NOT NULL,
    currency character varying(12) NOT NULL,
    total_incl_tax numeric(12,2) NOT NULL,
    total_excl_tax numeric(12,2) NOT NULL,
    shipping_incl_tax numeric(12,2) NOT NULL,
    shipping_excl_tax numeric(12,2) NOT NULL,
    shipping_method character varying(128) NOT NULL,
    shipping_code character varying(128) NOT NULL,
    status character varying(100) NOT NULL,
    guest_email character varying(254) NOT NULL,
    date_placed timestamp with time zone NOT NULL,
    basket_id bigint,
    billing_address_id bigint,
    shipping_address_id bigint,
    site_id integer,
    user_id bigint,
    shipping_tax_code character varying(64),
    analytics_tracked boolean NOT NULL,
    CONSTRAINT market_order_total_is_whole_dong CHECK (((total_incl_tax >= (0)::numeric) AND (total_incl_tax = trunc(total_incl_tax)) AND (shipping_incl_tax >= (0)::numeric) AND (shipping_incl_tax = trunc(shipping_incl_tax))))
);
ALTER TABLE public.order_order ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_order_id_seq
);
CREATE TABLE public.order_orderdiscount (
    id bigint NOT NULL,
    category character varying(64) NOT NULL,
    offer_id integer,
    offer_name character varying(128) NOT NULL,
    voucher_id integer,
    voucher_code character varying(128) NOT NULL,
    frequency integer,
    amount numeric(12,2) NOT NULL,
    message text NOT NULL,
    order_id bigint NOT NULL,
    CONSTRAINT order_orderdiscount_frequency_check CHECK ((frequency >= 0)),
    CONSTRAINT order_orderdiscount_offer_id_check CHECK ((offer_id >= 0)),
    CONSTRAINT order_orderdiscount_voucher_id_check CHECK ((voucher_id >= 0))
);
ALTER TABLE public.order_orderdiscount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_orderdiscount_id_seq
);
CREATE TABLE public.order_orderlinediscount (
    id bigint NOT NULL,
    is_incl_tax boolean NOT NULL,
    amount numeric(12,2) NOT NULL,
    line_id bigint NOT NULL,
    order_discount_id bigint NOT NULL
);
ALTER TABLE public.order_orderlinediscount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_orderlinediscount_id_seq
);
CREATE TABLE public.order_ordernote (
    id bigint NOT NULL,
    note_type character varying(128) NOT NULL,
    message text NOT NULL,
    date_created timestamp with time zone NOT NULL,
    date_updated timestamp with time zone NOT NULL,
    order_id bigint NOT NULL,
    user_id bigint
);
ALTER TABLE public.order_ordernote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_ordernote_id_seq
);
CREATE TABLE public.order_orderstatuschange (
    id bigint NOT NULL,
    old_status character varying(100) NOT NULL,
    new_status character varying(100) NOT NULL,
    date_created timestamp with time zone NOT NULL,
    order_id bigint NOT NULL
);
ALTER TABLE public.order_orderstatuschange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_orderstatuschange_id_seq
);
CREATE TABLE public.order_paymentevent (
    id bigint NOT NULL,
    amount numeric(12,2) NOT NULL,
    reference character varying(128) NOT NULL,
    date_created timestamp with time zone NOT NULL,
    event_type_id bigint NOT NULL,
    order_id bigint NOT NULL,
    shipping_event_id bigint
);
ALTER TABLE public.order_paymentevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_paymentevent_id_seq
);
CREATE TABLE public.order_paymenteventquantity (
    id bigint NOT NULL,
    quantity integer NOT NULL,
    event_id bigint NOT NULL,
    line_id bigint NOT NULL,
    CONSTRAINT order_paymenteventquantity_quantity_check CHECK ((quantity >= 0))
);
ALTER TABLE public.order_paymenteventquantity ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_paymenteventquantity_id_seq
);
CREATE TABLE public.order_paymenteventtype (
    id bigint NOT NULL,
    name character varying(128) NOT NULL,
    code character varying(128) NOT NULL
);
ALTER TABLE public.order_paymenteventtype ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_paymenteventtype_id_seq
);
CREATE TABLE public.order_shippingaddress (
    id bigint NOT NULL,
    title character varying(64) NOT NULL,
    first_name character varying(255) NOT NULL,
    last_name character varying(255) NOT NULL,
    line1 character varying(255) NOT NULL,
    line2 character varying(255) NOT NULL,
    line3 character varying(255) NOT NULL,
    line4 character varying(255) NOT NULL,
    state character varying(255) NOT NULL,
    postcode character varying(64) NOT NULL,
    search_text text NOT NULL,
    phone_number character varying(128) NOT NULL,
    notes text NOT NULL,
    country_id character varying(2) NOT NULL,
    code character varying(255)
);
ALTER TABLE public.order_shippingaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_shippingaddress_id_seq
);
CREATE TABLE public.order_shippingevent (
    id bigint NOT NULL,
    notes text NOT NULL,
    date_created timestamp with time zone NOT NULL,
    event_type_id bigint NOT NULL,
    order_id bigint NOT NULL
);
ALTER TABLE public.order_shippingevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_shippingevent_id_seq
);
CREATE TABLE public.order_shippingeventquantity (
    id bigint NOT NULL,
    quantity integer NOT NULL,
    event_id bigint NOT NULL,
    line_id bigint NOT NULL,
    CONSTRAINT order_shippingeventquantity_quantity_check CHECK ((quantity >= 0))
);
ALTER TABLE public.order_shippingeventquantity ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_shippingeventquantity_id_seq
);
CREATE TABLE public.order_shippingeventtype (
    id bigint NOT NULL,
    name character varying(255) NOT NULL,
    code character varying(128) NOT NULL
);
ALTER TABLE public.order_shippingeventtype ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_shippingeventtype_id_seq
);
CREATE TABLE public.order_surcharge (
    id bigint NOT NULL,
    name character varying(128) NOT NULL,
    code character varying(128) NOT NULL,
    incl_tax numeric(12,2) NOT NULL,
    excl_tax numeric(12,2) NOT NULL,
    order_id bigint NOT NULL,
    tax_code character varying(64)
);
ALTER TABLE public.order_surcharge ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order_surcharge_id_seq
);
CREATE TABLE public.partner_partner (
    id bigint NOT NULL,
    code character varying(128) NOT NULL,
    name character varying(128) NOT NULL
);
ALTER TABLE public.partner_partner ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partner_partner_id_seq
);
CREATE TABLE public.partner_partner_users (
    id bigint NOT NULL,
    partner_id bigint NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.partner_partner_users ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partner_partner_users_id_seq
);
CREATE TABLE public.partner_partneraddress (
    id bigint NOT NULL,
    title character varying(64) NOT NULL,
    first_name character varying(255) NOT NULL,
    last_name character varying(255) NOT NULL,
    line1 character varying(255) NOT NULL,
    line2 character varying(255) NOT NULL,
    line3 character varying(255) NOT NULL,
    line4 character varying(255) NOT NULL,
    state character varying(255) NOT NULL,
    postcode character varying(64) NOT NULL,
    search_text text NOT NULL,
    country_id character varying(2) NOT NULL,
    partner_id bigint NOT NULL,
    code character varying(255)
);
ALTER TABLE public.partner_partneraddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partner_partneraddress_id_seq
);
CREATE TABLE public.partner_stockalert (
    id bigint NOT NULL,
    threshold integer NOT NULL,
    status character varying(128) NOT NULL,
    date_created timestamp with time zone NOT NULL,
    date_closed timestamp with time zone,
    stockrecord_id bigint NOT NULL,
    CONSTRAINT partner_stockalert_threshold_check CHECK ((threshold >= 0))
);
ALTER TABLE public.partner_stockalert ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partner_stockalert_id_seq
);
CREATE TABLE public.partner_stockrecord (
    id bigint NOT NULL,
    partner_sku character varying(128) NOT NULL,
    price_currency character varying(12) NOT NULL,
    price numeric(12,2),
    num_in_stock integer,
    num_allocated integer,
    low_stock_threshold integer,
    date_created timestamp with time zone NOT NULL,
    date_updated timestamp with time zone NOT NULL,
    partner_id bigint NOT NULL,
    product_id bigint NOT NULL,
    CONSTRAINT market_price_is_whole_dong CHECK (((price IS NULL) OR ((price >= (1)::numeric) AND (price = trunc(price))))),
    CONSTRAINT partner_stockrecord_low_stock_threshold_check CHECK ((low_stock_threshold >= 0)),
    CONSTRAINT partner_stockrecord_num_in_stock_check CHECK ((num_in_stock >= 0))
);
ALTER TABLE public.partner_stockrecord ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partner_stockrecord_id_seq
);
CREATE TABLE public.payment_bankcard (
    id bigint NOT NULL,
    card_type character varying(128) NOT NULL,
    name character varying(255) NOT NULL,
    number character varying(32) NOT NULL,
    expiry_date date NOT NULL,
    partner_reference character varying(255) NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.payment_bankcard ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payment_bankcard_id_seq
);
CREATE TABLE public.payment_source (
    id bigint NOT NULL,
    currency character varying(12) NOT NULL,
    amount_allocated numeric(12,2) NOT NULL,
    amount_debited numeric(12,2) NOT NULL,
    amount_refunded numeric(12,2) NOT NULL,
    reference character varying(255) NOT NULL,
    label character varying(128) NOT NULL,
    order_id bigint NOT NULL,
    source_type_id bigint NOT NULL
);
ALTER TABLE public.payment_source ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payment_source_id_seq
);
CREATE TABLE public.payment_sourcetype (
    id bigint NOT NULL,
    name character varying(128) NOT NULL,
    code character varying(128) NOT NULL
);
ALTER TABLE public.payment_sourcetype ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payment_sourcetype_id_seq
);
CREATE TABLE public.payment_transaction (
    id bigint NOT NULL,
    txn_type character varying(128) NOT NULL,
    amount numeric(12,2) NOT NULL,
    reference character varying(128) NOT NULL,
    status character varying(128) NOT NULL,
    date_created timestamp with time zone NOT NULL,
    source_id bigint NOT NULL
);
ALTER TABLE public.payment_transaction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payment_transaction_id_seq
);
CREATE TABLE public.payments_attempt (
    id bigint NOT NULL,
    public_id character varying(22) NOT NULL,
    channel character varying(20) NOT NULL,
    amount bigint NOT NULL,
    received bigint NOT NULL,
    state character varying(20) NOT NULL,
    memo character varying(25) NOT NULL,
    key character varying(100) NOT NULL,
    show jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone,
    captured_at timestamp with time zone,
    invoice_id bigint NOT NULL,
    payee_id bigint,
    back_url character varying(255) DEFAULT ''::character varying NOT NULL,
    next_poll_at timestamp with time zone,
    polled_at timestamp with time zone,
    reason character varying(40) DEFAULT ''::character varying NOT NULL,
    provider_reference character varying(100) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT attempt_asks_for_money CHECK ((amount > 0)),
    CONSTRAINT attempt_captured_with_money CHECK (((NOT ((state)::text = ANY ((ARRAY['captured'::character varying, 'partially_refunded'::character varying, 'refunded'::character varying, 'disputed'::character varying])::text[]))) OR ((captured_at IS NOT NULL) AND (received > 0)))),
    CONSTRAINT attempt_credits_what_it_asked_at_most CHECK ((received <= amount)),
    CONSTRAINT attempt_state_is_known CHECK (((state)::text = ANY ((ARRAY['created'::character varying, 'pending'::character varying, 'captured'::character varying, 'failed'::character varying, 'expired'::character varying, 'cancelled'::character varying, 'partially_refunded'::character varying, 'refunded'::character varying, 'disputed'::character varying])::text[]))),
    CONSTRAINT payments_attempt_amount_check CHECK ((amount >= 0)),
    CONSTRAINT payments_attempt_received_check CHECK ((received >= 0))
);
ALTER TABLE public.payments_attempt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_attempt_id_seq
);
CREATE TABLE public.payments_bankfile (
    id bigint NOT NULL,
    account character varying(40) NOT NULL,
    name character varying(200) NOT NULL,
    sha256 character varying(64) NOT NULL,
    content bytea NOT NULL,
    state character varying(10) NOT NULL,
    rows integer NOT NULL,
    done integer NOT NULL,
    counts jsonb NOT NULL,
    brought_at timestamp with time zone NOT NULL,
    taken_at timestamp with time zone,
    brought_by_id bigint NOT NULL,
    CONSTRAINT bank_file_does_its_rows CHECK ((done <= rows)),
    CONSTRAINT bank_file_state_is_known CHECK (((state)::text = ANY ((ARRAY['read'::character varying, 'taking'::character varying, 'taken'::character varying])::text[]))),
    CONSTRAINT bank_file_taken_at_a_moment CHECK (((((state)::text = 'taken'::text) AND (taken_at IS NOT NULL)) OR (((state)::text = ANY ((ARRAY['read'::character varying, 'taking'::character varying])::text[])) AND (taken_at IS NULL)))),
    CONSTRAINT payments_bankfile_done_check CHECK ((done >= 0)),
    CONSTRAINT payments_bankfile_rows_check CHECK ((rows >= 0))
);
ALTER TABLE public.payments_bankfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_bankfile_id_seq
);
CREATE TABLE public.payments_bankfileformat (
    id bigint NOT NULL,
    account character varying(40) NOT NULL,
    columns jsonb NOT NULL,
    is_month_first boolean NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    changed_by_id bigint NOT NULL
);
ALTER TABLE public.payments_bankfileformat ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_bankfileformat_id_seq
);
CREATE TABLE public.payments_banktransaction (
    id bigint NOT NULL,
    source character varying(20) NOT NULL,
    external_id character varying(100) NOT NULL,
    state character varying(10) NOT NULL,
    is_outgoing boolean NOT NULL,
    account character varying(40) NOT NULL,
    reference character varying(100) NOT NULL,
    amount bigint NOT NULL,
    memo text NOT NULL,
    memo_normal text NOT NULL,
    payer character varying(200) NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    fingerprint character varying(64) NOT NULL,
    same_as_id bigint,
    CONSTRAINT bank_transfer_copy_names_its_original CHECK (((NOT ((state)::text = 'copy'::text)) OR (same_as_id IS NOT NULL))),
    CONSTRAINT bank_transfer_moves_money CHECK ((amount > 0)),
    CONSTRAINT bank_transfer_state_is_known CHECK (((state)::text = ANY ((ARRAY['new'::character varying, 'matched'::character varying, 'unmatched'::character varying, 'copy'::character varying, 'apart'::character varying])::text[]))),
    CONSTRAINT payments_banktransaction_amount_check CHECK ((amount >= 0))
);
ALTER TABLE public.payments_banktransaction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_banktransaction_id_seq
);
CREATE TABLE public.payments_cashparcel (
    id bigint NOT NULL,
    number character varying(20) NOT NULL,
    tracking character varying(60) NOT NULL,
    amount bigint NOT NULL,
    state character varying(10) NOT NULL,
    held bigint NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    taken_at timestamp with time zone,
    ended_at timestamp with time zone,
    invoice_id bigint NOT NULL,
    payee_id bigint NOT NULL,
    courier_id bigint NOT NULL,
    CONSTRAINT cash_parcel_brings_money CHECK ((amount > 0)),
    CONSTRAINT cash_parcel_ends_at_a_moment CHECK ((((ended_at IS NULL) AND ((state)::text = ANY ((ARRAY['on_road'::character varying, 'taken'::character varying])::text[]))) OR ((ended_at IS NOT NULL) AND ((state)::text = ANY ((ARRAY['remitted'::character varying, 'forgiven'::character varying, 'nothing'::character varying])::text[]))))),
    CONSTRAINT cash_parcel_holds_what_it_brings CHECK ((held <= amount)),
    CONSTRAINT cash_parcel_is_taken_at_a_moment CHECK ((((held = 0) AND ((state)::text = ANY ((ARRAY['on_road'::character varying, 'nothing'::character varying])::text[])) AND (taken_at IS NULL)) OR (((state)::text = ANY ((ARRAY['taken'::character varying, 'remitted'::character varying, 'forgiven'::character varying])::text[])) AND (taken_at IS NOT NULL)))),
    CONSTRAINT payments_cashparcel_amount_check CHECK ((amount >= 0)),
    CONSTRAINT payments_cashparcel_held_check CHECK ((held >= 0))
);
ALTER TABLE public.payments_cashparcel ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_cashparcel_id_seq
);
CREATE TABLE public.payments_comparison (
    id bigint NOT NULL,
    provider character varying(20) NOT NULL,
    day date NOT NULL,
    asked integer NOT NULL,
    silent integer NOT NULL,
    ours bigint NOT NULL,
    theirs bigint NOT NULL,
    found integer NOT NULL,
    differences integer NOT NULL,
    ran_at timestamp with time zone NOT NULL,
    CONSTRAINT comparison_asked_of_what_was_silent CHECK ((silent <= asked)),
    CONSTRAINT payments_comparison_asked_check CHECK ((asked >= 0)),
    CONSTRAINT payments_comparison_differences_check CHECK ((differences >= 0)),
    CONSTRAINT payments_comparison_found_check CHECK ((found >= 0)),
    CONSTRAINT payments_comparison_ours_check CHECK ((ours >= 0)),
    CONSTRAINT payments_comparison_silent_check CHECK ((silent >= 0)),
    CONSTRAINT payments_comparison_theirs_check CHECK ((theirs >= 0))
);
ALTER TABLE public.payments_comparison ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_comparison_id_seq
);
CREATE TABLE public.payments_courier (
    id bigint NOT NULL,
    code character varying(20) NOT NULL,
    name character varying(80) NOT NULL,
    CONSTRAINT courier_has_a_code_and_a_name CHECK ((NOT (((code)::text = ''::text) OR ((name)::text = ''::text))))
);
ALTER TABLE public.payments_courier ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_courier_id_seq
);
CREATE TABLE public.payments_gatewaytransaction (
    id bigint NOT NULL,
    provider character varying(20) NOT NULL,
    external_id character varying(100) NOT NULL,
    kind character varying(20) NOT NULL,
    amount bigint NOT NULL,
    credited bigint NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    attempt_id bigint NOT NULL,
    CONSTRAINT gateway_result_credits_what_came_at_most CHECK (((amount > 0) AND (credited <= amount))),
    CONSTRAINT gateway_result_kind_is_known CHECK (((kind)::text = ANY ((ARRAY['authorized'::character varying, 'captured'::character varying, 'failed'::character varying, 'cancelled'::character varying, 'expired'::character varying, 'held'::character varying, 'pending'::character varying, 'disputed'::character varying, 'bank_in'::character varying, 'bank_out'::character varying])::text[]))),
    CONSTRAINT payments_gatewaytransaction_amount_check CHECK ((amount >= 0)),
    CONSTRAINT payments_gatewaytransaction_credited_check CHECK ((credited >= 0))
);
ALTER TABLE public.payments_gatewaytransaction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_gatewaytransaction_id_seq
);
CREATE TABLE public.payments_incident (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    state character varying(10) NOT NULL,
    key character varying(120) NOT NULL,
    reason character varying(60) NOT NULL,
    amount bigint NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    note character varying(500) NOT NULL,
    bank_transaction_id bigint,
    settled_by_id bigint,
    invoice_id bigint,
    message_id bigint,
    CONSTRAINT incident_has_a_reason CHECK ((NOT ((reason)::text = ''::text))),
    CONSTRAINT incident_refund_says_how_much_to_whom CHECK (((NOT ((kind)::text = 'refund_due'::text)) OR ((amount > 0) AND (invoice_id IS NOT NULL)))),
    CONSTRAINT incident_settled_with_a_note CHECK ((((settled_at IS NULL) AND ((state)::text = 'open'::text)) OR ((settled_at IS NOT NULL) AND ((state)::text = ANY ((ARRAY['settled'::character varying, 'withdrawn'::character varying])::text[])) AND (NOT ((note)::text = ''::text))))),
    CONSTRAINT payments_incident_amount_check CHECK ((amount >= 0))
);
ALTER TABLE public.payments_incident ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_incident_id_seq
);
CREATE TABLE public.payments_invoice (
    id bigint NOT NULL,
    reference character varying(40) NOT NULL,
    currency character varying(3) NOT NULL,
    total bigint NOT NULL,
    flow character varying(10) NOT NULL,
    state character varying(10) NOT NULL,
    closed_reason character varying(40) NOT NULL,
    access_token_hash character varying(64) NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    covered_at timestamp with time zone,
    CONSTRAINT invoice_asks_for_money CHECK ((total > 0)),
    CONSTRAINT invoice_closed_with_a_reason CHECK (((((closed_reason)::text = ''::text) AND ((state)::text = 'open'::text)) OR (((state)::text = 'closed'::text) AND (NOT ((closed_reason)::text = ''::text))))),
    CONSTRAINT invoice_flow_is_known CHECK (((flow)::text = ANY ((ARRAY['collected'::character varying, 'direct'::character varying])::text[]))),
    CONSTRAINT invoice_is_in_dong CHECK (((currency)::text = 'VND'::text)),
    CONSTRAINT invoice_state_is_known CHECK (((state)::text = ANY ((ARRAY['open'::character varying, 'closed'::character varying])::text[]))),
    CONSTRAINT payments_invoice_total_check CHECK ((total >= 0))
);
ALTER TABLE public.payments_invoice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_invoice_id_seq
);
CREATE TABLE public.payments_invoiceline (
    id bigint NOT NULL,
    amount bigint NOT NULL,
    goods_class character varying(140) NOT NULL,
    line_ref character varying(64) NOT NULL,
    dropped_at timestamp with time zone,
    invoice_id bigint NOT NULL,
    payee_id bigint,
    waived bigint DEFAULT 0 NOT NULL,
    returned bigint DEFAULT 0 NOT NULL,
    CONSTRAINT invoice_line_is_named CHECK ((NOT ((line_ref)::text = ''::text))),
    CONSTRAINT invoice_line_returns_what_it_earned_at_most CHECK ((returned <= (amount - waived))),
    CONSTRAINT invoice_line_waives_its_amount_at_most CHECK ((waived <= amount)),
    CONSTRAINT payments_invoiceline_amount_check CHECK ((amount >= 0)),
    CONSTRAINT payments_invoiceline_returned_check CHECK ((returned >= 0)),
    CONSTRAINT payments_invoiceline_waived_check CHECK ((waived >= 0))
);
ALTER TABLE public.payments_invoiceline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_invoiceline_id_seq
);
CREATE TABLE public.payments_ledgeraccount (
    id bigint NOT NULL,
    code character varying(100) NOT NULL,
    kind character varying(10) NOT NULL,
    CONSTRAINT ledger_account_has_a_code CHECK ((NOT ((code)::text = ''::text))),
    CONSTRAINT ledger_account_kind_is_known CHECK (((kind)::text = ANY ((ARRAY['asset'::character varying, 'liability'::character varying, 'income'::character varying, 'expense'::character varying])::text[])))
);
ALTER TABLE public.payments_ledgeraccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_ledgeraccount_id_seq
);
CREATE TABLE public.payments_ledgerentry (
    id bigint NOT NULL,
    key character varying(120) NOT NULL,
    what character varying(20) NOT NULL,
    at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    by_id bigint,
    invoice_id bigint,
    CONSTRAINT ledger_entry_has_a_key CHECK ((NOT ((key)::text = ''::text))),
    CONSTRAINT ledger_entry_says_what_is_known CHECK (((what)::text = ANY ((ARRAY['came'::character varying, 'due_back'::character varying, 'not_due_back'::character varying, 'went_back'::character varying, 'earned'::character varying, 'unplaced'::character varying, 'placed'::character varying, 'commission'::character varying, 'tax'::character varying, 'kept'::character varying, 'taken_back'::character varying, 'voucher'::character varying, 'paid_out'::character varying, 'payout_back'::character varying, 'handed_over'::character varying, 'awaited'::character varying, 'freed'::character varying, 'courier_fee'::character varying, 'remitted'::character varying, 'came_back'::character varying])::text[])))
);
ALTER TABLE public.payments_ledgerentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_ledgerentry_id_seq
);
CREATE TABLE public.payments_ledgerposting (
    id bigint NOT NULL,
    amount bigint NOT NULL,
    account_id bigint NOT NULL,
    entry_id bigint NOT NULL,
    CONSTRAINT ledger_posting_moves_money CHECK ((NOT (amount = 0)))
);
ALTER TABLE public.payments_ledgerposting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_ledgerposting_id_seq
);
CREATE TABLE public.payments_match (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    attempt_id bigint NOT NULL,
    bank_transaction_id bigint NOT NULL,
    by_id bigint
);
ALTER TABLE public.payments_match ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_match_id_seq
);
CREATE TABLE public.payments_message (
    id bigint NOT NULL,
    provider character varying(20) NOT NULL,
    dedupe_key character varying(120) NOT NULL,
    headers jsonb NOT NULL,
    body bytea NOT NULL,
    facts jsonb NOT NULL,
    received_at timestamp with time zone NOT NULL,
    processed_at timestamp with time zone,
    tries integer NOT NULL,
    error character varying(200) NOT NULL,
    result character varying(20) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT payments_message_tries_check CHECK ((tries >= 0))
);
ALTER TABLE public.payments_message ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_message_id_seq
);
CREATE TABLE public.payments_payee (
    id bigint NOT NULL,
    key character varying(64) NOT NULL,
    name character varying(200) NOT NULL,
    legal_form character varying(40) NOT NULL,
    tax_code character varying(20) NOT NULL,
    bank_bin character varying(6) NOT NULL,
    bank_account character varying(19) NOT NULL,
    bank_account_name character varying(100) NOT NULL,
    account_since timestamp with time zone,
    CONSTRAINT payee_account_is_whole_or_absent CHECK (((((bank_account)::text = ''::text) AND ((bank_bin)::text = ''::text)) OR ((NOT ((bank_bin)::text = ''::text)) AND (NOT ((bank_account)::text = ''::text)) AND (NOT ((bank_account_name)::text = ''::text))))),
    CONSTRAINT payee_has_a_key CHECK ((NOT ((key)::text = ''::text)))
);
ALTER TABLE public.payments_payee ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_payee_id_seq
);
CREATE TABLE public.payments_payout (
    id bigint NOT NULL,
    amount bigint NOT NULL,
    state character varying(10) NOT NULL,
    bank_bin character varying(6) NOT NULL,
    bank_account character varying(19) NOT NULL,
    bank_account_name character varying(100) NOT NULL,
    sent_at timestamp with time zone,
    note character varying(300) NOT NULL,
    payee_id bigint NOT NULL,
    order_id bigint,
    statement_id bigint NOT NULL,
    CONSTRAINT payments_payout_amount_check CHECK ((amount >= 0)),
    CONSTRAINT payout_moves_money CHECK ((amount > 0)),
    CONSTRAINT payout_state_is_known CHECK (((state)::text = ANY ((ARRAY['due'::character varying, 'ordered'::character varying, 'sent'::character varying, 'returned'::character varying])::text[]))),
    CONSTRAINT payout_under_way_goes_somewhere CHECK ((((order_id IS NULL) AND ((state)::text = 'due'::text)) OR ((order_id IS NOT NULL) AND ((state)::text = ANY ((ARRAY['ordered'::character varying, 'sent'::character varying, 'returned'::character varying])::text[])) AND (NOT (((bank_bin)::text = ''::text) OR ((bank_account)::text = ''::text) OR ((bank_account_name)::text = ''::text))))))
);
ALTER TABLE public.payments_payout ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_payout_id_seq
);
CREATE TABLE public.payments_payoutorder (
    id bigint NOT NULL,
    state character varying(10) NOT NULL,
    total bigint NOT NULL,
    needs_two boolean NOT NULL,
    made_at timestamp with time zone NOT NULL,
    approved_at timestamp with time zone,
    ended_at timestamp with time zone,
    reference character varying(100) NOT NULL,
    approved_by_id bigint,
    made_by_id bigint NOT NULL,
    CONSTRAINT payments_payoutorder_total_check CHECK ((total >= 0)),
    CONSTRAINT payout_order_is_approved_before_it_is_sent CHECK ((((approved_by_id IS NULL) AND ((state)::text = ANY ((ARRAY['made'::character varying, 'dropped'::character varying])::text[]))) OR ((approved_by_id IS NOT NULL) AND ((state)::text = ANY ((ARRAY['approved'::character varying, 'sent'::character varying])::text[]))))),
    CONSTRAINT payout_order_moves_money CHECK ((total > 0)),
    CONSTRAINT payout_order_of_much_money_has_two_people CHECK (((NOT needs_two) OR (approved_by_id IS NULL) OR (NOT ((approved_by_id = made_by_id) AND (approved_by_id IS NOT NULL))))),
    CONSTRAINT payout_order_state_is_known CHECK (((state)::text = ANY ((ARRAY['made'::character varying, 'approved'::character varying, 'sent'::character varying, 'dropped'::character varying])::text[])))
);
ALTER TABLE public.payments_payoutorder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_payoutorder_id_seq
);
CREATE TABLE public.payments_receipt (
    id bigint NOT NULL,
    amount bigint NOT NULL,
    reference character varying(100) NOT NULL,
    day date NOT NULL,
    state character varying(10) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    asked_by_id bigint NOT NULL,
    attempt_id bigint NOT NULL,
    decided_by_id bigint,
    CONSTRAINT payments_receipt_amount_check CHECK ((amount >= 0)),
    CONSTRAINT receipt_confirmed_by_another_person CHECK (((NOT ((state)::text = 'confirmed'::text)) OR ((decided_by_id IS NOT NULL) AND (NOT ((decided_by_id = asked_by_id) AND (decided_by_id IS NOT NULL)))))),
    CONSTRAINT receipt_decided_by_somebody CHECK ((((decided_at IS NULL) AND (decided_by_id IS NULL) AND ((state)::text = 'asked'::text)) OR ((decided_at IS NOT NULL) AND (decided_by_id IS NOT NULL) AND ((state)::text = ANY ((ARRAY['confirmed'::character varying, 'refused'::character varying])::text[]))))),
    CONSTRAINT receipt_moves_money CHECK ((amount > 0)),
    CONSTRAINT receipt_names_its_transfer CHECK ((NOT ((reference)::text = ''::text)))
);
ALTER TABLE public.payments_receipt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_receipt_id_seq
);
CREATE TABLE public.payments_refund (
    id bigint NOT NULL,
    key character varying(22) NOT NULL,
    amount bigint NOT NULL,
    state character varying(10) NOT NULL,
    needs_two boolean NOT NULL,
    bank_bin character varying(6) NOT NULL,
    bank_account character varying(19) NOT NULL,
    bank_account_name character varying(100) NOT NULL,
    reference character varying(100) NOT NULL,
    note character varying(300) NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    approved_at timestamp with time zone,
    ended_at timestamp with time zone,
    approved_by_id bigint,
    attempt_id bigint,
    incident_id bigint NOT NULL,
    invoice_id bigint NOT NULL,
    requested_by_id bigint NOT NULL,
    next_ask_at timestamp with time zone,
    sent_at timestamp with time zone,
    CONSTRAINT payments_refund_amount_check CHECK ((amount >= 0)),
    CONSTRAINT refund_ended_when_it_did CHECK ((((ended_at IS NULL) AND ((state)::text = ANY ((ARRAY['requested'::character varying, 'approved'::character varying])::text[]))) OR ((ended_at IS NULL) AND ((state)::text = ANY ((ARRAY['sending'::character varying, 'unknown'::character varying])::text[]))) OR ((ended_at IS NOT NULL) AND ((state)::text = ANY ((ARRAY['done'::character varying, 'rejected'::character varying, 'returned'::character varying])::text[]))))),
    CONSTRAINT refund_goes_somewhere CHECK (((attempt_id IS NOT NULL) OR (NOT (((bank_bin)::text = ''::text) OR ((bank_account)::text = ''::text) OR ((bank_account_name)::text = ''::text))))),
    CONSTRAINT refund_is_approved_before_it_is_sent CHECK ((((state)::text = ANY ((ARRAY['requested'::character varying, 'rejected'::character varying])::text[])) OR (approved_by_id IS NOT NULL))),
    CONSTRAINT refund_moves_money CHECK ((amount > 0)),
    CONSTRAINT refund_of_much_money_has_two_people CHECK (((NOT needs_two) OR (approved_by_id IS NULL) OR (NOT ((approved_by_id = requested_by_id) AND (approved_by_id IS NOT NULL))))),
    CONSTRAINT refund_state_is_known CHECK (((state)::text = ANY ((ARRAY['requested'::character varying, 'approved'::character varying, 'sending'::character varying, 'unknown'::character varying, 'done'::character varying, 'rejected'::character varying, 'returned'::character varying])::text[])))
);
ALTER TABLE public.payments_refund ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_refund_id_seq
);
CREATE TABLE public.payments_settledline (
    id bigint NOT NULL,
    "row" integer NOT NULL,
    reference character varying(100) NOT NULL,
    amount bigint NOT NULL,
    fee bigint NOT NULL,
    problem character varying(10) NOT NULL,
    attempt_id bigint,
    file_id bigint NOT NULL,
    parcel_id bigint,
    CONSTRAINT payments_settledline_row_check CHECK (("row" >= 0)),
    CONSTRAINT settled_line_knows_its_payment CHECK ((((attempt_id IS NULL) AND (parcel_id IS NULL) AND ((problem)::text = 'unknown'::text)) OR ((NOT ((problem)::text = 'unknown'::text)) AND (((attempt_id IS NOT NULL) OR (parcel_id IS NOT NULL)) AND (1 = (
CASE
    WHEN (attempt_id IS NOT NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN (parcel_id IS NOT NULL) THEN 1
    ELSE 0
END)))))),
    CONSTRAINT settled_line_moves_money CHECK ((NOT (amount = 0))),
    CONSTRAINT settled_line_problem_is_known CHECK (((problem)::text = ANY ((ARRAY[''::character varying, 'unknown'::character varying, 'other_sum'::character varying, 'twice'::character varying])::text[])))
);
ALTER TABLE public.payments_settledline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_settledline_id_seq
);
CREATE TABLE public.payments_statement (
    id bigint NOT NULL,
    number character varying(40) NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    carried bigint NOT NULL,
    sales bigint NOT NULL,
    returns bigint NOT NULL,
    commission bigint NOT NULL,
    tax bigint NOT NULL,
    kept bigint NOT NULL,
    payable bigint NOT NULL,
    is_paid_out boolean NOT NULL,
    closed_at timestamp with time zone NOT NULL,
    closed_by_id bigint,
    payee_id bigint NOT NULL,
    vouchers bigint DEFAULT 0 NOT NULL,
    awaited bigint DEFAULT 0 NOT NULL,
    fees bigint DEFAULT 0 NOT NULL,
    CONSTRAINT statement_adds_up CHECK ((payable = ((((((((carried + sales) + returns) + commission) + tax) + kept) + vouchers) + awaited) + fees))),
    CONSTRAINT statement_days_in_order CHECK ((first_day <= last_day)),
    CONSTRAINT statement_pays_out_what_is_there CHECK (((NOT is_paid_out) OR (payable > 0)))
);
ALTER TABLE public.payments_statement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_statement_id_seq
);
CREATE TABLE public.payments_statementline (
    id bigint NOT NULL,
    amount bigint NOT NULL,
    posting_id bigint NOT NULL,
    statement_id bigint NOT NULL,
    CONSTRAINT statement_line_moves_money CHECK ((NOT (amount = 0)))
);
ALTER TABLE public.payments_statementline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_statementline_id_seq
);
CREATE TABLE public.payments_taxline (
    id bigint NOT NULL,
    line_ref character varying(64) NOT NULL,
    goods_class character varying(140) NOT NULL,
    tax character varying(3) NOT NULL,
    base bigint NOT NULL,
    basis_points integer NOT NULL,
    amount bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    entry_id bigint NOT NULL,
    invoice_id bigint NOT NULL,
    payee_id bigint NOT NULL,
    CONSTRAINT payments_taxline_basis_points_check CHECK ((basis_points >= 0)),
    CONSTRAINT tax_line_takes_or_gives_back CHECK ((((amount >= 0) AND (base > 0)) OR ((amount <= 0) AND (base < 0))))
);
ALTER TABLE public.payments_taxline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_taxline_id_seq
);
CREATE TABLE public.payments_taxrule (
    id bigint NOT NULL,
    legal_form character varying(40) NOT NULL,
    goods_class character varying(140) NOT NULL,
    tax character varying(3) NOT NULL,
    basis_points integer NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    source character varying(300) NOT NULL,
    payee_id bigint,
    CONSTRAINT payments_taxrule_basis_points_check CHECK ((basis_points >= 0)),
    CONSTRAINT tax_rule_ends_after_it_begins CHECK (((valid_to IS NULL) OR (valid_to > valid_from))),
    CONSTRAINT tax_rule_names_a_known_tax CHECK (((tax)::text = ANY ((ARRAY['vat'::character varying, 'pit'::character varying])::text[]))),
    CONSTRAINT tax_rule_names_its_source CHECK ((NOT ((source)::text = ''::text))),
    CONSTRAINT tax_rule_takes_a_part CHECK ((basis_points <= 10000))
);
ALTER TABLE public.payments_taxrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.payments_taxrule_id_seq
);
CREATE TABLE public.people_user (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    is_superuser boolean NOT NULL,
    first_name character varying(255) NOT NULL,
    last_name character varying(255) NOT NULL,
    is_staff boolean NOT NULL,
    is_active boolean NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    email character varying(254),
    phone character varying(16),
    phone_verified_at timestamp with time zone,
    language character varying(5) NOT NULL,
    CONSTRAINT user_email_is_in_small_letters CHECK (((email IS NULL) OR ((email)::text = lower((email)::text)))),
    CONSTRAINT user_phone_is_e164 CHECK (((phone IS NULL) OR ((phone)::text ~ '^\+[1-9][0-9]{7,14}$'::text))),
    CONSTRAINT user_who_is_active_can_sign_in CHECK (((NOT is_active) OR (email IS NOT NULL) OR (phone IS NOT NULL)))
);
CREATE TABLE public.people_user_groups (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.people_user_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_user_groups_id_seq
);
ALTER TABLE public.people_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_user_id_seq
);
CREATE TABLE public.people_user_user_permissions (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.people_user_user_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_user_user_permissions_id_seq
);
CREATE TABLE public.records_apitoken (
    id bigint NOT NULL,
    scope character varying(20) NOT NULL,
    hash character varying(64) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    user_id bigint NOT NULL,
    CONSTRAINT api_token_scope_known CHECK (((scope)::text = ANY ((ARRAY['statistics'::character varying, 'epcis.capture'::character varying, 'epcis.read'::character varying, 'seller'::character varying])::text[])))
);
ALTER TABLE public.records_apitoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.records_apitoken_id_seq
);
CREATE TABLE public.records_auditentry (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    on_behalf_of character varying(100) NOT NULL,
    subject_type character varying(80) NOT NULL,
    subject_id character varying(64) NOT NULL,
    what character varying(80) NOT NULL,
    before jsonb,
    after jsonb,
    request_id character varying(64) NOT NULL,
    by_id bigint,
    about character varying(100) DEFAULT ''::character varying NOT NULL,
    transaction_id bigint DEFAULT ((pg_current_xact_id())::text)::bigint
);
ALTER TABLE public.records_auditentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.records_auditentry_id_seq
);
CREATE TABLE public.records_datedrule (
    id bigint NOT NULL,
    key character varying(80) NOT NULL,
    value jsonb NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    source character varying(300) NOT NULL,
    CONSTRAINT rule_ends_after_it_begins CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
);
ALTER TABLE public.records_datedrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.records_datedrule_id_seq
);
CREATE TABLE public.records_outboxmessage (
    id bigint NOT NULL,
    topic character varying(80) NOT NULL,
    key character varying(160) NOT NULL,
    payload jsonb NOT NULL,
    posted_at timestamp with time zone NOT NULL,
    not_before timestamp with time zone NOT NULL,
    attempts smallint NOT NULL,
    last_error text NOT NULL,
    sent_at timestamp with time zone,
    dead_at timestamp with time zone,
    CONSTRAINT outbox_message_is_sent_or_dead_not_both CHECK (((sent_at IS NULL) OR (dead_at IS NULL))),
    CONSTRAINT records_outboxmessage_attempts_check CHECK ((attempts >= 0))
);
ALTER TABLE public.records_outboxmessage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.records_outboxmessage_id_seq
);
CREATE TABLE public.records_pagechange (
    id bigint NOT NULL,
    weight bigint DEFAULT 1 NOT NULL
);
ALTER TABLE public.records_pagechange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.records_pagechange_id_seq
);
CREATE TABLE public.records_paper (
    id bigint NOT NULL,
    token character varying(22) NOT NULL,
    file character varying(60) NOT NULL,
    name character varying(120) NOT NULL,
    media_type character varying(40) NOT NULL,
    size integer NOT NULL,
    sha256 character varying(64) NOT NULL,
    uploaded_at timestamp with time zone NOT NULL,
    uploaded_by_id bigint,
    CONSTRAINT paper_is_pdf_jpeg_or_png CHECK (((media_type)::text = ANY ((ARRAY['application/pdf'::character varying, 'image/jpeg'::character varying, 'image/png'::character varying])::text[]))),
    CONSTRAINT records_paper_size_check CHECK ((size >= 0))
);
ALTER TABLE public.records_paper ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.records_paper_id_seq
);
CREATE TABLE public.records_reader (
    id bigint NOT NULL,
    address character varying(254) NOT NULL,
    token character varying(43) NOT NULL,
    unsubscribed_at timestamp with time zone
);
ALTER TABLE public.records_reader ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.records_reader_id_seq
);
CREATE TABLE public.records_sentletter (
    id bigint NOT NULL,
    key character varying(200) NOT NULL,
    way character varying(4) NOT NULL,
    template character varying(100) NOT NULL,
    lang character varying(10) NOT NULL,
    message_id character varying(120) NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    "to" character varying(254) NOT NULL,
    subject character varying(250) NOT NULL,
    text text NOT NULL,
    html text NOT NULL,
    CONSTRAINT letter_way_known CHECK (((way)::text = ANY ((ARRAY['mail'::character varying, 'sms'::character varying, 'zalo'::character varying, 'none'::character varying])::text[])))
);
ALTER TABLE public.records_sentletter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.records_sentletter_id_seq
);
CREATE TABLE public.records_sparecount (
    key character varying(64) NOT NULL,
    value jsonb NOT NULL,
    ends_at timestamp with time zone NOT NULL
);
CREATE TABLE public.records_tableversion (
    subject character varying(40) NOT NULL,
    version uuid NOT NULL
);
CREATE TABLE public.reviews_productreview (
    id bigint NOT NULL,
    score smallint NOT NULL,
    title character varying(255) NOT NULL,
    body text NOT NULL,
    name character varying(255) NOT NULL,
    email character varying(254) NOT NULL,
    homepage character varying(200) NOT NULL,
    status smallint NOT NULL,
    total_votes integer NOT NULL,
    delta_votes integer NOT NULL,
    date_created timestamp with time zone NOT NULL,
    product_id bigint,
    user_id bigint,
    code character varying(255)
);
ALTER TABLE public.reviews_productreview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_productreview_id_seq
);
CREATE TABLE public.reviews_vote (
    id bigint NOT NULL,
    delta smallint NOT NULL,
    date_created timestamp with time zone NOT NULL,
    review_id bigint NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.reviews_vote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_vote_id_seq
);
CREATE TABLE public.shipping_orderanditemcharges (
    id bigint NOT NULL,
    code character varying(128) NOT NULL,
    name character varying(128) NOT NULL,
    description text NOT NULL,
    price_per_order numeric(12,2) NOT NULL,
    price_per_item numeric(12,2) NOT NULL,
    free_shipping_threshold numeric(12,2)
);
CREATE TABLE public.shipping_orderanditemcharges_countries (
    id bigint NOT NULL,
    orderanditemcharges_id bigint CONSTRAINT shipping_orderanditemcharges_co_orderanditemcharges_id_not_null NOT NULL,
    country_id character varying(2) NOT NULL
);
ALTER TABLE public.shipping_orderanditemcharges_countries ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.shipping_orderanditemcharges_countries_id_seq
);
ALTER TABLE public.shipping_orderanditemcharges ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.shipping_orderanditemcharges_id_seq
);
CREATE TABLE public.shipping_weightband (
    id bigint NOT NULL,
    upper_limit numeric(12,3) NOT NULL,
    charge numeric(12,2) NOT NULL,
    method_id bigint NOT NULL
);
ALTER TABLE public.shipping_weightband ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.shipping_weightband_id_seq
);
CREATE TABLE public.shipping_weightbased (
    id bigint NOT NULL,
    code character varying(128) NOT NULL,
    name character varying(128) NOT NULL,
    description text NOT NULL,
    default_weight numeric(12,3) NOT NULL
);
CREATE TABLE public.shipping_weightbased_countries (
    id bigint NOT NULL,
    weightbased_id bigint NOT NULL,
    country_id character varying(2) NOT NULL
);
ALTER TABLE public.shipping_weightbased_countries ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.shipping_weightbased_countries_id_seq
);
ALTER TABLE public.shipping_weightbased ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.shipping_weightbased_id_seq
);
CREATE TABLE public.simple_translation_simpletranslation (
    id integer NOT NULL
);
ALTER TABLE public.simple_translation_simpletranslation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.simple_translation_simpletranslation_id_seq
);
CREATE TABLE public.statistics_changedday (
    id bigint NOT NULL,
    day date NOT NULL
);
ALTER TABLE public.statistics_changedday ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.statistics_changedday_id_seq
);
CREATE TABLE public.statistics_freshness (
    id bigint NOT NULL,
    counted_at timestamp with time zone NOT NULL,
    CONSTRAINT freshness_is_one_row CHECK ((id = 1))
);
ALTER TABLE public.statistics_freshness ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.statistics_freshness_id_seq
);
CREATE TABLE public.statistics_sale (
    id bigint NOT NULL,
    day date NOT NULL,
    orders integer NOT NULL,
    units bigint NOT NULL,
    grams bigint NOT NULL,
    gross bigint NOT NULL,
    refunded bigint NOT NULL,
    commune character varying(5) NOT NULL,
    cooperative character varying(20) NOT NULL,
    category character varying(120) NOT NULL,
    variety character varying(60) NOT NULL,
    channel character varying(20) NOT NULL,
    source character varying(10) NOT NULL,
    CONSTRAINT sale_gives_back_what_it_took_at_most CHECK ((refunded <= gross)),
    CONSTRAINT statistics_sale_grams_check CHECK ((grams >= 0)),
    CONSTRAINT statistics_sale_gross_check CHECK ((gross >= 0)),
    CONSTRAINT statistics_sale_orders_check CHECK ((orders >= 0)),
    CONSTRAINT statistics_sale_refunded_check CHECK ((refunded >= 0)),
    CONSTRAINT statistics_sale_units_check CHECK ((units >= 0))
);
ALTER TABLE public.statistics_sale ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.statistics_sale_id_seq
);
CREATE TABLE public.statistics_tally (
    id bigint NOT NULL,
    day date NOT NULL,
    orders integer NOT NULL,
    units bigint NOT NULL,
    grams bigint NOT NULL,
    gross bigint NOT NULL,
    refunded bigint NOT NULL,
    dimension character varying(11) NOT NULL,
    key character varying(120) NOT NULL,
    within character varying(11) NOT NULL,
    within_key character varying(120) NOT NULL,
    CONSTRAINT statistics_tally_grams_check CHECK ((grams >= 0)),
    CONSTRAINT statistics_tally_gross_check CHECK ((gross >= 0)),
    CONSTRAINT statistics_tally_orders_check CHECK ((orders >= 0)),
    CONSTRAINT statistics_tally_refunded_check CHECK ((refunded >= 0)),
    CONSTRAINT statistics_tally_units_check CHECK ((units >= 0)),
    CONSTRAINT tally_gives_back_what_it_took_at_most CHECK ((refunded <= gross))
);
ALTER TABLE public.statistics_tally ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.statistics_tally_id_seq
);
CREATE TABLE public.taggit_tag (
    id integer NOT NULL,
    name character varying(100) NOT NULL,
    slug character varying(100) NOT NULL
);
ALTER TABLE public.taggit_tag ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.taggit_tag_id_seq
);
CREATE TABLE public.taggit_taggeditem (
    id integer NOT NULL,
    object_id integer NOT NULL,
    content_type_id integer NOT NULL,
    tag_id integer NOT NULL
);
ALTER TABLE public.taggit_taggeditem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.taggit_taggeditem_id_seq
);
CREATE TABLE public.traceability_alert (
    id bigint NOT NULL,
    reason character varying(20) NOT NULL,
    subject character varying(20) NOT NULL COLLATE pg_catalog."C",
    score smallint NOT NULL,
    scans integer NOT NULL,
    phones integer NOT NULL,
    provinces character varying(2)[] NOT NULL,
    first_seen timestamp with time zone NOT NULL,
    last_seen timestamp with time zone NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    state character varying(12) NOT NULL,
    note character varying(500) NOT NULL,
    decided_at timestamp with time zone,
    box_id bigint,
    decided_by_id bigint,
    lot_id bigint,
    CONSTRAINT alert_is_about_something_issued_or_names_its_subject CHECK ((((lot_id IS NOT NULL) AND ((subject)::text = ''::text)) OR ((box_id IS NULL) AND (lot_id IS NULL) AND (NOT ((subject)::text = ''::text))))),
    CONSTRAINT alert_is_open_or_decided_with_a_note CHECK ((((decided_at IS NULL) AND (decided_by_id IS NULL) AND ((note)::text = ''::text) AND ((state)::text = 'open'::text)) OR (((state)::text = ANY ((ARRAY['acknowledged'::character varying, 'dismissed'::character varying])::text[])) AND (NOT ((note)::text = ''::text)) AND (decided_at IS NOT NULL) AND (decided_by_id IS NOT NULL)))),
    CONSTRAINT alert_score_is_one_to_a_hundred CHECK (((score >= 1) AND (score <= 100))),
    CONSTRAINT alert_was_seen_first_before_last CHECK ((first_seen <= last_seen)),
    CONSTRAINT traceability_alert_phones_check CHECK ((phones >= 0)),
    CONSTRAINT traceability_alert_scans_check CHECK ((scans >= 0)),
    CONSTRAINT traceability_alert_score_check CHECK ((score >= 0))
);
ALTER TABLE public.traceability_alert ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_alert_id_seq
);
CREATE TABLE public.traceability_authorkey (
    id bigint NOT NULL,
    key_id character varying(64) NOT NULL,
    public bytea NOT NULL,
    sealed bytea NOT NULL,
    certificate text NOT NULL,
    state character varying(10) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    revoked_from bigint,
    reason character varying(200) NOT NULL,
    revocation text NOT NULL,
    party_id bigint NOT NULL,
    CONSTRAINT log_key_revoked_says_why_and_from_where CHECK ((((revoked_from IS NOT NULL) AND ((state)::text = 'revoked'::text) AND (NOT ((reason)::text = ''::text)) AND (NOT (revocation = ''::text))) OR ((NOT ((state)::text = 'revoked'::text)) AND ((reason)::text = ''::text) AND (revocation = ''::text) AND (revoked_from IS NULL)))),
    CONSTRAINT log_key_state_known CHECK (((state)::text = ANY ((ARRAY['active'::character varying, 'retired'::character varying, 'revoked'::character varying])::text[]))),
    CONSTRAINT log_key_that_ended_says_when CHECK ((((ended_at IS NULL) AND ((state)::text = 'active'::text)) OR ((NOT ((state)::text = 'active'::text)) AND (ended_at IS NOT NULL))))
);
ALTER TABLE public.traceability_authorkey ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_authorkey_id_seq
);
CREATE TABLE public.traceability_box (
    id bigint NOT NULL,
    code character varying(12) NOT NULL COLLATE pg_catalog."C",
    net_weight_g integer,
    reference character varying(60) NOT NULL,
    sold_on date,
    state character varying(10) NOT NULL,
    packing_id bigint NOT NULL,
    lot_id bigint NOT NULL,
    item_id bigint NOT NULL,
    replaces_id bigint,
    CONSTRAINT box_code_is_twelve_crockford_with_a_letter CHECK ((((code)::text ~ '^[0-9A-HJKMNP-TV-Z]{12}$'::text) AND ((code)::text ~ '[A-Z]'::text))),
    CONSTRAINT box_sold_names_its_sale CHECK (((sold_on IS NULL) OR (NOT ((reference)::text = ''::text)))),
    CONSTRAINT box_state_known CHECK (((state)::text = ANY ((ARRAY['packed'::character varying, 'shipped'::character varying, 'delivered'::character varying, 'void'::character varying, 'lost'::character varying])::text[]))),
    CONSTRAINT traceability_box_net_weight_g_check CHECK ((net_weight_g >= 0))
);
ALTER TABLE public.traceability_box ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_box_id_seq
);
CREATE TABLE public.traceability_capture (
    id bigint NOT NULL,
    key uuid NOT NULL,
    digest character varying(64) NOT NULL,
    behaviour character varying(10) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    success boolean NOT NULL,
    errors jsonb NOT NULL,
    event_ids jsonb NOT NULL,
    party_id bigint NOT NULL,
    CONSTRAINT capture_behaviour_known CHECK (((behaviour)::text = ANY ((ARRAY['rollback'::character varying, 'proceed'::character varying])::text[]))),
    CONSTRAINT capture_succeeded_or_says_why_not CHECK ((((errors = '[]'::jsonb) AND success) OR ((NOT success) AND (NOT (errors = '[]'::jsonb)))))
);
ALTER TABLE public.traceability_capture ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_capture_id_seq
);
CREATE TABLE public.traceability_diaryentry (
    id bigint NOT NULL,
    work character varying(12) NOT NULL,
    "on" date NOT NULL,
    input_name character varying(120) NOT NULL,
    active_ingredient character varying(120) NOT NULL,
    dose character varying(60) NOT NULL,
    wait_days smallint,
    note character varying(500) NOT NULL,
    draft uuid NOT NULL,
    written_at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    by_name character varying(150) NOT NULL,
    helped_by character varying(150) NOT NULL,
    by_id bigint,
    corrects_id bigint,
    photo_id bigint,
    plot_id bigint NOT NULL,
    CONSTRAINT diary_corrects_an_earlier_entry CHECK (((corrects_id IS NULL) OR (corrects_id < id))),
    CONSTRAINT diary_spraying_says_what_and_how_long_to_wait CHECK (((NOT ((work)::text = 'spraying'::text)) OR ((NOT ((input_name)::text = ''::text)) AND (wait_days IS NOT NULL)))),
    CONSTRAINT diary_waits_a_year_at_most CHECK (((wait_days IS NULL) OR (wait_days <= 365))),
    CONSTRAINT traceability_diaryentry_wait_days_check CHECK ((wait_days >= 0))
);
ALTER TABLE public.traceability_diaryentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_diaryentry_id_seq
);
CREATE TABLE public.traceability_entry (
    id bigint NOT NULL,
    event_id character varying(120) NOT NULL,
    document character varying(64) NOT NULL,
    leaf text NOT NULL,
    leaf_hash bytea,
    index bigint,
    submitted_at timestamp with time zone NOT NULL,
    key_id bigint,
    party_id bigint NOT NULL,
    CONSTRAINT log_entry_document_is_a_digest CHECK ((((document)::text = ''::text) OR ((document)::text ~ '^[0-9a-f]{64}$'::text))),
    CONSTRAINT log_entry_in_the_tree_is_signed CHECK (((index IS NULL) OR ((index >= 0) AND (NOT (leaf = ''::text))))),
    CONSTRAINT log_entry_is_signed_or_not CHECK ((((key_id IS NULL) AND (leaf = ''::text) AND (leaf_hash IS NULL)) OR ((key_id IS NOT NULL) AND (leaf_hash IS NOT NULL) AND (NOT (leaf = ''::text)))))
);
ALTER TABLE public.traceability_entry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_entry_id_seq
);
CREATE TABLE public.traceability_epcisevent (
    id bigint NOT NULL,
    event_id character varying(100) NOT NULL COLLATE pg_catalog."C",
    given_id character varying(300) NOT NULL COLLATE pg_catalog."C",
    type character varying(20) NOT NULL,
    action character varying(10) NOT NULL,
    biz_step character varying(300) NOT NULL COLLATE pg_catalog."C",
    disposition character varying(300) NOT NULL COLLATE pg_catalog."C",
    read_point character varying(300) NOT NULL COLLATE pg_catalog."C",
    biz_location character varying(300) NOT NULL COLLATE pg_catalog."C",
    event_time timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    declared_at timestamp with time zone,
    declared_reason character varying(300) NOT NULL,
    context jsonb NOT NULL,
    document jsonb NOT NULL,
    capture_id bigint,
    party_id bigint NOT NULL,
    source_id bigint,
    CONSTRAINT epcis_event_has_an_action_unless_it_transforms CHECK (((((action)::text = ''::text) AND ((type)::text = 'TransformationEvent'::text)) OR ((NOT ((type)::text = 'TransformationEvent'::text)) AND ((action)::text = ANY ((ARRAY['ADD'::character varying, 'OBSERVE'::character varying, 'DELETE'::character varying])::text[]))))),
    CONSTRAINT epcis_event_id_is_a_hash CHECK (((event_id)::text ~ '^ni:///sha-256;[0-9a-f]{64}\?ver=CBV2\.0$'::text)),
    CONSTRAINT epcis_event_type_known CHECK (((type)::text = ANY ((ARRAY['ObjectEvent'::character varying, 'AggregationEvent'::character varying, 'TransactionEvent'::character varying, 'TransformationEvent'::character varying, 'AssociationEvent'::character varying])::text[]))),
    CONSTRAINT epcis_event_was_published_or_captured CHECK ((((source_id IS NULL) OR (capture_id IS NULL)) AND (1 = (
CASE
    WHEN (source_id IS NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN (capture_id IS NULL) THEN 1
    ELSE 0
END)))),
    CONSTRAINT epcis_published_event_declares_no_error CHECK (((source_id IS NULL) OR (declared_at IS NULL))),
    CONSTRAINT epcis_reason_belongs_to_a_declaration CHECK (((declared_at IS NOT NULL) OR ((declared_reason)::text = ''::text)))
);
ALTER TABLE public.traceability_epcisevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_epcisevent_id_seq
);
CREATE TABLE public.traceability_epciseventthing (
    id bigint NOT NULL,
    role character varying(12) NOT NULL,
    uri character varying(300) NOT NULL COLLATE pg_catalog."C",
    quantity numeric(19,6),
    uom character varying(3) NOT NULL,
    committed boolean NOT NULL,
    event_id bigint NOT NULL,
    CONSTRAINT epcis_thing_counts_classes_only CHECK (((quantity IS NULL) OR ((role)::text ~~ '% class'::text))),
    CONSTRAINT epcis_thing_role_known CHECK (((role)::text = ANY ((ARRAY['epc'::character varying, 'parent'::character varying, 'child'::character varying, 'input'::character varying, 'output'::character varying, 'epc class'::character varying, 'child class'::character varying, 'input class'::character varying, 'output class'::character varying])::text[])))
);
ALTER TABLE public.traceability_epciseventthing ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_epciseventthing_id_seq
);
CREATE TABLE public.traceability_event (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    commune_code character varying(5) NOT NULL,
    quantity bigint,
    unit character varying(5) NOT NULL,
    reference character varying(60) NOT NULL,
    data jsonb NOT NULL,
    by_name character varying(150) NOT NULL,
    lot_id bigint NOT NULL,
    CONSTRAINT event_counts_something_in_a_unit_or_nothing CHECK ((((quantity IS NULL) AND ((unit)::text = ''::text)) OR ((quantity > 0) AND ((unit)::text = ANY ((ARRAY['g'::character varying, 'box'::character varying])::text[]))))),
    CONSTRAINT event_happened_before_it_was_recorded CHECK ((at <= recorded_at)),
    CONSTRAINT event_kind_known CHECK (((kind)::text = ANY ((ARRAY['harvest'::character varying, 'packing'::character varying, 'unpacking'::character varying, 'shipping'::character varying, 'delivery'::character varying, 'loss'::character varying, 'recall'::character varying, 'merging'::character varying, 'splitting'::character varying, 'processing'::character varying, 'holding'::character varying, 'release'::character varying, 'loading'::character varying, 'unloading'::character varying, 'relabelling'::character varying])::text[]))),
    CONSTRAINT traceability_event_quantity_check CHECK ((quantity >= 0))
);
ALTER TABLE public.traceability_event ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_event_id_seq
);
CREATE TABLE public.traceability_facility (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    name character varying(150) NOT NULL,
    code character varying(40) NOT NULL,
    gln character varying(13) NOT NULL,
    commune_code character varying(5) NOT NULL,
    is_usual boolean NOT NULL,
    party_id bigint NOT NULL,
    CONSTRAINT facility_commune_is_five_digits CHECK (((commune_code)::text ~ '^[0-9]{5}$'::text)),
    CONSTRAINT facility_gln_is_thirteen_digits CHECK ((((gln)::text = ''::text) OR ((gln)::text ~ '^[0-9]{13}$'::text)))
);
ALTER TABLE public.traceability_facility ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_facility_id_seq
);
CREATE TABLE public.traceability_givennumber (
    id bigint NOT NULL,
    kind character varying(4) NOT NULL,
    reference bigint NOT NULL,
    number character varying(18) NOT NULL,
    holder character varying(60) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_name character varying(150) NOT NULL,
    pool_id bigint NOT NULL,
    CONSTRAINT number_has_a_holder CHECK ((NOT ((holder)::text = ''::text))),
    CONSTRAINT number_has_the_length_of_its_kind CHECK (((((kind)::text = 'gtin'::text) AND ((number)::text ~ '^[0-9]{14}$'::text)) OR (((kind)::text = 'gln'::text) AND ((number)::text ~ '^[0-9]{13}$'::text)) OR (((kind)::text = 'sscc'::text) AND ((number)::text ~ '^[0-9]{18}$'::text)))),
    CONSTRAINT traceability_givennumber_reference_check CHECK ((reference >= 0))
);
ALTER TABLE public.traceability_givennumber ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_givennumber_id_seq
);
CREATE TABLE public.traceability_grower (
    id bigint NOT NULL,
    name character varying(150) NOT NULL,
    alias character varying(60) NOT NULL,
    phone character varying(20) NOT NULL,
    commune_code character varying(5) NOT NULL,
    consented_at timestamp with time zone,
    consent_withdrawn_at timestamp with time zone,
    party_id bigint NOT NULL,
    CONSTRAINT grower_commune_is_five_digits CHECK (((commune_code)::text ~ '^[0-9]{5}$'::text)),
    CONSTRAINT grower_is_named CHECK (((NOT ((name)::text = ''::text)) AND (NOT ((alias)::text = ''::text)))),
    CONSTRAINT grower_withdraws_what_was_given CHECK (((consent_withdrawn_at IS NULL) OR (consent_withdrawn_at >= consented_at)))
);
ALTER TABLE public.traceability_grower ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_grower_id_seq
);
CREATE TABLE public.traceability_growingarea (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    crop character varying(100) NOT NULL,
    markets character varying(200) NOT NULL,
    state character varying(10) NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    party_id bigint NOT NULL,
    CONSTRAINT growing_area_ends_after_it_begins CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
    CONSTRAINT growing_area_has_a_code CHECK ((NOT ((code)::text = ''::text)))
);
ALTER TABLE public.traceability_growingarea ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_growingarea_id_seq
);
CREATE TABLE public.traceability_headstamp (
    id bigint NOT NULL,
    size bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    kept_at timestamp with time zone NOT NULL,
    token bytea NOT NULL,
    head_id bigint NOT NULL,
    CONSTRAINT log_stamp_holds_its_answer CHECK ((NOT (token = '\x'::bytea))),
    CONSTRAINT log_stamp_is_of_a_tree CHECK ((size >= 1))
);
ALTER TABLE public.traceability_headstamp ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_headstamp_id_seq
);
CREATE TABLE public.traceability_labeljob (
    id bigint NOT NULL,
    token character varying(22) NOT NULL,
    reference character varying(60) NOT NULL,
    layout character varying(20) NOT NULL,
    format character varying(10) NOT NULL,
    language character varying(5) NOT NULL,
    offset_x smallint NOT NULL,
    offset_y smallint NOT NULL,
    state character varying(10) NOT NULL,
    units integer NOT NULL,
    done integer NOT NULL,
    reprinted integer NOT NULL,
    reason character varying(200) NOT NULL,
    file character varying(80) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    asked_by_id bigint,
    lot_id bigint,
    party_id bigint NOT NULL,
    CONSTRAINT label_job_done_made_all CHECK (((NOT ((state)::text = 'done'::text)) OR (done = units))),
    CONSTRAINT label_job_ended_says_when CHECK ((((ended_at IS NULL) AND ((state)::text = ANY ((ARRAY['queued'::character varying, 'running'::character varying])::text[]))) OR ((ended_at IS NOT NULL) AND ((state)::text = ANY ((ARRAY['done'::character varying, 'cancelled'::character varying, 'failed'::character varying])::text[]))))),
    CONSTRAINT label_job_is_of_a_lot_or_a_sale_not_both CHECK (((lot_id IS NULL) OR ((reference)::text = ''::text))),
    CONSTRAINT label_job_makes_one_to_ten_thousand CHECK (((units >= 1) AND (units <= 10000) AND (done <= units))),
    CONSTRAINT label_job_moves_a_centimetre_at_most CHECK (((offset_x >= '-100'::integer) AND (offset_x <= 100) AND (offset_y >= '-100'::integer) AND (offset_y <= 100))),
    CONSTRAINT label_job_prints_again_for_a_reason CHECK (((reprinted <= units) AND ((reprinted = 0) OR (NOT ((reason)::text = ''::text))))),
    CONSTRAINT label_job_state_known CHECK (((state)::text = ANY ((ARRAY['queued'::character varying, 'running'::character varying, 'done'::character varying, 'cancelled'::character varying, 'failed'::character varying])::text[]))),
    CONSTRAINT traceability_labeljob_done_check CHECK ((done >= 0)),
    CONSTRAINT traceability_labeljob_reprinted_check CHECK ((reprinted >= 0)),
    CONSTRAINT traceability_labeljob_units_check CHECK ((units >= 0))
);
ALTER TABLE public.traceability_labeljob ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_labeljob_id_seq
);
CREATE TABLE public.traceability_labelprint (
    id bigint NOT NULL,
    place integer NOT NULL,
    box_id bigint NOT NULL,
    job_id bigint NOT NULL,
    CONSTRAINT traceability_labelprint_place_check CHECK ((place >= 0))
);
ALTER TABLE public.traceability_labelprint ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_labelprint_id_seq
);
CREATE TABLE public.traceability_logisticunit (
    id bigint NOT NULL,
    code character varying(12) NOT NULL COLLATE pg_catalog."C",
    sscc character varying(18) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    state character varying(10) NOT NULL,
    party_id bigint NOT NULL,
    CONSTRAINT unit_code_is_twelve_crockford_with_a_letter CHECK ((((code)::text ~ '^[0-9A-HJKMNP-TV-Z]{12}$'::text) AND ((code)::text ~ '[A-Z]'::text))),
    CONSTRAINT unit_open_is_not_closed_yet CHECK ((((closed_at IS NULL) AND ((state)::text = 'open'::text)) OR (NOT ((state)::text = 'open'::text)))),
    CONSTRAINT unit_sscc_is_eighteen_digits CHECK ((((sscc)::text = ''::text) OR ((sscc)::text ~ '^[0-9]{18}$'::text)))
);
ALTER TABLE public.traceability_logisticunit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_logisticunit_id_seq
);
CREATE TABLE public.traceability_lot (
    id bigint NOT NULL,
    code character varying(20) NOT NULL COLLATE pg_catalog."C",
    crop character varying(100) NOT NULL,
    variety character varying(100) NOT NULL,
    commune_code character varying(5) NOT NULL,
    harvested_on date NOT NULL,
    best_before date,
    opened_on date NOT NULL,
    quantity_g bigint NOT NULL,
    packed_g bigint NOT NULL,
    state character varying(10) NOT NULL,
    recall_reason character varying(300) NOT NULL,
    party_id bigint NOT NULL,
    harvested_to date,
    hold_reason character varying(300) NOT NULL,
    kind character varying(10) NOT NULL,
    loss_g bigint NOT NULL,
    used_g bigint NOT NULL,
    draft uuid,
    unwritten_field character varying(300) NOT NULL,
    CONSTRAINT lot_code_is_short_and_holds_a_letter CHECK ((((code)::text ~ '^[0-9A-Z-]{1,20}$'::text) AND ((code)::text ~ '[A-Z]'::text))),
    CONSTRAINT lot_commune_code_is_five_digits CHECK (((commune_code)::text ~ '^[0-9]{5}$'::text)),
    CONSTRAINT lot_gives_no_more_than_there_was CHECK ((packed_g <= (quantity_g - used_g))),
    CONSTRAINT lot_harvest_ends_after_it_begins CHECK (((harvested_to IS NULL) OR ((harvested_to > harvested_on) AND (harvested_to <= opened_on)))),
    CONSTRAINT lot_is_held_or_recalled_with_a_reason CHECK (((((hold_reason)::text = ''::text) AND ((recall_reason)::text = ''::text) AND ((state)::text = 'open'::text)) OR (((recall_reason)::text = ''::text) AND ((state)::text = 'held'::text) AND (NOT ((hold_reason)::text = ''::text))) OR (((state)::text = 'recalled'::text) AND (NOT ((recall_reason)::text = ''::text))))),
    CONSTRAINT lot_keeps_until_its_harvest_or_later CHECK (((best_before IS NULL) OR (best_before >= harvested_on))),
    CONSTRAINT lot_kind_known CHECK (((kind)::text = ANY ((ARRAY['harvest'::character varying, 'merged'::character varying, 'split'::character varying, 'processed'::character varying])::text[]))),
    CONSTRAINT lot_made_of_others_grew_where_they_did CHECK ((((kind)::text = 'harvest'::text) OR ((unwritten_field)::text = ''::text))),
    CONSTRAINT lot_of_a_harvest_lost_nothing_yet CHECK (((NOT ((kind)::text = 'harvest'::text)) OR (loss_g = 0))),
    CONSTRAINT lot_was_harvested_before_it_was_recorded CHECK ((harvested_on <= opened_on)),
    CONSTRAINT lot_weighs_something CHECK ((quantity_g > 0)),
    CONSTRAINT traceability_lot_loss_g_check CHECK ((loss_g >= 0)),
    CONSTRAINT traceability_lot_packed_g_check CHECK ((packed_g >= 0)),
    CONSTRAINT traceability_lot_quantity_g_check CHECK ((quantity_g >= 0)),
    CONSTRAINT traceability_lot_used_g_check CHECK ((used_g >= 0))
);
ALTER TABLE public.traceability_lot ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_lot_id_seq
);
CREATE TABLE public.traceability_lotplot (
    id bigint NOT NULL,
    lot_id bigint NOT NULL,
    plot_id bigint NOT NULL
);
ALTER TABLE public.traceability_lotplot ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_lotplot_id_seq
);
CREATE TABLE public.traceability_lotsource (
    id bigint NOT NULL,
    grams bigint NOT NULL,
    lot_id bigint NOT NULL,
    source_id bigint NOT NULL,
    CONSTRAINT lot_source_gave_something CHECK ((grams > 0)),
    CONSTRAINT lot_source_is_older_than_the_lot CHECK ((source_id < lot_id)),
    CONSTRAINT traceability_lotsource_grams_check CHECK ((grams >= 0))
);
ALTER TABLE public.traceability_lotsource ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_lotsource_id_seq
);
CREATE TABLE public.traceability_network (
    id bigint NOT NULL,
    network character varying(43) NOT NULL COLLATE pg_catalog."C",
    province_code character varying(2) NOT NULL,
    as_of date NOT NULL,
    source character varying(200) NOT NULL,
    CONSTRAINT network_lies_in_a_province CHECK (((province_code)::text ~ '^[0-9]{2}$'::text)),
    CONSTRAINT network_names_its_source CHECK ((NOT ((source)::text = ''::text)))
);
ALTER TABLE public.traceability_network ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_network_id_seq
);
CREATE TABLE public.traceability_node (
    level smallint NOT NULL,
    "position" bigint NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT log_node_counts_from_nought CHECK (((level >= 0) AND ("position" >= 0)))
);
CREATE TABLE public.traceability_numberpool (
    id bigint NOT NULL,
    prefix character varying(10) NOT NULL,
    kind character varying(4) NOT NULL,
    next_reference bigint NOT NULL,
    state character varying(6) NOT NULL,
    registered_at timestamp with time zone NOT NULL,
    CONSTRAINT pool_gives_no_more_than_it_holds CHECK (((((kind)::text = ANY ((ARRAY['gtin'::character varying, 'gln'::character varying])::text[])) AND ((next_reference)::double precision <= power((10)::double precision, ((12 - length((prefix)::text)))::double precision))) OR (((kind)::text = 'sscc'::text) AND ((next_reference)::double precision <= power((10)::double precision, ((16 - length((prefix)::text)))::double precision))))),
    CONSTRAINT pool_kind_known CHECK (((kind)::text = ANY ((ARRAY['gtin'::character varying, 'gln'::character varying, 'sscc'::character varying])::text[]))),
    CONSTRAINT pool_prefix_can_be_one_of_gs1 CHECK (((prefix)::text ~ '^(?!(?:0[245]|2|97[789]|98|99))[0-9]{7,10}$'::text)),
    CONSTRAINT pool_state_known CHECK (((state)::text = ANY ((ARRAY['open'::character varying, 'closed'::character varying])::text[]))),
    CONSTRAINT traceability_numberpool_next_reference_check CHECK ((next_reference >= 0))
);
ALTER TABLE public.traceability_numberpool ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_numberpool_id_seq
);
CREATE TABLE public.traceability_opening (
    id bigint NOT NULL,
    path character varying(60) NOT NULL,
    salt character varying(32) NOT NULL,
    value character varying(300) NOT NULL,
    event_id bigint NOT NULL,
    CONSTRAINT opening_salt_has_128_bits CHECK (((salt)::text ~ '^[0-9a-f]{32}$'::text))
);
ALTER TABLE public.traceability_opening ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_opening_id_seq
);
CREATE TABLE public.traceability_party (
    id bigint NOT NULL,
    key character varying(60) NOT NULL,
    name character varying(200) NOT NULL,
    commune_code character varying(5) NOT NULL,
    gln character varying(13) NOT NULL,
    CONSTRAINT party_commune_code_is_five_digits CHECK ((((commune_code)::text = ''::text) OR ((commune_code)::text ~ '^[0-9]{5}$'::text))),
    CONSTRAINT party_gln_is_thirteen_digits CHECK ((((gln)::text = ''::text) OR ((gln)::text ~ '^[0-9]{13}$'::text)))
);
ALTER TABLE public.traceability_party ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_party_id_seq
);
CREATE TABLE public.traceability_plot (
    id bigint NOT NULL,
    name character varying(100) NOT NULL,
    crop character varying(100) NOT NULL,
    variety character varying(100) NOT NULL,
    planted_year smallint,
    commune_code character varying(5) NOT NULL,
    area_m2 integer NOT NULL,
    outline jsonb,
    in_use boolean NOT NULL,
    grower_id bigint,
    growing_area_id bigint,
    party_id bigint NOT NULL,
    CONSTRAINT plot_commune_is_five_digits CHECK (((commune_code)::text ~ '^[0-9]{5}$'::text)),
    CONSTRAINT plot_is_between_10_m2_and_50_km2 CHECK (((area_m2 >= 10) AND (area_m2 <= 50000000))),
    CONSTRAINT plot_outline_is_a_point_or_polygon CHECK (((outline IS NULL) OR ((outline -> 'type'::text) = ANY (ARRAY['"Point"'::jsonb, '"Polygon"'::jsonb])))),
    CONSTRAINT plot_was_planted_in_a_real_year CHECK (((planted_year IS NULL) OR ((planted_year >= 1900) AND (planted_year <= 2200)))),
    CONSTRAINT traceability_plot_area_m2_check CHECK ((area_m2 >= 0)),
    CONSTRAINT traceability_plot_planted_year_check CHECK ((planted_year >= 0))
);
ALTER TABLE public.traceability_plot ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_plot_id_seq
);
CREATE TABLE public.traceability_printersetting (
    id bigint NOT NULL,
    layout character varying(20) NOT NULL,
    offset_x smallint NOT NULL,
    offset_y smallint NOT NULL,
    party_id bigint NOT NULL,
    CONSTRAINT printer_setting_moves_a_centimetre_at_most CHECK (((offset_x >= '-100'::integer) AND (offset_x <= 100) AND (offset_y >= '-100'::integer) AND (offset_y <= 100)))
);
ALTER TABLE public.traceability_printersetting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_printersetting_id_seq
);
CREATE TABLE public.traceability_problemreport (
    id bigint NOT NULL,
    kind character varying(6) NOT NULL,
    words text NOT NULL,
    contact character varying(254) NOT NULL,
    language character varying(2) NOT NULL,
    reported_at timestamp with time zone NOT NULL,
    state character varying(8) NOT NULL,
    answer text NOT NULL,
    answered_at timestamp with time zone,
    answered_by_id bigint,
    box_id bigint,
    lot_id bigint NOT NULL,
    CONSTRAINT problem_report_is_open_or_answered_in_words CHECK ((((answer = ''::text) AND (answered_at IS NULL) AND (answered_by_id IS NULL) AND ((state)::text = 'open'::text)) OR ((answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL) AND ((state)::text = 'answered'::text) AND (NOT (answer = ''::text))))),
    CONSTRAINT problem_report_says_something CHECK ((NOT (words = ''::text)))
);
ALTER TABLE public.traceability_problemreport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_problemreport_id_seq
);
CREATE TABLE public.traceability_recall (
    id bigint NOT NULL,
    number character varying(20) NOT NULL,
    year smallint NOT NULL,
    serial integer NOT NULL,
    is_drill boolean NOT NULL,
    state character varying(8) NOT NULL,
    scope character varying(8) NOT NULL,
    input_name character varying(120) NOT NULL,
    days_from date,
    days_to date,
    grade smallint NOT NULL,
    reason character varying(300) NOT NULL,
    reason_en character varying(300) NOT NULL,
    remedy character varying(8) NOT NULL,
    contact character varying(120) NOT NULL,
    document character varying(80) NOT NULL,
    result character varying(1000) NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    listed_at timestamp with time zone,
    opened_at timestamp with time zone,
    closed_at timestamp with time zone,
    by_id bigint,
    facility_id bigint,
    CONSTRAINT recall_days_run_forward CHECK ((((days_from IS NULL) AND (days_to IS NULL)) OR (days_from <= days_to))),
    CONSTRAINT recall_grade_known CHECK ((grade = ANY (ARRAY[1, 2, 3]))),
    CONSTRAINT recall_is_closed_with_a_result CHECK (((NOT ((state)::text = 'closed'::text)) OR (NOT ((result)::text = ''::text)))),
    CONSTRAINT recall_remedy_known CHECK (((remedy)::text = ANY ((ARRAY['destroy'::character varying, 'return'::character varying, 'wait'::character varying])::text[]))),
    CONSTRAINT recall_result_comes_at_its_end CHECK ((((state)::text = 'closed'::text) OR ((result)::text = ''::text))),
    CONSTRAINT recall_says_why CHECK ((NOT ((reason)::text = ''::text))),
    CONSTRAINT recall_scope_says_what_it_is_about CHECK ((((days_from IS NULL) AND (facility_id IS NULL) AND ((input_name)::text = ''::text) AND ((scope)::text = 'lots'::text)) OR ((days_from IS NOT NULL) AND (facility_id IS NULL) AND ((scope)::text = 'input'::text) AND (NOT ((input_name)::text = ''::text))) OR ((days_from IS NOT NULL) AND (facility_id IS NOT NULL) AND ((input_name)::text = ''::text) AND ((scope)::text = 'facility'::text)))),
    CONSTRAINT recall_state_and_times_agree CHECK ((((closed_at IS NULL) AND (opened_at IS NULL) AND ((state)::text = ANY ((ARRAY['draft'::character varying, 'dropped'::character varying])::text[]))) OR ((closed_at IS NULL) AND (opened_at >= begun_at) AND ((state)::text = 'open'::text)) OR ((closed_at >= opened_at) AND (opened_at >= begun_at) AND ((state)::text = 'closed'::text)))),
    CONSTRAINT traceability_recall_grade_check CHECK ((grade >= 0)),
    CONSTRAINT traceability_recall_serial_check CHECK ((serial >= 0)),
    CONSTRAINT traceability_recall_year_check CHECK ((year >= 0))
);
ALTER TABLE public.traceability_recall ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_recall_id_seq
);
CREATE TABLE public.traceability_recalllot (
    id bigint NOT NULL,
    how character varying(8) NOT NULL,
    at timestamp with time zone NOT NULL,
    lot_id bigint NOT NULL,
    recall_id bigint NOT NULL,
    CONSTRAINT recall_lot_reached_by_a_known_way CHECK (((how)::text = ANY ((ARRAY['named'::character varying, 'input'::character varying, 'facility'::character varying, 'made_of'::character varying])::text[])))
);
ALTER TABLE public.traceability_recalllot ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_recalllot_id_seq
);
CREATE TABLE public.traceability_scan (
    id bigint NOT NULL,
    hour timestamp with time zone NOT NULL,
    unknown character varying(20) NOT NULL COLLATE pg_catalog."C",
    province_code character varying(2) NOT NULL,
    visitor character varying(16) NOT NULL COLLATE pg_catalog."C",
    box_id bigint,
    lot_id bigint,
    CONSTRAINT scan_hides_its_visitor CHECK (((visitor)::text ~ '^[0-9a-f]{16}$'::text)),
    CONSTRAINT scan_is_of_something_issued_or_of_an_unknown_code CHECK ((((lot_id IS NOT NULL) AND ((unknown)::text = ''::text)) OR ((box_id IS NULL) AND (lot_id IS NULL) AND (NOT ((unknown)::text = ''::text))))),
    CONSTRAINT scan_province_is_two_digits_or_unknown CHECK ((((province_code)::text = ''::text) OR ((province_code)::text ~ '^[0-9]{2}$'::text))),
    CONSTRAINT scan_tells_the_hour_only CHECK (((EXTRACT(minute FROM (hour AT TIME ZONE 'Asia/Ho_Chi_Minh'::text)) = (0)::numeric) AND (EXTRACT(second FROM date_trunc('second'::text, (hour AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))) = (0)::numeric)))
);
ALTER TABLE public.traceability_scan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_scan_id_seq
);
CREATE TABLE public.traceability_scanmonth (
    id bigint NOT NULL,
    month date NOT NULL,
    province_code character varying(2) NOT NULL,
    scans integer NOT NULL,
    phones integer NOT NULL,
    lot_id bigint NOT NULL,
    CONSTRAINT scan_month_begins_a_month CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
    CONSTRAINT traceability_scanmonth_phones_check CHECK ((phones >= 0)),
    CONSTRAINT traceability_scanmonth_scans_check CHECK ((scans >= 0))
);
ALTER TABLE public.traceability_scanmonth ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_scanmonth_id_seq
);
CREATE TABLE public.traceability_scantally (
    id bigint NOT NULL,
    scans integer NOT NULL,
    phones integer NOT NULL,
    provinces smallint NOT NULL,
    is_odd boolean NOT NULL,
    waits boolean NOT NULL,
    box_id bigint,
    lot_id bigint,
    CONSTRAINT scan_tally_is_of_a_box_or_a_lot CHECK ((((box_id IS NOT NULL) AND (lot_id IS NULL)) OR ((box_id IS NULL) AND (lot_id IS NOT NULL)))),
    CONSTRAINT scan_tally_phones_scanned CHECK ((phones <= scans)),
    CONSTRAINT traceability_scantally_phones_check CHECK ((phones >= 0)),
    CONSTRAINT traceability_scantally_provinces_check CHECK ((provinces >= 0)),
    CONSTRAINT traceability_scantally_scans_check CHECK ((scans >= 0))
);
ALTER TABLE public.traceability_scantally ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_scantally_id_seq
);
CREATE TABLE public.traceability_scratchcode (
    id bigint NOT NULL,
    salt bytea,
    digest bytea,
    cost smallint NOT NULL,
    given_at timestamp with time zone,
    opened_at timestamp with time zone,
    opened_in character varying(2) NOT NULL,
    again integer NOT NULL,
    tried_on date,
    tries smallint NOT NULL,
    box_id bigint NOT NULL,
    sheet_id bigint NOT NULL,
    CONSTRAINT scratch_code_given_is_hashed CHECK (((given_at IS NULL) OR (digest IS NOT NULL))),
    CONSTRAINT scratch_code_is_hashed_with_a_salt CHECK ((((digest IS NULL) AND (salt IS NULL)) OR ((digest IS NOT NULL) AND (salt IS NOT NULL)))),
    CONSTRAINT scratch_code_is_tried_five_times_a_day CHECK ((((tried_on IS NULL) AND (tries = 0)) OR ((tried_on IS NOT NULL) AND (tries >= 1) AND (tries <= 5)))),
    CONSTRAINT scratch_code_opened_says_when CHECK (((opened_at IS NOT NULL) OR ((again = 0) AND ((opened_in)::text = ''::text)))),
    CONSTRAINT scratch_code_opened_was_given CHECK (((opened_at IS NULL) OR ((given_at IS NOT NULL) AND (opened_at >= given_at)))),
    CONSTRAINT scratch_code_province_is_two_digits_or_unknown CHECK ((((opened_in)::text = ''::text) OR ((opened_in)::text ~ '^[0-9]{2}$'::text))),
    CONSTRAINT traceability_scratchcode_again_check CHECK ((again >= 0)),
    CONSTRAINT traceability_scratchcode_cost_check CHECK ((cost >= 0)),
    CONSTRAINT traceability_scratchcode_tries_check CHECK ((tries >= 0))
);
ALTER TABLE public.traceability_scratchcode ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_scratchcode_id_seq
);
CREATE TABLE public.traceability_scratchsheet (
    id bigint NOT NULL,
    token character varying(22) NOT NULL,
    seed bytea NOT NULL,
    units integer NOT NULL,
    made integer NOT NULL,
    state character varying(10) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    fetched_at timestamp with time zone,
    asked_by_id bigint,
    lot_id bigint NOT NULL,
    CONSTRAINT scratch_sheet_fetched_says_when CHECK ((((fetched_at IS NULL) AND ((state)::text = ANY ((ARRAY['making'::character varying, 'ready'::character varying])::text[]))) OR ((fetched_at IS NOT NULL) AND ((state)::text = 'fetched'::text)) OR ((state)::text = 'replaced'::text))),
    CONSTRAINT scratch_sheet_forgets_its_seed CHECK (((((state)::text = ANY ((ARRAY['making'::character varying, 'ready'::character varying])::text[])) AND (NOT (seed = '\x'::bytea))) OR ((seed = '\x'::bytea) AND ((state)::text = ANY ((ARRAY['fetched'::character varying, 'replaced'::character varying])::text[]))))),
    CONSTRAINT scratch_sheet_is_ready_when_all_are_made CHECK (((made <= units) AND (units >= 1) AND (units <= 10000) AND ((made = units) OR ((state)::text = ANY ((ARRAY['making'::character varying, 'replaced'::character varying])::text[]))))),
    CONSTRAINT scratch_sheet_state_known CHECK (((state)::text = ANY ((ARRAY['making'::character varying, 'ready'::character varying, 'fetched'::character varying, 'replaced'::character varying])::text[]))),
    CONSTRAINT traceability_scratchsheet_made_check CHECK ((made >= 0)),
    CONSTRAINT traceability_scratchsheet_units_check CHECK ((units >= 0))
);
ALTER TABLE public.traceability_scratchsheet ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_scratchsheet_id_seq
);
CREATE TABLE public.traceability_tradeitem (
    id bigint NOT NULL,
    key character varying(60) NOT NULL,
    name_vi character varying(200) NOT NULL,
    name_en character varying(200) NOT NULL,
    gtin character varying(14) NOT NULL,
    net_weight_g integer,
    category_path character varying(120) NOT NULL,
    contains_id bigint,
    scheme character varying(8) NOT NULL,
    units integer,
    CONSTRAINT carton_holds_two_units_or_more_and_has_its_own_gtin CHECK ((((contains_id IS NULL) AND (units IS NULL)) OR ((contains_id IS NOT NULL) AND ((gtin)::text ~ '^[1-8]'::text) AND (units >= 2)))),
    CONSTRAINT item_gtin_is_fourteen_digits CHECK ((((gtin)::text = ''::text) OR ((gtin)::text ~ '^[0-9]{14}$'::text))),
    CONSTRAINT item_weighs_something CHECK (((net_weight_g IS NULL) OR (net_weight_g > 0))),
    CONSTRAINT item_with_a_gtin_says_whose_it_is CHECK (((((gtin)::text = ''::text) AND ((scheme)::text = 'internal'::text)) OR ((NOT ((gtin)::text = ''::text)) AND ((scheme)::text = ANY ((ARRAY['own'::character varying, 'pool'::character varying])::text[]))))),
    CONSTRAINT traceability_tradeitem_net_weight_g_check CHECK ((net_weight_g >= 0)),
    CONSTRAINT traceability_tradeitem_units_check CHECK ((units >= 0))
);
ALTER TABLE public.traceability_tradeitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_tradeitem_id_seq
);
CREATE TABLE public.traceability_treehead (
    id bigint NOT NULL,
    size bigint NOT NULL,
    root bytea NOT NULL,
    at timestamp with time zone NOT NULL,
    note text NOT NULL,
    CONSTRAINT log_head_size_is_a_number CHECK ((size >= 0))
);
ALTER TABLE public.traceability_treehead ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_treehead_id_seq
);
CREATE TABLE public.traceability_unitbox (
    id bigint NOT NULL,
    in_at timestamp with time zone NOT NULL,
    out_at timestamp with time zone,
    box_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT box_leaves_after_it_came CHECK (((out_at IS NULL) OR (out_at >= in_at)))
);
ALTER TABLE public.traceability_unitbox ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_unitbox_id_seq
);
CREATE TABLE public.traceability_witness (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    key character varying(300) NOT NULL,
    is_active boolean NOT NULL,
    registered_at timestamp with time zone NOT NULL
);
ALTER TABLE public.traceability_witness ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_witness_id_seq
);
CREATE TABLE public.traceability_witnesssignature (
    id bigint NOT NULL,
    line text NOT NULL,
    at timestamp with time zone NOT NULL,
    head_id bigint NOT NULL,
    witness_id bigint NOT NULL
);
ALTER TABLE public.traceability_witnesssignature ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.traceability_witnesssignature_id_seq
);
CREATE TABLE public.voucher_voucher (
    id bigint NOT NULL,
    name character varying(128) NOT NULL,
    code character varying(128) NOT NULL,
    usage character varying(128) NOT NULL,
    start_datetime timestamp with time zone NOT NULL,
    end_datetime timestamp with time zone NOT NULL,
    num_basket_additions integer NOT NULL,
    num_orders integer NOT NULL,
    total_discount numeric(12,2) NOT NULL,
    date_created timestamp with time zone NOT NULL,
    voucher_set_id bigint,
    CONSTRAINT voucher_voucher_num_basket_additions_check CHECK ((num_basket_additions >= 0)),
    CONSTRAINT voucher_voucher_num_orders_check CHECK ((num_orders >= 0))
);
ALTER TABLE public.voucher_voucher ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.voucher_voucher_id_seq
);
CREATE TABLE public.voucher_voucher_offers (
    id bigint NOT NULL,
    voucher_id bigint NOT NULL,
    conditionaloffer_id bigint NOT NULL
);
ALTER TABLE public.voucher_voucher_offers ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.voucher_voucher_offers_id_seq
);
CREATE TABLE public.voucher_voucherapplication (
    id bigint NOT NULL,
    date_created timestamp with time zone NOT NULL,
    order_id bigint NOT NULL,
    user_id bigint,
    voucher_id bigint NOT NULL
);
ALTER TABLE public.voucher_voucherapplication ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.voucher_voucherapplication_id_seq
);
CREATE TABLE public.voucher_voucherset (
    id bigint NOT NULL,
    name character varying(100) NOT NULL,
    count integer NOT NULL,
    code_length integer NOT NULL,
    description text NOT NULL,
    date_created timestamp with time zone NOT NULL,
    start_datetime timestamp with time zone NOT NULL,
    end_datetime timestamp with time zone NOT NULL,
    CONSTRAINT voucher_voucherset_count_69b7878e_check CHECK ((count >= 0))
);
ALTER TABLE public.voucher_voucherset ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.voucher_voucherset_id_seq
);
CREATE TABLE public.wagtailadmin_admin (
    id integer NOT NULL
);
ALTER TABLE public.wagtailadmin_admin ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailadmin_admin_id_seq
);
CREATE TABLE public.wagtailadmin_editingsession (
    id integer NOT NULL,
    object_id character varying(255) NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    content_type_id integer NOT NULL,
    user_id bigint NOT NULL,
    is_editing boolean NOT NULL
);
ALTER TABLE public.wagtailadmin_editingsession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailadmin_editingsession_id_seq
);
CREATE TABLE public.wagtailadmin_formstate (
    id integer NOT NULL,
    data text NOT NULL,
    object_id character varying(255) NOT NULL,
    parent_object_id character varying(255) NOT NULL,
    last_updated_at timestamp with time zone NOT NULL,
    content_type_id integer NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.wagtailadmin_formstate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailadmin_formstate_id_seq
);
CREATE TABLE public.wagtailcore_apitoken (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    key_hash character varying(64) NOT NULL,
    prefix character varying(16) NOT NULL,
    created timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    last_used_at timestamp with time zone,
    user_id bigint NOT NULL
);
ALTER TABLE public.wagtailcore_apitoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_apitoken_id_seq
);
CREATE TABLE public.wagtailcore_collection (
    id integer NOT NULL,
    path character varying(255) NOT NULL COLLATE pg_catalog."C",
    depth integer NOT NULL,
    numchild integer NOT NULL,
    name character varying(255) NOT NULL,
    CONSTRAINT wagtailcore_collection_depth_check CHECK ((depth >= 0)),
    CONSTRAINT wagtailcore_collection_numchild_check CHECK ((numchild >= 0))
);
ALTER TABLE public.wagtailcore_collection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_collection_id_seq
);
CREATE TABLE public.wagtailcore_collectionviewrestriction (
    id integer NOT NULL,
    restriction_type character varying(20) NOT NULL,
    password character varying(255) NOT NULL,
    collection_id integer NOT NULL
);
CREATE TABLE public.wagtailcore_collectionviewrestriction_groups (
    id bigint NOT NULL,
    collectionviewrestriction_id integer CONSTRAINT wagtailcore_collectionviewr_collectionviewrestriction__not_null NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_collectionviewrestriction_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_collectionviewrestriction_groups_id_seq
);
ALTER TABLE public.wagtailcore_collectionviewrestriction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_collectionviewrestriction_id_seq
);
CREATE TABLE public.wagtailcore_comment (
    id integer NOT NULL,
    text text NOT NULL,
    contentpath text NOT NULL,
    "position" text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    resolved_at timestamp with time zone,
    page_id integer NOT NULL,
    resolved_by_id bigint,
    revision_created_id integer,
    user_id bigint NOT NULL
);
ALTER TABLE public.wagtailcore_comment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_comment_id_seq
);
CREATE TABLE public.wagtailcore_commentreply (
    id integer NOT NULL,
    text text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    comment_id integer NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.wagtailcore_commentreply ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_commentreply_id_seq
);
CREATE TABLE public.wagtailcore_groupapprovaltask (
    task_ptr_id integer NOT NULL
);
CREATE TABLE public.wagtailcore_groupapprovaltask_groups (
    id bigint NOT NULL,
    groupapprovaltask_id integer CONSTRAINT wagtailcore_groupapprovaltask_gro_groupapprovaltask_id_not_null NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_groupapprovaltask_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_groupapprovaltask_groups_id_seq
);
CREATE TABLE public.wagtailcore_groupcollectionpermission (
    id integer NOT NULL,
    collection_id integer NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_groupcollectionpermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_groupcollectionpermission_id_seq
);
CREATE TABLE public.wagtailcore_grouppagepermission (
    id integer NOT NULL,
    group_id integer NOT NULL,
    page_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_grouppagepermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_grouppagepermission_id_seq
);
CREATE TABLE public.wagtailcore_groupsitepermission (
    id integer NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL,
    site_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_groupsitepermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_groupsitepermission_id_seq
);
CREATE TABLE public.wagtailcore_locale (
    id integer NOT NULL,
    language_code character varying(100) NOT NULL
);
ALTER TABLE public.wagtailcore_locale ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_locale_id_seq
);
CREATE TABLE public.wagtailcore_modellogentry (
    id integer NOT NULL,
    label text NOT NULL,
    action character varying(255) NOT NULL,
    data jsonb CONSTRAINT wagtailcore_modellogentry_data_json_not_null NOT NULL,
    "timestamp" timestamp with time zone NOT NULL,
    content_changed boolean NOT NULL,
    deleted boolean NOT NULL,
    object_id character varying(255) NOT NULL,
    content_type_id integer,
    user_id bigint,
    uuid uuid,
    revision_id integer
);
ALTER TABLE public.wagtailcore_modellogentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_modellogentry_id_seq
);
CREATE TABLE public.wagtailcore_page (
    id integer NOT NULL,
    path character varying(255) NOT NULL COLLATE pg_catalog."C",
    depth integer NOT NULL,
    numchild integer NOT NULL,
    title character varying(255) NOT NULL,
    slug character varying(255) NOT NULL,
    live boolean NOT NULL,
    has_unpublished_changes boolean NOT NULL,
    url_path text NOT NULL,
    seo_title character varying(255) NOT NULL,
    show_in_menus boolean NOT NULL,
    search_description text NOT NULL,
    go_live_at timestamp with time zone,
    expire_at timestamp with time zone,
    expired boolean NOT NULL,
    content_type_id integer NOT NULL,
    owner_id bigint,
    locked boolean NOT NULL,
    latest_revision_created_at timestamp with time zone,
    first_published_at timestamp with time zone,
    live_revision_id integer,
    last_published_at timestamp with time zone,
    draft_title character varying(255) NOT NULL,
    locked_at timestamp with time zone,
    locked_by_id bigint,
    translation_key uuid NOT NULL,
    locale_id integer NOT NULL,
    alias_of_id integer,
    latest_revision_id integer,
    CONSTRAINT wagtailcore_page_depth_check CHECK ((depth >= 0)),
    CONSTRAINT wagtailcore_page_numchild_check CHECK ((numchild >= 0))
);
ALTER TABLE public.wagtailcore_page ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_page_id_seq
);
CREATE TABLE public.wagtailcore_pagelogentry (
    id integer NOT NULL,
    label text NOT NULL,
    action character varying(255) NOT NULL,
    data jsonb CONSTRAINT wagtailcore_pagelogentry_data_json_not_null NOT NULL,
    "timestamp" timestamp with time zone NOT NULL,
    content_changed boolean NOT NULL,
    deleted boolean NOT NULL,
    content_type_id integer,
    page_id integer NOT NULL,
    revision_id integer,
    user_id bigint,
    uuid uuid
);
ALTER TABLE public.wagtailcore_pagelogentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pagelogentry_id_seq
);
CREATE TABLE public.wagtailcore_revision (
    id integer CONSTRAINT wagtailcore_pagerevision_id_not_null NOT NULL,
    created_at timestamp with time zone CONSTRAINT wagtailcore_pagerevision_created_at_not_null NOT NULL,
    content jsonb CONSTRAINT wagtailcore_pagerevision_content_json_not_null NOT NULL,
    approved_go_live_at timestamp with time zone,
    object_id character varying(255) CONSTRAINT wagtailcore_pagerevision_page_id_not_null NOT NULL,
    user_id bigint,
    content_type_id integer NOT NULL,
    base_content_type_id integer NOT NULL,
    object_str text NOT NULL
);
ALTER TABLE public.wagtailcore_revision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pagerevision_id_seq
);
CREATE TABLE public.wagtailcore_pagesubscription (
    id integer NOT NULL,
    comment_notifications boolean NOT NULL,
    page_id integer NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.wagtailcore_pagesubscription ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pagesubscription_id_seq
);
CREATE TABLE public.wagtailcore_pageviewrestriction (
    id integer NOT NULL,
    password character varying(255) NOT NULL,
    page_id integer NOT NULL,
    restriction_type character varying(20) NOT NULL
);
CREATE TABLE public.wagtailcore_pageviewrestriction_groups (
    id bigint NOT NULL,
    pageviewrestriction_id integer CONSTRAINT wagtailcore_pageviewrestriction_pageviewrestriction_id_not_null NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_pageviewrestriction_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pageviewrestriction_groups_id_seq
);
ALTER TABLE public.wagtailcore_pageviewrestriction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pageviewrestriction_id_seq
);
CREATE TABLE public.wagtailcore_referenceindex (
    id integer NOT NULL,
    object_id character varying(255) NOT NULL,
    to_object_id character varying(255) NOT NULL,
    model_path text NOT NULL,
    content_path text NOT NULL,
    content_path_hash uuid NOT NULL,
    base_content_type_id integer NOT NULL,
    content_type_id integer NOT NULL,
    to_content_type_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_referenceindex ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_referenceindex_id_seq
);
CREATE TABLE public.wagtailcore_site (
    id integer NOT NULL,
    hostname character varying(255) NOT NULL,
    port integer NOT NULL,
    is_default_site boolean NOT NULL,
    root_page_id integer NOT NULL,
    site_name character varying(255) NOT NULL
);
ALTER TABLE public.wagtailcore_site ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_site_id_seq
);
CREATE TABLE public.wagtailcore_task (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    active boolean NOT NULL,
    content_type_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_task ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_task_id_seq
);
CREATE TABLE public.wagtailcore_taskstate (
    id integer NOT NULL,
    status character varying(50) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    content_type_id integer NOT NULL,
    revision_id integer CONSTRAINT wagtailcore_taskstate_page_revision_id_not_null NOT NULL,
    task_id integer NOT NULL,
    workflow_state_id integer NOT NULL,
    finished_by_id bigint,
    comment text NOT NULL
);
ALTER TABLE public.wagtailcore_taskstate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_taskstate_id_seq
);
CREATE TABLE public.wagtailcore_uploadedfile (
    id integer NOT NULL,
    file character varying(200) NOT NULL,
    for_content_type_id integer,
    uploaded_by_user_id bigint
);
ALTER TABLE public.wagtailcore_uploadedfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_uploadedfile_id_seq
);
CREATE TABLE public.wagtailcore_workflow (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    active boolean NOT NULL
);
ALTER TABLE public.wagtailcore_workflow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_workflow_id_seq
);
CREATE TABLE public.wagtailcore_workflowcontenttype (
    content_type_id integer NOT NULL,
    workflow_id integer NOT NULL
);
CREATE TABLE public.wagtailcore_workflowpage (
    page_id integer NOT NULL,
    workflow_id integer NOT NULL
);
CREATE TABLE public.wagtailcore_workflowstate (
    id integer NOT NULL,
    status character varying(50) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    current_task_state_id integer,
    object_id character varying(255) CONSTRAINT wagtailcore_workflowstate_page_id_not_null NOT NULL,
    requested_by_id bigint,
    workflow_id integer NOT NULL,
    content_type_id integer NOT NULL,
    base_content_type_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_workflowstate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_workflowstate_id_seq
);
CREATE TABLE public.wagtailcore_workflowtask (
    id integer NOT NULL,
    sort_order integer,
    task_id integer NOT NULL,
    workflow_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_workflowtask ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_workflowtask_id_seq
);
CREATE TABLE public.wagtaildocs_document (
    id integer NOT NULL,
    title character varying(255) NOT NULL,
    file character varying(100) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    uploaded_by_user_id bigint,
    collection_id integer NOT NULL,
    file_size bigint,
    file_hash character varying(40) NOT NULL,
    CONSTRAINT wagtaildocs_document_file_size_check CHECK ((file_size >= 0))
);
ALTER TABLE public.wagtaildocs_document ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtaildocs_document_id_seq
);
CREATE TABLE public.wagtailembeds_embed (
    id integer NOT NULL,
    url text NOT NULL,
    max_width smallint,
    type character varying(10) NOT NULL,
    html text NOT NULL,
    title text NOT NULL,
    author_name text NOT NULL,
    provider_name text NOT NULL,
    thumbnail_url text NOT NULL,
    width integer,
    height integer,
    last_updated timestamp with time zone NOT NULL,
    hash character varying(32) NOT NULL,
    cache_until timestamp with time zone
);
ALTER TABLE public.wagtailembeds_embed ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailembeds_embed_id_seq
);
CREATE TABLE public.wagtailforms_formsubmission (
    id integer NOT NULL,
    form_data jsonb NOT NULL,
    submit_time timestamp with time zone NOT NULL,
    page_id integer NOT NULL
);
ALTER TABLE public.wagtailforms_formsubmission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailforms_formsubmission_id_seq
);
CREATE TABLE public.wagtailimages_image (
    id integer NOT NULL,
    title character varying(255) NOT NULL,
    file character varying(100) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    focal_point_x integer,
    focal_point_y integer,
    focal_point_width integer,
    focal_point_height integer,
    uploaded_by_user_id bigint,
    file_size integer,
    collection_id integer NOT NULL,
    file_hash character varying(40) NOT NULL,
    description character varying(255) NOT NULL,
    CONSTRAINT wagtailimages_image_file_size_check CHECK ((file_size >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_height_check CHECK ((focal_point_height >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_width_check CHECK ((focal_point_width >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_x_check CHECK ((focal_point_x >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_y_check CHECK ((focal_point_y >= 0))
);
ALTER TABLE public.wagtailimages_image ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailimages_image_id_seq
);
CREATE TABLE public.wagtailimages_rendition (
    id integer NOT NULL,
    file character varying(100) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    focal_point_key character varying(16) NOT NULL,
    filter_spec character varying(255) NOT NULL,
    image_id integer NOT NULL
);
ALTER TABLE public.wagtailimages_rendition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailimages_rendition_id_seq
);
CREATE TABLE public.wagtailredirects_redirect (
    id integer NOT NULL,
    old_path character varying(255) NOT NULL,
    is_permanent boolean NOT NULL,
    redirect_link character varying(255) NOT NULL,
    redirect_page_id integer,
    site_id integer,
    automatically_created boolean NOT NULL,
    created_at timestamp with time zone,
    redirect_page_route_path character varying(255) NOT NULL
);
ALTER TABLE public.wagtailredirects_redirect ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailredirects_redirect_id_seq
);
CREATE TABLE public.wagtailsearch_indexentry (
    id integer NOT NULL,
    object_id character varying(50) NOT NULL,
    title_norm double precision NOT NULL,
    content_type_id integer NOT NULL,
    autocomplete tsvector NOT NULL,
    title tsvector NOT NULL,
    body tsvector NOT NULL,
    title_text text NOT NULL,
    body_text text NOT NULL
);
ALTER TABLE public.wagtailsearch_indexentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailsearch_indexentry_id_seq
);
CREATE TABLE public.wagtailusers_userprofile (
    id integer NOT NULL,
    submitted_notifications boolean NOT NULL,
    approved_notifications boolean NOT NULL,
    rejected_notifications boolean NOT NULL,
    user_id bigint NOT NULL,
    preferred_language character varying(10) NOT NULL,
    current_time_zone character varying(40) NOT NULL,
    avatar character varying(100) NOT NULL,
    updated_comments_notifications boolean CONSTRAINT wagtailusers_userprofile_updated_comments_notification_not_null NOT NULL,
    dismissibles jsonb NOT NULL,
    theme character varying(40) NOT NULL,
    density character varying(40) NOT NULL,
    contrast character varying(40) NOT NULL,
    keyboard_shortcuts boolean NOT NULL
);
ALTER TABLE public.wagtailusers_userprofile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailusers_userprofile_id_seq
);
CREATE TABLE public.wishlists_line (
    id bigint NOT NULL,
    quantity integer NOT NULL,
    title character varying(255) NOT NULL,
    product_id bigint,
    wishlist_id bigint NOT NULL,
    CONSTRAINT wishlists_line_quantity_check CHECK ((quantity >= 0))
);
ALTER TABLE public.wishlists_line ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wishlists_line_id_seq
);
CREATE TABLE public.wishlists_wishlist (
    id bigint NOT NULL,
    name character varying(255) NOT NULL,
    key character varying(6) NOT NULL,
    visibility character varying(20) NOT NULL,
    date_created timestamp with time zone NOT NULL,
    owner_id bigint NOT NULL
);
ALTER TABLE public.wishlists_wishlist ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wishlists_wishlist_id_seq
);
CREATE TABLE public.wishlists_wishlistsharedemail (
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    wishlist_id bigint NOT NULL
);
ALTER TABLE public.wishlists_wishlistsharedemail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wishlists_wishlistsharedemail_id_seq
);
INSERT INTO public.address_country VALUES
	('VN', 'VNM', '704', 'Việt Nam', 'Socialist Republic of Viet Nam', 1, true);
INSERT INTO public.auth_group VALUES
	(1, 'Moderators'),
	(2, 'Editors'),
	(3, 'All Oscar Dashboard Permissions'),
	(4, 'moderator'),
	(5, 'analyst'),
	(6, 'editor'),
	(7, 'supporter'),
	(8, 'auditor'),
	(9, 'administrator'),
	(10, 'commune team');
INSERT INTO public.auth_group_permissions VALUES
	(1, 1, 109),
	(2, 2, 109),
	(3, 1, 112),
	(4, 1, 110),
	(5, 1, 111),
	(6, 2, 112),
	(7, 2, 110),
	(8, 2, 111),
	(9, 1, 113),
	(10, 2, 113),
	(11, 1, 114),
	(12, 1, 115),
	(13, 1, 116),
	(14, 2, 114),
	(15, 2, 115),
	(16, 2, 116),
	(17, 1, 117),
	(18, 2, 117),
	(19, 4, 512),
	(20, 4, 228),
	(21, 4, 273),
	(22, 4, 703),
	(23, 4, 503),
	(24, 4, 122),
	(25, 4, 286),
	(26, 4, 191),
	(27, 5, 122),
	(28, 5, 123),
	(29, 6, 122),
	(30, 6, 455),
	(31, 6, 456),
	(32, 6, 458),
	(33, 6, 109),
	(34, 7, 122),
	(35, 7, 124),
	(36, 8, 122),
	(37, 8, 146),
	(38, 9, 512),
	(39, 9, 126),
	(40, 9, 228),
	(41, 9, 646),
	(42, 9, 621),
	(43, 9, 273),
	(44, 9, 146),
	(45, 9, 703),
	(46, 9, 503),
	(47, 9, 122),
	(48, 9, 123),
	(49, 9, 124),
	(50, 9, 125),
	(51, 9, 286),
	(52, 9, 191);
INSERT INTO public.auth_permission VALUES
	(1, 'Can add locale', 3, 'add_locale'),
	(2, 'Can change locale', 3, 'change_locale'),
	(3, 'Can delete locale', 3, 'delete_locale'),
	(4, 'Can view locale', 3, 'view_locale'),
	(5, 'Can add site', 4, 'add_site'),
	(6, 'Can change site', 4, 'change_site'),
	(7, 'Can delete site', 4, 'delete_site'),
	(8, 'Can view site', 4, 'view_site'),
	(9, 'Can add group site permission', 5, 'add_groupsitepermission'),
	(10, 'Can change group site permission', 5, 'change_groupsitepermission'),
	(11, 'Can delete group site permission', 5, 'delete_groupsitepermission'),
	(12, 'Can view group site permission', 5, 'view_groupsitepermission'),
	(13, 'Can add API token', 6, 'add_apitoken'),
	(14, 'Can change API token', 6, 'change_apitoken'),
	(15, 'Can delete API token', 6, 'delete_apitoken'),
	(16, 'Can view API token', 6, 'view_apitoken'),
	(17, 'Can add model log entry', 7, 'add_modellogentry'),
	(18, 'Can change model log entry', 7, 'change_modellogentry'),
	(19, 'Can delete model log entry', 7, 'delete_modellogentry'),
	(20, 'Can view model log entry', 7, 'view_modellogentry'),
	(21, 'Can add revision', 8, 'add_revision'),
	(22, 'Can change revision', 8, 'change_revision'),
	(23, 'Can delete revision', 8, 'delete_revision'),
	(24, 'Can view revision', 8, 'view_revision'),
	(25, 'Can add collection view restriction', 9, 'add_collectionviewrestriction'),
	(26, 'Can change collection view restriction', 9, 'change_collectionviewrestriction'),
	(27, 'Can delete collection view restriction', 9, 'delete_collectionviewrestriction'),
	(28, 'Can view collection view restriction', 9, 'view_collectionviewrestriction'),
	(29, 'Can add collection', 10, 'add_collection'),
	(30, 'Can change collection', 10, 'change_collection'),
	(31, 'Can delete collection', 10, 'delete_collection'),
	(32, 'Can view collection', 10, 'view_collection'),
	(33, 'Can add group collection permission', 11, 'add_groupcollectionpermission'),
	(34, 'Can change group collection permission', 11, 'change_groupcollectionpermission'),
	(35, 'Can delete group collection permission', 11, 'delete_groupcollectionpermission'),
	(36, 'Can view group collection permission', 11, 'view_groupcollectionpermission'),
	(37, 'Can add uploaded file', 12, 'add_uploadedfile'),
	(38, 'Can change uploaded file', 12, 'change_uploadedfile'),
	(39, 'Can delete uploaded file', 12, 'delete_uploadedfile'),
	(40, 'Can view uploaded file', 12, 'view_uploadedfile'),
	(41, 'Can add workflow content type', 13, 'add_workflowcontenttype'),
	(42, 'Can change workflow content type', 13, 'change_workflowcontenttype'),
	(43, 'Can delete workflow content type', 13, 'delete_workflowcontenttype'),
	(44, 'Can view workflow content type', 13, 'view_workflowcontenttype'),
	(45, 'Can add Workflow state', 14, 'add_workflowstate'),
	(46, 'Can change Workflow state', 14, 'change_workflowstate'),
	(47, 'Can delete Workflow state', 14, 'delete_workflowstate'),
	(48, 'Can view Workflow state', 14, 'view_workflowstate'),
	(49, 'Can add workflow', 15, 'add_workflow'),
	(50, 'Can change workflow', 15, 'change_workflow'),
	(51, 'Can delete workflow', 15, 'delete_workflow'),
	(52, 'Can view workflow', 15, 'view_workflow'),
	(53, 'Can add workflow task order', 16, 'add_workflowtask'),
	(54, 'Can change workflow task order', 16, 'change_workflowtask'),
	(55, 'Can delete workflow task order', 16, 'delete_workflowtask'),
	(56, 'Can view workflow task order', 16, 'view_workflowtask'),
	(57, 'Can add task', 17, 'add_task'),
	(58, 'Can change task', 17, 'change_task'),
	(59, 'Can delete task', 17, 'delete_task'),
	(60, 'Can view task', 17, 'view_task'),
	(61, 'Can add Group approval task', 2, 'add_groupapprovaltask'),
	(62, 'Can change Group approval task', 2, 'change_groupapprovaltask'),
	(63, 'Can delete Group approval task', 2, 'delete_groupapprovaltask'),
	(64, 'Can view Group approval task', 2, 'view_groupapprovaltask'),
	(65, 'Can add Task state', 18, 'add_taskstate'),
	(66, 'Can change Task state', 18, 'change_taskstate'),
	(67, 'Can delete Task state', 18, 'delete_taskstate'),
	(68, 'Can view Task state', 18, 'view_taskstate'),
	(69, 'Can add page', 1, 'add_page'),
	(70, 'Can change page', 1, 'change_page'),
	(71, 'Can delete page', 1, 'delete_page'),
	(72, 'Can view page', 1, 'view_page'),
	(73, 'Xóa trang có trang con', 1, 'bulk_delete_page'),
	(74, 'Khóa và mở trang mình đã khóa', 1, 'lock_page'),
	(75, 'Đăng mọi trang', 1, 'publish_page'),
	(76, 'Mở khóa mọi trang', 1, 'unlock_page'),
	(77, 'Can add group page permission', 19, 'add_grouppagepermission'),
	(78, 'Can change group page permission', 19, 'change_grouppagepermission'),
	(79, 'Can delete group page permission', 19, 'delete_grouppagepermission'),
	(80, 'Can view group page permission', 19, 'view_grouppagepermission'),
	(81, 'Can add page view restriction', 20, 'add_pageviewrestriction'),
	(82, 'Can change page view restriction', 20, 'change_pageviewrestriction'),
	(83, 'Can delete page view restriction', 20, 'delete_pageviewrestriction'),
	(84, 'Can view page view restriction', 20, 'view_pageviewrestriction'),
	(85, 'Can add workflow page', 21, 'add_workflowpage'),
	(86, 'Can change workflow page', 21, 'change_workflowpage'),
	(87, 'Can delete workflow page', 21, 'delete_workflowpage'),
	(88, 'Can view workflow page', 21, 'view_workflowpage'),
	(89, 'Can add page log entry', 22, 'add_pagelogentry'),
	(90, 'Can change page log entry', 22, 'change_pagelogentry'),
	(91, 'Can delete page log entry', 22, 'delete_pagelogentry'),
	(92, 'Can view page log entry', 22, 'view_pagelogentry'),
	(93, 'Can add comment', 23, 'add_comment'),
	(94, 'Can change comment', 23, 'change_comment'),
	(95, 'Can delete comment', 23, 'delete_comment'),
	(96, 'Can view comment', 23, 'view_comment'),
	(97, 'Can add comment reply', 24, 'add_commentreply'),
	(98, 'Can change comment reply', 24, 'change_commentreply'),
	(99, 'Can delete comment reply', 24, 'delete_commentreply'),
	(100, 'Can view comment reply', 24, 'view_commentreply'),
	(101, 'Can add page subscription', 25, 'add_pagesubscription'),
	(102, 'Can change page subscription', 25, 'change_pagesubscription'),
	(103, 'Can delete page subscription', 25, 'delete_pagesubscription'),
	(104, 'Can view page subscription', 25, 'view_pagesubscription'),
	(105, 'Can add reference index', 26, 'add_referenceindex'),
	(106, 'Can change reference index', 26, 'change_referenceindex'),
	(107, 'Can delete reference index', 26, 'delete_referenceindex'),
	(108, 'Can view reference index', 26, 'view_referenceindex'),
	(109, 'Can access Wagtail admin', 27, 'access_admin'),
	(110, 'Can add document', 28, 'add_document'),
	(111, 'Can change document', 28, 'change_document'),
	(112, 'Can delete document', 28, 'delete_document'),
	(113, 'Can choose document', 28, 'choose_document'),
	(114, 'Can add image', 29, 'add_image'),
	(115, 'Can change image', 29, 'change_image'),
	(116, 'Can delete image', 29, 'delete_image'),
	(117, 'Can choose image', 29, 'choose_image'),
	(118, 'Can add User', 30, 'add_user'),
	(119, 'Can change User', 30, 'change_user'),
	(120, 'Can delete User', 30, 'delete_user'),
	(121, 'Can view User', 30, 'view_user'),
	(122, 'Can enter the staff''s pages', 30, 'enter_desk'),
	(123, 'Can see sales figures', 30, 'see_statistics'),
	(124, 'Can help buyers with their orders', 30, 'help_buyers'),
	(125, 'Can manage payments and settlements', 30, 'manage_money'),
	(126, 'Can give and take roles', 30, 'manage_staff'),
	(127, 'Can add dated rule', 31, 'add_datedrule'),
	(128, 'Can change dated rule', 31, 'change_datedrule'),
	(129, 'Can delete dated rule', 31, 'delete_datedrule'),
	(130, 'Can view dated rule', 31, 'view_datedrule'),
	(131, 'Can add outbox message', 32, 'add_outboxmessage'),
	(132, 'Can change outbox message', 32, 'change_outboxmessage'),
	(133, 'Can delete outbox message', 32, 'delete_outboxmessage'),
	(134, 'Can view outbox message', 32, 'view_outboxmessage'),
	(135, 'Can add sent letter', 33, 'add_sentletter'),
	(136, 'Can change sent letter', 33, 'change_sentletter'),
	(137, 'Can delete sent letter', 33, 'delete_sentletter'),
	(138, 'Can view sent letter', 33, 'view_sentletter'),
	(139, 'Can add api token', 34, 'add_apitoken'),
	(140, 'Can change api token', 34, 'change_apitoken'),
	(141, 'Can delete api token', 34, 'delete_apitoken'),
	(142, 'Can view api token', 34, 'view_apitoken'),
	(143, 'Can add audit entry', 35, 'add_auditentry'),
	(144, 'Can change audit entry', 35, 'change_auditentry'),
	(145, 'Can delete audit entry', 35, 'delete_auditentry'),
	(146, 'Can view audit entry', 35, 'view_auditentry'),
	(147, 'Can add paper', 36, 'add_paper'),
	(148, 'Can change paper', 36, 'change_paper'),
	(149, 'Can delete paper', 36, 'delete_paper'),
	(150, 'Can view paper', 36, 'view_paper'),
	(151, 'Can add spare count', 37, 'add_sparecount'),
	(152, 'Can change spare count', 37, 'change_sparecount'),
	(153, 'Can delete spare count', 37, 'delete_sparecount'),
	(154, 'Can view spare count', 37, 'view_sparecount'),
	(155, 'Can add table version', 38, 'add_tableversion'),
	(156, 'Can change table version', 38, 'change_tableversion'),
	(157, 'Can delete table version', 38, 'delete_tableversion'),
	(158, 'Can view table version', 38, 'view_tableversion'),
	(159, 'Can add page change', 39, 'add_pagechange'),
	(160, 'Can change page change', 39, 'change_pagechange'),
	(161, 'Can delete page change', 39, 'delete_pagechange'),
	(162, 'Can view page change', 39, 'view_pagechange'),
	(163, 'Can add reader', 40, 'add_reader'),
	(164, 'Can change reader', 40, 'change_reader'),
	(165, 'Can delete reader', 40, 'delete_reader'),
	(166, 'Can view reader', 40, 'view_reader'),
	(167, 'Can add home page', 41, 'add_homepage'),
	(168, 'Can change home page', 41, 'change_homepage'),
	(169, 'Can delete home page', 41, 'delete_homepage'),
	(170, 'Can view home page', 41, 'view_homepage'),
	(171, 'Can add page of text', 42, 'add_plainpage'),
	(172, 'Can change page of text', 42, 'change_plainpage'),
	(173, 'Can delete page of text', 42, 'delete_plainpage'),
	(174, 'Can view page of text', 42, 'view_plainpage'),
	(175, 'Can add list of policies', 43, 'add_policyindex'),
	(176, 'Can change list of policies', 43, 'change_policyindex'),
	(177, 'Can delete list of policies', 43, 'delete_policyindex'),
	(178, 'Can view list of policies', 43, 'view_policyindex'),
	(179, 'Can add policy', 44, 'add_policypage'),
	(180, 'Can change policy', 44, 'change_policypage'),
	(181, 'Can delete policy', 44, 'delete_policypage'),
	(182, 'Can view policy', 44, 'view_policypage'),
	(183, 'Can add list of promotions', 45, 'add_promotionindex'),
	(184, 'Can change list of promotions', 45, 'change_promotionindex'),
	(185, 'Can delete list of promotions', 45, 'delete_promotionindex'),
	(186, 'Can view list of promotions', 45, 'view_promotionindex'),
	(187, 'Can add promotion', 46, 'add_promotionpage'),
	(188, 'Can change promotion', 46, 'change_promotionpage'),
	(189, 'Can delete promotion', 46, 'delete_promotionpage'),
	(190, 'Can view promotion', 46, 'view_promotionpage'),
	(191, 'Can approve promotions and live sales', 46, 'approve_page'),
	(192, 'Can add list of price bulletins', 47, 'add_bulletinindex'),
	(193, 'Can change list of price bulletins', 47, 'change_bulletinindex'),
	(194, 'Can delete list of price bulletins', 47, 'delete_bulletinindex'),
	(195, 'Can view list of price bulletins', 47, 'view_bulletinindex'),
	(196, 'Can add price bulletin', 48, 'add_bulletinpage'),
	(197, 'Can change price bulletin', 48, 'change_bulletinpage'),
	(198, 'Can delete price bulletin', 48, 'delete_bulletinpage'),
	(199, 'Can view price bulletin', 48, 'view_bulletinpage'),
	(200, 'Can add list of guides', 49, 'add_guideindex'),
	(201, 'Can change list of guides', 49, 'change_guideindex'),
	(202, 'Can delete list of guides', 49, 'delete_guideindex'),
	(203, 'Can view list of guides', 49, 'view_guideindex'),
	(204, 'Can add guide', 50, 'add_guidepage'),
	(205, 'Can change guide', 50, 'change_guidepage'),
	(206, 'Can delete guide', 50, 'delete_guidepage'),
	(207, 'Can view guide', 50, 'view_guidepage'),
	(208, 'Can add list of live sales', 51, 'add_liveindex'),
	(209, 'Can change list of live sales', 51, 'change_liveindex'),
	(210, 'Can delete list of live sales', 51, 'delete_liveindex'),
	(211, 'Can view list of live sales', 51, 'view_liveindex'),
	(212, 'Can add season calendar', 52, 'add_seasonindex'),
	(213, 'Can change season calendar', 52, 'change_seasonindex'),
	(214, 'Can delete season calendar', 52, 'delete_seasonindex'),
	(215, 'Can view season calendar', 52, 'view_seasonindex'),
	(216, 'Can add list of stories', 53, 'add_storyindex'),
	(217, 'Can change list of stories', 53, 'change_storyindex'),
	(218, 'Can delete list of stories', 53, 'delete_storyindex'),
	(219, 'Can view list of stories', 53, 'view_storyindex'),
	(220, 'Can add live item', 54, 'add_liveitem'),
	(221, 'Can change live item', 54, 'change_liveitem'),
	(222, 'Can delete live item', 54, 'delete_liveitem'),
	(223, 'Can view live item', 54, 'view_liveitem'),
	(224, 'Can add live session', 55, 'add_livesession'),
	(225, 'Can change live session', 55, 'change_livesession'),
	(226, 'Can delete live session', 55, 'delete_livesession'),
	(227, 'Can view live session', 55, 'view_livesession'),
	(228, 'Can check, stop and cancel live sessions', 55, 'oversee_live'),
	(229, 'Can add live report', 56, 'add_livereport'),
	(230, 'Can change live report', 56, 'change_livereport'),
	(231, 'Can delete live report', 56, 'delete_livereport'),
	(232, 'Can view live report', 56, 'view_livereport'),
	(233, 'Can add live pin', 57, 'add_livepin'),
	(234, 'Can change live pin', 57, 'change_livepin'),
	(235, 'Can delete live pin', 57, 'delete_livepin'),
	(236, 'Can view live pin', 57, 'view_livepin'),
	(237, 'Can add live host', 58, 'add_livehost'),
	(238, 'Can change live host', 58, 'change_livehost'),
	(239, 'Can delete live host', 58, 'delete_livehost'),
	(240, 'Can view live host', 58, 'view_livehost'),
	(241, 'Can add live sale', 59, 'add_livestreampage'),
	(242, 'Can change live sale', 59, 'change_livestreampage'),
	(243, 'Can delete live sale', 59, 'delete_livestreampage'),
	(244, 'Can view live sale', 59, 'view_livestreampage'),
	(245, 'Can add policy version', 60, 'add_policyversion'),
	(246, 'Can change policy version', 60, 'change_policyversion'),
	(247, 'Can delete policy version', 60, 'delete_policyversion'),
	(248, 'Can view policy version', 60, 'view_policyversion'),
	(249, 'Can add price row', 61, 'add_pricerow'),
	(250, 'Can change price row', 61, 'change_pricerow'),
	(251, 'Can delete price row', 61, 'delete_pricerow'),
	(252, 'Can view price row', 61, 'view_pricerow'),
	(253, 'Can add season of a crop', 62, 'add_seasonpage'),
	(254, 'Can change season of a crop', 62, 'change_seasonpage'),
	(255, 'Can delete season of a crop', 62, 'delete_seasonpage'),
	(256, 'Can view season of a crop', 62, 'view_seasonpage'),
	(257, 'Can add story of a cooperative', 63, 'add_storypage'),
	(258, 'Can change story of a cooperative', 63, 'change_storypage'),
	(259, 'Can delete story of a cooperative', 63, 'delete_storypage'),
	(260, 'Can view story of a cooperative', 63, 'view_storypage'),
	(261, 'Can add basket line source', 64, 'add_basketlinesource'),
	(262, 'Can change basket line source', 64, 'change_basketlinesource'),
	(263, 'Can delete basket line source', 64, 'delete_basketlinesource'),
	(264, 'Can view basket line source', 64, 'view_basketlinesource'),
	(265, 'Can add lane', 65, 'add_lane'),
	(266, 'Can change lane', 65, 'change_lane'),
	(267, 'Can delete lane', 65, 'delete_lane'),
	(268, 'Can view lane', 65, 'view_lane'),
	(269, 'Can add listing', 66, 'add_listing'),
	(270, 'Can change listing', 66, 'change_listing'),
	(271, 'Can delete listing', 66, 'delete_listing'),
	(272, 'Can view listing', 66, 'view_listing'),
	(273, 'Can decide on listing changes', 66, 'decide_listing'),
	(274, 'Can add zone', 67, 'add_zone'),
	(275, 'Can change zone', 67, 'change_zone'),
	(276, 'Can delete zone', 67, 'delete_zone'),
	(277, 'Can view zone', 67, 'view_zone'),
	(278, 'Can add basket key', 68, 'add_basketkey'),
	(279, 'Can change basket key', 68, 'change_basketkey'),
	(280, 'Can delete basket key', 68, 'delete_basketkey'),
	(281, 'Can view basket key', 68, 'view_basketkey'),
	(282, 'Can add cooperative', 69, 'add_cooperative'),
	(283, 'Can change cooperative', 69, 'change_cooperative'),
	(284, 'Can delete cooperative', 69, 'delete_cooperative'),
	(285, 'Can view cooperative', 69, 'view_cooperative'),
	(286, 'Can verify cooperatives', 69, 'verify_cooperative'),
	(287, 'Can add bank account', 70, 'add_bankaccount'),
	(288, 'Can change bank account', 70, 'change_bankaccount'),
	(289, 'Can delete bank account', 70, 'delete_bankaccount'),
	(290, 'Can view bank account', 70, 'view_bankaccount'),
	(291, 'Can add cooperative decision', 71, 'add_cooperativedecision'),
	(292, 'Can change cooperative decision', 71, 'change_cooperativedecision'),
	(293, 'Can delete cooperative decision', 71, 'delete_cooperativedecision'),
	(294, 'Can view cooperative decision', 71, 'view_cooperativedecision'),
	(295, 'Can add cooperative paper', 72, 'add_cooperativepaper'),
	(296, 'Can change cooperative paper', 72, 'change_cooperativepaper'),
	(297, 'Can delete cooperative paper', 72, 'delete_cooperativepaper'),
	(298, 'Can view cooperative paper', 72, 'view_cooperativepaper'),
	(299, 'Can add certificate', 73, 'add_certificate'),
	(300, 'Can change certificate', 73, 'change_certificate'),
	(301, 'Can delete certificate', 73, 'delete_certificate'),
	(302, 'Can view certificate', 73, 'view_certificate'),
	(303, 'Can add goods category', 74, 'add_goodscategory'),
	(304, 'Can change goods category', 74, 'change_goodscategory'),
	(305, 'Can delete goods category', 74, 'delete_goodscategory'),
	(306, 'Can view goods category', 74, 'view_goodscategory'),
	(307, 'Can add identity check', 75, 'add_identitycheck'),
	(308, 'Can change identity check', 75, 'change_identitycheck'),
	(309, 'Can delete identity check', 75, 'delete_identitycheck'),
	(310, 'Can view identity check', 75, 'view_identitycheck'),
	(311, 'Can add lane offer', 76, 'add_laneoffer'),
	(312, 'Can change lane offer', 76, 'change_laneoffer'),
	(313, 'Can delete lane offer', 76, 'delete_laneoffer'),
	(314, 'Can view lane offer', 76, 'view_laneoffer'),
	(315, 'Can add shelf item', 77, 'add_shelfitem'),
	(316, 'Can change shelf item', 77, 'change_shelfitem'),
	(317, 'Can delete shelf item', 77, 'delete_shelfitem'),
	(318, 'Can view shelf item', 77, 'view_shelfitem'),
	(319, 'Can add listing change', 78, 'add_listingchange'),
	(320, 'Can change listing change', 78, 'change_listingchange'),
	(321, 'Can delete listing change', 78, 'delete_listingchange'),
	(322, 'Can view listing change', 78, 'view_listingchange'),
	(323, 'Can add listing text', 79, 'add_listingtext'),
	(324, 'Can change listing text', 79, 'change_listingtext'),
	(325, 'Can delete listing text', 79, 'delete_listingtext'),
	(326, 'Can view listing text', 79, 'view_listingtext'),
	(327, 'Can add lot balance', 80, 'add_lotbalance'),
	(328, 'Can change lot balance', 80, 'change_lotbalance'),
	(329, 'Can delete lot balance', 80, 'delete_lotbalance'),
	(330, 'Can view lot balance', 80, 'view_lotbalance'),
	(331, 'Can add hold', 81, 'add_hold'),
	(332, 'Can change hold', 81, 'change_hold'),
	(333, 'Can delete hold', 81, 'delete_hold'),
	(334, 'Can view hold', 81, 'view_hold'),
	(335, 'Can add membership', 82, 'add_membership'),
	(336, 'Can change membership', 82, 'change_membership'),
	(337, 'Can delete membership', 82, 'delete_membership'),
	(338, 'Can view membership', 82, 'view_membership'),
	(339, 'Can add pack', 83, 'add_pack'),
	(340, 'Can change pack', 83, 'change_pack'),
	(341, 'Can delete pack', 83, 'delete_pack'),
	(342, 'Can view pack', 83, 'view_pack'),
	(343, 'Can add picture', 84, 'add_picture'),
	(344, 'Can change picture', 84, 'change_picture'),
	(345, 'Can delete picture', 84, 'delete_picture'),
	(346, 'Can view picture', 84, 'view_picture'),
	(347, 'Can add listing picture', 85, 'add_listingpicture'),
	(348, 'Can change listing picture', 85, 'change_listingpicture'),
	(349, 'Can delete listing picture', 85, 'delete_listingpicture'),
	(350, 'Can view listing picture', 85, 'view_listingpicture'),
	(351, 'Can add placement', 86, 'add_placement'),
	(352, 'Can change placement', 86, 'change_placement'),
	(353, 'Can delete placement', 86, 'delete_placement'),
	(354, 'Can view placement', 86, 'view_placement'),
	(355, 'Can add protected name', 87, 'add_protectedname'),
	(356, 'Can change protected name', 87, 'change_protectedname'),
	(357, 'Can delete protected name', 87, 'delete_protectedname'),
	(358, 'Can view protected name', 87, 'view_protectedname'),
	(359, 'Can add seller order', 88, 'add_sellerorder'),
	(360, 'Can change seller order', 88, 'change_sellerorder'),
	(361, 'Can delete seller order', 88, 'delete_sellerorder'),
	(362, 'Can view seller order', 88, 'view_sellerorder'),
	(363, 'Can add order event', 89, 'add_orderevent'),
	(364, 'Can change order event', 89, 'change_orderevent'),
	(365, 'Can delete order event', 89, 'delete_orderevent'),
	(366, 'Can view order event', 89, 'view_orderevent'),
	(367, 'Can add seller order line', 90, 'add_sellerorderline'),
	(368, 'Can change seller order line', 90, 'change_sellerorderline'),
	(369, 'Can delete seller order line', 90, 'delete_sellerorderline'),
	(370, 'Can view seller order line', 90, 'view_sellerorderline'),
	(371, 'Can add packed lot', 91, 'add_packedlot'),
	(372, 'Can change packed lot', 91, 'change_packedlot'),
	(373, 'Can delete packed lot', 91, 'delete_packedlot'),
	(374, 'Can view packed lot', 91, 'view_packedlot'),
	(375, 'Can add stock movement', 92, 'add_stockmovement'),
	(376, 'Can change stock movement', 92, 'change_stockmovement'),
	(377, 'Can delete stock movement', 92, 'delete_stockmovement'),
	(378, 'Can view stock movement', 92, 'view_stockmovement'),
	(379, 'Can add variety', 93, 'add_variety'),
	(380, 'Can change variety', 93, 'change_variety'),
	(381, 'Can delete variety', 93, 'delete_variety'),
	(382, 'Can view variety', 93, 'view_variety'),
	(383, 'Can add season', 94, 'add_season'),
	(384, 'Can change season', 94, 'change_season'),
	(385, 'Can delete season', 94, 'delete_season'),
	(386, 'Can view season', 94, 'view_season'),
	(387, 'Can add lane rate', 95, 'add_lanerate'),
	(388, 'Can change lane rate', 95, 'change_lanerate'),
	(389, 'Can delete lane rate', 95, 'delete_lanerate'),
	(390, 'Can view lane rate', 95, 'view_lanerate'),
	(391, 'Can add zone province', 96, 'add_zoneprovince'),
	(392, 'Can change zone province', 96, 'change_zoneprovince'),
	(393, 'Can delete zone province', 96, 'delete_zoneprovince'),
	(394, 'Can view zone province', 96, 'view_zoneprovince'),
	(395, 'Can add invitation', 97, 'add_invitation'),
	(396, 'Can change invitation', 97, 'change_invitation'),
	(397, 'Can delete invitation', 97, 'delete_invitation'),
	(398, 'Can view invitation', 97, 'view_invitation'),
	(399, 'Can add listing draft', 98, 'add_listingdraft'),
	(400, 'Can change listing draft', 98, 'change_listingdraft'),
	(401, 'Can delete listing draft', 98, 'delete_listingdraft'),
	(402, 'Can view listing draft', 98, 'view_listingdraft'),
	(403, 'Can add grade', 99, 'add_grade'),
	(404, 'Can change grade', 99, 'change_grade'),
	(405, 'Can delete grade', 99, 'delete_grade'),
	(406, 'Can view grade', 99, 'view_grade'),
	(407, 'Can add shelf tally', 100, 'add_shelftally'),
	(408, 'Can change shelf tally', 100, 'change_shelftally'),
	(409, 'Can delete shelf tally', 100, 'delete_shelftally'),
	(410, 'Can view shelf tally', 100, 'view_shelftally'),
	(411, 'Can add synonym', 101, 'add_synonym'),
	(412, 'Can change synonym', 101, 'change_synonym'),
	(413, 'Can delete synonym', 101, 'delete_synonym'),
	(414, 'Can view synonym', 101, 'view_synonym'),
	(415, 'Can add stock alarm', 102, 'add_stockalarm'),
	(416, 'Can change stock alarm', 102, 'change_stockalarm'),
	(417, 'Can delete stock alarm', 102, 'delete_stockalarm'),
	(418, 'Can view stock alarm', 102, 'view_stockalarm'),
	(419, 'Can add conversation', 103, 'add_conversation'),
	(420, 'Can change conversation', 103, 'change_conversation'),
	(421, 'Can delete conversation', 103, 'delete_conversation'),
	(422, 'Can view conversation', 103, 'view_conversation'),
	(423, 'Can add customer', 104, 'add_customer'),
	(424, 'Can change customer', 104, 'change_customer'),
	(425, 'Can delete customer', 104, 'delete_customer'),
	(426, 'Can view customer', 104, 'view_customer'),
	(427, 'Can add customer tag', 105, 'add_customertag'),
	(428, 'Can change customer tag', 105, 'change_customertag'),
	(429, 'Can delete customer tag', 105, 'delete_customertag'),
	(430, 'Can view customer tag', 105, 'view_customertag'),
	(431, 'Can add holiday', 106, 'add_holiday'),
	(432, 'Can change holiday', 106, 'change_holiday'),
	(433, 'Can delete holiday', 106, 'delete_holiday'),
	(434, 'Can view holiday', 106, 'view_holiday'),
	(435, 'Can add message', 107, 'add_message'),
	(436, 'Can change message', 107, 'change_message'),
	(437, 'Can delete message', 107, 'delete_message'),
	(438, 'Can view message', 107, 'view_message'),
	(439, 'Can add nudge', 108, 'add_nudge'),
	(440, 'Can change nudge', 108, 'change_nudge'),
	(441, 'Can delete nudge', 108, 'delete_nudge'),
	(442, 'Can view nudge', 108, 'view_nudge'),
	(443, 'Can add commune team', 109, 'add_communeteam'),
	(444, 'Can change commune team', 109, 'change_communeteam'),
	(445, 'Can delete commune team', 109, 'delete_communeteam'),
	(446, 'Can view commune team', 109, 'view_communeteam'),
	(447, 'Can add basket voucher', 110, 'add_basketvoucher'),
	(448, 'Can change basket voucher', 110, 'change_basketvoucher'),
	(449, 'Can delete basket voucher', 110, 'delete_basketvoucher'),
	(450, 'Can view basket voucher', 110, 'view_basketvoucher'),
	(451, 'Can add part discount', 111, 'add_partdiscount'),
	(452, 'Can change part discount', 111, 'change_partdiscount'),
	(453, 'Can delete part discount', 111, 'delete_partdiscount'),
	(454, 'Can view part discount', 111, 'view_partdiscount'),
	(455, 'Can add voucher', 112, 'add_voucher'),
	(456, 'Can change voucher', 112, 'change_voucher'),
	(457, 'Can delete voucher', 112, 'delete_voucher'),
	(458, 'Can view voucher', 112, 'view_voucher'),
	(459, 'Can add voucher use', 113, 'add_voucheruse'),
	(460, 'Can change voucher use', 113, 'change_voucheruse'),
	(461, 'Can delete voucher use', 113, 'delete_voucheruse'),
	(462, 'Can view voucher use', 113, 'view_voucheruse'),
	(463, 'Can add consent', 114, 'add_consent'),
	(464, 'Can change consent', 114, 'change_consent'),
	(465, 'Can delete consent', 114, 'delete_consent'),
	(466, 'Can view consent', 114, 'view_consent'),
	(467, 'Can add team member', 115, 'add_teammember'),
	(468, 'Can change team member', 115, 'change_teammember'),
	(469, 'Can delete team member', 115, 'delete_teammember'),
	(470, 'Can view team member', 115, 'view_teammember'),
	(471, 'Can add harvest window', 116, 'add_harvestwindow'),
	(472, 'Can change harvest window', 116, 'change_harvestwindow'),
	(473, 'Can delete harvest window', 116, 'delete_harvestwindow'),
	(474, 'Can view harvest window', 116, 'view_harvestwindow'),
	(475, 'Can add pre order', 117, 'add_preorder'),
	(476, 'Can change pre order', 117, 'change_preorder'),
	(477, 'Can delete pre order', 117, 'delete_preorder'),
	(478, 'Can view pre order', 117, 'view_preorder'),
	(479, 'Can add window pack', 118, 'add_windowpack'),
	(480, 'Can change window pack', 118, 'change_windowpack'),
	(481, 'Can delete window pack', 118, 'delete_windowpack'),
	(482, 'Can view window pack', 118, 'view_windowpack'),
	(483, 'Can add waiting entry', 119, 'add_waitingentry'),
	(484, 'Can change waiting entry', 119, 'change_waitingentry'),
	(485, 'Can delete waiting entry', 119, 'delete_waitingentry'),
	(486, 'Can view waiting entry', 119, 'view_waitingentry'),
	(487, 'Can add pass rule', 120, 'add_passrule'),
	(488, 'Can change pass rule', 120, 'change_passrule'),
	(489, 'Can delete pass rule', 120, 'delete_passrule'),
	(490, 'Can view pass rule', 120, 'view_passrule'),
	(491, 'Can add reason', 121, 'add_reason'),
	(492, 'Can change reason', 121, 'change_reason'),
	(493, 'Can delete reason', 121, 'delete_reason'),
	(494, 'Can view reason', 121, 'view_reason'),
	(495, 'Can add remark', 122, 'add_remark'),
	(496, 'Can change remark', 122, 'change_remark'),
	(497, 'Can delete remark', 122, 'delete_remark'),
	(498, 'Can view remark', 122, 'view_remark'),
	(499, 'Can add listing report', 123, 'add_listingreport'),
	(500, 'Can change listing report', 123, 'change_listingreport');
INSERT INTO public.auth_permission VALUES
	(501, 'Can delete listing report', 123, 'delete_listingreport'),
	(502, 'Can view listing report', 123, 'view_listingreport'),
	(503, 'Can answer reports about listings', 123, 'answer_report'),
	(504, 'Can add paper requirement', 124, 'add_paperrequirement'),
	(505, 'Can change paper requirement', 124, 'change_paperrequirement'),
	(506, 'Can delete paper requirement', 124, 'delete_paperrequirement'),
	(507, 'Can view paper requirement', 124, 'view_paperrequirement'),
	(508, 'Can add takedown order', 125, 'add_takedownorder'),
	(509, 'Can change takedown order', 125, 'change_takedownorder'),
	(510, 'Can delete takedown order', 125, 'delete_takedownorder'),
	(511, 'Can view takedown order', 125, 'view_takedownorder'),
	(512, 'Can take listings and cooperatives off the market', 125, 'order_takedown'),
	(513, 'Can add invoice reference', 126, 'add_invoicereference'),
	(514, 'Can change invoice reference', 126, 'change_invoicereference'),
	(515, 'Can delete invoice reference', 126, 'delete_invoicereference'),
	(516, 'Can view invoice reference', 126, 'view_invoicereference'),
	(517, 'Can add cash terms', 127, 'add_cashterms'),
	(518, 'Can change cash terms', 127, 'change_cashterms'),
	(519, 'Can delete cash terms', 127, 'delete_cashterms'),
	(520, 'Can view cash terms', 127, 'view_cashterms'),
	(521, 'Can add undelivered', 128, 'add_undelivered'),
	(522, 'Can change undelivered', 128, 'change_undelivered'),
	(523, 'Can delete undelivered', 128, 'delete_undelivered'),
	(524, 'Can view undelivered', 128, 'view_undelivered'),
	(525, 'Can add phone code', 129, 'add_phonecode'),
	(526, 'Can change phone code', 129, 'change_phonecode'),
	(527, 'Can delete phone code', 129, 'delete_phonecode'),
	(528, 'Can view phone code', 129, 'view_phonecode'),
	(529, 'Can add recall notice', 130, 'add_recallnotice'),
	(530, 'Can change recall notice', 130, 'change_recallnotice'),
	(531, 'Can delete recall notice', 130, 'delete_recallnotice'),
	(532, 'Can view recall notice', 130, 'view_recallnotice'),
	(533, 'Can add recalled line', 131, 'add_recalledline'),
	(534, 'Can change recalled line', 131, 'change_recalledline'),
	(535, 'Can delete recalled line', 131, 'delete_recalledline'),
	(536, 'Can view recalled line', 131, 'view_recalledline'),
	(537, 'Can add recall task', 132, 'add_recalltask'),
	(538, 'Can change recall task', 132, 'change_recalltask'),
	(539, 'Can delete recall task', 132, 'delete_recalltask'),
	(540, 'Can view recall task', 132, 'view_recalltask'),
	(541, 'Can add province', 133, 'add_province'),
	(542, 'Can change province', 133, 'change_province'),
	(543, 'Can delete province', 133, 'delete_province'),
	(544, 'Can view province', 133, 'view_province'),
	(545, 'Can add commune', 134, 'add_commune'),
	(546, 'Can change commune', 134, 'change_commune'),
	(547, 'Can delete commune', 134, 'delete_commune'),
	(548, 'Can view commune', 134, 'view_commune'),
	(549, 'Can add succession', 135, 'add_succession'),
	(550, 'Can change succession', 135, 'change_succession'),
	(551, 'Can delete succession', 135, 'delete_succession'),
	(552, 'Can view succession', 135, 'view_succession'),
	(553, 'Can add disadvantaged', 136, 'add_disadvantaged'),
	(554, 'Can change disadvantaged', 136, 'change_disadvantaged'),
	(555, 'Can delete disadvantaged', 136, 'delete_disadvantaged'),
	(556, 'Can view disadvantaged', 136, 'view_disadvantaged'),
	(557, 'Can add lot', 137, 'add_lot'),
	(558, 'Can change lot', 137, 'change_lot'),
	(559, 'Can delete lot', 137, 'delete_lot'),
	(560, 'Can view lot', 137, 'view_lot'),
	(561, 'Can add event', 138, 'add_event'),
	(562, 'Can change event', 138, 'change_event'),
	(563, 'Can delete event', 138, 'delete_event'),
	(564, 'Can view event', 138, 'view_event'),
	(565, 'Can add party', 139, 'add_party'),
	(566, 'Can change party', 139, 'change_party'),
	(567, 'Can delete party', 139, 'delete_party'),
	(568, 'Can view party', 139, 'view_party'),
	(569, 'Can add trade item', 140, 'add_tradeitem'),
	(570, 'Can change trade item', 140, 'change_tradeitem'),
	(571, 'Can delete trade item', 140, 'delete_tradeitem'),
	(572, 'Can view trade item', 140, 'view_tradeitem'),
	(573, 'Can add box', 141, 'add_box'),
	(574, 'Can change box', 141, 'change_box'),
	(575, 'Can delete box', 141, 'delete_box'),
	(576, 'Can view box', 141, 'view_box'),
	(577, 'Can add diary entry', 142, 'add_diaryentry'),
	(578, 'Can change diary entry', 142, 'change_diaryentry'),
	(579, 'Can delete diary entry', 142, 'delete_diaryentry'),
	(580, 'Can view diary entry', 142, 'view_diaryentry'),
	(581, 'Can add facility', 143, 'add_facility'),
	(582, 'Can change facility', 143, 'change_facility'),
	(583, 'Can delete facility', 143, 'delete_facility'),
	(584, 'Can view facility', 143, 'view_facility'),
	(585, 'Can add grower', 144, 'add_grower'),
	(586, 'Can change grower', 144, 'change_grower'),
	(587, 'Can delete grower', 144, 'delete_grower'),
	(588, 'Can view grower', 144, 'view_grower'),
	(589, 'Can add growing area', 145, 'add_growingarea'),
	(590, 'Can change growing area', 145, 'change_growingarea'),
	(591, 'Can delete growing area', 145, 'delete_growingarea'),
	(592, 'Can view growing area', 145, 'view_growingarea'),
	(593, 'Can add logistic unit', 146, 'add_logisticunit'),
	(594, 'Can change logistic unit', 146, 'change_logisticunit'),
	(595, 'Can delete logistic unit', 146, 'delete_logisticunit'),
	(596, 'Can view logistic unit', 146, 'view_logisticunit'),
	(597, 'Can add lot plot', 147, 'add_lotplot'),
	(598, 'Can change lot plot', 147, 'change_lotplot'),
	(599, 'Can delete lot plot', 147, 'delete_lotplot'),
	(600, 'Can view lot plot', 147, 'view_lotplot'),
	(601, 'Can add lot source', 148, 'add_lotsource'),
	(602, 'Can change lot source', 148, 'change_lotsource'),
	(603, 'Can delete lot source', 148, 'delete_lotsource'),
	(604, 'Can view lot source', 148, 'view_lotsource'),
	(605, 'Can add plot', 149, 'add_plot'),
	(606, 'Can change plot', 149, 'change_plot'),
	(607, 'Can delete plot', 149, 'delete_plot'),
	(608, 'Can view plot', 149, 'view_plot'),
	(609, 'Can add unit box', 150, 'add_unitbox'),
	(610, 'Can change unit box', 150, 'change_unitbox'),
	(611, 'Can delete unit box', 150, 'delete_unitbox'),
	(612, 'Can view unit box', 150, 'view_unitbox'),
	(613, 'Can add given number', 151, 'add_givennumber'),
	(614, 'Can change given number', 151, 'change_givennumber'),
	(615, 'Can delete given number', 151, 'delete_givennumber'),
	(616, 'Can view given number', 151, 'view_givennumber'),
	(617, 'Can add number pool', 152, 'add_numberpool'),
	(618, 'Can change number pool', 152, 'change_numberpool'),
	(619, 'Can delete number pool', 152, 'delete_numberpool'),
	(620, 'Can view number pool', 152, 'view_numberpool'),
	(621, 'Can write down company prefixes of the province', 152, 'register_numbers'),
	(622, 'Can add capture', 153, 'add_capture'),
	(623, 'Can change capture', 153, 'change_capture'),
	(624, 'Can delete capture', 153, 'delete_capture'),
	(625, 'Can view capture', 153, 'view_capture'),
	(626, 'Can add epcis event', 154, 'add_epcisevent'),
	(627, 'Can change epcis event', 154, 'change_epcisevent'),
	(628, 'Can delete epcis event', 154, 'delete_epcisevent'),
	(629, 'Can view epcis event', 154, 'view_epcisevent'),
	(630, 'Can add epcis event thing', 155, 'add_epciseventthing'),
	(631, 'Can change epcis event thing', 155, 'change_epciseventthing'),
	(632, 'Can delete epcis event thing', 155, 'delete_epciseventthing'),
	(633, 'Can view epcis event thing', 155, 'view_epciseventthing'),
	(634, 'Can add opening', 156, 'add_opening'),
	(635, 'Can change opening', 156, 'change_opening'),
	(636, 'Can delete opening', 156, 'delete_opening'),
	(637, 'Can view opening', 156, 'view_opening'),
	(638, 'Can add witness', 157, 'add_witness'),
	(639, 'Can change witness', 157, 'change_witness'),
	(640, 'Can delete witness', 157, 'delete_witness'),
	(641, 'Can view witness', 157, 'view_witness'),
	(642, 'Can add author key', 158, 'add_authorkey'),
	(643, 'Can change author key', 158, 'change_authorkey'),
	(644, 'Can delete author key', 158, 'delete_authorkey'),
	(645, 'Can view author key', 158, 'view_authorkey'),
	(646, 'Can renew and revoke keys, and name witnesses', 158, 'keep_log'),
	(647, 'Can add entry', 159, 'add_entry'),
	(648, 'Can change entry', 159, 'change_entry'),
	(649, 'Can delete entry', 159, 'delete_entry'),
	(650, 'Can view entry', 159, 'view_entry'),
	(651, 'Can add node', 160, 'add_node'),
	(652, 'Can change node', 160, 'change_node'),
	(653, 'Can delete node', 160, 'delete_node'),
	(654, 'Can view node', 160, 'view_node'),
	(655, 'Can add tree head', 161, 'add_treehead'),
	(656, 'Can change tree head', 161, 'change_treehead'),
	(657, 'Can delete tree head', 161, 'delete_treehead'),
	(658, 'Can view tree head', 161, 'view_treehead'),
	(659, 'Can add witness signature', 162, 'add_witnesssignature'),
	(660, 'Can change witness signature', 162, 'change_witnesssignature'),
	(661, 'Can delete witness signature', 162, 'delete_witnesssignature'),
	(662, 'Can view witness signature', 162, 'view_witnesssignature'),
	(663, 'Can add label job', 163, 'add_labeljob'),
	(664, 'Can change label job', 163, 'change_labeljob'),
	(665, 'Can delete label job', 163, 'delete_labeljob'),
	(666, 'Can view label job', 163, 'view_labeljob'),
	(667, 'Can add label print', 164, 'add_labelprint'),
	(668, 'Can change label print', 164, 'change_labelprint'),
	(669, 'Can delete label print', 164, 'delete_labelprint'),
	(670, 'Can view label print', 164, 'view_labelprint'),
	(671, 'Can add printer setting', 165, 'add_printersetting'),
	(672, 'Can change printer setting', 165, 'change_printersetting'),
	(673, 'Can delete printer setting', 165, 'delete_printersetting'),
	(674, 'Can view printer setting', 165, 'view_printersetting'),
	(675, 'Can add network', 166, 'add_network'),
	(676, 'Can change network', 166, 'change_network'),
	(677, 'Can delete network', 166, 'delete_network'),
	(678, 'Can view network', 166, 'view_network'),
	(679, 'Can add alert', 167, 'add_alert'),
	(680, 'Can change alert', 167, 'change_alert'),
	(681, 'Can delete alert', 167, 'delete_alert'),
	(682, 'Can view alert', 167, 'view_alert'),
	(683, 'Can add problem report', 168, 'add_problemreport'),
	(684, 'Can change problem report', 168, 'change_problemreport'),
	(685, 'Can delete problem report', 168, 'delete_problemreport'),
	(686, 'Can view problem report', 168, 'view_problemreport'),
	(687, 'Can add scan', 169, 'add_scan'),
	(688, 'Can change scan', 169, 'change_scan'),
	(689, 'Can delete scan', 169, 'delete_scan'),
	(690, 'Can view scan', 169, 'view_scan'),
	(691, 'Can add scan month', 170, 'add_scanmonth'),
	(692, 'Can change scan month', 170, 'change_scanmonth'),
	(693, 'Can delete scan month', 170, 'delete_scanmonth'),
	(694, 'Can view scan month', 170, 'view_scanmonth'),
	(695, 'Can add scan tally', 171, 'add_scantally'),
	(696, 'Can change scan tally', 171, 'change_scantally'),
	(697, 'Can delete scan tally', 171, 'delete_scantally'),
	(698, 'Can view scan tally', 171, 'view_scantally'),
	(699, 'Can add recall', 172, 'add_recall'),
	(700, 'Can change recall', 172, 'change_recall'),
	(701, 'Can delete recall', 172, 'delete_recall'),
	(702, 'Can view recall', 172, 'view_recall'),
	(703, 'Can call goods back', 172, 'call_back'),
	(704, 'Can add recall lot', 173, 'add_recalllot'),
	(705, 'Can change recall lot', 173, 'change_recalllot'),
	(706, 'Can delete recall lot', 173, 'delete_recalllot'),
	(707, 'Can view recall lot', 173, 'view_recalllot'),
	(708, 'Can add scratch sheet', 174, 'add_scratchsheet'),
	(709, 'Can change scratch sheet', 174, 'change_scratchsheet'),
	(710, 'Can delete scratch sheet', 174, 'delete_scratchsheet'),
	(711, 'Can view scratch sheet', 174, 'view_scratchsheet'),
	(712, 'Can add scratch code', 175, 'add_scratchcode'),
	(713, 'Can change scratch code', 175, 'change_scratchcode'),
	(714, 'Can delete scratch code', 175, 'delete_scratchcode'),
	(715, 'Can view scratch code', 175, 'view_scratchcode'),
	(716, 'Can add head stamp', 176, 'add_headstamp'),
	(717, 'Can change head stamp', 176, 'change_headstamp'),
	(718, 'Can delete head stamp', 176, 'delete_headstamp'),
	(719, 'Can view head stamp', 176, 'view_headstamp'),
	(720, 'Can add attempt', 177, 'add_attempt'),
	(721, 'Can change attempt', 177, 'change_attempt'),
	(722, 'Can delete attempt', 177, 'delete_attempt'),
	(723, 'Can view attempt', 177, 'view_attempt'),
	(724, 'Can add bank transaction', 178, 'add_banktransaction'),
	(725, 'Can change bank transaction', 178, 'change_banktransaction'),
	(726, 'Can delete bank transaction', 178, 'delete_banktransaction'),
	(727, 'Can view bank transaction', 178, 'view_banktransaction'),
	(728, 'Can add gateway transaction', 179, 'add_gatewaytransaction'),
	(729, 'Can change gateway transaction', 179, 'change_gatewaytransaction'),
	(730, 'Can delete gateway transaction', 179, 'delete_gatewaytransaction'),
	(731, 'Can view gateway transaction', 179, 'view_gatewaytransaction'),
	(732, 'Can add invoice', 180, 'add_invoice'),
	(733, 'Can change invoice', 180, 'change_invoice'),
	(734, 'Can delete invoice', 180, 'delete_invoice'),
	(735, 'Can view invoice', 180, 'view_invoice'),
	(736, 'Can add match', 181, 'add_match'),
	(737, 'Can change match', 181, 'change_match'),
	(738, 'Can delete match', 181, 'delete_match'),
	(739, 'Can view match', 181, 'view_match'),
	(740, 'Can add message', 182, 'add_message'),
	(741, 'Can change message', 182, 'change_message'),
	(742, 'Can delete message', 182, 'delete_message'),
	(743, 'Can view message', 182, 'view_message'),
	(744, 'Can add incident', 183, 'add_incident'),
	(745, 'Can change incident', 183, 'change_incident'),
	(746, 'Can delete incident', 183, 'delete_incident'),
	(747, 'Can view incident', 183, 'view_incident'),
	(748, 'Can add payee', 184, 'add_payee'),
	(749, 'Can change payee', 184, 'change_payee'),
	(750, 'Can delete payee', 184, 'delete_payee'),
	(751, 'Can view payee', 184, 'view_payee'),
	(752, 'Can add invoice line', 185, 'add_invoiceline'),
	(753, 'Can change invoice line', 185, 'change_invoiceline'),
	(754, 'Can delete invoice line', 185, 'delete_invoiceline'),
	(755, 'Can view invoice line', 185, 'view_invoiceline'),
	(756, 'Can add ledger account', 186, 'add_ledgeraccount'),
	(757, 'Can change ledger account', 186, 'change_ledgeraccount'),
	(758, 'Can delete ledger account', 186, 'delete_ledgeraccount'),
	(759, 'Can view ledger account', 186, 'view_ledgeraccount'),
	(760, 'Can add ledger entry', 187, 'add_ledgerentry'),
	(761, 'Can change ledger entry', 187, 'change_ledgerentry'),
	(762, 'Can delete ledger entry', 187, 'delete_ledgerentry'),
	(763, 'Can view ledger entry', 187, 'view_ledgerentry'),
	(764, 'Can add ledger posting', 188, 'add_ledgerposting'),
	(765, 'Can change ledger posting', 188, 'change_ledgerposting'),
	(766, 'Can delete ledger posting', 188, 'delete_ledgerposting'),
	(767, 'Can view ledger posting', 188, 'view_ledgerposting'),
	(768, 'Can add refund', 189, 'add_refund'),
	(769, 'Can change refund', 189, 'change_refund'),
	(770, 'Can delete refund', 189, 'delete_refund'),
	(771, 'Can view refund', 189, 'view_refund'),
	(772, 'Can add payout', 190, 'add_payout'),
	(773, 'Can change payout', 190, 'change_payout'),
	(774, 'Can delete payout', 190, 'delete_payout'),
	(775, 'Can view payout', 190, 'view_payout'),
	(776, 'Can add payout order', 191, 'add_payoutorder'),
	(777, 'Can change payout order', 191, 'change_payoutorder'),
	(778, 'Can delete payout order', 191, 'delete_payoutorder'),
	(779, 'Can view payout order', 191, 'view_payoutorder'),
	(780, 'Can add statement', 192, 'add_statement'),
	(781, 'Can change statement', 192, 'change_statement'),
	(782, 'Can delete statement', 192, 'delete_statement'),
	(783, 'Can view statement', 192, 'view_statement'),
	(784, 'Can add statement line', 193, 'add_statementline'),
	(785, 'Can change statement line', 193, 'change_statementline'),
	(786, 'Can delete statement line', 193, 'delete_statementline'),
	(787, 'Can view statement line', 193, 'view_statementline'),
	(788, 'Can add tax line', 194, 'add_taxline'),
	(789, 'Can change tax line', 194, 'change_taxline'),
	(790, 'Can delete tax line', 194, 'delete_taxline'),
	(791, 'Can view tax line', 194, 'view_taxline'),
	(792, 'Can add tax rule', 195, 'add_taxrule'),
	(793, 'Can change tax rule', 195, 'change_taxrule'),
	(794, 'Can delete tax rule', 195, 'delete_taxrule'),
	(795, 'Can view tax rule', 195, 'view_taxrule'),
	(796, 'Can add bank file format', 196, 'add_bankfileformat'),
	(797, 'Can change bank file format', 196, 'change_bankfileformat'),
	(798, 'Can delete bank file format', 196, 'delete_bankfileformat'),
	(799, 'Can view bank file format', 196, 'view_bankfileformat'),
	(800, 'Can add bank file', 197, 'add_bankfile'),
	(801, 'Can change bank file', 197, 'change_bankfile'),
	(802, 'Can delete bank file', 197, 'delete_bankfile'),
	(803, 'Can view bank file', 197, 'view_bankfile'),
	(804, 'Can add comparison', 198, 'add_comparison'),
	(805, 'Can change comparison', 198, 'change_comparison'),
	(806, 'Can delete comparison', 198, 'delete_comparison'),
	(807, 'Can view comparison', 198, 'view_comparison'),
	(808, 'Can add settled line', 199, 'add_settledline'),
	(809, 'Can change settled line', 199, 'change_settledline'),
	(810, 'Can delete settled line', 199, 'delete_settledline'),
	(811, 'Can view settled line', 199, 'view_settledline'),
	(812, 'Can add receipt', 200, 'add_receipt'),
	(813, 'Can change receipt', 200, 'change_receipt'),
	(814, 'Can delete receipt', 200, 'delete_receipt'),
	(815, 'Can view receipt', 200, 'view_receipt'),
	(816, 'Can add cash parcel', 201, 'add_cashparcel'),
	(817, 'Can change cash parcel', 201, 'change_cashparcel'),
	(818, 'Can delete cash parcel', 201, 'delete_cashparcel'),
	(819, 'Can view cash parcel', 201, 'view_cashparcel'),
	(820, 'Can add courier', 202, 'add_courier'),
	(821, 'Can change courier', 202, 'change_courier'),
	(822, 'Can delete courier', 202, 'delete_courier'),
	(823, 'Can view courier', 202, 'view_courier'),
	(824, 'Can add changed day', 203, 'add_changedday'),
	(825, 'Can change changed day', 203, 'change_changedday'),
	(826, 'Can delete changed day', 203, 'delete_changedday'),
	(827, 'Can view changed day', 203, 'view_changedday'),
	(828, 'Can add freshness', 204, 'add_freshness'),
	(829, 'Can change freshness', 204, 'change_freshness'),
	(830, 'Can delete freshness', 204, 'delete_freshness'),
	(831, 'Can view freshness', 204, 'view_freshness'),
	(832, 'Can add sale', 205, 'add_sale'),
	(833, 'Can change sale', 205, 'change_sale'),
	(834, 'Can delete sale', 205, 'delete_sale'),
	(835, 'Can view sale', 205, 'view_sale'),
	(836, 'Can add tally', 206, 'add_tally'),
	(837, 'Can change tally', 206, 'change_tally'),
	(838, 'Can delete tally', 206, 'delete_tally'),
	(839, 'Can view tally', 206, 'view_tally'),
	(840, 'Can add log entry', 207, 'add_logentry'),
	(841, 'Can change log entry', 207, 'change_logentry'),
	(842, 'Can delete log entry', 207, 'delete_logentry'),
	(843, 'Can view log entry', 207, 'view_logentry'),
	(844, 'Can add permission', 208, 'add_permission'),
	(845, 'Can change permission', 208, 'change_permission'),
	(846, 'Can delete permission', 208, 'delete_permission'),
	(847, 'Can view permission', 208, 'view_permission'),
	(848, 'Can add group', 209, 'add_group'),
	(849, 'Can change group', 209, 'change_group'),
	(850, 'Can delete group', 209, 'delete_group'),
	(851, 'Can view group', 209, 'view_group'),
	(852, 'Can add content type', 210, 'add_contenttype'),
	(853, 'Can change content type', 210, 'change_contenttype'),
	(854, 'Can delete content type', 210, 'delete_contenttype'),
	(855, 'Can view content type', 210, 'view_contenttype'),
	(856, 'Can add session', 211, 'add_session'),
	(857, 'Can change session', 211, 'change_session'),
	(858, 'Can delete session', 211, 'delete_session'),
	(859, 'Can view session', 211, 'view_session'),
	(860, 'Can add site', 212, 'add_site'),
	(861, 'Can change site', 212, 'change_site'),
	(862, 'Can delete site', 212, 'delete_site'),
	(863, 'Can view site', 212, 'view_site'),
	(864, 'Can add flat page', 213, 'add_flatpage'),
	(865, 'Can change flat page', 213, 'change_flatpage'),
	(866, 'Can delete flat page', 213, 'delete_flatpage'),
	(867, 'Can view flat page', 213, 'view_flatpage'),
	(868, 'Can add email address', 214, 'add_emailaddress'),
	(869, 'Can change email address', 214, 'change_emailaddress'),
	(870, 'Can delete email address', 214, 'delete_emailaddress'),
	(871, 'Can view email address', 214, 'view_emailaddress'),
	(872, 'Can add email confirmation', 215, 'add_emailconfirmation'),
	(873, 'Can change email confirmation', 215, 'change_emailconfirmation'),
	(874, 'Can delete email confirmation', 215, 'delete_emailconfirmation'),
	(875, 'Can view email confirmation', 215, 'view_emailconfirmation'),
	(876, 'Can add authenticator', 216, 'add_authenticator'),
	(877, 'Can change authenticator', 216, 'change_authenticator'),
	(878, 'Can delete authenticator', 216, 'delete_authenticator'),
	(879, 'Can view authenticator', 216, 'view_authenticator'),
	(880, 'Can add Product record', 217, 'add_productrecord'),
	(881, 'Can change Product record', 217, 'change_productrecord'),
	(882, 'Can delete Product record', 217, 'delete_productrecord'),
	(883, 'Can view Product record', 217, 'view_productrecord'),
	(884, 'Can add User product view', 218, 'add_userproductview'),
	(885, 'Can change User product view', 218, 'change_userproductview'),
	(886, 'Can delete User product view', 218, 'delete_userproductview'),
	(887, 'Can view User product view', 218, 'view_userproductview'),
	(888, 'Can add User record', 219, 'add_userrecord'),
	(889, 'Can change User record', 219, 'change_userrecord'),
	(890, 'Can delete User record', 219, 'delete_userrecord'),
	(891, 'Can view User record', 219, 'view_userrecord'),
	(892, 'Can add User search query', 220, 'add_usersearch'),
	(893, 'Can change User search query', 220, 'change_usersearch'),
	(894, 'Can delete User search query', 220, 'delete_usersearch'),
	(895, 'Can view User search query', 220, 'view_usersearch'),
	(896, 'Can add Country', 221, 'add_country'),
	(897, 'Can change Country', 221, 'change_country'),
	(898, 'Can delete Country', 221, 'delete_country'),
	(899, 'Can view Country', 221, 'view_country'),
	(900, 'Can add User address', 222, 'add_useraddress'),
	(901, 'Can change User address', 222, 'change_useraddress'),
	(902, 'Can delete User address', 222, 'delete_useraddress'),
	(903, 'Can view User address', 222, 'view_useraddress'),
	(904, 'Can add Order and Item Charge', 223, 'add_orderanditemcharges'),
	(905, 'Can change Order and Item Charge', 223, 'change_orderanditemcharges'),
	(906, 'Can delete Order and Item Charge', 223, 'delete_orderanditemcharges'),
	(907, 'Can view Order and Item Charge', 223, 'view_orderanditemcharges'),
	(908, 'Can add Weight Band', 224, 'add_weightband'),
	(909, 'Can change Weight Band', 224, 'change_weightband'),
	(910, 'Can delete Weight Band', 224, 'delete_weightband'),
	(911, 'Can view Weight Band', 224, 'view_weightband'),
	(912, 'Can add Weight-based Shipping Method', 225, 'add_weightbased'),
	(913, 'Can change Weight-based Shipping Method', 225, 'change_weightbased'),
	(914, 'Can delete Weight-based Shipping Method', 225, 'delete_weightbased'),
	(915, 'Can view Weight-based Shipping Method', 225, 'view_weightbased'),
	(916, 'Can add Attribute option', 226, 'add_attributeoption'),
	(917, 'Can change Attribute option', 226, 'change_attributeoption'),
	(918, 'Can delete Attribute option', 226, 'delete_attributeoption'),
	(919, 'Can view Attribute option', 226, 'view_attributeoption'),
	(920, 'Can add Attribute option group', 227, 'add_attributeoptiongroup'),
	(921, 'Can change Attribute option group', 227, 'change_attributeoptiongroup'),
	(922, 'Can delete Attribute option group', 227, 'delete_attributeoptiongroup'),
	(923, 'Can view Attribute option group', 227, 'view_attributeoptiongroup'),
	(924, 'Can add Category', 228, 'add_category'),
	(925, 'Can change Category', 228, 'change_category'),
	(926, 'Can delete Category', 228, 'delete_category'),
	(927, 'Can view Category', 228, 'view_category'),
	(928, 'Can add Option', 229, 'add_option'),
	(929, 'Can change Option', 229, 'change_option'),
	(930, 'Can delete Option', 229, 'delete_option'),
	(931, 'Can view Option', 229, 'view_option'),
	(932, 'Can add Product', 230, 'add_product'),
	(933, 'Can change Product', 230, 'change_product'),
	(934, 'Can delete Product', 230, 'delete_product'),
	(935, 'Can view Product', 230, 'view_product'),
	(936, 'Can add Product attribute', 231, 'add_productattribute'),
	(937, 'Can change Product attribute', 231, 'change_productattribute'),
	(938, 'Can delete Product attribute', 231, 'delete_productattribute'),
	(939, 'Can view Product attribute', 231, 'view_productattribute'),
	(940, 'Can add Product attribute value', 232, 'add_productattributevalue'),
	(941, 'Can change Product attribute value', 232, 'change_productattributevalue'),
	(942, 'Can delete Product attribute value', 232, 'delete_productattributevalue'),
	(943, 'Can view Product attribute value', 232, 'view_productattributevalue'),
	(944, 'Can add Product category', 233, 'add_productcategory'),
	(945, 'Can change Product category', 233, 'change_productcategory'),
	(946, 'Can delete Product category', 233, 'delete_productcategory'),
	(947, 'Can view Product category', 233, 'view_productcategory'),
	(948, 'Can add Product class', 234, 'add_productclass'),
	(949, 'Can change Product class', 234, 'change_productclass'),
	(950, 'Can delete Product class', 234, 'delete_productclass'),
	(951, 'Can view Product class', 234, 'view_productclass'),
	(952, 'Can add Product image', 235, 'add_productimage'),
	(953, 'Can change Product image', 235, 'change_productimage'),
	(954, 'Can delete Product image', 235, 'delete_productimage'),
	(955, 'Can view Product image', 235, 'view_productimage'),
	(956, 'Can add Product recommendation', 236, 'add_productrecommendation'),
	(957, 'Can change Product recommendation', 236, 'change_productrecommendation'),
	(958, 'Can delete Product recommendation', 236, 'delete_productrecommendation'),
	(959, 'Can view Product recommendation', 236, 'view_productrecommendation'),
	(960, 'Can add Product category hierarchy', 237, 'add_productcategoryhierarchy'),
	(961, 'Can change Product category hierarchy', 237, 'change_productcategoryhierarchy'),
	(962, 'Can delete Product category hierarchy', 237, 'delete_productcategoryhierarchy'),
	(963, 'Can view Product category hierarchy', 237, 'view_productcategoryhierarchy'),
	(964, 'Can add Product review', 238, 'add_productreview'),
	(965, 'Can change Product review', 238, 'change_productreview'),
	(966, 'Can delete Product review', 238, 'delete_productreview'),
	(967, 'Can view Product review', 238, 'view_productreview'),
	(968, 'Can add Vote', 239, 'add_vote'),
	(969, 'Can change Vote', 239, 'change_vote'),
	(970, 'Can delete Vote', 239, 'delete_vote'),
	(971, 'Can view Vote', 239, 'view_vote'),
	(972, 'Can add Communication event type', 240, 'add_communicationeventtype'),
	(973, 'Can change Communication event type', 240, 'change_communicationeventtype'),
	(974, 'Can delete Communication event type', 240, 'delete_communicationeventtype'),
	(975, 'Can view Communication event type', 240, 'view_communicationeventtype'),
	(976, 'Can add Email', 241, 'add_email'),
	(977, 'Can change Email', 241, 'change_email'),
	(978, 'Can delete Email', 241, 'delete_email'),
	(979, 'Can view Email', 241, 'view_email'),
	(980, 'Can add Notification', 242, 'add_notification'),
	(981, 'Can change Notification', 242, 'change_notification'),
	(982, 'Can delete Notification', 242, 'delete_notification'),
	(983, 'Can view Notification', 242, 'view_notification'),
	(984, 'Can add Fulfillment partner', 243, 'add_partner'),
	(985, 'Can change Fulfillment partner', 243, 'change_partner'),
	(986, 'Can delete Fulfillment partner', 243, 'delete_partner'),
	(987, 'Can view Fulfillment partner', 243, 'view_partner'),
	(988, 'Can access dashboard', 243, 'dashboard_access'),
	(989, 'Can add Partner address', 244, 'add_partneraddress'),
	(990, 'Can change Partner address', 244, 'change_partneraddress'),
	(991, 'Can delete Partner address', 244, 'delete_partneraddress'),
	(992, 'Can view Partner address', 244, 'view_partneraddress'),
	(993, 'Can add Stock alert', 245, 'add_stockalert'),
	(994, 'Can change Stock alert', 245, 'change_stockalert'),
	(995, 'Can delete Stock alert', 245, 'delete_stockalert'),
	(996, 'Can view Stock alert', 245, 'view_stockalert'),
	(997, 'Can add Stock record', 246, 'add_stockrecord'),
	(998, 'Can change Stock record', 246, 'change_stockrecord'),
	(999, 'Can delete Stock record', 246, 'delete_stockrecord'),
	(1000, 'Can view Stock record', 246, 'view_stockrecord');
INSERT INTO public.auth_permission VALUES
	(1001, 'Can add Basket', 247, 'add_basket'),
	(1002, 'Can change Basket', 247, 'change_basket'),
	(1003, 'Can delete Basket', 247, 'delete_basket'),
	(1004, 'Can view Basket', 247, 'view_basket'),
	(1005, 'Can add Basket line', 248, 'add_line'),
	(1006, 'Can change Basket line', 248, 'change_line'),
	(1007, 'Can delete Basket line', 248, 'delete_line'),
	(1008, 'Can view Basket line', 248, 'view_line'),
	(1009, 'Can add Line attribute', 249, 'add_lineattribute'),
	(1010, 'Can change Line attribute', 249, 'change_lineattribute'),
	(1011, 'Can delete Line attribute', 249, 'delete_lineattribute'),
	(1012, 'Can view Line attribute', 249, 'view_lineattribute'),
	(1013, 'Can add Bankcard', 250, 'add_bankcard'),
	(1014, 'Can change Bankcard', 250, 'change_bankcard'),
	(1015, 'Can delete Bankcard', 250, 'delete_bankcard'),
	(1016, 'Can view Bankcard', 250, 'view_bankcard'),
	(1017, 'Can add Source', 251, 'add_source'),
	(1018, 'Can change Source', 251, 'change_source'),
	(1019, 'Can delete Source', 251, 'delete_source'),
	(1020, 'Can view Source', 251, 'view_source'),
	(1021, 'Can add Source Type', 252, 'add_sourcetype'),
	(1022, 'Can change Source Type', 252, 'change_sourcetype'),
	(1023, 'Can delete Source Type', 252, 'delete_sourcetype'),
	(1024, 'Can view Source Type', 252, 'view_sourcetype'),
	(1025, 'Can add Transaction', 253, 'add_transaction'),
	(1026, 'Can change Transaction', 253, 'change_transaction'),
	(1027, 'Can delete Transaction', 253, 'delete_transaction'),
	(1028, 'Can view Transaction', 253, 'view_transaction'),
	(1029, 'Can add Benefit', 254, 'add_benefit'),
	(1030, 'Can change Benefit', 254, 'change_benefit'),
	(1031, 'Can delete Benefit', 254, 'delete_benefit'),
	(1032, 'Can view Benefit', 254, 'view_benefit'),
	(1033, 'Can add Condition', 255, 'add_condition'),
	(1034, 'Can change Condition', 255, 'change_condition'),
	(1035, 'Can delete Condition', 255, 'delete_condition'),
	(1036, 'Can view Condition', 255, 'view_condition'),
	(1037, 'Can add Conditional offer', 256, 'add_conditionaloffer'),
	(1038, 'Can change Conditional offer', 256, 'change_conditionaloffer'),
	(1039, 'Can delete Conditional offer', 256, 'delete_conditionaloffer'),
	(1040, 'Can view Conditional offer', 256, 'view_conditionaloffer'),
	(1041, 'Can add Range', 257, 'add_range'),
	(1042, 'Can change Range', 257, 'change_range'),
	(1043, 'Can delete Range', 257, 'delete_range'),
	(1044, 'Can view Range', 257, 'view_range'),
	(1045, 'Can add range product', 258, 'add_rangeproduct'),
	(1046, 'Can change range product', 258, 'change_rangeproduct'),
	(1047, 'Can delete range product', 258, 'delete_rangeproduct'),
	(1048, 'Can view range product', 258, 'view_rangeproduct'),
	(1049, 'Can add Range Product Uploaded File', 259, 'add_rangeproductfileupload'),
	(1050, 'Can change Range Product Uploaded File', 259, 'change_rangeproductfileupload'),
	(1051, 'Can delete Range Product Uploaded File', 259, 'delete_rangeproductfileupload'),
	(1052, 'Can view Range Product Uploaded File', 259, 'view_rangeproductfileupload'),
	(1053, 'Can add Absolute discount benefit', 260, 'add_absolutediscountbenefit'),
	(1054, 'Can change Absolute discount benefit', 260, 'change_absolutediscountbenefit'),
	(1055, 'Can delete Absolute discount benefit', 260, 'delete_absolutediscountbenefit'),
	(1056, 'Can view Absolute discount benefit', 260, 'view_absolutediscountbenefit'),
	(1057, 'Can add Count condition', 261, 'add_countcondition'),
	(1058, 'Can change Count condition', 261, 'change_countcondition'),
	(1059, 'Can delete Count condition', 261, 'delete_countcondition'),
	(1060, 'Can view Count condition', 261, 'view_countcondition'),
	(1061, 'Can add Coverage Condition', 262, 'add_coveragecondition'),
	(1062, 'Can change Coverage Condition', 262, 'change_coveragecondition'),
	(1063, 'Can delete Coverage Condition', 262, 'delete_coveragecondition'),
	(1064, 'Can view Coverage Condition', 262, 'view_coveragecondition'),
	(1065, 'Can add Fixed price benefit', 263, 'add_fixedpricebenefit'),
	(1066, 'Can change Fixed price benefit', 263, 'change_fixedpricebenefit'),
	(1067, 'Can delete Fixed price benefit', 263, 'delete_fixedpricebenefit'),
	(1068, 'Can view Fixed price benefit', 263, 'view_fixedpricebenefit'),
	(1069, 'Can add Multibuy discount benefit', 264, 'add_multibuydiscountbenefit'),
	(1070, 'Can change Multibuy discount benefit', 264, 'change_multibuydiscountbenefit'),
	(1071, 'Can delete Multibuy discount benefit', 264, 'delete_multibuydiscountbenefit'),
	(1072, 'Can view Multibuy discount benefit', 264, 'view_multibuydiscountbenefit'),
	(1073, 'Can add Percentage discount benefit', 265, 'add_percentagediscountbenefit'),
	(1074, 'Can change Percentage discount benefit', 265, 'change_percentagediscountbenefit'),
	(1075, 'Can delete Percentage discount benefit', 265, 'delete_percentagediscountbenefit'),
	(1076, 'Can view Percentage discount benefit', 265, 'view_percentagediscountbenefit'),
	(1077, 'Can add shipping benefit', 266, 'add_shippingbenefit'),
	(1078, 'Can change shipping benefit', 266, 'change_shippingbenefit'),
	(1079, 'Can delete shipping benefit', 266, 'delete_shippingbenefit'),
	(1080, 'Can view shipping benefit', 266, 'view_shippingbenefit'),
	(1081, 'Can add Shipping absolute discount benefit', 267, 'add_shippingabsolutediscountbenefit'),
	(1082, 'Can change Shipping absolute discount benefit', 267, 'change_shippingabsolutediscountbenefit'),
	(1083, 'Can delete Shipping absolute discount benefit', 267, 'delete_shippingabsolutediscountbenefit'),
	(1084, 'Can view Shipping absolute discount benefit', 267, 'view_shippingabsolutediscountbenefit'),
	(1085, 'Can add Fixed price shipping benefit', 268, 'add_shippingfixedpricebenefit'),
	(1086, 'Can change Fixed price shipping benefit', 268, 'change_shippingfixedpricebenefit'),
	(1087, 'Can delete Fixed price shipping benefit', 268, 'delete_shippingfixedpricebenefit'),
	(1088, 'Can view Fixed price shipping benefit', 268, 'view_shippingfixedpricebenefit'),
	(1089, 'Can add Shipping percentage discount benefit', 269, 'add_shippingpercentagediscountbenefit'),
	(1090, 'Can change Shipping percentage discount benefit', 269, 'change_shippingpercentagediscountbenefit'),
	(1091, 'Can delete Shipping percentage discount benefit', 269, 'delete_shippingpercentagediscountbenefit'),
	(1092, 'Can view Shipping percentage discount benefit', 269, 'view_shippingpercentagediscountbenefit'),
	(1093, 'Can add Value condition', 270, 'add_valuecondition'),
	(1094, 'Can change Value condition', 270, 'change_valuecondition'),
	(1095, 'Can delete Value condition', 270, 'delete_valuecondition'),
	(1096, 'Can view Value condition', 270, 'view_valuecondition'),
	(1097, 'Can add Fixed unit discount benefit', 271, 'add_fixedunitdiscountbenefit'),
	(1098, 'Can change Fixed unit discount benefit', 271, 'change_fixedunitdiscountbenefit'),
	(1099, 'Can delete Fixed unit discount benefit', 271, 'delete_fixedunitdiscountbenefit'),
	(1100, 'Can view Fixed unit discount benefit', 271, 'view_fixedunitdiscountbenefit'),
	(1101, 'Can add Billing address', 272, 'add_billingaddress'),
	(1102, 'Can change Billing address', 272, 'change_billingaddress'),
	(1103, 'Can delete Billing address', 272, 'delete_billingaddress'),
	(1104, 'Can view Billing address', 272, 'view_billingaddress'),
	(1105, 'Can add Communication Event', 273, 'add_communicationevent'),
	(1106, 'Can change Communication Event', 273, 'change_communicationevent'),
	(1107, 'Can delete Communication Event', 273, 'delete_communicationevent'),
	(1108, 'Can view Communication Event', 273, 'view_communicationevent'),
	(1109, 'Can add Order Line', 274, 'add_line'),
	(1110, 'Can change Order Line', 274, 'change_line'),
	(1111, 'Can delete Order Line', 274, 'delete_line'),
	(1112, 'Can view Order Line', 274, 'view_line'),
	(1113, 'Can add Line Attribute', 275, 'add_lineattribute'),
	(1114, 'Can change Line Attribute', 275, 'change_lineattribute'),
	(1115, 'Can delete Line Attribute', 275, 'delete_lineattribute'),
	(1116, 'Can view Line Attribute', 275, 'view_lineattribute'),
	(1117, 'Can add Line Price', 276, 'add_lineprice'),
	(1118, 'Can change Line Price', 276, 'change_lineprice'),
	(1119, 'Can delete Line Price', 276, 'delete_lineprice'),
	(1120, 'Can view Line Price', 276, 'view_lineprice'),
	(1121, 'Can add Order', 277, 'add_order'),
	(1122, 'Can change Order', 277, 'change_order'),
	(1123, 'Can delete Order', 277, 'delete_order'),
	(1124, 'Can view Order', 277, 'view_order'),
	(1125, 'Can add Order Discount', 278, 'add_orderdiscount'),
	(1126, 'Can change Order Discount', 278, 'change_orderdiscount'),
	(1127, 'Can delete Order Discount', 278, 'delete_orderdiscount'),
	(1128, 'Can view Order Discount', 278, 'view_orderdiscount'),
	(1129, 'Can add Order Note', 279, 'add_ordernote'),
	(1130, 'Can change Order Note', 279, 'change_ordernote'),
	(1131, 'Can delete Order Note', 279, 'delete_ordernote'),
	(1132, 'Can view Order Note', 279, 'view_ordernote'),
	(1133, 'Can add Payment Event', 280, 'add_paymentevent'),
	(1134, 'Can change Payment Event', 280, 'change_paymentevent'),
	(1135, 'Can delete Payment Event', 280, 'delete_paymentevent'),
	(1136, 'Can view Payment Event', 280, 'view_paymentevent'),
	(1137, 'Can add Payment Event Quantity', 281, 'add_paymenteventquantity'),
	(1138, 'Can change Payment Event Quantity', 281, 'change_paymenteventquantity'),
	(1139, 'Can delete Payment Event Quantity', 281, 'delete_paymenteventquantity'),
	(1140, 'Can view Payment Event Quantity', 281, 'view_paymenteventquantity'),
	(1141, 'Can add Payment Event Type', 282, 'add_paymenteventtype'),
	(1142, 'Can change Payment Event Type', 282, 'change_paymenteventtype'),
	(1143, 'Can delete Payment Event Type', 282, 'delete_paymenteventtype'),
	(1144, 'Can view Payment Event Type', 282, 'view_paymenteventtype'),
	(1145, 'Can add Shipping address', 283, 'add_shippingaddress'),
	(1146, 'Can change Shipping address', 283, 'change_shippingaddress'),
	(1147, 'Can delete Shipping address', 283, 'delete_shippingaddress'),
	(1148, 'Can view Shipping address', 283, 'view_shippingaddress'),
	(1149, 'Can add Shipping Event', 284, 'add_shippingevent'),
	(1150, 'Can change Shipping Event', 284, 'change_shippingevent'),
	(1151, 'Can delete Shipping Event', 284, 'delete_shippingevent'),
	(1152, 'Can view Shipping Event', 284, 'view_shippingevent'),
	(1153, 'Can add Shipping Event Quantity', 285, 'add_shippingeventquantity'),
	(1154, 'Can change Shipping Event Quantity', 285, 'change_shippingeventquantity'),
	(1155, 'Can delete Shipping Event Quantity', 285, 'delete_shippingeventquantity'),
	(1156, 'Can view Shipping Event Quantity', 285, 'view_shippingeventquantity'),
	(1157, 'Can add Shipping Event Type', 286, 'add_shippingeventtype'),
	(1158, 'Can change Shipping Event Type', 286, 'change_shippingeventtype'),
	(1159, 'Can delete Shipping Event Type', 286, 'delete_shippingeventtype'),
	(1160, 'Can view Shipping Event Type', 286, 'view_shippingeventtype'),
	(1161, 'Can add Order Status Change', 287, 'add_orderstatuschange'),
	(1162, 'Can change Order Status Change', 287, 'change_orderstatuschange'),
	(1163, 'Can delete Order Status Change', 287, 'delete_orderstatuschange'),
	(1164, 'Can view Order Status Change', 287, 'view_orderstatuschange'),
	(1165, 'Can add Surcharge', 288, 'add_surcharge'),
	(1166, 'Can change Surcharge', 288, 'change_surcharge'),
	(1167, 'Can delete Surcharge', 288, 'delete_surcharge'),
	(1168, 'Can view Surcharge', 288, 'view_surcharge'),
	(1169, 'Can add Order line discount', 289, 'add_orderlinediscount'),
	(1170, 'Can change Order line discount', 289, 'change_orderlinediscount'),
	(1171, 'Can delete Order line discount', 289, 'delete_orderlinediscount'),
	(1172, 'Can view Order line discount', 289, 'view_orderlinediscount'),
	(1173, 'Can add Product alert', 290, 'add_productalert'),
	(1174, 'Can change Product alert', 290, 'change_productalert'),
	(1175, 'Can delete Product alert', 290, 'delete_productalert'),
	(1176, 'Can view Product alert', 290, 'view_productalert'),
	(1177, 'Can add Voucher', 291, 'add_voucher'),
	(1178, 'Can change Voucher', 291, 'change_voucher'),
	(1179, 'Can delete Voucher', 291, 'delete_voucher'),
	(1180, 'Can view Voucher', 291, 'view_voucher'),
	(1181, 'Can add Voucher Application', 292, 'add_voucherapplication'),
	(1182, 'Can change Voucher Application', 292, 'change_voucherapplication'),
	(1183, 'Can delete Voucher Application', 292, 'delete_voucherapplication'),
	(1184, 'Can view Voucher Application', 292, 'view_voucherapplication'),
	(1185, 'Can add VoucherSet', 293, 'add_voucherset'),
	(1186, 'Can change VoucherSet', 293, 'change_voucherset'),
	(1187, 'Can delete VoucherSet', 293, 'delete_voucherset'),
	(1188, 'Can view VoucherSet', 293, 'view_voucherset'),
	(1189, 'Can add Wish list line', 294, 'add_line'),
	(1190, 'Can change Wish list line', 294, 'change_line'),
	(1191, 'Can delete Wish list line', 294, 'delete_line'),
	(1192, 'Can view Wish list line', 294, 'view_line'),
	(1193, 'Can add Wish List', 295, 'add_wishlist'),
	(1194, 'Can change Wish List', 295, 'change_wishlist'),
	(1195, 'Can delete Wish List', 295, 'delete_wishlist'),
	(1196, 'Can view Wish List', 295, 'view_wishlist'),
	(1197, 'Can add Wish list shared email', 296, 'add_wishlistsharedemail'),
	(1198, 'Can change Wish list shared email', 296, 'change_wishlistsharedemail'),
	(1199, 'Can delete Wish list shared email', 296, 'delete_wishlistsharedemail'),
	(1200, 'Can view Wish list shared email', 296, 'view_wishlistsharedemail'),
	(1201, 'Can add form submission', 297, 'add_formsubmission'),
	(1202, 'Can change form submission', 297, 'change_formsubmission'),
	(1203, 'Can delete form submission', 297, 'delete_formsubmission'),
	(1204, 'Can view form submission', 297, 'view_formsubmission'),
	(1205, 'Can add redirect', 298, 'add_redirect'),
	(1206, 'Can change redirect', 298, 'change_redirect'),
	(1207, 'Can delete redirect', 298, 'delete_redirect'),
	(1208, 'Can view redirect', 298, 'view_redirect'),
	(1209, 'Can add embed', 299, 'add_embed'),
	(1210, 'Can change embed', 299, 'change_embed'),
	(1211, 'Can delete embed', 299, 'delete_embed'),
	(1212, 'Can view embed', 299, 'view_embed'),
	(1213, 'Can add user profile', 300, 'add_userprofile'),
	(1214, 'Can change user profile', 300, 'change_userprofile'),
	(1215, 'Can delete user profile', 300, 'delete_userprofile'),
	(1216, 'Can view user profile', 300, 'view_userprofile'),
	(1217, 'Can view document', 28, 'view_document'),
	(1218, 'Can view image', 29, 'view_image'),
	(1219, 'Can add rendition', 301, 'add_rendition'),
	(1220, 'Can change rendition', 301, 'change_rendition'),
	(1221, 'Can delete rendition', 301, 'delete_rendition'),
	(1222, 'Can view rendition', 301, 'view_rendition'),
	(1223, 'Can add index entry', 302, 'add_indexentry'),
	(1224, 'Can change index entry', 302, 'change_indexentry'),
	(1225, 'Can delete index entry', 302, 'delete_indexentry'),
	(1226, 'Can view index entry', 302, 'view_indexentry'),
	(1227, 'Can add editing session', 303, 'add_editingsession'),
	(1228, 'Can change editing session', 303, 'change_editingsession'),
	(1229, 'Can delete editing session', 303, 'delete_editingsession'),
	(1230, 'Can view editing session', 303, 'view_editingsession'),
	(1231, 'Can add form state', 304, 'add_formstate'),
	(1232, 'Can change form state', 304, 'change_formstate'),
	(1233, 'Can delete form state', 304, 'delete_formstate'),
	(1234, 'Can view form state', 304, 'view_formstate'),
	(1235, 'Can submit translations', 305, 'submit_translation'),
	(1236, 'Can add tag', 306, 'add_tag'),
	(1237, 'Can change tag', 306, 'change_tag'),
	(1238, 'Can delete tag', 306, 'delete_tag'),
	(1239, 'Can view tag', 306, 'view_tag'),
	(1240, 'Can add tagged item', 307, 'add_taggeditem'),
	(1241, 'Can change tagged item', 307, 'change_taggeditem'),
	(1242, 'Can delete tagged item', 307, 'delete_taggeditem'),
	(1243, 'Can view tagged item', 307, 'view_taggeditem');
INSERT INTO public.catalog_paperrequirement VALUES
	(1, 'registration', '', '', 'Giấy chứng nhận đăng ký hợp tác xã hoặc hộ kinh doanh', 'Business registration', '2025-07-01', NULL, 'Operating rules of the market; decree 85/2021 on sellers'' particulars'),
	(2, 'food_safety', '', 'meat-specialty', 'Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm', 'Food safety certificate of the workshop', '2025-07-01', NULL, 'Handling of meat specialities: food-safety papers');
INSERT INTO public.django_content_type VALUES
	(1, 'wagtailcore', 'page'),
	(2, 'wagtailcore', 'groupapprovaltask'),
	(3, 'wagtailcore', 'locale'),
	(4, 'wagtailcore', 'site'),
	(5, 'wagtailcore', 'groupsitepermission'),
	(6, 'wagtailcore', 'apitoken'),
	(7, 'wagtailcore', 'modellogentry'),
	(8, 'wagtailcore', 'revision'),
	(9, 'wagtailcore', 'collectionviewrestriction'),
	(10, 'wagtailcore', 'collection'),
	(11, 'wagtailcore', 'groupcollectionpermission'),
	(12, 'wagtailcore', 'uploadedfile'),
	(13, 'wagtailcore', 'workflowcontenttype'),
	(14, 'wagtailcore', 'workflowstate'),
	(15, 'wagtailcore', 'workflow'),
	(16, 'wagtailcore', 'workflowtask'),
	(17, 'wagtailcore', 'task'),
	(18, 'wagtailcore', 'taskstate'),
	(19, 'wagtailcore', 'grouppagepermission'),
	(20, 'wagtailcore', 'pageviewrestriction'),
	(21, 'wagtailcore', 'workflowpage'),
	(22, 'wagtailcore', 'pagelogentry'),
	(23, 'wagtailcore', 'comment'),
	(24, 'wagtailcore', 'commentreply'),
	(25, 'wagtailcore', 'pagesubscription'),
	(26, 'wagtailcore', 'referenceindex'),
	(27, 'wagtailadmin', 'admin'),
	(28, 'wagtaildocs', 'document'),
	(29, 'wagtailimages', 'image'),
	(30, 'people', 'user'),
	(31, 'records', 'datedrule'),
	(32, 'records', 'outboxmessage'),
	(33, 'records', 'sentletter'),
	(34, 'records', 'apitoken'),
	(35, 'records', 'auditentry'),
	(36, 'records', 'paper'),
	(37, 'records', 'sparecount'),
	(38, 'records', 'tableversion'),
	(39, 'records', 'pagechange'),
	(40, 'records', 'reader'),
	(41, 'cms', 'homepage'),
	(42, 'cms', 'plainpage'),
	(43, 'cms', 'policyindex'),
	(44, 'cms', 'policypage'),
	(45, 'cms', 'promotionindex'),
	(46, 'cms', 'promotionpage'),
	(47, 'cms', 'bulletinindex'),
	(48, 'cms', 'bulletinpage'),
	(49, 'cms', 'guideindex'),
	(50, 'cms', 'guidepage'),
	(51, 'cms', 'liveindex'),
	(52, 'cms', 'seasonindex'),
	(53, 'cms', 'storyindex'),
	(54, 'cms', 'liveitem'),
	(55, 'cms', 'livesession'),
	(56, 'cms', 'livereport'),
	(57, 'cms', 'livepin'),
	(58, 'cms', 'livehost'),
	(59, 'cms', 'livestreampage'),
	(60, 'cms', 'policyversion'),
	(61, 'cms', 'pricerow'),
	(62, 'cms', 'seasonpage'),
	(63, 'cms', 'storypage'),
	(64, 'catalog', 'basketlinesource'),
	(65, 'catalog', 'lane'),
	(66, 'catalog', 'listing'),
	(67, 'catalog', 'zone'),
	(68, 'catalog', 'basketkey'),
	(69, 'catalog', 'cooperative'),
	(70, 'catalog', 'bankaccount'),
	(71, 'catalog', 'cooperativedecision'),
	(72, 'catalog', 'cooperativepaper'),
	(73, 'catalog', 'certificate'),
	(74, 'catalog', 'goodscategory'),
	(75, 'catalog', 'identitycheck'),
	(76, 'catalog', 'laneoffer'),
	(77, 'catalog', 'shelfitem'),
	(78, 'catalog', 'listingchange'),
	(79, 'catalog', 'listingtext'),
	(80, 'catalog', 'lotbalance'),
	(81, 'catalog', 'hold'),
	(82, 'catalog', 'membership'),
	(83, 'catalog', 'pack'),
	(84, 'catalog', 'picture'),
	(85, 'catalog', 'listingpicture'),
	(86, 'catalog', 'placement'),
	(87, 'catalog', 'protectedname'),
	(88, 'catalog', 'sellerorder'),
	(89, 'catalog', 'orderevent'),
	(90, 'catalog', 'sellerorderline'),
	(91, 'catalog', 'packedlot'),
	(92, 'catalog', 'stockmovement'),
	(93, 'catalog', 'variety'),
	(94, 'catalog', 'season'),
	(95, 'catalog', 'lanerate'),
	(96, 'catalog', 'zoneprovince'),
	(97, 'catalog', 'invitation'),
	(98, 'catalog', 'listingdraft'),
	(99, 'catalog', 'grade'),
	(100, 'catalog', 'shelftally'),
	(101, 'catalog', 'synonym'),
	(102, 'catalog', 'stockalarm'),
	(103, 'catalog', 'conversation'),
	(104, 'catalog', 'customer'),
	(105, 'catalog', 'customertag'),
	(106, 'catalog', 'holiday'),
	(107, 'catalog', 'message'),
	(108, 'catalog', 'nudge'),
	(109, 'catalog', 'communeteam'),
	(110, 'catalog', 'basketvoucher'),
	(111, 'catalog', 'partdiscount'),
	(112, 'catalog', 'voucher'),
	(113, 'catalog', 'voucheruse'),
	(114, 'catalog', 'consent'),
	(115, 'catalog', 'teammember'),
	(116, 'catalog', 'harvestwindow'),
	(117, 'catalog', 'preorder'),
	(118, 'catalog', 'windowpack'),
	(119, 'catalog', 'waitingentry'),
	(120, 'catalog', 'passrule'),
	(121, 'catalog', 'reason'),
	(122, 'catalog', 'remark'),
	(123, 'catalog', 'listingreport'),
	(124, 'catalog', 'paperrequirement'),
	(125, 'catalog', 'takedownorder'),
	(126, 'catalog', 'invoicereference'),
	(127, 'catalog', 'cashterms'),
	(128, 'catalog', 'undelivered'),
	(129, 'catalog', 'phonecode'),
	(130, 'catalog', 'recallnotice'),
	(131, 'catalog', 'recalledline'),
	(132, 'catalog', 'recalltask'),
	(133, 'communes', 'province'),
	(134, 'communes', 'commune'),
	(135, 'communes', 'succession'),
	(136, 'communes', 'disadvantaged'),
	(137, 'traceability', 'lot'),
	(138, 'traceability', 'event'),
	(139, 'traceability', 'party'),
	(140, 'traceability', 'tradeitem'),
	(141, 'traceability', 'box'),
	(142, 'traceability', 'diaryentry'),
	(143, 'traceability', 'facility'),
	(144, 'traceability', 'grower'),
	(145, 'traceability', 'growingarea'),
	(146, 'traceability', 'logisticunit'),
	(147, 'traceability', 'lotplot'),
	(148, 'traceability', 'lotsource'),
	(149, 'traceability', 'plot'),
	(150, 'traceability', 'unitbox'),
	(151, 'traceability', 'givennumber'),
	(152, 'traceability', 'numberpool'),
	(153, 'traceability', 'capture'),
	(154, 'traceability', 'epcisevent'),
	(155, 'traceability', 'epciseventthing'),
	(156, 'traceability', 'opening'),
	(157, 'traceability', 'witness'),
	(158, 'traceability', 'authorkey'),
	(159, 'traceability', 'entry'),
	(160, 'traceability', 'node'),
	(161, 'traceability', 'treehead'),
	(162, 'traceability', 'witnesssignature'),
	(163, 'traceability', 'labeljob'),
	(164, 'traceability', 'labelprint'),
	(165, 'traceability', 'printersetting'),
	(166, 'traceability', 'network'),
	(167, 'traceability', 'alert'),
	(168, 'traceability', 'problemreport'),
	(169, 'traceability', 'scan'),
	(170, 'traceability', 'scanmonth'),
	(171, 'traceability', 'scantally'),
	(172, 'traceability', 'recall'),
	(173, 'traceability', 'recalllot'),
	(174, 'traceability', 'scratchsheet'),
	(175, 'traceability', 'scratchcode'),
	(176, 'traceability', 'headstamp'),
	(177, 'payments', 'attempt'),
	(178, 'payments', 'banktransaction'),
	(179, 'payments', 'gatewaytransaction'),
	(180, 'payments', 'invoice'),
	(181, 'payments', 'match'),
	(182, 'payments', 'message'),
	(183, 'payments', 'incident'),
	(184, 'payments', 'payee'),
	(185, 'payments', 'invoiceline'),
	(186, 'payments', 'ledgeraccount'),
	(187, 'payments', 'ledgerentry'),
	(188, 'payments', 'ledgerposting'),
	(189, 'payments', 'refund'),
	(190, 'payments', 'payout'),
	(191, 'payments', 'payoutorder'),
	(192, 'payments', 'statement'),
	(193, 'payments', 'statementline'),
	(194, 'payments', 'taxline'),
	(195, 'payments', 'taxrule'),
	(196, 'payments', 'bankfileformat'),
	(197, 'payments', 'bankfile'),
	(198, 'payments', 'comparison'),
	(199, 'payments', 'settledline'),
	(200, 'payments', 'receipt'),
	(201, 'payments', 'cashparcel'),
	(202, 'payments', 'courier'),
	(203, 'statistics', 'changedday'),
	(204, 'statistics', 'freshness'),
	(205, 'statistics', 'sale'),
	(206, 'statistics', 'tally'),
	(207, 'admin', 'logentry'),
	(208, 'auth', 'permission'),
	(209, 'auth', 'group'),
	(210, 'contenttypes', 'contenttype'),
	(211, 'sessions', 'session'),
	(212, 'sites', 'site'),
	(213, 'flatpages', 'flatpage'),
	(214, 'account', 'emailaddress'),
	(215, 'account', 'emailconfirmation'),
	(216, 'mfa', 'authenticator'),
	(217, 'analytics', 'productrecord'),
	(218, 'analytics', 'userproductview'),
	(219, 'analytics', 'userrecord'),
	(220, 'analytics', 'usersearch'),
	(221, 'address', 'country'),
	(222, 'address', 'useraddress'),
	(223, 'shipping', 'orderanditemcharges'),
	(224, 'shipping', 'weightband'),
	(225, 'shipping', 'weightbased'),
	(226, 'catalogue', 'attributeoption'),
	(227, 'catalogue', 'attributeoptiongroup'),
	(228, 'catalogue', 'category'),
	(229, 'catalogue', 'option'),
	(230, 'catalogue', 'product'),
	(231, 'catalogue', 'productattribute'),
	(232, 'catalogue', 'productattributevalue'),
	(233, 'catalogue', 'productcategory'),
	(234, 'catalogue', 'productclass'),
	(235, 'catalogue', 'productimage'),
	(236, 'catalogue', 'productrecommendation'),
	(237, 'catalogue', 'productcategoryhierarchy'),
	(238, 'reviews', 'productreview'),
	(239, 'reviews', 'vote'),
	(240, 'communication', 'communicationeventtype'),
	(241, 'communication', 'email'),
	(242, 'communication', 'notification'),
	(243, 'partner', 'partner'),
	(244, 'partner', 'partneraddress'),
	(245, 'partner', 'stockalert'),
	(246, 'partner', 'stockrecord'),
	(247, 'basket', 'basket'),
	(248, 'basket', 'line'),
	(249, 'basket', 'lineattribute'),
	(250, 'payment', 'bankcard'),
	(251, 'payment', 'source'),
	(252, 'payment', 'sourcetype'),
	(253, 'payment', 'transaction'),
	(254, 'offer', 'benefit'),
	(255, 'offer', 'condition'),
	(256, 'offer', 'conditionaloffer'),
	(257, 'offer', 'range'),
	(258, 'offer', 'rangeproduct'),
	(259, 'offer', 'rangeproductfileupload'),
	(260, 'offer', 'absolutediscountbenefit'),
	(261, 'offer', 'countcondition'),
	(262, 'offer', 'coveragecondition'),
	(263, 'offer', 'fixedpricebenefit'),
	(264, 'offer', 'multibuydiscountbenefit'),
	(265, 'offer', 'percentagediscountbenefit'),
	(266, 'offer', 'shippingbenefit'),
	(267, 'offer', 'shippingabsolutediscountbenefit'),
	(268, 'offer', 'shippingfixedpricebenefit'),
	(269, 'offer', 'shippingpercentagediscountbenefit'),
	(270, 'offer', 'valuecondition'),
	(271, 'offer', 'fixedunitdiscountbenefit'),
	(272, 'order', 'billingaddress'),
	(273, 'order', 'communicationevent'),
	(274, 'order', 'line'),
	(275, 'order', 'lineattribute'),
	(276, 'order', 'lineprice'),
	(277, 'order', 'order'),
	(278, 'order', 'orderdiscount'),
	(279, 'order', 'ordernote'),
	(280, 'order', 'paymentevent'),
	(281, 'order', 'paymenteventquantity'),
	(282, 'order', 'paymenteventtype'),
	(283, 'order', 'shippingaddress'),
	(284, 'order', 'shippingevent'),
	(285, 'order', 'shippingeventquantity'),
	(286, 'order', 'shippingeventtype'),
	(287, 'order', 'orderstatuschange'),
	(288, 'order', 'surcharge'),
	(289, 'order', 'orderlinediscount'),
	(290, 'customer', 'productalert'),
	(291, 'voucher', 'voucher'),
	(292, 'voucher', 'voucherapplication'),
	(293, 'voucher', 'voucherset'),
	(294, 'wishlists', 'line'),
	(295, 'wishlists', 'wishlist'),
	(296, 'wishlists', 'wishlistsharedemail'),
	(297, 'wagtailforms', 'formsubmission'),
	(298, 'wagtailredirects', 'redirect'),
	(299, 'wagtailembeds', 'embed'),
	(300, 'wagtailusers', 'userprofile'),
	(301, 'wagtailimages', 'rendition'),
	(302, 'wagtailsearch', 'indexentry'),
	(303, 'wagtailadmin', 'editingsession'),
	(304, 'wagtailadmin', 'formstate'),
	(305, 'simple_translation', 'simpletranslation'),
	(306, 'taggit', 'tag'),
	(307, 'taggit', 'taggeditem');
INSERT INTO public.django_migrations VALUES
	(1, 'contenttypes', '0001_initial', '2026-11-30 01:00:24.60615+00'),
	(2, 'contenttypes', '0002_remove_content_type_name', '2026-11-30 01:00:24.612568+00'),
	(3, 'auth', '0001_initial', '2026-11-30 01:00:24.640013+00'),
	(4, 'auth', '0002_alter_permission_name_max_length', '2026-11-30 01:00:24.645645+00'),
	(5, 'auth', '0003_alter_user_email_max_length', '2026-11-30 01:00:24.650416+00'),
	(6, 'auth', '0004_alter_user_username_opts', '2026-11-30 01:00:24.656729+00'),
	(7, 'auth', '0005_alter_user_last_login_null', '2026-11-30 01:00:24.661675+00'),
	(8, 'auth', '0006_require_contenttypes_0002', '2026-11-30 01:00:24.662658+00'),
	(9, 'auth', '0007_alter_validators_add_error_messages', '2026-11-30 01:00:24.666565+00'),
	(10, 'auth', '0008_alter_user_username_max_length', '2026-11-30 01:00:24.671448+00'),
	(11, 'auth', '0009_alter_user_last_name_max_length', '2026-11-30 01:00:24.675557+00'),
	(12, 'auth', '0010_alter_group_name_max_length', '2026-11-30 01:00:24.681746+00'),
	(13, 'auth', '0011_update_proxy_permissions', '2026-11-30 01:00:24.688654+00'),
	(14, 'auth', '0012_alter_user_first_name_max_length', '2026-11-30 01:00:24.692991+00'),
	(15, 'people', '0001_user', '2026-11-30 01:00:24.713522+00'),
	(16, 'wagtailcore', '0001_initial', '2026-11-30 01:00:24.848861+00'),
	(17, 'wagtailcore', '0002_initial_data', '2026-11-30 01:00:24.850068+00'),
	(18, 'wagtailcore', '0003_add_uniqueness_constraint_on_group_page_permission', '2026-11-30 01:00:24.850827+00'),
	(19, 'wagtailcore', '0004_page_locked', '2026-11-30 01:00:24.851802+00'),
	(20, 'wagtailcore', '0005_add_page_lock_permission_to_moderators', '2026-11-30 01:00:24.852432+00'),
	(21, 'wagtailcore', '0006_add_lock_page_permission', '2026-11-30 01:00:24.852852+00'),
	(22, 'wagtailcore', '0007_page_latest_revision_created_at', '2026-11-30 01:00:24.85337+00'),
	(23, 'wagtailcore', '0008_populate_latest_revision_created_at', '2026-11-30 01:00:24.853831+00'),
	(24, 'wagtailcore', '0009_remove_auto_now_add_from_pagerevision_created_at', '2026-11-30 01:00:24.854229+00'),
	(25, 'wagtailcore', '0010_change_page_owner_to_null_on_delete', '2026-11-30 01:00:24.854588+00'),
	(26, 'wagtailcore', '0011_page_first_published_at', '2026-11-30 01:00:24.854983+00'),
	(27, 'wagtailcore', '0012_extend_page_slug_field', '2026-11-30 01:00:24.855364+00'),
	(28, 'wagtailcore', '0013_update_golive_expire_help_text', '2026-11-30 01:00:24.855744+00'),
	(29, 'wagtailcore', '0014_add_verbose_name', '2026-11-30 01:00:24.856102+00'),
	(30, 'wagtailcore', '0015_add_more_verbose_names', '2026-11-30 01:00:24.856463+00'),
	(31, 'wagtailcore', '0016_change_page_url_path_to_text_field', '2026-11-30 01:00:24.856815+00'),
	(32, 'wagtailcore', '0017_change_edit_page_permission_description', '2026-11-30 01:00:24.86869+00'),
	(33, 'wagtailcore', '0018_pagerevision_submitted_for_moderation_index', '2026-11-30 01:00:24.883608+00'),
	(34, 'wagtailcore', '0019_verbose_names_cleanup', '2026-11-30 01:00:24.923319+00'),
	(35, 'wagtailcore', '0020_add_index_on_page_first_published_at', '2026-11-30 01:00:24.937816+00'),
	(36, 'wagtailcore', '0021_capitalizeverbose', '2026-11-30 01:00:25.199609+00'),
	(37, 'wagtailcore', '0022_add_site_name', '2026-11-30 01:00:25.215094+00'),
	(38, 'wagtailcore', '0023_alter_page_revision_on_delete_behaviour', '2026-11-30 01:00:25.225956+00'),
	(39, 'wagtailcore', '0024_collection', '2026-11-30 01:00:25.234061+00'),
	(40, 'wagtailcore', '0025_collection_initial_data', '2026-11-30 01:00:25.247131+00'),
	(41, 'wagtailcore', '0026_group_collection_permission', '2026-11-30 01:00:25.272564+00'),
	(42, 'wagtailcore', '0027_fix_collection_path_collation', '2026-11-30 01:00:25.28633+00'),
	(43, 'wagtailcore', '0024_alter_page_content_type_on_delete_behaviour', '2026-11-30 01:00:25.302307+00'),
	(44, 'wagtailcore', '0028_merge', '2026-11-30 01:00:25.304354+00'),
	(45, 'wagtailcore', '0029_unicode_slugfield_dj19', '2026-11-30 01:00:25.314196+00'),
	(46, 'wagtailcore', '0030_index_on_pagerevision_created_at', '2026-11-30 01:00:25.325732+00'),
	(47, 'wagtailcore', '0031_add_page_view_restriction_types', '2026-11-30 01:00:25.370295+00'),
	(48, 'wagtailcore', '0032_add_bulk_delete_page_permission', '2026-11-30 01:00:25.381905+00'),
	(49, 'wagtailcore', '0033_remove_golive_expiry_help_text', '2026-11-30 01:00:25.401345+00'),
	(50, 'wagtailcore', '0034_page_live_revision', '2026-11-30 01:00:25.417936+00'),
	(51, 'wagtailcore', '0035_page_last_published_at', '2026-11-30 01:00:25.433275+00'),
	(52, 'wagtailcore', '0036_populate_page_last_published_at', '2026-11-30 01:00:25.448918+00'),
	(53, 'wagtailcore', '0037_set_page_owner_editable', '2026-11-30 01:00:25.462047+00'),
	(54, 'wagtailcore', '0038_make_first_published_at_editable', '2026-11-30 01:00:25.47379+00'),
	(55, 'wagtailcore', '0039_collectionviewrestriction', '2026-11-30 01:00:25.514471+00'),
	(56, 'wagtailcore', '0040_page_draft_title', '2026-11-30 01:00:25.543063+00'),
	(57, 'wagtailcore', '0041_group_collection_permissions_verbose_name_plural', '2026-11-30 01:00:25.555314+00'),
	(58, 'wagtailcore', '0042_index_on_pagerevision_approved_go_live_at', '2026-11-30 01:00:25.567327+00'),
	(59, 'wagtailcore', '0043_lock_fields', '2026-11-30 01:00:25.597333+00'),
	(60, 'wagtailcore', '0044_add_unlock_grouppagepermission', '2026-11-30 01:00:25.610686+00'),
	(61, 'wagtailcore', '0045_assign_unlock_grouppagepermission', '2026-11-30 01:00:25.636032+00'),
	(62, 'wagtailcore', '0046_site_name_remove_null', '2026-11-30 01:00:25.651867+00'),
	(63, 'wagtailcore', '0047_add_workflow_models', '2026-11-30 01:00:25.844385+00'),
	(64, 'wagtailcore', '0048_add_default_workflows', '2026-11-30 01:00:25.889452+00'),
	(65, 'wagtailcore', '0049_taskstate_finished_by', '2026-11-30 01:00:25.916746+00'),
	(66, 'wagtailcore', '0050_workflow_rejected_to_needs_changes', '2026-11-30 01:00:25.969865+00'),
	(67, 'wagtailcore', '0051_taskstate_comment', '2026-11-30 01:00:25.991054+00'),
	(68, 'wagtailcore', '0052_pagelogentry', '2026-11-30 01:00:26.019708+00'),
	(69, 'wagtailcore', '0053_locale_model', '2026-11-30 01:00:26.024114+00'),
	(70, 'wagtailcore', '0054_initial_locale', '2026-11-30 01:00:26.051185+00'),
	(71, 'wagtailcore', '0055_page_locale_fields', '2026-11-30 01:00:26.110324+00'),
	(72, 'wagtailcore', '0056_page_locale_fields_populate', '2026-11-30 01:00:26.140132+00'),
	(73, 'wagtailcore', '0057_page_locale_fields_notnull', '2026-11-30 01:00:26.192501+00'),
	(74, 'wagtailcore', '0058_page_alias_of', '2026-11-30 01:00:26.217911+00'),
	(75, 'wagtailcore', '0059_apply_collection_ordering', '2026-11-30 01:00:26.250267+00'),
	(76, 'wagtailcore', '0060_fix_workflow_unique_constraint', '2026-11-30 01:00:26.290563+00'),
	(77, 'wagtailcore', '0061_change_promote_tab_helpt_text_and_verbose_names', '2026-11-30 01:00:26.326594+00'),
	(78, 'wagtailcore', '0062_comment_models_and_pagesubscription', '2026-11-30 01:00:26.421886+00'),
	(79, 'wagtailcore', '0063_modellogentry', '2026-11-30 01:00:26.841424+00'),
	(80, 'wagtailcore', '0064_log_timestamp_indexes', '2026-11-30 01:00:26.883673+00'),
	(81, 'wagtailcore', '0065_log_entry_uuid', '2026-11-30 01:00:26.922239+00'),
	(82, 'wagtailcore', '0066_collection_management_permissions', '2026-11-30 01:00:26.953008+00'),
	(83, 'wagtailcore', '0067_alter_pagerevision_content_json', '2026-11-30 01:00:26.998744+00'),
	(84, 'wagtailcore', '0068_log_entry_empty_object', '2026-11-30 01:00:27.030154+00'),
	(85, 'wagtailcore', '0069_log_entry_jsonfield', '2026-11-30 01:00:27.111261+00'),
	(86, 'wagtailcore', '0070_rename_pagerevision_revision', '2026-11-30 01:00:27.358529+00'),
	(87, 'wagtailcore', '0071_populate_revision_content_type', '2026-11-30 01:00:27.387482+00'),
	(88, 'wagtailcore', '0072_alter_revision_content_type_notnull', '2026-11-30 01:00:27.447958+00'),
	(89, 'wagtailcore', '0073_page_latest_revision', '2026-11-30 01:00:27.475039+00'),
	(90, 'wagtailcore', '0074_revision_object_str', '2026-11-30 01:00:27.494466+00'),
	(91, 'wagtailcore', '0075_populate_latest_revision_and_revision_object_str', '2026-11-30 01:00:27.549599+00'),
	(92, 'wagtailcore', '0076_modellogentry_revision', '2026-11-30 01:00:27.577241+00'),
	(93, 'wagtailcore', '0077_alter_revision_user', '2026-11-30 01:00:27.602827+00'),
	(94, 'wagtailcore', '0078_referenceindex', '2026-11-30 01:00:27.636173+00'),
	(95, 'wagtailcore', '0079_rename_taskstate_page_revision', '2026-11-30 01:00:27.664586+00'),
	(96, 'wagtailcore', '0080_generic_workflowstate', '2026-11-30 01:00:27.851475+00'),
	(97, 'wagtailcore', '0081_populate_workflowstate_content_type', '2026-11-30 01:00:27.879375+00'),
	(98, 'wagtailcore', '0082_alter_workflowstate_content_type_notnull', '2026-11-30 01:00:27.943565+00'),
	(99, 'wagtailcore', '0083_workflowcontenttype', '2026-11-30 01:00:27.977627+00'),
	(100, 'wagtailcore', '0084_add_default_page_permissions', '2026-11-30 01:00:28.000755+00'),
	(101, 'wagtailcore', '0085_add_grouppagepermission_permission', '2026-11-30 01:00:28.055345+00'),
	(102, 'wagtailcore', '0086_populate_grouppagepermission_permission', '2026-11-30 01:00:28.135262+00'),
	(103, 'wagtailcore', '0087_alter_grouppagepermission_unique_together_and_more', '2026-11-30 01:00:28.224476+00'),
	(104, 'wagtailcore', '0088_fix_log_entry_json_timestamps', '2026-11-30 01:00:28.313805+00'),
	(105, 'wagtailcore', '0089_log_entry_data_json_null_to_object', '2026-11-30 01:00:28.351386+00'),
	(106, 'wagtailcore', '0090_remove_grouppagepermission_permission_type', '2026-11-30 01:00:28.86925+00'),
	(107, 'wagtailcore', '0091_remove_revision_submitted_for_moderation', '2026-11-30 01:00:28.893032+00'),
	(108, 'wagtailcore', '0092_alter_collectionviewrestriction_password_and_more', '2026-11-30 01:00:28.956204+00'),
	(109, 'wagtailcore', '0093_uploadedfile', '2026-11-30 01:00:28.99774+00'),
	(110, 'wagtailcore', '0094_alter_page_locale', '2026-11-30 01:00:29.027622+00'),
	(111, 'wagtailcore', '0095_groupsitepermission', '2026-11-30 01:00:29.065971+00'),
	(112, 'wagtailcore', '0096_referenceindex_referenceindex_source_object_and_more', '2026-11-30 01:00:29.096706+00'),
	(113, 'wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes', '2026-11-30 01:00:29.143312+00'),
	(114, 'wagtailcore', '0098_apitoken', '2026-11-30 01:00:29.180997+00'),
	(115, 'taggit', '0001_initial', '2026-11-30 01:00:29.224629+00'),
	(116, 'wagtailadmin', '0001_create_admin_access_permissions', '2026-11-30 01:00:29.26855+00'),
	(117, 'wagtailadmin', '0002_admin', '2026-11-30 01:00:29.27135+00'),
	(118, 'wagtailadmin', '0003_admin_managed', '2026-11-30 01:00:29.274994+00'),
	(119, 'wagtailadmin', '0004_editingsession', '2026-11-30 01:00:29.315727+00'),
	(120, 'wagtailadmin', '0005_editingsession_is_editing', '2026-11-30 01:00:29.338799+00'),
	(121, 'wagtailadmin', '0006_formstate', '2026-11-30 01:00:29.3814+00'),
	(122, 'wagtaildocs', '0001_initial', '2026-11-30 01:00:29.422304+00'),
	(123, 'wagtaildocs', '0002_initial_data', '2026-11-30 01:00:29.464593+00'),
	(124, 'wagtaildocs', '0003_add_verbose_names', '2026-11-30 01:00:29.538321+00'),
	(125, 'wagtaildocs', '0004_capitalizeverbose', '2026-11-30 01:00:29.676907+00'),
	(126, 'wagtaildocs', '0005_document_collection', '2026-11-30 01:00:29.722412+00'),
	(127, 'wagtaildocs', '0006_copy_document_permissions_to_collections', '2026-11-30 01:00:29.769622+00'),
	(128, 'wagtaildocs', '0005_alter_uploaded_by_user_on_delete_action', '2026-11-30 01:00:29.80437+00'),
	(129, 'wagtaildocs', '0007_merge', '2026-11-30 01:00:29.806663+00'),
	(130, 'wagtaildocs', '0008_document_file_size', '2026-11-30 01:00:29.83266+00'),
	(131, 'wagtaildocs', '0009_document_verbose_name_plural', '2026-11-30 01:00:29.855956+00'),
	(132, 'wagtaildocs', '0010_document_file_hash', '2026-11-30 01:00:29.883609+00'),
	(133, 'wagtaildocs', '0011_add_choose_permissions', '2026-11-30 01:00:29.985171+00'),
	(134, 'wagtaildocs', '0012_uploadeddocument', '2026-11-30 01:00:30.028186+00'),
	(135, 'wagtaildocs', '0013_delete_uploadeddocument', '2026-11-30 01:00:30.031335+00'),
	(136, 'wagtaildocs', '0014_alter_document_file_size', '2026-11-30 01:00:30.063958+00'),
	(137, 'wagtailembeds', '0001_initial', '2026-11-30 01:00:30.073439+00'),
	(138, 'wagtailembeds', '0002_add_verbose_names', '2026-11-30 01:00:30.07676+00'),
	(139, 'wagtailembeds', '0003_capitalizeverbose', '2026-11-30 01:00:30.080542+00'),
	(140, 'wagtailembeds', '0004_embed_verbose_name_plural', '2026-11-30 01:00:30.084267+00'),
	(141, 'wagtailembeds', '0005_specify_thumbnail_url_max_length', '2026-11-30 01:00:30.088056+00'),
	(142, 'wagtailembeds', '0006_add_embed_hash', '2026-11-30 01:00:30.092132+00'),
	(143, 'wagtailembeds', '0007_populate_hash', '2026-11-30 01:00:30.135617+00'),
	(144, 'wagtailembeds', '0008_allow_long_urls', '2026-11-30 01:00:30.157444+00'),
	(145, 'wagtailembeds', '0009_embed_cache_until', '2026-11-30 01:00:30.16414+00'),
	(146, 'wagtailforms', '0001_initial', '2026-11-30 01:00:30.201632+00'),
	(147, 'wagtailforms', '0002_add_verbose_names', '2026-11-30 01:00:30.62948+00'),
	(148, 'wagtailforms', '0003_capitalizeverbose', '2026-11-30 01:00:30.660117+00'),
	(149, 'wagtailforms', '0004_add_verbose_name_plural', '2026-11-30 01:00:30.675797+00'),
	(150, 'wagtailforms', '0005_alter_formsubmission_form_data', '2026-11-30 01:00:30.696087+00'),
	(151, 'wagtailimages', '0001_initial', '2026-11-30 01:00:30.890432+00'),
	(152, 'wagtailimages', '0002_initial_data', '2026-11-30 01:00:30.891304+00'),
	(153, 'wagtailimages', '0003_fix_focal_point_fields', '2026-11-30 01:00:30.891918+00'),
	(154, 'wagtailimages', '0004_make_focal_point_key_not_nullable', '2026-11-30 01:00:30.892651+00'),
	(155, 'wagtailimages', '0005_make_filter_spec_unique', '2026-11-30 01:00:30.893209+00'),
	(156, 'wagtailimages', '0006_add_verbose_names', '2026-11-30 01:00:30.893782+00'),
	(157, 'wagtailimages', '0007_image_file_size', '2026-11-30 01:00:30.894306+00'),
	(158, 'wagtailimages', '0008_image_created_at_index', '2026-11-30 01:00:30.894781+00'),
	(159, 'wagtailimages', '0009_capitalizeverbose', '2026-11-30 01:00:30.895276+00'),
	(160, 'wagtailimages', '0010_change_on_delete_behaviour', '2026-11-30 01:00:30.89579+00'),
	(161, 'wagtailimages', '0011_image_collection', '2026-11-30 01:00:30.896266+00'),
	(162, 'wagtailimages', '0012_copy_image_permissions_to_collections', '2026-11-30 01:00:30.896866+00'),
	(163, 'wagtailimages', '0013_make_rendition_upload_callable', '2026-11-30 01:00:30.897515+00'),
	(164, 'wagtailimages', '0014_add_filter_spec_field', '2026-11-30 01:00:30.897988+00'),
	(165, 'wagtailimages', '0015_fill_filter_spec_field', '2026-11-30 01:00:30.898562+00'),
	(166, 'wagtailimages', '0016_deprecate_rendition_filter_relation', '2026-11-30 01:00:30.899095+00'),
	(167, 'wagtailimages', '0017_reduce_focal_point_key_max_length', '2026-11-30 01:00:30.899559+00'),
	(168, 'wagtailimages', '0018_remove_rendition_filter', '2026-11-30 01:00:30.900043+00'),
	(169, 'wagtailimages', '0019_delete_filter', '2026-11-30 01:00:30.900479+00'),
	(170, 'wagtailimages', '0020_add-verbose-name', '2026-11-30 01:00:30.900933+00'),
	(171, 'wagtailimages', '0021_image_file_hash', '2026-11-30 01:00:30.901525+00'),
	(172, 'wagtailimages', '0022_uploadedimage', '2026-11-30 01:00:30.944796+00'),
	(173, 'wagtailimages', '0023_add_choose_permissions', '2026-11-30 01:00:31.05784+00'),
	(174, 'wagtailimages', '0024_index_image_file_hash', '2026-11-30 01:00:31.089662+00'),
	(175, 'wagtailimages', '0025_alter_image_file_alter_rendition_file', '2026-11-30 01:00:31.122164+00'),
	(176, 'wagtailimages', '0026_delete_uploadedimage', '2026-11-30 01:00:31.126631+00'),
	(177, 'wagtailimages', '0027_image_description', '2026-11-30 01:00:31.157527+00'),
	(178, 'wagtailredirects', '0001_initial', '2026-11-30 01:00:31.203408+00'),
	(179, 'wagtailredirects', '0002_add_verbose_names', '2026-11-30 01:00:31.257805+00'),
	(180, 'wagtailredirects', '0003_make_site_field_editable', '2026-11-30 01:00:31.29593+00'),
	(181, 'wagtailredirects', '0004_set_unique_on_path_and_site', '2026-11-30 01:00:31.337813+00'),
	(182, 'wagtailredirects', '0005_capitalizeverbose', '2026-11-30 01:00:31.484875+00'),
	(183, 'wagtailredirects', '0006_redirect_increase_max_length', '2026-11-30 01:00:31.506893+00'),
	(184, 'wagtailredirects', '0007_add_autocreate_fields', '2026-11-30 01:00:31.56138+00'),
	(185, 'wagtailredirects', '0008_add_verbose_name_plural', '2026-11-30 01:00:31.577881+00'),
	(186, 'wagtailsearch', '0001_initial', '2026-11-30 01:00:31.677631+00'),
	(187, 'wagtailsearch', '0002_add_verbose_names', '2026-11-30 01:00:31.753754+00'),
	(188, 'wagtailsearch', '0003_remove_editors_pick', '2026-11-30 01:00:31.756948+00'),
	(189, 'wagtailsearch', '0004_querydailyhits_verbose_name_plural', '2026-11-30 01:00:31.761703+00'),
	(190, 'wagtailsearch', '0005_create_indexentry', '2026-11-30 01:00:31.825925+00'),
	(191, 'wagtailsearch', '0006_customise_indexentry', '2026-11-30 01:00:31.932803+00'),
	(192, 'wagtailsearch', '0007_delete_editorspick', '2026-11-30 01:00:31.938675+00'),
	(193, 'wagtailsearch', '0008_remove_query_and_querydailyhits_models', '2026-11-30 01:00:31.956103+00'),
	(194, 'wagtailsearch', '0009_remove_ngram_autocomplete', '2026-11-30 01:00:31.958589+00'),
	(195, 'wagtailsearch', '0010_add_text_fields', '2026-11-30 01:00:32.000649+00'),
	(196, 'wagtailusers', '0001_initial', '2026-11-30 01:00:32.048459+00'),
	(197, 'wagtailusers', '0002_add_verbose_name_on_userprofile', '2026-11-30 01:00:32.523855+00'),
	(198, 'wagtailusers', '0003_add_verbose_names', '2026-11-30 01:00:32.549211+00'),
	(199, 'wagtailusers', '0004_capitalizeverbose', '2026-11-30 01:00:32.636171+00'),
	(200, 'wagtailusers', '0005_make_related_name_wagtail_specific', '2026-11-30 01:00:32.67768+00'),
	(201, 'wagtailusers', '0006_userprofile_prefered_language', '2026-11-30 01:00:32.706031+00'),
	(202, 'wagtailusers', '0007_userprofile_current_time_zone', '2026-11-30 01:00:32.733108+00'),
	(203, 'wagtailusers', '0008_userprofile_avatar', '2026-11-30 01:00:32.759254+00'),
	(204, 'wagtailusers', '0009_userprofile_verbose_name_plural', '2026-11-30 01:00:32.785375+00'),
	(205, 'wagtailusers', '0010_userprofile_updated_comments_notifications', '2026-11-30 01:00:32.812242+00'),
	(206, 'wagtailusers', '0011_userprofile_dismissibles', '2026-11-30 01:00:32.839145+00'),
	(207, 'wagtailusers', '0012_userprofile_theme', '2026-11-30 01:00:32.866336+00'),
	(208, 'wagtailusers', '0013_userprofile_density', '2026-11-30 01:00:32.891868+00'),
	(209, 'wagtailusers', '0014_userprofile_contrast', '2026-11-30 01:00:32.91789+00'),
	(210, 'wagtailusers', '0015_userprofile_keyboard_shortcuts', '2026-11-30 01:00:32.944478+00'),
	(211, 'wagtailimages', '0001_squashed_0021', '2026-11-30 01:00:32.949224+00'),
	(212, 'wagtailcore', '0001_squashed_0016_change_page_url_path_to_text_field', '2026-11-30 01:00:32.950343+00'),
	(213, 'account', '0001_initial', '2026-11-30 01:00:33.147338+00'),
	(214, 'account', '0002_email_max_length', '2026-11-30 01:00:33.173526+00'),
	(215, 'account', '0003_alter_emailaddress_create_unique_verified_email', '2026-11-30 01:00:33.224304+00'),
	(216, 'account', '0004_alter_emailaddress_drop_unique_email', '2026-11-30 01:00:33.254929+00'),
	(217, 'account', '0005_emailaddress_idx_upper_email', '2026-11-30 01:00:33.281563+00'),
	(218, 'account', '0006_emailaddress_lower', '2026-11-30 01:00:33.327718+00'),
	(219, 'account', '0007_emailaddress_idx_email', '2026-11-30 01:00:33.384251+00'),
	(220, 'account', '0008_emailaddress_unique_primary_email_fixup', '2026-11-30 01:00:33.429739+00'),
	(221, 'account', '0009_emailaddress_unique_primary_email', '2026-11-30 01:00:33.458881+00'),
	(222, 'address', '0001_initial', '2026-11-30 01:00:33.548357+00'),
	(223, 'address', '0002_auto_20150927_1547', '2026-11-30 01:00:33.602399+00'),
	(224, 'address', '0003_auto_20150927_1551', '2026-11-30 01:00:33.679467+00'),
	(225, 'address', '0004_auto_20170226_1122', '2026-11-30 01:00:33.734076+00'),
	(226, 'address', '0005_regenerate_user_address_hashes', '2026-11-30 01:00:33.788589+00'),
	(227, 'address', '0006_auto_20181115_1953', '2026-11-30 01:00:33.799092+00'),
	(228, 'address', '0007_useraddress_code', '2026-11-30 01:00:34.281478+00'),
	(229, 'admin', '0001_initial', '2026-11-30 01:00:34.338873+00'),
	(230, 'admin', '0002_logentry_remove_auto_add', '2026-11-30 01:00:34.37462+00'),
	(231, 'admin', '0003_logentry_add_action_flag_choices', '2026-11-30 01:00:34.408945+00'),
	(232, 'catalogue', '0001_initial', '2026-11-30 01:00:35.166274+00'),
	(233, 'analytics', '0001_initial', '2026-11-30 01:00:35.306965+00'),
	(234, 'analytics', '0002_auto_20140827_1705', '2026-11-30 01:00:35.510636+00'),
	(235, 'analytics', '0003_auto_20200801_0817', '2026-11-30 01:00:36.0447+00'),
	(236, 'sites', '0001_initial', '2026-11-30 01:00:36.052476+00'),
	(237, 'partner', '0001_initial', '2026-11-30 01:00:36.328573+00'),
	(238, 'customer', '0001_initial', '2026-11-30 01:00:36.542005+00'),
	(239, 'basket', '0001_initial', '2026-11-30 01:00:36.561661+00'),
	(240, 'basket', '0002_auto_20140827_1705', '2026-11-30 01:00:36.915082+00'),
	(241, 'order', '0001_initial', '2026-11-30 01:00:39.752286+00'),
	(242, 'offer', '0001_initial', '2026-11-30 01:00:40.790601+00'),
	(243, 'voucher', '0001_initial', '2026-11-30 01:00:40.995467+00'),
	(244, 'basket', '0003_basket_vouchers', '2026-11-30 01:00:41.107818+00'),
	(245, 'basket', '0004_auto_20141007_2032', '2026-11-30 01:00:41.142344+00'),
	(246, 'basket', '0005_auto_20150604_1450', '2026-11-30 01:00:41.244053+00'),
	(247, 'basket', '0006_auto_20160111_1108', '2026-11-30 01:00:41.279181+00'),
	(248, 'basket', '0007_slugfield_noop', '2026-11-30 01:00:41.310363+00'),
	(249, 'basket', '0008_auto_20181115_1953', '2026-11-30 01:00:41.348098+00'),
	(250, 'basket', '0009_line_date_updated', '2026-11-30 01:00:41.382383+00'),
	(251, 'basket', '0010_json_basket_option', '2026-11-30 01:00:41.481211+00'),
	(252, 'basket', '0011_json_basket_option', '2026-11-30 01:00:41.504904+00'),
	(253, 'basket', '0012_line_code', '2026-11-30 01:00:41.540545+00'),
	(254, 'order', '0002_auto_20141007_2032', '2026-11-30 01:00:42.045661+00'),
	(255, 'order', '0003_auto_20150113_1629', '2026-11-30 01:00:42.103123+00'),
	(256, 'order', '0004_auto_20160111_1108', '2026-11-30 01:00:42.146276+00'),
	(257, 'order', '0005_update_email_length', '2026-11-30 01:00:42.205288+00'),
	(258, 'order', '0006_orderstatuschange', '2026-11-30 01:00:42.308945+00'),
	(259, 'order', '0007_auto_20181115_1953', '2026-11-30 01:00:42.415551+00'),
	(260, 'customer', '0002_auto_20150807_1725', '2026-11-30 01:00:42.423248+00'),
	(261, 'customer', '0003_update_email_length', '2026-11-30 01:00:42.482869+00'),
	(262, 'customer', '0004_email_save', '2026-11-30 01:00:42.629873+00'),
	(263, 'customer', '0005_auto_20181115_1953', '2026-11-30 01:00:42.675829+00'),
	(264, 'catalogue', '0002_auto_20150217_1221', '2026-11-30 01:00:42.696848+00'),
	(265, 'catalogue', '0003_data_migration_slugs', '2026-11-30 01:00:42.794811+00'),
	(266, 'catalogue', '0004_auto_20150217_1710', '2026-11-30 01:00:42.892566+00'),
	(267, 'catalogue', '0005_auto_20150604_1450', '2026-11-30 01:00:42.985975+00'),
	(268, 'catalogue', '0006_auto_20150807_1725', '2026-11-30 01:00:43.081969+00'),
	(269, 'catalogue', '0007_auto_20151207_1440', '2026-11-30 01:00:43.095243+00'),
	(270, 'catalogue', '0008_auto_20160304_1652', '2026-11-30 01:00:43.615528+00'),
	(271, 'catalogue', '0009_slugfield_noop', '2026-11-30 01:00:43.709185+00'),
	(272, 'catalogue', '0010_auto_20170420_0439', '2026-11-30 01:00:44.004835+00'),
	(273, 'catalogue', '0011_auto_20170422_1355', '2026-11-30 01:00:44.035668+00'),
	(274, 'catalogue', '0012_auto_20170609_1902', '2026-11-30 01:00:44.175469+00'),
	(275, 'catalogue', '0013_auto_20170821_1548', '2026-11-30 01:00:44.275952+00'),
	(276, 'communication', '0001_initial', '2026-11-30 01:00:44.464901+00'),
	(277, 'order', '0008_auto_20190301_1035', '2026-11-30 01:00:44.566792+00'),
	(278, 'order', '0008_surcharge', '2026-11-30 01:00:45.078088+00'),
	(279, 'order', '0010_auto_20200724_0909', '2026-11-30 01:00:45.2047+00'),
	(280, 'order', '0011_auto_20200801_0817', '2026-11-30 01:00:45.275135+00'),
	(281, 'order', '0012_json_option_value', '2026-11-30 01:00:45.375846+00'),
	(282, 'order', '0013_json_option_value', '2026-11-30 01:00:45.402724+00'),
	(283, 'order', '0014_tax_code', '2026-11-30 01:00:45.548063+00'),
	(284, 'order', '0015_orderlinediscount', '2026-11-30 01:00:45.653286+00'),
	(285, 'order', '0016_line_allocation_cancelled_line_num_allocated', '2026-11-30 01:00:45.742887+00'),
	(286, 'order', '0017_set_num_allocated_to_quantity', '2026-11-30 01:00:45.843991+00'),
	(287, 'order', '0018_alter_line_num_allocated', '2026-11-30 01:00:45.953874+00'),
	(288, 'order', '0019_order_analytics_tracked', '2026-11-30 01:00:46.016664+00'),
	(289, 'order', '0020_alter_order_analytics_tracked', '2026-11-30 01:00:46.546124+00'),
	(290, 'order', '0021_billingaddress_code_shippingaddress_code', '2026-11-30 01:00:46.576236+00'),
	(291, 'partner', '0002_auto_20141007_2032', '2026-11-30 01:00:46.607432+00'),
	(292, 'partner', '0003_auto_20150604_1450', '2026-11-30 01:00:46.705876+00'),
	(293, 'partner', '0004_auto_20160107_1755', '2026-11-30 01:00:46.75349+00'),
	(294, 'partner', '0005_auto_20181115_1953', '2026-11-30 01:00:46.818293+00'),
	(295, 'partner', '0006_auto_20200724_0909', '2026-11-30 01:00:46.930776+00'),
	(296, 'partner', '0007_partneraddress_code', '2026-11-30 01:00:46.951465+00'),
	(297, 'catalogue', '0014_auto_20181115_1953', '2026-11-30 01:00:47.196054+00'),
	(298, 'catalogue', '0015_product_is_public', '2026-11-30 01:00:47.227644+00'),
	(299, 'catalogue', '0016_auto_20190327_0757', '2026-11-30 01:00:48.2083+00'),
	(300, 'catalogue', '0017_auto_20190816_0938', '2026-11-30 01:00:48.427669+00'),
	(301, 'catalogue', '0018_auto_20191220_0920', '2026-11-30 01:00:48.555927+00'),
	(302, 'catalogue', '0019_option_required', '2026-11-30 01:00:48.77865+00'),
	(303, 'catalogue', '0020_auto_20200801_0817', '2026-11-30 01:00:48.979444+00'),
	(304, 'catalogue', '0021_auto_20201005_0844', '2026-11-30 01:00:49.046231+00'),
	(305, 'catalogue', '0022_auto_20210210_0539', '2026-11-30 01:00:49.51769+00'),
	(306, 'catalogue', '0023_auto_20210824_1414', '2026-11-30 01:00:49.62187+00'),
	(307, 'catalogue', '0024_remove_duplicate_attributes', '2026-11-30 01:00:49.733263+00'),
	(308, 'catalogue', '0025_attribute_code_uniquetogether_constraint', '2026-11-30 01:00:49.756024+00'),
	(309, 'catalogue', '0026_predefined_product_options', '2026-11-30 01:00:50.011789+00'),
	(310, 'catalogue', '0027_attributeoption_code_attributeoptiongroup_code_and_more', '2026-11-30 01:00:50.073806+00'),
	(311, 'catalogue', '0028_product_priority', '2026-11-30 01:00:50.106041+00'),
	(312, 'catalogue', '0029_product_code', '2026-11-30 01:00:50.138713+00'),
	(313, 'catalogue', '0030_auto_20250217_1247', '2026-11-30 01:00:50.26457+00'),
	(314, 'catalogue', '0031_productcategoryhierarchy', '2026-11-30 01:00:50.272134+00'),
	(315, 'catalogue', '0032_category_exclude_from_menu_category_long_description', '2026-11-30 01:00:50.301862+00'),
	(316, 'communication', '0002_reset_table_names', '2026-11-30 01:00:50.437618+00'),
	(317, 'communication', '0003_remove_notification_category_make_code_uppercase', '2026-11-30 01:00:50.49692+00'),
	(318, 'communication', '0004_auto_20200801_0817', '2026-11-30 01:00:50.55792+00'),
	(319, 'reviews', '0001_initial', '2026-11-30 01:00:51.409941+00'),
	(320, 'flatpages', '0001_initial', '2026-11-30 01:00:51.54059+00'),
	(321, 'customer', '0006_auto_20190430_1736', '2026-11-30 01:00:51.881445+00'),
	(322, 'customer', '0007_auto_20200801_0817', '2026-11-30 01:00:52.01609+00'),
	(323, 'customer', '0008_assign_permissions_to_staff', '2026-11-30 01:00:52.1558+00'),
	(324, 'mfa', '0001_initial', '2026-11-30 01:00:52.333981+00'),
	(325, 'mfa', '0002_authenticator_timestamps', '2026-11-30 01:00:52.431481+00'),
	(326, 'mfa', '0003_authenticator_type_uniq', '2026-11-30 01:00:53.053615+00'),
	(327, 'offer', '0002_auto_20151210_1053', '2026-11-30 01:00:53.085114+00'),
	(328, 'offer', '0003_auto_20161120_1707', '2026-11-30 01:00:53.109942+00'),
	(329, 'offer', '0004_auto_20170415_1518', '2026-11-30 01:00:53.123391+00'),
	(330, 'offer', '0005_auto_20170423_1217', '2026-11-30 01:00:53.34195+00'),
	(331, 'offer', '0006_auto_20170504_0616', '2026-11-30 01:00:53.561206+00'),
	(332, 'offer', '0007_conditionaloffer_exclusive', '2026-11-30 01:00:53.586655+00'),
	(333, 'offer', '0008_auto_20181115_1953', '2026-11-30 01:00:53.772551+00'),
	(334, 'offer', '0009_auto_20200801_0817', '2026-11-30 01:00:53.804289+00'),
	(335, 'offer', '0010_conditionaloffer_combinations', '2026-11-30 01:00:53.93003+00'),
	(336, 'offer', '0011_rangeproductfileupload_included', '2026-11-30 01:00:53.992297+00'),
	(337, 'offer', '0012_fixedunitdiscountbenefit_alter_benefit_type', '2026-11-30 01:00:54.018257+00'),
	(338, 'offer', '0013_range_excluded_categories', '2026-11-30 01:00:54.142994+00'),
	(339, 'payment', '0001_initial', '2026-11-30 01:00:55.120659+00'),
	(340, 'payment', '0002_auto_20141007_2032', '2026-11-30 01:00:55.148579+00'),
	(341, 'payment', '0003_auto_20160323_1520', '2026-11-30 01:00:55.177176+00'),
	(342, 'payment', '0004_auto_20181115_1953', '2026-11-30 01:00:55.189436+00'),
	(343, 'payment', '0005_auto_20200801_0817', '2026-11-30 01:00:55.227146+00'),
	(344, 'reviews', '0002_update_email_length', '2026-11-30 01:00:55.297163+00'),
	(345, 'reviews', '0003_auto_20160802_1358', '2026-11-30 01:00:55.37534+00'),
	(346, 'reviews', '0004_auto_20170429_0941', '2026-11-30 01:00:55.506075+00'),
	(347, 'reviews', '0005_productreview_code', '2026-11-30 01:00:55.588979+00'),
	(348, 'sessions', '0001_initial', '2026-11-30 01:00:55.600478+00'),
	(349, 'shipping', '0001_initial', '2026-11-30 01:00:56.039225+00'),
	(350, 'shipping', '0002_auto_20150604_1450', '2026-11-30 01:00:56.843959+00'),
	(351, 'shipping', '0003_auto_20181115_1953', '2026-11-30 01:00:56.888566+00'),
	(352, 'simple_translation', '0001_initial', '2026-11-30 01:00:56.895205+00'),
	(353, 'sites', '0002_alter_domain_unique', '2026-11-30 01:00:57.020916+00'),
	(354, 'taggit', '0002_auto_20150616_2121', '2026-11-30 01:00:57.055624+00'),
	(355, 'taggit', '0003_taggeditem_add_unique_index', '2026-11-30 01:00:57.093251+00'),
	(356, 'taggit', '0004_alter_taggeditem_content_type_alter_taggeditem_tag', '2026-11-30 01:00:57.336799+00'),
	(357, 'taggit', '0005_auto_20220424_2025', '2026-11-30 01:00:57.451411+00'),
	(358, 'taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx', '2026-11-30 01:00:57.514544+00'),
	(359, 'voucher', '0002_auto_20170418_2132', '2026-11-30 01:00:57.718402+00'),
	(360, 'voucher', '0003_auto_20171212_0411', '2026-11-30 01:00:57.845028+00'),
	(361, 'voucher', '0004_auto_20180228_0940', '2026-11-30 01:00:58.583006+00'),
	(362, 'voucher', '0005_auto_20180402_1425', '2026-11-30 01:00:58.695527+00'),
	(363, 'voucher', '0006_auto_20180413_0911', '2026-11-30 01:00:58.712869+00'),
	(364, 'voucher', '0007_auto_20181115_1953', '2026-11-30 01:00:58.942128+00'),
	(365, 'voucher', '0008_auto_20200801_0817', '2026-11-30 01:00:59.220664+00'),
	(366, 'voucher', '0009_make_voucher_names_unique', '2026-11-30 01:00:59.336786+00'),
	(367, 'voucher', '0010_auto_20210224_0712', '2026-11-30 01:01:00.061738+00'),
	(368, 'wishlists', '0001_initial', '2026-11-30 01:01:00.458202+00'),
	(369, 'wishlists', '0002_auto_20160111_1108', '2026-11-30 01:01:00.489574+00'),
	(370, 'wishlists', '0003_auto_20181115_1953', '2026-11-30 01:01:00.539879+00'),
	(371, 'wishlists', '0004_auto_20220328_0939', '2026-11-30 01:01:00.660478+00'),
	(372, 'basket', '0010_convert_to_valid_json', '2026-11-30 01:01:00.665396+00'),
	(373, 'order', '0012_convert_to_valid_json', '2026-11-30 01:01:00.666981+00'),
	(374, 'order', '0009_surcharge', '2026-11-30 01:01:00.668249+00'),
	(375, 'traceability', '0001_initial', '2026-11-30 01:01:01.135305+00'),
	(376, 'records', '0001_records', '2026-11-30 01:01:01.992496+00'),
	(377, 'traceability', '0002_events_are_append_only', '2026-11-30 01:01:01.99889+00'),
	(378, 'traceability', '0003_came_back', '2026-11-30 01:01:02.08608+00'),
	(379, 'records', '0002_spare_counts', '2026-11-30 01:01:02.096556+00'),
	(380, 'records', '0003_audit_search', '2026-11-30 01:01:02.780949+00'),
	(381, 'records', '0004_versions', '2026-11-30 01:01:02.795915+00'),
	(382, 'records', '0005_ways_and_readers', '2026-11-30 01:01:02.816707+00'),
	(383, 'records', '0006_audit_to_the_row', '2026-11-30 01:01:02.920273+00'),
	(384, 'traceability', '0004_growing', '2026-11-30 01:01:04.856574+00'),
	(385, 'traceability', '0005_weights_add_up', '2026-11-30 01:01:04.866135+00'),
	(386, 'traceability', '0010_number_pools', '2026-11-30 01:01:05.484427+00'),
	(387, 'traceability', '0010_own_numbers_told', '2026-11-30 01:01:05.487599+00'),
	(388, 'traceability', '0010_whose_numbers_held', '2026-11-30 01:01:05.495741+00'),
	(389, 'traceability', '0020_epcis', '2026-11-30 01:01:06.411491+00'),
	(390, 'traceability', '0030_log', '2026-11-30 01:01:07.296057+00'),
	(391, 'traceability', '0031_log_is_append_only', '2026-11-30 01:01:07.305379+00'),
	(392, 'traceability', '0040_labels', '2026-11-30 01:01:09.266984+00'),
	(393, 'traceability', '0041_label_prints_are_append_only', '2026-11-30 01:01:09.272258+00'),
	(394, 'traceability', '0050_scans', '2026-11-30 01:01:10.595374+00'),
	(395, 'traceability', '0060_lot_draft', '2026-11-30 01:01:10.632596+00'),
	(396, 'traceability', '0070_recalls', '2026-11-30 01:01:12.096325+00'),
	(397, 'traceability', '0071_recall_lots_are_append_only', '2026-11-30 01:01:12.102066+00'),
	(398, 'communes', '0001_initial', '2026-11-30 01:01:12.259994+00'),
	(399, 'payments', '0001_initial', '2026-11-30 01:01:13.924204+00'),
	(400, 'payments', '0002_packed_lighter', '2026-11-30 01:01:13.955821+00'),
	(401, 'payments', '0003_gateways', '2026-11-30 01:01:14.115973+00'),
	(402, 'payments', '0004_card', '2026-11-30 01:01:14.211172+00'),
	(403, 'payments', '0005_ledger', '2026-11-30 01:01:14.8358+00'),
	(404, 'payments', '0006_refunds', '2026-11-30 01:01:15.04042+00'),
	(405, 'payments', '0007_refunds_by_provider', '2026-11-30 01:01:15.721489+00'),
	(406, 'payments', '0008_settlement', '2026-11-30 01:01:20.569894+00'),
	(407, 'payments', '0009_bank_files', '2026-11-30 01:01:20.925881+00'),
	(408, 'payments', '0010_comparisons', '2026-11-30 01:01:20.935371+00'),
	(409, 'payments', '0011_settled_by_providers', '2026-11-30 01:01:22.023069+00'),
	(410, 'payments', '0012_receipts', '2026-11-30 01:01:22.201505+00'),
	(411, 'payments', '0013_vouchers', '2026-11-30 01:01:22.641427+00'),
	(412, 'payments', '0014_couriers', '2026-11-30 01:01:24.572979+00'),
	(413, 'catalog', '0001_initial', '2026-11-30 01:01:37.204363+00'),
	(414, 'catalog', '0002_oscar_facts', '2026-11-30 01:01:37.221111+00'),
	(415, 'catalog', '0003_drafts_and_invitations', '2026-11-30 01:01:37.625327+00'),
	(416, 'catalog', '0004_country', '2026-11-30 01:01:37.632125+00'),
	(417, 'catalog', '0005_finding', '2026-11-30 01:01:38.661879+00'),
	(418, 'catalog', '0006_expired_units', '2026-11-30 01:01:38.68998+00'),
	(419, 'catalog', '0007_sold_facts', '2026-11-30 01:01:39.329615+00'),
	(420, 'catalog', '0008_fill_sold_facts', '2026-11-30 01:01:39.337445+00'),
	(421, 'catalog', '0009_sold_facts_required', '2026-11-30 01:01:40.15553+00'),
	(422, 'catalog', '0010_sellers_desk', '2026-11-30 01:01:44.145828+00'),
	(423, 'catalog', '0011_vouchers', '2026-11-30 01:01:47.862346+00'),
	(424, 'catalog', '0012_accounts', '2026-11-30 01:01:47.888587+00'),
	(425, 'catalog', '0013_assisted', '2026-11-30 01:01:48.725425+00'),
	(426, 'catalog', '0014_page_state', '2026-11-30 01:01:48.734423+00'),
	(427, 'catalog', '0015_harvest_windows', '2026-11-30 01:01:51.821124+00'),
	(428, 'catalog', '0016_waiting_list', '2026-11-30 01:01:52.050008+00'),
	(429, 'catalog', '0017_moderation', '2026-11-30 01:01:56.12852+00'),
	(430, 'catalog', '0018_oversight', '2026-11-30 01:02:01.52531+00'),
	(431, 'catalog', '0019_first_paper_requirements', '2026-11-30 01:02:01.966828+00'),
	(432, 'catalog', '0020_oversight_accounts', '2026-11-30 01:02:01.984962+00'),
	(433, 'catalog', '0021_packed_lighter', '2026-11-30 01:02:02.348988+00'),
	(434, 'catalog', '0022_tax_invoice', '2026-11-30 01:02:02.943492+00'),
	(435, 'catalog', '0023_came_back', '2026-11-30 01:02:03.369856+00'),
	(436, 'catalog', '0024_lane_courier', '2026-11-30 01:02:03.584887+00'),
	(437, 'catalog', '0025_phone_codes', '2026-11-30 01:02:04.827257+00'),
	(438, 'catalog', '0026_deposits', '2026-11-30 01:02:05.173166+00'),
	(439, 'catalog', '0027_recalls', '2026-11-30 01:02:06.571694+00'),
	(440, 'catalog', '0090_pressed_on_a_phone', '2026-11-30 01:02:07.335348+00'),
	(441, 'cms', '0001_pages', '2026-11-30 01:02:08.236065+00'),
	(442, 'cms', '0002_bodies_and_promotions', '2026-11-30 01:02:09.138068+00'),
	(443, 'cms', '0003_live_seasons_prices', '2026-11-30 01:02:17.221972+00'),
	(444, 'payments', '0015_returned_refunds', '2026-11-30 01:02:18.872077+00'),
	(445, 'statistics', '0001_sums', '2026-11-30 01:02:18.90433+00'),
	(446, 'statistics', '0002_changed_days', '2026-11-30 01:02:18.926918+00'),
	(447, 'statistics', '0003_returns', '2026-11-30 01:02:18.931235+00'),
	(448, 'traceability', '0090_unwritten_field', '2026-11-30 01:02:19.006544+00'),
	(449, 'traceability', '0100_scratching', '2026-11-30 01:02:20.946387+00'),
	(450, 'traceability', '0101_stamps', '2026-11-30 01:02:20.965992+00'),
	(451, 'traceability', '0102_stamps_are_append_only', '2026-11-30 01:02:20.971778+00'),
	(452, 'traceability', '0103_keep_log', '2026-11-30 01:02:20.996815+00');
INSERT INTO public.django_site VALUES
	(1, 'example.com', 'example.com');
INSERT INTO public.payments_taxrule VALUES
	(1, 'household', '', 'vat', 500, '2025-07-01', NULL, 'Decree 117/2025, since 1 July 2026 Decree 252/2026 art. 43-46', NULL),
	(2, 'household', '', 'pit', 200, '2025-07-01', NULL, 'Decree 117/2025, since 1 July 2026 Decree 252/2026 art. 43-46', NULL),
	(3, 'household', 'goods', 'vat', 100, '2025-07-01', NULL, 'Decree 117/2025, since 1 July 2026 Decree 252/2026 art. 43-46', NULL),
	(4, 'household', 'goods', 'pit', 50, '2025-07-01', NULL, 'Decree 117/2025, since 1 July 2026 Decree 252/2026 art. 43-46', NULL),
	(5, 'household', 'shipping', 'vat', 300, '2025-07-01', NULL, 'Decree 117/2025, since 1 July 2026 Decree 252/2026 art. 43-46', NULL),
	(6, 'household', 'shipping', 'pit', 150, '2025-07-01', NULL, 'Decree 117/2025, since 1 July 2026 Decree 252/2026 art. 43-46', NULL);
INSERT INTO public.records_datedrule VALUES
	(1, 'hold.minutes.vietqr', '30', '2025-07-01', NULL, 'Operating rules of the market'),
	(2, 'cod.accept_hours', '24', '2025-07-01', NULL, 'Operating rules of the market'),
	(3, 'confirm.reminder_hours', '4', '2025-07-01', NULL, 'Operating rules of the market'),
	(4, 'confirm.second_hours', '8', '2025-07-01', NULL, 'Operating rules of the market'),
	(5, 'confirm.team_hours', '14', '2025-07-01', NULL, 'Operating rules of the market'),
	(6, 'confirm.desk_hours', '18', '2025-07-01', NULL, 'Operating rules of the market'),
	(7, 'messages.answer_hours', '48', '2025-07-01', NULL, 'Operating rules of the market'),
	(8, 'papers.warn_days', '30', '2025-07-01', NULL, 'Operating rules of the market'),
	(9, 'customers.words_version', '"2026-11"', '2025-07-01', NULL, 'Operating rules of the market'),
	(10, 'cod.cap', '5000000', '2025-07-01', NULL, 'Operating rules of the market'),
	(11, 'refund.two_people_above', '2000000', '2025-07-01', NULL, 'Operating rules of the market'),
	(12, 'cod.refusals_most', '2', '2025-07-01', NULL, 'Operating rules of the market'),
	(13, 'cod.refusals_days', '365', '2025-07-01', NULL, 'Operating rules of the market'),
	(14, 'cod.code_first', '1', '2025-07-01', NULL, 'Operating rules of the market'),
	(15, 'cod.code_above', '2000000', '2025-07-01', NULL, 'Operating rules of the market'),
	(16, 'courier.remit_days', '7', '2025-07-01', NULL, 'Operating rules of the market'),
	(17, 'commission.basis_points', '0', '2025-07-01', NULL, 'Operating rules of the market'),
	(18, 'payout.least', '20000', '2025-07-01', NULL, 'Operating rules of the market'),
	(19, 'payout.cooling_days', '3', '2025-07-01', NULL, 'Operating rules of the market'),
	(20, 'payout.two_people_above', '20000000', '2025-07-01', NULL, 'Operating rules of the market'),
	(21, 'settlement.hold_days', '2', '2025-07-01', NULL, 'Operating rules of the market'),
	(22, 'settlement.weekday', '1', '2025-07-01', NULL, 'Operating rules of the market'),
	(23, 'weights.floor_percent', '70', '2025-07-01', NULL, 'Operating rules of the market'),
	(24, 'listing.review_days', '3', '2025-07-01', NULL, 'Operating rules of the market'),
	(25, 'listing.review_again_days', '1', '2025-07-01', NULL, 'Operating rules of the market'),
	(26, 'listing.mend_days', '10', '2025-07-01', NULL, 'Operating rules of the market'),
	(27, 'cooperative.review_days', '5', '2025-07-01', NULL, 'Operating rules of the market'),
	(28, 'live.complaint_hours', '24', '2025-07-01', NULL, 'Operating rules of the market'),
	(29, 'live.retention_days', '1095', '2025-07-01', NULL, 'Livestream records: three years, never below one'),
	(30, 'voucher.least_to_pay', '1000', '2025-07-01', NULL, 'Operating rules of the market'),
	(31, 'paper.review_days', '3', '2025-07-01', NULL, 'Operating rules of the market'),
	(32, 'report.answer_hours', '48', '2025-07-01', NULL, 'Operating rules of the market'),
	(33, 'takedown.execute_hours', '24', '2025-07-01', NULL, 'Decree 85/2021: removal within 24 hours'),
	(34, 'scans.phones_a_day', '10', '2025-07-01', NULL, 'Operating rules of the market'),
	(35, 'scans.other_provinces', '2', '2025-07-01', NULL, 'Operating rules of the market'),
	(36, 'scans.kmh', '90', '2025-07-01', NULL, 'Operating rules of the market'),
	(37, 'scans.expiry_grace_days', '30', '2025-07-01', NULL, 'Operating rules of the market'),
	(38, 'scans.phones_per_unit', '3', '2025-07-01', NULL, 'Operating rules of the market'),
	(39, 'scans.unknown_a_day', '20', '2025-07-01', NULL, 'Operating rules of the market'),
	(40, 'scans.same_unknown_a_day', '5', '2025-07-01', NULL, 'Operating rules of the market'),
	(41, 'scans.keep_months', '13', '2025-07-01', NULL, 'Operating rules of the market'),
	(42, 'problems.contact_days', '90', '2025-07-01', NULL, 'Operating rules of the market'),
	(43, 'terms.version', '"2025-07"', '2025-07-01', NULL, 'Operating rules of the market'),
	(44, 'assist.longest_days', '365', '2025-07-01', NULL, 'Operating rules of the market'),
	(45, 'preorder.grace_days', '5', '2025-07-01', NULL, 'Operating rules of the market'),
	(46, 'shipping.fresh_days', '3', '2025-07-01', NULL, 'Handling of fresh fruit: ship window 1-3 days'),
	(47, 'office.days_off', '"6 7"', '2025-07-01', NULL, 'Working week of State offices: Monday to Friday'),
	(48, 'office.closing_hour', '17', '2025-07-01', NULL, 'Working hours of State offices'),
	(49, 'office.holidays.2025', '"2025-09-01 2025-09-02"', '2025-07-01', NULL, 'Labour Code 2019, article 112; days of Tết and swaps as announced for the year'),
	(50, 'office.holidays.2026', '"2026-01-01 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 2026-04-27 2026-04-30 2026-05-01 2026-09-01 2026-09-02"', '2025-07-01', NULL, 'Labour Code 2019, article 112; days of Tết and swaps as announced for the year');
INSERT INTO public.records_tableversion VALUES
	('shipping', '4b86858b-e32d-4b39-8c6f-e161c1d650b8'),
	('rules', 'abef89af-9496-43aa-95d0-8d52db6e20e6');
INSERT INTO public.wagtailcore_collection VALUES
	(1, '0001', 1, 0, 'Root');
INSERT INTO public.wagtailcore_groupapprovaltask VALUES
	(1);
INSERT INTO public.wagtailcore_groupapprovaltask_groups VALUES
	(1, 1, 1);
INSERT INTO public.wagtailcore_groupcollectionpermission VALUES
	(1, 1, 1, 110),
	(2, 1, 2, 110),
	(3, 1, 1, 111),
	(4, 1, 2, 111),
	(5, 1, 1, 113),
	(6, 1, 2, 113),
	(7, 1, 1, 114),
	(8, 1, 2, 114),
	(9, 1, 1, 115),
	(10, 1, 2, 115),
	(11, 1, 1, 117),
	(12, 1, 2, 117),
	(13, 1, 6, 110),
	(14, 1, 6, 111),
	(15, 1, 6, 113),
	(16, 1, 6, 114),
	(17, 1, 6, 115),
	(18, 1, 6, 117);
INSERT INTO public.wagtailcore_grouppagepermission VALUES
	(1, 1, 1, 69),
	(2, 1, 1, 70),
	(3, 1, 1, 75),
	(4, 2, 1, 69),
	(5, 2, 1, 70),
	(6, 1, 1, 74),
	(7, 1, 1, 76),
	(8, 6, 1, 69),
	(9, 6, 1, 70),
	(10, 6, 1, 75);
INSERT INTO public.wagtailcore_locale VALUES
	(1, 'vi');
INSERT INTO public.wagtailcore_page VALUES
	(1, '0001', 1, 1, 'Root', 'root', true, false, '/', '', false, '', NULL, NULL, false, 1, NULL, false, NULL, NULL, NULL, NULL, 'Root', NULL, NULL, 'af9d7ba1-bc0c-4fce-8343-115b27ee6826', 1, NULL, NULL),
	(2, '00010001', 2, 0, 'Welcome to your new Wagtail site!', 'home', true, false, '/home/', '', false, '', NULL, NULL, false, 1, NULL, false, NULL, NULL, NULL, NULL, 'Welcome to your new Wagtail site!', NULL, NULL, '28732647-3ce9-475d-9f2e-39c58046a16b', 1, NULL, NULL);
INSERT INTO public.wagtailcore_site VALUES
	(1, 'localhost', 80, true, 2, '');
INSERT INTO public.wagtailcore_task VALUES
	(1, 'Moderators approval', true, 2);
INSERT INTO public.wagtailcore_workflow VALUES
	(1, 'Moderators approval', true);
INSERT INTO public.wagtailcore_workflowpage VALUES
	(1, 1);
INSERT INTO public.wagtailcore_workflowtask VALUES
	(1, 0, 1, 1);
SELECT pg_catalog.setval('public.auth_group_id_seq', 10, true);
SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 52, true);
SELECT pg_catalog.setval('public.auth_permission_id_seq', 1243, true);
SELECT pg_catalog.setval('public.catalog_paperrequirement_id_seq', 2, true);
SELECT pg_catalog.setval('public.django_content_type_id_seq', 307, true);
SELECT pg_catalog.setval('public.django_migrations_id_seq', 452, true);
SELECT pg_catalog.setval('public.django_site_id_seq', 1, true);
SELECT pg_catalog.setval('public.payments_taxrule_id_seq', 6, true);
SELECT pg_catalog.setval('public.records_datedrule_id_seq', 50, true);
SELECT pg_catalog.setval('public.wagtailcore_collection_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_groupapprovaltask_groups_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_groupcollectionpermission_id_seq', 18, true);
SELECT pg_catalog.setval('public.wagtailcore_grouppagepermission_id_seq', 10, true);
SELECT pg_catalog.setval('public.wagtailcore_locale_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_page_id_seq', 2, true);
SELECT pg_catalog.setval('public.wagtailcore_site_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_task_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_workflow_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_workflowtask_id_seq', 1, true);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.address_country
    ADD CONSTRAINT address_country_pkey PRIMARY KEY (iso_3166_1_a2);
ALTER TABLE ONLY public.address_useraddress
    ADD CONSTRAINT address_useraddress_code_key UNIQUE (code);
ALTER TABLE ONLY public.address_useraddress
    ADD CONSTRAINT address_useraddress_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.address_useraddress
    ADD CONSTRAINT address_useraddress_user_id_hash_9d1738c7_uniq UNIQUE (user_id, hash);
ALTER TABLE ONLY public.analytics_productrecord
    ADD CONSTRAINT analytics_productrecord_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.analytics_productrecord
    ADD CONSTRAINT analytics_productrecord_product_id_key UNIQUE (product_id);
ALTER TABLE ONLY public.analytics_userproductview
    ADD CONSTRAINT analytics_userproductview_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.analytics_userrecord
    ADD CONSTRAINT analytics_userrecord_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.analytics_userrecord
    ADD CONSTRAINT analytics_userrecord_user_id_key UNIQUE (user_id);
ALTER TABLE ONLY public.analytics_usersearch
    ADD CONSTRAINT analytics_usersearch_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_bankfile
    ADD CONSTRAINT bank_file_brought_once UNIQUE (account, sha256);
ALTER TABLE ONLY public.payments_banktransaction
    ADD CONSTRAINT bank_transfer_stored_once UNIQUE (source, external_id);
ALTER TABLE ONLY public.basket_basket
    ADD CONSTRAINT basket_basket_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.basket_basket_vouchers
    ADD CONSTRAINT basket_basket_vouchers_basket_id_voucher_id_0731eee2_uniq UNIQUE (basket_id, voucher_id);
ALTER TABLE ONLY public.basket_basket_vouchers
    ADD CONSTRAINT basket_basket_vouchers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.basket_line
    ADD CONSTRAINT basket_line_basket_id_line_reference_8977e974_uniq UNIQUE (basket_id, line_reference);
ALTER TABLE ONLY public.basket_line
    ADD CONSTRAINT basket_line_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.basket_lineattribute
    ADD CONSTRAINT basket_lineattribute_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_cashparcel
    ADD CONSTRAINT cash_parcel_once_per_invoice_and_payee UNIQUE (invoice_id, payee_id);
ALTER TABLE ONLY public.catalog_bankaccount
    ADD CONSTRAINT catalog_bankaccount_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_basketkey
    ADD CONSTRAINT catalog_basketkey_basket_id_key UNIQUE (basket_id);
ALTER TABLE ONLY public.catalog_basketkey
    ADD CONSTRAINT catalog_basketkey_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_basketkey
    ADD CONSTRAINT catalog_basketkey_public_id_key UNIQUE (public_id);
ALTER TABLE ONLY public.catalog_basketkey
    ADD CONSTRAINT catalog_basketkey_token_sha256_key UNIQUE (token_sha256);
ALTER TABLE ONLY public.catalog_basketlinesource
    ADD CONSTRAINT catalog_basketlinesource_pkey PRIMARY KEY (line_id);
ALTER TABLE ONLY public.catalog_basketvoucher
    ADD CONSTRAINT catalog_basketvoucher_pkey PRIMARY KEY (basket_id);
ALTER TABLE ONLY public.catalog_cashterms
    ADD CONSTRAINT catalog_cashterms_pkey PRIMARY KEY (cooperative_id);
ALTER TABLE ONLY public.catalog_certificate
    ADD CONSTRAINT catalog_certificate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_communeteam
    ADD CONSTRAINT catalog_communeteam_commune_id_key UNIQUE (commune_id);
ALTER TABLE ONLY public.catalog_communeteam
    ADD CONSTRAINT catalog_communeteam_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_consent
    ADD CONSTRAINT catalog_consent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_conversation
    ADD CONSTRAINT catalog_conversation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_conversation
    ADD CONSTRAINT catalog_conversation_seller_order_id_key UNIQUE (seller_order_id);
ALTER TABLE ONLY public.catalog_conversation
    ADD CONSTRAINT catalog_conversation_token_key UNIQUE (token);
ALTER TABLE ONLY public.catalog_cooperative
    ADD CONSTRAINT catalog_cooperative_partner_id_key UNIQUE (partner_id);
ALTER TABLE ONLY public.catalog_cooperative
    ADD CONSTRAINT catalog_cooperative_party_id_key UNIQUE (party_id);
ALTER TABLE ONLY public.catalog_cooperative
    ADD CONSTRAINT catalog_cooperative_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_cooperative
    ADD CONSTRAINT catalog_cooperative_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.catalog_cooperative
    ADD CONSTRAINT catalog_cooperative_tax_code_key UNIQUE (tax_code);
ALTER TABLE ONLY public.catalog_cooperativedecision
    ADD CONSTRAINT catalog_cooperativedecision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_cooperativepaper
    ADD CONSTRAINT catalog_cooperativepaper_paper_id_key UNIQUE (paper_id);
ALTER TABLE ONLY public.catalog_cooperativepaper
    ADD CONSTRAINT catalog_cooperativepaper_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_customer
    ADD CONSTRAINT catalog_customer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_customertag
    ADD CONSTRAINT catalog_customertag_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_goodscategory
    ADD CONSTRAINT catalog_goodscategory_category_id_key UNIQUE (category_id);
ALTER TABLE ONLY public.catalog_goodscategory
    ADD CONSTRAINT catalog_goodscategory_path_key UNIQUE (path);
ALTER TABLE ONLY public.catalog_goodscategory
    ADD CONSTRAINT catalog_goodscategory_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_grade
    ADD CONSTRAINT catalog_grade_key_key UNIQUE (key);
ALTER TABLE ONLY public.catalog_grade
    ADD CONSTRAINT catalog_grade_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_harvestwindow
    ADD CONSTRAINT catalog_harvestwindow_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_hold
    ADD CONSTRAINT catalog_hold_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_holiday
    ADD CONSTRAINT catalog_holiday_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_identitycheck
    ADD CONSTRAINT catalog_identitycheck_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_invitation
    ADD CONSTRAINT catalog_invitation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_invitation
    ADD CONSTRAINT catalog_invitation_token_key UNIQUE (token);
ALTER TABLE ONLY public.catalog_invoicereference
    ADD CONSTRAINT catalog_invoicereference_pkey PRIMARY KEY (seller_order_id);
ALTER TABLE ONLY public.catalog_lane
    ADD CONSTRAINT catalog_lane_code_key UNIQUE (code);
ALTER TABLE ONLY public.catalog_lane
    ADD CONSTRAINT catalog_lane_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_laneoffer
    ADD CONSTRAINT catalog_laneoffer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_lanerate
    ADD CONSTRAINT catalog_lanerate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_listing_certificates
    ADD CONSTRAINT catalog_listing_certific_listing_id_certificate_i_fbf58257_uniq UNIQUE (listing_id, certificate_id);
ALTER TABLE ONLY public.catalog_listing_certificates
    ADD CONSTRAINT catalog_listing_certificates_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_listing
    ADD CONSTRAINT catalog_listing_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_listing
    ADD CONSTRAINT catalog_listing_product_id_key UNIQUE (product_id);
ALTER TABLE ONLY public.catalog_listingchange
    ADD CONSTRAINT catalog_listingchange_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_listingdraft
    ADD CONSTRAINT catalog_listingdraft_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_listingdraft
    ADD CONSTRAINT catalog_listingdraft_token_key UNIQUE (token);
ALTER TABLE ONLY public.catalog_listingpicture
    ADD CONSTRAINT catalog_listingpicture_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_listingreport
    ADD CONSTRAINT catalog_listingreport_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_listingreport
    ADD CONSTRAINT catalog_listingreport_token_key UNIQUE (token);
ALTER TABLE ONLY public.catalog_listingtext
    ADD CONSTRAINT catalog_listingtext_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_lotbalance
    ADD CONSTRAINT catalog_lotbalance_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_membership
    ADD CONSTRAINT catalog_membership_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_message
    ADD CONSTRAINT catalog_message_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_nudge
    ADD CONSTRAINT catalog_nudge_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_orderevent
    ADD CONSTRAINT catalog_orderevent_draft_key UNIQUE (draft);
ALTER TABLE ONLY public.catalog_orderevent
    ADD CONSTRAINT catalog_orderevent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_pack
    ADD CONSTRAINT catalog_pack_item_id_key UNIQUE (item_id);
ALTER TABLE ONLY public.catalog_pack
    ADD CONSTRAINT catalog_pack_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_pack
    ADD CONSTRAINT catalog_pack_product_id_key UNIQUE (product_id);
ALTER TABLE ONLY public.catalog_packedlot
    ADD CONSTRAINT catalog_packedlot_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_paperrequirement
    ADD CONSTRAINT catalog_paperrequirement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_partdiscount
    ADD CONSTRAINT catalog_partdiscount_pkey PRIMARY KEY (seller_order_id);
ALTER TABLE ONLY public.catalog_passrule
    ADD CONSTRAINT catalog_passrule_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_phonecode
    ADD CONSTRAINT catalog_phonecode_pkey PRIMARY KEY (placement_id);
ALTER TABLE ONLY public.catalog_picture
    ADD CONSTRAINT catalog_picture_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_picture
    ADD CONSTRAINT catalog_picture_token_key UNIQUE (token);
ALTER TABLE ONLY public.catalog_placement
    ADD CONSTRAINT catalog_placement_basket_id_key UNIQUE (basket_id);
ALTER TABLE ONLY public.catalog_placement
    ADD CONSTRAINT catalog_placement_idempotency_key_key UNIQUE (idempotency_key);
ALTER TABLE ONLY public.catalog_placement
    ADD CONSTRAINT catalog_placement_pkey PRIMARY KEY (order_id);
ALTER TABLE ONLY public.catalog_placement
    ADD CONSTRAINT catalog_placement_token_key UNIQUE (token);
ALTER TABLE ONLY public.catalog_preorder
    ADD CONSTRAINT catalog_preorder_pkey PRIMARY KEY (line_id);
ALTER TABLE ONLY public.catalog_protectedname
    ADD CONSTRAINT catalog_protectedname_key_key UNIQUE (key);
ALTER TABLE ONLY public.catalog_protectedname
    ADD CONSTRAINT catalog_protectedname_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_reason
    ADD CONSTRAINT catalog_reason_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_recalledline
    ADD CONSTRAINT catalog_recalledline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_recallnotice
    ADD CONSTRAINT catalog_recallnotice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_recallnotice
    ADD CONSTRAINT catalog_recallnotice_token_key UNIQUE (token);
ALTER TABLE ONLY public.catalog_recalltask
    ADD CONSTRAINT catalog_recalltask_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_remark
    ADD CONSTRAINT catalog_remark_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_season
    ADD CONSTRAINT catalog_season_key_key UNIQUE (key);
ALTER TABLE ONLY public.catalog_season
    ADD CONSTRAINT catalog_season_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_sellerorder
    ADD CONSTRAINT catalog_sellerorder_number_key UNIQUE (number);
ALTER TABLE ONLY public.catalog_sellerorder
    ADD CONSTRAINT catalog_sellerorder_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_sellerorderline
    ADD CONSTRAINT catalog_sellerorderline_pkey PRIMARY KEY (line_id);
ALTER TABLE ONLY public.catalog_shelfitem
    ADD CONSTRAINT catalog_shelfitem_pkey PRIMARY KEY (listing_id);
ALTER TABLE ONLY public.catalog_shelftally
    ADD CONSTRAINT catalog_shelftally_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_stockalarm
    ADD CONSTRAINT catalog_stockalarm_pkey PRIMARY KEY (pack_id);
ALTER TABLE ONLY public.catalog_stockmovement
    ADD CONSTRAINT catalog_stockmovement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_synonym
    ADD CONSTRAINT catalog_synonym_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_synonym
    ADD CONSTRAINT catalog_synonym_terms_key UNIQUE (terms);
ALTER TABLE ONLY public.catalog_takedownorder
    ADD CONSTRAINT catalog_takedownorder_number_key UNIQUE (number);
ALTER TABLE ONLY public.catalog_takedownorder
    ADD CONSTRAINT catalog_takedownorder_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_teammember
    ADD CONSTRAINT catalog_teammember_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_undelivered
    ADD CONSTRAINT catalog_undelivered_pkey PRIMARY KEY (seller_order_id);
ALTER TABLE ONLY public.catalog_variety
    ADD CONSTRAINT catalog_variety_key_key UNIQUE (key);
ALTER TABLE ONLY public.catalog_variety
    ADD CONSTRAINT catalog_variety_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_voucher
    ADD CONSTRAINT catalog_voucher_code_key UNIQUE (code);
ALTER TABLE ONLY public.catalog_voucher
    ADD CONSTRAINT catalog_voucher_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_voucheruse
    ADD CONSTRAINT catalog_voucheruse_pkey PRIMARY KEY (order_id);
ALTER TABLE ONLY public.catalog_waitingentry
    ADD CONSTRAINT catalog_waitingentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_waitingentry
    ADD CONSTRAINT catalog_waitingentry_token_key UNIQUE (token);
ALTER TABLE ONLY public.catalog_windowpack
    ADD CONSTRAINT catalog_windowpack_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_zone
    ADD CONSTRAINT catalog_zone_code_key UNIQUE (code);
ALTER TABLE ONLY public.catalog_zone
    ADD CONSTRAINT catalog_zone_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_zoneprovince
    ADD CONSTRAINT catalog_zoneprovince_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_zoneprovince
    ADD CONSTRAINT catalog_zoneprovince_province_code_key UNIQUE (province_code);
ALTER TABLE ONLY public.catalogue_attributeoption
    ADD CONSTRAINT catalogue_attributeoption_code_key UNIQUE (code);
ALTER TABLE ONLY public.catalogue_attributeoption
    ADD CONSTRAINT catalogue_attributeoption_group_id_option_7a8f6c11_uniq UNIQUE (group_id, option);
ALTER TABLE ONLY public.catalogue_attributeoption
    ADD CONSTRAINT catalogue_attributeoption_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_attributeoptiongroup
    ADD CONSTRAINT catalogue_attributeoptiongroup_code_key UNIQUE (code);
ALTER TABLE ONLY public.catalogue_attributeoptiongroup
    ADD CONSTRAINT catalogue_attributeoptiongroup_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_category
    ADD CONSTRAINT catalogue_category_code_key UNIQUE (code);
ALTER TABLE ONLY public.catalogue_category
    ADD CONSTRAINT catalogue_category_path_key UNIQUE (path);
ALTER TABLE ONLY public.catalogue_category
    ADD CONSTRAINT catalogue_category_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_option
    ADD CONSTRAINT catalogue_option_code_key UNIQUE (code);
ALTER TABLE ONLY public.catalogue_option
    ADD CONSTRAINT catalogue_option_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_product
    ADD CONSTRAINT catalogue_product_code_key UNIQUE (code);
ALTER TABLE ONLY public.catalogue_product
    ADD CONSTRAINT catalogue_product_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_product_product_options
    ADD CONSTRAINT catalogue_product_produc_product_id_option_id_9b3abb31_uniq UNIQUE (product_id, option_id);
ALTER TABLE ONLY public.catalogue_product_product_options
    ADD CONSTRAINT catalogue_product_product_options_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_product
    ADD CONSTRAINT catalogue_product_upc_key UNIQUE (upc);
ALTER TABLE ONLY public.catalogue_productattributevalue
    ADD CONSTRAINT catalogue_productattribu_attribute_id_product_id_1e8e7112_uniq UNIQUE (attribute_id, product_id);
ALTER TABLE ONLY public.catalogue_productattributevalue_value_multi_option
    ADD CONSTRAINT catalogue_productattribu_productattributevalue_id_a1760824_uniq UNIQUE (productattributevalue_id, attributeoption_id);
ALTER TABLE ONLY public.catalogue_productattribute
    ADD CONSTRAINT catalogue_productattribute_code_product_class_id_82f69012_uniq UNIQUE (code, product_class_id);
ALTER TABLE ONLY public.catalogue_productattribute
    ADD CONSTRAINT catalogue_productattribute_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_productattributevalue
    ADD CONSTRAINT catalogue_productattributevalue_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_productattributevalue_value_multi_option
    ADD CONSTRAINT catalogue_productattributevalue_value_multi_option_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_productcategory
    ADD CONSTRAINT catalogue_productcategory_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_productcategory
    ADD CONSTRAINT catalogue_productcategory_product_id_category_id_8f0dbfe2_uniq UNIQUE (product_id, category_id);
ALTER TABLE ONLY public.catalogue_productclass_options
    ADD CONSTRAINT catalogue_productclass_o_productclass_id_option_i_2266c635_uniq UNIQUE (productclass_id, option_id);
ALTER TABLE ONLY public.catalogue_productclass_options
    ADD CONSTRAINT catalogue_productclass_options_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_productclass
    ADD CONSTRAINT catalogue_productclass_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_productclass
    ADD CONSTRAINT catalogue_productclass_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.catalogue_productimage
    ADD CONSTRAINT catalogue_productimage_code_key UNIQUE (code);
ALTER TABLE ONLY public.catalogue_productimage
    ADD CONSTRAINT catalogue_productimage_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_productrecommendation
    ADD CONSTRAINT catalogue_productrecomme_primary_id_recommendatio_da1fdf43_uniq UNIQUE (primary_id, recommendation_id);
ALTER TABLE ONLY public.catalogue_productrecommendation
    ADD CONSTRAINT catalogue_productrecommendation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cms_bulletinindex
    ADD CONSTRAINT cms_bulletinindex_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.cms_bulletinpage
    ADD CONSTRAINT cms_bulletinpage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.cms_guideindex
    ADD CONSTRAINT cms_guideindex_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.cms_guidepage
    ADD CONSTRAINT cms_guidepage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.cms_homepage
    ADD CONSTRAINT cms_homepage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.cms_livehost
    ADD CONSTRAINT cms_livehost_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cms_liveindex
    ADD CONSTRAINT cms_liveindex_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.cms_liveitem
    ADD CONSTRAINT cms_liveitem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cms_livepin
    ADD CONSTRAINT cms_livepin_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cms_livereport
    ADD CONSTRAINT cms_livereport_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cms_livesession
    ADD CONSTRAINT cms_livesession_page_key_key UNIQUE (page_key);
ALTER TABLE ONLY public.cms_livesession
    ADD CONSTRAINT cms_livesession_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cms_livesession
    ADD CONSTRAINT cms_livesession_token_key UNIQUE (token);
ALTER TABLE ONLY public.cms_livestreampage
    ADD CONSTRAINT cms_livestreampage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.cms_plainpage
    ADD CONSTRAINT cms_plainpage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.cms_policyindex
    ADD CONSTRAINT cms_policyindex_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.cms_policypage
    ADD CONSTRAINT cms_policypage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.cms_policyversion
    ADD CONSTRAINT cms_policyversion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cms_pricerow
    ADD CONSTRAINT cms_pricerow_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cms_promotionindex
    ADD CONSTRAINT cms_promotionindex_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.cms_promotionpage
    ADD CONSTRAINT cms_promotionpage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.cms_seasonindex
    ADD CONSTRAINT cms_seasonindex_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.cms_seasonpage
    ADD CONSTRAINT cms_seasonpage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.cms_storyindex
    ADD CONSTRAINT cms_storyindex_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.cms_storypage
    ADD CONSTRAINT cms_storypage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.communes_commune
    ADD CONSTRAINT commune_code_stands_for_one_at_a_time EXCLUDE USING gist (code WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE ONLY public.communes_commune
    ADD CONSTRAINT communes_commune_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.communes_disadvantaged
    ADD CONSTRAINT communes_disadvantaged_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.communes_province
    ADD CONSTRAINT communes_province_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.communes_succession
    ADD CONSTRAINT communes_succession_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_comparison
    ADD CONSTRAINT comparison_once_a_day UNIQUE (provider, day);
ALTER TABLE ONLY public.communication_communicationeventtype
    ADD CONSTRAINT customer_communicationeventtype_code_key UNIQUE (code);
ALTER TABLE ONLY public.communication_communicationeventtype
    ADD CONSTRAINT customer_communicationeventtype_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.communication_email
    ADD CONSTRAINT customer_email_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.communication_notification
    ADD CONSTRAINT customer_notification_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_customer
    ADD CONSTRAINT customer_once_per_cooperative UNIQUE (cooperative_id, phone);
ALTER TABLE ONLY public.customer_productalert
    ADD CONSTRAINT customer_productalert_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_customertag
    ADD CONSTRAINT customer_tag_once UNIQUE (customer_id, name);
ALTER TABLE ONLY public.communes_disadvantaged
    ADD CONSTRAINT disadvantaged_stated_once_at_a_time EXCLUDE USING gist (commune_id WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_flatpage
    ADD CONSTRAINT django_flatpage_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_flatpage_sites
    ADD CONSTRAINT django_flatpage_sites_flatpage_id_site_id_0d29d9d1_uniq UNIQUE (flatpage_id, site_id);
ALTER TABLE ONLY public.django_flatpage_sites
    ADD CONSTRAINT django_flatpage_sites_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);
ALTER TABLE ONLY public.django_site
    ADD CONSTRAINT django_site_domain_a2e37b91_uniq UNIQUE (domain);
ALTER TABLE ONLY public.django_site
    ADD CONSTRAINT django_site_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_facility
    ADD CONSTRAINT facility_name_of_one_party UNIQUE (party_id, name);
ALTER TABLE ONLY public.payments_gatewaytransaction
    ADD CONSTRAINT gateway_result_booked_once UNIQUE (provider, external_id, kind);
ALTER TABLE ONLY public.traceability_grower
    ADD CONSTRAINT grower_alias_of_one_party UNIQUE (party_id, alias);
ALTER TABLE ONLY public.catalog_holiday
    ADD CONSTRAINT holiday_no_two_at_once EXCLUDE USING gist (cooperative_id WITH =, daterange(begins, ends, '[]'::text) WITH &&);
ALTER TABLE ONLY public.payments_invoiceline
    ADD CONSTRAINT invoice_line_named_once UNIQUE (invoice_id, line_ref);
ALTER TABLE ONLY public.traceability_labelprint
    ADD CONSTRAINT label_print_has_a_place UNIQUE (job_id, place);
ALTER TABLE ONLY public.traceability_labelprint
    ADD CONSTRAINT label_print_once_a_job UNIQUE (box_id, job_id);
ALTER TABLE ONLY public.catalog_laneoffer
    ADD CONSTRAINT lane_offer_once_per_cooperative UNIQUE (cooperative_id, lane_id);
ALTER TABLE ONLY public.catalog_lanerate
    ADD CONSTRAINT lane_rate_once_per_weight UNIQUE (lane_id, zone_id, up_to_g, valid_from);
ALTER TABLE ONLY public.payments_ledgerposting
    ADD CONSTRAINT ledger_posting_once_an_account UNIQUE (entry_id, account_id);
ALTER TABLE ONLY public.catalog_listingchange
    ADD CONSTRAINT listing_change_one_per_round UNIQUE (first_id, round);
ALTER TABLE ONLY public.catalog_listingpicture
    ADD CONSTRAINT listing_picture_one_per_place UNIQUE (listing_id, "position");
ALTER TABLE ONLY public.catalog_listingtext
    ADD CONSTRAINT listing_text_once_per_language UNIQUE (listing_id, language);
ALTER TABLE ONLY public.cms_livehost
    ADD CONSTRAINT live_host_once_in_a_session UNIQUE (session_id, cooperative_id, name);
ALTER TABLE ONLY public.cms_liveitem
    ADD CONSTRAINT live_item_once_in_a_session UNIQUE (session_id, listing_id);
ALTER TABLE ONLY public.traceability_entry
    ADD CONSTRAINT log_entry_of_an_event_is_one UNIQUE (event_id, document);
ALTER TABLE ONLY public.traceability_treehead
    ADD CONSTRAINT log_head_signed_once_a_time UNIQUE (size, at);
ALTER TABLE ONLY public.traceability_witnesssignature
    ADD CONSTRAINT log_witness_signs_once UNIQUE (head_id, witness_id);
ALTER TABLE ONLY public.catalog_lotbalance
    ADD CONSTRAINT lot_balance_one_per_lot_and_pack UNIQUE (lot_id, pack_id);
ALTER TABLE ONLY public.traceability_lotplot
    ADD CONSTRAINT lot_names_a_plot_once UNIQUE (lot_id, plot_id);
ALTER TABLE ONLY public.traceability_lotsource
    ADD CONSTRAINT lot_source_named_once UNIQUE (source_id, lot_id);
ALTER TABLE ONLY public.catalog_membership
    ADD CONSTRAINT membership_once_per_cooperative UNIQUE (cooperative_id, user_id);
ALTER TABLE ONLY public.catalog_message
    ADD CONSTRAINT message_once_per_form UNIQUE (conversation_id, key);
ALTER TABLE ONLY public.payments_message
    ADD CONSTRAINT message_stored_once UNIQUE (provider, dedupe_key);
ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_reason
    ADD CONSTRAINT moderation_reason_once_a_day EXCLUDE USING gist (key WITH =, daterange(valid_from, valid_to, '[)'::text) WITH &&);
ALTER TABLE ONLY public.catalog_nudge
    ADD CONSTRAINT nudge_once_per_step UNIQUE (seller_order_id, step);
ALTER TABLE ONLY public.traceability_givennumber
    ADD CONSTRAINT number_is_given_once_to_each UNIQUE (kind, holder);
ALTER TABLE ONLY public.traceability_givennumber
    ADD CONSTRAINT number_takes_its_own_reference UNIQUE (pool_id, reference);
ALTER TABLE ONLY public.offer_benefit
    ADD CONSTRAINT offer_benefit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.offer_condition
    ADD CONSTRAINT offer_condition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.offer_conditionaloffer_combinations
    ADD CONSTRAINT offer_conditionaloffer_c_from_conditionaloffer_id_2e3e9ffe_uniq UNIQUE (from_conditionaloffer_id, to_conditionaloffer_id);
ALTER TABLE ONLY public.offer_conditionaloffer_combinations
    ADD CONSTRAINT offer_conditionaloffer_combinations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.offer_conditionaloffer
    ADD CONSTRAINT offer_conditionaloffer_name_key UNIQUE (name);
ALTER TABLE ONLY public.offer_conditionaloffer
    ADD CONSTRAINT offer_conditionaloffer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.offer_conditionaloffer
    ADD CONSTRAINT offer_conditionaloffer_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.offer_range_classes
    ADD CONSTRAINT offer_range_classes_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.offer_range_classes
    ADD CONSTRAINT offer_range_classes_range_id_productclass_id_28eeefae_uniq UNIQUE (range_id, productclass_id);
ALTER TABLE ONLY public.offer_range_excluded_categories
    ADD CONSTRAINT offer_range_excluded_cat_range_id_category_id_2f84ef27_uniq UNIQUE (range_id, category_id);
ALTER TABLE ONLY public.offer_range_excluded_categories
    ADD CONSTRAINT offer_range_excluded_categories_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.offer_range_excluded_products
    ADD CONSTRAINT offer_range_excluded_products_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.offer_range_excluded_products
    ADD CONSTRAINT offer_range_excluded_products_range_id_product_id_eb1cfe87_uniq UNIQUE (range_id, product_id);
ALTER TABLE ONLY public.offer_range_included_categories
    ADD CONSTRAINT offer_range_included_cat_range_id_category_id_a661d336_uniq UNIQUE (range_id, category_id);
ALTER TABLE ONLY public.offer_range_included_categories
    ADD CONSTRAINT offer_range_included_categories_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.offer_range
    ADD CONSTRAINT offer_range_name_key UNIQUE (name);
ALTER TABLE ONLY public.offer_range
    ADD CONSTRAINT offer_range_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.offer_range
    ADD CONSTRAINT offer_range_proxy_class_key UNIQUE (proxy_class);
ALTER TABLE ONLY public.offer_range
    ADD CONSTRAINT offer_range_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.offer_rangeproduct
    ADD CONSTRAINT offer_rangeproduct_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.offer_rangeproduct
    ADD CONSTRAINT offer_rangeproduct_range_id_product_id_c46b1be8_uniq UNIQUE (range_id, product_id);
ALTER TABLE ONLY public.offer_rangeproductfileupload
    ADD CONSTRAINT offer_rangeproductfileupload_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_opening
    ADD CONSTRAINT opening_opens_a_value_once UNIQUE (event_id, path, value);
ALTER TABLE ONLY public.order_billingaddress
    ADD CONSTRAINT order_billingaddress_code_key UNIQUE (code);
ALTER TABLE ONLY public.order_billingaddress
    ADD CONSTRAINT order_billingaddress_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_communicationevent
    ADD CONSTRAINT order_communicationevent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_line
    ADD CONSTRAINT order_line_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_lineattribute
    ADD CONSTRAINT order_lineattribute_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_lineprice
    ADD CONSTRAINT order_lineprice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_order
    ADD CONSTRAINT order_order_number_key UNIQUE (number);
ALTER TABLE ONLY public.order_order
    ADD CONSTRAINT order_order_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_orderdiscount
    ADD CONSTRAINT order_orderdiscount_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_orderlinediscount
    ADD CONSTRAINT order_orderlinediscount_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_ordernote
    ADD CONSTRAINT order_ordernote_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_orderstatuschange
    ADD CONSTRAINT order_orderstatuschange_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_paymentevent
    ADD CONSTRAINT order_paymentevent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_paymenteventquantity
    ADD CONSTRAINT order_paymenteventquantity_event_id_line_id_765c5209_uniq UNIQUE (event_id, line_id);
ALTER TABLE ONLY public.order_paymenteventquantity
    ADD CONSTRAINT order_paymenteventquantity_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_paymenteventtype
    ADD CONSTRAINT order_paymenteventtype_code_key UNIQUE (code);
ALTER TABLE ONLY public.order_paymenteventtype
    ADD CONSTRAINT order_paymenteventtype_name_key UNIQUE (name);
ALTER TABLE ONLY public.order_paymenteventtype
    ADD CONSTRAINT order_paymenteventtype_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_shippingaddress
    ADD CONSTRAINT order_shippingaddress_code_key UNIQUE (code);
ALTER TABLE ONLY public.order_shippingaddress
    ADD CONSTRAINT order_shippingaddress_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_shippingevent
    ADD CONSTRAINT order_shippingevent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_shippingeventquantity
    ADD CONSTRAINT order_shippingeventquantity_event_id_line_id_91687107_uniq UNIQUE (event_id, line_id);
ALTER TABLE ONLY public.order_shippingeventquantity
    ADD CONSTRAINT order_shippingeventquantity_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_shippingeventtype
    ADD CONSTRAINT order_shippingeventtype_code_key UNIQUE (code);
ALTER TABLE ONLY public.order_shippingeventtype
    ADD CONSTRAINT order_shippingeventtype_name_key UNIQUE (name);
ALTER TABLE ONLY public.order_shippingeventtype
    ADD CONSTRAINT order_shippingeventtype_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_surcharge
    ADD CONSTRAINT order_surcharge_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.records_outboxmessage
    ADD CONSTRAINT outbox_says_a_thing_once UNIQUE (topic, key);
ALTER TABLE ONLY public.catalog_pack
    ADD CONSTRAINT pack_key_once_per_listing UNIQUE (listing_id, key);
ALTER TABLE ONLY public.catalog_packedlot
    ADD CONSTRAINT packed_lot_once_per_line UNIQUE (line_id, lot_id);
ALTER TABLE ONLY public.catalog_paperrequirement
    ADD CONSTRAINT paper_requirement_once_a_day UNIQUE (kind, legal_form, category_path, valid_from);
ALTER TABLE ONLY public.partner_partner
    ADD CONSTRAINT partner_partner_code_key UNIQUE (code);
ALTER TABLE ONLY public.partner_partner
    ADD CONSTRAINT partner_partner_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.partner_partner_users
    ADD CONSTRAINT partner_partner_users_partner_id_user_id_9e5c0517_uniq UNIQUE (partner_id, user_id);
ALTER TABLE ONLY public.partner_partner_users
    ADD CONSTRAINT partner_partner_users_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.partner_partneraddress
    ADD CONSTRAINT partner_partneraddress_code_key UNIQUE (code);
ALTER TABLE ONLY public.partner_partneraddress
    ADD CONSTRAINT partner_partneraddress_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.partner_stockalert
    ADD CONSTRAINT partner_stockalert_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.partner_stockrecord
    ADD CONSTRAINT partner_stockrecord_partner_id_partner_sku_8441e010_uniq UNIQUE (partner_id, partner_sku);
ALTER TABLE ONLY public.partner_stockrecord
    ADD CONSTRAINT partner_stockrecord_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_passrule
    ADD CONSTRAINT pass_rule_once_a_day EXCLUDE USING gist (key WITH =, daterange(valid_from, valid_to, '[)'::text) WITH &&);
ALTER TABLE ONLY public.payment_bankcard
    ADD CONSTRAINT payment_bankcard_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payment_source
    ADD CONSTRAINT payment_source_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payment_sourcetype
    ADD CONSTRAINT payment_sourcetype_code_key UNIQUE (code);
ALTER TABLE ONLY public.payment_sourcetype
    ADD CONSTRAINT payment_sourcetype_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payment_transaction
    ADD CONSTRAINT payment_transaction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_attempt
    ADD CONSTRAINT payments_attempt_key_key UNIQUE (key);
ALTER TABLE ONLY public.payments_attempt
    ADD CONSTRAINT payments_attempt_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_attempt
    ADD CONSTRAINT payments_attempt_public_id_key UNIQUE (public_id);
ALTER TABLE ONLY public.payments_bankfile
    ADD CONSTRAINT payments_bankfile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_bankfileformat
    ADD CONSTRAINT payments_bankfileformat_account_key UNIQUE (account);
ALTER TABLE ONLY public.payments_bankfileformat
    ADD CONSTRAINT payments_bankfileformat_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_banktransaction
    ADD CONSTRAINT payments_banktransaction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_cashparcel
    ADD CONSTRAINT payments_cashparcel_number_key UNIQUE (number);
ALTER TABLE ONLY public.payments_cashparcel
    ADD CONSTRAINT payments_cashparcel_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_comparison
    ADD CONSTRAINT payments_comparison_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_courier
    ADD CONSTRAINT payments_courier_code_key UNIQUE (code);
ALTER TABLE ONLY public.payments_courier
    ADD CONSTRAINT payments_courier_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_gatewaytransaction
    ADD CONSTRAINT payments_gatewaytransaction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_incident
    ADD CONSTRAINT payments_incident_key_key UNIQUE (key);
ALTER TABLE ONLY public.payments_incident
    ADD CONSTRAINT payments_incident_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_invoice
    ADD CONSTRAINT payments_invoice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_invoice
    ADD CONSTRAINT payments_invoice_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.payments_invoiceline
    ADD CONSTRAINT payments_invoiceline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_ledgeraccount
    ADD CONSTRAINT payments_ledgeraccount_code_key UNIQUE (code);
ALTER TABLE ONLY public.payments_ledgeraccount
    ADD CONSTRAINT payments_ledgeraccount_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_ledgerentry
    ADD CONSTRAINT payments_ledgerentry_key_key UNIQUE (key);
ALTER TABLE ONLY public.payments_ledgerentry
    ADD CONSTRAINT payments_ledgerentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_ledgerposting
    ADD CONSTRAINT payments_ledgerposting_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_match
    ADD CONSTRAINT payments_match_bank_transaction_id_key UNIQUE (bank_transaction_id);
ALTER TABLE ONLY public.payments_match
    ADD CONSTRAINT payments_match_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_message
    ADD CONSTRAINT payments_message_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_payee
    ADD CONSTRAINT payments_payee_key_key UNIQUE (key);
ALTER TABLE ONLY public.payments_payee
    ADD CONSTRAINT payments_payee_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_payout
    ADD CONSTRAINT payments_payout_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_payoutorder
    ADD CONSTRAINT payments_payoutorder_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_receipt
    ADD CONSTRAINT payments_receipt_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_refund
    ADD CONSTRAINT payments_refund_key_key UNIQUE (key);
ALTER TABLE ONLY public.payments_refund
    ADD CONSTRAINT payments_refund_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_settledline
    ADD CONSTRAINT payments_settledline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_statement
    ADD CONSTRAINT payments_statement_number_key UNIQUE (number);
ALTER TABLE ONLY public.payments_statement
    ADD CONSTRAINT payments_statement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_statementline
    ADD CONSTRAINT payments_statementline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_statementline
    ADD CONSTRAINT payments_statementline_posting_id_key UNIQUE (posting_id);
ALTER TABLE ONLY public.payments_taxline
    ADD CONSTRAINT payments_taxline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_taxrule
    ADD CONSTRAINT payments_taxrule_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_user
    ADD CONSTRAINT people_user_email_key UNIQUE (email);
ALTER TABLE ONLY public.people_user_groups
    ADD CONSTRAINT people_user_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_user_groups
    ADD CONSTRAINT people_user_groups_user_id_group_id_60378d34_uniq UNIQUE (user_id, group_id);
ALTER TABLE ONLY public.people_user
    ADD CONSTRAINT people_user_phone_key UNIQUE (phone);
ALTER TABLE ONLY public.people_user
    ADD CONSTRAINT people_user_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_user_user_permissions
    ADD CONSTRAINT people_user_user_permiss_user_id_permission_id_a7ac6748_uniq UNIQUE (user_id, permission_id);
ALTER TABLE ONLY public.people_user_user_permissions
    ADD CONSTRAINT people_user_user_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_plot
    ADD CONSTRAINT plot_name_of_one_party UNIQUE (party_id, name);
ALTER TABLE ONLY public.cms_policyversion
    ADD CONSTRAINT policy_version_kept_once UNIQUE (page_id, version);
ALTER TABLE ONLY public.traceability_numberpool
    ADD CONSTRAINT pool_counts_a_prefix_once_for_each_kind UNIQUE (prefix, kind);
ALTER TABLE ONLY public.traceability_printersetting
    ADD CONSTRAINT printer_setting_one_per_layout UNIQUE (party_id, layout);
ALTER TABLE ONLY public.communes_province
    ADD CONSTRAINT province_code_stands_for_one_at_a_time EXCLUDE USING gist (code WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE ONLY public.catalog_recalltask
    ADD CONSTRAINT recall_asks_a_cooperative_once UNIQUE (recall_id, cooperative_id);
ALTER TABLE ONLY public.traceability_recall
    ADD CONSTRAINT recall_numbers_are_unique UNIQUE (is_drill, year, serial);
ALTER TABLE ONLY public.traceability_recalllot
    ADD CONSTRAINT recall_reaches_a_lot_once UNIQUE (recall_id, lot_id);
ALTER TABLE ONLY public.catalog_recalledline
    ADD CONSTRAINT recall_reaches_an_order_line_once UNIQUE (recall_id, line_id);
ALTER TABLE ONLY public.catalog_recallnotice
    ADD CONSTRAINT recall_writes_to_a_buyer_once UNIQUE (recall_id, phone, email);
ALTER TABLE ONLY public.records_apitoken
    ADD CONSTRAINT records_apitoken_hash_key UNIQUE (hash);
ALTER TABLE ONLY public.records_apitoken
    ADD CONSTRAINT records_apitoken_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.records_auditentry
    ADD CONSTRAINT records_auditentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.records_datedrule
    ADD CONSTRAINT records_datedrule_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.records_outboxmessage
    ADD CONSTRAINT records_outboxmessage_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.records_pagechange
    ADD CONSTRAINT records_pagechange_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.records_paper
    ADD CONSTRAINT records_paper_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.records_paper
    ADD CONSTRAINT records_paper_token_key UNIQUE (token);
ALTER TABLE ONLY public.records_reader
    ADD CONSTRAINT records_reader_address_key UNIQUE (address);
ALTER TABLE ONLY public.records_reader
    ADD CONSTRAINT records_reader_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.records_reader
    ADD CONSTRAINT records_reader_token_key UNIQUE (token);
ALTER TABLE ONLY public.records_sentletter
    ADD CONSTRAINT records_sentletter_key_key UNIQUE (key);
ALTER TABLE ONLY public.records_sentletter
    ADD CONSTRAINT records_sentletter_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.records_sparecount
    ADD CONSTRAINT records_sparecount_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.records_tableversion
    ADD CONSTRAINT records_tableversion_pkey PRIMARY KEY (subject);
ALTER TABLE ONLY public.reviews_productreview
    ADD CONSTRAINT reviews_productreview_code_key UNIQUE (code);
ALTER TABLE ONLY public.reviews_productreview
    ADD CONSTRAINT reviews_productreview_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reviews_productreview
    ADD CONSTRAINT reviews_productreview_product_id_user_id_c4fdc4cd_uniq UNIQUE (product_id, user_id);
ALTER TABLE ONLY public.reviews_vote
    ADD CONSTRAINT reviews_vote_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reviews_vote
    ADD CONSTRAINT reviews_vote_user_id_review_id_bb858939_uniq UNIQUE (user_id, review_id);
ALTER TABLE ONLY public.records_datedrule
    ADD CONSTRAINT rule_has_one_value_a_day EXCLUDE USING gist (key WITH =, daterange(valid_from, valid_to, '[)'::text) WITH &&);
ALTER TABLE ONLY public.statistics_sale
    ADD CONSTRAINT sale_counted_once UNIQUE (day, commune, cooperative, category, variety, channel, source);
ALTER TABLE ONLY public.traceability_scanmonth
    ADD CONSTRAINT scan_month_counted_once UNIQUE (lot_id, month, province_code);
ALTER TABLE ONLY public.catalog_sellerorder
    ADD CONSTRAINT seller_order_one_per_cooperative UNIQUE (order_id, cooperative_id);
ALTER TABLE ONLY public.payments_settledline
    ADD CONSTRAINT settled_line_taken_once UNIQUE (file_id, "row");
ALTER TABLE ONLY public.catalog_shelftally
    ADD CONSTRAINT shelf_tally_one_per_value UNIQUE (category_path, facet, value);
ALTER TABLE ONLY public.shipping_orderanditemcharges_countries
    ADD CONSTRAINT shipping_orderanditemcha_orderanditemcharges_id_c_9f0c9c8f_uniq UNIQUE (orderanditemcharges_id, country_id);
ALTER TABLE ONLY public.shipping_orderanditemcharges
    ADD CONSTRAINT shipping_orderanditemcharges_code_key UNIQUE (code);
ALTER TABLE ONLY public.shipping_orderanditemcharges_countries
    ADD CONSTRAINT shipping_orderanditemcharges_countries_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.shipping_orderanditemcharges
    ADD CONSTRAINT shipping_orderanditemcharges_name_key UNIQUE (name);
ALTER TABLE ONLY public.shipping_orderanditemcharges
    ADD CONSTRAINT shipping_orderanditemcharges_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.shipping_weightband
    ADD CONSTRAINT shipping_weightband_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.shipping_weightbased
    ADD CONSTRAINT shipping_weightbased_code_key UNIQUE (code);
ALTER TABLE ONLY public.shipping_weightbased_countries
    ADD CONSTRAINT shipping_weightbased_cou_weightbased_id_country_i_de8c5e42_uniq UNIQUE (weightbased_id, country_id);
ALTER TABLE ONLY public.shipping_weightbased_countries
    ADD CONSTRAINT shipping_weightbased_countries_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.shipping_weightbased
    ADD CONSTRAINT shipping_weightbased_name_key UNIQUE (name);
ALTER TABLE ONLY public.shipping_weightbased
    ADD CONSTRAINT shipping_weightbased_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.simple_translation_simpletranslation
    ADD CONSTRAINT simple_translation_simpletranslation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.payments_statement
    ADD CONSTRAINT statement_once_a_day UNIQUE (payee_id, last_day);
ALTER TABLE ONLY public.statistics_changedday
    ADD CONSTRAINT statistics_changedday_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.statistics_freshness
    ADD CONSTRAINT statistics_freshness_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.statistics_sale
    ADD CONSTRAINT statistics_sale_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.statistics_tally
    ADD CONSTRAINT statistics_tally_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.communes_succession
    ADD CONSTRAINT succession_stated_once UNIQUE (old_id, new_id);
ALTER TABLE ONLY public.taggit_tag
    ADD CONSTRAINT taggit_tag_name_key UNIQUE (name);
ALTER TABLE ONLY public.taggit_tag
    ADD CONSTRAINT taggit_tag_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.taggit_tag
    ADD CONSTRAINT taggit_tag_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_content_type_id_object_id_tag_id_4bb97a8e_uni UNIQUE (content_type_id, object_id, tag_id);
ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalog_takedownorder
    ADD CONSTRAINT takedown_numbers_are_unique UNIQUE (year, serial);
ALTER TABLE ONLY public.statistics_tally
    ADD CONSTRAINT tally_counted_once UNIQUE (within, within_key, dimension, day, key);
ALTER TABLE ONLY public.payments_taxline
    ADD CONSTRAINT tax_line_once UNIQUE (entry_id, line_ref, tax);
ALTER TABLE ONLY public.payments_taxrule
    ADD CONSTRAINT tax_rule_said_once UNIQUE NULLS NOT DISTINCT (legal_form, goods_class, payee_id, tax, valid_from);
ALTER TABLE ONLY public.traceability_alert
    ADD CONSTRAINT traceability_alert_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_authorkey
    ADD CONSTRAINT traceability_authorkey_key_id_key UNIQUE (key_id);
ALTER TABLE ONLY public.traceability_authorkey
    ADD CONSTRAINT traceability_authorkey_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_box
    ADD CONSTRAINT traceability_box_code_key UNIQUE (code);
ALTER TABLE ONLY public.traceability_box
    ADD CONSTRAINT traceability_box_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_box
    ADD CONSTRAINT traceability_box_replaces_id_key UNIQUE (replaces_id);
ALTER TABLE ONLY public.traceability_capture
    ADD CONSTRAINT traceability_capture_key_key UNIQUE (key);
ALTER TABLE ONLY public.traceability_capture
    ADD CONSTRAINT traceability_capture_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_diaryentry
    ADD CONSTRAINT traceability_diaryentry_corrects_id_key UNIQUE (corrects_id);
ALTER TABLE ONLY public.traceability_diaryentry
    ADD CONSTRAINT traceability_diaryentry_draft_key UNIQUE (draft);
ALTER TABLE ONLY public.traceability_diaryentry
    ADD CONSTRAINT traceability_diaryentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_entry
    ADD CONSTRAINT traceability_entry_index_key UNIQUE (index);
ALTER TABLE ONLY public.traceability_entry
    ADD CONSTRAINT traceability_entry_leaf_hash_key UNIQUE (leaf_hash);
ALTER TABLE ONLY public.traceability_entry
    ADD CONSTRAINT traceability_entry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_epcisevent
    ADD CONSTRAINT traceability_epcisevent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_epcisevent
    ADD CONSTRAINT traceability_epcisevent_source_id_key UNIQUE (source_id);
ALTER TABLE ONLY public.traceability_epciseventthing
    ADD CONSTRAINT traceability_epciseventthing_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_event
    ADD CONSTRAINT traceability_event_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_facility
    ADD CONSTRAINT traceability_facility_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_givennumber
    ADD CONSTRAINT traceability_givennumber_number_key UNIQUE (number);
ALTER TABLE ONLY public.traceability_givennumber
    ADD CONSTRAINT traceability_givennumber_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_grower
    ADD CONSTRAINT traceability_grower_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_growingarea
    ADD CONSTRAINT traceability_growingarea_code_key UNIQUE (code);
ALTER TABLE ONLY public.traceability_growingarea
    ADD CONSTRAINT traceability_growingarea_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_headstamp
    ADD CONSTRAINT traceability_headstamp_head_id_key UNIQUE (head_id);
ALTER TABLE ONLY public.traceability_headstamp
    ADD CONSTRAINT traceability_headstamp_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_headstamp
    ADD CONSTRAINT traceability_headstamp_size_key UNIQUE (size);
ALTER TABLE ONLY public.traceability_labeljob
    ADD CONSTRAINT traceability_labeljob_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_labeljob
    ADD CONSTRAINT traceability_labeljob_token_key UNIQUE (token);
ALTER TABLE ONLY public.traceability_labelprint
    ADD CONSTRAINT traceability_labelprint_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_logisticunit
    ADD CONSTRAINT traceability_logisticunit_code_key UNIQUE (code);
ALTER TABLE ONLY public.traceability_logisticunit
    ADD CONSTRAINT traceability_logisticunit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_lot
    ADD CONSTRAINT traceability_lot_code_key UNIQUE (code);
ALTER TABLE ONLY public.traceability_lot
    ADD CONSTRAINT traceability_lot_draft_key UNIQUE (draft);
ALTER TABLE ONLY public.traceability_lot
    ADD CONSTRAINT traceability_lot_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_lotplot
    ADD CONSTRAINT traceability_lotplot_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_lotsource
    ADD CONSTRAINT traceability_lotsource_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_network
    ADD CONSTRAINT traceability_network_network_key UNIQUE (network);
ALTER TABLE ONLY public.traceability_network
    ADD CONSTRAINT traceability_network_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_node
    ADD CONSTRAINT traceability_node_pkey PRIMARY KEY (level, "position");
ALTER TABLE ONLY public.traceability_numberpool
    ADD CONSTRAINT traceability_numberpool_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_opening
    ADD CONSTRAINT traceability_opening_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_party
    ADD CONSTRAINT traceability_party_key_key UNIQUE (key);
ALTER TABLE ONLY public.traceability_party
    ADD CONSTRAINT traceability_party_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_plot
    ADD CONSTRAINT traceability_plot_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_printersetting
    ADD CONSTRAINT traceability_printersetting_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_problemreport
    ADD CONSTRAINT traceability_problemreport_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_recall
    ADD CONSTRAINT traceability_recall_number_key UNIQUE (number);
ALTER TABLE ONLY public.traceability_recall
    ADD CONSTRAINT traceability_recall_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_recalllot
    ADD CONSTRAINT traceability_recalllot_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_scan
    ADD CONSTRAINT traceability_scan_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_scanmonth
    ADD CONSTRAINT traceability_scanmonth_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_scantally
    ADD CONSTRAINT traceability_scantally_box_id_key UNIQUE (box_id);
ALTER TABLE ONLY public.traceability_scantally
    ADD CONSTRAINT traceability_scantally_lot_id_key UNIQUE (lot_id);
ALTER TABLE ONLY public.traceability_scantally
    ADD CONSTRAINT traceability_scantally_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_scratchcode
    ADD CONSTRAINT traceability_scratchcode_box_id_key UNIQUE (box_id);
ALTER TABLE ONLY public.traceability_scratchcode
    ADD CONSTRAINT traceability_scratchcode_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_scratchsheet
    ADD CONSTRAINT traceability_scratchsheet_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_scratchsheet
    ADD CONSTRAINT traceability_scratchsheet_token_key UNIQUE (token);
ALTER TABLE ONLY public.traceability_tradeitem
    ADD CONSTRAINT traceability_tradeitem_key_key UNIQUE (key);
ALTER TABLE ONLY public.traceability_tradeitem
    ADD CONSTRAINT traceability_tradeitem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_treehead
    ADD CONSTRAINT traceability_treehead_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_unitbox
    ADD CONSTRAINT traceability_unitbox_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_witness
    ADD CONSTRAINT traceability_witness_key_key UNIQUE (key);
ALTER TABLE ONLY public.traceability_witness
    ADD CONSTRAINT traceability_witness_name_key UNIQUE (name);
ALTER TABLE ONLY public.traceability_witness
    ADD CONSTRAINT traceability_witness_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traceability_witnesssignature
    ADD CONSTRAINT traceability_witnesssignature_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT unique_permission UNIQUE (group_id, page_id, permission_id);
ALTER TABLE ONLY public.voucher_voucher
    ADD CONSTRAINT voucher_voucher_code_key UNIQUE (code);
ALTER TABLE ONLY public.voucher_voucher
    ADD CONSTRAINT voucher_voucher_name_b96d3b47_uniq UNIQUE (name);
ALTER TABLE ONLY public.voucher_voucher_offers
    ADD CONSTRAINT voucher_voucher_offers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.voucher_voucher_offers
    ADD CONSTRAINT voucher_voucher_offers_voucher_id_conditionalof_01628a7f_uniq UNIQUE (voucher_id, conditionaloffer_id);
ALTER TABLE ONLY public.voucher_voucher
    ADD CONSTRAINT voucher_voucher_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.voucher_voucherapplication
    ADD CONSTRAINT voucher_voucherapplication_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.voucher_voucherset
    ADD CONSTRAINT voucher_voucherset_name_4c6aac05_uniq UNIQUE (name);
ALTER TABLE ONLY public.voucher_voucherset
    ADD CONSTRAINT voucher_voucherset_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailadmin_admin
    ADD CONSTRAINT wagtailadmin_admin_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailadmin_editingsession
    ADD CONSTRAINT wagtailadmin_editingsession_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailadmin_formstate
    ADD CONSTRAINT wagtailadmin_formstate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_apitoken
    ADD CONSTRAINT wagtailcore_apitoken_key_hash_key UNIQUE (key_hash);
ALTER TABLE ONLY public.wagtailcore_apitoken
    ADD CONSTRAINT wagtailcore_apitoken_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_collection
    ADD CONSTRAINT wagtailcore_collection_path_key UNIQUE (path);
ALTER TABLE ONLY public.wagtailcore_collection
    ADD CONSTRAINT wagtailcore_collection_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collectionvi_collectionviewrestrictio_988995ae_uniq UNIQUE (collectionviewrestriction_id, group_id);
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collectionviewrestriction_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction
    ADD CONSTRAINT wagtailcore_collectionviewrestriction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_commentreply
    ADD CONSTRAINT wagtailcore_commentreply_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapprova_groupapprovaltask_id_gro_bb5ee7eb_uniq UNIQUE (groupapprovaltask_id, group_id);
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapprovaltask_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask
    ADD CONSTRAINT wagtailcore_groupapprovaltask_pkey PRIMARY KEY (task_ptr_id);
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcollect_group_id_collection_id_p_a21cefe9_uniq UNIQUE (group_id, collection_id, permission_id);
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcollectionpermission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppagepermission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsiteper_group_id_site_id_permiss_a58ee30d_uniq UNIQUE (group_id, site_id, permission_id);
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsitepermission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_locale
    ADD CONSTRAINT wagtailcore_locale_language_code_key UNIQUE (language_code);
ALTER TABLE ONLY public.wagtailcore_locale
    ADD CONSTRAINT wagtailcore_locale_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_modellogentry
    ADD CONSTRAINT wagtailcore_modellogentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_path_key UNIQUE (path);
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_translation_key_locale_id_9b041bad_uniq UNIQUE (translation_key, locale_id);
ALTER TABLE ONLY public.wagtailcore_pagelogentry
    ADD CONSTRAINT wagtailcore_pagelogentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_pagerevision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubscription_page_id_user_id_0cef73ed_uniq UNIQUE (page_id, user_id);
ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubscription_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageviewrest_pageviewrestriction_id_g_d23f80bb_uniq UNIQUE (pageviewrestriction_id, group_id);
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageviewrestriction_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction
    ADD CONSTRAINT wagtailcore_pageviewrestriction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenceind_base_content_type_id_obj_9e6ccd6a_uniq UNIQUE (base_content_type_id, object_id, to_content_type_id, to_object_id, content_path_hash);
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenceindex_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_site
    ADD CONSTRAINT wagtailcore_site_hostname_port_2c626d70_uniq UNIQUE (hostname, port);
ALTER TABLE ONLY public.wagtailcore_site
    ADD CONSTRAINT wagtailcore_site_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_task
    ADD CONSTRAINT wagtailcore_task_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_uploadedfile
    ADD CONSTRAINT wagtailcore_uploadedfile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_workflow
    ADD CONSTRAINT wagtailcore_workflow_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_workflowcontenttype
    ADD CONSTRAINT wagtailcore_workflowcontenttype_pkey PRIMARY KEY (content_type_id);
ALTER TABLE ONLY public.wagtailcore_workflowpage
    ADD CONSTRAINT wagtailcore_workflowpage_pkey PRIMARY KEY (page_id);
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflowstate_current_task_state_id_key UNIQUE (current_task_state_id);
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflowstate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflowtask_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflowtask_workflow_id_task_id_4ec7a62b_uniq UNIQUE (workflow_id, task_id);
ALTER TABLE ONLY public.wagtaildocs_document
    ADD CONSTRAINT wagtaildocs_document_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailembeds_embed
    ADD CONSTRAINT wagtailembeds_embed_hash_c9bd8c9a_uniq UNIQUE (hash);
ALTER TABLE ONLY public.wagtailembeds_embed
    ADD CONSTRAINT wagtailembeds_embed_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailforms_formsubmission
    ADD CONSTRAINT wagtailforms_formsubmission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailimages_image
    ADD CONSTRAINT wagtailimages_image_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailimages_rendition
    ADD CONSTRAINT wagtailimages_rendition_image_id_filter_spec_foc_323c8fe0_uniq UNIQUE (image_id, filter_spec, focal_point_key);
ALTER TABLE ONLY public.wagtailimages_rendition
    ADD CONSTRAINT wagtailimages_rendition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailredirects_redirect
    ADD CONSTRAINT wagtailredirects_redirect_old_path_site_id_783622d7_uniq UNIQUE (old_path, site_id);
ALTER TABLE ONLY public.wagtailredirects_redirect
    ADD CONSTRAINT wagtailredirects_redirect_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailsearch_indexentry
    ADD CONSTRAINT wagtailsearch_indexentry_content_type_id_object_i_bcd7ba73_uniq UNIQUE (content_type_id, object_id);
ALTER TABLE ONLY public.wagtailsearch_indexentry
    ADD CONSTRAINT wagtailsearch_indexentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailusers_userprofile
    ADD CONSTRAINT wagtailusers_userprofile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailusers_userprofile
    ADD CONSTRAINT wagtailusers_userprofile_user_id_key UNIQUE (user_id);
ALTER TABLE ONLY public.catalog_windowpack
    ADD CONSTRAINT window_pack_once UNIQUE (window_id, pack_id);
ALTER TABLE ONLY public.wishlists_line
    ADD CONSTRAINT wishlists_line_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wishlists_line
    ADD CONSTRAINT wishlists_line_wishlist_id_product_id_78f04673_uniq UNIQUE (wishlist_id, product_id);
ALTER TABLE ONLY public.wishlists_wishlist
    ADD CONSTRAINT wishlists_wishlist_key_key UNIQUE (key);
ALTER TABLE ONLY public.wishlists_wishlist
    ADD CONSTRAINT wishlists_wishlist_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wishlists_wishlistsharedemail
    ADD CONSTRAINT wishlists_wishlistsharedemail_pkey PRIMARY KEY (id);
CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);
CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);
CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);
CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);
CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);
CREATE INDEX address_country_display_order_dc88cde8 ON public.address_country USING btree (display_order);
CREATE INDEX address_country_is_shipping_country_f7b6c461 ON public.address_country USING btree (is_shipping_country);
CREATE INDEX address_country_iso_3166_1_a2_f395eed0_like ON public.address_country USING btree (iso_3166_1_a2 varchar_pattern_ops);
CREATE INDEX address_country_printable_name_450b016c ON public.address_country USING btree (printable_name);
CREATE INDEX address_country_printable_name_450b016c_like ON public.address_country USING btree (printable_name varchar_pattern_ops);
CREATE INDEX address_useraddress_code_746f229c_like ON public.address_useraddress USING btree (code varchar_pattern_ops);
CREATE INDEX address_useraddress_country_id_fa26a249 ON public.address_useraddress USING btree (country_id);
CREATE INDEX address_useraddress_country_id_fa26a249_like ON public.address_useraddress USING btree (country_id varchar_pattern_ops);
CREATE INDEX address_useraddress_hash_e0a6b290 ON public.address_useraddress USING btree (hash);
CREATE INDEX address_useraddress_hash_e0a6b290_like ON public.address_useraddress USING btree (hash varchar_pattern_ops);
CREATE INDEX address_useraddress_user_id_6edf0244 ON public.address_useraddress USING btree (user_id);
CREATE UNIQUE INDEX alert_stands_once_per_box_and_reason ON public.traceability_alert USING btree (box_id, reason) WHERE ((box_id IS NOT NULL) AND (NOT ((state)::text = 'dismissed'::text)));
CREATE UNIQUE INDEX alert_stands_once_per_lot_and_reason ON public.traceability_alert USING btree (lot_id, reason) WHERE ((box_id IS NULL) AND (lot_id IS NOT NULL) AND (NOT ((state)::text = 'dismissed'::text)));
CREATE UNIQUE INDEX alert_stands_once_per_subject_and_reason ON public.traceability_alert USING btree (subject, reason) WHERE ((lot_id IS NULL) AND (NOT ((state)::text = 'dismissed'::text)));
CREATE INDEX analytics_productrecord_num_purchases_405301a0 ON public.analytics_productrecord USING btree (num_purchases);
CREATE INDEX analytics_userproductview_product_id_a55b87ad ON public.analytics_userproductview USING btree (product_id);
CREATE INDEX analytics_userproductview_user_id_5e49a8b1 ON public.analytics_userproductview USING btree (user_id);
CREATE INDEX analytics_userrecord_num_order_items_fb2a8304 ON public.analytics_userrecord USING btree (num_order_items);
CREATE INDEX analytics_userrecord_num_order_lines_97cc087f ON public.analytics_userrecord USING btree (num_order_lines);
CREATE INDEX analytics_userrecord_num_orders_b352ffd1 ON public.analytics_userrecord USING btree (num_orders);
CREATE INDEX analytics_usersearch_query_ad36478b ON public.analytics_usersearch USING btree (query);
CREATE INDEX analytics_usersearch_query_ad36478b_like ON public.analytics_usersearch USING btree (query varchar_pattern_ops);
CREATE INDEX analytics_usersearch_user_id_1775992d ON public.analytics_usersearch USING btree (user_id);
CREATE UNIQUE INDEX attempt_memo_is_unique ON public.payments_attempt USING btree (memo) WHERE (NOT ((memo)::text = ''::text));
CREATE INDEX attempt_of_the_provider ON public.payments_attempt USING btree (provider_reference) WHERE (NOT ((provider_reference)::text = ''::text));
CREATE INDEX attempt_open_by_expiry ON public.payments_attempt USING btree (expires_at) WHERE ((state)::text = ANY ((ARRAY['created'::character varying, 'pending'::character varying])::text[]));
CREATE INDEX attempt_to_be_asked_about ON public.payments_attempt USING btree (next_poll_at) WHERE (next_poll_at IS NOT NULL);
CREATE INDEX audit_by_deed ON public.records_auditentry USING btree (what, at DESC, id DESC);
CREATE INDEX audit_by_person ON public.records_auditentry USING btree (by_id, at DESC, id DESC);
CREATE INDEX audit_by_request ON public.records_auditentry USING btree (request_id) WHERE (NOT ((request_id)::text = ''::text));
CREATE INDEX audit_by_seller ON public.records_auditentry USING btree (about, at DESC, id DESC) WHERE (NOT ((about)::text = ''::text));
CREATE INDEX audit_by_subject ON public.records_auditentry USING btree (subject_type, subject_id, id DESC);
CREATE INDEX audit_by_time ON public.records_auditentry USING btree (at DESC, id DESC);
CREATE INDEX audit_by_transaction ON public.records_auditentry USING btree (transaction_id, subject_type, subject_id);
CREATE INDEX audit_by_whom_it_was_for ON public.records_auditentry USING btree (on_behalf_of, at DESC, id DESC) WHERE (NOT ((on_behalf_of)::text = ''::text));
CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);
CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);
CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);
CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);
CREATE UNIQUE INDEX bank_account_one_in_force ON public.catalog_bankaccount USING btree (cooperative_id) WHERE (valid_to IS NULL);
CREATE UNIQUE INDEX bank_transfer_fingerprint_is_unique ON public.payments_banktransaction USING btree (fingerprint) WHERE ((NOT ((fingerprint)::text = ''::text)) AND (same_as_id IS NULL));
CREATE INDEX bank_transfer_unmatched ON public.payments_banktransaction USING btree (occurred_at) WHERE ((state)::text = 'unmatched'::text);
CREATE INDEX base_content_object_idx ON public.wagtailcore_revision USING btree (base_content_type_id, object_id);
CREATE INDEX basket_basket_owner_id_3a018de5 ON public.basket_basket USING btree (owner_id);
CREATE INDEX basket_basket_vouchers_basket_id_f857c2f8 ON public.basket_basket_vouchers USING btree (basket_id);
CREATE INDEX basket_basket_vouchers_voucher_id_c2b66981 ON public.basket_basket_vouchers USING btree (voucher_id);
CREATE INDEX basket_line_basket_id_b615c905 ON public.basket_line USING btree (basket_id);
CREATE INDEX basket_line_date_created_eb0dfb1b ON public.basket_line USING btree (date_created);
CREATE INDEX basket_line_date_updated_a74d069d ON public.basket_line USING btree (date_updated);
CREATE INDEX basket_line_line_reference_08e91113 ON public.basket_line USING btree (line_reference);
CREATE INDEX basket_line_line_reference_08e91113_like ON public.basket_line USING btree (line_reference varchar_pattern_ops);
CREATE INDEX basket_line_product_id_303d743e ON public.basket_line USING btree (product_id);
CREATE INDEX basket_line_stockrecord_id_7039d8a4 ON public.basket_line USING btree (stockrecord_id);
CREATE INDEX basket_lineattribute_line_id_c41e0cdf ON public.basket_lineattribute USING btree (line_id);
CREATE INDEX basket_lineattribute_option_id_9387a3f7 ON public.basket_lineattribute USING btree (option_id);
CREATE INDEX box_by_lot ON public.traceability_box USING btree (lot_id, id);
CREATE INDEX box_by_reference ON public.traceability_box USING btree (reference) WHERE (NOT ((reference)::text = ''::text));
CREATE UNIQUE INDEX box_lies_in_one_unit ON public.traceability_unitbox USING btree (box_id) WHERE (out_at IS NULL);
CREATE UNIQUE INDEX capture_takes_a_document_once ON public.traceability_capture USING btree (party_id, digest, behaviour) WHERE success;
CREATE UNIQUE INDEX carton_of_so_many_is_one_item ON public.traceability_tradeitem USING btree (contains_id, units) WHERE (contains_id IS NOT NULL);
CREATE INDEX cash_parcel_by_tracking ON public.payments_cashparcel USING btree (courier_id, tracking);
CREATE INDEX cash_parcel_with_courier ON public.payments_cashparcel USING btree (courier_id, taken_at) WHERE ((state)::text = ANY ((ARRAY['taken'::character varying, 'forgiven'::character varying])::text[]));
CREATE INDEX catalog_bankaccount_cooperative_id_6ff4de53 ON public.catalog_bankaccount USING btree (cooperative_id);
CREATE INDEX catalog_basketkey_public_id_e014e15b_like ON public.catalog_basketkey USING btree (public_id varchar_pattern_ops);
CREATE INDEX catalog_basketkey_token_sha256_396ee783_like ON public.catalog_basketkey USING btree (token_sha256 varchar_pattern_ops);
CREATE INDEX catalog_basketlinesource_offer_id_3ccde7fc ON public.catalog_basketlinesource USING btree (offer_id);
CREATE INDEX catalog_basketvoucher_voucher_id_8ddbfcb7 ON public.catalog_basketvoucher USING btree (voucher_id);
CREATE INDEX catalog_certificate_cooperative_id_1f98739d ON public.catalog_certificate USING btree (cooperative_id);
CREATE INDEX catalog_certificate_paper_id_941fb26e ON public.catalog_certificate USING btree (paper_id);
CREATE INDEX catalog_consent_cooperative_id_e9b49eef ON public.catalog_consent USING btree (cooperative_id);
CREATE INDEX catalog_consent_ended_by_id_d095fee3 ON public.catalog_consent USING btree (ended_by_id);
CREATE INDEX catalog_consent_given_by_id_53e7b04f ON public.catalog_consent USING btree (given_by_id);
CREATE INDEX catalog_consent_helper_id_8ff1c76e ON public.catalog_consent USING btree (helper_id);
CREATE INDEX catalog_conversation_cooperative_id_7a2510c5 ON public.catalog_conversation USING btree (cooperative_id);
CREATE INDEX catalog_conversation_listing_id_37dc8168 ON public.catalog_conversation USING btree (listing_id);
CREATE INDEX catalog_conversation_token_f6227f9a_like ON public.catalog_conversation USING btree (token varchar_pattern_ops);
CREATE INDEX catalog_conversation_user_id_427f273f ON public.catalog_conversation USING btree (user_id);
CREATE INDEX catalog_cooperative_assigned_to_id_048a596b ON public.catalog_cooperative USING btree (assigned_to_id);
CREATE INDEX catalog_cooperative_commune_id_45820d95 ON public.catalog_cooperative USING btree (commune_id);
CREATE INDEX catalog_cooperative_slug_c2c7c031_like ON public.catalog_cooperative USING btree (slug varchar_pattern_ops);
CREATE INDEX catalog_cooperative_tax_code_56f6d33c_like ON public.catalog_cooperative USING btree (tax_code varchar_pattern_ops);
CREATE INDEX catalog_cooperativedecision_by_id_344238bb ON public.catalog_cooperativedecision USING btree (by_id);
CREATE INDEX catalog_cooperativedecision_cooperative_id_963eba63 ON public.catalog_cooperativedecision USING btree (cooperative_id);
CREATE INDEX catalog_cooperativepaper_cooperative_id_fdee654d ON public.catalog_cooperativepaper USING btree (cooperative_id);
CREATE INDEX catalog_cooperativepaper_looked_by_id_23f9b54a ON public.catalog_cooperativepaper USING btree (looked_by_id);
CREATE INDEX catalog_customer_cooperative_id_adc7d396 ON public.catalog_customer USING btree (cooperative_id);
CREATE INDEX catalog_customer_seller_order_id_56390c50 ON public.catalog_customer USING btree (seller_order_id);
CREATE INDEX catalog_customer_user_id_cb1b136f ON public.catalog_customer USING btree (user_id);
CREATE INDEX catalog_customertag_customer_id_98284f12 ON public.catalog_customertag USING btree (customer_id);
CREATE INDEX catalog_goodscategory_parent_id_1134a881 ON public.catalog_goodscategory USING btree (parent_id);
CREATE INDEX catalog_goodscategory_path_c357922a_like ON public.catalog_goodscategory USING btree (path varchar_pattern_ops);
CREATE INDEX catalog_grade_key_2b4c1c5c_like ON public.catalog_grade USING btree (key varchar_pattern_ops);
CREATE INDEX catalog_harvestwindow_listing_id_44cbf245 ON public.catalog_harvestwindow USING btree (listing_id);
CREATE INDEX catalog_harvestwindow_opened_by_id_2db3078f ON public.catalog_harvestwindow USING btree (opened_by_id);
CREATE INDEX catalog_hold_balance_id_2b7689c9 ON public.catalog_hold USING btree (balance_id);
CREATE INDEX catalog_hold_order_line_id_c92ccba0 ON public.catalog_hold USING btree (order_line_id);
CREATE INDEX catalog_holiday_by_id_a87de5ec ON public.catalog_holiday USING btree (by_id);
CREATE INDEX catalog_holiday_cooperative_id_472c5b47 ON public.catalog_holiday USING btree (cooperative_id);
CREATE INDEX catalog_identitycheck_checked_by_id_a0fe8723 ON public.catalog_identitycheck USING btree (checked_by_id);
CREATE INDEX catalog_identitycheck_cooperative_id_da473a39 ON public.catalog_identitycheck USING btree (cooperative_id);
CREATE INDEX catalog_invitation_cooperative_id_5f71b46e ON public.catalog_invitation USING btree (cooperative_id);
CREATE INDEX catalog_invitation_invited_by_id_054d6f3f ON public.catalog_invitation USING btree (invited_by_id);
CREATE INDEX catalog_invitation_token_6b0fc863_like ON public.catalog_invitation USING btree (token varchar_pattern_ops);
CREATE INDEX catalog_invoicereference_written_by_id_e31f8338 ON public.catalog_invoicereference USING btree (written_by_id);
CREATE INDEX catalog_lane_code_3299f787_like ON public.catalog_lane USING btree (code varchar_pattern_ops);
CREATE INDEX catalog_lane_courier_id_69353cd9 ON public.catalog_lane USING btree (courier_id);
CREATE INDEX catalog_laneoffer_cooperative_id_14126afb ON public.catalog_laneoffer USING btree (cooperative_id);
CREATE INDEX catalog_laneoffer_lane_id_f9e2e3d8 ON public.catalog_laneoffer USING btree (lane_id);
CREATE INDEX catalog_lanerate_lane_id_83290d32 ON public.catalog_lanerate USING btree (lane_id);
CREATE INDEX catalog_lanerate_zone_id_2528c807 ON public.catalog_lanerate USING btree (zone_id);
CREATE INDEX catalog_listing_category_id_3526ce81 ON public.catalog_listing USING btree (category_id);
CREATE INDEX catalog_listing_certificates_certificate_id_91d1a56b ON public.catalog_listing_certificates USING btree (certificate_id);
CREATE INDEX catalog_listing_certificates_listing_id_5d5df0fb ON public.catalog_listing_certificates USING btree (listing_id);
CREATE INDEX catalog_listing_commune_id_ad7d685b ON public.catalog_listing USING btree (commune_id);
CREATE INDEX catalog_listing_cooperative_id_13527a85 ON public.catalog_listing USING btree (cooperative_id);
CREATE INDEX catalog_listing_protected_name_id_d758cedc ON public.catalog_listing USING btree (protected_name_id);
CREATE INDEX catalog_listing_slug_e45d88d9 ON public.catalog_listing USING btree (slug);
CREATE INDEX catalog_listing_slug_e45d88d9_like ON public.catalog_listing USING btree (slug varchar_pattern_ops);
CREATE INDEX catalog_listing_variety_id_fda7cc4f ON public.catalog_listing USING btree (variety_id);
CREATE INDEX catalog_listingchange_assigned_to_id_f23ddf30 ON public.catalog_listingchange USING btree (assigned_to_id);
CREATE INDEX catalog_listingchange_decided_by_id_45b9c17b ON public.catalog_listingchange USING btree (decided_by_id);
CREATE INDEX catalog_listingchange_first_id_9e54853c ON public.catalog_listingchange USING btree (first_id);
CREATE INDEX catalog_listingchange_listing_id_78e61c0d ON public.catalog_listingchange USING btree (listing_id);
CREATE INDEX catalog_listingchange_proposed_by_id_e60ba4fb ON public.catalog_listingchange USING btree (proposed_by_id);
CREATE INDEX catalog_listingchange_rule_id_7056891f ON public.catalog_listingchange USING btree (rule_id);
CREATE INDEX catalog_listingdraft_cooperative_id_ae4a6562 ON public.catalog_listingdraft USING btree (cooperative_id);
CREATE INDEX catalog_listingdraft_listing_id_4b44004f ON public.catalog_listingdraft USING btree (listing_id);
CREATE INDEX catalog_listingdraft_saved_by_id_5bd9edf9 ON public.catalog_listingdraft USING btree (saved_by_id);
CREATE INDEX catalog_listingdraft_token_0b296bd6_like ON public.catalog_listingdraft USING btree (token varchar_pattern_ops);
CREATE INDEX catalog_listingpicture_listing_id_1a00428d ON public.catalog_listingpicture USING btree (listing_id);
CREATE INDEX catalog_listingpicture_picture_id_b13b02d9 ON public.catalog_listingpicture USING btree (picture_id);
CREATE INDEX catalog_listingreport_answered_by_id_672f6fe2 ON public.catalog_listingreport USING btree (answered_by_id);
CREATE INDEX catalog_listingreport_listing_id_55bfe0c1 ON public.catalog_listingreport USING btree (listing_id);
CREATE INDEX catalog_listingreport_token_7f4cc055_like ON public.catalog_listingreport USING btree (token varchar_pattern_ops);
CREATE INDEX catalog_listingtext_listing_id_fca529c6 ON public.catalog_listingtext USING btree (listing_id);
CREATE INDEX catalog_lotbalance_lot_id_5187e9e8 ON public.catalog_lotbalance USING btree (lot_id);
CREATE INDEX catalog_lotbalance_pack_id_8e543263 ON public.catalog_lotbalance USING btree (pack_id);
CREATE INDEX catalog_membership_cooperative_id_018ce5b2 ON public.catalog_membership USING btree (cooperative_id);
CREATE INDEX catalog_membership_user_id_05a906b3 ON public.catalog_membership USING btree (user_id);
CREATE INDEX catalog_message_by_id_1fafb3f8 ON public.catalog_message USING btree (by_id);
CREATE INDEX catalog_message_conversation_id_81244352 ON public.catalog_message USING btree (conversation_id);
CREATE INDEX catalog_nudge_seller_order_id_0a85fa2d ON public.catalog_nudge USING btree (seller_order_id);
CREATE INDEX catalog_orderevent_by_id_fb8a88cf ON public.catalog_orderevent USING btree (by_id);
CREATE INDEX catalog_orderevent_order_id_5b3b80cb ON public.catalog_orderevent USING btree (order_id);
CREATE INDEX catalog_orderevent_seller_order_id_a95f0230 ON public.catalog_orderevent USING btree (seller_order_id);
CREATE INDEX catalog_pack_listing_id_4c635f3e ON public.catalog_pack USING btree (listing_id);
CREATE INDEX catalog_packedlot_line_id_7f81215f ON public.catalog_packedlot USING btree (line_id);
CREATE INDEX catalog_packedlot_lot_id_ba731c05 ON public.catalog_packedlot USING btree (lot_id);
CREATE INDEX catalog_partdiscount_cooperative_id_3f2b57f0 ON public.catalog_partdiscount USING btree (cooperative_id);
CREATE INDEX catalog_partdiscount_only_for_id_3d05f87d ON public.catalog_partdiscount USING btree (only_for_id);
CREATE INDEX catalog_partdiscount_use_id_46029b29 ON public.catalog_partdiscount USING btree (use_id);
CREATE INDEX catalog_passrule_key_6d39c657 ON public.catalog_passrule USING btree (key);
CREATE INDEX catalog_passrule_key_6d39c657_like ON public.catalog_passrule USING btree (key varchar_pattern_ops);
CREATE INDEX catalog_phonecode_by_id_29001ce7 ON public.catalog_phonecode USING btree (by_id);
CREATE INDEX catalog_picture_cooperative_id_a0c43417 ON public.catalog_picture USING btree (cooperative_id);
CREATE INDEX catalog_picture_token_7abd1cee_like ON public.catalog_picture USING btree (token varchar_pattern_ops);
CREATE INDEX catalog_picture_uploaded_by_id_41d384cc ON public.catalog_picture USING btree (uploaded_by_id);
CREATE INDEX catalog_placement_commune_id_d0b0d12e ON public.catalog_placement USING btree (commune_id);
CREATE INDEX catalog_placement_idempotency_key_cc35a757_like ON public.catalog_placement USING btree (idempotency_key varchar_pattern_ops);
CREATE INDEX catalog_placement_token_9c25ce4a_like ON public.catalog_placement USING btree (token varchar_pattern_ops);
CREATE INDEX catalog_preorder_offer_id_24bfafbf ON public.catalog_preorder USING btree (offer_id);
CREATE INDEX catalog_protectedname_category_id_bc8ea4c3 ON public.catalog_protectedname USING btree (category_id);
CREATE INDEX catalog_protectedname_key_4c03c220_like ON public.catalog_protectedname USING btree (key varchar_pattern_ops);
CREATE INDEX catalog_reason_key_18014196 ON public.catalog_reason USING btree (key);
CREATE INDEX catalog_reason_key_18014196_like ON public.catalog_reason USING btree (key varchar_pattern_ops);
CREATE INDEX catalog_recalledline_line_id_7723d960 ON public.catalog_recalledline USING btree (line_id);
CREATE INDEX catalog_recalledline_notice_id_43e36a8d ON public.catalog_recalledline USING btree (notice_id);
CREATE INDEX catalog_recalledline_recall_id_643ab79c ON public.catalog_recalledline USING btree (recall_id);
CREATE INDEX catalog_recallnotice_recall_id_4946599d ON public.catalog_recallnotice USING btree (recall_id);
CREATE INDEX catalog_recallnotice_token_39973c2a_like ON public.catalog_recallnotice USING btree (token varchar_pattern_ops);
CREATE INDEX catalog_recalltask_cooperative_id_6956abd9 ON public.catalog_recalltask USING btree (cooperative_id);
CREATE INDEX catalog_recalltask_done_by_id_1643d6a0 ON public.catalog_recalltask USING btree (done_by_id);
CREATE INDEX catalog_recalltask_recall_id_9928f294 ON public.catalog_recalltask USING btree (recall_id);
CREATE INDEX catalog_remark_change_id_4b42823d ON public.catalog_remark USING btree (change_id);
CREATE INDEX catalog_remark_reason_id_a5833859 ON public.catalog_remark USING btree (reason_id);
CREATE INDEX catalog_season_category_id_c6b5b6e1 ON public.catalog_season USING btree (category_id);
CREATE INDEX catalog_season_key_d5918d2e_like ON public.catalog_season USING btree (key varchar_pattern_ops);
CREATE INDEX catalog_season_variety_id_2795b520 ON public.catalog_season USING btree (variety_id);
CREATE INDEX catalog_sellerorder_cooperative_id_2e854aff ON public.catalog_sellerorder USING btree (cooperative_id);
CREATE INDEX catalog_sellerorder_lane_id_562880c3 ON public.catalog_sellerorder USING btree (lane_id);
CREATE INDEX catalog_sellerorder_number_618d08fb_like ON public.catalog_sellerorder USING btree (number varchar_pattern_ops);
CREATE INDEX catalog_sellerorder_order_id_51f8523b ON public.catalog_sellerorder USING btree (order_id);
CREATE INDEX catalog_sellerorderline_category_id_6f19df9b ON public.catalog_sellerorderline USING btree (category_id);
CREATE INDEX catalog_sellerorderline_commune_id_aa5e6189 ON public.catalog_sellerorderline USING btree (commune_id);
CREATE INDEX catalog_sellerorderline_pack_id_c6fe9a36 ON public.catalog_sellerorderline USING btree (pack_id);
CREATE INDEX catalog_sellerorderline_seller_order_id_152e4b7b ON public.catalog_sellerorderline USING btree (seller_order_id);
CREATE INDEX catalog_sellerorderline_variety_id_c196dbbb ON public.catalog_sellerorderline USING btree (variety_id);
CREATE INDEX catalog_shelfitem_cooperative_slug_7228159e ON public.catalog_shelfitem USING btree (cooperative_slug);
CREATE INDEX catalog_shelfitem_cooperative_slug_7228159e_like ON public.catalog_shelfitem USING btree (cooperative_slug varchar_pattern_ops);
CREATE INDEX catalog_shelfitem_slug_baa9d853 ON public.catalog_shelfitem USING btree (slug);
CREATE INDEX catalog_shelfitem_slug_baa9d853_like ON public.catalog_shelfitem USING btree (slug varchar_pattern_ops);
CREATE INDEX catalog_stockmovement_balance_id_afb1c9d9 ON public.catalog_stockmovement USING btree (balance_id);
CREATE INDEX catalog_stockmovement_order_line_id_855cdb1b ON public.catalog_stockmovement USING btree (order_line_id);
CREATE INDEX catalog_synonym_category_id_3bae5a87 ON public.catalog_synonym USING btree (category_id);
CREATE INDEX catalog_synonym_terms_ce7afe99_like ON public.catalog_synonym USING btree (terms varchar_pattern_ops);
CREATE INDEX catalog_takedownorder_cooperative_id_1e2ac669 ON public.catalog_takedownorder USING btree (cooperative_id);
CREATE INDEX catalog_takedownorder_executed_by_id_a8ccfdcc ON public.catalog_takedownorder USING btree (executed_by_id);
CREATE INDEX catalog_takedownorder_lifted_by_id_83db8ac1 ON public.catalog_takedownorder USING btree (lifted_by_id);
CREATE INDEX catalog_takedownorder_listing_id_c820c5d0 ON public.catalog_takedownorder USING btree (listing_id);
CREATE INDEX catalog_takedownorder_number_3a619bb1_like ON public.catalog_takedownorder USING btree (number varchar_pattern_ops);
CREATE INDEX catalog_takedownorder_report_id_d3142d88 ON public.catalog_takedownorder USING btree (report_id);
CREATE INDEX catalog_teammember_appointed_by_id_8fdb7e38 ON public.catalog_teammember USING btree (appointed_by_id);
CREATE INDEX catalog_teammember_commune_id_63064a2a ON public.catalog_teammember USING btree (commune_id);
CREATE INDEX catalog_teammember_ended_by_id_1e76a95a ON public.catalog_teammember USING btree (ended_by_id);
CREATE INDEX catalog_teammember_user_id_59ea45b3 ON public.catalog_teammember USING btree (user_id);
CREATE INDEX catalog_undelivered_by_id_6e9d2f98 ON public.catalog_undelivered USING btree (by_id);
CREATE INDEX catalog_variety_category_id_ce93e31d ON public.catalog_variety USING btree (category_id);
CREATE INDEX catalog_variety_key_06b8795f_like ON public.catalog_variety USING btree (key varchar_pattern_ops);
CREATE INDEX catalog_voucher_category_id_ac3e4115 ON public.catalog_voucher USING btree (category_id);
CREATE INDEX catalog_voucher_code_b8faa130_like ON public.catalog_voucher USING btree (code varchar_pattern_ops);
CREATE INDEX catalog_voucher_cooperative_id_ceff9afa ON public.catalog_voucher USING btree (cooperative_id);
CREATE INDEX catalog_voucheruse_voucher_id_e6036a8a ON public.catalog_voucheruse USING btree (voucher_id);
CREATE INDEX catalog_waitingentry_listing_id_7a5c5840 ON public.catalog_waitingentry USING btree (listing_id);
CREATE INDEX catalog_waitingentry_token_f202fc54_like ON public.catalog_waitingentry USING btree (token varchar_pattern_ops);
CREATE INDEX catalog_windowpack_pack_id_16b2ccb0 ON public.catalog_windowpack USING btree (pack_id);
CREATE INDEX catalog_windowpack_window_id_ced55207 ON public.catalog_windowpack USING btree (window_id);
CREATE INDEX catalog_zone_code_3d72cd28_like ON public.catalog_zone USING btree (code varchar_pattern_ops);
CREATE INDEX catalog_zoneprovince_province_code_2672e7ab_like ON public.catalog_zoneprovince USING btree (province_code varchar_pattern_ops);
CREATE INDEX catalog_zoneprovince_zone_id_a4ed517c ON public.catalog_zoneprovince USING btree (zone_id);
CREATE INDEX catalogue_attributeoption_code_861d9e91_like ON public.catalogue_attributeoption USING btree (code varchar_pattern_ops);
CREATE INDEX catalogue_attributeoption_group_id_3d4a5e24 ON public.catalogue_attributeoption USING btree (group_id);
CREATE INDEX catalogue_attributeoptiongroup_code_30e7931f_like ON public.catalogue_attributeoptiongroup USING btree (code varchar_pattern_ops);
CREATE INDEX catalogue_category_ancestors_are_public_d088d0db ON public.catalogue_category USING btree (ancestors_are_public);
CREATE INDEX catalogue_category_code_98f4a4fa_like ON public.catalogue_category USING btree (code varchar_pattern_ops);
CREATE INDEX catalogue_category_exclude_from_menu_898e8583 ON public.catalogue_category USING btree (exclude_from_menu);
CREATE INDEX catalogue_category_is_public_ab0536be ON public.catalogue_category USING btree (is_public);
CREATE INDEX catalogue_category_name_1f342ac2 ON public.catalogue_category USING btree (name);
CREATE INDEX catalogue_category_name_1f342ac2_like ON public.catalogue_category USING btree (name varchar_pattern_ops);
CREATE INDEX catalogue_category_path_1c5b79c2_like ON public.catalogue_category USING btree (path varchar_pattern_ops);
CREATE INDEX catalogue_category_slug_9635febd ON public.catalogue_category USING btree (slug);
CREATE INDEX catalogue_category_slug_9635febd_like ON public.catalogue_category USING btree (slug varchar_pattern_ops);
CREATE INDEX catalogue_option_code_0697b920_like ON public.catalogue_option USING btree (code varchar_pattern_ops);
CREATE INDEX catalogue_option_name_7b84926d ON public.catalogue_option USING btree (name);
CREATE INDEX catalogue_option_name_7b84926d_like ON public.catalogue_option USING btree (name varchar_pattern_ops);
CREATE INDEX catalogue_option_option_group_id_2fd86269 ON public.catalogue_option USING btree (option_group_id);
CREATE INDEX catalogue_option_order_d4ee348f ON public.catalogue_option USING btree ("order");
CREATE UNIQUE INDEX catalogue_product_category_hierarchy_idx ON public.catalogue_product_category_hierarchy USING btree (product_id, category_id);
CREATE INDEX catalogue_product_code_a7386c07_like ON public.catalogue_product USING btree (code varchar_pattern_ops);
CREATE INDEX catalogue_product_date_created_d66f485a ON public.catalogue_product USING btree (date_created);
CREATE INDEX catalogue_product_date_updated_d3a1785d ON public.catalogue_product USING btree (date_updated);
CREATE INDEX catalogue_product_is_public_1cf798c5 ON public.catalogue_product USING btree (is_public);
CREATE INDEX catalogue_product_parent_id_9bfd2382 ON public.catalogue_product USING btree (parent_id);
CREATE INDEX catalogue_product_priority_983a8f56 ON public.catalogue_product USING btree (priority);
CREATE INDEX catalogue_product_product_class_id_0c6c5b54 ON public.catalogue_product USING btree (product_class_id);
CREATE INDEX catalogue_product_product_options_option_id_ff470e13 ON public.catalogue_product_product_options USING btree (option_id);
CREATE INDEX catalogue_product_product_options_product_id_ad2b46bd ON public.catalogue_product_product_options USING btree (product_id);
CREATE INDEX catalogue_product_slug_c8e2e2b9 ON public.catalogue_product USING btree (slug);
CREATE INDEX catalogue_product_slug_c8e2e2b9_like ON public.catalogue_product USING btree (slug varchar_pattern_ops);
CREATE INDEX catalogue_product_upc_91f72b90_like ON public.catalogue_product USING btree (upc varchar_pattern_ops);
CREATE INDEX catalogue_productattribute_attributeoption_id_962b600b ON public.catalogue_productattributevalue_value_multi_option USING btree (attributeoption_id);
CREATE INDEX catalogue_productattribute_code_9ffea293 ON public.catalogue_productattribute USING btree (code);
CREATE INDEX catalogue_productattribute_code_9ffea293_like ON public.catalogue_productattribute USING btree (code varchar_pattern_ops);
CREATE INDEX catalogue_productattribute_option_group_id_6b422dc2 ON public.catalogue_productattribute USING btree (option_group_id);
CREATE INDEX catalogue_productattribute_product_class_id_7af808ec ON public.catalogue_productattribute USING btree (product_class_id);
CREATE INDEX catalogue_productattribute_productattributevalue_id_9c7c031e ON public.catalogue_productattributevalue_value_multi_option USING btree (productattributevalue_id);
CREATE INDEX catalogue_productattributevalue_attribute_id_0287c1e7 ON public.catalogue_productattributevalue USING btree (attribute_id);
CREATE INDEX catalogue_productattributevalue_entity_content_type_id_f7186ab5 ON public.catalogue_productattributevalue USING btree (entity_content_type_id);
CREATE INDEX catalogue_productattributevalue_product_id_a03cd90e ON public.catalogue_productattributevalue USING btree (product_id);
CREATE INDEX catalogue_productattributevalue_value_boolean_c5b0d66a ON public.catalogue_productattributevalue USING btree (value_boolean);
CREATE INDEX catalogue_productattributevalue_value_date_d18775c1 ON public.catalogue_productattributevalue USING btree (value_date);
CREATE INDEX catalogue_productattributevalue_value_datetime_b474ac38 ON public.catalogue_productattributevalue USING btree (value_datetime);
CREATE INDEX catalogue_productattributevalue_value_float_5ef8d3db ON public.catalogue_productattributevalue USING btree (value_float);
CREATE INDEX catalogue_productattributevalue_value_integer_55fbb7d6 ON public.catalogue_productattributevalue USING btree (value_integer);
CREATE INDEX catalogue_productattributevalue_value_option_id_21026066 ON public.catalogue_productattributevalue USING btree (value_option_id);
CREATE INDEX catalogue_productcategory_category_id_176db535 ON public.catalogue_productcategory USING btree (category_id);
CREATE INDEX catalogue_productcategory_product_id_846a4061 ON public.catalogue_productcategory USING btree (product_id);
CREATE INDEX catalogue_productclass_options_option_id_b099542c ON public.catalogue_productclass_options USING btree (option_id);
CREATE INDEX catalogue_productclass_options_productclass_id_732df4c8 ON public.catalogue_productclass_options USING btree (productclass_id);
CREATE INDEX catalogue_productclass_slug_270c6b2b_like ON public.catalogue_productclass USING btree (slug varchar_pattern_ops);
CREATE INDEX catalogue_productimage_code_fdab9782_like ON public.catalogue_productimage USING btree (code varchar_pattern_ops);
CREATE INDEX catalogue_productimage_display_order_9fa741ac ON public.catalogue_productimage USING btree (display_order);
CREATE INDEX catalogue_productimage_product_id_49474fe8 ON public.catalogue_productimage USING btree (product_id);
CREATE INDEX catalogue_productrecommendation_primary_id_6e51a55c ON public.catalogue_productrecommendation USING btree (primary_id);
CREATE INDEX catalogue_productrecommendation_ranking_e7a0f7fd ON public.catalogue_productrecommendation USING btree (ranking);
CREATE INDEX catalogue_productrecommendation_recommendation_id_daf8ae95 ON public.catalogue_productrecommendation USING btree (recommendation_id);
CREATE INDEX cms_livehost_checked_by_id_48df2973 ON public.cms_livehost USING btree (checked_by_id);
CREATE INDEX cms_livehost_cooperative_id_3bd06d2e ON public.cms_livehost USING btree (cooperative_id);
CREATE INDEX cms_livehost_session_id_f769cca3 ON public.cms_livehost USING btree (session_id);
CREATE INDEX cms_liveitem_listing_id_54081232 ON public.cms_liveitem USING btree (listing_id);
CREATE INDEX cms_liveitem_session_id_25284a38 ON public.cms_liveitem USING btree (session_id);
CREATE INDEX cms_livepin_item_id_a4e76e4e ON public.cms_livepin USING btree (item_id);
CREATE INDEX cms_livepin_session_id_a6f52796 ON public.cms_livepin USING btree (session_id);
CREATE INDEX cms_livereport_answered_by_id_59f15c56 ON public.cms_livereport USING btree (answered_by_id);
CREATE INDEX cms_livereport_session_id_5514b343 ON public.cms_livereport USING btree (session_id);
CREATE INDEX cms_livesession_ended_by_id_96783922 ON public.cms_livesession USING btree (ended_by_id);
CREATE INDEX cms_livesession_token_0e964d1b_like ON public.cms_livesession USING btree (token varchar_pattern_ops);
CREATE INDEX cms_policyversion_page_id_a99b6c26 ON public.cms_policyversion USING btree (page_id);
CREATE INDEX cms_pricerow_category_id_1f19583e ON public.cms_pricerow USING btree (category_id);
CREATE INDEX cms_pricerow_page_id_1639a25c ON public.cms_pricerow USING btree (page_id);
CREATE INDEX cms_seasonpage_category_id_c43359d3 ON public.cms_seasonpage USING btree (category_id);
CREATE INDEX cms_storypage_cooperative_id_20f34bfb ON public.cms_storypage USING btree (cooperative_id);
CREATE INDEX commune_folded_trigrams ON public.communes_commune USING gin (folded public.gin_trgm_ops);
CREATE INDEX commune_in_province_order ON public.communes_commune USING btree (province_id, sort_key);
CREATE INDEX communes_commune_province_id_20ef674c ON public.communes_commune USING btree (province_id);
CREATE INDEX communes_disadvantaged_commune_id_f36fd55c ON public.communes_disadvantaged USING btree (commune_id);
CREATE INDEX communes_province_slug_c80e99e4 ON public.communes_province USING btree (slug);
CREATE INDEX communes_province_slug_c80e99e4_like ON public.communes_province USING btree (slug varchar_pattern_ops);
CREATE INDEX communes_succession_new_id_2c70a8b2 ON public.communes_succession USING btree (new_id);
CREATE INDEX communes_succession_old_id_84deef49 ON public.communes_succession USING btree (old_id);
CREATE INDEX communication_communicationeventtype_name_45761eb9 ON public.communication_communicationeventtype USING btree (name);
CREATE INDEX communication_communicationeventtype_name_45761eb9_like ON public.communication_communicationeventtype USING btree (name varchar_pattern_ops);
CREATE UNIQUE INDEX consent_one_open_per_person_and_cooperative ON public.catalog_consent USING btree (cooperative_id, helper_id) WHERE (ended_at IS NULL);
CREATE INDEX consent_open_to ON public.catalog_consent USING btree (helper_id) WHERE (ended_at IS NULL);
CREATE INDEX content_object_idx ON public.wagtailcore_revision USING btree (content_type_id, object_id);
CREATE INDEX conversation_of_buyer ON public.catalog_conversation USING btree (user_id, last_at DESC);
CREATE INDEX conversation_of_seller ON public.catalog_conversation USING btree (cooperative_id, last_at DESC);
CREATE INDEX customer_by_phone ON public.catalog_customer USING btree (phone);
CREATE INDEX customer_communicationeventtype_code_984beacb_like ON public.communication_communicationeventtype USING btree (code varchar_pattern_ops);
CREATE INDEX customer_email_user_id_a69ad588 ON public.communication_email USING btree (user_id);
CREATE INDEX customer_notification_date_sent_9b6baeda ON public.communication_notification USING btree (date_sent);
CREATE INDEX customer_notification_recipient_id_d99de5c8 ON public.communication_notification USING btree (recipient_id);
CREATE INDEX customer_notification_sender_id_affa1632 ON public.communication_notification USING btree (sender_id);
CREATE INDEX customer_productalert_date_created_00622b1c ON public.customer_productalert USING btree (date_created);
CREATE INDEX customer_productalert_email_e5f35f45 ON public.customer_productalert USING btree (email);
CREATE INDEX customer_productalert_email_e5f35f45_like ON public.customer_productalert USING btree (email varchar_pattern_ops);
CREATE INDEX customer_productalert_key_a26f3bdc ON public.customer_productalert USING btree (key);
CREATE INDEX customer_productalert_key_a26f3bdc_like ON public.customer_productalert USING btree (key varchar_pattern_ops);
CREATE INDEX customer_productalert_product_id_7e529a41 ON public.customer_productalert USING btree (product_id);
CREATE INDEX customer_productalert_user_id_677ad6d6 ON public.customer_productalert USING btree (user_id);
CREATE INDEX diary_of_plot_by_day ON public.traceability_diaryentry USING btree (plot_id, "on" DESC);
CREATE INDEX django_admin_log_content_type_id_c4bce8eb ON public.django_admin_log USING btree (content_type_id);
CREATE INDEX django_admin_log_user_id_c564eba6 ON public.django_admin_log USING btree (user_id);
CREATE INDEX django_flatpage_sites_flatpage_id_078bbc8b ON public.django_flatpage_sites USING btree (flatpage_id);
CREATE INDEX django_flatpage_sites_site_id_bfd8ea84 ON public.django_flatpage_sites USING btree (site_id);
CREATE INDEX django_flatpage_url_41612362 ON public.django_flatpage USING btree (url);
CREATE INDEX django_flatpage_url_41612362_like ON public.django_flatpage USING btree (url varchar_pattern_ops);
CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);
CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);
CREATE INDEX django_site_domain_a2e37b91_like ON public.django_site USING btree (domain varchar_pattern_ops);
CREATE INDEX epcis_by_event_id ON public.traceability_epcisevent USING btree (event_id);
CREATE INDEX epcis_by_given_id ON public.traceability_epcisevent USING btree (given_id);
CREATE INDEX epcis_by_place ON public.traceability_epcisevent USING btree (biz_location, event_time DESC, id DESC);
CREATE INDEX epcis_by_point ON public.traceability_epcisevent USING btree (read_point, event_time DESC, id DESC);
CREATE INDEX epcis_by_record ON public.traceability_epcisevent USING btree (recorded_at DESC, id DESC);
CREATE INDEX epcis_by_state ON public.traceability_epcisevent USING btree (disposition, event_time DESC, id DESC);
CREATE INDEX epcis_by_step ON public.traceability_epcisevent USING btree (biz_step, event_time DESC, id DESC);
CREATE INDEX epcis_by_time ON public.traceability_epcisevent USING btree (event_time DESC, id DESC);
CREATE UNIQUE INDEX epcis_event_is_declared_wrong_once ON public.traceability_epcisevent USING btree (event_id) WHERE (declared_at IS NOT NULL);
CREATE UNIQUE INDEX epcis_event_is_there_once ON public.traceability_epcisevent USING btree (event_id) WHERE (declared_at IS NULL);
CREATE UNIQUE INDEX epcis_given_id_belongs_to_one_event ON public.traceability_epcisevent USING btree (given_id) WHERE ((NOT ((given_id)::text = ''::text)) AND (declared_at IS NULL));
CREATE INDEX epcis_thing_by_uri ON public.traceability_epciseventthing USING btree (uri, role);
CREATE INDEX event_of_lot_in_order ON public.traceability_event USING btree (lot_id, at, id);
CREATE UNIQUE INDEX facility_code_is_of_one_house ON public.traceability_facility USING btree (code) WHERE (NOT ((code)::text = ''::text));
CREATE UNIQUE INDEX facility_gln_is_of_one_house ON public.traceability_facility USING btree (gln) WHERE (NOT ((gln)::text = ''::text));
CREATE UNIQUE INDEX facility_one_is_the_usual ON public.traceability_facility USING btree (party_id) WHERE is_usual;
CREATE INDEX formstate_user_object ON public.wagtailadmin_formstate USING btree (user_id, content_type_id, object_id, parent_object_id);
CREATE UNIQUE INDEX harvest_window_one_at_a_time ON public.catalog_harvestwindow USING btree (listing_id) WHERE (over_at IS NULL);
CREATE UNIQUE INDEX hold_one_per_balance_and_line ON public.catalog_hold USING btree (balance_id, order_line_id) WHERE ((state)::text = 'held'::text);
CREATE INDEX incident_open ON public.payments_incident USING btree (opened_at) WHERE ((state)::text = 'open'::text);
CREATE UNIQUE INDEX invitation_open_once_per_person ON public.catalog_invitation USING btree (cooperative_id, login) WHERE ((state)::text = 'open'::text);
CREATE INDEX invitation_open_to ON public.catalog_invitation USING btree (login) WHERE ((state)::text = 'open'::text);
CREATE UNIQUE INDEX item_gtin_belongs_to_one_item ON public.traceability_tradeitem USING btree (gtin) WHERE (NOT ((gtin)::text = ''::text));
CREATE INDEX label_job_of_lot ON public.traceability_labeljob USING btree (lot_id, id DESC);
CREATE INDEX label_job_of_party ON public.traceability_labeljob USING btree (party_id, id DESC);
CREATE INDEX ledger_entry_by_time ON public.payments_ledgerentry USING btree (at);
CREATE UNIQUE INDEX listing_change_one_waiting ON public.catalog_listingchange USING btree (listing_id) WHERE ((state)::text = 'submitted'::text);
CREATE INDEX listing_change_queue ON public.catalog_listingchange USING btree (due_at, id) WHERE ((state)::text = 'submitted'::text);
CREATE UNIQUE INDEX listing_draft_one_per_listing ON public.catalog_listingdraft USING btree (listing_id) WHERE (listing_id IS NOT NULL);
CREATE UNIQUE INDEX listing_report_one_open_per_person ON public.catalog_listingreport USING btree (listing_id, contact) WHERE (((state)::text = 'open'::text) AND (NOT ((contact)::text = ''::text)));
CREATE UNIQUE INDEX live_pin_one_at_a_time ON public.cms_livepin USING btree (session_id) WHERE (ended_at IS NULL);
CREATE INDEX live_report_open ON public.cms_livereport USING btree (due_at) WHERE (answered_at IS NULL);
CREATE INDEX log_entry_waits ON public.traceability_entry USING btree (id) WHERE (index IS NULL);
CREATE UNIQUE INDEX log_key_one_active_a_party ON public.traceability_authorkey USING btree (party_id) WHERE ((state)::text = 'active'::text);
CREATE INDEX lot_by_party_and_day ON public.traceability_lot USING btree (party_id, harvested_on DESC);
CREATE INDEX message_unprocessed ON public.payments_message USING btree (received_at) WHERE (processed_at IS NULL);
CREATE INDEX message_unread ON public.catalog_message USING btree (conversation_id, side) WHERE (read_at IS NULL);
CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);
CREATE INDEX offer_benefit_range_id_ab19c5ab ON public.offer_benefit USING btree (range_id);
CREATE INDEX offer_condition_range_id_b023a2aa ON public.offer_condition USING btree (range_id);
CREATE INDEX offer_conditionaloffer_benefit_id_f43f68b5 ON public.offer_conditionaloffer USING btree (benefit_id);
CREATE INDEX offer_conditionaloffer_com_from_conditionaloffer_id_85c3bd9f ON public.offer_conditionaloffer_combinations USING btree (from_conditionaloffer_id);
CREATE INDEX offer_conditionaloffer_com_to_conditionaloffer_id_ae993478 ON public.offer_conditionaloffer_combinations USING btree (to_conditionaloffer_id);
CREATE INDEX offer_conditionaloffer_condition_id_e6baa945 ON public.offer_conditionaloffer USING btree (condition_id);
CREATE INDEX offer_conditionaloffer_name_340601c2_like ON public.offer_conditionaloffer USING btree (name varchar_pattern_ops);
CREATE INDEX offer_conditionaloffer_priority_4c2fc582 ON public.offer_conditionaloffer USING btree (priority);
CREATE INDEX offer_conditionaloffer_slug_e4649c01_like ON public.offer_conditionaloffer USING btree (slug varchar_pattern_ops);
CREATE INDEX offer_range_classes_productclass_id_6f6de46d ON public.offer_range_classes USING btree (productclass_id);
CREATE INDEX offer_range_classes_range_id_7d3e573e ON public.offer_range_classes USING btree (range_id);
CREATE INDEX offer_range_excluded_categories_category_id_c16fd4f7 ON public.offer_range_excluded_categories USING btree (category_id);
CREATE INDEX offer_range_excluded_categories_range_id_6346945d ON public.offer_range_excluded_categories USING btree (range_id);
CREATE INDEX offer_range_excluded_products_product_id_78c49bfc ON public.offer_range_excluded_products USING btree (product_id);
CREATE INDEX offer_range_excluded_products_range_id_cce4a032 ON public.offer_range_excluded_products USING btree (range_id);
CREATE INDEX offer_range_included_categories_category_id_c61569a5 ON public.offer_range_included_categories USING btree (category_id);
CREATE INDEX offer_range_included_categories_range_id_1b616138 ON public.offer_range_included_categories USING btree (range_id);
CREATE INDEX offer_range_name_c72a602f_like ON public.offer_range USING btree (name varchar_pattern_ops);
CREATE INDEX offer_range_proxy_class_3c9917c6_like ON public.offer_range USING btree (proxy_class varchar_pattern_ops);
CREATE INDEX offer_range_slug_ce39e53b_like ON public.offer_range USING btree (slug varchar_pattern_ops);
CREATE INDEX offer_rangeproduct_product_id_723b3ea3 ON public.offer_rangeproduct USING btree (product_id);
CREATE INDEX offer_rangeproduct_range_id_ee358495 ON public.offer_rangeproduct USING btree (range_id);
CREATE INDEX offer_rangeproductfileupload_date_uploaded_f0a4f9ae ON public.offer_rangeproductfileupload USING btree (date_uploaded);
CREATE INDEX offer_rangeproductfileupload_range_id_c055ebf8 ON public.offer_rangeproductfileupload USING btree (range_id);
CREATE INDEX offer_rangeproductfileupload_uploaded_by_id_c01a3250 ON public.offer_rangeproductfileupload USING btree (uploaded_by_id);
CREATE INDEX order_billingaddress_code_e240f533_like ON public.order_billingaddress USING btree (code varchar_pattern_ops);
CREATE INDEX order_billingaddress_country_id_17f57dca ON public.order_billingaddress USING btree (country_id);
CREATE INDEX order_billingaddress_country_id_17f57dca_like ON public.order_billingaddress USING btree (country_id varchar_pattern_ops);
CREATE INDEX order_communicationevent_date_created_ce404d62 ON public.order_communicationevent USING btree (date_created);
CREATE INDEX order_communicationevent_event_type_id_4bc9ee29 ON public.order_communicationevent USING btree (event_type_id);
CREATE INDEX order_communicationevent_order_id_94e784ac ON public.order_communicationevent USING btree (order_id);
CREATE INDEX order_line_order_id_b9148391 ON public.order_line USING btree (order_id);
CREATE INDEX order_line_partner_id_258a2fb9 ON public.order_line USING btree (partner_id);
CREATE INDEX order_line_product_id_e620902d ON public.order_line USING btree (product_id);
CREATE INDEX order_line_stockrecord_id_1d65aff5 ON public.order_line USING btree (stockrecord_id);
CREATE INDEX order_lineattribute_line_id_adf6dd87 ON public.order_lineattribute USING btree (line_id);
CREATE INDEX order_lineattribute_option_id_b54d597c ON public.order_lineattribute USING btree (option_id);
CREATE INDEX order_lineprice_line_id_2de52446 ON public.order_lineprice USING btree (line_id);
CREATE INDEX order_lineprice_order_id_66792e56 ON public.order_lineprice USING btree (order_id);
CREATE INDEX order_order_basket_id_8b0acbb2 ON public.order_order USING btree (basket_id);
CREATE INDEX order_order_billing_address_id_8fe537cf ON public.order_order USING btree (billing_address_id);
CREATE INDEX order_order_date_placed_506a9365 ON public.order_order USING btree (date_placed);
CREATE INDEX order_order_number_49f06f1b_like ON public.order_order USING btree (number varchar_pattern_ops);
CREATE INDEX order_order_shipping_address_id_57e64931 ON public.order_order USING btree (shipping_address_id);
CREATE INDEX order_order_site_id_e27f3526 ON public.order_order USING btree (site_id);
CREATE INDEX order_order_user_id_7cf9bc2b ON public.order_order USING btree (user_id);
CREATE INDEX order_orderdiscount_offer_name_706d6119 ON public.order_orderdiscount USING btree (offer_name);
CREATE INDEX order_orderdiscount_offer_name_706d6119_like ON public.order_orderdiscount USING btree (offer_name varchar_pattern_ops);
CREATE INDEX order_orderdiscount_order_id_bc91e123 ON public.order_orderdiscount USING btree (order_id);
CREATE INDEX order_orderdiscount_voucher_code_6ee4f360 ON public.order_orderdiscount USING btree (voucher_code);
CREATE INDEX order_orderdiscount_voucher_code_6ee4f360_like ON public.order_orderdiscount USING btree (voucher_code varchar_pattern_ops);
CREATE INDEX order_orderlinediscount_line_id_88fbcd4a ON public.order_orderlinediscount USING btree (line_id);
CREATE INDEX order_orderlinediscount_order_discount_id_b9dfa715 ON public.order_orderlinediscount USING btree (order_discount_id);
CREATE INDEX order_ordernote_order_id_7d97583d ON public.order_ordernote USING btree (order_id);
CREATE INDEX order_ordernote_user_id_48d7a672 ON public.order_ordernote USING btree (user_id);
CREATE INDEX order_orderstatuschange_date_created_a5107b93 ON public.order_orderstatuschange USING btree (date_created);
CREATE INDEX order_orderstatuschange_order_id_43efdbe5 ON public.order_orderstatuschange USING btree (order_id);
CREATE INDEX order_paymentevent_date_created_05d8c079 ON public.order_paymentevent USING btree (date_created);
CREATE INDEX order_paymentevent_event_type_id_568c7161 ON public.order_paymentevent USING btree (event_type_id);
CREATE INDEX order_paymentevent_order_id_395b3e82 ON public.order_paymentevent USING btree (order_id);
CREATE INDEX order_paymentevent_shipping_event_id_213dcfb8 ON public.order_paymentevent USING btree (shipping_event_id);
CREATE INDEX order_paymenteventquantity_event_id_a540165a ON public.order_paymenteventquantity USING btree (event_id);
CREATE INDEX order_paymenteventquantity_line_id_df44b021 ON public.order_paymenteventquantity USING btree (line_id);
CREATE INDEX order_paymenteventtype_code_19e3e888_like ON public.order_paymenteventtype USING btree (code varchar_pattern_ops);
CREATE INDEX order_paymenteventtype_name_e4bcca28_like ON public.order_paymenteventtype USING btree (name varchar_pattern_ops);
CREATE INDEX order_shippingaddress_code_a3af64e4_like ON public.order_shippingaddress USING btree (code varchar_pattern_ops);
CREATE INDEX order_shippingaddress_country_id_29abf9a0 ON public.order_shippingaddress USING btree (country_id);
CREATE INDEX order_shippingaddress_country_id_29abf9a0_like ON public.order_shippingaddress USING btree (country_id varchar_pattern_ops);
CREATE INDEX order_shippingevent_date_created_74c4a6fa ON public.order_shippingevent USING btree (date_created);
CREATE INDEX order_shippingevent_event_type_id_9f1efb20 ON public.order_shippingevent USING btree (event_type_id);
CREATE INDEX order_shippingevent_order_id_8c031fb6 ON public.order_shippingevent USING btree (order_id);
CREATE INDEX order_shippingeventquantity_event_id_1c7fb9c7 ON public.order_shippingeventquantity USING btree (event_id);
CREATE INDEX order_shippingeventquantity_line_id_3b089ee0 ON public.order_shippingeventquantity USING btree (line_id);
CREATE INDEX order_shippingeventtype_code_db3854de_like ON public.order_shippingeventtype USING btree (code varchar_pattern_ops);
CREATE INDEX order_shippingeventtype_name_6d9a48a2_like ON public.order_shippingeventtype USING btree (name varchar_pattern_ops);
CREATE INDEX order_surcharge_order_id_5c0a94f5 ON public.order_surcharge USING btree (order_id);
CREATE INDEX outbox_waiting ON public.records_outboxmessage USING btree (not_before, id) WHERE ((dead_at IS NULL) AND (sent_at IS NULL));
CREATE INDEX partner_partner_code_13d0debd_like ON public.partner_partner USING btree (code varchar_pattern_ops);
CREATE INDEX partner_partner_name_caa0c2ee ON public.partner_partner USING btree (name);
CREATE INDEX partner_partner_name_caa0c2ee_like ON public.partner_partner USING btree (name varchar_pattern_ops);
CREATE INDEX partner_partner_users_partner_id_1883dfd9 ON public.partner_partner_users USING btree (partner_id);
CREATE INDEX partner_partner_users_user_id_d75d6e40 ON public.partner_partner_users USING btree (user_id);
CREATE INDEX partner_partneraddress_code_f65ed678_like ON public.partner_partneraddress USING btree (code varchar_pattern_ops);
CREATE INDEX partner_partneraddress_country_id_02c4f979 ON public.partner_partneraddress USING btree (country_id);
CREATE INDEX partner_partneraddress_country_id_02c4f979_like ON public.partner_partneraddress USING btree (country_id varchar_pattern_ops);
CREATE INDEX partner_partneraddress_partner_id_59551b0a ON public.partner_partneraddress USING btree (partner_id);
CREATE INDEX partner_stockalert_date_created_832cf043 ON public.partner_stockalert USING btree (date_created);
CREATE INDEX partner_stockalert_stockrecord_id_68ad503a ON public.partner_stockalert USING btree (stockrecord_id);
CREATE INDEX partner_stockrecord_date_updated_e6ae5f14 ON public.partner_stockrecord USING btree (date_updated);
CREATE INDEX partner_stockrecord_partner_id_4155a586 ON public.partner_stockrecord USING btree (partner_id);
CREATE INDEX partner_stockrecord_product_id_62fd9e45 ON public.partner_stockrecord USING btree (product_id);
CREATE UNIQUE INDEX party_gln_belongs_to_one_party ON public.traceability_party USING btree (gln) WHERE (NOT ((gln)::text = ''::text));
CREATE INDEX payment_bankcard_user_id_08e1d04c ON public.payment_bankcard USING btree (user_id);
CREATE INDEX payment_source_order_id_6b7f2215 ON public.payment_source USING btree (order_id);
CREATE INDEX payment_source_source_type_id_700828fe ON public.payment_source USING btree (source_type_id);
CREATE INDEX payment_sourcetype_code_e479088c_like ON public.payment_sourcetype USING btree (code varchar_pattern_ops);
CREATE INDEX payment_sourcetype_name_a980e862 ON public.payment_sourcetype USING btree (name);
CREATE INDEX payment_sourcetype_name_a980e862_like ON public.payment_sourcetype USING btree (name varchar_pattern_ops);
CREATE INDEX payment_transaction_date_created_f887f6bc ON public.payment_transaction USING btree (date_created);
CREATE INDEX payment_transaction_source_id_c5ac31e8 ON public.payment_transaction USING btree (source_id);
CREATE INDEX payments_attempt_invoice_id_7ea22845 ON public.payments_attempt USING btree (invoice_id);
CREATE INDEX payments_attempt_key_4811c82f_like ON public.payments_attempt USING btree (key varchar_pattern_ops);
CREATE INDEX payments_attempt_payee_id_fbd9895c ON public.payments_attempt USING btree (payee_id);
CREATE INDEX payments_attempt_public_id_4541e809_like ON public.payments_attempt USING btree (public_id varchar_pattern_ops);
CREATE INDEX payments_bankfile_brought_by_id_f795303b ON public.payments_bankfile USING btree (brought_by_id);
CREATE INDEX payments_bankfileformat_account_c4b4e96c_like ON public.payments_bankfileformat USING btree (account varchar_pattern_ops);
CREATE INDEX payments_bankfileformat_changed_by_id_c1c046e6 ON public.payments_bankfileformat USING btree (changed_by_id);
CREATE INDEX payments_banktransaction_same_as_id_04550312 ON public.payments_banktransaction USING btree (same_as_id);
CREATE INDEX payments_cashparcel_courier_id_be3269db ON public.payments_cashparcel USING btree (courier_id);
CREATE INDEX payments_cashparcel_invoice_id_3015c349 ON public.payments_cashparcel USING btree (invoice_id);
CREATE INDEX payments_cashparcel_number_00f81d40_like ON public.payments_cashparcel USING btree (number varchar_pattern_ops);
CREATE INDEX payments_cashparcel_payee_id_aa713dc9 ON public.payments_cashparcel USING btree (payee_id);
CREATE INDEX payments_courier_code_cb32d796_like ON public.payments_courier USING btree (code varchar_pattern_ops);
CREATE INDEX payments_gatewaytransaction_attempt_id_6a76d60c ON public.payments_gatewaytransaction USING btree (attempt_id);
CREATE INDEX payments_incident_bank_transaction_id_ea52236f ON public.payments_incident USING btree (bank_transaction_id);
CREATE INDEX payments_incident_invoice_id_9a1950e5 ON public.payments_incident USING btree (invoice_id);
CREATE INDEX payments_incident_key_e0cbf1cf_like ON public.payments_incident USING btree (key varchar_pattern_ops);
CREATE INDEX payments_incident_message_id_b563ef1c ON public.payments_incident USING btree (message_id);
CREATE INDEX payments_incident_settled_by_id_106ccd95 ON public.payments_incident USING btree (settled_by_id);
CREATE INDEX payments_invoice_reference_20ab1cf1_like ON public.payments_invoice USING btree (reference varchar_pattern_ops);
CREATE INDEX payments_invoiceline_invoice_id_d3130943 ON public.payments_invoiceline USING btree (invoice_id);
CREATE INDEX payments_invoiceline_payee_id_673506dd ON public.payments_invoiceline USING btree (payee_id);
CREATE INDEX payments_ledgeraccount_code_3d70f056_like ON public.payments_ledgeraccount USING btree (code varchar_pattern_ops);
CREATE INDEX payments_ledgerentry_by_id_f50e4756 ON public.payments_ledgerentry USING btree (by_id);
CREATE INDEX payments_ledgerentry_invoice_id_07d5ecfb ON public.payments_ledgerentry USING btree (invoice_id);
CREATE INDEX payments_ledgerentry_key_5a8e8554_like ON public.payments_ledgerentry USING btree (key varchar_pattern_ops);
CREATE INDEX payments_ledgerposting_account_id_28d42a75 ON public.payments_ledgerposting USING btree (account_id);
CREATE INDEX payments_ledgerposting_entry_id_259fa078 ON public.payments_ledgerposting USING btree (entry_id);
CREATE INDEX payments_match_attempt_id_b57823bc ON public.payments_match USING btree (attempt_id);
CREATE INDEX payments_match_by_id_8851f170 ON public.payments_match USING btree (by_id);
CREATE INDEX payments_payee_key_a91f0080_like ON public.payments_payee USING btree (key varchar_pattern_ops);
CREATE INDEX payments_payout_order_id_cc3f9d34 ON public.payments_payout USING btree (order_id);
CREATE INDEX payments_payout_payee_id_98920b24 ON public.payments_payout USING btree (payee_id);
CREATE INDEX payments_payout_statement_id_3c27a059 ON public.payments_payout USING btree (statement_id);
CREATE INDEX payments_payoutorder_approved_by_id_43ff738e ON public.payments_payoutorder USING btree (approved_by_id);
CREATE INDEX payments_payoutorder_made_by_id_4e2a7da5 ON public.payments_payoutorder USING btree (made_by_id);
CREATE INDEX payments_receipt_asked_by_id_43cec9c5 ON public.payments_receipt USING btree (asked_by_id);
CREATE INDEX payments_receipt_attempt_id_f11a415b ON public.payments_receipt USING btree (attempt_id);
CREATE INDEX payments_receipt_decided_by_id_96c33809 ON public.payments_receipt USING btree (decided_by_id);
CREATE INDEX payments_refund_approved_by_id_bcd22cd9 ON public.payments_refund USING btree (approved_by_id);
CREATE INDEX payments_refund_attempt_id_0b419ab4 ON public.payments_refund USING btree (attempt_id);
CREATE INDEX payments_refund_incident_id_3bbabb34 ON public.payments_refund USING btree (incident_id);
CREATE INDEX payments_refund_invoice_id_bfb81436 ON public.payments_refund USING btree (invoice_id);
CREATE INDEX payments_refund_key_914ff18d_like ON public.payments_refund USING btree (key varchar_pattern_ops);
CREATE INDEX payments_refund_requested_by_id_bc87fa8f ON public.payments_refund USING btree (requested_by_id);
CREATE INDEX payments_settledline_attempt_id_b9173925 ON public.payments_settledline USING btree (attempt_id);
CREATE INDEX payments_settledline_file_id_bab91f86 ON public.payments_settledline USING btree (file_id);
CREATE INDEX payments_settledline_parcel_id_43c227da ON public.payments_settledline USING btree (parcel_id);
CREATE INDEX payments_statement_closed_by_id_aad21cd7 ON public.payments_statement USING btree (closed_by_id);
CREATE INDEX payments_statement_number_50b162c2_like ON public.payments_statement USING btree (number varchar_pattern_ops);
CREATE INDEX payments_statement_payee_id_3cb7cd62 ON public.payments_statement USING btree (payee_id);
CREATE INDEX payments_statementline_statement_id_0e2b52e7 ON public.payments_statementline USING btree (statement_id);
CREATE INDEX payments_taxline_entry_id_4f5e5a98 ON public.payments_taxline USING btree (entry_id);
CREATE INDEX payments_taxline_invoice_id_3e4247bb ON public.payments_taxline USING btree (invoice_id);
CREATE INDEX payments_taxline_payee_id_1d804712 ON public.payments_taxline USING btree (payee_id);
CREATE INDEX payments_taxrule_payee_id_161b5663 ON public.payments_taxrule USING btree (payee_id);
CREATE UNIQUE INDEX payout_of_a_statement_once ON public.payments_payout USING btree (statement_id) WHERE (NOT ((state)::text = 'returned'::text));
CREATE INDEX payout_that_is_due ON public.payments_payout USING btree (payee_id) WHERE ((state)::text = 'due'::text);
CREATE INDEX people_user_email_1f424fe4_like ON public.people_user USING btree (email varchar_pattern_ops);
CREATE INDEX people_user_groups_group_id_1f0237d0 ON public.people_user_groups USING btree (group_id);
CREATE INDEX people_user_groups_user_id_290df956 ON public.people_user_groups USING btree (user_id);
CREATE INDEX people_user_phone_5ea112eb_like ON public.people_user USING btree (phone varchar_pattern_ops);
CREATE INDEX people_user_user_permissions_permission_id_55f01ef0 ON public.people_user_user_permissions USING btree (permission_id);
CREATE INDEX people_user_user_permissions_user_id_7d19557b ON public.people_user_user_permissions USING btree (user_id);
CREATE INDEX placement_by_phone ON public.catalog_placement USING btree (phone);
CREATE INDEX preorder_queue ON public.catalog_preorder USING btree (offer_id, at) WHERE ((state)::text = 'waiting'::text);
CREATE INDEX problem_report_by_lot ON public.traceability_problemreport USING btree (lot_id, reported_at DESC);
CREATE INDEX recall_notice_unanswered ON public.catalog_recallnotice USING btree (recall_id, sent_at) WHERE (answered_at IS NULL);
CREATE UNIQUE INDEX receipt_of_a_transfer_once ON public.payments_receipt USING btree (reference, amount, day) WHERE (NOT ((state)::text = 'refused'::text));
CREATE INDEX records_apitoken_hash_b3587d9f_like ON public.records_apitoken USING btree (hash varchar_pattern_ops);
CREATE INDEX records_apitoken_user_id_be889fa3 ON public.records_apitoken USING btree (user_id);
CREATE INDEX records_paper_token_ef896f95_like ON public.records_paper USING btree (token varchar_pattern_ops);
CREATE INDEX records_paper_uploaded_by_id_d7b0337f ON public.records_paper USING btree (uploaded_by_id);
CREATE INDEX records_reader_address_5a65a6fe_like ON public.records_reader USING btree (address varchar_pattern_ops);
CREATE INDEX records_reader_token_2fb453a3_like ON public.records_reader USING btree (token varchar_pattern_ops);
CREATE INDEX records_sentletter_key_59b081c6_like ON public.records_sentletter USING btree (key varchar_pattern_ops);
CREATE INDEX records_sparecount_ends_at_1a4a753a ON public.records_sparecount USING btree (ends_at);
CREATE INDEX records_sparecount_key_5802ff0e_like ON public.records_sparecount USING btree (key varchar_pattern_ops);
CREATE INDEX records_tableversion_subject_29ffb55f_like ON public.records_tableversion USING btree (subject varchar_pattern_ops);
CREATE INDEX referenceindex_source_object ON public.wagtailcore_referenceindex USING btree (base_content_type_id, object_id);
CREATE INDEX referenceindex_target_object ON public.wagtailcore_referenceindex USING btree (to_content_type_id, to_object_id);
CREATE INDEX refund_to_be_asked_about ON public.payments_refund USING btree (next_ask_at) WHERE (next_ask_at IS NOT NULL);
CREATE UNIQUE INDEX refund_under_way_once ON public.payments_refund USING btree (incident_id) WHERE (NOT ((state)::text = ANY ((ARRAY['rejected'::character varying, 'returned'::character varying])::text[])));
CREATE UNIQUE INDEX remark_gives_a_reason_once_per_field ON public.catalog_remark USING btree (change_id, field, reason_id) WHERE (reason_id IS NOT NULL);
CREATE INDEX reviews_productreview_code_d8521aa6_like ON public.reviews_productreview USING btree (code varchar_pattern_ops);
CREATE INDEX reviews_productreview_delta_votes_bd8ffc87 ON public.reviews_productreview USING btree (delta_votes);
CREATE INDEX reviews_productreview_product_id_52e52a32 ON public.reviews_productreview USING btree (product_id);
CREATE INDEX reviews_productreview_user_id_8acb5ddd ON public.reviews_productreview USING btree (user_id);
CREATE INDEX reviews_vote_review_id_371b2d8d ON public.reviews_vote USING btree (review_id);
CREATE INDEX reviews_vote_user_id_5fb87b53 ON public.reviews_vote USING btree (user_id);
CREATE INDEX scan_by_hour ON public.traceability_scan USING brin (hour);
CREATE INDEX scan_by_lot_and_hour ON public.traceability_scan USING btree (lot_id, hour);
CREATE UNIQUE INDEX scan_of_a_box_counts_once_an_hour ON public.traceability_scan USING btree (box_id, hour, visitor) WHERE (box_id IS NOT NULL);
CREATE UNIQUE INDEX scan_of_a_lot_counts_once_an_hour ON public.traceability_scan USING btree (lot_id, hour, visitor) WHERE ((box_id IS NULL) AND (lot_id IS NOT NULL));
CREATE UNIQUE INDEX scan_of_an_unknown_code_counts_once_an_hour ON public.traceability_scan USING btree (unknown, hour, visitor) WHERE (lot_id IS NULL);
CREATE INDEX scan_tally_that_waits ON public.traceability_scantally USING btree (id) WHERE waits;
CREATE INDEX scratch_code_of_sheet ON public.traceability_scratchcode USING btree (sheet_id, box_id);
CREATE INDEX scratch_sheet_of_lot ON public.traceability_scratchsheet USING btree (lot_id, id DESC);
CREATE UNIQUE INDEX settled_parcel_remitted_once ON public.payments_settledline USING btree (parcel_id) WHERE ((amount > 0) AND ((problem)::text = ''::text));
CREATE UNIQUE INDEX settled_payment_handed_over_once ON public.payments_settledline USING btree (attempt_id) WHERE ((amount > 0) AND ((problem)::text = ''::text));
CREATE INDEX shelf_by_commune ON public.catalog_shelfitem USING btree (commune_code);
CREATE INDEX shelf_by_cooperative ON public.catalog_shelfitem USING btree (cooperative_id);
CREATE INDEX shelf_by_price_per_kg ON public.catalog_shelfitem USING btree (price_per_kg, listing_id);
CREATE INDEX shelf_by_season ON public.catalog_shelfitem USING btree (season_order, published_at DESC, listing_id DESC);
CREATE INDEX shelf_category_by_season ON public.catalog_shelfitem USING btree (category_path, season_order, published_at DESC, listing_id DESC);
CREATE INDEX shelf_newest ON public.catalog_shelfitem USING btree (published_at DESC, listing_id DESC);
CREATE INDEX shelf_tally_most_first ON public.catalog_shelftally USING btree (category_path, facet, count DESC, value);
CREATE INDEX shelf_tally_word_trigrams ON public.catalog_shelftally USING gin (value public.gin_trgm_ops) WHERE ((facet)::text = 'word'::text);
CREATE INDEX shelf_words ON public.catalog_shelfitem USING gin (search);
CREATE INDEX shipping_orderanditemcharg_orderanditemcharges_id_bf5bfee9 ON public.shipping_orderanditemcharges_countries USING btree (orderanditemcharges_id);
CREATE INDEX shipping_orderanditemcharges_code_cbeb9206_like ON public.shipping_orderanditemcharges USING btree (code varchar_pattern_ops);
CREATE INDEX shipping_orderanditemcharges_countries_country_id_30387f2e ON public.shipping_orderanditemcharges_countries USING btree (country_id);
CREATE INDEX shipping_orderanditemcharges_countries_country_id_30387f2e_like ON public.shipping_orderanditemcharges_countries USING btree (country_id varchar_pattern_ops);
CREATE INDEX shipping_orderanditemcharges_name_c575f5bc_like ON public.shipping_orderanditemcharges USING btree (name varchar_pattern_ops);
CREATE INDEX shipping_weightband_method_id_b699a1ba ON public.shipping_weightband USING btree (method_id);
CREATE INDEX shipping_weightband_upper_limit_9edc5097 ON public.shipping_weightband USING btree (upper_limit);
CREATE INDEX shipping_weightbased_code_abff8e3d_like ON public.shipping_weightbased USING btree (code varchar_pattern_ops);
CREATE INDEX shipping_weightbased_countries_country_id_06117384 ON public.shipping_weightbased_countries USING btree (country_id);
CREATE INDEX shipping_weightbased_countries_country_id_06117384_like ON public.shipping_weightbased_countries USING btree (country_id varchar_pattern_ops);
CREATE INDEX shipping_weightbased_countries_weightbased_id_93e3132f ON public.shipping_weightbased_countries USING btree (weightbased_id);
CREATE INDEX shipping_weightbased_name_ff8fabb8_like ON public.shipping_weightbased USING btree (name varchar_pattern_ops);
CREATE INDEX statement_by_day ON public.payments_statement USING btree (last_day);
CREATE UNIQUE INDEX succession_whole_goes_to_one ON public.communes_succession USING btree (old_id) WHERE ((share)::text = 'whole'::text);
CREATE INDEX taggit_tag_name_58eb2ed9_like ON public.taggit_tag USING btree (name varchar_pattern_ops);
CREATE INDEX taggit_tag_slug_6be58b2c_like ON public.taggit_tag USING btree (slug varchar_pattern_ops);
CREATE INDEX taggit_tagg_content_8fc721_idx ON public.taggit_taggeditem USING btree (content_type_id, object_id);
CREATE INDEX taggit_taggeditem_content_type_id_9957a03c ON public.taggit_taggeditem USING btree (content_type_id);
CREATE INDEX taggit_taggeditem_object_id_e2d7d1df ON public.taggit_taggeditem USING btree (object_id);
CREATE INDEX taggit_taggeditem_tag_id_f4f5b767 ON public.taggit_taggeditem USING btree (tag_id);
CREATE UNIQUE INDEX takedown_one_in_force_per_cooperative ON public.catalog_takedownorder USING btree (cooperative_id) WHERE (lifted_at IS NULL);
CREATE UNIQUE INDEX takedown_one_in_force_per_listing ON public.catalog_takedownorder USING btree (listing_id) WHERE (lifted_at IS NULL);
CREATE INDEX tally_seen_from_the_other_side ON public.statistics_tally USING btree (within, dimension, key, day) WHERE (NOT ((within)::text = ''::text));
CREATE INDEX tax_line_by_time ON public.payments_taxline USING btree (at);
CREATE UNIQUE INDEX team_member_once_per_commune ON public.catalog_teammember USING btree (user_id, commune_id) WHERE (ended_at IS NULL);
CREATE INDEX traceability_alert_box_id_e78586a3 ON public.traceability_alert USING btree (box_id);
CREATE INDEX traceability_alert_decided_by_id_5737eb37 ON public.traceability_alert USING btree (decided_by_id);
CREATE INDEX traceability_alert_lot_id_d7b27ffa ON public.traceability_alert USING btree (lot_id);
CREATE INDEX traceability_authorkey_key_id_90122b85_like ON public.traceability_authorkey USING btree (key_id varchar_pattern_ops);
CREATE INDEX traceability_authorkey_party_id_a6a8e766 ON public.traceability_authorkey USING btree (party_id);
CREATE INDEX traceability_box_code_0ba1bfe4_like ON public.traceability_box USING btree (code varchar_pattern_ops);
CREATE INDEX traceability_box_item_id_93468261 ON public.traceability_box USING btree (item_id);
CREATE INDEX traceability_box_lot_id_4c34f643 ON public.traceability_box USING btree (lot_id);
CREATE INDEX traceability_box_packing_id_ff89a31c ON public.traceability_box USING btree (packing_id);
CREATE INDEX traceability_capture_party_id_5972c345 ON public.traceability_capture USING btree (party_id);
CREATE INDEX traceability_diaryentry_by_id_d57e463a ON public.traceability_diaryentry USING btree (by_id);
CREATE INDEX traceability_diaryentry_photo_id_232f8788 ON public.traceability_diaryentry USING btree (photo_id);
CREATE INDEX traceability_diaryentry_plot_id_d34965bc ON public.traceability_diaryentry USING btree (plot_id);
CREATE INDEX traceability_entry_key_id_6531ea1a ON public.traceability_entry USING btree (key_id);
CREATE INDEX traceability_entry_party_id_806bcec3 ON public.traceability_entry USING btree (party_id);
CREATE INDEX traceability_epcisevent_capture_id_99649f5f ON public.traceability_epcisevent USING btree (capture_id);
CREATE INDEX traceability_epcisevent_party_id_a33aff76 ON public.traceability_epcisevent USING btree (party_id);
CREATE INDEX traceability_epciseventthing_event_id_46f0b5dc ON public.traceability_epciseventthing USING btree (event_id);
CREATE INDEX traceability_event_lot_id_d8a54568 ON public.traceability_event USING btree (lot_id);
CREATE INDEX traceability_facility_party_id_460f5f11 ON public.traceability_facility USING btree (party_id);
CREATE INDEX traceability_givennumber_number_044cb45f_like ON public.traceability_givennumber USING btree (number varchar_pattern_ops);
CREATE INDEX traceability_givennumber_pool_id_abe7cb31 ON public.traceability_givennumber USING btree (pool_id);
CREATE INDEX traceability_grower_party_id_5ed82a34 ON public.traceability_grower USING btree (party_id);
CREATE INDEX traceability_growingarea_code_c89d778e_like ON public.traceability_growingarea USING btree (code varchar_pattern_ops);
CREATE INDEX traceability_growingarea_party_id_4bcb9060 ON public.traceability_growingarea USING btree (party_id);
CREATE INDEX traceability_labeljob_asked_by_id_678376e6 ON public.traceability_labeljob USING btree (asked_by_id);
CREATE INDEX traceability_labeljob_lot_id_b22fa809 ON public.traceability_labeljob USING btree (lot_id);
CREATE INDEX traceability_labeljob_party_id_06e38a63 ON public.traceability_labeljob USING btree (party_id);
CREATE INDEX traceability_labeljob_token_58802ef6_like ON public.traceability_labeljob USING btree (token varchar_pattern_ops);
CREATE INDEX traceability_labelprint_box_id_4c0e3ba7 ON public.traceability_labelprint USING btree (box_id);
CREATE INDEX traceability_labelprint_job_id_2e72f80b ON public.traceability_labelprint USING btree (job_id);
CREATE INDEX traceability_logisticunit_code_ca58963c_like ON public.traceability_logisticunit USING btree (code varchar_pattern_ops);
CREATE INDEX traceability_logisticunit_party_id_2b8119b1 ON public.traceability_logisticunit USING btree (party_id);
CREATE INDEX traceability_lot_code_2a2dc7b2_like ON public.traceability_lot USING btree (code varchar_pattern_ops);
CREATE INDEX traceability_lot_party_id_2712d2fc ON public.traceability_lot USING btree (party_id);
CREATE INDEX traceability_lotplot_lot_id_06816499 ON public.traceability_lotplot USING btree (lot_id);
CREATE INDEX traceability_lotplot_plot_id_3a49cf0d ON public.traceability_lotplot USING btree (plot_id);
CREATE INDEX traceability_lotsource_lot_id_0087aa0c ON public.traceability_lotsource USING btree (lot_id);
CREATE INDEX traceability_lotsource_source_id_81924bde ON public.traceability_lotsource USING btree (source_id);
CREATE INDEX traceability_network_network_d5eb8f04_like ON public.traceability_network USING btree (network varchar_pattern_ops);
CREATE INDEX traceability_opening_event_id_ad39e2c7 ON public.traceability_opening USING btree (event_id);
CREATE INDEX traceability_party_key_2a357df4_like ON public.traceability_party USING btree (key varchar_pattern_ops);
CREATE INDEX traceability_plot_grower_id_67a8fd35 ON public.traceability_plot USING btree (grower_id);
CREATE INDEX traceability_plot_growing_area_id_6597b0c9 ON public.traceability_plot USING btree (growing_area_id);
CREATE INDEX traceability_plot_party_id_c8dd768c ON public.traceability_plot USING btree (party_id);
CREATE INDEX traceability_printersetting_party_id_5403b789 ON public.traceability_printersetting USING btree (party_id);
CREATE INDEX traceability_problemreport_answered_by_id_61c4c8dc ON public.traceability_problemreport USING btree (answered_by_id);
CREATE INDEX traceability_problemreport_box_id_005e057f ON public.traceability_problemreport USING btree (box_id);
CREATE INDEX traceability_problemreport_lot_id_453a3263 ON public.traceability_problemreport USING btree (lot_id);
CREATE INDEX traceability_recall_by_id_6dc46319 ON public.traceability_recall USING btree (by_id);
CREATE INDEX traceability_recall_facility_id_dc49526c ON public.traceability_recall USING btree (facility_id);
CREATE INDEX traceability_recall_number_467d3348_like ON public.traceability_recall USING btree (number varchar_pattern_ops);
CREATE INDEX traceability_recalllot_lot_id_089ca604 ON public.traceability_recalllot USING btree (lot_id);
CREATE INDEX traceability_recalllot_recall_id_f3206830 ON public.traceability_recalllot USING btree (recall_id);
CREATE INDEX traceability_scanmonth_lot_id_cc61aa43 ON public.traceability_scanmonth USING btree (lot_id);
CREATE INDEX traceability_scratchcode_sheet_id_b4154a11 ON public.traceability_scratchcode USING btree (sheet_id);
CREATE INDEX traceability_scratchsheet_asked_by_id_1e22fc60 ON public.traceability_scratchsheet USING btree (asked_by_id);
CREATE INDEX traceability_scratchsheet_lot_id_6a96b571 ON public.traceability_scratchsheet USING btree (lot_id);
CREATE INDEX traceability_scratchsheet_token_7e3eab67_like ON public.traceability_scratchsheet USING btree (token varchar_pattern_ops);
CREATE INDEX traceability_tradeitem_contains_id_e04bfd7c ON public.traceability_tradeitem USING btree (contains_id);
CREATE INDEX traceability_tradeitem_key_2d5befac_like ON public.traceability_tradeitem USING btree (key varchar_pattern_ops);
CREATE INDEX traceability_unitbox_box_id_54964673 ON public.traceability_unitbox USING btree (box_id);
CREATE INDEX traceability_unitbox_unit_id_eb17830e ON public.traceability_unitbox USING btree (unit_id);
CREATE INDEX traceability_witness_key_bf4a1049_like ON public.traceability_witness USING btree (key varchar_pattern_ops);
CREATE INDEX traceability_witness_name_32316357_like ON public.traceability_witness USING btree (name varchar_pattern_ops);
CREATE INDEX traceability_witnesssignature_head_id_8f715634 ON public.traceability_witnesssignature USING btree (head_id);
CREATE INDEX traceability_witnesssignature_witness_id_ffacb079 ON public.traceability_witnesssignature USING btree (witness_id);
CREATE INDEX undelivered_by_phone ON public.catalog_undelivered USING btree (phone, at) WHERE is_cash;
CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]));
CREATE UNIQUE INDEX unique_in_progress_workflow ON public.wagtailcore_workflowstate USING btree (base_content_type_id, object_id) WHERE ((status)::text = ANY ((ARRAY['in_progress'::character varying, 'needs_changes'::character varying])::text[]));
CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";
CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;
CREATE UNIQUE INDEX unit_sscc_is_of_one_unit ON public.traceability_logisticunit USING btree (sscc) WHERE (NOT ((sscc)::text = ''::text));
CREATE INDEX voucher_use_by_phone ON public.catalog_voucheruse USING btree (voucher_id, phone);
CREATE INDEX voucher_voucher_code_43d30a18_like ON public.voucher_voucher USING btree (code varchar_pattern_ops);
CREATE INDEX voucher_voucher_date_created_f3081a03 ON public.voucher_voucher USING btree (date_created);
CREATE INDEX voucher_voucher_end_datetime_db182297 ON public.voucher_voucher USING btree (end_datetime);
CREATE INDEX voucher_voucher_name_b96d3b47_like ON public.voucher_voucher USING btree (name varchar_pattern_ops);
CREATE INDEX voucher_voucher_offers_conditionaloffer_id_f9682bfb ON public.voucher_voucher_offers USING btree (conditionaloffer_id);
CREATE INDEX voucher_voucher_offers_voucher_id_7f9c575d ON public.voucher_voucher_offers USING btree (voucher_id);
CREATE INDEX voucher_voucher_start_datetime_bfb7df84 ON public.voucher_voucher USING btree (start_datetime);
CREATE INDEX voucher_voucher_voucher_set_id_17b96a54 ON public.voucher_voucher USING btree (voucher_set_id);
CREATE INDEX voucher_voucherapplication_date_created_2d9acdaf ON public.voucher_voucherapplication USING btree (date_created);
CREATE INDEX voucher_voucherapplication_order_id_30248a05 ON public.voucher_voucherapplication USING btree (order_id);
CREATE INDEX voucher_voucherapplication_user_id_df53a393 ON public.voucher_voucherapplication USING btree (user_id);
CREATE INDEX voucher_voucherapplication_voucher_id_5204edb7 ON public.voucher_voucherapplication USING btree (voucher_id);
CREATE INDEX voucher_voucherset_date_created_3dd68c8e ON public.voucher_voucherset USING btree (date_created);
CREATE INDEX voucher_voucherset_name_4c6aac05_like ON public.voucher_voucherset USING btree (name varchar_pattern_ops);
CREATE INDEX wagtailadmi_content_717955_idx ON public.wagtailadmin_editingsession USING btree (content_type_id, object_id);
CREATE INDEX wagtailadmin_editingsession_content_type_id_4df7730e ON public.wagtailadmin_editingsession USING btree (content_type_id);
CREATE INDEX wagtailadmin_editingsession_user_id_6e1a9b70 ON public.wagtailadmin_editingsession USING btree (user_id);
CREATE INDEX wagtailadmin_formstate_content_type_id_e32438b3 ON public.wagtailadmin_formstate USING btree (content_type_id);
CREATE INDEX wagtailadmin_formstate_user_id_b910adc2 ON public.wagtailadmin_formstate USING btree (user_id);
CREATE INDEX wagtailcore_apitoken_key_hash_65979b78_like ON public.wagtailcore_apitoken USING btree (key_hash varchar_pattern_ops);
CREATE INDEX wagtailcore_apitoken_user_id_49b1141b ON public.wagtailcore_apitoken USING btree (user_id);
CREATE INDEX wagtailcore_collection_path_d848dc19_like ON public.wagtailcore_collection USING btree (path varchar_pattern_ops);
CREATE INDEX wagtailcore_collectionview_collectionviewrestriction__47320efd ON public.wagtailcore_collectionviewrestriction_groups USING btree (collectionviewrestriction_id);
CREATE INDEX wagtailcore_collectionviewrestriction_collection_id_761908ec ON public.wagtailcore_collectionviewrestriction USING btree (collection_id);
CREATE INDEX wagtailcore_collectionviewrestriction_groups_group_id_1823f2a3 ON public.wagtailcore_collectionviewrestriction_groups USING btree (group_id);
CREATE INDEX wagtailcore_comment_page_id_108444b5 ON public.wagtailcore_comment USING btree (page_id);
CREATE INDEX wagtailcore_comment_resolved_by_id_a282aa0e ON public.wagtailcore_comment USING btree (resolved_by_id);
CREATE INDEX wagtailcore_comment_revision_created_id_1d058279 ON public.wagtailcore_comment USING btree (revision_created_id);
CREATE INDEX wagtailcore_comment_user_id_0c577ca6 ON public.wagtailcore_comment USING btree (user_id);
CREATE INDEX wagtailcore_commentreply_comment_id_afc7e027 ON public.wagtailcore_commentreply USING btree (comment_id);
CREATE INDEX wagtailcore_commentreply_user_id_d0b3b9c3 ON public.wagtailcore_commentreply USING btree (user_id);
CREATE INDEX wagtailcore_groupapprovalt_groupapprovaltask_id_9a9255ea ON public.wagtailcore_groupapprovaltask_groups USING btree (groupapprovaltask_id);
CREATE INDEX wagtailcore_groupapprovaltask_groups_group_id_2e64b61f ON public.wagtailcore_groupapprovaltask_groups USING btree (group_id);
CREATE INDEX wagtailcore_groupcollectionpermission_collection_id_5423575a ON public.wagtailcore_groupcollectionpermission USING btree (collection_id);
CREATE INDEX wagtailcore_groupcollectionpermission_group_id_05d61460 ON public.wagtailcore_groupcollectionpermission USING btree (group_id);
CREATE INDEX wagtailcore_groupcollectionpermission_permission_id_1b626275 ON public.wagtailcore_groupcollectionpermission USING btree (permission_id);
CREATE INDEX wagtailcore_grouppagepermission_group_id_fc07e671 ON public.wagtailcore_grouppagepermission USING btree (group_id);
CREATE INDEX wagtailcore_grouppagepermission_page_id_710b114a ON public.wagtailcore_grouppagepermission USING btree (page_id);
CREATE INDEX wagtailcore_grouppagepermission_permission_id_05acb22e ON public.wagtailcore_grouppagepermission USING btree (permission_id);
CREATE INDEX wagtailcore_groupsitepermission_group_id_e5cdbee4 ON public.wagtailcore_groupsitepermission USING btree (group_id);
CREATE INDEX wagtailcore_groupsitepermission_permission_id_459b1f38 ON public.wagtailcore_groupsitepermission USING btree (permission_id);
CREATE INDEX wagtailcore_groupsitepermission_site_id_245de488 ON public.wagtailcore_groupsitepermission USING btree (site_id);
CREATE INDEX wagtailcore_locale_language_code_03149338_like ON public.wagtailcore_locale USING btree (language_code varchar_pattern_ops);
CREATE INDEX wagtailcore_modellogentry_action_d2d856ee ON public.wagtailcore_modellogentry USING btree (action);
CREATE INDEX wagtailcore_modellogentry_action_d2d856ee_like ON public.wagtailcore_modellogentry USING btree (action varchar_pattern_ops);
CREATE INDEX wagtailcore_modellogentry_content_changed_8bc39742 ON public.wagtailcore_modellogentry USING btree (content_changed);
CREATE INDEX wagtailcore_modellogentry_content_type_id_68849e77 ON public.wagtailcore_modellogentry USING btree (content_type_id);
CREATE INDEX wagtailcore_modellogentry_object_id_e0e7d4ef ON public.wagtailcore_modellogentry USING btree (object_id);
CREATE INDEX wagtailcore_modellogentry_object_id_e0e7d4ef_like ON public.wagtailcore_modellogentry USING btree (object_id varchar_pattern_ops);
CREATE INDEX wagtailcore_modellogentry_revision_id_df6ca33a ON public.wagtailcore_modellogentry USING btree (revision_id);
CREATE INDEX wagtailcore_modellogentry_timestamp_9694521b ON public.wagtailcore_modellogentry USING btree ("timestamp");
CREATE INDEX wagtailcore_modellogentry_user_id_0278d1bf ON public.wagtailcore_modellogentry USING btree (user_id);
CREATE INDEX wagtailcore_page_alias_of_id_12945502 ON public.wagtailcore_page USING btree (alias_of_id);
CREATE INDEX wagtailcore_page_content_type_id_c28424df ON public.wagtailcore_page USING btree (content_type_id);
CREATE INDEX wagtailcore_page_first_published_at_2b5dd637 ON public.wagtailcore_page USING btree (first_published_at);
CREATE INDEX wagtailcore_page_latest_revision_id_e60fef51 ON public.wagtailcore_page USING btree (latest_revision_id);
CREATE INDEX wagtailcore_page_live_revision_id_930bd822 ON public.wagtailcore_page USING btree (live_revision_id);
CREATE INDEX wagtailcore_page_locale_id_3c7e30a6 ON public.wagtailcore_page USING btree (locale_id);
CREATE INDEX wagtailcore_page_locked_by_id_bcb86245 ON public.wagtailcore_page USING btree (locked_by_id);
CREATE INDEX wagtailcore_page_owner_id_fbf7c332 ON public.wagtailcore_page USING btree (owner_id);
CREATE INDEX wagtailcore_page_path_98eba2c8_like ON public.wagtailcore_page USING btree (path varchar_pattern_ops);
CREATE INDEX wagtailcore_page_slug_e7c11b8f ON public.wagtailcore_page USING btree (slug);
CREATE INDEX wagtailcore_page_slug_e7c11b8f_like ON public.wagtailcore_page USING btree (slug varchar_pattern_ops);
CREATE INDEX wagtailcore_pagelogentry_action_c2408198 ON public.wagtailcore_pagelogentry USING btree (action);
CREATE INDEX wagtailcore_pagelogentry_action_c2408198_like ON public.wagtailcore_pagelogentry USING btree (action varchar_pattern_ops);
CREATE INDEX wagtailcore_pagelogentry_content_changed_99f27ade ON public.wagtailcore_pagelogentry USING btree (content_changed);
CREATE INDEX wagtailcore_pagelogentry_content_type_id_74e7708a ON public.wagtailcore_pagelogentry USING btree (content_type_id);
CREATE INDEX wagtailcore_pagelogentry_page_id_8464e327 ON public.wagtailcore_pagelogentry USING btree (page_id);
CREATE INDEX wagtailcore_pagelogentry_revision_id_8043d103 ON public.wagtailcore_pagelogentry USING btree (revision_id);
CREATE INDEX wagtailcore_pagelogentry_timestamp_deb774c4 ON public.wagtailcore_pagelogentry USING btree ("timestamp");
CREATE INDEX wagtailcore_pagelogentry_user_id_604ccfd8 ON public.wagtailcore_pagelogentry USING btree (user_id);
CREATE INDEX wagtailcore_pagerevision_approved_go_live_at_e56afc67 ON public.wagtailcore_revision USING btree (approved_go_live_at);
CREATE INDEX wagtailcore_pagerevision_created_at_66954e3b ON public.wagtailcore_revision USING btree (created_at);
CREATE INDEX wagtailcore_pagerevision_user_id_2409d2f4 ON public.wagtailcore_revision USING btree (user_id);
CREATE INDEX wagtailcore_pagesubscription_page_id_a085e7a6 ON public.wagtailcore_pagesubscription USING btree (page_id);
CREATE INDEX wagtailcore_pagesubscription_user_id_89d7def9 ON public.wagtailcore_pagesubscription USING btree (user_id);
CREATE INDEX wagtailcore_pageviewrestri_pageviewrestriction_id_f147a99a ON public.wagtailcore_pageviewrestriction_groups USING btree (pageviewrestriction_id);
CREATE INDEX wagtailcore_pageviewrestriction_groups_group_id_6460f223 ON public.wagtailcore_pageviewrestriction_groups USING btree (group_id);
CREATE INDEX wagtailcore_pageviewrestriction_page_id_15a8bea6 ON public.wagtailcore_pageviewrestriction USING btree (page_id);
CREATE INDEX wagtailcore_referenceindex_base_content_type_id_313cf40f ON public.wagtailcore_referenceindex USING btree (base_content_type_id);
CREATE INDEX wagtailcore_referenceindex_content_type_id_766e0336 ON public.wagtailcore_referenceindex USING btree (content_type_id);
CREATE INDEX wagtailcore_referenceindex_to_content_type_id_93690bbd ON public.wagtailcore_referenceindex USING btree (to_content_type_id);
CREATE INDEX wagtailcore_revision_base_content_type_id_5b4ef7bd ON public.wagtailcore_revision USING btree (base_content_type_id);
CREATE INDEX wagtailcore_revision_content_type_id_c8cb69c0 ON public.wagtailcore_revision USING btree (content_type_id);
CREATE INDEX wagtailcore_site_hostname_96b20b46 ON public.wagtailcore_site USING btree (hostname);
CREATE INDEX wagtailcore_site_hostname_96b20b46_like ON public.wagtailcore_site USING btree (hostname varchar_pattern_ops);
CREATE INDEX wagtailcore_site_root_page_id_e02fb95c ON public.wagtailcore_site USING btree (root_page_id);
CREATE INDEX wagtailcore_task_content_type_id_249ab8ba ON public.wagtailcore_task USING btree (content_type_id);
CREATE INDEX wagtailcore_taskstate_content_type_id_0a758fdc ON public.wagtailcore_taskstate USING btree (content_type_id);
CREATE INDEX wagtailcore_taskstate_finished_by_id_13f98229 ON public.wagtailcore_taskstate USING btree (finished_by_id);
CREATE INDEX wagtailcore_taskstate_page_revision_id_9f52c88e ON public.wagtailcore_taskstate USING btree (revision_id);
CREATE INDEX wagtailcore_taskstate_task_id_c3677c34 ON public.wagtailcore_taskstate USING btree (task_id);
CREATE INDEX wagtailcore_taskstate_workflow_state_id_9239a775 ON public.wagtailcore_taskstate USING btree (workflow_state_id);
CREATE INDEX wagtailcore_uploadedfile_for_content_type_id_b0fc87b2 ON public.wagtailcore_uploadedfile USING btree (for_content_type_id);
CREATE INDEX wagtailcore_uploadedfile_uploaded_by_user_id_c7580fe8 ON public.wagtailcore_uploadedfile USING btree (uploaded_by_user_id);
CREATE INDEX wagtailcore_uuid_06a44d_idx ON public.wagtailcore_pagelogentry USING btree (uuid, action, "timestamp" DESC);
CREATE INDEX wagtailcore_uuid_d6363b_idx ON public.wagtailcore_modellogentry USING btree (uuid, action, "timestamp" DESC);
CREATE INDEX wagtailcore_workflowcontenttype_workflow_id_9aad7cd2 ON public.wagtailcore_workflowcontenttype USING btree (workflow_id);
CREATE INDEX wagtailcore_workflowpage_workflow_id_56f56ff6 ON public.wagtailcore_workflowpage USING btree (workflow_id);
CREATE INDEX wagtailcore_workflowstate_base_content_type_id_a30dc576 ON public.wagtailcore_workflowstate USING btree (base_content_type_id);
CREATE INDEX wagtailcore_workflowstate_content_type_id_2bb78ce1 ON public.wagtailcore_workflowstate USING btree (content_type_id);
CREATE INDEX wagtailcore_workflowstate_requested_by_id_4090bca3 ON public.wagtailcore_workflowstate USING btree (requested_by_id);
CREATE INDEX wagtailcore_workflowstate_workflow_id_1f18378f ON public.wagtailcore_workflowstate USING btree (workflow_id);
CREATE INDEX wagtailcore_workflowtask_task_id_ce7716fe ON public.wagtailcore_workflowtask USING btree (task_id);
CREATE INDEX wagtailcore_workflowtask_workflow_id_b9717175 ON public.wagtailcore_workflowtask USING btree (workflow_id);
CREATE INDEX wagtaildocs_document_collection_id_23881625 ON public.wagtaildocs_document USING btree (collection_id);
CREATE INDEX wagtaildocs_document_uploaded_by_user_id_17258b41 ON public.wagtaildocs_document USING btree (uploaded_by_user_id);
CREATE INDEX wagtailembeds_embed_cache_until_26c94bb0 ON public.wagtailembeds_embed USING btree (cache_until);
CREATE INDEX wagtailembeds_embed_hash_c9bd8c9a_like ON public.wagtailembeds_embed USING btree (hash varchar_pattern_ops);
CREATE INDEX wagtailforms_formsubmission_page_id_e48e93e7 ON public.wagtailforms_formsubmission USING btree (page_id);
CREATE INDEX wagtailimages_image_collection_id_c2f8af7e ON public.wagtailimages_image USING btree (collection_id);
CREATE INDEX wagtailimages_image_created_at_86fa6cd4 ON public.wagtailimages_image USING btree (created_at);
CREATE INDEX wagtailimages_image_file_hash_fb5bbb23 ON public.wagtailimages_image USING btree (file_hash);
CREATE INDEX wagtailimages_image_file_hash_fb5bbb23_like ON public.wagtailimages_image USING btree (file_hash varchar_pattern_ops);
CREATE INDEX wagtailimages_image_uploaded_by_user_id_5d73dc75 ON public.wagtailimages_image USING btree (uploaded_by_user_id);
CREATE INDEX wagtailimages_rendition_filter_spec_1cba3201 ON public.wagtailimages_rendition USING btree (filter_spec);
CREATE INDEX wagtailimages_rendition_filter_spec_1cba3201_like ON public.wagtailimages_rendition USING btree (filter_spec varchar_pattern_ops);
CREATE INDEX wagtailimages_rendition_image_id_3e1fd774 ON public.wagtailimages_rendition USING btree (image_id);
CREATE INDEX wagtailredirects_redirect_old_path_bb35247b ON public.wagtailredirects_redirect USING btree (old_path);
CREATE INDEX wagtailredirects_redirect_old_path_bb35247b_like ON public.wagtailredirects_redirect USING btree (old_path varchar_pattern_ops);
CREATE INDEX wagtailredirects_redirect_redirect_page_id_b5728a8f ON public.wagtailredirects_redirect USING btree (redirect_page_id);
CREATE INDEX wagtailredirects_redirect_site_id_780a0e1e ON public.wagtailredirects_redirect USING btree (site_id);
CREATE INDEX wagtailsear_autocom_476c89_gin ON public.wagtailsearch_indexentry USING gin (autocomplete);
CREATE INDEX wagtailsear_body_90c85d_gin ON public.wagtailsearch_indexentry USING gin (body);
CREATE INDEX wagtailsear_title_9caae0_gin ON public.wagtailsearch_indexentry USING gin (title);
CREATE INDEX wagtailsearch_indexentry_content_type_id_62ed694f ON public.wagtailsearch_indexentry USING btree (content_type_id);
CREATE UNIQUE INDEX waiting_entry_one_per_address_and_listing ON public.catalog_waitingentry USING btree (listing_id, address) WHERE ((state)::text = ANY ((ARRAY['asked'::character varying, 'waiting'::character varying])::text[]));
CREATE INDEX waiting_entry_queue ON public.catalog_waitingentry USING btree (listing_id, waits_since) WHERE ((state)::text = 'waiting'::text);
CREATE INDEX wishlists_line_product_id_9d6d9b37 ON public.wishlists_line USING btree (product_id);
CREATE INDEX wishlists_line_wishlist_id_4cffe302 ON public.wishlists_line USING btree (wishlist_id);
CREATE INDEX wishlists_wishlist_date_created_c05d5e7f ON public.wishlists_wishlist USING btree (date_created);
CREATE INDEX wishlists_wishlist_key_88d419b8_like ON public.wishlists_wishlist USING btree (key varchar_pattern_ops);
CREATE INDEX wishlists_wishlist_owner_id_d5464c62 ON public.wishlists_wishlist USING btree (owner_id);
CREATE INDEX wishlists_wishlistsharedemail_wishlist_id_d7500842 ON public.wishlists_wishlistsharedemail USING btree (wishlist_id);
CREATE INDEX workflowstate_base_ct_id_idx ON public.wagtailcore_workflowstate USING btree (base_content_type_id, object_id);
CREATE INDEX workflowstate_ct_id_idx ON public.wagtailcore_workflowstate USING btree (content_type_id, object_id);
CREATE CONSTRAINT TRIGGER catalog_bankaccount_account_delete AFTER DELETE ON public.catalog_bankaccount DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('catalog.cooperative=cooperative_id', 'bank_bin,number,holder,valid_from,valid_to');
CREATE CONSTRAINT TRIGGER catalog_bankaccount_account_insert AFTER INSERT ON public.catalog_bankaccount DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('catalog.cooperative=cooperative_id', 'bank_bin,number,holder,valid_from,valid_to');
CREATE CONSTRAINT TRIGGER catalog_bankaccount_account_update AFTER UPDATE ON public.catalog_bankaccount DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((((old.bank_bin)::text IS DISTINCT FROM (new.bank_bin)::text) OR ((old.number)::text IS DISTINCT FROM (new.number)::text) OR ((old.holder)::text IS DISTINCT FROM (new.holder)::text) OR (old.valid_from IS DISTINCT FROM new.valid_from) OR (old.valid_to IS DISTINCT FROM new.valid_to))) EXECUTE FUNCTION public.records_keep_account('catalog.cooperative=cooperative_id', 'bank_bin,number,holder,valid_from,valid_to');
CREATE TRIGGER catalog_certificate_noted AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalog_certificate FOR EACH STATEMENT EXECUTE FUNCTION public.records_note_change();
CREATE CONSTRAINT TRIGGER catalog_consent_account_delete AFTER DELETE ON public.catalog_consent DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('catalog.cooperative=cooperative_id', 'helper_id,listings,stock,orders,until,ended_at');
CREATE CONSTRAINT TRIGGER catalog_consent_account_insert AFTER INSERT ON public.catalog_consent DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('catalog.cooperative=cooperative_id', 'helper_id,listings,stock,orders,until,ended_at');
CREATE CONSTRAINT TRIGGER catalog_consent_account_update AFTER UPDATE ON public.catalog_consent DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.helper_id IS DISTINCT FROM new.helper_id) OR (old.listings IS DISTINCT FROM new.listings) OR (old.stock IS DISTINCT FROM new.stock) OR (old.orders IS DISTINCT FROM new.orders) OR (old.until IS DISTINCT FROM new.until) OR (old.ended_at IS DISTINCT FROM new.ended_at))) EXECUTE FUNCTION public.records_keep_account('catalog.cooperative=cooperative_id', 'helper_id,listings,stock,orders,until,ended_at');
CREATE TRIGGER catalog_consent_ended_once BEFORE UPDATE ON public.catalog_consent FOR EACH ROW EXECUTE FUNCTION public.catalog_consent_ended_once();
CREATE TRIGGER catalog_consent_kept BEFORE DELETE ON public.catalog_consent FOR EACH ROW EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER catalog_consent_no_truncate BEFORE TRUNCATE ON public.catalog_consent FOR EACH STATEMENT EXECUTE FUNCTION public.records_refuse_change();
CREATE CONSTRAINT TRIGGER catalog_cooperative_account_delete AFTER DELETE ON public.catalog_cooperative DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('catalog.cooperative=id', 'state');
CREATE CONSTRAINT TRIGGER catalog_cooperative_account_insert AFTER INSERT ON public.catalog_cooperative DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('catalog.cooperative=id', 'state');
CREATE CONSTRAINT TRIGGER catalog_cooperative_account_update AFTER UPDATE ON public.catalog_cooperative DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.state)::text IS DISTINCT FROM (new.state)::text)) EXECUTE FUNCTION public.records_keep_account('catalog.cooperative=id', 'state');
CREATE TRIGGER catalog_cooperative_noted AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalog_cooperative FOR EACH STATEMENT EXECUTE FUNCTION public.records_note_change();
CREATE CONSTRAINT TRIGGER catalog_cooperativedecision_account_delete AFTER DELETE ON public.catalog_cooperativedecision DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('catalog.cooperative=cooperative_id', 'state,reason,by_id');
CREATE CONSTRAINT TRIGGER catalog_cooperativedecision_account_insert AFTER INSERT ON public.catalog_cooperativedecision DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('catalog.cooperative=cooperative_id', 'state,reason,by_id');
CREATE CONSTRAINT TRIGGER catalog_cooperativedecision_account_update AFTER UPDATE ON public.catalog_cooperativedecision DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((((old.state)::text IS DISTINCT FROM (new.state)::text) OR (old.reason IS DISTINCT FROM new.reason) OR (old.by_id IS DISTINCT FROM new.by_id))) EXECUTE FUNCTION public.records_keep_account('catalog.cooperative=cooperative_id', 'state,reason,by_id');
CREATE CONSTRAINT TRIGGER catalog_cooperativepaper_account_delete AFTER DELETE ON public.catalog_cooperativepaper DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('catalog.cooperativepaper=id', 'state,remark,looked_by_id,valid_to,kind');
CREATE CONSTRAINT TRIGGER catalog_cooperativepaper_account_insert AFTER INSERT ON public.catalog_cooperativepaper DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('catalog.cooperative=cooperative_id', 'state,remark,looked_by_id,valid_to,kind');
CREATE CONSTRAINT TRIGGER catalog_cooperativepaper_account_update AFTER UPDATE ON public.catalog_cooperativepaper DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((((old.state)::text IS DISTINCT FROM (new.state)::text) OR (old.remark IS DISTINCT FROM new.remark) OR (old.looked_by_id IS DISTINCT FROM new.looked_by_id) OR (old.valid_to IS DISTINCT FROM new.valid_to) OR ((old.kind)::text IS DISTINCT FROM (new.kind)::text))) EXECUTE FUNCTION public.records_keep_account('catalog.cooperativepaper=id', 'state,remark,looked_by_id,valid_to,kind');
CREATE TRIGGER catalog_goodscategory_noted AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalog_goodscategory FOR EACH STATEMENT EXECUTE FUNCTION public.records_note_change();
CREATE TRIGGER catalog_harvestwindow_noted AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalog_harvestwindow FOR EACH STATEMENT EXECUTE FUNCTION public.records_note_change();
CREATE TRIGGER catalog_holiday_noted AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalog_holiday FOR EACH STATEMENT EXECUTE FUNCTION public.records_note_change();
CREATE CONSTRAINT TRIGGER catalog_identitycheck_account_delete AFTER DELETE ON public.catalog_identitycheck DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('catalog.cooperative=cooperative_id', 'method,level,checked_by_id');
CREATE CONSTRAINT TRIGGER catalog_identitycheck_account_insert AFTER INSERT ON public.catalog_identitycheck DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('catalog.cooperative=cooperative_id', 'method,level,checked_by_id');
CREATE CONSTRAINT TRIGGER catalog_identitycheck_account_update AFTER UPDATE ON public.catalog_identitycheck DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((((old.method)::text IS DISTINCT FROM (new.method)::text) OR (old.level IS DISTINCT FROM new.level) OR (old.checked_by_id IS DISTINCT FROM new.checked_by_id))) EXECUTE FUNCTION public.records_keep_account('catalog.cooperative=cooperative_id', 'method,level,checked_by_id');
CREATE TRIGGER catalog_lane_new_version AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalog_lane FOR EACH STATEMENT EXECUTE FUNCTION public.records_new_version('shipping');
CREATE TRIGGER catalog_laneoffer_new_version AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalog_laneoffer FOR EACH STATEMENT EXECUTE FUNCTION public.records_new_version('shipping');
CREATE TRIGGER catalog_lanerate_new_version AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalog_lanerate FOR EACH STATEMENT EXECUTE FUNCTION public.records_new_version('shipping');
CREATE CONSTRAINT TRIGGER catalog_listing_account_delete AFTER DELETE ON public.catalog_listing DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('catalog.listing=id', 'state');
CREATE CONSTRAINT TRIGGER catalog_listing_account_insert AFTER INSERT ON public.catalog_listing DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('catalog.listing=id', 'state');
CREATE CONSTRAINT TRIGGER catalog_listing_account_update AFTER UPDATE ON public.catalog_listing DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.state)::text IS DISTINCT FROM (new.state)::text)) EXECUTE FUNCTION public.records_keep_account('catalog.listing=id', 'state');
CREATE TRIGGER catalog_listing_noted AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalog_listing FOR EACH STATEMENT EXECUTE FUNCTION public.records_note_change();
CREATE CONSTRAINT TRIGGER catalog_listingchange_account_delete AFTER DELETE ON public.catalog_listingchange DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('catalog.listing=listing_id', 'state,reason,decided_by_id');
CREATE CONSTRAINT TRIGGER catalog_listingchange_account_insert AFTER INSERT ON public.catalog_listingchange DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('catalog.listing=listing_id', 'state,reason,decided_by_id');
CREATE CONSTRAINT TRIGGER catalog_listingchange_account_update AFTER UPDATE ON public.catalog_listingchange DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((((old.state)::text IS DISTINCT FROM (new.state)::text) OR (old.reason IS DISTINCT FROM new.reason) OR (old.decided_by_id IS DISTINCT FROM new.decided_by_id))) EXECUTE FUNCTION public.records_keep_account('catalog.listing=listing_id', 'state,reason,decided_by_id');
CREATE TRIGGER catalog_listingpicture_noted AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalog_listingpicture FOR EACH STATEMENT EXECUTE FUNCTION public.records_note_change();
CREATE CONSTRAINT TRIGGER catalog_listingreport_account_delete AFTER DELETE ON public.catalog_listingreport DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('catalog.listingreport=id', 'listing_id,reason,state,answer,answered_by_id');
CREATE CONSTRAINT TRIGGER catalog_listingreport_account_insert AFTER INSERT ON public.catalog_listingreport DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('catalog.listingreport=id', 'listing_id,reason,state,answer,answered_by_id');
CREATE CONSTRAINT TRIGGER catalog_listingreport_account_update AFTER UPDATE ON public.catalog_listingreport DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.listing_id IS DISTINCT FROM new.listing_id) OR ((old.reason)::text IS DISTINCT FROM (new.reason)::text) OR ((old.state)::text IS DISTINCT FROM (new.state)::text) OR (old.answer IS DISTINCT FROM new.answer) OR (old.answered_by_id IS DISTINCT FROM new.answered_by_id))) EXECUTE FUNCTION public.records_keep_account('catalog.listingreport=id', 'listing_id,reason,state,answer,answered_by_id');
CREATE TRIGGER catalog_listingtext_noted AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalog_listingtext FOR EACH STATEMENT EXECUTE FUNCTION public.records_note_change();
CREATE CONSTRAINT TRIGGER catalog_lotbalance_account_delete AFTER DELETE ON public.catalog_lotbalance DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('catalog.lotbalance=id,order.order=*,catalog.sellerorder=*', 'received,held,sold');
CREATE CONSTRAINT TRIGGER catalog_lotbalance_account_insert AFTER INSERT ON public.catalog_lotbalance DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.received <> 0) OR (new.held <> 0) OR (new.sold <> 0))) EXECUTE FUNCTION public.records_keep_account('catalog.lotbalance=id,order.order=*,catalog.sellerorder=*', 'received,held,sold');
CREATE CONSTRAINT TRIGGER catalog_lotbalance_account_update AFTER UPDATE ON public.catalog_lotbalance DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.received IS DISTINCT FROM new.received) OR (old.held IS DISTINCT FROM new.held) OR (old.sold IS DISTINCT FROM new.sold))) EXECUTE FUNCTION public.records_keep_account('catalog.lotbalance=id,order.order=*,catalog.sellerorder=*', 'received,held,sold');
CREATE CONSTRAINT TRIGGER catalog_membership_account_delete AFTER DELETE ON public.catalog_membership DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('catalog.cooperative=cooperative_id', 'user_id,role');
CREATE CONSTRAINT TRIGGER catalog_membership_account_insert AFTER INSERT ON public.catalog_membership DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('catalog.cooperative=cooperative_id', 'user_id,role');
CREATE CONSTRAINT TRIGGER catalog_membership_account_update AFTER UPDATE ON public.catalog_membership DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.user_id IS DISTINCT FROM new.user_id) OR ((old.role)::text IS DISTINCT FROM (new.role)::text))) EXECUTE FUNCTION public.records_keep_account('catalog.cooperative=cooperative_id', 'user_id,role');
CREATE CONSTRAINT TRIGGER catalog_pack_account_delete AFTER DELETE ON public.catalog_pack DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('catalog.pack=id', 'price,is_sold');
CREATE CONSTRAINT TRIGGER catalog_pack_account_insert AFTER INSERT ON public.catalog_pack DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('catalog.pack=id', 'price,is_sold');
CREATE CONSTRAINT TRIGGER catalog_pack_account_update AFTER UPDATE ON public.catalog_pack DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.price IS DISTINCT FROM new.price) OR (old.is_sold IS DISTINCT FROM new.is_sold))) EXECUTE FUNCTION public.records_keep_account('catalog.pack=id', 'price,is_sold');
CREATE TRIGGER catalog_pack_noted AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalog_pack FOR EACH STATEMENT EXECUTE FUNCTION public.records_note_change();
CREATE CONSTRAINT TRIGGER catalog_paperrequirement_account_delete AFTER DELETE ON public.catalog_paperrequirement DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('catalog.paperrequirement=id', 'kind,legal_form,category_path,valid_from,valid_to');
CREATE CONSTRAINT TRIGGER catalog_paperrequirement_account_insert AFTER INSERT ON public.catalog_paperrequirement DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('catalog.paperrequirement=id', 'kind,legal_form,category_path,valid_from,valid_to');
CREATE CONSTRAINT TRIGGER catalog_paperrequirement_account_update AFTER UPDATE ON public.catalog_paperrequirement DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((((old.kind)::text IS DISTINCT FROM (new.kind)::text) OR ((old.legal_form)::text IS DISTINCT FROM (new.legal_form)::text) OR ((old.category_path)::text IS DISTINCT FROM (new.category_path)::text) OR (old.valid_from IS DISTINCT FROM new.valid_from) OR (old.valid_to IS DISTINCT FROM new.valid_to))) EXECUTE FUNCTION public.records_keep_account('catalog.paperrequirement=id', 'kind,legal_form,category_path,valid_from,valid_to');
CREATE TRIGGER catalog_picture_noted AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalog_picture FOR EACH STATEMENT EXECUTE FUNCTION public.records_note_change();
CREATE TRIGGER catalog_protectedname_noted AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalog_protectedname FOR EACH STATEMENT EXECUTE FUNCTION public.records_note_change();
CREATE CONSTRAINT TRIGGER catalog_sellerorder_account_delete AFTER DELETE ON public.catalog_sellerorder DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('catalog.sellerorder=id,order.order=order_id', 'state');
CREATE CONSTRAINT TRIGGER catalog_sellerorder_account_insert AFTER INSERT ON public.catalog_sellerorder DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('catalog.sellerorder=id,order.order=order_id', 'state');
CREATE CONSTRAINT TRIGGER catalog_sellerorder_account_update AFTER UPDATE ON public.catalog_sellerorder DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.state)::text IS DISTINCT FROM (new.state)::text)) EXECUTE FUNCTION public.records_keep_account('catalog.sellerorder=id,order.order=order_id', 'state');
CREATE TRIGGER catalog_shelfitem_noted AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalog_shelfitem FOR EACH STATEMENT EXECUTE FUNCTION public.records_note_change();
CREATE TRIGGER catalog_synonym_noted AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalog_synonym FOR EACH STATEMENT EXECUTE FUNCTION public.records_note_change();
CREATE CONSTRAINT TRIGGER catalog_takedownorder_account_delete AFTER DELETE ON public.catalog_takedownorder DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('catalog.takedownorder=id', 'number,listing_id,cooperative_id,authority,document,reason,until,lifted_at,lifted_by_id,lift_reason');
CREATE CONSTRAINT TRIGGER catalog_takedownorder_account_insert AFTER INSERT ON public.catalog_takedownorder DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('catalog.takedownorder=id', 'number,listing_id,cooperative_id,authority,document,reason,until,lifted_at,lifted_by_id,lift_reason');
CREATE CONSTRAINT TRIGGER catalog_takedownorder_account_update AFTER UPDATE ON public.catalog_takedownorder DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((((old.number)::text IS DISTINCT FROM (new.number)::text) OR (old.listing_id IS DISTINCT FROM new.listing_id) OR (old.cooperative_id IS DISTINCT FROM new.cooperative_id) OR ((old.authority)::text IS DISTINCT FROM (new.authority)::text) OR ((old.document)::text IS DISTINCT FROM (new.document)::text) OR (old.reason IS DISTINCT FROM new.reason) OR (old.until IS DISTINCT FROM new.until) OR (old.lifted_at IS DISTINCT FROM new.lifted_at) OR (old.lifted_by_id IS DISTINCT FROM new.lifted_by_id) OR (old.lift_reason IS DISTINCT FROM new.lift_reason))) EXECUTE FUNCTION public.records_keep_account('catalog.takedownorder=id', 'number,listing_id,cooperative_id,authority,document,reason,until,lifted_at,lifted_by_id,lift_reason');
CREATE CONSTRAINT TRIGGER catalog_teammember_account_delete AFTER DELETE ON public.catalog_teammember DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('people.user=user_id', 'commune_id,ended_at');
CREATE CONSTRAINT TRIGGER catalog_teammember_account_insert AFTER INSERT ON public.catalog_teammember DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('people.user=user_id', 'commune_id,ended_at');
CREATE CONSTRAINT TRIGGER catalog_teammember_account_update AFTER UPDATE ON public.catalog_teammember DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.commune_id IS DISTINCT FROM new.commune_id) OR (old.ended_at IS DISTINCT FROM new.ended_at))) EXECUTE FUNCTION public.records_keep_account('people.user=user_id', 'commune_id,ended_at');
CREATE TRIGGER catalog_variety_noted AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalog_variety FOR EACH STATEMENT EXECUTE FUNCTION public.records_note_change();
CREATE TRIGGER catalog_windowpack_noted AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalog_windowpack FOR EACH STATEMENT EXECUTE FUNCTION public.records_note_change();
CREATE TRIGGER catalog_zone_new_version AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalog_zone FOR EACH STATEMENT EXECUTE FUNCTION public.records_new_version('shipping');
CREATE TRIGGER catalog_zoneprovince_new_version AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalog_zoneprovince FOR EACH STATEMENT EXECUTE FUNCTION public.records_new_version('shipping');
CREATE TRIGGER communes_commune_noted AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.communes_commune FOR EACH STATEMENT EXECUTE FUNCTION public.records_note_change();
CREATE TRIGGER communes_province_noted AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.communes_province FOR EACH STATEMENT EXECUTE FUNCTION public.records_note_change();
CREATE CONSTRAINT TRIGGER order_order_account_delete AFTER DELETE ON public.order_order DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('order.order=id', 'status');
CREATE CONSTRAINT TRIGGER order_order_account_insert AFTER INSERT ON public.order_order DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('order.order=id', 'status');
CREATE CONSTRAINT TRIGGER order_order_account_update AFTER UPDATE ON public.order_order DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.status)::text IS DISTINCT FROM (new.status)::text)) EXECUTE FUNCTION public.records_keep_account('order.order=id', 'status');
CREATE CONSTRAINT TRIGGER partner_stockrecord_account_delete AFTER DELETE ON public.partner_stockrecord DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('catalog.pack=*', 'price');
CREATE CONSTRAINT TRIGGER partner_stockrecord_account_insert AFTER INSERT ON public.partner_stockrecord DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('catalog.pack=*', 'price');
CREATE CONSTRAINT TRIGGER partner_stockrecord_account_update AFTER UPDATE ON public.partner_stockrecord DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((old.price IS DISTINCT FROM new.price)) EXECUTE FUNCTION public.records_keep_account('catalog.pack=*', 'price');
CREATE TRIGGER payments_ledgerentry_append_only BEFORE DELETE OR UPDATE ON public.payments_ledgerentry FOR EACH ROW EXECUTE FUNCTION public.records_refuse_change();
CREATE CONSTRAINT TRIGGER payments_ledgerentry_balances AFTER INSERT ON public.payments_ledgerentry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.payments_ledger_balances();
CREATE TRIGGER payments_ledgerentry_no_truncate BEFORE TRUNCATE ON public.payments_ledgerentry FOR EACH STATEMENT EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER payments_ledgerposting_append_only BEFORE DELETE OR UPDATE ON public.payments_ledgerposting FOR EACH ROW EXECUTE FUNCTION public.records_refuse_change();
CREATE CONSTRAINT TRIGGER payments_ledgerposting_balances AFTER INSERT ON public.payments_ledgerposting DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.payments_ledger_balances();
CREATE TRIGGER payments_ledgerposting_no_truncate BEFORE TRUNCATE ON public.payments_ledgerposting FOR EACH STATEMENT EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER payments_refund_is_covered BEFORE INSERT OR UPDATE OF amount, state, invoice_id ON public.payments_refund FOR EACH ROW EXECUTE FUNCTION public.payments_refund_is_covered();
CREATE TRIGGER payments_statement_append_only BEFORE DELETE OR UPDATE ON public.payments_statement FOR EACH ROW EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER payments_statement_no_truncate BEFORE TRUNCATE ON public.payments_statement FOR EACH STATEMENT EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER payments_statementline_append_only BEFORE DELETE OR UPDATE ON public.payments_statementline FOR EACH ROW EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER payments_statementline_no_truncate BEFORE TRUNCATE ON public.payments_statementline FOR EACH STATEMENT EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER payments_taxline_append_only BEFORE DELETE OR UPDATE ON public.payments_taxline FOR EACH ROW EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER payments_taxline_no_truncate BEFORE TRUNCATE ON public.payments_taxline FOR EACH STATEMENT EXECUTE FUNCTION public.records_refuse_change();
CREATE CONSTRAINT TRIGGER people_user_account_update AFTER UPDATE ON public.people_user DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.is_active IS DISTINCT FROM new.is_active) OR (old.is_staff IS DISTINCT FROM new.is_staff) OR (old.is_superuser IS DISTINCT FROM new.is_superuser))) EXECUTE FUNCTION public.records_keep_account('people.user=id', 'is_active,is_staff,is_superuser');
CREATE CONSTRAINT TRIGGER people_user_groups_account_delete AFTER DELETE ON public.people_user_groups DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('people.user=user_id', 'user_id,group_id');
CREATE CONSTRAINT TRIGGER people_user_groups_account_insert AFTER INSERT ON public.people_user_groups DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('people.user=user_id', 'user_id,group_id');
CREATE CONSTRAINT TRIGGER people_user_groups_account_update AFTER UPDATE ON public.people_user_groups DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.user_id IS DISTINCT FROM new.user_id) OR (old.group_id IS DISTINCT FROM new.group_id))) EXECUTE FUNCTION public.records_keep_account('people.user=user_id', 'user_id,group_id');
CREATE CONSTRAINT TRIGGER people_user_user_permissions_account_delete AFTER DELETE ON public.people_user_user_permissions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('people.user=user_id', 'user_id,permission_id');
CREATE CONSTRAINT TRIGGER people_user_user_permissions_account_insert AFTER INSERT ON public.people_user_user_permissions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.records_keep_account('people.user=user_id', 'user_id,permission_id');
CREATE CONSTRAINT TRIGGER people_user_user_permissions_account_update AFTER UPDATE ON public.people_user_user_permissions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.user_id IS DISTINCT FROM new.user_id) OR (old.permission_id IS DISTINCT FROM new.permission_id))) EXECUTE FUNCTION public.records_keep_account('people.user=user_id', 'user_id,permission_id');
CREATE TRIGGER records_auditentry_append_only BEFORE DELETE OR UPDATE ON public.records_auditentry FOR EACH ROW EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER records_auditentry_no_truncate BEFORE TRUNCATE ON public.records_auditentry FOR EACH STATEMENT EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER records_datedrule_new_version AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.records_datedrule FOR EACH STATEMENT EXECUTE FUNCTION public.records_new_version('rules');
CREATE TRIGGER statistics_catalog_placement_delete AFTER DELETE ON public.catalog_placement REFERENCING OLD TABLE AS rows_was FOR EACH STATEMENT EXECUTE FUNCTION public.statistics_catalog_placement_delete();
CREATE TRIGGER statistics_catalog_placement_update AFTER UPDATE ON public.catalog_placement REFERENCING OLD TABLE AS rows_was NEW TABLE AS rows_now FOR EACH STATEMENT EXECUTE FUNCTION public.statistics_catalog_placement_update();
CREATE TRIGGER statistics_catalog_sellerorder_update AFTER UPDATE ON public.catalog_sellerorder REFERENCING OLD TABLE AS rows_was NEW TABLE AS rows_now FOR EACH STATEMENT EXECUTE FUNCTION public.statistics_catalog_sellerorder_update();
CREATE TRIGGER statistics_catalog_sellerorderline_delete AFTER DELETE ON public.catalog_sellerorderline REFERENCING OLD TABLE AS rows_was FOR EACH STATEMENT EXECUTE FUNCTION public.statistics_catalog_sellerorderline_delete();
CREATE TRIGGER statistics_catalog_sellerorderline_insert AFTER INSERT ON public.catalog_sellerorderline REFERENCING NEW TABLE AS rows_now FOR EACH STATEMENT EXECUTE FUNCTION public.statistics_catalog_sellerorderline_insert();
CREATE TRIGGER statistics_catalog_sellerorderline_update AFTER UPDATE ON public.catalog_sellerorderline REFERENCING OLD TABLE AS rows_was NEW TABLE AS rows_now FOR EACH STATEMENT EXECUTE FUNCTION public.statistics_catalog_sellerorderline_update();
CREATE TRIGGER statistics_payments_attempt_update AFTER UPDATE ON public.payments_attempt REFERENCING OLD TABLE AS rows_was NEW TABLE AS rows_now FOR EACH STATEMENT EXECUTE FUNCTION public.statistics_payments_attempt_update();
CREATE TRIGGER statistics_payments_invoice_update AFTER UPDATE ON public.payments_invoice REFERENCING OLD TABLE AS rows_was NEW TABLE AS rows_now FOR EACH STATEMENT EXECUTE FUNCTION public.statistics_payments_invoice_update();
CREATE TRIGGER statistics_payments_invoiceline_update AFTER UPDATE ON public.payments_invoiceline REFERENCING OLD TABLE AS rows_was NEW TABLE AS rows_now FOR EACH STATEMENT EXECUTE FUNCTION public.statistics_payments_invoiceline_update();
CREATE TRIGGER traceability_authorkey_keeps BEFORE DELETE OR UPDATE ON public.traceability_authorkey FOR EACH ROW EXECUTE FUNCTION public.traceability_authorkey_keeps();
CREATE TRIGGER traceability_authorkey_no_truncate BEFORE TRUNCATE ON public.traceability_authorkey FOR EACH STATEMENT EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER traceability_diaryentry_append_only BEFORE DELETE OR UPDATE ON public.traceability_diaryentry FOR EACH ROW EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER traceability_diaryentry_no_truncate BEFORE TRUNCATE ON public.traceability_diaryentry FOR EACH STATEMENT EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER traceability_entry_append_only BEFORE DELETE OR UPDATE ON public.traceability_entry FOR EACH ROW EXECUTE FUNCTION public.traceability_entry_keeps();
CREATE TRIGGER traceability_entry_no_truncate BEFORE TRUNCATE ON public.traceability_entry FOR EACH STATEMENT EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER traceability_epcisevent_append_only BEFORE DELETE OR UPDATE ON public.traceability_epcisevent FOR EACH ROW EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER traceability_epcisevent_no_truncate BEFORE TRUNCATE ON public.traceability_epcisevent FOR EACH STATEMENT EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER traceability_epciseventthing_append_only BEFORE DELETE OR UPDATE ON public.traceability_epciseventthing FOR EACH ROW EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER traceability_epciseventthing_no_truncate BEFORE TRUNCATE ON public.traceability_epciseventthing FOR EACH STATEMENT EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER traceability_event_append_only BEFORE DELETE OR UPDATE ON public.traceability_event FOR EACH ROW EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER traceability_event_no_truncate BEFORE TRUNCATE ON public.traceability_event FOR EACH STATEMENT EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER traceability_givennumber_append_only BEFORE DELETE OR UPDATE ON public.traceability_givennumber FOR EACH ROW EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER traceability_givennumber_no_truncate BEFORE TRUNCATE ON public.traceability_givennumber FOR EACH STATEMENT EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER traceability_headstamp_append_only BEFORE DELETE OR UPDATE ON public.traceability_headstamp FOR EACH ROW EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER traceability_headstamp_no_truncate BEFORE TRUNCATE ON public.traceability_headstamp FOR EACH STATEMENT EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER traceability_labelprint_append_only BEFORE DELETE OR UPDATE ON public.traceability_labelprint FOR EACH ROW EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER traceability_labelprint_no_truncate BEFORE TRUNCATE ON public.traceability_labelprint FOR EACH STATEMENT EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER traceability_lot_noted AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.traceability_lot FOR EACH STATEMENT EXECUTE FUNCTION public.records_note_change();
CREATE CONSTRAINT TRIGGER traceability_lot_weights AFTER INSERT OR UPDATE OF kind, quantity_g, used_g, loss_g ON public.traceability_lot DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.traceability_lot_weights();
CREATE TRIGGER traceability_lotplot_append_only BEFORE DELETE OR UPDATE ON public.traceability_lotplot FOR EACH ROW EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER traceability_lotplot_no_truncate BEFORE TRUNCATE ON public.traceability_lotplot FOR EACH STATEMENT EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER traceability_lotsource_append_only BEFORE DELETE OR UPDATE ON public.traceability_lotsource FOR EACH ROW EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER traceability_lotsource_no_truncate BEFORE TRUNCATE ON public.traceability_lotsource FOR EACH STATEMENT EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER traceability_node_append_only BEFORE DELETE OR UPDATE ON public.traceability_node FOR EACH ROW EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER traceability_node_no_truncate BEFORE TRUNCATE ON public.traceability_node FOR EACH STATEMENT EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER traceability_recalllot_append_only BEFORE DELETE OR UPDATE ON public.traceability_recalllot FOR EACH ROW EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER traceability_recalllot_no_truncate BEFORE TRUNCATE ON public.traceability_recalllot FOR EACH STATEMENT EXECUTE FUNCTION public.records_refuse_change();
CREATE CONSTRAINT TRIGGER traceability_source_weights AFTER INSERT ON public.traceability_lotsource DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.traceability_source_weights();
CREATE TRIGGER traceability_treehead_append_only BEFORE DELETE OR UPDATE ON public.traceability_treehead FOR EACH ROW EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER traceability_treehead_no_truncate BEFORE TRUNCATE ON public.traceability_treehead FOR EACH STATEMENT EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER traceability_witnesssignature_append_only BEFORE DELETE OR UPDATE ON public.traceability_witnesssignature FOR EACH ROW EXECUTE FUNCTION public.records_refuse_change();
CREATE TRIGGER traceability_witnesssignature_no_truncate BEFORE TRUNCATE ON public.traceability_witnesssignature FOR EACH STATEMENT EXECUTE FUNCTION public.records_refuse_change();
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.address_useraddress
    ADD CONSTRAINT address_useraddress_country_id_fa26a249_fk_address_c FOREIGN KEY (country_id) REFERENCES public.address_country(iso_3166_1_a2) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.address_useraddress
    ADD CONSTRAINT address_useraddress_user_id_6edf0244_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.analytics_productrecord
    ADD CONSTRAINT analytics_productrec_product_id_dad3a871_fk_catalogue FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.analytics_userproductview
    ADD CONSTRAINT analytics_userproduc_product_id_a55b87ad_fk_catalogue FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.analytics_userproductview
    ADD CONSTRAINT analytics_userproductview_user_id_5e49a8b1_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.analytics_userrecord
    ADD CONSTRAINT analytics_userrecord_user_id_702cff4c_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.analytics_usersearch
    ADD CONSTRAINT analytics_usersearch_user_id_1775992d_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.basket_basket
    ADD CONSTRAINT basket_basket_owner_id_3a018de5_fk_people_user_id FOREIGN KEY (owner_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.basket_basket_vouchers
    ADD CONSTRAINT basket_basket_vouche_voucher_id_c2b66981_fk_voucher_v FOREIGN KEY (voucher_id) REFERENCES public.voucher_voucher(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.basket_basket_vouchers
    ADD CONSTRAINT basket_basket_vouchers_basket_id_f857c2f8_fk_basket_basket_id FOREIGN KEY (basket_id) REFERENCES public.basket_basket(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.basket_line
    ADD CONSTRAINT basket_line_basket_id_b615c905_fk_basket_basket_id FOREIGN KEY (basket_id) REFERENCES public.basket_basket(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.basket_line
    ADD CONSTRAINT basket_line_product_id_303d743e_fk_catalogue_product_id FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.basket_line
    ADD CONSTRAINT basket_line_stockrecord_id_7039d8a4_fk_partner_stockrecord_id FOREIGN KEY (stockrecord_id) REFERENCES public.partner_stockrecord(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.basket_lineattribute
    ADD CONSTRAINT basket_lineattribute_line_id_c41e0cdf_fk_basket_line_id FOREIGN KEY (line_id) REFERENCES public.basket_line(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.basket_lineattribute
    ADD CONSTRAINT basket_lineattribute_option_id_9387a3f7_fk_catalogue_option_id FOREIGN KEY (option_id) REFERENCES public.catalogue_option(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_bankaccount
    ADD CONSTRAINT catalog_bankaccount_cooperative_id_6ff4de53_fk_catalog_c FOREIGN KEY (cooperative_id) REFERENCES public.catalog_cooperative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_basketkey
    ADD CONSTRAINT catalog_basketkey_basket_id_c621c408_fk_basket_basket_id FOREIGN KEY (basket_id) REFERENCES public.basket_basket(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_basketlinesource
    ADD CONSTRAINT catalog_basketlineso_offer_id_3ccde7fc_fk_catalog_w FOREIGN KEY (offer_id) REFERENCES public.catalog_windowpack(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_basketlinesource
    ADD CONSTRAINT catalog_basketlinesource_line_id_f5506fe0_fk_basket_line_id FOREIGN KEY (line_id) REFERENCES public.basket_line(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_basketvoucher
    ADD CONSTRAINT catalog_basketvoucher_basket_id_4e67605d_fk_basket_basket_id FOREIGN KEY (basket_id) REFERENCES public.basket_basket(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_basketvoucher
    ADD CONSTRAINT catalog_basketvoucher_voucher_id_8ddbfcb7_fk_catalog_voucher_id FOREIGN KEY (voucher_id) REFERENCES public.catalog_voucher(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_cashterms
    ADD CONSTRAINT catalog_cashterms_cooperative_id_a55c6164_fk_catalog_c FOREIGN KEY (cooperative_id) REFERENCES public.catalog_cooperative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_certificate
    ADD CONSTRAINT catalog_certificate_cooperative_id_1f98739d_fk_catalog_c FOREIGN KEY (cooperative_id) REFERENCES public.catalog_cooperative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_certificate
    ADD CONSTRAINT catalog_certificate_paper_id_941fb26e_fk_catalog_c FOREIGN KEY (paper_id) REFERENCES public.catalog_cooperativepaper(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_communeteam
    ADD CONSTRAINT catalog_communeteam_commune_id_62727dc0_fk_communes_commune_id FOREIGN KEY (commune_id) REFERENCES public.communes_commune(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_consent
    ADD CONSTRAINT catalog_consent_cooperative_id_e9b49eef_fk_catalog_c FOREIGN KEY (cooperative_id) REFERENCES public.catalog_cooperative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_consent
    ADD CONSTRAINT catalog_consent_ended_by_id_d095fee3_fk_people_user_id FOREIGN KEY (ended_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_consent
    ADD CONSTRAINT catalog_consent_given_by_id_53e7b04f_fk_people_user_id FOREIGN KEY (given_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_consent
    ADD CONSTRAINT catalog_consent_helper_id_8ff1c76e_fk_people_user_id FOREIGN KEY (helper_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_conversation
    ADD CONSTRAINT catalog_conversation_cooperative_id_7a2510c5_fk_catalog_c FOREIGN KEY (cooperative_id) REFERENCES public.catalog_cooperative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_conversation
    ADD CONSTRAINT catalog_conversation_listing_id_37dc8168_fk_catalog_listing_id FOREIGN KEY (listing_id) REFERENCES public.catalog_listing(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_conversation
    ADD CONSTRAINT catalog_conversation_seller_order_id_3e2cf1ea_fk_catalog_s FOREIGN KEY (seller_order_id) REFERENCES public.catalog_sellerorder(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_conversation
    ADD CONSTRAINT catalog_conversation_user_id_427f273f_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_cooperative
    ADD CONSTRAINT catalog_cooperative_assigned_to_id_048a596b_fk_people_user_id FOREIGN KEY (assigned_to_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_cooperative
    ADD CONSTRAINT catalog_cooperative_commune_id_45820d95_fk_communes_commune_id FOREIGN KEY (commune_id) REFERENCES public.communes_commune(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_cooperative
    ADD CONSTRAINT catalog_cooperative_partner_id_85842ed9_fk_partner_partner_id FOREIGN KEY (partner_id) REFERENCES public.partner_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_cooperative
    ADD CONSTRAINT catalog_cooperative_party_id_424a7ab3_fk_traceability_party_id FOREIGN KEY (party_id) REFERENCES public.traceability_party(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_cooperativedecision
    ADD CONSTRAINT catalog_cooperatived_cooperative_id_963eba63_fk_catalog_c FOREIGN KEY (cooperative_id) REFERENCES public.catalog_cooperative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_cooperativedecision
    ADD CONSTRAINT catalog_cooperativedecision_by_id_344238bb_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_cooperativepaper
    ADD CONSTRAINT catalog_cooperativep_cooperative_id_fdee654d_fk_catalog_c FOREIGN KEY (cooperative_id) REFERENCES public.catalog_cooperative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_cooperativepaper
    ADD CONSTRAINT catalog_cooperativep_looked_by_id_23f9b54a_fk_people_us FOREIGN KEY (looked_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_cooperativepaper
    ADD CONSTRAINT catalog_cooperativepaper_paper_id_3cd16ac4_fk_records_paper_id FOREIGN KEY (paper_id) REFERENCES public.records_paper(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_customer
    ADD CONSTRAINT catalog_customer_cooperative_id_adc7d396_fk_catalog_c FOREIGN KEY (cooperative_id) REFERENCES public.catalog_cooperative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_customer
    ADD CONSTRAINT catalog_customer_seller_order_id_56390c50_fk_catalog_s FOREIGN KEY (seller_order_id) REFERENCES public.catalog_sellerorder(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_customer
    ADD CONSTRAINT catalog_customer_user_id_cb1b136f_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_customertag
    ADD CONSTRAINT catalog_customertag_customer_id_98284f12_fk_catalog_customer_id FOREIGN KEY (customer_id) REFERENCES public.catalog_customer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_goodscategory
    ADD CONSTRAINT catalog_goodscategor_category_id_a68a4f42_fk_catalogue FOREIGN KEY (category_id) REFERENCES public.catalogue_category(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_goodscategory
    ADD CONSTRAINT catalog_goodscategor_parent_id_1134a881_fk_catalog_g FOREIGN KEY (parent_id) REFERENCES public.catalog_goodscategory(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_harvestwindow
    ADD CONSTRAINT catalog_harvestwindow_listing_id_44cbf245_fk_catalog_listing_id FOREIGN KEY (listing_id) REFERENCES public.catalog_listing(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_harvestwindow
    ADD CONSTRAINT catalog_harvestwindow_opened_by_id_2db3078f_fk_people_user_id FOREIGN KEY (opened_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_hold
    ADD CONSTRAINT catalog_hold_balance_id_2b7689c9_fk_catalog_lotbalance_id FOREIGN KEY (balance_id) REFERENCES public.catalog_lotbalance(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_hold
    ADD CONSTRAINT catalog_hold_order_line_id_c92ccba0_fk_order_line_id FOREIGN KEY (order_line_id) REFERENCES public.order_line(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_holiday
    ADD CONSTRAINT catalog_holiday_by_id_a87de5ec_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_holiday
    ADD CONSTRAINT catalog_holiday_cooperative_id_472c5b47_fk_catalog_c FOREIGN KEY (cooperative_id) REFERENCES public.catalog_cooperative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_identitycheck
    ADD CONSTRAINT catalog_identitychec_cooperative_id_da473a39_fk_catalog_c FOREIGN KEY (cooperative_id) REFERENCES public.catalog_cooperative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_identitycheck
    ADD CONSTRAINT catalog_identitycheck_checked_by_id_a0fe8723_fk_people_user_id FOREIGN KEY (checked_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_invitation
    ADD CONSTRAINT catalog_invitation_cooperative_id_5f71b46e_fk_catalog_c FOREIGN KEY (cooperative_id) REFERENCES public.catalog_cooperative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_invitation
    ADD CONSTRAINT catalog_invitation_invited_by_id_054d6f3f_fk_people_user_id FOREIGN KEY (invited_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_invoicereference
    ADD CONSTRAINT catalog_invoicerefer_seller_order_id_40f70111_fk_catalog_s FOREIGN KEY (seller_order_id) REFERENCES public.catalog_sellerorder(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_invoicereference
    ADD CONSTRAINT catalog_invoicerefer_written_by_id_e31f8338_fk_people_us FOREIGN KEY (written_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_lane
    ADD CONSTRAINT catalog_lane_courier_id_69353cd9_fk_payments_courier_id FOREIGN KEY (courier_id) REFERENCES public.payments_courier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_laneoffer
    ADD CONSTRAINT catalog_laneoffer_cooperative_id_14126afb_fk_catalog_c FOREIGN KEY (cooperative_id) REFERENCES public.catalog_cooperative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_laneoffer
    ADD CONSTRAINT catalog_laneoffer_lane_id_f9e2e3d8_fk_catalog_lane_id FOREIGN KEY (lane_id) REFERENCES public.catalog_lane(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_lanerate
    ADD CONSTRAINT catalog_lanerate_lane_id_83290d32_fk_catalog_lane_id FOREIGN KEY (lane_id) REFERENCES public.catalog_lane(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_lanerate
    ADD CONSTRAINT catalog_lanerate_zone_id_2528c807_fk_catalog_zone_id FOREIGN KEY (zone_id) REFERENCES public.catalog_zone(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_listing
    ADD CONSTRAINT catalog_listing_category_id_3526ce81_fk_catalog_g FOREIGN KEY (category_id) REFERENCES public.catalog_goodscategory(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_listing_certificates
    ADD CONSTRAINT catalog_listing_cert_certificate_id_91d1a56b_fk_catalog_c FOREIGN KEY (certificate_id) REFERENCES public.catalog_certificate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_listing_certificates
    ADD CONSTRAINT catalog_listing_cert_listing_id_5d5df0fb_fk_catalog_l FOREIGN KEY (listing_id) REFERENCES public.catalog_listing(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_listing
    ADD CONSTRAINT catalog_listing_commune_id_ad7d685b_fk_communes_commune_id FOREIGN KEY (commune_id) REFERENCES public.communes_commune(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_listing
    ADD CONSTRAINT catalog_listing_cooperative_id_13527a85_fk_catalog_c FOREIGN KEY (cooperative_id) REFERENCES public.catalog_cooperative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_listing
    ADD CONSTRAINT catalog_listing_product_id_daa75338_fk_catalogue_product_id FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_listing
    ADD CONSTRAINT catalog_listing_protected_name_id_d758cedc_fk_catalog_p FOREIGN KEY (protected_name_id) REFERENCES public.catalog_protectedname(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_listing
    ADD CONSTRAINT catalog_listing_variety_id_fda7cc4f_fk_catalog_variety_id FOREIGN KEY (variety_id) REFERENCES public.catalog_variety(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_listingchange
    ADD CONSTRAINT catalog_listingchang_first_id_9e54853c_fk_catalog_l FOREIGN KEY (first_id) REFERENCES public.catalog_listingchange(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_listingchange
    ADD CONSTRAINT catalog_listingchange_assigned_to_id_f23ddf30_fk_people_user_id FOREIGN KEY (assigned_to_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_listingchange
    ADD CONSTRAINT catalog_listingchange_decided_by_id_45b9c17b_fk_people_user_id FOREIGN KEY (decided_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_listingchange
    ADD CONSTRAINT catalog_listingchange_listing_id_78e61c0d_fk_catalog_listing_id FOREIGN KEY (listing_id) REFERENCES public.catalog_listing(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_listingchange
    ADD CONSTRAINT catalog_listingchange_proposed_by_id_e60ba4fb_fk_people_user_id FOREIGN KEY (proposed_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_listingchange
    ADD CONSTRAINT catalog_listingchange_rule_id_7056891f_fk_catalog_passrule_id FOREIGN KEY (rule_id) REFERENCES public.catalog_passrule(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_listingdraft
    ADD CONSTRAINT catalog_listingdraft_cooperative_id_ae4a6562_fk_catalog_c FOREIGN KEY (cooperative_id) REFERENCES public.catalog_cooperative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_listingdraft
    ADD CONSTRAINT catalog_listingdraft_listing_id_4b44004f_fk_catalog_listing_id FOREIGN KEY (listing_id) REFERENCES public.catalog_listing(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_listingdraft
    ADD CONSTRAINT catalog_listingdraft_saved_by_id_5bd9edf9_fk_people_user_id FOREIGN KEY (saved_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_listingpicture
    ADD CONSTRAINT catalog_listingpictu_listing_id_1a00428d_fk_catalog_l FOREIGN KEY (listing_id) REFERENCES public.catalog_listing(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_listingpicture
    ADD CONSTRAINT catalog_listingpictu_picture_id_b13b02d9_fk_catalog_p FOREIGN KEY (picture_id) REFERENCES public.catalog_picture(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_listingreport
    ADD CONSTRAINT catalog_listingreport_answered_by_id_672f6fe2_fk_people_user_id FOREIGN KEY (answered_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_listingreport
    ADD CONSTRAINT catalog_listingreport_listing_id_55bfe0c1_fk_catalog_listing_id FOREIGN KEY (listing_id) REFERENCES public.catalog_listing(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_listingtext
    ADD CONSTRAINT catalog_listingtext_listing_id_fca529c6_fk_catalog_listing_id FOREIGN KEY (listing_id) REFERENCES public.catalog_listing(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_lotbalance
    ADD CONSTRAINT catalog_lotbalance_lot_id_5187e9e8_fk_traceability_lot_id FOREIGN KEY (lot_id) REFERENCES public.traceability_lot(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_lotbalance
    ADD CONSTRAINT catalog_lotbalance_pack_id_8e543263_fk_catalog_pack_id FOREIGN KEY (pack_id) REFERENCES public.catalog_pack(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_membership
    ADD CONSTRAINT catalog_membership_cooperative_id_018ce5b2_fk_catalog_c FOREIGN KEY (cooperative_id) REFERENCES public.catalog_cooperative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_membership
    ADD CONSTRAINT catalog_membership_user_id_05a906b3_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_message
    ADD CONSTRAINT catalog_message_by_id_1fafb3f8_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_message
    ADD CONSTRAINT catalog_message_conversation_id_81244352_fk_catalog_c FOREIGN KEY (conversation_id) REFERENCES public.catalog_conversation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_nudge
    ADD CONSTRAINT catalog_nudge_seller_order_id_0a85fa2d_fk_catalog_s FOREIGN KEY (seller_order_id) REFERENCES public.catalog_sellerorder(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_orderevent
    ADD CONSTRAINT catalog_orderevent_by_id_fb8a88cf_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_orderevent
    ADD CONSTRAINT catalog_orderevent_order_id_5b3b80cb_fk_order_order_id FOREIGN KEY (order_id) REFERENCES public.order_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_orderevent
    ADD CONSTRAINT catalog_orderevent_seller_order_id_a95f0230_fk_catalog_s FOREIGN KEY (seller_order_id) REFERENCES public.catalog_sellerorder(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_pack
    ADD CONSTRAINT catalog_pack_item_id_8390d414_fk_traceability_tradeitem_id FOREIGN KEY (item_id) REFERENCES public.traceability_tradeitem(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_pack
    ADD CONSTRAINT catalog_pack_listing_id_4c635f3e_fk_catalog_listing_id FOREIGN KEY (listing_id) REFERENCES public.catalog_listing(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_pack
    ADD CONSTRAINT catalog_pack_product_id_241dd132_fk_catalogue_product_id FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_packedlot
    ADD CONSTRAINT catalog_packedlot_line_id_7f81215f_fk_catalog_s FOREIGN KEY (line_id) REFERENCES public.catalog_sellerorderline(line_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_packedlot
    ADD CONSTRAINT catalog_packedlot_lot_id_ba731c05_fk_traceability_lot_id FOREIGN KEY (lot_id) REFERENCES public.traceability_lot(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_partdiscount
    ADD CONSTRAINT catalog_partdiscount_cooperative_id_3f2b57f0_fk_catalog_c FOREIGN KEY (cooperative_id) REFERENCES public.catalog_cooperative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_partdiscount
    ADD CONSTRAINT catalog_partdiscount_only_for_id_3d05f87d_fk_catalog_c FOREIGN KEY (only_for_id) REFERENCES public.catalog_cooperative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_partdiscount
    ADD CONSTRAINT catalog_partdiscount_seller_order_id_068c6ede_fk_catalog_s FOREIGN KEY (seller_order_id) REFERENCES public.catalog_sellerorder(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_partdiscount
    ADD CONSTRAINT catalog_partdiscount_use_id_46029b29_fk_catalog_v FOREIGN KEY (use_id) REFERENCES public.catalog_voucheruse(order_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_phonecode
    ADD CONSTRAINT catalog_phonecode_by_id_29001ce7_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_phonecode
    ADD CONSTRAINT catalog_phonecode_placement_id_58867127_fk_catalog_p FOREIGN KEY (placement_id) REFERENCES public.catalog_placement(order_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_picture
    ADD CONSTRAINT catalog_picture_cooperative_id_a0c43417_fk_catalog_c FOREIGN KEY (cooperative_id) REFERENCES public.catalog_cooperative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_picture
    ADD CONSTRAINT catalog_picture_uploaded_by_id_41d384cc_fk_people_user_id FOREIGN KEY (uploaded_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_placement
    ADD CONSTRAINT catalog_placement_basket_id_d9fbe97f_fk_basket_basket_id FOREIGN KEY (basket_id) REFERENCES public.basket_basket(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_placement
    ADD CONSTRAINT catalog_placement_commune_id_d0b0d12e_fk_communes_commune_id FOREIGN KEY (commune_id) REFERENCES public.communes_commune(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_placement
    ADD CONSTRAINT catalog_placement_order_id_69481c1c_fk_order_order_id FOREIGN KEY (order_id) REFERENCES public.order_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_preorder
    ADD CONSTRAINT catalog_preorder_line_id_c11ca19d_fk_catalog_s FOREIGN KEY (line_id) REFERENCES public.catalog_sellerorderline(line_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_preorder
    ADD CONSTRAINT catalog_preorder_offer_id_24bfafbf_fk_catalog_windowpack_id FOREIGN KEY (offer_id) REFERENCES public.catalog_windowpack(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_protectedname
    ADD CONSTRAINT catalog_protectednam_category_id_bc8ea4c3_fk_catalog_g FOREIGN KEY (category_id) REFERENCES public.catalog_goodscategory(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_recalledline
    ADD CONSTRAINT catalog_recalledline_line_id_7723d960_fk_catalog_s FOREIGN KEY (line_id) REFERENCES public.catalog_sellerorderline(line_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_recalledline
    ADD CONSTRAINT catalog_recalledline_notice_id_43e36a8d_fk_catalog_r FOREIGN KEY (notice_id) REFERENCES public.catalog_recallnotice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_recalledline
    ADD CONSTRAINT catalog_recalledline_recall_id_643ab79c_fk_traceabil FOREIGN KEY (recall_id) REFERENCES public.traceability_recall(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_recallnotice
    ADD CONSTRAINT catalog_recallnotice_recall_id_4946599d_fk_traceabil FOREIGN KEY (recall_id) REFERENCES public.traceability_recall(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_recalltask
    ADD CONSTRAINT catalog_recalltask_cooperative_id_6956abd9_fk_catalog_c FOREIGN KEY (cooperative_id) REFERENCES public.catalog_cooperative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_recalltask
    ADD CONSTRAINT catalog_recalltask_done_by_id_1643d6a0_fk_people_user_id FOREIGN KEY (done_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_recalltask
    ADD CONSTRAINT catalog_recalltask_recall_id_9928f294_fk_traceability_recall_id FOREIGN KEY (recall_id) REFERENCES public.traceability_recall(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_remark
    ADD CONSTRAINT catalog_remark_change_id_4b42823d_fk_catalog_listingchange_id FOREIGN KEY (change_id) REFERENCES public.catalog_listingchange(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_remark
    ADD CONSTRAINT catalog_remark_reason_id_a5833859_fk_catalog_reason_id FOREIGN KEY (reason_id) REFERENCES public.catalog_reason(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_season
    ADD CONSTRAINT catalog_season_category_id_c6b5b6e1_fk_catalog_goodscategory_id FOREIGN KEY (category_id) REFERENCES public.catalog_goodscategory(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_season
    ADD CONSTRAINT catalog_season_variety_id_2795b520_fk_catalog_variety_id FOREIGN KEY (variety_id) REFERENCES public.catalog_variety(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_sellerorder
    ADD CONSTRAINT catalog_sellerorder_cooperative_id_2e854aff_fk_catalog_c FOREIGN KEY (cooperative_id) REFERENCES public.catalog_cooperative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_sellerorder
    ADD CONSTRAINT catalog_sellerorder_lane_id_562880c3_fk_catalog_lane_id FOREIGN KEY (lane_id) REFERENCES public.catalog_lane(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_sellerorder
    ADD CONSTRAINT catalog_sellerorder_order_id_51f8523b_fk_order_order_id FOREIGN KEY (order_id) REFERENCES public.order_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_sellerorderline
    ADD CONSTRAINT catalog_sellerorderl_category_id_6f19df9b_fk_catalog_g FOREIGN KEY (category_id) REFERENCES public.catalog_goodscategory(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_sellerorderline
    ADD CONSTRAINT catalog_sellerorderl_commune_id_aa5e6189_fk_communes_ FOREIGN KEY (commune_id) REFERENCES public.communes_commune(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_sellerorderline
    ADD CONSTRAINT catalog_sellerorderl_seller_order_id_152e4b7b_fk_catalog_s FOREIGN KEY (seller_order_id) REFERENCES public.catalog_sellerorder(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_sellerorderline
    ADD CONSTRAINT catalog_sellerorderl_variety_id_c196dbbb_fk_catalog_v FOREIGN KEY (variety_id) REFERENCES public.catalog_variety(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_sellerorderline
    ADD CONSTRAINT catalog_sellerorderline_line_id_cdd822a4_fk_order_line_id FOREIGN KEY (line_id) REFERENCES public.order_line(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_sellerorderline
    ADD CONSTRAINT catalog_sellerorderline_pack_id_c6fe9a36_fk_catalog_pack_id FOREIGN KEY (pack_id) REFERENCES public.catalog_pack(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_shelfitem
    ADD CONSTRAINT catalog_shelfitem_listing_id_becb6d31_fk_catalog_listing_id FOREIGN KEY (listing_id) REFERENCES public.catalog_listing(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_stockalarm
    ADD CONSTRAINT catalog_stockalarm_pack_id_19530633_fk_catalog_pack_id FOREIGN KEY (pack_id) REFERENCES public.catalog_pack(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_stockmovement
    ADD CONSTRAINT catalog_stockmovemen_balance_id_afb1c9d9_fk_catalog_l FOREIGN KEY (balance_id) REFERENCES public.catalog_lotbalance(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_stockmovement
    ADD CONSTRAINT catalog_stockmovement_order_line_id_855cdb1b_fk_order_line_id FOREIGN KEY (order_line_id) REFERENCES public.order_line(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_synonym
    ADD CONSTRAINT catalog_synonym_category_id_3bae5a87_fk_catalog_g FOREIGN KEY (category_id) REFERENCES public.catalog_goodscategory(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_takedownorder
    ADD CONSTRAINT catalog_takedownorde_cooperative_id_1e2ac669_fk_catalog_c FOREIGN KEY (cooperative_id) REFERENCES public.catalog_cooperative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_takedownorder
    ADD CONSTRAINT catalog_takedownorde_report_id_d3142d88_fk_catalog_l FOREIGN KEY (report_id) REFERENCES public.catalog_listingreport(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_takedownorder
    ADD CONSTRAINT catalog_takedownorder_executed_by_id_a8ccfdcc_fk_people_user_id FOREIGN KEY (executed_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_takedownorder
    ADD CONSTRAINT catalog_takedownorder_lifted_by_id_83db8ac1_fk_people_user_id FOREIGN KEY (lifted_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_takedownorder
    ADD CONSTRAINT catalog_takedownorder_listing_id_c820c5d0_fk_catalog_listing_id FOREIGN KEY (listing_id) REFERENCES public.catalog_listing(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_teammember
    ADD CONSTRAINT catalog_teammember_appointed_by_id_8fdb7e38_fk_people_user_id FOREIGN KEY (appointed_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_teammember
    ADD CONSTRAINT catalog_teammember_commune_id_63064a2a_fk_communes_commune_id FOREIGN KEY (commune_id) REFERENCES public.communes_commune(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_teammember
    ADD CONSTRAINT catalog_teammember_ended_by_id_1e76a95a_fk_people_user_id FOREIGN KEY (ended_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_teammember
    ADD CONSTRAINT catalog_teammember_user_id_59ea45b3_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_undelivered
    ADD CONSTRAINT catalog_undelivered_by_id_6e9d2f98_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_undelivered
    ADD CONSTRAINT catalog_undelivered_seller_order_id_c3d83e2f_fk_catalog_s FOREIGN KEY (seller_order_id) REFERENCES public.catalog_sellerorder(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_variety
    ADD CONSTRAINT catalog_variety_category_id_ce93e31d_fk_catalog_g FOREIGN KEY (category_id) REFERENCES public.catalog_goodscategory(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_voucher
    ADD CONSTRAINT catalog_voucher_category_id_ac3e4115_fk_catalog_g FOREIGN KEY (category_id) REFERENCES public.catalog_goodscategory(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_voucher
    ADD CONSTRAINT catalog_voucher_cooperative_id_ceff9afa_fk_catalog_c FOREIGN KEY (cooperative_id) REFERENCES public.catalog_cooperative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_voucheruse
    ADD CONSTRAINT catalog_voucheruse_order_id_b0483ec1_fk_order_order_id FOREIGN KEY (order_id) REFERENCES public.order_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_voucheruse
    ADD CONSTRAINT catalog_voucheruse_voucher_id_e6036a8a_fk_catalog_voucher_id FOREIGN KEY (voucher_id) REFERENCES public.catalog_voucher(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_waitingentry
    ADD CONSTRAINT catalog_waitingentry_listing_id_7a5c5840_fk_catalog_listing_id FOREIGN KEY (listing_id) REFERENCES public.catalog_listing(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_windowpack
    ADD CONSTRAINT catalog_windowpack_pack_id_16b2ccb0_fk_catalog_pack_id FOREIGN KEY (pack_id) REFERENCES public.catalog_pack(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_windowpack
    ADD CONSTRAINT catalog_windowpack_window_id_ced55207_fk_catalog_h FOREIGN KEY (window_id) REFERENCES public.catalog_harvestwindow(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalog_zoneprovince
    ADD CONSTRAINT catalog_zoneprovince_zone_id_a4ed517c_fk_catalog_zone_id FOREIGN KEY (zone_id) REFERENCES public.catalog_zone(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_attributeoption
    ADD CONSTRAINT catalogue_attributeo_group_id_3d4a5e24_fk_catalogue FOREIGN KEY (group_id) REFERENCES public.catalogue_attributeoptiongroup(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_option
    ADD CONSTRAINT catalogue_option_option_group_id_2fd86269_fk_catalogue FOREIGN KEY (option_group_id) REFERENCES public.catalogue_attributeoptiongroup(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_product
    ADD CONSTRAINT catalogue_product_parent_id_9bfd2382_fk_catalogue_product_id FOREIGN KEY (parent_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_product_product_options
    ADD CONSTRAINT catalogue_product_pr_option_id_ff470e13_fk_catalogue FOREIGN KEY (option_id) REFERENCES public.catalogue_option(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_product_product_options
    ADD CONSTRAINT catalogue_product_pr_product_id_ad2b46bd_fk_catalogue FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_product
    ADD CONSTRAINT catalogue_product_product_class_id_0c6c5b54_fk_catalogue FOREIGN KEY (product_class_id) REFERENCES public.catalogue_productclass(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productattributevalue
    ADD CONSTRAINT catalogue_productatt_attribute_id_0287c1e7_fk_catalogue FOREIGN KEY (attribute_id) REFERENCES public.catalogue_productattribute(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productattributevalue_value_multi_option
    ADD CONSTRAINT catalogue_productatt_attributeoption_id_962b600b_fk_catalogue FOREIGN KEY (attributeoption_id) REFERENCES public.catalogue_attributeoption(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productattributevalue
    ADD CONSTRAINT catalogue_productatt_entity_content_type__f7186ab5_fk_django_co FOREIGN KEY (entity_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productattribute
    ADD CONSTRAINT catalogue_productatt_option_group_id_6b422dc2_fk_catalogue FOREIGN KEY (option_group_id) REFERENCES public.catalogue_attributeoptiongroup(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productattribute
    ADD CONSTRAINT catalogue_productatt_product_class_id_7af808ec_fk_catalogue FOREIGN KEY (product_class_id) REFERENCES public.catalogue_productclass(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productattributevalue
    ADD CONSTRAINT catalogue_productatt_product_id_a03cd90e_fk_catalogue FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productattributevalue_value_multi_option
    ADD CONSTRAINT catalogue_productatt_productattributevalu_9c7c031e_fk_catalogue FOREIGN KEY (productattributevalue_id) REFERENCES public.catalogue_productattributevalue(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productattributevalue
    ADD CONSTRAINT catalogue_productatt_value_option_id_21026066_fk_catalogue FOREIGN KEY (value_option_id) REFERENCES public.catalogue_attributeoption(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productcategory
    ADD CONSTRAINT catalogue_productcat_category_id_176db535_fk_catalogue FOREIGN KEY (category_id) REFERENCES public.catalogue_category(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productcategory
    ADD CONSTRAINT catalogue_productcat_product_id_846a4061_fk_catalogue FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productclass_options
    ADD CONSTRAINT catalogue_productcla_option_id_b099542c_fk_catalogue FOREIGN KEY (option_id) REFERENCES public.catalogue_option(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productclass_options
    ADD CONSTRAINT catalogue_productcla_productclass_id_732df4c8_fk_catalogue FOREIGN KEY (productclass_id) REFERENCES public.catalogue_productclass(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productimage
    ADD CONSTRAINT catalogue_productima_product_id_49474fe8_fk_catalogue FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productrecommendation
    ADD CONSTRAINT catalogue_productrec_primary_id_6e51a55c_fk_catalogue FOREIGN KEY (primary_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productrecommendation
    ADD CONSTRAINT catalogue_productrec_recommendation_id_daf8ae95_fk_catalogue FOREIGN KEY (recommendation_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_bulletinindex
    ADD CONSTRAINT cms_bulletinindex_page_ptr_id_d858c9e5_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_bulletinpage
    ADD CONSTRAINT cms_bulletinpage_page_ptr_id_eaf7f511_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_guideindex
    ADD CONSTRAINT cms_guideindex_page_ptr_id_bc39ae5a_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_guidepage
    ADD CONSTRAINT cms_guidepage_page_ptr_id_1be225d1_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_homepage
    ADD CONSTRAINT cms_homepage_page_ptr_id_3967ea6a_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_livehost
    ADD CONSTRAINT cms_livehost_checked_by_id_48df2973_fk_people_user_id FOREIGN KEY (checked_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_livehost
    ADD CONSTRAINT cms_livehost_cooperative_id_3bd06d2e_fk_catalog_cooperative_id FOREIGN KEY (cooperative_id) REFERENCES public.catalog_cooperative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_livehost
    ADD CONSTRAINT cms_livehost_session_id_f769cca3_fk_cms_livesession_id FOREIGN KEY (session_id) REFERENCES public.cms_livesession(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_liveindex
    ADD CONSTRAINT cms_liveindex_page_ptr_id_5bd884a1_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_liveitem
    ADD CONSTRAINT cms_liveitem_listing_id_54081232_fk_catalog_listing_id FOREIGN KEY (listing_id) REFERENCES public.catalog_listing(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_liveitem
    ADD CONSTRAINT cms_liveitem_session_id_25284a38_fk_cms_livesession_id FOREIGN KEY (session_id) REFERENCES public.cms_livesession(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_livepin
    ADD CONSTRAINT cms_livepin_item_id_a4e76e4e_fk_cms_liveitem_id FOREIGN KEY (item_id) REFERENCES public.cms_liveitem(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_livepin
    ADD CONSTRAINT cms_livepin_session_id_a6f52796_fk_cms_livesession_id FOREIGN KEY (session_id) REFERENCES public.cms_livesession(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_livereport
    ADD CONSTRAINT cms_livereport_answered_by_id_59f15c56_fk_people_user_id FOREIGN KEY (answered_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_livereport
    ADD CONSTRAINT cms_livereport_session_id_5514b343_fk_cms_livesession_id FOREIGN KEY (session_id) REFERENCES public.cms_livesession(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_livesession
    ADD CONSTRAINT cms_livesession_ended_by_id_96783922_fk_people_user_id FOREIGN KEY (ended_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_livestreampage
    ADD CONSTRAINT cms_livestreampage_page_ptr_id_25589cc1_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_plainpage
    ADD CONSTRAINT cms_plainpage_page_ptr_id_f3014093_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_policyindex
    ADD CONSTRAINT cms_policyindex_page_ptr_id_909316c0_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_policypage
    ADD CONSTRAINT cms_policypage_page_ptr_id_34ea787d_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_policyversion
    ADD CONSTRAINT cms_policyversion_page_id_a99b6c26_fk_cms_polic FOREIGN KEY (page_id) REFERENCES public.cms_policypage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_pricerow
    ADD CONSTRAINT cms_pricerow_category_id_1f19583e_fk_catalog_goodscategory_id FOREIGN KEY (category_id) REFERENCES public.catalog_goodscategory(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_pricerow
    ADD CONSTRAINT cms_pricerow_page_id_1639a25c_fk_cms_bulletinpage_page_ptr_id FOREIGN KEY (page_id) REFERENCES public.cms_bulletinpage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_promotionindex
    ADD CONSTRAINT cms_promotionindex_page_ptr_id_4e0e798f_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_promotionpage
    ADD CONSTRAINT cms_promotionpage_page_ptr_id_bdfb7115_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_seasonindex
    ADD CONSTRAINT cms_seasonindex_page_ptr_id_770662c0_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_seasonpage
    ADD CONSTRAINT cms_seasonpage_category_id_c43359d3_fk_catalog_goodscategory_id FOREIGN KEY (category_id) REFERENCES public.catalog_goodscategory(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_seasonpage
    ADD CONSTRAINT cms_seasonpage_page_ptr_id_138656be_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_storyindex
    ADD CONSTRAINT cms_storyindex_page_ptr_id_67fe9dd9_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_storypage
    ADD CONSTRAINT cms_storypage_cooperative_id_20f34bfb_fk_catalog_cooperative_id FOREIGN KEY (cooperative_id) REFERENCES public.catalog_cooperative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cms_storypage
    ADD CONSTRAINT cms_storypage_page_ptr_id_a40fd0ed_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.communes_commune
    ADD CONSTRAINT communes_commune_province_id_20ef674c_fk_communes_province_id FOREIGN KEY (province_id) REFERENCES public.communes_province(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.communes_disadvantaged
    ADD CONSTRAINT communes_disadvantag_commune_id_f36fd55c_fk_communes_ FOREIGN KEY (commune_id) REFERENCES public.communes_commune(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.communes_succession
    ADD CONSTRAINT communes_succession_new_id_2c70a8b2_fk_communes_commune_id FOREIGN KEY (new_id) REFERENCES public.communes_commune(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.communes_succession
    ADD CONSTRAINT communes_succession_old_id_84deef49_fk_communes_commune_id FOREIGN KEY (old_id) REFERENCES public.communes_commune(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.communication_email
    ADD CONSTRAINT customer_email_user_id_a69ad588_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.communication_notification
    ADD CONSTRAINT customer_notification_recipient_id_d99de5c8_fk_people_user_id FOREIGN KEY (recipient_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.communication_notification
    ADD CONSTRAINT customer_notification_sender_id_affa1632_fk_people_user_id FOREIGN KEY (sender_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.customer_productalert
    ADD CONSTRAINT customer_productaler_product_id_7e529a41_fk_catalogue FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.customer_productalert
    ADD CONSTRAINT customer_productalert_user_id_677ad6d6_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_content_type_id_c4bce8eb_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_user_id_c564eba6_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.django_flatpage_sites
    ADD CONSTRAINT django_flatpage_site_flatpage_id_078bbc8b_fk_django_fl FOREIGN KEY (flatpage_id) REFERENCES public.django_flatpage(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.django_flatpage_sites
    ADD CONSTRAINT django_flatpage_sites_site_id_bfd8ea84_fk_django_site_id FOREIGN KEY (site_id) REFERENCES public.django_site(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_benefit
    ADD CONSTRAINT offer_benefit_range_id_ab19c5ab_fk_offer_range_id FOREIGN KEY (range_id) REFERENCES public.offer_range(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_condition
    ADD CONSTRAINT offer_condition_range_id_b023a2aa_fk_offer_range_id FOREIGN KEY (range_id) REFERENCES public.offer_range(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_conditionaloffer
    ADD CONSTRAINT offer_conditionaloff_condition_id_e6baa945_fk_offer_con FOREIGN KEY (condition_id) REFERENCES public.offer_condition(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_conditionaloffer_combinations
    ADD CONSTRAINT offer_conditionaloff_from_conditionaloffe_85c3bd9f_fk_offer_con FOREIGN KEY (from_conditionaloffer_id) REFERENCES public.offer_conditionaloffer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_conditionaloffer_combinations
    ADD CONSTRAINT offer_conditionaloff_to_conditionaloffer__ae993478_fk_offer_con FOREIGN KEY (to_conditionaloffer_id) REFERENCES public.offer_conditionaloffer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_conditionaloffer
    ADD CONSTRAINT offer_conditionaloffer_benefit_id_f43f68b5_fk_offer_benefit_id FOREIGN KEY (benefit_id) REFERENCES public.offer_benefit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_range_classes
    ADD CONSTRAINT offer_range_classes_productclass_id_6f6de46d_fk_catalogue FOREIGN KEY (productclass_id) REFERENCES public.catalogue_productclass(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_range_classes
    ADD CONSTRAINT offer_range_classes_range_id_7d3e573e_fk_offer_range_id FOREIGN KEY (range_id) REFERENCES public.offer_range(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_range_excluded_categories
    ADD CONSTRAINT offer_range_excluded_category_id_c16fd4f7_fk_catalogue FOREIGN KEY (category_id) REFERENCES public.catalogue_category(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_range_excluded_products
    ADD CONSTRAINT offer_range_excluded_product_id_78c49bfc_fk_catalogue FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_range_excluded_categories
    ADD CONSTRAINT offer_range_excluded_range_id_6346945d_fk_offer_ran FOREIGN KEY (range_id) REFERENCES public.offer_range(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_range_excluded_products
    ADD CONSTRAINT offer_range_excluded_range_id_cce4a032_fk_offer_ran FOREIGN KEY (range_id) REFERENCES public.offer_range(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_range_included_categories
    ADD CONSTRAINT offer_range_included_category_id_c61569a5_fk_catalogue FOREIGN KEY (category_id) REFERENCES public.catalogue_category(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_range_included_categories
    ADD CONSTRAINT offer_range_included_range_id_1b616138_fk_offer_ran FOREIGN KEY (range_id) REFERENCES public.offer_range(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_rangeproduct
    ADD CONSTRAINT offer_rangeproduct_product_id_723b3ea3_fk_catalogue_product_id FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_rangeproduct
    ADD CONSTRAINT offer_rangeproduct_range_id_ee358495_fk_offer_range_id FOREIGN KEY (range_id) REFERENCES public.offer_range(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_rangeproductfileupload
    ADD CONSTRAINT offer_rangeproductfi_range_id_c055ebf8_fk_offer_ran FOREIGN KEY (range_id) REFERENCES public.offer_range(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.offer_rangeproductfileupload
    ADD CONSTRAINT offer_rangeproductfi_uploaded_by_id_c01a3250_fk_people_us FOREIGN KEY (uploaded_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_billingaddress
    ADD CONSTRAINT order_billingaddress_country_id_17f57dca_fk_address_c FOREIGN KEY (country_id) REFERENCES public.address_country(iso_3166_1_a2) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_communicationevent
    ADD CONSTRAINT order_communicatione_event_type_id_4bc9ee29_fk_customer_ FOREIGN KEY (event_type_id) REFERENCES public.communication_communicationeventtype(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_communicationevent
    ADD CONSTRAINT order_communicationevent_order_id_94e784ac_fk_order_order_id FOREIGN KEY (order_id) REFERENCES public.order_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_line
    ADD CONSTRAINT order_line_order_id_b9148391_fk_order_order_id FOREIGN KEY (order_id) REFERENCES public.order_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_line
    ADD CONSTRAINT order_line_partner_id_258a2fb9_fk_partner_partner_id FOREIGN KEY (partner_id) REFERENCES public.partner_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_line
    ADD CONSTRAINT order_line_product_id_e620902d_fk_catalogue_product_id FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_line
    ADD CONSTRAINT order_line_stockrecord_id_1d65aff5_fk_partner_stockrecord_id FOREIGN KEY (stockrecord_id) REFERENCES public.partner_stockrecord(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_lineattribute
    ADD CONSTRAINT order_lineattribute_line_id_adf6dd87_fk_order_line_id FOREIGN KEY (line_id) REFERENCES public.order_line(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_lineattribute
    ADD CONSTRAINT order_lineattribute_option_id_b54d597c_fk_catalogue_option_id FOREIGN KEY (option_id) REFERENCES public.catalogue_option(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_lineprice
    ADD CONSTRAINT order_lineprice_line_id_2de52446_fk_order_line_id FOREIGN KEY (line_id) REFERENCES public.order_line(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_lineprice
    ADD CONSTRAINT order_lineprice_order_id_66792e56_fk_order_order_id FOREIGN KEY (order_id) REFERENCES public.order_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_order
    ADD CONSTRAINT order_order_basket_id_8b0acbb2_fk_basket_basket_id FOREIGN KEY (basket_id) REFERENCES public.basket_basket(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_order
    ADD CONSTRAINT order_order_billing_address_id_8fe537cf_fk_order_bil FOREIGN KEY (billing_address_id) REFERENCES public.order_billingaddress(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_order
    ADD CONSTRAINT order_order_shipping_address_id_57e64931_fk_order_shi FOREIGN KEY (shipping_address_id) REFERENCES public.order_shippingaddress(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_order
    ADD CONSTRAINT order_order_site_id_e27f3526_fk_django_site_id FOREIGN KEY (site_id) REFERENCES public.django_site(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_order
    ADD CONSTRAINT order_order_user_id_7cf9bc2b_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_orderdiscount
    ADD CONSTRAINT order_orderdiscount_order_id_bc91e123_fk_order_order_id FOREIGN KEY (order_id) REFERENCES public.order_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_orderlinediscount
    ADD CONSTRAINT order_orderlinedisco_order_discount_id_b9dfa715_fk_order_ord FOREIGN KEY (order_discount_id) REFERENCES public.order_orderdiscount(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_orderlinediscount
    ADD CONSTRAINT order_orderlinediscount_line_id_88fbcd4a_fk_order_line_id FOREIGN KEY (line_id) REFERENCES public.order_line(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_ordernote
    ADD CONSTRAINT order_ordernote_order_id_7d97583d_fk_order_order_id FOREIGN KEY (order_id) REFERENCES public.order_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_ordernote
    ADD CONSTRAINT order_ordernote_user_id_48d7a672_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_orderstatuschange
    ADD CONSTRAINT order_orderstatuschange_order_id_43efdbe5_fk_order_order_id FOREIGN KEY (order_id) REFERENCES public.order_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_paymentevent
    ADD CONSTRAINT order_paymentevent_event_type_id_568c7161_fk_order_pay FOREIGN KEY (event_type_id) REFERENCES public.order_paymenteventtype(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_paymentevent
    ADD CONSTRAINT order_paymentevent_order_id_395b3e82_fk_order_order_id FOREIGN KEY (order_id) REFERENCES public.order_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_paymentevent
    ADD CONSTRAINT order_paymentevent_shipping_event_id_213dcfb8_fk_order_shi FOREIGN KEY (shipping_event_id) REFERENCES public.order_shippingevent(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_paymenteventquantity
    ADD CONSTRAINT order_paymenteventqu_event_id_a540165a_fk_order_pay FOREIGN KEY (event_id) REFERENCES public.order_paymentevent(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_paymenteventquantity
    ADD CONSTRAINT order_paymenteventquantity_line_id_df44b021_fk_order_line_id FOREIGN KEY (line_id) REFERENCES public.order_line(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_shippingaddress
    ADD CONSTRAINT order_shippingaddres_country_id_29abf9a0_fk_address_c FOREIGN KEY (country_id) REFERENCES public.address_country(iso_3166_1_a2) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_shippingevent
    ADD CONSTRAINT order_shippingevent_event_type_id_9f1efb20_fk_order_shi FOREIGN KEY (event_type_id) REFERENCES public.order_shippingeventtype(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_shippingevent
    ADD CONSTRAINT order_shippingevent_order_id_8c031fb6_fk_order_order_id FOREIGN KEY (order_id) REFERENCES public.order_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_shippingeventquantity
    ADD CONSTRAINT order_shippingeventq_event_id_1c7fb9c7_fk_order_shi FOREIGN KEY (event_id) REFERENCES public.order_shippingevent(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_shippingeventquantity
    ADD CONSTRAINT order_shippingeventquantity_line_id_3b089ee0_fk_order_line_id FOREIGN KEY (line_id) REFERENCES public.order_line(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_surcharge
    ADD CONSTRAINT order_surcharge_order_id_5c0a94f5_fk_order_order_id FOREIGN KEY (order_id) REFERENCES public.order_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partner_partner_users
    ADD CONSTRAINT partner_partner_users_partner_id_1883dfd9_fk_partner_partner_id FOREIGN KEY (partner_id) REFERENCES public.partner_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partner_partner_users
    ADD CONSTRAINT partner_partner_users_user_id_d75d6e40_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partner_partneraddress
    ADD CONSTRAINT partner_partneraddre_country_id_02c4f979_fk_address_c FOREIGN KEY (country_id) REFERENCES public.address_country(iso_3166_1_a2) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partner_partneraddress
    ADD CONSTRAINT partner_partneraddre_partner_id_59551b0a_fk_partner_p FOREIGN KEY (partner_id) REFERENCES public.partner_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partner_stockalert
    ADD CONSTRAINT partner_stockalert_stockrecord_id_68ad503a_fk_partner_s FOREIGN KEY (stockrecord_id) REFERENCES public.partner_stockrecord(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partner_stockrecord
    ADD CONSTRAINT partner_stockrecord_partner_id_4155a586_fk_partner_partner_id FOREIGN KEY (partner_id) REFERENCES public.partner_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partner_stockrecord
    ADD CONSTRAINT partner_stockrecord_product_id_62fd9e45_fk_catalogue_product_id FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payment_bankcard
    ADD CONSTRAINT payment_bankcard_user_id_08e1d04c_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payment_source
    ADD CONSTRAINT payment_source_order_id_6b7f2215_fk_order_order_id FOREIGN KEY (order_id) REFERENCES public.order_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payment_source
    ADD CONSTRAINT payment_source_source_type_id_700828fe_fk_payment_sourcetype_id FOREIGN KEY (source_type_id) REFERENCES public.payment_sourcetype(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payment_transaction
    ADD CONSTRAINT payment_transaction_source_id_c5ac31e8_fk_payment_source_id FOREIGN KEY (source_id) REFERENCES public.payment_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_attempt
    ADD CONSTRAINT payments_attempt_invoice_id_7ea22845_fk_payments_invoice_id FOREIGN KEY (invoice_id) REFERENCES public.payments_invoice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_attempt
    ADD CONSTRAINT payments_attempt_payee_id_fbd9895c_fk_payments_payee_id FOREIGN KEY (payee_id) REFERENCES public.payments_payee(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_bankfile
    ADD CONSTRAINT payments_bankfile_brought_by_id_f795303b_fk_people_user_id FOREIGN KEY (brought_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_bankfileformat
    ADD CONSTRAINT payments_bankfilefor_changed_by_id_c1c046e6_fk_people_us FOREIGN KEY (changed_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_banktransaction
    ADD CONSTRAINT payments_banktransac_same_as_id_04550312_fk_payments_ FOREIGN KEY (same_as_id) REFERENCES public.payments_banktransaction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_cashparcel
    ADD CONSTRAINT payments_cashparcel_courier_id_be3269db_fk_payments_courier_id FOREIGN KEY (courier_id) REFERENCES public.payments_courier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_cashparcel
    ADD CONSTRAINT payments_cashparcel_invoice_id_3015c349_fk_payments_invoice_id FOREIGN KEY (invoice_id) REFERENCES public.payments_invoice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_cashparcel
    ADD CONSTRAINT payments_cashparcel_payee_id_aa713dc9_fk_payments_payee_id FOREIGN KEY (payee_id) REFERENCES public.payments_payee(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_gatewaytransaction
    ADD CONSTRAINT payments_gatewaytran_attempt_id_6a76d60c_fk_payments_ FOREIGN KEY (attempt_id) REFERENCES public.payments_attempt(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_incident
    ADD CONSTRAINT payments_incident_bank_transaction_id_ea52236f_fk_payments_ FOREIGN KEY (bank_transaction_id) REFERENCES public.payments_banktransaction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_incident
    ADD CONSTRAINT payments_incident_invoice_id_9a1950e5_fk_payments_invoice_id FOREIGN KEY (invoice_id) REFERENCES public.payments_invoice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_incident
    ADD CONSTRAINT payments_incident_message_id_b563ef1c_fk_payments_message_id FOREIGN KEY (message_id) REFERENCES public.payments_message(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_incident
    ADD CONSTRAINT payments_incident_settled_by_id_106ccd95_fk_people_user_id FOREIGN KEY (settled_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_invoiceline
    ADD CONSTRAINT payments_invoiceline_invoice_id_d3130943_fk_payments_invoice_id FOREIGN KEY (invoice_id) REFERENCES public.payments_invoice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_invoiceline
    ADD CONSTRAINT payments_invoiceline_payee_id_673506dd_fk_payments_payee_id FOREIGN KEY (payee_id) REFERENCES public.payments_payee(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_ledgerentry
    ADD CONSTRAINT payments_ledgerentry_by_id_f50e4756_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_ledgerentry
    ADD CONSTRAINT payments_ledgerentry_invoice_id_07d5ecfb_fk_payments_invoice_id FOREIGN KEY (invoice_id) REFERENCES public.payments_invoice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_ledgerposting
    ADD CONSTRAINT payments_ledgerposti_account_id_28d42a75_fk_payments_ FOREIGN KEY (account_id) REFERENCES public.payments_ledgeraccount(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_ledgerposting
    ADD CONSTRAINT payments_ledgerposti_entry_id_259fa078_fk_payments_ FOREIGN KEY (entry_id) REFERENCES public.payments_ledgerentry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_match
    ADD CONSTRAINT payments_match_attempt_id_b57823bc_fk_payments_attempt_id FOREIGN KEY (attempt_id) REFERENCES public.payments_attempt(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_match
    ADD CONSTRAINT payments_match_bank_transaction_id_035e6d24_fk_payments_ FOREIGN KEY (bank_transaction_id) REFERENCES public.payments_banktransaction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_match
    ADD CONSTRAINT payments_match_by_id_8851f170_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_payout
    ADD CONSTRAINT payments_payout_order_id_cc3f9d34_fk_payments_payoutorder_id FOREIGN KEY (order_id) REFERENCES public.payments_payoutorder(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_payout
    ADD CONSTRAINT payments_payout_payee_id_98920b24_fk_payments_payee_id FOREIGN KEY (payee_id) REFERENCES public.payments_payee(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_payout
    ADD CONSTRAINT payments_payout_statement_id_3c27a059_fk_payments_statement_id FOREIGN KEY (statement_id) REFERENCES public.payments_statement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_payoutorder
    ADD CONSTRAINT payments_payoutorder_approved_by_id_43ff738e_fk_people_user_id FOREIGN KEY (approved_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_payoutorder
    ADD CONSTRAINT payments_payoutorder_made_by_id_4e2a7da5_fk_people_user_id FOREIGN KEY (made_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_receipt
    ADD CONSTRAINT payments_receipt_asked_by_id_43cec9c5_fk_people_user_id FOREIGN KEY (asked_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_receipt
    ADD CONSTRAINT payments_receipt_attempt_id_f11a415b_fk_payments_attempt_id FOREIGN KEY (attempt_id) REFERENCES public.payments_attempt(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_receipt
    ADD CONSTRAINT payments_receipt_decided_by_id_96c33809_fk_people_user_id FOREIGN KEY (decided_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_refund
    ADD CONSTRAINT payments_refund_approved_by_id_bcd22cd9_fk_people_user_id FOREIGN KEY (approved_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_refund
    ADD CONSTRAINT payments_refund_attempt_id_0b419ab4_fk_payments_attempt_id FOREIGN KEY (attempt_id) REFERENCES public.payments_attempt(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_refund
    ADD CONSTRAINT payments_refund_incident_id_3bbabb34_fk_payments_incident_id FOREIGN KEY (incident_id) REFERENCES public.payments_incident(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_refund
    ADD CONSTRAINT payments_refund_invoice_id_bfb81436_fk_payments_invoice_id FOREIGN KEY (invoice_id) REFERENCES public.payments_invoice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_refund
    ADD CONSTRAINT payments_refund_requested_by_id_bc87fa8f_fk_people_user_id FOREIGN KEY (requested_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_settledline
    ADD CONSTRAINT payments_settledline_attempt_id_b9173925_fk_payments_attempt_id FOREIGN KEY (attempt_id) REFERENCES public.payments_attempt(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_settledline
    ADD CONSTRAINT payments_settledline_file_id_bab91f86_fk_payments_bankfile_id FOREIGN KEY (file_id) REFERENCES public.payments_bankfile(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_settledline
    ADD CONSTRAINT payments_settledline_parcel_id_43c227da_fk_payments_ FOREIGN KEY (parcel_id) REFERENCES public.payments_cashparcel(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_statement
    ADD CONSTRAINT payments_statement_closed_by_id_aad21cd7_fk_people_user_id FOREIGN KEY (closed_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_statement
    ADD CONSTRAINT payments_statement_payee_id_3cb7cd62_fk_payments_payee_id FOREIGN KEY (payee_id) REFERENCES public.payments_payee(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_statementline
    ADD CONSTRAINT payments_statementli_posting_id_4e39a155_fk_payments_ FOREIGN KEY (posting_id) REFERENCES public.payments_ledgerposting(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_statementline
    ADD CONSTRAINT payments_statementli_statement_id_0e2b52e7_fk_payments_ FOREIGN KEY (statement_id) REFERENCES public.payments_statement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_taxline
    ADD CONSTRAINT payments_taxline_entry_id_4f5e5a98_fk_payments_ledgerentry_id FOREIGN KEY (entry_id) REFERENCES public.payments_ledgerentry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_taxline
    ADD CONSTRAINT payments_taxline_invoice_id_3e4247bb_fk_payments_invoice_id FOREIGN KEY (invoice_id) REFERENCES public.payments_invoice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_taxline
    ADD CONSTRAINT payments_taxline_payee_id_1d804712_fk_payments_payee_id FOREIGN KEY (payee_id) REFERENCES public.payments_payee(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.payments_taxrule
    ADD CONSTRAINT payments_taxrule_payee_id_161b5663_fk_payments_payee_id FOREIGN KEY (payee_id) REFERENCES public.payments_payee(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_user_groups
    ADD CONSTRAINT people_user_groups_group_id_1f0237d0_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_user_groups
    ADD CONSTRAINT people_user_groups_user_id_290df956_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_user_user_permissions
    ADD CONSTRAINT people_user_user_per_permission_id_55f01ef0_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_user_user_permissions
    ADD CONSTRAINT people_user_user_permissions_user_id_7d19557b_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.records_apitoken
    ADD CONSTRAINT records_apitoken_user_id_be889fa3_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.records_auditentry
    ADD CONSTRAINT records_auditentry_by_id_04af9f16_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.records_paper
    ADD CONSTRAINT records_paper_uploaded_by_id_d7b0337f_fk_people_user_id FOREIGN KEY (uploaded_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reviews_productreview
    ADD CONSTRAINT reviews_productrevie_product_id_52e52a32_fk_catalogue FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reviews_productreview
    ADD CONSTRAINT reviews_productreview_user_id_8acb5ddd_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reviews_vote
    ADD CONSTRAINT reviews_vote_review_id_371b2d8d_fk_reviews_productreview_id FOREIGN KEY (review_id) REFERENCES public.reviews_productreview(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reviews_vote
    ADD CONSTRAINT reviews_vote_user_id_5fb87b53_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipping_orderanditemcharges_countries
    ADD CONSTRAINT shipping_orderandite_country_id_30387f2e_fk_address_c FOREIGN KEY (country_id) REFERENCES public.address_country(iso_3166_1_a2) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipping_orderanditemcharges_countries
    ADD CONSTRAINT shipping_orderandite_orderanditemcharges__bf5bfee9_fk_shipping_ FOREIGN KEY (orderanditemcharges_id) REFERENCES public.shipping_orderanditemcharges(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipping_weightband
    ADD CONSTRAINT shipping_weightband_method_id_b699a1ba_fk_shipping_ FOREIGN KEY (method_id) REFERENCES public.shipping_weightbased(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipping_weightbased_countries
    ADD CONSTRAINT shipping_weightbased_country_id_06117384_fk_address_c FOREIGN KEY (country_id) REFERENCES public.address_country(iso_3166_1_a2) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipping_weightbased_countries
    ADD CONSTRAINT shipping_weightbased_weightbased_id_93e3132f_fk_shipping_ FOREIGN KEY (weightbased_id) REFERENCES public.shipping_weightbased(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_content_type_id_9957a03c_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_tag_id_f4f5b767_fk_taggit_tag_id FOREIGN KEY (tag_id) REFERENCES public.taggit_tag(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_alert
    ADD CONSTRAINT traceability_alert_box_id_e78586a3_fk_traceability_box_id FOREIGN KEY (box_id) REFERENCES public.traceability_box(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_alert
    ADD CONSTRAINT traceability_alert_decided_by_id_5737eb37_fk_people_user_id FOREIGN KEY (decided_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_alert
    ADD CONSTRAINT traceability_alert_lot_id_d7b27ffa_fk_traceability_lot_id FOREIGN KEY (lot_id) REFERENCES public.traceability_lot(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_authorkey
    ADD CONSTRAINT traceability_authork_party_id_a6a8e766_fk_traceabil FOREIGN KEY (party_id) REFERENCES public.traceability_party(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_box
    ADD CONSTRAINT traceability_box_item_id_93468261_fk_traceability_tradeitem_id FOREIGN KEY (item_id) REFERENCES public.traceability_tradeitem(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_box
    ADD CONSTRAINT traceability_box_lot_id_4c34f643_fk_traceability_lot_id FOREIGN KEY (lot_id) REFERENCES public.traceability_lot(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_box
    ADD CONSTRAINT traceability_box_packing_id_ff89a31c_fk_traceability_event_id FOREIGN KEY (packing_id) REFERENCES public.traceability_event(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_box
    ADD CONSTRAINT traceability_box_replaces_id_ae197730_fk_traceability_box_id FOREIGN KEY (replaces_id) REFERENCES public.traceability_box(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_capture
    ADD CONSTRAINT traceability_capture_party_id_5972c345_fk_traceability_party_id FOREIGN KEY (party_id) REFERENCES public.traceability_party(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_diaryentry
    ADD CONSTRAINT traceability_diaryen_corrects_id_56fb0a9c_fk_traceabil FOREIGN KEY (corrects_id) REFERENCES public.traceability_diaryentry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_diaryentry
    ADD CONSTRAINT traceability_diaryen_plot_id_d34965bc_fk_traceabil FOREIGN KEY (plot_id) REFERENCES public.traceability_plot(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_diaryentry
    ADD CONSTRAINT traceability_diaryentry_by_id_d57e463a_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_diaryentry
    ADD CONSTRAINT traceability_diaryentry_photo_id_232f8788_fk_records_paper_id FOREIGN KEY (photo_id) REFERENCES public.records_paper(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_entry
    ADD CONSTRAINT traceability_entry_key_id_6531ea1a_fk_traceability_authorkey_id FOREIGN KEY (key_id) REFERENCES public.traceability_authorkey(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_entry
    ADD CONSTRAINT traceability_entry_party_id_806bcec3_fk_traceability_party_id FOREIGN KEY (party_id) REFERENCES public.traceability_party(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_epcisevent
    ADD CONSTRAINT traceability_epcisev_capture_id_99649f5f_fk_traceabil FOREIGN KEY (capture_id) REFERENCES public.traceability_capture(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_epciseventthing
    ADD CONSTRAINT traceability_epcisev_event_id_46f0b5dc_fk_traceabil FOREIGN KEY (event_id) REFERENCES public.traceability_epcisevent(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_epcisevent
    ADD CONSTRAINT traceability_epcisev_party_id_a33aff76_fk_traceabil FOREIGN KEY (party_id) REFERENCES public.traceability_party(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_epcisevent
    ADD CONSTRAINT traceability_epcisev_source_id_002999de_fk_traceabil FOREIGN KEY (source_id) REFERENCES public.traceability_event(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_event
    ADD CONSTRAINT traceability_event_lot_id_d8a54568_fk_traceability_lot_id FOREIGN KEY (lot_id) REFERENCES public.traceability_lot(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_facility
    ADD CONSTRAINT traceability_facilit_party_id_460f5f11_fk_traceabil FOREIGN KEY (party_id) REFERENCES public.traceability_party(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_givennumber
    ADD CONSTRAINT traceability_givennu_pool_id_abe7cb31_fk_traceabil FOREIGN KEY (pool_id) REFERENCES public.traceability_numberpool(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_grower
    ADD CONSTRAINT traceability_grower_party_id_5ed82a34_fk_traceability_party_id FOREIGN KEY (party_id) REFERENCES public.traceability_party(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_growingarea
    ADD CONSTRAINT traceability_growing_party_id_4bcb9060_fk_traceabil FOREIGN KEY (party_id) REFERENCES public.traceability_party(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_headstamp
    ADD CONSTRAINT traceability_headsta_head_id_008b83b7_fk_traceabil FOREIGN KEY (head_id) REFERENCES public.traceability_treehead(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_labeljob
    ADD CONSTRAINT traceability_labeljo_party_id_06e38a63_fk_traceabil FOREIGN KEY (party_id) REFERENCES public.traceability_party(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_labeljob
    ADD CONSTRAINT traceability_labeljob_asked_by_id_678376e6_fk_people_user_id FOREIGN KEY (asked_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_labeljob
    ADD CONSTRAINT traceability_labeljob_lot_id_b22fa809_fk_traceability_lot_id FOREIGN KEY (lot_id) REFERENCES public.traceability_lot(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_labelprint
    ADD CONSTRAINT traceability_labelpr_job_id_2e72f80b_fk_traceabil FOREIGN KEY (job_id) REFERENCES public.traceability_labeljob(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_labelprint
    ADD CONSTRAINT traceability_labelprint_box_id_4c0e3ba7_fk_traceability_box_id FOREIGN KEY (box_id) REFERENCES public.traceability_box(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_logisticunit
    ADD CONSTRAINT traceability_logisti_party_id_2b8119b1_fk_traceabil FOREIGN KEY (party_id) REFERENCES public.traceability_party(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_lot
    ADD CONSTRAINT traceability_lot_party_id_2712d2fc_fk_traceability_party_id FOREIGN KEY (party_id) REFERENCES public.traceability_party(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_lotplot
    ADD CONSTRAINT traceability_lotplot_lot_id_06816499_fk_traceability_lot_id FOREIGN KEY (lot_id) REFERENCES public.traceability_lot(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_lotplot
    ADD CONSTRAINT traceability_lotplot_plot_id_3a49cf0d_fk_traceability_plot_id FOREIGN KEY (plot_id) REFERENCES public.traceability_plot(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_lotsource
    ADD CONSTRAINT traceability_lotsour_source_id_81924bde_fk_traceabil FOREIGN KEY (source_id) REFERENCES public.traceability_lot(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_lotsource
    ADD CONSTRAINT traceability_lotsource_lot_id_0087aa0c_fk_traceability_lot_id FOREIGN KEY (lot_id) REFERENCES public.traceability_lot(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_opening
    ADD CONSTRAINT traceability_opening_event_id_ad39e2c7_fk_traceabil FOREIGN KEY (event_id) REFERENCES public.traceability_epcisevent(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_plot
    ADD CONSTRAINT traceability_plot_grower_id_67a8fd35_fk_traceability_grower_id FOREIGN KEY (grower_id) REFERENCES public.traceability_grower(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_plot
    ADD CONSTRAINT traceability_plot_growing_area_id_6597b0c9_fk_traceabil FOREIGN KEY (growing_area_id) REFERENCES public.traceability_growingarea(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_plot
    ADD CONSTRAINT traceability_plot_party_id_c8dd768c_fk_traceability_party_id FOREIGN KEY (party_id) REFERENCES public.traceability_party(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_printersetting
    ADD CONSTRAINT traceability_printer_party_id_5403b789_fk_traceabil FOREIGN KEY (party_id) REFERENCES public.traceability_party(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_problemreport
    ADD CONSTRAINT traceability_problem_answered_by_id_61c4c8dc_fk_people_us FOREIGN KEY (answered_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_problemreport
    ADD CONSTRAINT traceability_problem_box_id_005e057f_fk_traceabil FOREIGN KEY (box_id) REFERENCES public.traceability_box(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_problemreport
    ADD CONSTRAINT traceability_problem_lot_id_453a3263_fk_traceabil FOREIGN KEY (lot_id) REFERENCES public.traceability_lot(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_recall
    ADD CONSTRAINT traceability_recall_by_id_6dc46319_fk_people_user_id FOREIGN KEY (by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_recall
    ADD CONSTRAINT traceability_recall_facility_id_dc49526c_fk_traceabil FOREIGN KEY (facility_id) REFERENCES public.traceability_facility(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_recalllot
    ADD CONSTRAINT traceability_recalll_recall_id_f3206830_fk_traceabil FOREIGN KEY (recall_id) REFERENCES public.traceability_recall(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_recalllot
    ADD CONSTRAINT traceability_recalllot_lot_id_089ca604_fk_traceability_lot_id FOREIGN KEY (lot_id) REFERENCES public.traceability_lot(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_scan
    ADD CONSTRAINT traceability_scan_box_id_ba3598d1_fk_traceability_box_id FOREIGN KEY (box_id) REFERENCES public.traceability_box(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_scan
    ADD CONSTRAINT traceability_scan_lot_id_76d88750_fk_traceability_lot_id FOREIGN KEY (lot_id) REFERENCES public.traceability_lot(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_scanmonth
    ADD CONSTRAINT traceability_scanmonth_lot_id_cc61aa43_fk_traceability_lot_id FOREIGN KEY (lot_id) REFERENCES public.traceability_lot(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_scantally
    ADD CONSTRAINT traceability_scantally_box_id_592802fd_fk_traceability_box_id FOREIGN KEY (box_id) REFERENCES public.traceability_box(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_scantally
    ADD CONSTRAINT traceability_scantally_lot_id_ce62289c_fk_traceability_lot_id FOREIGN KEY (lot_id) REFERENCES public.traceability_lot(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_scratchsheet
    ADD CONSTRAINT traceability_scratch_asked_by_id_1e22fc60_fk_people_us FOREIGN KEY (asked_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_scratchsheet
    ADD CONSTRAINT traceability_scratch_lot_id_6a96b571_fk_traceabil FOREIGN KEY (lot_id) REFERENCES public.traceability_lot(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_scratchcode
    ADD CONSTRAINT traceability_scratch_sheet_id_b4154a11_fk_traceabil FOREIGN KEY (sheet_id) REFERENCES public.traceability_scratchsheet(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_scratchcode
    ADD CONSTRAINT traceability_scratchcode_box_id_3b408362_fk_traceability_box_id FOREIGN KEY (box_id) REFERENCES public.traceability_box(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_tradeitem
    ADD CONSTRAINT traceability_tradeit_contains_id_e04bfd7c_fk_traceabil FOREIGN KEY (contains_id) REFERENCES public.traceability_tradeitem(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_unitbox
    ADD CONSTRAINT traceability_unitbox_box_id_54964673_fk_traceability_box_id FOREIGN KEY (box_id) REFERENCES public.traceability_box(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_unitbox
    ADD CONSTRAINT traceability_unitbox_unit_id_eb17830e_fk_traceabil FOREIGN KEY (unit_id) REFERENCES public.traceability_logisticunit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_witnesssignature
    ADD CONSTRAINT traceability_witness_head_id_8f715634_fk_traceabil FOREIGN KEY (head_id) REFERENCES public.traceability_treehead(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.traceability_witnesssignature
    ADD CONSTRAINT traceability_witness_witness_id_ffacb079_fk_traceabil FOREIGN KEY (witness_id) REFERENCES public.traceability_witness(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.voucher_voucher_offers
    ADD CONSTRAINT voucher_voucher_offe_conditionaloffer_id_f9682bfb_fk_offer_con FOREIGN KEY (conditionaloffer_id) REFERENCES public.offer_conditionaloffer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.voucher_voucher_offers
    ADD CONSTRAINT voucher_voucher_offe_voucher_id_7f9c575d_fk_voucher_v FOREIGN KEY (voucher_id) REFERENCES public.voucher_voucher(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.voucher_voucher
    ADD CONSTRAINT voucher_voucher_voucher_set_id_17b96a54_fk_voucher_v FOREIGN KEY (voucher_set_id) REFERENCES public.voucher_voucherset(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.voucher_voucherapplication
    ADD CONSTRAINT voucher_voucherappli_voucher_id_5204edb7_fk_voucher_v FOREIGN KEY (voucher_id) REFERENCES public.voucher_voucher(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.voucher_voucherapplication
    ADD CONSTRAINT voucher_voucherapplication_order_id_30248a05_fk_order_order_id FOREIGN KEY (order_id) REFERENCES public.order_order(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.voucher_voucherapplication
    ADD CONSTRAINT voucher_voucherapplication_user_id_df53a393_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailadmin_editingsession
    ADD CONSTRAINT wagtailadmin_editing_content_type_id_4df7730e_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailadmin_editingsession
    ADD CONSTRAINT wagtailadmin_editingsession_user_id_6e1a9b70_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailadmin_formstate
    ADD CONSTRAINT wagtailadmin_formsta_content_type_id_e32438b3_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailadmin_formstate
    ADD CONSTRAINT wagtailadmin_formstate_user_id_b910adc2_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_apitoken
    ADD CONSTRAINT wagtailcore_apitoken_user_id_49b1141b_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction
    ADD CONSTRAINT wagtailcore_collecti_collection_id_761908ec_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collecti_collectionviewrestri_47320efd_fk_wagtailco FOREIGN KEY (collectionviewrestriction_id) REFERENCES public.wagtailcore_collectionviewrestriction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collecti_group_id_1823f2a3_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_page_id_108444b5_fk_wagtailcore_page_id FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_resolved_by_id_a282aa0e_fk_people_user_id FOREIGN KEY (resolved_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_revision_created_id_1d058279_fk_wagtailco FOREIGN KEY (revision_created_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_user_id_0c577ca6_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_commentreply
    ADD CONSTRAINT wagtailcore_commentr_comment_id_afc7e027_fk_wagtailco FOREIGN KEY (comment_id) REFERENCES public.wagtailcore_comment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_commentreply
    ADD CONSTRAINT wagtailcore_commentreply_user_id_d0b3b9c3_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapp_group_id_2e64b61f_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapp_groupapprovaltask_id_9a9255ea_fk_wagtailco FOREIGN KEY (groupapprovaltask_id) REFERENCES public.wagtailcore_groupapprovaltask(task_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask
    ADD CONSTRAINT wagtailcore_groupapp_task_ptr_id_cfe58781_fk_wagtailco FOREIGN KEY (task_ptr_id) REFERENCES public.wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcol_collection_id_5423575a_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcol_group_id_05d61460_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcol_permission_id_1b626275_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppag_group_id_fc07e671_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppag_page_id_710b114a_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppag_permission_id_05acb22e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsit_group_id_e5cdbee4_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsit_permission_id_459b1f38_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsit_site_id_245de488_fk_wagtailco FOREIGN KEY (site_id) REFERENCES public.wagtailcore_site(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_modellogentry
    ADD CONSTRAINT wagtailcore_modellog_content_type_id_68849e77_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_alias_of_id_12945502_fk_wagtailcore_page_id FOREIGN KEY (alias_of_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_content_type_id_c28424df_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_latest_revision_id_e60fef51_fk_wagtailco FOREIGN KEY (latest_revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_live_revision_id_930bd822_fk_wagtailco FOREIGN KEY (live_revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_locale_id_3c7e30a6_fk_wagtailcore_locale_id FOREIGN KEY (locale_id) REFERENCES public.wagtailcore_locale(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_locked_by_id_bcb86245_fk_people_user_id FOREIGN KEY (locked_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_owner_id_fbf7c332_fk_people_user_id FOREIGN KEY (owner_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pagelogentry
    ADD CONSTRAINT wagtailcore_pageloge_content_type_id_74e7708a_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_pagerevision_user_id_2409d2f4_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubs_page_id_a085e7a6_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubscription_user_id_89d7def9_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageview_group_id_6460f223_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction
    ADD CONSTRAINT wagtailcore_pageview_page_id_15a8bea6_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageview_pageviewrestriction__f147a99a_fk_wagtailco FOREIGN KEY (pageviewrestriction_id) REFERENCES public.wagtailcore_pageviewrestriction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenc_base_content_type_id_313cf40f_fk_django_co FOREIGN KEY (base_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenc_content_type_id_766e0336_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenc_to_content_type_id_93690bbd_fk_django_co FOREIGN KEY (to_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_revision_base_content_type_id_5b4ef7bd_fk_django_co FOREIGN KEY (base_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_revision_content_type_id_c8cb69c0_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_site
    ADD CONSTRAINT wagtailcore_site_root_page_id_e02fb95c_fk_wagtailcore_page_id FOREIGN KEY (root_page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_task
    ADD CONSTRAINT wagtailcore_task_content_type_id_249ab8ba_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_content_type_id_0a758fdc_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_revision_id_df25a499_fk_wagtailco FOREIGN KEY (revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_workflow_state_id_9239a775_fk_wagtailco FOREIGN KEY (workflow_state_id) REFERENCES public.wagtailcore_workflowstate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstate_finished_by_id_13f98229_fk_people_user_id FOREIGN KEY (finished_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstate_task_id_c3677c34_fk_wagtailcore_task_id FOREIGN KEY (task_id) REFERENCES public.wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_uploadedfile
    ADD CONSTRAINT wagtailcore_uploaded_for_content_type_id_b0fc87b2_fk_django_co FOREIGN KEY (for_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_uploadedfile
    ADD CONSTRAINT wagtailcore_uploaded_uploaded_by_user_id_c7580fe8_fk_people_us FOREIGN KEY (uploaded_by_user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_base_content_type_id_a30dc576_fk_django_co FOREIGN KEY (base_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_content_type_id_2bb78ce1_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowcontenttype
    ADD CONSTRAINT wagtailcore_workflow_content_type_id_b261bb37_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_current_task_state_i_3a1a0632_fk_wagtailco FOREIGN KEY (current_task_state_id) REFERENCES public.wagtailcore_taskstate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowpage
    ADD CONSTRAINT wagtailcore_workflow_page_id_81e7bab6_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_requested_by_id_4090bca3_fk_people_us FOREIGN KEY (requested_by_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflow_task_id_ce7716fe_fk_wagtailco FOREIGN KEY (task_id) REFERENCES public.wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_1f18378f_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowpage
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_56f56ff6_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowcontenttype
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_9aad7cd2_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_b9717175_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtaildocs_document
    ADD CONSTRAINT wagtaildocs_document_collection_id_23881625_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtaildocs_document
    ADD CONSTRAINT wagtaildocs_document_uploaded_by_user_id_17258b41_fk_people_us FOREIGN KEY (uploaded_by_user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailforms_formsubmission
    ADD CONSTRAINT wagtailforms_formsub_page_id_e48e93e7_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailimages_image
    ADD CONSTRAINT wagtailimages_image_collection_id_c2f8af7e_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailimages_image
    ADD CONSTRAINT wagtailimages_image_uploaded_by_user_id_5d73dc75_fk_people_us FOREIGN KEY (uploaded_by_user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailimages_rendition
    ADD CONSTRAINT wagtailimages_rendit_image_id_3e1fd774_fk_wagtailim FOREIGN KEY (image_id) REFERENCES public.wagtailimages_image(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailredirects_redirect
    ADD CONSTRAINT wagtailredirects_red_redirect_page_id_b5728a8f_fk_wagtailco FOREIGN KEY (redirect_page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailredirects_redirect
    ADD CONSTRAINT wagtailredirects_red_site_id_780a0e1e_fk_wagtailco FOREIGN KEY (site_id) REFERENCES public.wagtailcore_site(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailsearch_indexentry
    ADD CONSTRAINT wagtailsearch_indexe_content_type_id_62ed694f_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailusers_userprofile
    ADD CONSTRAINT wagtailusers_userprofile_user_id_59c92331_fk_people_user_id FOREIGN KEY (user_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wishlists_line
    ADD CONSTRAINT wishlists_line_product_id_9d6d9b37_fk_catalogue_product_id FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wishlists_line
    ADD CONSTRAINT wishlists_line_wishlist_id_4cffe302_fk_wishlists_wishlist_id FOREIGN KEY (wishlist_id) REFERENCES public.wishlists_wishlist(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wishlists_wishlist
    ADD CONSTRAINT wishlists_wishlist_owner_id_d5464c62_fk_people_user_id FOREIGN KEY (owner_id) REFERENCES public.people_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wishlists_wishlistsharedemail
    ADD CONSTRAINT wishlists_wishlistsh_wishlist_id_d7500842_fk_wishlists FOREIGN KEY (wishlist_id) REFERENCES public.wishlists_wishlist(id) DEFERRABLE INITIALLY DEFERRED;
REFRESH MATERIALIZED VIEW public.catalogue_product_category_hierarchy;
