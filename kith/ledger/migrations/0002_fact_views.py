"""One view per fact table, named and shaped as kith.terms.shapes says.

The SQL is plain enough to run on SQLite and PostgreSQL alike. In `fact_touches` CROSS JOIN fixes
SQLite's order of joining (our side by day, then the activity, then their side, each through a
covering index); to PostgreSQL it is an ordinary join.

A person with several addresses in one mail makes one touch of it, in the foremost part. Few have
several addresses: only they are looked at, so that extraction costs the others nothing (measured).
"""

from django.db import migrations

# Of a person's addresses on one side of an activity, another stands before this one.
ONE_OF_EACH = """
  AND (person.{who}_id NOT IN (
      SELECT {who}_id FROM ledger_address WHERE {who}_id IS NOT NULL
      GROUP BY {who}_id HAVING count(*) > 1
  ) OR NOT EXISTS (
      SELECT 1 FROM ledger_participant twin CROSS JOIN ledger_address other
      WHERE twin.activity_id = side.activity_id
        AND twin.side = side.side
        AND (twin.part, twin.address_id) < (side.part, side.address_id)
        AND other.id = twin.address_id
        AND other.{who}_id = person.{who}_id
  ))"""


def one_of_each(who: str, person: str, side: str) -> str:
    """The condition for a person's address `person` in the participant `side`."""
    named = ONE_OF_EACH.format(who=who)
    return named.replace("person.", f"{person}.").replace("side.", f"{side}.")


# Accounts that are private or noise: what passes with them counts nowhere.
ASIDE = """
  AND {of}.account_id NOT IN (
      SELECT r.account_id FROM ledger_accountrelation r
      WHERE r.relation IN ('private', 'noise') AND r.undone_at IS NULL
        AND NOT EXISTS (
            SELECT 1 FROM ledger_accountrelation later
            WHERE later.account_id = r.account_id AND later.undone_at IS NULL AND later.id > r.id
        )
  )"""

TOUCHES = f"""
CREATE VIEW fact_touches AS
SELECT a.id AS activity_id,
       oa.colleague_id AS colleague_id,
       ta.contact_id AS contact_id,
       theirs.account_id AS account_id,
       a.direction AS direction,
       theirs.part AS part,
       a.recipients AS recipients,
       a.is_mass AS is_mass,
       a.is_automatic AS is_automatic,
       a.asks AS asks,
       a.says AS says,
       a.kind AS kind,
       a.thread_id AS thread_id,
       ours.day AS day,
       a.happened_at AS instant,
       a.offset_minutes AS offset_minutes,
       a.known_day AS known_day
FROM ledger_participant ours
CROSS JOIN ledger_participant theirs
CROSS JOIN ledger_activity a
CROSS JOIN ledger_address oa
CROSS JOIN ledger_address ta
WHERE ours.side = 1
  AND ours.day IS NOT NULL
  AND theirs.activity_id = ours.activity_id
  AND theirs.side = 2
  AND theirs.account_id IS NOT NULL{ASIDE.format(of="theirs")}
  AND a.id = ours.activity_id
  AND oa.id = ours.address_id
  AND oa.colleague_id IS NOT NULL{one_of_each("colleague", "oa", "ours")}
  AND ta.id = theirs.address_id
  AND ta.contact_id IS NOT NULL{one_of_each("contact", "ta", "theirs")}
"""

