"""Parties of a sentence: names put together into those who act, with how the sentence uses them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from qatynas.facts.actor import Actor
from qatynas.languages.language import Name, Word
from qatynas.reading.holders import GAP, MARKS, OWNERS, Surroundings, chain, group, honoured, joined

_FAR = 12  # words behind a genitive among which its noun is looked for
_HEAD = 4  # words behind an adjective among which its noun stands
_NOUNS = ("NOUN", "PROPN", "VERB", "ADJ")


class Owned(NamedTuple):
    """The noun that a party owns: «Қазақстанның тәуелсіздігін» owns тәуелсіздік in the accusative."""

    case: str
    lemma: str
    word: int


@dataclass(frozen=True, slots=True)
class Party:
    """Who acts, over the words `first:last`; `case` is that of its last word.

    `after` is the marker of the postposition that follows; `agent`: it says that the party does the act.
    `owned` is the noun that the party owns; `attributive`: it only modifies that noun (АҚШ ұшақтары).
    `relative`: it is the subject of the participle at that word (АҚШ ұсынған жоба), and of nothing else.
    `verb`: the verb right behind an accusative, whose object it is (Ресейді айналып өтетін жол).
    `implied`: its state is not named, it is the home state by default.
    `antecedent`: of words that only point back, those of an earlier sentence that tell who is meant.
    `capital`: a city stands for it. `unnamed`: a foreign state or states without a name («көрші елдер»).
    `pair`: the two sides of the relation at hand.
    """

    actors: tuple[Actor, ...]
    first: int
    last: int
    case: str
    kind: str
    after: str = ""
    agent: bool = False
    owned: Owned | None = None
    attributive: bool = False
    relative: int | None = None
    verb: int | None = None
    implied: bool = False
    unnamed: bool = False
    pair: bool = False
    plural: bool = False
    capital: bool = False
    rank: str | None = None
    person: str | None = None
    title: str | None = None
    antecedent: str = ""

    @property
    def codes(self) -> frozenset[str]:
        """Codes of its actors."""
        return frozenset(a.code for a in self.actors if a.code)


class Reference(NamedTuple):
    """What unnamed words mean in this document: own state, the relation at hand, known persons."""

    home: Actor
    pair: tuple[Actor, ...]
    persons: Mapping[str, Actor]


def compose(names: Sequence[Name], around: Surroundings, reference: Reference) -> list[Party]:
    """The parties that the names make, in order."""
    out: list[Party] = []
    names = [name for name in names if not honoured(name, around) and not _postposition(name, around)]
    at = 0
    while at < len(names):
        owners, heads, person, at = group(names, around, at)
        out += _parties(owners, heads, person, reference, around)
    return _linked(out, around)


def _postposition(name: Name, around: Surroundings) -> bool:
    """Whether what could be a body's name is a postposition here: «Ұлыбритания тарапынан»."""
    return name.kind == "body" and name.last == name.first + 1 and around.words[name.first].form.lower() in around.posts


def _parties(
    owners: list[Name], heads: list[Name], person: Name | None, reference: Reference, around: Surroundings
) -> list[Party]:
    if not heads and person is None:
        return [_bare(owner, reference) for owner in owners]
    told = sorted([*owners, *heads, *([person] if person else [])], key=lambda n: n.first)
    owners = _of_person(owners, person, reference)
    first, last = told[0], told[-1]
    office = next((h for h in reversed(heads) if h.kind == "office"), None)
    told_together = chain(heads, around)
    actors, implied = _acting(owners, heads, person, reference, told_together)
    return [
        Party(
            actors=actors,
            first=first.first,
            last=last.last,
            case=last.case,
            kind="person" if person else heads[-1].kind,
            implied=implied,
            rank=office.rank if office else None,
            person=person.name if person else None,
            title=(told_together or office.name) if office else None,
            pair=_of_pair(owners, heads, person),
            unnamed=any(owner.kind == "country" for owner in owners),
        )
    ]


def _of_person(owners: list[Name], person: Name | None, reference: Reference) -> list[Name]:
    """Whose office a person holds: «екі елдің президенттері» tells what those named behind it are, not for whom."""
    if person and (person.code or person.name.split()[-1] in reference.persons):
        return [owner for owner in owners if owner.kind != "pair"]
    return owners


def _of_pair(owners: list[Name], heads: list[Name], person: Name | None) -> bool:
    """Whether the two sides act, or those who hold one office in each («президенттер»)."""
    together = not owners and person is None and len(heads) == 1 and heads[0].kind == "office"
    sides = together and heads[0].plural and heads[0].rank != "expert"  # «сарапшылар» speak for no state
    bare = sides and heads[0].possessed is None and heads[0].code is None
    return bare or any(owner.kind == "pair" for owner in owners)


