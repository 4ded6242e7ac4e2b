from qatynas.cli.naming import shown
from qatynas.record.stored import StoredDocument


def stored(id: str, name: str) -> StoredDocument:
    nothing = dict.fromkeys(("title", "date", "url", "language", "reason", "copy_of", "read_at", "edition", "sha256"))
    rest = dict.fromkeys(("media_type", "encoding", "version", "data", "file"))
    return StoredDocument(
        id=id, name=name, state="read", warnings=(), added_at="", editions=0, unread="", facts=0, **nothing, **rest
    )


def test_a_name_that_one_document_bears_is_shown_as_it_is():
    assert shown([stored("/a/x.txt", "x.txt"), stored("/a/y.txt", "y.txt")]) == {
        "/a/x.txt": "x.txt",
        "/a/y.txt": "y.txt",
    }


def test_files_of_one_name_are_shown_by_the_shortest_path_that_tells_them_apart():
    documents = [stored("/a/one/x.txt", "x.txt"), stored("/a/two/x.txt", "x.txt"), stored("/a/y.txt", "y.txt")]
    assert list(shown(documents).values()) == ["one/x.txt", "two/x.txt", "y.txt"]


def test_the_id_of_a_jsonl_document_is_never_shortened():
    assert shown([stored("https://kz/news/1", "https://kz/news/1")]) == {"https://kz/news/1": "https://kz/news/1"}
