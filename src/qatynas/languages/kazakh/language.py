"""Kazakh behind the protocol of `languages.language`."""

from collections.abc import Iterator, Mapping, Sequence

from qatynas.documents.text import Text
from qatynas.facts.edtf import Edtf
from qatynas.languages.kazakh import dates as kazakh_dates
from qatynas.languages.kazakh import leaders as kazakh_leaders
from qatynas.languages.kazakh import light_verbs, restoration
from qatynas.languages.kazakh import names as kazakh_names
from qatynas.languages.kazakh import numbers as kazakh_numbers
from qatynas.languages.kazakh import repairs as kazakh_repairs
from qatynas.languages.kazakh import sentences as kazakh_sentences
from qatynas.languages.kazakh.gazetteer import usual_names
from qatynas.languages.kazakh.grammar import PACKAGE
from qatynas.languages.language import DateExpression, Name, Number, Realisation, Sentence, Tagged, Word
from qatynas.languages.lexicons import LEXICONS, lexicon
from qatynas.languages.realisations import Words, realisations
from qatynas.ontology.leaders import Post
from qatynas.ontology.lexicon import kept, loaded


class Kazakh:
    """The Kazakh language (`languages.language.Language`)."""

    code = "kk"
    home = "KAZ"

    def restore(self, text: Text) -> Text:
        """The text with its letters, spaces and punctuation repaired."""
        return restoration.restore(text)

    def repairs(self) -> Mapping[str, str]:
        """What was wrong where each rule of `restore` made a repair, in words."""
        return kazakh_repairs.repairs()

    def sentences(self, text: str) -> Iterator[Sentence]:
        """The sentences of a restored text, analysed."""
        return kazakh_sentences.sentences(text)

    def names(self, sentence: Sentence) -> Sequence[Name]:
        """Names and nouns that stand for actors."""
        return kazakh_names.names(sentence)

    def name_of(self, code: str) -> str:
        """The usual Kazakh name of a state or organisation."""
        return usual_names().get(code, code)

    def leaders(self, name: str) -> Sequence[str]:
        """Leaders whom a Kazakh name may mean."""
        return kazakh_leaders.persons(name)

    def leader_name(self, person: str) -> str:
        """The usual Kazakh name of a leader."""
        return next(iter(kazakh_leaders.spellings().get(person, ())), person)

    def leader_office(self, title: str, code: str | None) -> Post | None:
        """The office of the registry that a Kazakh title means."""
        return kazakh_leaders.post(title, code)

    def dates(self, sentence: Sentence, reference: Edtf | None, narrative: Edtf | None) -> Sequence[DateExpression]:
        """Dates in words."""
        return [
            date._replace(start=date.start + sentence.start, end=date.end + sentence.start)
            for date in kazakh_dates.dates(sentence.text, reference=reference, narrative=narrative)
        ]

    def numbers(self, sentence: Sentence) -> Sequence[Number]:
        """Numbers in words or digits."""
        return [
            number._replace(start=number.start + sentence.start, end=number.end + sentence.start)
            for number in kazakh_numbers.numbers(sentence.text)
        ]

    def compounds(self, words: Sequence[Word]) -> Iterator[light_verbs.Compound]:
        """Compounds with a light verb («қол қойды»), which need no reading of facts."""
        return light_verbs.compounds(words)

    def tagged(self, sentence: Sentence, names: Sequence[Name], dates: Sequence[DateExpression]) -> Sequence[Tagged]:
        """Names and expressions that the tagger finds."""
        from qatynas.languages.kazakh import tagger  # only who asks for mentions pays for the model

        return tagger.tagged(sentence, names, dates)

    def realisations(self) -> Sequence[Realisation]:
        """How Kazakh says the senses."""
        return _realisations()

    def lexicon(self, name: str) -> Sequence[tuple[str, ...]]:
        """Rows of `data/lexicon/<name>.tsv`."""
        return _lexicon(name)


@loaded
def _realisations() -> tuple[Realisation, ...]:
    postpositions = frozenset(marker for _, marker, _ in _lexicon("postpositions"))
    sets: dict[str, tuple[str, ...]] = {}
    for name, phrase in _lexicon("sets"):
        sets[name] = (*sets.get(name, ()), phrase)
    return tuple(realisations(PACKAGE, Words(postpositions, sets)))


@kept(len(LEXICONS))
def _lexicon(name: str) -> tuple[tuple[str, ...], ...]:
    return lexicon(PACKAGE, name)