def _acting(
    owners: list[Name], heads: list[Name], person: Name | None, reference: Reference, together: str
) -> tuple[tuple[Actor, ...], bool]:
    sector = next((h.sector for h in reversed(heads) if h.sector), None) or "GOV"
    head = heads[-1] if heads else None
    title = together or ((head.each if len(owners) > 1 else head.cited) or head.name if head else "")
    own = next((h.code for h in heads if h.code), None)
    if _of_pair(owners, heads, person):
        return reference.pair, False
    if any(owner.kind == "country" for owner in owners):
        return (), False
    if owners:
        states = [_actor(owner, reference) for owner in owners]
        if person:
            return (Actor(person.name, states[0].code, sector),), False  # type: ignore[arg-type]
        return tuple(Actor(f"{s.name} {title}", s.code, sector) for s in states), False  # type: ignore[arg-type]
    if person:
        known = reference.persons.get(person.name.split()[-1])
        code = own or person.code or (known.code if known else None)
        if code is None and heads and _speaks_for_home(heads):
            return (Actor(person.name, reference.home.code, sector),), True  # type: ignore[arg-type]
        return (Actor(person.name, code, sector if code else None),), False  # type: ignore[arg-type]
    if own:
        return (Actor(title, own, sector),), False  # type: ignore[arg-type]
    if _speaks_for_home(heads):
        return (Actor(title, reference.home.code, sector),), True  # type: ignore[arg-type]
    return (Actor(title, None, sector),), False  # type: ignore[arg-type]


def _speaks_for_home(heads: list[Name]) -> bool:
    """An office or organ of state told without a state is the home state's."""
    told = heads[:1] if heads[-1].rank == "modifier" else heads[-1:]  # of a minister's deputy, the minister tells it
    return told[0].rank in ("head_of_state", "head_of_government", "minister", "parliament") or (
        told[0].kind == "body" and told[0].sector in ("LEG",)
    )


def _bare(name: Name, reference: Reference) -> Party:
    if name.kind == "pair":
        return Party(reference.pair, name.first, name.last, name.case, "pair", pair=True)
    unnamed = name.kind == "country"
    actors = () if unnamed else (_actor(name, reference),)
    return Party(
        actors, name.first, name.last, name.case, name.kind, unnamed=unnamed, plural=name.plural, capital=name.capital
    )


def _actor(name: Name, reference: Reference) -> Actor:
    if name.kind == "self":
        return reference.home
    sector = name.sector if name.kind == "organisation" else "GOV" if name.code else None
    return Actor(name.name, name.code, sector)  # type: ignore[arg-type]


def _linked(parties: list[Party], around: Surroundings) -> list[Party]:
    """Give each party what follows it: a postposition, the noun that it owns; and joined ones a common case."""
    taken = around.apart | {k for p in parties for k in range(p.first, p.last)}
    out: list[Party] = []
    following: Party | None = None
    for party in reversed(parties):
        if following and joined(party, following, around):
            if _governments(party, following):
                party, following = replace(party, kind="state"), replace(following, kind="state")
                out[-1] = following
            party = replace(
                party,
                case=following.case,
                after=following.after,
                agent=following.agent,
                owned=following.owned,
                attributive=following.attributive,
                relative=following.relative,
            )
        else:
            party = _used(party, around, taken)
        out.append(party)
        following = party
    return out[::-1]


def _governments(one: Party, two: Party) -> bool:
    """Whether a city beside a state or its capital stands for a government, too: «Анкара мен Алматы» (before 1997)."""
    kinds = {one.kind, two.kind}
    return kinds == {"state", "place"} and bool(one.codes and two.codes) and one.codes != two.codes


