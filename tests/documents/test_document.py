"""A document's own values."""

import pickle
from hashlib import sha256

from msgspec.structs import replace

from qatynas.documents.document import Document


def test_the_hash_is_that_of_the_text_and_is_made_once():
    document = Document(id="a", name="a", original="Екі ел\ud800")
    assert document.sha256 == sha256("Екі ел\ud800".encode("utf-8", "surrogatepass")).hexdigest()
    assert document.sha256 is document.sha256


def test_another_text_has_another_hash():
    document = Document(id="a", name="a", original="x")
    first = document.sha256
    other = replace(document, original="y")
    assert other.sha256 != first
    assert replace(other, original="x").sha256 == first


def test_whether_its_hash_was_asked_for_makes_no_other_document():
    one, two = Document(id="a", name="a", original="x"), Document(id="a", name="a", original="x")
    assert one.sha256
    assert one == two
    assert hash(one) == hash(two)
    assert pickle.loads(pickle.dumps(one)) == two
