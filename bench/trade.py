"""Generated trade, straight as Parquet: what the signals of trade are measured on."""

from pathlib import Path

import duckdb

LINES = 10_000_000
ACCOUNTS, PRODUCTS, FAMILIES, COLLEAGUES = 100_000, 20_000, 60, 200
FIRST, DAYS = "2023-07-01", 1_096
BYTES = 900_000_000

# Of one piece, by the first list, in ten-thousandths.
_PRICE = "CAST(10000 * (1 + hash(product, 12) % 200) AS BIGINT)"

# Invoices of four lines. A hundredth of the accounts has a tenth of the lines. Each buys, again and
# again, forty products of six families, at a price of its own; one in four of them in dollars.
_LINES = f"""
COPY (
    WITH drawn AS (
        SELECT i AS line, i // 4 AS invoice, hash(i // 4, 1) % 1000003 / 1000003.0 AS share,
            hash(i // 4, 2) % {DAYS} AS day, hash(i, 3) % 1000003 / 1000003.0 AS taste
        FROM range({{lines}}) t (i)
    ), bought AS (
        SELECT *, CAST({ACCOUNTS} * share * share AS BIGINT) + 1 AS account,
            CAST(floor(40 * taste * taste) AS BIGINT) AS nth
        FROM drawn
    ), placed AS (
        SELECT *, CAST(1 + hash(account, nth % 6, 4) % {FAMILIES} AS BIGINT) AS family,
            [1, 2, 5, 10, 25, 100, 500][CAST(1 + hash(line, 5) % 7 AS INTEGER)] AS quantity,
            CAST(hash(line, 6) % 100 AS INTEGER) AS odd
        FROM bought
    ), priced AS (
        SELECT *, CAST(family + {FAMILIES} * (hash(account, nth, 7) % {PRODUCTS // FAMILIES})
            AS BIGINT) AS product, if(odd < 2, -1, 1) AS sign
        FROM placed
    ), worth AS (
        SELECT *, sign * quantity * {_PRICE} AS list,
            CAST(round({_PRICE} * (0.80 + 0.02 * (hash(account, 8) % 10)
                + 0.01 * (hash(account, product, 9) % 4)), -2) AS BIGINT) * quantity * sign AS net
        FROM priced
    )
    SELECT line + 1 AS line_id, invoice + 1 AS invoice_id, account AS account_id,
        product AS product_id, family AS family_id,
        CAST(1 + hash(account, 10) % {COLLEAGUES} AS BIGINT) AS colleague_id,
        CASE WHEN odd < 2 THEN 'return' WHEN odd = 2 THEN 'charge' ELSE 'goods' END AS sort,
        odd < 2 AS is_credit,
        CAST(sign * quantity * 10000 AS BIGINT) AS quantity,
        CAST(if(hash(line, 11) % 10 < 3, NULL, list) AS BIGINT) AS list_amount,
        CAST(net AS BIGINT) AS net,
        CAST(if(odd = 3, NULL, round(list * 0.6)) AS BIGINT) AS cost,
        CAST(if(odd = 4, abs(net) // 50, 0) AS BIGINT) AS rebate,
        CAST(0 AS BIGINT) AS terms,
        CAST(if(odd BETWEEN 5 AND 14, 40000, 0) AS BIGINT) AS freight,
        CAST(0 AS BIGINT) AS promotion,
        if(account % 4 = 0, 'USD', 'EUR') AS currency,
        DATE '{FIRST}' + CAST(day AS INTEGER) AS day,
        DATE '{FIRST}' + CAST(day AS INTEGER) AS known_day
    FROM worth
) TO '{{file}}' (FORMAT parquet, COMPRESSION zstd)
"""

# A list a year in each currency, with two steps; and what the market asks, in euros.
_LIST_PRICES = f"""
COPY (
    SELECT CAST(row_number() OVER () AS BIGINT) AS list_price_id, product AS product_id,
        CAST(1 + year * 10 + dollars * 100 AS BIGINT) AS price_list_id, 'ours' AS sort,
        if(dollars = 1, 'USD', 'EUR') AS currency, CAST(step * 1000000 AS BIGINT) AS from_quantity,
        CAST({_PRICE} * (1 + 0.03 * year) * (1 - 0.1 * step) AS BIGINT) AS price,
        CAST(1 AS INTEGER) AS per,
        CAST(DATE '{FIRST}' + to_years(CAST(year AS INTEGER)) AS DATE) AS since,
        CAST(DATE '{FIRST}' + to_years(CAST(year + 1 AS INTEGER)) AS DATE) - 1 AS until
    FROM range(1, {PRODUCTS + 1}) p (product), range(3) y (year), range(2) d (dollars),
        range(2) s (step)
    UNION ALL
    SELECT {12 * PRODUCTS} + product, product, 999, 'market', 'EUR', 0, {_PRICE}, 1, NULL, NULL
    FROM range(1, {PRODUCTS + 1}) p (product)
) TO '{{file}}' (FORMAT parquet, COMPRESSION zstd)
"""

_RATES = f"""
COPY (
    SELECT 'EUR' AS currency, DATE '1900-01-01' AS since, CAST(NULL AS DATE) AS until,
        CAST(1 AS DOUBLE) AS rate
    UNION ALL
    SELECT 'USD', DATE '{FIRST}' + CAST(i AS INTEGER), DATE '{FIRST}' + CAST(i + 1 AS INTEGER),
        0.85 + hash(i, 13) % 10000 / 100000.0
    FROM range({DAYS}) t (i)
) TO '{{file}}' (FORMAT parquet, COMPRESSION zstd)
"""

