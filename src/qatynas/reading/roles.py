"""Who fills the roles of a frame: parties of the clause, by case, ownership and postposition."""

from collections.abc import Iterator, Mapping, Sequence

from qatynas.facts.actor import Actor
from qatynas.reading.frames import Hit
from qatynas.reading.party import Owned, Party
from qatynas.reading.scene import Scene

_PLACED = frozenset(("Dat", "Loc", "Abl", "Of+Loc"))
"""Markers by which a city that is no capital stands for its state: one goes there, meets there."""
_GOALS = frozenset(("Dat", "Abl", "Ins"))
"""Cases in which a place may follow a noun («сапары Ресейден басталды»)."""
_SUBJECTS = frozenset(("actor", "speaker", "what"))


def fill(scene: Scene, hit: Hit) -> dict[str, list[Party]]:
    """Parties of each role, in order of the sentence; a party fills one role only."""
    out: dict[str, list[Party]] = {}
    taken: set[int] = set()
    near = candidates(scene, hit)
    for role, markers in _voiced(hit).items():
        found = _owners(hit, near, taken) if role in _SUBJECTS else []
        found = found or _marked(hit, near, markers, taken)
        if not found:
            found = _marked(hit, earlier(scene, hit), [m for m in markers if m in _FAR], taken)
        if role in _SUBJECTS:
            found = _with_subject(scene, hit, near, found, taken)
        found = [p for p in found if p.relative in hit.words] or found
        taken.update(p.first for p in found)
        out[role] = found
    if "recipient" in out and not out["recipient"] and not hit.sense.mutual:
        out["recipient"] = _left(scene, hit, near, out["actor"], taken) or _shared(scene, hit, out["actor"], taken)
    return out


def _with_subject(scene: Scene, hit: Hit, near: Sequence[Party], found: list[Party], taken: set[int]) -> list[Party]:
    """Who fills the role of a subject, those too that no marker shows; nobody unknown where somebody known does."""
    known = [p for p in found if _is_known(p)]
    if not known and _of_other(scene, hit):
        return found
    role = hit.sense.kind != "milestone"
    if role and (not known or (hit.sense.mutual and all(p.case in _BESIDE for p in known))):
        known = [*loosely(scene, hit, near, taken | {p.first for p in known}), *known]
    if not known or (hit.sense.mutual and len(actors(known, scene)) < 2):
        known = [*known, *_subject(scene, hit, {p.first for p in known} | taken)]
    return known or found


_BESIDE = frozenset(("Ins", "Loc", "Acc"))
"""Cases of those with whom, where or to whom a mutual act is done, beside its subject."""


def _of_other(scene: Scene, hit: Hit) -> bool:
    """Whether a participle tells what its own noun did, who is no party («Суданнан келген босқындар»)."""
    analysis = hit.analysis
    part = analysis.get("VerbForm") == "Part" and analysis.get("Case") == "Nom" and analysis.get("Voice") != "Pass"
    noun = hit.last < len(scene.words) and scene.words[hit.last].upos == "NOUN"
    return part and noun and hit.sense.kind == "event" and not hit.sense.mutual


def _is_known(party: Party) -> bool:
    return bool(party.codes or party.pair or party.unnamed or party.person)


def _left(scene: Scene, hit: Hit, near: Sequence[Party], actor: Sequence[Party], taken: set[int]) -> list[Party]:
    """The other side of a directed act that no marker shows: the last state of the clause that has no part yet."""
    own = {code for p in actor for code in p.codes}
    if not own or hit.sense.kind != "event" or is_noun(hit):
        return []
    beside = ("Loc", "Ins") if hit.sense.mode == "visit" else ("Loc",)  # whom one travels with is no host
    others = [p for p in near if p.first not in taken and p.codes - own and p.after in _TOWARDS]
    others = [p for p in others if scene.words[p.last].get("VerbForm") != "Part" or p.last in hit.words]
    left = [
        p
        for p in others
        if p.kind in _OTHERS and p.case not in beside
        if (p.owned is None or p.owned.case not in ("Ins", "Loc")) and not (p.attributive and p.kind == "organisation")
    ]
    return left[-1:] or (others[-1:] if hit.sense.type in _WHERE else [])


