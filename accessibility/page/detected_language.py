"""The language in which a text is written, when there is no doubt.

The library gives the logarithm of the likelihood of a text in each of 140 languages. Two languages are compared by
the difference, in nats. Where manuals in eleven languages showed another of those below to lead by more than 35, the
text was code, or was not in the language of the manual. What the rules call certain starts well above. Languages
that the library confuses with code, names or one another are left out, and so are short texts.
"""

from functools import cache, lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from accessibility.page.text import words

_TOLD_APART = frozenset("ar cs da de el en es fi fr hu it ja ko nl pl pt ro ru sv tr uk vi zh".split())
_FEWEST_WORDS = 5
_SHARE_OF_LETTERS = 0.75
_FEWEST_WORDS_OF_A_DOUBT = 3
_DOUBTFUL = 10.0


def lead_over(declared: str, text: str) -> float:
    """By how much the likeliest language leads the declared one, in nats; 0 where nothing can be said of the text.

    `declared`: a main subtag such as `fr`. A text whose likeliest language is not one that can be told apart for
    certain says nothing, nor does one in a declared language that is not.
    """
    if declared not in _TOLD_APART or not is_prose(text):
        return 0.0
    return _lead(declared, text)


def margin_of(declared: str, text: str) -> float:
    """By how much the declared language leads the likeliest of the others that can be told apart, in nats.

    0 unless it is the likeliest of all, and wherever nothing can be said of the text.
    """
    if declared not in _TOLD_APART or not is_prose(text):
        return 0.0
    likeliest, scores = _scores(text)
    if likeliest != declared:
        return 0.0
    return scores[declared] - max(score for code, score in scores.items() if code != declared)


def lead_of_few_words(declared: str, text: str) -> float:
    """As `lead_over`, for a text of any length: a reason to ask a person, never a proof."""
    if declared not in _TOLD_APART:
        return 0.0
    return _lead(declared, text)


def may_be_in(declared: str, text: str) -> bool:
    """A few words or more that the declared language may well be that of: it leads, or another does by little."""
    enough = len(words(text)) >= _FEWEST_WORDS_OF_A_DOUBT
    return enough and (language_of(text) == declared or 0 < lead_over(declared, text) < _DOUBTFUL)


def language_of(text: str) -> str:
    """The main subtag of the likeliest language of a text."""
    return _scores(text)[0]


@lru_cache(maxsize=1024)
def is_prose(text: str) -> bool:
    """Words rather than figures, signs or code: enough of them, and mostly letters."""
    letters = letters_in(text)
    dense = len(text) - sum(map(str.isspace, text))
    spelled = [word for word in words(text) if word.isalpha()]
    return len(spelled) >= _FEWEST_WORDS and letters >= _SHARE_OF_LETTERS * dense


def letters_in(text: str) -> int:
    """How many letters a text has."""
    return sum(map(str.isalpha, text))


def warm_up() -> None:
    """Load the model, which takes about a second."""
    _identifier()


def _lead(declared: str, text: str) -> float:
    likeliest, scores = _scores(text)
    return scores[likeliest] - scores[declared] if likeliest in _TOLD_APART else 0.0


@lru_cache(maxsize=1024)
def _scores(text: str) -> tuple[str, dict[str, float]]:
    """The likeliest language of a text, and the logarithm of the likelihood of each that can be told apart.

    Several rules ask of the same passage.
    """
    ranked = _identifier().rank(text)
    return ranked[0][0], {code: score for code, score in ranked if code in _TOLD_APART}


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE)
