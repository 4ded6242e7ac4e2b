"""Which states, offices, bodies and persons of a sentence belong together: who holds what office of whom."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, Protocol

from qatynas.languages.language import Name, Word
from qatynas.ontology.polities import polities

OWNERS = frozenset(("state", "organisation", "self", "adjective", "people", "place", "pair"))
MARKS = (",", "–", "—", "-")
GAP = 3  # words that may stand between a state and the office or body that is its
_MATTER = 3  # names that may stand in a matter between two offices

_DONE_TO = ("Acc", "Dat")


class _Placed(Protocol):
    """What stands over words of a sentence in a case: a name, a party."""

    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...
    @property
    def case(self) -> str: ...


class Surroundings(NamedTuple):
    """What composing must know of a sentence: its words, which of them are dates or titles, the small words."""

    words: Sequence[Word]
    apart: frozenset[int]
    joins: frozenset[str]
    posts: Mapping[str, tuple[str, str]]
    members: frozenset[str]
    matters: frozenset[str] = frozenset()
    honours: frozenset[str] = frozenset()


def honoured(name: Name, around: Surroundings) -> bool:
    """Whether a person only gives something its name: «Ә. Бөкейханов атындағы университет»."""
    behind = around.words[name.last].form.lower() if name.last < len(around.words) else ""
    return name.kind == "person" and behind in around.honours


def group(names: Sequence[Name], around: Surroundings, at: int) -> tuple[list[Name], list[Name], Name | None, int]:
    """From `at`: the states told together, the offices or bodies that are theirs, the person; and where it ends."""
    owners = _states(names, around, at)
    at += len(owners)
    if owners and _held_there(names, at):
        at += 1
    at = _past_matter(owners[-1], names, around, at) if owners else at
    if owners and not (at < len(names) and _continues(owners[-1], names[at], around)):
        return owners, [], None, at
    heads: list[Name] = []
    if owners and _of_members(owners[-1], names[at], around):
        owners[-1] = replace(owners[-1], last=names[at].last, case=names[at].case)
        at += 1
        if not (at < len(names) and _owns(owners[-1], names[at], around)):
            return owners, [], None, at
    while (
        at < len(names) and names[at].kind in ("office", "body") and (not heads or _heads(heads[-1], names[at], around))
    ):
        heads.append(names[at])
        at = _past_matter(names[at], names, around, at + 1)
    person = None
    if at < len(names) and names[at].kind == "person" and _holds(owners, heads, names, at):
        person = names[at]
        at += 1
        if not heads and at < len(names) and _title_behind(person, names[at]):
            heads.append(names[at])
            at += 1
    if not owners and not heads and person is None:
        return [names[at]], [], None, at + 1
    return owners, heads, person, at


def _title_behind(person: Name, office: Name) -> bool:
    """Whether a title follows its person: «Тәуке хан»."""
    bare = person.case == "Nom" and office.possessed is None
    return bare and office.kind == "office" and office.first == person.last


def joined(one: _Placed, two: _Placed, around: Surroundings) -> bool:
    """Whether two stand together as «А мен Б», «А, Б», «А – Б»: the case of the last is that of both."""
    between = around.words[one.last : two.first]
    if one.case != "Nom" or len(between) != 1:
        return False
    return between[0].form.lower() in around.joins or between[0].form in MARKS


def _states(names: Sequence[Name], around: Surroundings, at: int) -> list[Name]:
    """The states told together from `at`; unnamed ones only where an office or body is theirs."""
    if names[at].kind == "country":
        owner = names[at].case == "Gen" and at + 1 < len(names) and _owns(names[at], names[at + 1], around)
        return [names[at]] if owner else []
    out: list[Name] = []
    for name in names[at:]:
        if name.kind not in OWNERS or (out and not joined(out[-1], name, around)):
            break
        out.append(name)
    return out


def _held_there(names: Sequence[Name], at: int) -> bool:
    """«Қытайдың Қазақстандағы елшісі»: where the office behind is held, not whose it is.

    In «Қытай Қазақстандағы елшісін шақыртты» it is Қытай that acts.
    """
    behind = names[at + 1] if at + 1 < len(names) else None
    if behind is None or not names[at].inside or behind.kind not in ("office", "body"):
        return False
    return names[at - 1].case == "Gen" or behind.case not in _DONE_TO


def _past_matter(before: Name, names: Sequence[Name], around: Surroundings, at: int) -> int:
    """Where the office behind a matter stands («хатшысының Орталық Азия істері жөніндегі көмекшісі»), else `at`."""
    if before.case not in ("Gen", "Nom"):
        return at
    for k in range(at, min(at + _MATTER, len(names))):
        told = around.words[names[k].first - 1].form.lower() in around.matters
        if names[k].kind in ("office", "body") and told and _its(names[k]):
            return k
        if names[k].kind not in (*OWNERS, "body") or names[k].case != "Nom":
            return at
    return at


def _heads(one: Name, two: Name, around: Surroundings) -> bool:
    """Whether the second office or body is the first one's, or both are one holder's («орынбасары – министр»)."""
    between = around.words[one.last : two.first]
    if one.kind == two.kind == "office" and one.case == "Nom" and [word.form for word in between] in (["–"], ["—"]):
        return True
    told_apart = two.code is not None and one.case == "Nom"  # «мемлекет басшысы Бундестагта»: it has a state of its own
    return not told_apart and _owns(one, two, around)


def _continues(owner: Name, following: Name, around: Surroundings) -> bool:
    return _owns(owner, following, around) or _of_members(owner, following, around)


def _of_members(owner: Name, states: Name, around: Surroundings) -> bool:
    """«Ұйымға мүше елдер»: its members act for the organisation."""
    between = around.words[owner.last : states.first]
    told = any(word.form.lower() in around.members for word in between)
    return owner.kind == "organisation" and owner.case == "Dat" and states.kind == "country" and told


def _owns(owner: Name, head: Name, around: Surroundings) -> bool:
    """Whether the office or body is the owner's: right behind it, or with only its attributes between."""
    if head.kind not in ("office", "body"):
        return False
    if owner.kind in ("pair", "country") and head.kind == "body" and (head.case in _DONE_TO or head.possessed is None):
        return owner.case == "Gen"  # «тараптар елшіліктерін ашты», «үш ел бірлескен кәсіпорын құрды»: it is they who do
    between = around.words[owner.last : head.first]
    if between and between[-1].form.lower() in around.matters and _its(head):
        return owner.case in ("Gen", "Nom")
    if owner.kind == "organisation" and owner.case == "Dat":
        return len(between) <= GAP and any(word.form.lower() in around.members for word in between)
    if len(between) > GAP or not all(_attribute(word) for word in between):
        return False
    if owner.kind in ("adjective", "people"):
        return owner.case == "Nom"
    between = [word for word in between if word.get("Attr") is None]
    return owner.case == "Gen" or (owner.case == "Nom" and (head.possessed == "3" or not between))


