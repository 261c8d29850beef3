"""The SQL of what a generated ledger sells: products, invoices and lines, gifts, rises, waivers.

Laid out as an import of the books leaves it: invoice after invoice by their days. A few customers
buy most, each of them from a range of its own, at a discount of its own; one in five pays in
dollars. Costs are known of nine lines in ten.
"""

from collections.abc import Iterator
from datetime import date

from bench.ledger.rows import MADE_AT, drawn, skewed, word
from bench.ledger.scale import A_INVOICE, LAST, Scale, Trade

SOLD_FROM = date(2023, 7, 1)
FAMILIES = 40
RANGE = 200  # products that a customer chooses among
GIVEN_EACH = 2  # giveaways for each customer, on average
RISES = 6
_DAYS = (LAST - SOLD_FROM).days + 1

TEMPORARY = """
CREATE TEMP TABLE product (id INTEGER PRIMARY KEY, price INTEGER, cost INTEGER);
CREATE TEMP TABLE sale (
    id INTEGER PRIMARY KEY, customer INTEGER, day TEXT, share INTEGER, home INTEGER
);
CREATE TEMP TABLE part (k INTEGER PRIMARY KEY);
"""


def statements(scale: Scale, trade: Trade) -> Iterator[tuple[str, str]]:
    """(what it fills, SQL), for a ledger whose people and accounts stand."""
    customers = scale.accounts // 2
    places = ", ".join(f"({k})" for k in range(A_INVOICE))
    yield "more numbers", _more_numbers(trade)
    yield "places of lines", f"INSERT INTO temp.part VALUES {places}"
    yield from _products(trade)
    yield from _customers(customers)
    yield "sales", _sales(customers, trade)
    yield "invoices", _invoices(scale)
    yield "lines", _lines(trade)
    yield from _granted(customers, scale)
    yield "stamps of trade", _stamps()


def _more_numbers(trade: Trade) -> str:
    return f"""
        WITH RECURSIVE upto (n) AS (
            SELECT max(n) + 1 FROM temp.number
            UNION ALL SELECT n + 1 FROM upto WHERE n < {trade.invoices})
        INSERT INTO temp.number SELECT n FROM upto WHERE n <= {trade.invoices}"""


def _products(trade: Trade) -> Iterator[tuple[str, str]]:
    each = f"FROM temp.number WHERE n <= {trade.products}"
    name = f"{word('n', 71)} || ' ' || {word('n', 72)} || ' ' || n"
    yield (
        "prices",
        f"""
        INSERT INTO temp.product
        SELECT n, price, price * (500 + {drawn("n", 74, 300)}) / 1000
        FROM (SELECT n, 20000 + {skewed("n", 73, 5_000_000)} AS price {each})""",
    )
    yield (
        "families",
        f"""
        INSERT INTO ledger_family (id, name, key)
        SELECT n, 'Family ' || n, 'family ' || n FROM temp.number WHERE n <= {FAMILIES}""",
    )
    yield (
        "products",
        f"""
        INSERT INTO ledger_product
            (id, number, number_key, name, sort_key, unit, is_charge, family_id)
        SELECT n, printf('A-%06d', n), printf('a-%06d', n), {name}, lower({name}), 'pcs', 0,
            1 + {drawn("n", 75, FAMILIES)} {each}""",
    )
    yield (
        "price list",
        f"""
        INSERT INTO ledger_pricelist (id, name, name_key, key, sort, currency, since)
        VALUES (1, 'List', 'list', 'list EUR', 'ours', 'EUR', '{SOLD_FROM}')""",
    )
    yield (
        "list prices",
        """
        INSERT INTO ledger_listprice (from_quantity, price, per, price_list_id, product_id)
        SELECT 0, price, 1, 1, id FROM temp.product""",
    )


def _customers(customers: int) -> Iterator[tuple[str, str]]:
    """Customer n is account 2 n."""
    yield (
        "customers",
        f"""
        INSERT INTO ledger_customer (id, number, number_key, name, name_key, account_id)
        SELECT n, 'C' || n, 'c' || n, a.name, a.sort_key, a.id
        FROM temp.number JOIN ledger_account a ON a.id = 2 * n WHERE n <= {customers}""",
    )
    yield (
        "rates",
        f"""
        INSERT INTO ledger_rate (base, quote, day, rate)
        SELECT 'USD', 'EUR', date('{SOLD_FROM}', '+' || (n - 1) || ' months'),
            88000000 + {drawn("n", 76, 8_000_000)}
        FROM temp.number WHERE n <= 36""",
    )


def _sales(customers: int, trade: Trade) -> str:
    """Of each invoice the customer, the day, its share of the list price in thousandths, and where
    the customer's range begins. The prime scatters the best customers."""
    customer = f"(1 + {skewed('n', 81, customers)} * 7919 % {customers})"
    return f"""
        INSERT INTO temp.sale
        SELECT n, customer, date('{SOLD_FROM}', '+' || ((n - 1) * {_DAYS} / {trade.invoices})
            || ' days'), 1000 - {skewed("customer", 82, 300)} - {drawn("n", 83, 40)},
            {drawn("customer", 84, trade.products)}
        FROM (SELECT n, {customer} AS customer FROM temp.number WHERE n <= {trade.invoices})"""


