"""From JSON to a definition. Everything that is wrong is said at once, in French, to whoever writes the form."""

import re
from collections.abc import Mapping
from typing import Any

from services.eservices.definition.condition_reader import ConditionReader
from services.eservices.definition.errors import DefinitionError, Faults
from services.eservices.definition.kinds import COLUMN_KINDS, MEANINGS, TEXT, Kind
from services.eservices.definition.model import Definition, Option, Question, Step, Text

_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
_STEP_KEY = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
RESERVED_STEPS = frozenset({"commencer", "plus-tard", "verifier"})
"""Addresses that the portal itself answers beside those of the steps."""
LONGEST_TEXT = 20_000
_COMMON = {"kind", "key", "label", "help", "required", "show_when"}
_OWN: dict[Kind, set[str]] = {
    Kind.SHORT_TEXT: {"longest", "meaning"},
    Kind.LONG_TEXT: {"longest"},
    Kind.CHOICE: {"options"},
    Kind.CHOICES: {"options"},
    Kind.DATE: {"when", "meaning"},
    Kind.ADDRESS: {"meaning"},
    Kind.EMAIL: {"meaning"},
    Kind.PHONE: {"meaning"},
    Kind.NUMBER: {"minimum", "maximum", "whole"},
    Kind.FILES: {"most"},
    Kind.TABLE: {"columns", "line", "add", "least", "most"},
    Kind.STATEMENT: set(),
    Kind.SLOT: set(),
}
_LONGEST = {Kind.LONG_TEXT: 5000}


def parse(data: Any) -> Definition:
    """The definition that some JSON describes. Raises DefinitionError, with every fault."""
    faults = Faults()
    reader = _Reader(faults)
    definition = reader.definition(data)
    if faults.found:
        raise DefinitionError(faults.found)
    return definition


