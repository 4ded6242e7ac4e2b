"""Why a trigger whose words are all there did not fire, in words for whoever writes realisations."""

from qatynas.reading.frames import Hit, Obstacle
from qatynas.reading.scene import Scene


def told(scene: Scene, hit: Hit, obstacle: Obstacle) -> str:
    """The reason, with the words of the sentence or of the realisation that make it."""
    word = scene.words[hit.last - 1].form
    match obstacle:
        case "forms":
            return f"forms: «{word}» ({_features(hit)}) is none of: {', '.join(hit.realisation.forms)}"
        case "helps":
            return f"«{word}» only helps the verb before it"
        case "near":
            return f"near: none of these stands in the clause: {', '.join(hit.realisation.near)}"
        case "negative":
            return f"«{word}» is negated, and forms does not name `negative`"
        case "without":
            return f"without: «{_unwanted(scene, hit)}» stands in the clause"
        case "position":
            return f"forms: `predicate`, and «{word}» does not close its clause"
        case "longer":
            return f"fired on the same words: {_instead(scene, hit)}"
    return "its words stand within a title, a date or a name"


def _features(hit: Hit) -> str:
    one = hit.analysis
    return " ".join([one.upos, *(f"{name}={value}" for name, value in one.features.items())])


def _unwanted(scene: Scene, hit: Hit) -> str:
    clause = scene.clause_of(hit.last - 1)
    wrong = set(hit.realisation.without)
    told = [
        w.form for w in scene.words[clause.first : clause.last] if any(w.has(x) or w.form.lower() == x for x in wrong)
    ]
    return ", ".join(dict.fromkeys(told))


def _instead(scene: Scene, hit: Hit) -> str:
    """The rules that fired on words of a trigger."""
    rules = [other.realisation.rule for other in scene.hits if set(other.words) & set(hit.words)]
    return ", ".join(dict.fromkeys(rules)) or "a longer trigger"
