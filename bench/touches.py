"""Generated touches, straight as Parquet: what the signals are measured on."""

from pathlib import Path

import duckdb

TOUCHES = 10_000_000
ACTIVITIES = TOUCHES * 12 // 13  # one of theirs in six reaches a second colleague
CONTACTS, ACCOUNTS, COLLEAGUES = 1_000_000, 100_000, 200
FIRST, DAYS = "2021-07-01", 1_826
BYTES = 600_000_000

# Threads of four with one contact: they and we in turn. A hundredth of the contacts has a tenth of
# the touches. DuckDB's hash of the same number is the same in every run.
_TOUCHES = f"""
COPY (
    WITH thread AS (
        SELECT i AS touch, i // 4 AS thread, hash(i // 4, 1) % 1000003 / 1000003.0 AS share,
            hash(i // 4, 2) % {DAYS * 86_400} AS began, 7200 + hash(i // 4, 3) % 500000 AS pace,
            hash(i // 4, 4) % 2 AS first_in, hash(i // 4, 5) % 3 AS deputy
        FROM range({ACTIVITIES}) t (i)
    ), met AS (
        SELECT *, CAST({CONTACTS} * share * share AS BIGINT) + 1 AS contact,
            (first_in + touch % 4) % 2 = 1 AS incoming,
            least(began + (touch % 4) * pace, {DAYS * 86_400 - 1}) AS second
        FROM thread
    ), placed AS (
        SELECT *, hash(contact, 6) % {ACCOUNTS} + 1 AS account,
            TIMESTAMP '{FIRST}' + to_seconds(CAST(second AS BIGINT)) AS moment
        FROM met
    ), reached AS (
        SELECT *, hash(account, deputy) % {COLLEAGUES} AS colleague FROM placed
        UNION ALL
        SELECT *, hash(account, deputy + 1) % {COLLEAGUES} FROM placed
        WHERE incoming AND hash(touch, 12) % 6 = 0
    )
    SELECT touch + 1 AS activity_id,
        CAST(colleague + 1 AS BIGINT) AS colleague_id,
        contact AS contact_id,
        CAST(account AS BIGINT) AS account_id,
        if(incoming, 'in', 'out') AS direction,
        CAST(if(incoming, 1, 3) AS SMALLINT) AS part,
        CAST(1 + hash(touch, 7) % 3 AS INTEGER) AS recipients,
        hash(touch, 8) % 33 = 0 AS is_mass,
        hash(touch, 9) % 33 = 0 AS is_automatic,
        hash(touch, 10) % 5 = 0 AS asks,
        CAST(if(hash(touch, 13) % 8 = 0, 1 << (hash(touch, 14) % 11), 0) AS INTEGER) AS says,
        if(hash(touch, 11) % 20 = 0, 'call', 'email') AS kind,
        thread + 1 AS thread_id,
        CAST(moment AS DATE) AS day,
        CAST(moment AS TIMESTAMPTZ) AS instant,
        CAST(60 * (hash(contact, 13) % 12) AS SMALLINT) AS offset_minutes,
        CAST(moment AS DATE) AS known_day
    FROM reached
) TO '{{file}}' (FORMAT parquet, COMPRESSION zstd)
"""

_CONTACTS = f"""
COPY (
    SELECT i AS contact_id, CAST(hash(i, 6) % {ACCOUNTS} + 1 AS BIGINT) AS account_id,
        false AS is_shared
    FROM range(1, {CONTACTS + 1}) t (i)
) TO '{{file}}' (FORMAT parquet, COMPRESSION zstd)
"""


_ACCOUNTS = f"""
COPY (
    SELECT i AS account_id, CAST(NULL AS BIGINT) AS owner_user_id,
        'firm' || i || CASE i % 4 WHEN 0 THEN '.example.com' WHEN 1 THEN '.example.de'
            WHEN 2 THEN '-bank.example' ELSE '-law.example.fr' END AS domain,
        if(hash(i, 15) % 50 = 0, 'customer', NULL) AS relation,
        CASE i % 3 WHEN 0 THEN 'de' WHEN 1 THEN 'at' END AS country,
        if(i % 2 = 0, 'oem', NULL) AS segment
    FROM range(1, {ACCOUNTS + 1}) t (i)
) TO '{{file}}' (FORMAT parquet, COMPRESSION zstd)
"""

# One incoming mail in four goes to a second person of the account as well.
_COPIES = """
COPY (
    WITH mail AS (
        SELECT activity_id, contact_id AS sender, account_id, day, known_day,
            hash(activity_id, 13) % 1000003 / 1000003.0 AS share
        FROM '{touches}'
        WHERE direction = 'in' AND kind = 'email' AND NOT is_mass AND NOT is_automatic
            AND hash(activity_id, 14) % 4 = 0
        GROUP BY ALL
    ), listed AS (
        SELECT contact_id, account_id,
            row_number() OVER (PARTITION BY account_id ORDER BY contact_id) - 1 AS place,
            count(*) OVER (PARTITION BY account_id) AS people
        FROM '{contacts}'
    )
    SELECT activity_id, contact_id, account_id, sender AS sender_contact_id,
        account_id AS sender_account_id, CAST(4 AS SMALLINT) AS part, day, known_day
    FROM mail JOIN listed USING (account_id)
    WHERE place = CAST(floor(share * share * people) AS BIGINT) AND contact_id <> sender
) TO '{file}' (FORMAT parquet, COMPRESSION zstd)
"""


def make(folder: Path) -> None:
    """`touches`, `contacts`, `copies` and `accounts`, as Parquet in the types of
    `kith.terms.shapes`."""
    with duckdb.connect(
        config={"memory_limit": "2GB", "preserve_insertion_order": False}
    ) as engine:
        engine.execute("SET TimeZone = 'UTC'")
        engine.execute(_TOUCHES.format(file=folder / "touches.parquet"))
        engine.execute(_CONTACTS.format(file=folder / "contacts.parquet"))
        engine.execute(
            _COPIES.format(
                touches=folder / "touches.parquet",
                contacts=folder / "contacts.parquet",
                file=folder / "copies.parquet",
            )
        )
        engine.execute(_ACCOUNTS.format(file=folder / "accounts.parquet"))