def _used(party: Party, around: Surroundings, taken: frozenset[int]) -> Party:
    after = around.words[party.last].form.lower() if party.last < len(around.words) else ""
    marker, role = around.posts.get(after, ("", ""))
    if role == "against" and party.case != "Dat":
        marker = ""  # «делегацияны қарсы алды» is a welcome
    if marker or role == "agent":
        party = replace(party, after=marker, agent=role == "agent")
    if party.case == "Gen":
        return replace(party, owned=_far(party, around, taken))
    if party.case == "Acc" and party.last < len(around.words) and around.words[party.last].upos == "VERB":
        return replace(party, verb=party.last)
    if party.case == "Nom" and not party.after and _object(around.words, party.last):
        return replace(party, attributive=True)
    free = party.last not in taken  # «Қазақстан Біріккен Ұлттар Ұйымына»: біріккен belongs to the next name
    verb = _relative(around.words, party.last) if party.case == "Nom" and not party.after and free else None
    if verb is not None:
        return replace(party, relative=verb, owned=_far(party, around, taken) if verb == party.last else None)
    if party.case == "Nom" and not party.after:
        owned = _near(party, around, taken, GAP if party.kind in (*OWNERS, "country") else 1)
        if party.kind in ("adjective", "people") and not party.plural:
            return replace(party, owned=owned or _modified(party, around, taken), attributive=True)
        return replace(party, owned=owned, attributive=owned is not None)
    return party


def _object(words: Sequence[Word], at: int) -> bool:
    """Whether a verbal noun in a case stands at `at`: a bare name before it is its object («одақ құруды ұсынды»)."""
    return at < len(words) and words[at].get("VerbForm") == "Vnoun" and words[at].get("Case") in ("Acc", "Dat", "Gen")


def _relative(words: Sequence[Word], at: int) -> int | None:
    """Where the participle stands whose subject a bare name before `at` is: there or behind its noun («қол қойған»)."""
    if _participle(words, at):
        return at
    noun = at + 1 < len(words) and words[at].upos == "NOUN" and words[at].get("Person[psor]") is None
    return at + 1 if noun and words[at].get("Case") == "Nom" and _participle(words, at + 1) else None


def _participle(words: Sequence[Word], at: int) -> bool:
    """Whether a participle stands at `at` that modifies what follows it."""
    if at + 1 >= len(words) or words[at].upos != "VERB":
        return False
    before_noun = words[at + 1].upos in ("NOUN", "ADJ", "PROPN", "NUM") or words[at + 1].form in "«“"
    if words[at].get("Voice") == "Pass":
        return False  # «Си Цзиньпин кеңейтілген құрамда келіссөз жүргізді»: what was widened is not he
    return words[at].get("VerbForm") == "Part" and words[at].get("Case") == "Nom" and before_noun


def _far(party: Party, around: Surroundings, taken: frozenset[int]) -> Owned | None:
    """The noun with -ы/-і/-сы/-сі that a genitive owns: the first behind it, dates and other parties passed over."""
    for k in range(party.last, min(party.last + _FAR, len(around.words))):
        word = around.words[k]
        if k in taken or word.form.lower() in around.posts:
            continue
        if word.upos == "PUNCT" and word.form not in MARKS:
            return None
        if word.get("Person[psor]") == "3" and word.upos in _NOUNS:
            return Owned(word.get("Case") or "Nom", word.lemma, k)
        if word.upos == "VERB" and word.get("VerbForm") in ("Fin", "Conv"):
            return None
    return None


def _near(party: Party, around: Surroundings, taken: frozenset[int], reach: int) -> Owned | None:
    """The noun that a bare name only modifies (АҚШ ұшақтары): close behind it, with nothing but attributes between."""
    for k in range(party.last, min(party.last + reach, len(around.words))):
        word = around.words[k]
        # «Сингапур еркін сауда аймағын құрды», «Кипр туризм саласындағы келісімге қол қойды»
        beyond = any(one.upos in ("ADV", "ADP") for one in word.analyses)
        if k in taken or word.upos not in (*_NOUNS, "NUM") or beyond or _oblique(word):
            return None
        if word.get("Person[psor]") == "3":
            return Owned(word.get("Case") or "Nom", word.lemma, k)
    return None


def _modified(party: Party, around: Surroundings, taken: frozenset[int]) -> Owned | None:
    """The noun that an adjective of a state stands before («израильдік дрондар», «қырғыз шекара қызметі»)."""
    found = None
    for k in range(party.last, min(party.last + _HEAD, len(around.words))):
        word = around.words[k]
        if k in taken or word.upos not in ("NOUN", "ADJ", "NUM"):
            break
        if word.upos == "NOUN" or word.get("Number") == "Plur":  # «әскерилер», «шенеуніктер»
            found = Owned(word.get("Case") or "Nom", word.lemma, k)
            if found.case != "Nom" or word.get("Number") == "Plur" or word.get("Person[psor]"):
                break
    return found


def _oblique(word: Word) -> bool:
    """Whether a noun stands in a case of its own, so that nothing before it modifies what is behind it."""
    return word.get("Case") not in (None, "Nom") and word.get("Person[psor]") is None and word.get("Attr") is None
