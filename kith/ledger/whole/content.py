"""The ledger's content as lines: what happened and to whom, in words that no database numbers.

Left out is whatever tells how it came in, or follows from the rest: ids, batches, arrivals, what
was left out, audit, stamps, `recorded_at`, users and mailboxes, the firm's settings, the names each
batch saw, sort keys, Message-IDs as known, the search index, and all that a refresh computes.
People are told apart by their addresses, accounts by their names and domains, mails by their
content; who is one person, and which mails are one thread, are sets of those.
"""

from collections.abc import Mapping

# One line a row, by what it tells of. Rows come in any order. Aliases make no difference: only the
# kind and the values are hashed.
LINES: Mapping[str, str] = {
    "activity": """
        SELECT a.content_key, a.kind, a.direction, a.sort, a.happened_at, a.offset_minutes,
               a.known_day, a.undated_because, a.dated_by, a.subject, a.open_level, a.recipients,
               a.is_mass, a.is_automatic, a.asks, a.says
        FROM ledger_activity a""",
    "text": """
        SELECT a.content_key, t.text, t.new_from, t.new_until, t.asks_from, t.asks_until
        FROM ledger_activitytext t JOIN ledger_activity a ON a.id = t.activity_id""",
    "participant": """
        SELECT a.content_key, d.address, p.part, p.side, p.day, c.name
        FROM ledger_participant p
        JOIN ledger_activity a ON a.id = p.activity_id
        JOIN ledger_address d ON d.id = p.address_id
        LEFT JOIN ledger_account c ON c.id = p.account_id""",
    "notice": """
        SELECT a.content_key, d.address, n.kind, n.until, s.address
        FROM ledger_notice n
        JOIN ledger_activity a ON a.id = n.activity_id
        LEFT JOIN ledger_address d ON d.id = n.address_id
        LEFT JOIN ledger_address s ON s.id = n.successor_id""",
    "address": """
        SELECT d.address, d.name, d.colleague_id IS NOT NULL, c.name, c.is_shared, o.name
        FROM ledger_address d
        LEFT JOIN ledger_contact c ON c.id = d.contact_id
        LEFT JOIN ledger_colleague o ON o.id = d.colleague_id""",
    "employment": """
        SELECT d.address, c.name, e.since, e.until, e.why
        FROM ledger_employment e
        JOIN ledger_account c ON c.id = e.account_id
        JOIN ledger_address d ON d.contact_id = e.contact_id""",
    "account": """
        SELECT c.name, c.guessed_name, u.email, c.country, c.segment
        FROM ledger_account c LEFT JOIN ledger_user u ON u.id = c.owner_id""",
    "domain": """
        SELECT d.domain, c.name
        FROM ledger_accountdomain d JOIN ledger_account c ON c.id = d.account_id""",
    "relation": """
        SELECT c.name, r.relation, r.why, u.email
        FROM ledger_accountrelation r
        JOIN ledger_account c ON c.id = r.account_id
        LEFT JOIN ledger_user u ON u.id = r.said_by_id
        WHERE r.undone_at IS NULL AND NOT EXISTS (
            SELECT 1 FROM ledger_accountrelation later
            WHERE later.account_id = r.account_id AND later.undone_at IS NULL
              AND later.id > r.id)""",
    "family": "SELECT f.name FROM ledger_family f",
    "product": """
        SELECT p.number, p.name, f.key, p.unit, p.is_charge
        FROM ledger_product p LEFT JOIN ledger_family f ON f.id = p.family_id""",
    "price list": """
        SELECT l.key, l.name, l.sort, l.currency, l.since, l.until FROM ledger_pricelist l""",
    "list price": """
        SELECT l.key, d.number_key, p.from_quantity, p.price, p.per
        FROM ledger_listprice p
        JOIN ledger_pricelist l ON l.id = p.price_list_id
        JOIN ledger_product d ON d.id = p.product_id""",
    "customer": """
        SELECT b.number, b.name, c.name
        FROM ledger_customer b JOIN ledger_account c ON c.id = b.account_id""",
    "invoice": """
        SELECT i.number, i.is_credit, b.number_key, b.name_key, o.name, i.day, i.known_day,
               i.currency
        FROM ledger_invoice i
        LEFT JOIN ledger_customer b ON b.id = i.customer_id
        LEFT JOIN ledger_colleague o ON o.id = i.salesperson_id""",
    "line": """
        SELECT i.number_key, l.line, l.sort, p.number_key, l.text, l.quantity, l.list_amount, l.net,
               l.cost, l.rebate, l.terms, l.freight, l.promotion
        FROM ledger_invoiceline l
        JOIN ledger_invoice i ON i.id = l.invoice_id
        LEFT JOIN ledger_product p ON p.id = l.product_id""",
    "rate": "SELECT r.base, r.quote, r.day, r.rate FROM ledger_rate r",
    "condition": """
        SELECT c.name, k.kind, f.key, p.number_key, k.share, k.amount, k.currency, k.since, k.until,
               k.known_day
        FROM ledger_condition k
        JOIN ledger_account c ON c.id = k.account_id
        LEFT JOIN ledger_family f ON f.id = k.family_id
        LEFT JOIN ledger_product p ON p.id = k.product_id""",
    "giveaway": """
        SELECT c.name, g.kind, g.what, g.day, g.value_list, g.value_cost, g.currency, o.name, g.why,
               g.after_complaint, g.known_day
        FROM ledger_giveaway g
        JOIN ledger_account c ON c.id = g.account_id
        LEFT JOIN ledger_colleague o ON o.id = g.agreed_by_id
        WHERE g.withdrawn_at IS NULL""",
    "return": """
        SELECT c.name, g.what, g.day, r.what, r.day
        FROM ledger_giveawayreturn r
        JOIN ledger_giveaway g ON g.id = r.giveaway_id AND g.withdrawn_at IS NULL
        JOIN ledger_account c ON c.id = g.account_id
        WHERE r.undone_at IS NULL""",
    "rise": """
        SELECT r.name, r.share, r.price_list_key, f.key, c.name, r.announced_on, r.effective_on,
               r.known_day
        FROM ledger_pricerise r
        LEFT JOIN ledger_family f ON f.id = r.family_id
        LEFT JOIN ledger_account c ON c.id = r.account_id
        WHERE r.withdrawn_at IS NULL""",
    "waiver": """
        SELECT r.name, r.effective_on, c.name, w.kind, w.share, w.until, o.name, w.why, w.day,
               w.known_day
        FROM ledger_waiver w
        JOIN ledger_pricerise r ON r.id = w.rise_id
        JOIN ledger_account c ON c.id = w.account_id
        LEFT JOIN ledger_colleague o ON o.id = w.granted_by_id
        WHERE w.withdrawn_at IS NULL""",
    "block": """
        SELECT b.kind, b.value, m.address
        FROM ledger_block b LEFT JOIN ledger_mailbox m ON m.id = b.mailbox_id""",
}

# Sets: (what makes one set, a member), those of a set one after another.
SETS: Mapping[str, str] = {
    "thread": "SELECT thread_id, content_key FROM ledger_activity"
    " WHERE thread_id IS NOT NULL ORDER BY thread_id",
    "contact": "SELECT contact_id, address FROM ledger_address"
    " WHERE contact_id IS NOT NULL ORDER BY contact_id",
    "colleague": "SELECT colleague_id, address FROM ledger_address"
    " WHERE colleague_id IS NOT NULL ORDER BY colleague_id",
}