class _Reader:
    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self.conditions = ConditionReader(faults)
        self.keys: set[str] = set()
        self.step_keys: set[str] = set()

    def definition(self, data: Any) -> Definition:
        steps = data.get("steps") if isinstance(data, Mapping) else None
        if not isinstance(steps, list) or not steps:
            self.faults.say("le formulaire", "n’a pas d’étape")
            return Definition(())
        self.conditions.all_keys = {
            item["key"]
            for step in steps
            if isinstance(step, Mapping)
            for item in _list(step.get("items"))
            if isinstance(item, Mapping) and isinstance(item.get("key"), str)
        }
        definition = Definition(tuple(self._step(rank, step) for rank, step in enumerate(steps, 1)))
        questions = list(definition.questions())
        for of_what, count in (
            ("créneau", sum(question.kind == Kind.SLOT for question in questions)),
            ("adresse électronique du demandeur", sum(question.meaning == "email" for question in questions)),
        ):
            if count > 1:
                self.faults.say("le formulaire", f"demande plus d’une fois\u00a0: {of_what}")
        return definition

    def _step(self, rank: int, data: Any) -> Step:
        where = f"l’étape {rank}"
        if not isinstance(data, Mapping):
            self.faults.say(where, "n’est pas un objet")
            return Step("", "", ())
        self._known(where, data, {"key", "title", "items", "show_when"})
        title = self._text(where, data, "title", "son titre est vide")
        key = data.get("key")
        if not isinstance(key, str) or not _STEP_KEY.fullmatch(key):
            self.faults.say(where, "sa clé est faite de minuscules, de chiffres et de traits d’union")
            key = ""
        elif key in RESERVED_STEPS:
            self.faults.say(where, f"la clé «\u00a0{key}\u00a0» est réservée")
        elif key in self.step_keys:
            self.faults.say(where, f"la clé «\u00a0{key}\u00a0» sert deux fois")
        self.step_keys.add(key)
        condition = self.conditions.read(where, data.get("show_when"))
        items = _list(data.get("items"))
        if not any(isinstance(item, Mapping) and item.get("kind") != TEXT for item in items):
            self.faults.say(where, "ne pose aucune question")
        read = tuple(self._item(f"{where}, élément {place}", item) for place, item in enumerate(items, 1))
        return Step(key, title, read, condition)

    def _item(self, where: str, data: Any) -> Question | Text:
        if not isinstance(data, Mapping):
            self.faults.say(where, "n’est pas un objet")
            return Text("")
        if data.get("kind") == TEXT:
            self._known(where, data, {"kind", "text", "show_when"})
            text = self._text(where, data, "text", "son texte est vide")
            return Text(text, self.conditions.read(where, data.get("show_when")))
        question = self._question(where, data, within_table=False)
        self.conditions.may_look_at(question)
        return question

    def _question(self, where: str, data: Mapping, *, within_table: bool) -> Question:
        key = self._key(where, data)
        where = f"la question «\u00a0{key}\u00a0»" if key else where
        try:
            kind = Kind(data.get("kind"))
        except ValueError:
            self.faults.say(where, f"le genre «\u00a0{data.get('kind')}\u00a0» n’existe pas")
            return Question(key, Kind.SHORT_TEXT, "")
        if within_table and kind not in COLUMN_KINDS:
            self.faults.say(where, f"le genre «\u00a0{kind}\u00a0» ne tient pas dans une ligne de tableau")
        self._known(where, data, _COMMON | _OWN[kind] if not within_table else (_COMMON | _OWN[kind]) - {"show_when"})
        return Question(
            key=key,
            kind=kind,
            label=self._text(where, data, "label", "son intitulé est vide"),
            help=self._optional_text(where, data, "help"),
            required=self._flag(where, data, "required", True),
            meaning=self._meaning(where, kind, data),
            condition=None if within_table else self.conditions.read(where, data.get("show_when"), of=key),
            options=self._options(where, data) if "options" in _OWN[kind] else (),
            columns=self._columns(where, data) if kind == Kind.TABLE else (),
            line=self._text(where, data, "line", "dites comment s’appelle une ligne") if kind == Kind.TABLE else "",
            add=self._optional_text(where, data, "add") or "Ajouter une ligne",
            when=self._when(where, data),
            whole=self._flag(where, data, "whole", True),
            **self._bounds(where, kind, data),
        )

    def _key(self, where: str, data: Mapping) -> str:
        key = data.get("key")
        if not isinstance(key, str) or not _KEY.fullmatch(key):
            self.faults.say(where, "sa clé est faite de minuscules, de chiffres et de tirets bas, 40 au plus")
            return ""
        if key in self.keys:
            self.faults.say(where, f"la clé «\u00a0{key}\u00a0» sert deux fois")
        self.keys.add(key)
        return key

    def _options(self, where: str, data: Mapping) -> tuple[Option, ...]:
        options = []
        for option in _list(data.get("options")):
            value, label = (option.get("value"), option.get("label")) if isinstance(option, Mapping) else (None, None)
            if not isinstance(value, str) or not value.strip() or value != value.strip() or len(value) > 100:
                self.faults.say(where, "une de ses réponses n’a pas de valeur")
            elif not isinstance(label, str) or not label.strip():
                self.faults.say(where, f"la réponse «\u00a0{value}\u00a0» n’a pas d’intitulé")
            elif value in {known.value for known in options}:
                self.faults.say(where, f"la réponse «\u00a0{value}\u00a0» y est deux fois")
            else:
                options.append(Option(value, label.strip()))
        if len(options) < 2:
            self.faults.say(where, "propose moins de deux réponses")
        return tuple(options)

    def _columns(self, where: str, data: Mapping) -> tuple[Question, ...]:
        columns = _list(data.get("columns"))
        if not columns:
            self.faults.say(where, "n’a pas de colonne")
        read = []
        outer, self.keys = self.keys, set()
        for place, column in enumerate(columns, 1):
            if isinstance(column, Mapping):
                read.append(self._question(f"{where}, colonne {place}", column, within_table=True))
            else:
                self.faults.say(where, f"sa colonne {place} n’est pas un objet")
        self.keys = outer
        return tuple(read)

    def _meaning(self, where: str, kind: Kind, data: Mapping) -> str:
        meaning = data.get("meaning", "")
        if meaning and (not isinstance(meaning, str) or meaning not in MEANINGS.get(kind, ())):
            self.faults.say(where, f"le sens «\u00a0{meaning}\u00a0» n’est pas de ceux de ce genre de question")
            return ""
        return meaning or ""

    def _when(self, where: str, data: Mapping) -> str:
        when = data.get("when", "")
        if when not in ("", "past", "future"):
            self.faults.say(where, "«\u00a0when\u00a0» vaut «\u00a0past\u00a0» ou «\u00a0future\u00a0»")
            return ""
        return when

    def _bounds(self, where: str, kind: Kind, data: Mapping) -> dict[str, int | None]:
        bounds: dict[str, int | None] = {"longest": _LONGEST.get(kind, 200), "least": 0, "most": 3}
        bounds |= {"minimum": None, "maximum": None}
        highest = {"longest": LONGEST_TEXT, "least": 20, "most": 20}
        for name in bounds:
            value = data.get(name)
            if value is None:
                continue
            if not isinstance(value, int) or isinstance(value, bool) or abs(value) > 10**9:
                self.faults.say(where, f"«\u00a0{name}\u00a0» n’est pas un nombre entier")
            elif name in highest and not (0 if name == "least" else 1) <= value <= highest[name]:
                self.faults.say(where, f"«\u00a0{name}\u00a0» va jusqu’à {highest[name]}")
            else:
                bounds[name] = value
        if bounds["least"] > bounds["most"]:
            self.faults.say(where, "demande plus de lignes qu’elle n’en permet")
        if None not in (bounds["minimum"], bounds["maximum"]) and bounds["minimum"] > bounds["maximum"]:
            self.faults.say(where, "son minimum dépasse son maximum")
        return bounds

    def _text(self, where: str, data: Mapping, name: str, empty: str) -> str:
        text = self._optional_text(where, data, name)
        if not text:
            self.faults.say(where, empty)
        return text

    def _optional_text(self, where: str, data: Mapping, name: str) -> str:
        text = data.get(name, "")
        if not isinstance(text, str) or len(text) > LONGEST_TEXT:
            self.faults.say(where, f"«\u00a0{name}\u00a0» n’est pas un texte")
            return ""
        return text.strip()

    def _flag(self, where: str, data: Mapping, name: str, default: bool) -> bool:
        value = data.get(name, default)
        if not isinstance(value, bool):
            self.faults.say(where, f"«\u00a0{name}\u00a0» vaut vrai ou faux")
            return default
        return value

    def _known(self, where: str, data: Mapping, known: set[str]) -> None:
        for name in data:
            if name not in known:
                self.faults.say(where, f"«\u00a0{name}\u00a0» n’y a pas de sens")


def _list(value: Any) -> list:
    return value if isinstance(value, list) else []
