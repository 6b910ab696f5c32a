"""read.py - reads every view of the schema talent by psycopg2, pandas and SQLAlchemy (as the libpq variables say);
test/deep.sh clients.

Prints a line for each client that has read all; on the first that has not, says which relation and why, and fails.
"""
import datetime
import os
import warnings

import pandas
import psycopg2
import sqlalchemy
from sqlalchemy import types

PLAIN = (str, int, float, bool, datetime.date, datetime.datetime)
connection = psycopg2.connect("")
connection.autocommit = True
cursor = connection.cursor()
cursor.execute("""SELECT relname FROM pg_class WHERE relnamespace = 'talent'::regnamespace AND relkind = 'v'
    ORDER BY relname""")
relations = [row[0] for row in cursor.fetchall()]
assert len(relations) > 30, relations

# psycopg2: plain values, lists of text, never text that the driver could not make a value of
rows = {}
for relation in relations:
    cursor.execute(f"SELECT * FROM talent.{relation}")
    rows[relation] = cursor.fetchall()
    for row in rows[relation]:
        for column, value in zip(cursor.description, row):
            items = value if isinstance(value, list) else [value]
            assert all(item is None or isinstance(item, PLAIN) for item in items), (relation, column.name, value)
            assert not (isinstance(value, str) and value.startswith("{")), (relation, column.name, value)
print(f"psycopg2 {psycopg2.__version__.split()[0]}: {len(relations)} relations, {sum(map(len, rows.values()))} rows")

# a refresh in the transaction that psycopg2 opens by default says what to do; in autocommit mode it works
connection.autocommit = False
try:
    cursor.execute("CALL talent.refresh()")
    raise AssertionError("a refresh in a transaction")
except psycopg2.errors.ActiveSqlTransaction as error:
    assert "connection.autocommit = True" in error.diag.message_hint, error
connection.rollback()
connection.autocommit = True
cursor.execute("CALL talent.refresh(date '2026-07-01', true)")

# SQLAlchemy: every column has a type
engine = sqlalchemy.create_engine("postgresql+psycopg2://", connect_args={"options": "-c timezone=UTC"})
inspector = sqlalchemy.inspect(engine)
reflected = inspector.get_view_names(schema="talent")
assert sorted(reflected) == relations, set(relations) ^ set(reflected)
with warnings.catch_warnings():
    warnings.simplefilter("error")  # "Did not recognize type"
    columns = [(relation, column["name"], column["type"]) for relation in relations
               for column in inspector.get_columns(relation, schema="talent")]
    tables = sqlalchemy.MetaData()
    for relation in relations:
        sqlalchemy.Table(relation, tables, autoload_with=engine, schema="talent")
for relation, name, type_ in columns:
    assert not isinstance(type_, types.NullType), (relation, name)
    assert isinstance(type_, (types.Text, types.Integer, types.Float, types.Boolean, types.Date, types.DateTime)) or \
        isinstance(type_, types.ARRAY) and isinstance(type_.item_type, types.Text), (relation, name, type_)
print(f"SQLAlchemy {sqlalchemy.__version__}: {len(columns)} columns, each of a plain type")

# pandas: every relation as a frame, and joins on keys that lose nothing
frames = {}
with engine.connect() as reader:
    for relation in relations:
        frames[relation] = pandas.read_sql_table(relation, reader, schema="talent")
        assert len(frames[relation]) == len(rows[relation]) or relation.startswith("run"), relation
readiness, measures = frames["succession_readiness"], frames["person_measures"]
joined = readiness.merge(measures, on="person_key", how="left", indicator=True, validate="many_to_one")
assert len(joined) == len(readiness) > 0 and (joined["_merge"] == "both").all(), joined["_merge"].value_counts()
links = frames["chain_link"].merge(readiness, on=["position_key", "person_key"], how="left", indicator=True,
                                   validate="many_to_one")
assert len(links) == len(frames["chain_link"]) > 0 and (links["_merge"] == "both").all()
bench = readiness.merge(frames["bench"], on="position_key", how="inner", validate="many_to_one")
assert set(readiness.position_key) - set(bench.position_key) == {"P-pool"}, "all but the pool"
assert measures.contacts.dtype.kind in "if" and readiness["rank"].dtype.kind == "i", measures.dtypes
assert str(frames["run"].started.dtype).startswith("datetime64"), frames["run"].dtypes
print(f"pandas {pandas.__version__}: {sum(map(len, frames.values()))} rows, {len(joined)} and {len(links)} of joins")

# SQLAlchemy's own way to refresh
with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as caller:
    caller.execute(sqlalchemy.text("CALL talent.refresh(date '2026-07-01', true)"))
