"""The words that stories have in them, for typing errors in the search: a view of Wagtail's index.

PostgreSQL compares words by trigrams where its `pg_trgm` is there or this account may create it; without,
search works all the same and forgives less.
"""

from django.db import DatabaseError, migrations, transaction

INDEX = "wagtailsearch_indexentry"

VIEW = f"""
CREATE MATERIALIZED VIEW news_vocabulary AS
SELECT word AS term, ndoc AS doc
FROM ts_stat($$SELECT to_tsvector('simple', title_text || ' ' || left(body_text, 200000)) FROM {INDEX}$$)
WHERE char_length(word) BETWEEN 3 AND 40 AND word !~ '[0-9./:@_-]'
"""  # noqa: S608  # our own names


def create(apps, schema_editor):
    connection = schema_editor.connection
    if connection.vendor == "sqlite":
        schema_editor.execute(f"CREATE VIRTUAL TABLE news_vocabulary USING fts5vocab('{INDEX}_fts', 'row')")
    elif connection.vendor == "postgresql":
        # Wagtail looks a word up in title and text together, and indexes them one by one.
        schema_editor.execute(f"CREATE INDEX news_search_text ON {INDEX} USING gin ((title || body))")
        schema_editor.execute(VIEW)
        schema_editor.execute("CREATE UNIQUE INDEX news_vocabulary_term ON news_vocabulary (term)")
        try:
            with transaction.atomic(using=connection.alias):
                schema_editor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
                schema_editor.execute(
                    "CREATE INDEX news_vocabulary_trigrams ON news_vocabulary USING gin (term gin_trgm_ops)"
                )
        except DatabaseError:
            pass  # the account may not create extensions, or the extension is not installed


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE IF EXISTS news_vocabulary")
    elif schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP MATERIALIZED VIEW IF EXISTS news_vocabulary")
        schema_editor.execute("DROP INDEX IF EXISTS news_search_text")


class Migration(migrations.Migration):
    dependencies = [("news", "0001_initial"), ("wagtailsearch", "0010_add_text_fields")]
    operations = [migrations.RunPython(create, drop)]
