import sqlite3
from collections.abc import Callable
from typing import Any

Call = Callable[..., Any]


def test_a_whole_record_is_ok(qatynas: Call, put: Call):
    put()
    done = qatynas("check")
    assert (done.status, done.out) == (0, "qatynas.db: ok\n")
    assert qatynas("check", "--json").json == {"record": "qatynas.db", "ok": True, "faults": []}


def test_a_record_in_which_a_quote_no_longer_stands_is_told_with_status_3(qatynas: Call, put: Call):
    where = put()
    connection = sqlite3.connect(where)
    connection.execute("UPDATE evidence SET quote = 'басқа' WHERE place = 0")
    connection.commit()
    connection.close()
    done = qatynas("check")
    assert done.status == 3
    assert done.out.strip()
    told = qatynas("check", "--json")
    assert told.status == 3
    assert (told.json["ok"], bool(told.json["faults"])) == (False, True)
