"""One view per fact table of trade, named and shaped as kith.terms.trade_shapes says.

Plain enough for SQLite and PostgreSQL alike; an ISO date in quotes is text to the one and becomes a
date by its neighbours in the union to the other.
"""

from django.db import migrations

# Accounts that are private or noise: what is sold to them counts nowhere.
ASIDE = """
      SELECT r.account_id FROM ledger_accountrelation r
      WHERE r.relation IN ('private', 'noise') AND r.undone_at IS NULL
        AND NOT EXISTS (
            SELECT 1 FROM ledger_accountrelation later
            WHERE later.account_id = r.account_id AND later.undone_at IS NULL AND later.id > r.id
        )"""

LINES = f"""
CREATE VIEW fact_lines AS
SELECT l.id AS line_id,
       l.invoice_id AS invoice_id,
       c.account_id AS account_id,
       l.product_id AS product_id,
       p.family_id AS family_id,
       i.salesperson_id AS colleague_id,
       l.sort AS sort,
       i.is_credit AS is_credit,
       l.quantity AS quantity,
       l.list_amount AS list_amount,
       l.net AS net,
       l.cost AS cost,
       l.rebate AS rebate,
       l.terms AS terms,
       l.freight AS freight,
       l.promotion AS promotion,
       i.currency AS currency,
       i.day AS day,
       i.known_day AS known_day
FROM ledger_invoice i
JOIN ledger_invoiceline l ON l.invoice_id = i.id
LEFT JOIN ledger_customer c ON c.id = i.customer_id
LEFT JOIN ledger_product p ON p.id = l.product_id
WHERE c.account_id IS NULL OR c.account_id NOT IN ({ASIDE}
)
"""

# Rates are told from one currency to another; here each is told to the firm's own.
RATES = """
CREATE VIEW fact_rates AS
SELECT known.currency AS currency,
       known.day AS since,
       LEAD(known.day) OVER (PARTITION BY known.currency ORDER BY known.day) AS until,
       known.rate AS rate
FROM (
    SELECT r.base AS currency, r.day AS day,
           CAST(r.rate AS double precision) / 100000000 AS rate
    FROM ledger_rate r JOIN ledger_firm f ON f.currency = r.quote
    UNION ALL
    SELECT r.quote, r.day, 100000000 / CAST(r.rate AS double precision)
    FROM ledger_rate r JOIN ledger_firm f ON f.currency = r.base
    WHERE NOT EXISTS (
        SELECT 1 FROM ledger_rate same
        WHERE same.base = r.quote AND same.quote = r.base AND same.day = r.day
    )
    UNION ALL
    SELECT f.currency, '1900-01-01', CAST(1 AS double precision) FROM ledger_firm f
) known
"""

LIST_PRICES = """
CREATE VIEW fact_list_prices AS
SELECT p.id AS list_price_id,
       p.product_id AS product_id,
       p.price_list_id AS price_list_id,
       l.sort AS sort,
       l.currency AS currency,
       p.from_quantity AS from_quantity,
       p.price AS price,
       p.per AS per,
       l.since AS since,
       l.until AS until
FROM ledger_listprice p JOIN ledger_pricelist l ON l.id = p.price_list_id
"""

CONDITIONS = f"""
CREATE VIEW fact_conditions AS
SELECT c.id AS condition_id,
       c.account_id AS account_id,
       c.kind AS kind,
       c.family_id AS family_id,
       c.product_id AS product_id,
       CAST(c.share AS double precision) / 1000000 AS share,
       c.amount AS amount,
       NULLIF(c.currency, '') AS currency,
       c.since AS since,
       c.until AS until,
       c.known_day AS known_day
FROM ledger_condition c
WHERE c.account_id NOT IN ({ASIDE}
)
"""

GIVEAWAYS = f"""
CREATE VIEW fact_giveaways AS
SELECT g.id AS giveaway_id,
       g.account_id AS account_id,
       g.contact_id AS contact_id,
       g.agreed_by_id AS colleague_id,
       g.kind AS kind,
       g.value_list AS value_list,
       g.value_cost AS value_cost,
       g.currency AS currency,
       g.after_complaint AS after_complaint,
       g.line_id AS line_id,
       g.day AS day,
       (SELECT min(r.day) FROM ledger_giveawayreturn r
        WHERE r.giveaway_id = g.id AND r.undone_at IS NULL) AS returned_day,
       g.known_day AS known_day
FROM ledger_giveaway g
WHERE g.withdrawn_at IS NULL AND g.account_id NOT IN ({ASIDE}
)
"""

RISES = """
CREATE VIEW fact_rises AS
SELECT r.id AS rise_id,
       l.id AS price_list_id,
       r.family_id AS family_id,
       r.account_id AS account_id,
       CAST(r.share AS double precision) / 1000000 AS share,
       r.announced_on AS announced_day,
       r.effective_on AS effective_day,
       r.known_day AS known_day
FROM ledger_pricerise r
LEFT JOIN ledger_pricelist l ON r.price_list_key <> '' AND l.name_key = r.price_list_key
WHERE r.withdrawn_at IS NULL
"""

WAIVERS = f"""
CREATE VIEW fact_waivers AS
SELECT w.id AS waiver_id,
       w.rise_id AS rise_id,
       w.account_id AS account_id,
       w.granted_by_id AS colleague_id,
       w.kind AS kind,
       CAST(w.share AS double precision) / 1000000 AS share,
       w.day AS day,
       w.known_day AS known_day
FROM ledger_waiver w
JOIN ledger_pricerise r ON r.id = w.rise_id AND r.withdrawn_at IS NULL
WHERE w.withdrawn_at IS NULL AND w.account_id NOT IN ({ASIDE}
)
"""

_VIEWS = {
    "lines": LINES,
    "rates": RATES,
    "list_prices": LIST_PRICES,
    "conditions": CONDITIONS,
    "giveaways": GIVEAWAYS,
    "rises": RISES,
    "waivers": WAIVERS,
}


class Migration(migrations.Migration):
    dependencies = [("ledger", "0004_trade")]

    operations = [
        migrations.RunSQL(sql, f"DROP VIEW fact_{name}") for name, sql in _VIEWS.items()
    ]
