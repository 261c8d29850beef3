"""The full-text index: FTS5 on SQLite, tsvector on PostgreSQL, the audience as tokens inside.

Contentless on SQLite: the text already stands in ledger_activitytext. Row ids: search/places.py.
Names stand apart from text, in indexes that follow their tables by themselves.
"""

from django.db import migrations

SQLITE = [
    # How many words a row has (`columnsize`) is for a rank by relevance; the newest come first here.
    """
    CREATE VIRTUAL TABLE ledger_search USING fts5(
        subject, body, sees,
        content='', columnsize=0, tokenize="unicode61 remove_diacritics 2"
    )
    """,
    # Each chunk of an import is a piece of its own. Eight pieces are merged at once, not four: every
    # word is written twice instead of four times, and a search looks into few pieces more.
    "INSERT INTO ledger_search (ledger_search, rank) VALUES ('automerge', 8)",
    # What a transaction adds is held in memory up to its end, and is one piece then: at 1 MB, as
    # usual, an import makes three times as many, and merges them again and again (a fifth to a
    # quarter of the time that the index takes).
    "INSERT INTO ledger_search (ledger_search, rank) VALUES ('hashsize', 16777216)",
    # Which words there are, in alphabetical order: to find those that begin with what was typed.
    "CREATE VIRTUAL TABLE ledger_search_word USING fts5vocab(ledger_search, instance)",
]

NAMED = ("account", "contact")

SQLITE_NAMES = [
    """
    CREATE VIRTUAL TABLE ledger_search_{named} USING fts5(
        sort_key, content='ledger_{named}', content_rowid='id', columnsize=0, prefix='1 2 3',
        tokenize="unicode61 remove_diacritics 2"
    )
    """,
    """
    CREATE TRIGGER ledger_search_{named}_in AFTER INSERT ON ledger_{named} BEGIN
        INSERT INTO ledger_search_{named} (rowid, sort_key) VALUES (new.id, new.sort_key);
    END
    """,
    """
    CREATE TRIGGER ledger_search_{named}_out AFTER DELETE ON ledger_{named} BEGIN
        INSERT INTO ledger_search_{named} (ledger_search_{named}, rowid, sort_key)
        VALUES ('delete', old.id, old.sort_key);
    END
    """,
    """
    CREATE TRIGGER ledger_search_{named}_on AFTER UPDATE OF sort_key ON ledger_{named}
    WHEN new.sort_key <> old.sort_key BEGIN
        INSERT INTO ledger_search_{named} (ledger_search_{named}, rowid, sort_key)
        VALUES ('delete', old.id, old.sort_key);
        INSERT INTO ledger_search_{named} (rowid, sort_key) VALUES (new.id, new.sort_key);
    END
    """,
]

POSTGRESQL = [
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    """
    CREATE TABLE ledger_search (
        place bigint PRIMARY KEY,
        words tsvector NOT NULL,
        sees tsvector NOT NULL
    )
    """,
    "CREATE INDEX ledger_search_words ON ledger_search USING gin (words, sees)",
    *(
        f"CREATE INDEX ledger_search_{named} ON ledger_{named} USING gin (sort_key gin_trgm_ops)"
        for named in NAMED
    ),
]


def create(apps, schema_editor):
    names = [statement.format(named=named) for named in NAMED for statement in SQLITE_NAMES]
    vendor = schema_editor.connection.vendor
    for statement in [*SQLITE, *names] if vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for named in NAMED:
            for when in ("in", "out", "on"):
                schema_editor.execute(f"DROP TRIGGER ledger_search_{named}_{when}")
            schema_editor.execute(f"DROP TABLE ledger_search_{named}")
        schema_editor.execute("DROP TABLE ledger_search_word")
    else:
        for named in NAMED:
            schema_editor.execute(f"DROP INDEX ledger_search_{named}")
    schema_editor.execute("DROP TABLE ledger_search")


class Migration(migrations.Migration):
    dependencies = [("ledger", "0002_fact_views")]

    operations = [migrations.RunPython(create, drop)]