_TOWARDS = frozenset(("", "алдында", "қарсы", "үшін", "үстінен"))
"""Postpositions behind the other side of an act; none, too."""
_WHERE = frozenset(("ASSAULT", "COERCE"))
"""Types of acts that are done to the state in which their object stands («Исфахандағы нысанды атқылады»)."""


def _shared(scene: Scene, hit: Hit, actor: Sequence[Party], taken: set[int]) -> list[Party]:
    """The other side of the act before, where both acts have one subject («Х Y-ті айыптап, елшісін шығарды»)."""
    clause = scene.clause_of(hit.last - 1)
    if not actor or any(p.first >= clause.first for p in actor) or is_noun(hit):
        return []
    own = {code for p in actor for code in p.codes}
    before = max((c for c in scene.clauses if c.last <= clause.first), default=None)
    told = [
        p
        for p in scene.parties
        if before and before.first <= p.first < before.last and p.first not in taken and p.codes - own
        if p.kind in _OTHERS and (p.case in _TOUCHED or (p.owned and p.owned.case in _TOUCHED))
    ]
    return told[-1:]


_TOUCHED = frozenset(("Acc", "Dat", "Ins", "Abl"))
_OTHERS = frozenset(("state", "organisation", "adjective", "people", "person", "office", "body"))


_PASSIVE: Mapping[str, str] = {"Acc": "Nom", "Of+Acc": "Of+Nom"}
"""What is done to somebody is the subject of a passive verb."""


def _voiced(hit: Hit) -> Mapping[str, tuple[str, ...]]:
    """Markers of the roles as the verb's voice has them: «... тарапынан айыпталды» for «... айыптады»."""
    roles = hit.realisation.roles
    if hit.sense.mutual or hit.sense.kind != "event" or hit.analysis.get("Voice") != "Pass":
        return roles
    done = {
        role: tuple(sorted((_PASSIVE.get(m, m) for m in markers), key="Of+Nom".__eq__))
        for role, markers in roles.items()
        if role != "actor"
    }
    doers = tuple(m for m in roles.get("actor", ()) if m != "Nom" or "Nom" not in done.get("recipient", ()))
    return {"actor": (*_AGENTS, *doers), **done}


_AGENTS = ("тарапынан",)
"""Markers of whoever does what a passive verb tells."""


def _owners(hit: Hit, near: Sequence[Party], taken: set[int]) -> list[Party]:
    """Whoever owns a verbal noun is its subject, before that of the main verb («Қазақстанның кіруін қолдады»)."""
    if hit.analysis.get("VerbForm") != "Vnoun" or hit.sense.mutual:
        return []
    return [p for p in near if p.first not in taken and p.owned and p.owned.word == hit.last - 1 and p.codes]


def _marked(hit: Hit, parties: Sequence[Party], markers: Sequence[str], taken: set[int]) -> list[Party]:
    out: list[Party] = []
    for marker in markers:
        found = [p for p in parties if p.first not in taken and p not in out and fits(p, marker, hit)]
        if marker == "Nom" and _subordinate(hit):
            found = beside(found)  # what stands further away is the subject of the verb that closes the clause
        out += found
        told = [p for p in out if p.codes or p.pair or p.unnamed]
        if told and not hit.sense.mutual and hit.sense.kind != "statement":
            return told
    return sorted(out, key=lambda p: p.first)


def _subordinate(hit: Hit) -> bool:
    """Whether a directed act stands in a clause of its own within another's («Ирак басып кіргеннен кейін»)."""
    directed = hit.sense.kind == "event" and not hit.sense.mutual
    return directed and hit.analysis.get("VerbForm") in ("Part", "Vnoun")


_FAR = frozenset(("Acc", "Ins", "Abl"))
"""Cases by which a party of an earlier clause may belong to the verb that closes the sentence."""


