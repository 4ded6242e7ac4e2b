"""Letters: their words, what their heads tell, their attachments; in every encoding that mail came in."""

import base64
import io
import zipfile
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest

from qatynas.documents.opening import open_bytes, open_path

TEXT = "Қазақстан мен Қытай шекара туралы келісімге қол қойды."


def letter(**headers):
    made = EmailMessage(policy=SMTP)
    made["From"] = "Айгүл Серікова <aigul@ministry.example>"
    made["Subject"] = "Келісім туралы хабар"
    made["Date"] = "Thu, 29 May 2014 23:30:00 +0600"
    made["Message-ID"] = "<1@ministry.example>"
    for name, value in headers.items():
        made[name] = value
    return made


def documents(folder: Path, data, name="a.eml"):
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.as_bytes())
    return list(open_path(path))


def one(data, name="a.eml"):
    return open_bytes(data if isinstance(data, bytes) else data.as_bytes(), id="a", name=name)


def test_a_letter_is_a_document_with_what_its_head_tells():
    made = letter()
    made.set_content(f"{TEXT}\nЕкінші жол.\n")
    document = one(made)
    assert document.original == f"{TEXT}\nЕкінші жол."
    assert (document.title, document.date) == ("Келісім туралы хабар", "2014-05-29")
    assert document.authors == ("Айгүл Серікова",)
    assert (document.media_type, document.extractor) == ("message/rfc822", "qatynas-mail/1")


def test_a_letter_is_known_by_its_head_and_not_by_its_name():
    made = letter()
    made.set_content(TEXT)
    document = one(made, "a.txt")
    assert document.original == TEXT
    assert document.warnings == ("named .txt, but the content is e-mail",)


@pytest.mark.parametrize(
    "text", ["Date: 5 May 2010\nSubject: visit\n\nwords", "Күні: 2010\nОрны: Астана\n\nсөз", "From: a\n\nb"]
)
def test_a_text_that_begins_like_a_letter_stays_as_it_is(text):
    assert one(text.encode(), "a.txt").original == text


def test_plain_text_goes_before_html_and_html_is_read_where_it_stands_alone():
    made = letter()
    made.set_content("Жай мәтін.")
    made.add_alternative("<html><p>Бет мәтіні.</p></html>", subtype="html")
    assert one(made).original == "Жай мәтін."
    alone = letter()
    alone.set_content(f"<html><style>p{{}}</style><p>{TEXT}</p><script>x</script></html>", subtype="html")
    assert one(alone).original == TEXT
    assert "qatynas-html/" in one(alone).extractor


@pytest.mark.parametrize("charset", ["koi8-r", "windows-1251", "iso-8859-5", "utf-8"])
@pytest.mark.parametrize("transfer", ["base64", "quoted-printable"])
def test_letters_come_in_their_encodings(charset, transfer):
    made = letter()
    made.set_content("Визит президента в Ташкент.", charset=charset, cte=transfer)
    assert one(made).original == "Визит президента в Ташкент."


@pytest.mark.parametrize("charset", ["koi8-r", "windows-1251"])
def test_heads_and_names_of_files_come_in_their_encodings(charset, tmp_path):
    def coded(words):
        return f"=?{charset}?B?{base64.b64encode(words.encode(charset)).decode()}?="

    head = f"From: {coded('Иван Петров')} <i@x.example>\r\nSubject: {coded('Визит в')}\r\n {coded(' Ташкент')}\r\n"
    head += "Date: Mon, 3 Mar 2003 10:00:00 +0300\r\nMIME-Version: 1.0\r\n"
    part = f'--x\r\nContent-Type: text/plain; name="{coded("доклад.txt")}"\r\n'
    part += "Content-Disposition: attachment\r\n\r\ntext\r\n"
    data = f'{head}Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\n\r\nHello\r\n{part}--x--\r\n'
    body, file = documents(tmp_path, data.encode())
    assert (body.title, body.authors, body.date) == ("Визит в Ташкент", ("Иван Петров",), "2003-03-03")
    assert file.name == "доклад.txt"


def test_a_letter_in_a_wrongly_named_encoding_is_read():
    data = b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: text/plain; charset=x-unknown\n\n" + TEXT.encode()
    assert one(data).original == TEXT


def test_attachments_are_documents_of_their_own(tmp_path):
    made = letter()
    made.set_content("Тіркемені қараңыз.")
    made.add_attachment(TEXT, filename="../../хат.txt")
    made.add_attachment(f"<html lang=kk><title>Бет</title><p>{TEXT}".encode(), "text", "html", filename="бет.html")
    made.add_attachment(TEXT, filename="хат.txt")
    found = documents(tmp_path, made)
    place = f"{tmp_path}/a.eml"
    files = [f"{place}!/{name}" for name in ("хат.txt", "бет.html", "2!хат.txt")]
    assert [document.id for document in found] == [place, *files]
    assert [document.name for document in found] == ["a.eml", "хат.txt", "бет.html", "2!хат.txt"]
    assert [document.original.strip() for document in found[1:]] == [TEXT] * 3
    assert found[2].title == "Бет"


