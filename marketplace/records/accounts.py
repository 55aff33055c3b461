"""Tables whose every change must be accounted for, kept so by the database itself.

A verb writes its audit entry in the transaction in which it changes something. What reaches such
a table by any other way (a back office, a forgotten verb, somebody at the database's own prompt)
is seen when its transaction ends: the database then writes the missing entry by itself, from what
to what. It does not refuse, because a buyer's order must not fail for a forgotten line of ours;
nothing goes unrecorded, and an invariant and the tests point at the writer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.db import connection, migrations, transaction

from marketplace.people.models import User
from marketplace.records import requests

#: What the entries are called that the database writes: ``database.insert`` and so on.
BY_DATABASE = "database."

# Arguments: "kind=column,kind=column" (which entries of this transaction count; * is any row of
# the kind) and the watched columns. The entry it writes bears the first kind and key.
FUNCTION = """
CREATE OR REPLACE FUNCTION records_keep_account() RETURNS trigger LANGUAGE plpgsql AS $$
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
"""


def watch(
    table: str,
    subjects: Sequence[str],
    columns: Sequence[str],
    *,
    events: Sequence[str] = ("INSERT", "UPDATE", "DELETE"),
    inserted: str = "",
) -> migrations.RunSQL:
    """A migration step: changes of these columns of ``table`` are accounted for, or recorded.

    ``subjects`` are pairs such as ``catalog.pack=id``. ``inserted`` narrows which new rows count,
    in SQL about ``NEW``. The triggers wait for the end of the transaction, when the entry is there.
    """
    changed = " OR ".join(f"OLD.{name} IS DISTINCT FROM NEW.{name}" for name in columns)
    conditions = {"INSERT": inserted, "UPDATE": changed, "DELETE": ""}
    arguments = f"'{','.join(subjects)}', '{','.join(columns)}'"
    made, dropped = [], []
    for event in events:
        name = f"{table}_account_{event.lower()}"
        when = f"WHEN ({conditions[event]})" if conditions[event] else ""
        made.append(
            f"CREATE CONSTRAINT TRIGGER {name} AFTER {event} ON {table} "
            f"DEFERRABLE INITIALLY DEFERRED FOR EACH ROW {when} "
            f"EXECUTE FUNCTION records_keep_account({arguments});"
        )
        dropped.append(f"DROP TRIGGER IF EXISTS {name} ON {table};")
    return migrations.RunSQL(sql="\n".join(made), reverse_sql="\n".join(dropped))


@contextmanager
def named(user: User | None) -> Iterator[None]:
    """One transaction in which the entries the database writes bear this person and the request."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT set_config('market.actor', %s, true), "
                "set_config('market.request', %s, true)",
                [str(user.pk) if user else "", requests.current_id()],
            )
        yield


def unwatched() -> None:
    """Let the rest of this transaction write unaccounted: for rows of benchmarks, nothing else."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('market.unwatched', 'on', true)")