def earlier(scene: Scene, hit: Hit) -> list[Party]:
    """Parties of the clauses before the trigger's."""
    clause = scene.clause_of(hit.last - 1)
    return [p for p in scene.parties if p.last <= clause.first and p.first not in scene.titles]


def loosely(scene: Scene, hit: Hit, near: Sequence[Party], taken: set[int]) -> list[Party]:
    """Where no subject stands: a state that the words right behind it could own («Тәжікстан шекара сызығын белгіледі»).

    With those that are joined to it. A bare name before a noun that closes the subject («Түркия парламенті») acts too.
    """
    bare = [p for p in near if p.first not in taken and _stands_for(p)]
    owners = [p for p in bare if p.owned and p.owned.word < hit.last - 1 and _case(scene, p.owned) in _HIDING]
    first = next((p for p in owners if p.owned and p.owned.case == "Nom"), owners[0] if owners else None)
    if first is None or first.owned is None:
        return _shared_noun(hit, bare)
    return [p for p in bare if p.owned == first.owned]


def _shared_noun(hit: Hit, bare: Sequence[Party]) -> list[Party]:
    """Those of a mutual act who stand together before one noun in any case («А мен Б шекарасында қақтығыс болды»)."""
    first = next((p for p in bare if p.owned and p.owned.word < hit.last - 1), None)
    joined = [p for p in bare if first and p.owned == first.owned]
    return joined if hit.sense.mutual and len(joined) > 1 else []


def _case(scene: Scene, owned: Owned) -> str:
    """The case of a noun, of one in the genitive that of what it owns in its turn («қаржысының көп бөлігін»)."""
    if owned.case != "Gen":
        return owned.case
    behind = scene.words[owned.word + 1 : owned.word + 4]
    return next((word.get("Case") or "Nom" for word in behind if word.get("Person[psor]") == "3"), "Gen")


_HIDING = frozenset(("Nom", "Acc", "Dat", "Ins"))
"""Cases of a noun behind a bare name that may hide that the name is the subject."""


def _stands_for(party: Party) -> bool:
    """Whether a bare name before a noun can act through it: a state, or what tells whose the subject is."""
    if party.kind in ("adjective", "people") or party.case == "Gen":
        return party.owned is not None and party.owned.case == "Nom" and bool(party.codes)
    if party.kind == "organisation":
        return party.attributive and party.owned is not None and party.owned.case == "Nom"
    return party.case == "Nom" and party.attributive and party.kind in ("state", "pair")


def _subject(scene: Scene, hit: Hit, taken: set[int]) -> list[Party]:
    """The subject of the sentence, shared by the clause of a trigger that has none of its own.

    The nearest bare party before it; behind it where the trigger is a noun («кездесу кезінде ... Назарбаев деді»).
    """
    bare = [
        p
        for p in scene.parties
        if p.first not in taken and p.first not in scene.titles and fits(p, "Nom", hit) and not p.unnamed
    ]
    clause = scene.clause_of(hit.last - 1)
    before = [p for p in bare if p.last <= clause.first]
    behind = [p for p in bare if p.first >= hit.last and p.kind in ("person", "office")] if is_noun(hit) else []
    # «Қытай халқын құттықтап» names whose people; in «Ташкент Роғұн бөгетінің құрылысына» the state may stand alone.
    far = [p for p in scene.parties if p.last <= clause.first and p.kind == "state" and _apart(p)]
    hidden = loosely(scene, hit, far, taken)
    return beside(before) or behind[:1] or ([] if is_noun(hit) else hidden)


def _apart(party: Party) -> bool:
    """Whether other words stand between a bare name and what it may own."""
    return party.case == "Nom" and party.owned is not None and party.owned.word > party.last


def beside(parties: Sequence[Party]) -> list[Party]:
    """The last of the parties, with those that stand right before it («А, Б мен В»)."""
    out = list(parties[-1:])
    for party in reversed(parties[:-1]):
        if out[0].first - party.last != 1:
            break
        out.insert(0, party)
    return out