def test_a_letter_that_only_brings_files_is_no_document(tmp_path):
    made = letter()
    made.add_attachment(TEXT, filename="хат.txt")
    assert [document.name for document in documents(tmp_path, made)] == ["хат.txt"]


def test_words_that_cannot_be_read_do_not_cost_the_files(tmp_path):
    made = letter()
    made.set_content(bytes(range(128, 256)) * 20, "text", "plain", disposition="inline")
    made.add_attachment(TEXT, filename="хат.txt")
    body, file = documents(tmp_path, made)
    assert (body.state, (body.reason or "").split(":")[0]) == ("refused", "encoding")
    assert file.original.strip() == TEXT


def test_pictures_in_the_words_and_signatures_are_no_files(tmp_path):
    made = letter()
    made.set_content("Мәтін.")
    made.add_alternative('<p>Мәтін <img src="cid:1">', subtype="html")
    made.get_payload()[1].add_related(b"\x89PNG\r\n\x1a\n", "image", "png", cid="<1>", filename="logo.png")
    made.add_attachment(b"sealed", "application", "pkcs7-signature", filename="smime.p7s")
    assert [document.name for document in documents(tmp_path, made)] == ["a.eml"]


def test_a_letter_within_a_letter_and_a_zipped_folder_within_it_are_opened(tmp_path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("b/хат.txt", TEXT)
    inner = letter()
    inner.set_content("Ішкі хат.")
    inner.add_attachment(packed.getvalue(), "application", "zip", filename="b.zip")
    outer = letter()
    outer.set_content("Сыртқы хат.")
    outer.add_attachment(inner)
    found = documents(tmp_path, outer)
    assert [(document.name, document.original) for document in found] == [
        ("a.eml", "Сыртқы хат."),
        ("letter.eml", "Ішкі хат."),
        ("b.zip!/b/хат.txt", TEXT),
    ]
    assert found[2].id == f"{tmp_path}/a.eml!/letter.eml!/b.zip!/b/хат.txt"


def test_letters_within_letters_are_opened_only_so_deep(tmp_path):
    made = letter()
    made.set_content("0")
    for number in range(1, 6):
        outer = letter()
        outer.set_content(str(number))
        outer.add_attachment(made)
        made = outer
    found = documents(tmp_path, made)
    assert [document.original for document in found] == ["5", "4", "3", "2", ""]
    assert (found[-1].reason or "").startswith("size: more than the 3 levels")


def test_an_encrypted_letter_is_refused():
    data = (
        b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/encrypted; boundary=x\n\n--x\n\nsealed\n--x--\n"
    )
    assert one(data).reason == "encrypted: the letter can be read only with its key"


def nested(depth):
    heads = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth))
    return f"From: a@b.example\nMIME-Version: 1.0\n{heads}Content-Type: text/plain\n\nсөз\n".encode()


@pytest.mark.parametrize(
    "data",
    [
        nested(60),
        nested(3_000),
        b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\na\n" * 20_000,
        b"From: " + b"(" * 20_000 + b"\nMIME-Version: 1.0\n\ntext",
        b"From: " + b"a, " * 20_000 + b"\nMIME-Version: 1.0\n\ntext",
        b"From: a@b.example\nMIME-Version: 1.0\nSubject: " + b"=?utf-8?q?" * 20_000 + b"\n\ntext",
        b"From: a@b.example\nMIME-Version: 1.0\nDate: Fri, 99 Foo 2014 99:99\nContent-Type: ;;;=\n\ntext",
    ],
    ids=["nested", "deep", "many", "comments", "authors", "coded", "broken"],
)
def test_hostile_letters_are_read_or_refused(data, monkeypatch):
    monkeypatch.setenv("QATYNAS_PARSE_SECONDS", "20")
    document = one(data)
    assert document.state == "read" or (document.reason or "").split(":")[0] in ("damaged", "size", "timeout")


SAVED = """From: <Saved by Blink>
Snapshot-Content-Location: https://khabarshy.example/1
Subject: =?utf-8?Q?=D0=A1=D0=B0=D0=BF=D0=B0=D1=80?=
Date: Fri, 17 Mar 2023 15:40:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----x"

------x
Content-Type: text/html
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: base64
Content-Location: https://khabarshy.example/1

{page}
------x
Content-Type: text/html
Content-Location: https://ads.example/

<html><p>Jarnama</p></html>
------x
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://khabarshy.example/1.png

iVBORw0KGgo=
------x--
"""


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "a.txt"])
def test_a_page_saved_in_one_file_gives_its_main_text(name):
    page = (Path(__file__).parent / "pages" / "interview.html").read_bytes()
    data = SAVED.format(page=base64.encodebytes(page).decode()).replace("\n", "\r\n").encode()
    document = one(data, name)
    assert document.media_type == "multipart/related"
    assert "жеткізуді жоспарлап отырмыз" in document.original
    assert "Jarnama" not in document.original and "Құрық" not in document.original
    assert (document.title, document.url) == ("Елші: «Екі елдің жолы бір»", "https://khabarshy.example/1")
    assert document.date == "2016-11-02"


def test_a_saved_file_without_a_page_is_refused():
    assert one(SAVED.format(page="").replace("text/html", "text/css").encode(), "a.mht").reason is not None
