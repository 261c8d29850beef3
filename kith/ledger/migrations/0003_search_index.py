"""The full-text index: FTS5 on SQLite, tsvector on PostgreSQL, the audience as tokens inside.

Contentless on SQLite: the text already stands in ledger_activitytext. Row ids: search/places.py.
"""

from django.db import migrations

SQLITE = """
CREATE VIRTUAL TABLE ledger_search USING fts5(
    subject, body, sees_subject, sees_body,
    content='', tokenize="unicode61 remove_diacritics 2"
)
"""

POSTGRESQL = [
    """
    CREATE TABLE ledger_search (
        place bigint PRIMARY KEY,
        subject tsvector NOT NULL,
        body tsvector NOT NULL,
        sees_subject tsvector NOT NULL,
        sees_body tsvector NOT NULL
    )
    """,
    "CREATE INDEX ledger_search_subject ON ledger_search USING gin (subject, sees_subject)",
    "CREATE INDEX ledger_search_body ON ledger_search USING gin (body, sees_body)",
]


def create(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for statement in [SQLITE] if vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    schema_editor.execute("DROP TABLE ledger_search")


class Migration(migrations.Migration):
    dependencies = [("ledger", "0002_fact_views")]

    operations = [migrations.RunPython(create, drop)]
