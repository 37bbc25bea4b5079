#!/usr/bin/env python3
# peer - a script for the sqlite3 shell that fills an empty file with the very
# rows of a store: every table by .import of a CSV dump, the same indexes and
# triggers, the pragmas of a writer, one transaction
#   peer.py STORE DIRECTORY >SCRIPT
# Indexes are built after the load, as ours are. .import knows no NULL: an
# empty cell becomes '', as large as a NULL; so tables are not STRICT, and a
# column that is empty in some row is no foreign key. Both make the peer
# faster.
import csv
import os
import re
import sqlite3
import sys


def pragmas():
    """The ones a writer sets: the text in store.c that names the journal."""
    path = os.path.join(os.path.dirname(sys.argv[0]), "../../lib/store/store.c")
    with open(path) as file:
        texts = re.findall(r'(?:"(?:[^"\\]|\\.)*"\s*)+', file.read())
    texts = ["".join(re.findall(r'"((?:[^"\\]|\\.)*)"', text)) for text in texts]
    found = [text for text in texts if "journal_mode = TRUNCATE" in text]
    return found[0] + "; PRAGMA foreign_keys = ON"


def loose(store, name, sql):
    """The table's CREATE without what '' would break."""
    sql = re.sub(r"\) STRICT$", ")", sql)
    for key in store.execute("PRAGMA foreign_key_list(%s)" % name):
        if store.execute("SELECT 1 FROM %s WHERE %s IS NULL LIMIT 1"
                         % (name, key[3])).fetchone():
            sql = re.sub(r"(\b%s \w+( NOT NULL)?) REFERENCES \w+" % key[3],
                         r"\1", sql)
    return sql


def dump(store, name, path):
    rows = store.execute("SELECT * FROM %s ORDER BY rowid" % name)
    with open(path, "w", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    return store.execute("SELECT 1 FROM %s LIMIT 1" % name).fetchone()


def main():
    store, directory = sqlite3.connect(sys.argv[1]), sys.argv[2]
    tables, late, imports = [], [], []
    for kind, name, sql in store.execute(
            "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL "
            "ORDER BY rowid").fetchall():
        if kind != "table":
            late.append(sql + ";")
            continue
        path = "%s/%s.csv" % (directory, name)
        tables.append(loose(store, name, sql) + ";")
        if dump(store, name, path):
            imports.append('.import --csv "%s" %s' % (path, name))
    print("\n".join([pragmas() + ";", "BEGIN IMMEDIATE;"] + tables + imports
                    + late + ["COMMIT;"]))


main()