def _invoices(scale: Scale) -> str:
    return f"""
        INSERT INTO ledger_invoice (id, number, number_key, is_credit, customer_id, salesperson_id,
            day, known_day, currency)
        SELECT id, printf('R%08d', id), printf('r%08d', id), 0, customer,
            (2 * customer - 1) % {scale.colleagues} + 1, day, day,
            iif(customer % 5, 'EUR', 'USD')
        FROM temp.sale"""


def _lines(trade: Trade) -> str:
    the_id = f"((s.id - 1) * {A_INVOICE} + k + 1)"
    product = f"(1 + (s.home + {skewed(the_id, 85, RANGE)}) % {trade.products})"
    return f"""
        INSERT INTO ledger_invoiceline (id, invoice_id, line, sort, product_id, text, quantity,
            list_amount, net, cost, rebate, terms, freight, promotion, batch_id)
        SELECT l.id, sale, k + 1, 'goods', product, '', 10000 * many, price * many,
            iif({drawn("l.id", 87, 2_000)}, price * many * share / 1000, 0),
            iif({drawn("l.id", 88, 10)}, cost * many, NULL), 0, 0,
            iif({drawn("l.id", 89, 30)}, 0, 50000), 0, 1
        FROM (
            SELECT {the_id} AS id, s.id AS sale, k, share, {product} AS product,
                1 + {skewed(the_id, 86, 60)} AS many
            FROM temp.sale s CROSS JOIN temp.part) l
        JOIN temp.product p ON p.id = l.product"""


def _granted(customers: int, scale: Scale) -> Iterator[tuple[str, str]]:
    kinds = "CASE n % 4 WHEN 0 THEN 'work' WHEN 1 THEN 'sample' WHEN 2 THEN 'favour'" \
        " ELSE 'freight' END"  # fmt: skip
    customer = f"(1 + {skewed('n', 91, customers)} * 7919 % {customers})"
    day = f"date('{LAST}', '-' || {drawn('n', 92, 900)} || ' days')"
    yield (
        "conditions",
        f"""
        INSERT INTO ledger_condition
            (key, account_id, kind, share, currency, since, known_day)
        SELECT CAST(printf('%016d', n) AS BLOB), 2 * n, 'rebate', 10000 + {drawn("n", 90, 40_000)},
            '', '{SOLD_FROM}', '{SOLD_FROM}'
        FROM temp.number WHERE n <= {customers} AND n % 7 = 0""",
    )
    yield (
        "giveaways",
        f"""
        INSERT INTO ledger_giveaway (account_id, kind, what, day, value_list, value_cost, currency,
            agreed_by_id, why, after_complaint, known_day, recorded_by_id, recorded_at)
        SELECT 2 * customer, kind, what, day, worth, worth * 6 / 10, 'EUR', k, '', 0, day, k,
            '{MADE_AT}'
        FROM (
            SELECT customer, {kinds} AS kind, {word("n", 93)} || ' ' || {word("n", 94)} AS what,
                {day} AS day, 100000 + {skewed("n", 95, 9_000_000)} AS worth,
                (2 * customer - 1) % {scale.colleagues} + 1 AS k
            FROM (SELECT n, {customer} AS customer FROM temp.number
                  WHERE n <= {GIVEN_EACH * customers}))""",
    )
    yield (
        "returns",
        f"""
        INSERT INTO ledger_giveawayreturn (giveaway_id, what, day, said_by_id, said_at)
        SELECT id, 'an order', day, agreed_by_id, '{MADE_AT}' FROM ledger_giveaway
        WHERE id % 3 = 0""",
    )
    rise = f"date('{LAST}', '-' || (n * 150) || ' days')"
    yield (
        "rises",
        f"""
        INSERT INTO ledger_pricerise (id, name, share, price_list_key, family_id, announced_on,
            effective_on, known_day, announced_by_id, recorded_at)
        SELECT n, 'Rise ' || n, 20000 + {drawn("n", 96, 40_000)}, '', iif(n = 1, NULL, n),
            date({rise}, '-60 days'), {rise}, date({rise}, '-60 days'), 1, '{MADE_AT}'
        FROM temp.number WHERE n <= {RISES}""",
    )
    yield (
        "waivers",
        f"""
        INSERT INTO ledger_waiver (rise_id, account_id, kind, why, day, known_day, granted_by_id,
            recorded_by_id, recorded_at)
        SELECT r.id, 2 * n, 'waived', '', r.announced_on, r.announced_on, k, k, '{MADE_AT}'
        FROM (SELECT n, (2 * n - 1) % {scale.colleagues} + 1 AS k FROM temp.number
              WHERE n <= {customers} AND n % 9 = 0) CROSS JOIN ledger_pricerise r""",
    )


def _stamps() -> str:
    years = [("lines", year) for year in range(SOLD_FROM.year, LAST.year + 1)]
    names = ("rates", "list_prices", "conditions", "giveaways", "rises", "waivers")
    parts = [*years, *((name, 0) for name in names)]
    rows = ", ".join(f"('{shape}', {year}, 1)" for shape, year in parts)
    return f"INSERT INTO ledger_stamp (shape, year, version) VALUES {rows}"
