"""Who a name is that stands by itself in a cell."""

from qatynas.documents.text import Text
from qatynas.facts.actor import Actor
from qatynas.languages import cell_names
from qatynas.languages.registry import detect, language
from qatynas.reading.story import scenes


def actor(name: str) -> Actor:
    """By the lists of states and organisations, else by the reader of Kazakh («ҚР Сыртқы істер министрлігі»).

    What is only by default one's own state's («Президент») keeps no code.
    """
    listed = cell_names.actor(name)
    if listed.code or detect(name) not in ("kk", "ru"):
        return listed
    known = language("kk")
    assert known is not None
    sentences = [sentence for sentence in known.sentences(name) if sentence.words]
    told = scenes("", Text(name), known, sentences, None) if len(sentences) == 1 else []
    parties = [party for scene in told for party in scene.parties]
    whole = len(parties) == 1 and not parties[0].implied and parties[0].last - parties[0].first == len(told[0].words)
    return parties[0].actors[0] if whole and len(parties[0].actors) == 1 else listed
