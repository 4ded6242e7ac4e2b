"""Readings made by hand, of our own wording: what a reader would find in the sentences below."""

import msgspec

from qatynas.documents.document import Document, State
from qatynas.documents.text import Text
from qatynas.facts.actor import Actor
from qatynas.facts.edtf import Edtf
from qatynas.facts.evidence import Evidence
from qatynas.facts.identity import identify
from qatynas.facts.kinds import Claim, Event, Fact, Figure, Instrument, Office, Reference, Statement
from qatynas.reading.reading import Reading

KAZ, CHN, TUR = Actor("Қазақстан", "KAZ"), Actor("Қытай", "CHN"), Actor("Түркия", "TUR", "GOV")
NOBODY = Actor("белгісіз тарап")
TREATY = "Қазақстан мен Қытай 2002 жылы тату көршілік туралы шартқа қол қойды."
VISIT = "Түркия президенті 2010 жылы Астанаға ресми сапармен келді."
VIEW = "Сарапшы Қазақстан мен Қытайдың сауда мүддесі ортақ дейді [3]."


def piece(document: str, text: str, words: str) -> tuple[Evidence, ...]:
    start = text.index(words)
    return (Evidence(document, start, start + len(words), words),)


def told(document: str, text: str) -> list[Fact]:
    """What a reader would find of the sentences above in any text made of them."""
    out: list[Fact] = []
    if TREATY in text:
        at = {"evidence": piece(document, text, TREATY), "date": Edtf.parse("2002")}
        out += [
            Instrument(type="treaty", title="тату көршілік туралы шарт", parties=(KAZ, CHN), status="signed", **at),
            Event(type="SUPPORT", actor=(KAZ, CHN), act="sign", **at),
        ]
    if VISIT in text:
        at = {"evidence": piece(document, text, VISIT)}
        out += [
            Event(type="CONSULT", mode="visit", actor=(TUR,), recipient=(KAZ,), date=Edtf.parse("2010"), **at),
            Office(person="Абдулла Гүл", title="президент", holder_of=(TUR,), date=Edtf.parse("2007/.."), **at),
        ]
    if VIEW in text:
        at = {"evidence": piece(document, text, VIEW)}
        out += [
            Claim(type="interest", parties=(KAZ, CHN), holder=(CHN,), text="сауда мүддесі", **at),
            Statement(speaker=(NOBODY,), form="indirect", text="сауда мүддесі ортақ", about=(CHN, KAZ), **at),
            Reference(marker="3", about=(KAZ, CHN), evidence=piece(document, text, "Сарапшы")),
            Figure(value=3, of="сілтеме", about=(), evidence=piece(document, text, "[3]")),
        ]
    return out


def reading(
    name: str = "shart.txt",
    text: str = TREATY,
    *,
    folder: str = "/papers",
    version: str = "0.1.0",
    data: str = "d1",
    state: State = "read",
    reason: str | None = None,
    date: str | None = None,
    language: str | None = "kk",
    facts: list[Fact] | None = None,
) -> Reading:
    document = Document(
        id=f"{folder}/{name}", name=name, original=text, state=state, reason=reason, date=date, encoding="utf-8"
    )
    found = told(name, text) if facts is None else facts
    return Reading(
        document=document,
        text=Text(text),
        language=language,
        facts=identify(found, document.sha256),
        version=version,
        data=data,
        unread="" if language == "kk" else "language",
    )


def refused(name: str, reason: str = "empty: there is no text") -> Reading:
    return reading(name, "", state="refused", reason=reason, language=None)


def wrong_evidence(text: str = TREATY) -> Reading:
    """A reading whose quote has slipped by one character."""
    good = reading(text=text)
    first = good.facts[0].evidence[0]
    slipped = msgspec.structs.replace(first, start=first.start + 1, end=first.end + 1)
    bad = msgspec.structs.replace(good.facts[0], evidence=(slipped,))
    return reading(text=text, facts=[bad])