def is_noun(hit: Hit) -> bool:
    """Whether the act is told by a noun: «сапары», «кездесуі»."""
    return hit.analysis.upos == "NOUN" or hit.analysis.get("VerbForm") == "Vnoun"


def fits(party: Party, marker: str, hit: Hit) -> bool:
    """Whether a party stands as the marker says; a genitive that owns another noun than the act does not."""
    if party.kind == "place" and marker not in _PLACED:
        return False
    if marker.startswith("Of+"):
        return party.owned is not None and party.owned.case == marker[3:]
    if party.agent and marker == "Nom":
        return True
    if party.after:
        return party.after == marker
    if marker == "Gen":
        return _genitive(party, hit)
    if marker == "Nom":
        if _is_head(party, hit):
            return True
        bare = party.case == "Nom" and not party.attributive and party.relative in (None, *hit.words)
        # What is told by a noun or a participle may have its subject in the genitive: «Қытайдың үзуі».
        owner = party.case == "Gen" and (party.owned is None or party.owned.word >= hit.last - 1)
        return bare or (owner and hit.analysis.get("VerbForm") in ("Vnoun", "Part"))
    return party.case == marker and not party.attributive and party.verb in (None, *hit.words)


def _is_head(party: Party, hit: Hit) -> bool:
    """Whether a participle right before a name tells what that one did, in whatever case («барған Назарбаевты»)."""
    return hit.analysis.get("VerbForm") == "Part" and hit.analysis.get("Case") == "Nom" and party.first == hit.last


def candidates(scene: Scene, hit: Hit) -> list[Party]:
    """Parties of the trigger's clause: those before it, and the head of its relative clause right behind it."""
    clause = scene.clause_of(hit.last - 1)
    out = [p for p in scene.parties if clause.first <= p.first < hit.last - 1 and p.first not in scene.titles]
    if hit.sense.kind == "statement":
        verb = hit.analysis.upos == "VERB"
        out += [p for p in scene.parties if verb and p.first >= hit.last and p.case == "Nom"]  # «...», – деді Президент
    elif is_noun(hit) and hit.sense.mode == "visit":
        out += [p for p in scene.parties if hit.last <= p.first < clause.last and p.case in _GOALS]
    if hit.analysis.get("VerbForm") == "Part" and hit.analysis.get("Case") == "Nom":
        out += _behind(scene, hit.last, clause.last)
    return out


def _behind(scene: Scene, first: int, last: int) -> list[Party]:
    """Parties right behind a participle: its head, or those that the head's phrase begins with."""
    out: list[Party] = []
    for party in scene.parties:
        near = first <= party.first <= first + 1 and party.last <= last
        if near and not any(word.upos == "NOUN" for word in scene.words[first : party.first]):
            out.append(party)
            first = party.last
    return out


def _genitive(party: Party, hit: Hit) -> bool:
    """Whether a party owns the act; a finite verb is owned by nobody, but a noun of its idiom may be."""
    if party.owned is not None and party.owned.word in hit.words:
        return True
    finite = hit.analysis.get("VerbForm") in ("Fin", "Conv")
    return not finite and (party.case == "Gen" or party.attributive) and _of_act(party, hit)


def _of_act(party: Party, hit: Hit) -> bool:
    """Whether what the party owns is the act: a word of the trigger, or nothing nearer."""
    return party.owned is None or party.owned.word in hit.words or party.owned.word >= hit.last - 1


def actors(parties: Sequence[Party], scene: Scene) -> tuple[Actor, ...]:
    """The actors of parties, each once; «екі ел» are the two sides of the relation at hand."""
    seen: dict[tuple[str, str], Actor] = {}
    for actor in _all(parties, scene):
        seen.setdefault((actor.code or "", "" if actor.code else actor.name), actor)
    return tuple(seen.values())


def _all(parties: Sequence[Party], scene: Scene) -> Iterator[Actor]:
    for party in parties:
        yield from scene.pair if party.pair else party.actors