# From the copied person by day, through an index that holds copies alone; then the mail, its
# sender, and the two persons. To and Cc of one mail may name one person twice: only the foremost
# place counts, and as copies are few to a mail, each looks at the others.
COPIES = f"""
CREATE VIEW fact_copies AS
SELECT a.id AS activity_id,
       ca.contact_id AS contact_id,
       copied.account_id AS account_id,
       sa.contact_id AS sender_contact_id,
       sender.account_id AS sender_account_id,
       copied.part AS part,
       copied.day AS day,
       a.known_day AS known_day
FROM ledger_participant copied
CROSS JOIN ledger_activity a
CROSS JOIN ledger_participant sender
CROSS JOIN ledger_address ca
CROSS JOIN ledger_address sa
WHERE copied.side = 0
  AND copied.account_id IS NOT NULL{ASIDE.format(of="copied")}
  AND copied.day IS NOT NULL
  AND copied.part IN (3, 4)
  AND a.id = copied.activity_id
  AND a.direction = 'in'
  AND NOT a.is_mass
  AND NOT a.is_automatic
  AND sender.activity_id = copied.activity_id
  AND sender.side = 2
  AND sender.account_id IS NOT NULL{ASIDE.format(of="sender")}
  AND ca.id = copied.address_id
  AND ca.contact_id IS NOT NULL
  AND sa.id = sender.address_id
  AND sa.contact_id IS NOT NULL
  AND sa.contact_id <> ca.contact_id
  AND NOT EXISTS (
      SELECT 1 FROM ledger_participant twin CROSS JOIN ledger_address other
      WHERE twin.activity_id = copied.activity_id
        AND twin.side = 0
        AND twin.account_id IS NOT NULL
        AND twin.part IN (3, 4)
        AND (twin.part, twin.address_id) < (copied.part, copied.address_id)
        AND other.id = twin.address_id
        AND other.contact_id = ca.contact_id
  )
"""

CONTACTS = """
CREATE VIEW fact_contacts AS
SELECT e.contact_id AS contact_id, e.account_id AS account_id, c.is_shared AS is_shared
FROM ledger_employment e
JOIN ledger_contact c ON c.id = e.contact_id
WHERE e.until IS NULL
  AND NOT EXISTS (
      SELECT 1 FROM ledger_employment later
      WHERE later.contact_id = e.contact_id AND later.until IS NULL AND later.id > e.id
  )
"""

COLLEAGUES = """
CREATE VIEW fact_colleagues AS
SELECT id AS colleague_id, user_id FROM ledger_colleague
"""

ACCOUNTS = """
CREATE VIEW fact_accounts AS
SELECT a.id AS account_id, a.owner_id AS owner_user_id,
       (SELECT d.domain FROM ledger_accountdomain d WHERE d.account_id = a.id
        ORDER BY d.id LIMIT 1) AS domain,
       (SELECT r.relation FROM ledger_accountrelation r
        WHERE r.account_id = a.id AND r.undone_at IS NULL
        ORDER BY r.id DESC LIMIT 1) AS relation,
       NULLIF(a.country, '') AS country, NULLIF(a.segment, '') AS segment
FROM ledger_account a
"""

# What is said of an address whose person is a colleague, or was never met, is nobody's here.
NOTICES = """
CREATE VIEW fact_notices AS
SELECT n.id AS notice_id,
       n.activity_id AS activity_id,
       whose.contact_id AS contact_id,
       n.kind AS kind,
       a.known_day AS known_day,
       n.until AS until_day,
       NULLIF(heir.contact_id, whose.contact_id) AS successor_id,
       (SELECT count(*) FROM ledger_address twin WHERE twin.contact_id = whose.contact_id)
           AS addresses
FROM ledger_notice n
JOIN ledger_activity a ON a.id = n.activity_id
JOIN ledger_address whose ON whose.id = n.address_id
LEFT JOIN ledger_address heir ON heir.id = n.successor_id
WHERE whose.contact_id IS NOT NULL AND a.known_day IS NOT NULL
"""


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_first")]

    operations = [
        migrations.RunSQL(TOUCHES, "DROP VIEW fact_touches"),
        migrations.RunSQL(COPIES, "DROP VIEW fact_copies"),
        migrations.RunSQL(CONTACTS, "DROP VIEW fact_contacts"),
        migrations.RunSQL(COLLEAGUES, "DROP VIEW fact_colleagues"),
        migrations.RunSQL(ACCOUNTS, "DROP VIEW fact_accounts"),
        migrations.RunSQL(NOTICES, "DROP VIEW fact_notices"),
    ]