def _its(head: Name) -> bool:
    """Whether an office or body is told as somebody's: «көмекшісі», «Тұрақты өкілі»."""
    return head.possessed == "3" or head.rank == "modifier"


def _attribute(word: Word) -> bool:
    """Whether a word may stand between a state and what is its: «АҚШ-тың бұрынғы хатшысы»."""
    if word.get("Attr") is not None or word.upos in ("PROPN", "NUM", "DET"):
        return True
    return any(a.upos == "ADJ" or (a.upos == "NOUN" and a.get("Case") == "Nom") for a in word.analyses)


def _holds(owners: Sequence[Name], heads: Sequence[Name], names: Sequence[Name], at: int) -> bool:
    """Whether the person at `at` holds the office before: right behind it, and no other state's leader.

    «Ресей Президенті Назарбаевты қабылдады» and «Орыс патшасы Әбілқайыр ханға жазды» tell of two persons.
    """
    if not heads:
        return True
    if heads[-1].last != names[at].first or heads[-1].case != "Nom":
        return False
    return not _strangers(owners, names[at])


def _strangers(owners: Sequence[Name], person: Name) -> bool:
    """Whether a listed leader and the one state before him are known to be apart."""
    state = owners[0].code if len(owners) == 1 else None
    if state is None or person.code is None or state == person.code:
        return False
    known = polities()
    if state not in known or person.code not in known:
        return False
    return state not in known[person.code].successors and person.code not in known[state].successors


def chain(heads: Sequence[Name], around: Surroundings) -> str:
    """Offices and bodies of one holder as the text tells them, the last as it is cited; empty where there is one."""
    if len(heads) < 2:
        return ""
    told = around.words[heads[0].first : heads[-1].first]
    return " ".join([*(word.form for word in told), heads[-1].cited or heads[-1].name])
