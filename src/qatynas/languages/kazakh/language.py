"""Kazakh behind the protocol of `languages.language`."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from qatynas.documents.text import Text
from qatynas.facts.edtf import Edtf
from qatynas.languages.kazakh import dates as kazakh_dates
from qatynas.languages.kazakh import names as kazakh_names
from qatynas.languages.kazakh import numerals, restoration
from qatynas.languages.kazakh import sentences as kazakh_sentences
from qatynas.languages.kazakh.gazetteer import usual_names
from qatynas.languages.kazakh.grammar import PACKAGE
from qatynas.languages.language import DateExpression, Name, Number, Realisation, Sentence, Tagged
from qatynas.languages.lexicons import LEXICONS, lexicon
from qatynas.languages.realisations import realisations


class Kazakh:
    """The Kazakh language (`languages.language.Language`)."""

    code = "kk"
    home = "KAZ"

    def restore(self, text: Text) -> Text:
        """The text with its letters, spaces and punctuation repaired."""
        return restoration.restore(text)

    def sentences(self, text: str) -> Iterator[Sentence]:
        """The sentences of a restored text, analysed."""
        return kazakh_sentences.sentences(text)

    def names(self, sentence: Sentence) -> Sequence[Name]:
        """Names and nouns that stand for actors."""
        return kazakh_names.names(sentence)

    def name_of(self, code: str) -> str:
        """The usual Kazakh name of a state or organisation."""
        return usual_names().get(code, code)

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
            for number in numerals.numbers(sentence.text)
        ]

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


@lru_cache(maxsize=1)
def _realisations() -> tuple[Realisation, ...]:
    return tuple(realisations(PACKAGE, frozenset(marker for _, marker, _ in _lexicon("postpositions"))))


@lru_cache(maxsize=len(LEXICONS))
def _lexicon(name: str) -> tuple[tuple[str, ...], ...]:
    return lexicon(PACKAGE, name)