# One account in five has a rebate, one in twenty was granted a sum.
_CONDITIONS = f"""
COPY (
    SELECT i AS condition_id, i AS account_id, ['rebate', 'terms'][1 + i % 2] AS kind,
        CAST(NULL AS BIGINT) AS family_id, CAST(NULL AS BIGINT) AS product_id,
        if(i % 20 = 0, NULL, 0.01 + i % 4 / 100.0) AS share,
        CAST(if(i % 20 = 0, 5000000, NULL) AS BIGINT) AS amount,
        if(i % 20 = 0, 'EUR', NULL) AS currency,
        DATE '{FIRST}' + CAST(hash(i, 14) % {DAYS} AS INTEGER) AS since,
        CAST(NULL AS DATE) AS until,
        DATE '{FIRST}' + CAST(hash(i, 14) % {DAYS} AS INTEGER) AS known_day
    FROM range(5, {ACCOUNTS + 1}, 5) t (i)
) TO '{{file}}' (FORMAT parquet, COMPRESSION zstd)
"""

_GIVEAWAYS = f"""
COPY (
    WITH given AS (
        SELECT i, DATE '{FIRST}' + CAST(hash(i, 15) % {DAYS} AS INTEGER) AS day
        FROM range(1, {ACCOUNTS + 1}) t (i)
    )
    SELECT i AS giveaway_id, CAST(1 + hash(i, 16) % {ACCOUNTS} AS BIGINT) AS account_id,
        CAST(NULL AS BIGINT) AS contact_id,
        CAST(1 + hash(i, 17) % {COLLEAGUES} AS BIGINT) AS colleague_id,
        ['work', 'sample', 'favour', 'credit', 'freight', 'terms', 'gift'][
            CAST(1 + hash(i, 18) % 7 AS INTEGER)] AS kind,
        CAST(10000 * (20 + hash(i, 19) % 900) AS BIGINT) AS value_list,
        CAST(10000 * (10 + hash(i, 19) % 400) AS BIGINT) AS value_cost, 'EUR' AS currency,
        hash(i, 20) % 10 = 0 AS after_complaint,
        CAST(NULL AS BIGINT) AS line_id, day,
        if(hash(i, 21) % 3 = 0, day + 30, NULL) AS returned_day, day AS known_day
    FROM given
) TO '{{file}}' (FORMAT parquet, COMPRESSION zstd)
"""

# A rise of everything each spring, and one of five families each autumn.
_RISES = """
COPY (
    SELECT CAST(y + 1 AS BIGINT) AS rise_id, CAST(NULL AS BIGINT) AS price_list_id,
        CAST(NULL AS BIGINT) AS family_id, CAST(NULL AS BIGINT) AS account_id,
        CAST(0.04 AS DOUBLE) AS share,
        CAST(DATE '2024-02-01' + to_years(CAST(y AS INTEGER)) AS DATE) AS announced_day,
        CAST(DATE '2024-04-01' + to_years(CAST(y AS INTEGER)) AS DATE) AS effective_day,
        CAST(DATE '2024-02-01' + to_years(CAST(y AS INTEGER)) AS DATE) AS known_day
    FROM range(3) t (y)
    UNION ALL
    SELECT CAST(11 + y AS BIGINT), NULL, CAST(f AS BIGINT), NULL, 0.03,
        CAST(DATE '2023-08-01' + to_years(CAST(y AS INTEGER)) AS DATE),
        CAST(DATE '2023-10-01' + to_years(CAST(y AS INTEGER)) AS DATE),
        CAST(DATE '2023-08-01' + to_years(CAST(y AS INTEGER)) AS DATE)
    FROM range(3) t (y), range(1, 6) g (f)
) TO '{file}' (FORMAT parquet, COMPRESSION zstd)
"""

_WAIVERS = f"""
COPY (
    SELECT i AS waiver_id, CAST(1 + hash(i, 22) % 3 AS BIGINT) AS rise_id, i * 30 AS account_id,
        CAST(1 + hash(i, 23) % {COLLEAGUES} AS BIGINT) AS colleague_id,
        ['waived', 'softened'][1 + i % 2] AS kind,
        CAST(if(i % 2 = 1, 0.5, NULL) AS DOUBLE) AS share,
        DATE '2024-03-01' + CAST(hash(i, 22) % 3 * 365 AS INTEGER) AS day,
        DATE '2024-03-01' + CAST(hash(i, 22) % 3 * 365 AS INTEGER) AS known_day
    FROM range(1, {ACCOUNTS // 30 + 1}) t (i)
) TO '{{file}}' (FORMAT parquet, COMPRESSION zstd)
"""

_ACCOUNTS = f"""
COPY (
    SELECT i AS account_id, CAST(NULL AS BIGINT) AS owner_user_id, CAST(NULL AS VARCHAR) AS domain,
        'customer' AS relation, CASE i % 3 WHEN 0 THEN 'de' WHEN 1 THEN 'at' END AS country,
        ['oem', 'dealer', 'end user'][CAST(1 + hash(i, 24) % 3 AS INTEGER)] AS segment
    FROM range(1, {ACCOUNTS + 1}) t (i)
) TO '{{file}}' (FORMAT parquet, COMPRESSION zstd)
"""

TABLES = {
    "lines": _LINES,
    "list_prices": _LIST_PRICES,
    "rates": _RATES,
    "conditions": _CONDITIONS,
    "giveaways": _GIVEAWAYS,
    "rises": _RISES,
    "waivers": _WAIVERS,
    "accounts": _ACCOUNTS,
}


def make(folder: Path, lines: int = LINES) -> None:
    """The fact tables of trade, and `accounts`, as Parquet in the types of their shapes."""
    with duckdb.connect(
        config={"memory_limit": "2GB", "preserve_insertion_order": False}
    ) as engine:
        for name, query in TABLES.items():
            engine.execute(query.format(file=folder / f"{name}.parquet", lines=lines))
