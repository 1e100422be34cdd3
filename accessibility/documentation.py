"""Writes the documents that the rules themselves hold: what is done of each test, and a page for each rule.

`python -m accessibility.documentation FIXTURES FOLDER` writes `couverture-rgaa.md` and `regles/<rule>.md` in FOLDER.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from pathlib import Path

from accessibility import axe, rgaa
from accessibility.browser import Browser
from accessibility.coverage import Coverage, Method, coverage
from accessibility.page.model import Node, Page
from accessibility.page.static import page_from_source
from accessibility.rules import Rule, all_rules
from accessibility.several_pages import SeveralPagesRule, all_several_pages_rules
from accessibility.several_pages.site_file import SUFFIX, read_site, site_of

_FROM_RULE_TO_FIXTURES = "../../tests/accessibility/rules/fixtures"
_HEAD = ("| test | méthode | échec | vérification | non applicable |", "|---|---|---|---|---|")
_OVER_PAGES = all_several_pages_rules()
_REFERENCE = rgaa.load(rgaa.OF_THE_RULES)
_UNTOLD = "Le texte dépend de l’élément trouvé."


def documents(fixtures: Path, tests_of_axe: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """By path in the folder of documents, the text of each. `fixtures`: a folder of pages for each rule."""
    covered = coverage(tests_of_axe)
    pages = {f"regles/{rule.id}.md": rule_page(rule, fixtures / rule.id) for rule in all_rules()}
    pages |= {f"regles/{rule.id}.md": several_pages_rule_page(rule, fixtures / rule.id) for rule in _OVER_PAGES}
    return {"couverture-rgaa.md": coverage_page(covered)} | pages


def coverage_page(covered: Mapping[str, Coverage]) -> str:
    """The table of the 258 tests, with its sums, in French."""
    failing = [done for done in covered.values() if done.failing]
    methods = Counter(done.method for done in covered.values())
    absences = sum(done.absence for done in covered.values())
    asking = sum(bool(done.asking) for done in covered.values())
    lines = [
        "# Ce que le moteur fait de chaque test du RGAA",
        "",
        f"Version {_REFERENCE.version} du référentiel. Ce document est produit à partir des règles (`make docs`), "
        "jamais écrit à la main.",
        "",
        f"- Échecs certains\u00a0: {len(failing)} tests sur {len(covered)}, "
        f"{len({done.test.criterion_id for done in failing})} critères sur {len(_REFERENCE.criteria)}.",
        f"- Test décidé entièrement, conformité comprise\u00a0: {methods[Method.DECIDED]}.",
        f"- Non-applicabilité prouvée quand le sujet du test est absent\u00a0: {absences}.",
        f"- Éléments remis à une personne, avec de quoi juger\u00a0: {asking}.",
        "",
        "| méthode | tests |",
        "|---|---|",
        *(f"| {method} | {methods[method]} |" for method in Method),
        "",
        "Un échec n’est déclaré que s’il est certain ; tout le reste revient à une personne. « Échecs seulement » veut "
        "dire que l’absence de défaut trouvé ne prouve pas la conformité. Les tests qui comparent plusieurs pages ne "
        "disent rien d’une page seule\u00a0: un audit les applique à la fin, quand toutes les pages sont jugées.",
    ]
    for topic in _REFERENCE.topics:
        lines += [
            "",
            f"## {topic.number}. {topic.title}",
            "",
            "| test | méthode | échec | vérification | non applicable |",
        ]
        lines.append("|---|---|---|---|---|")
        for criterion in topic.criteria:
            lines += [_row(covered[test.id]) for test in criterion.tests]
    return "\n".join(lines) + "\n"


def rule_page(rule: Rule, fixtures: Path) -> str:
    """One rule: what it says of which tests, its sentences, its reasoning and its pages, in French."""
    found = _example(rule, fixtures)
    lines = [
        *_heading(rule, rule.decides),
        *([f"- Règles ACT du W3C\u00a0: {', '.join(rule.act)}"] if rule.act else []),
        *(["- Demande une page affichée par un navigateur."] if rule.needs_rendering or rule.reads else []),
        *_tests(rule),
        "## Constat",
        "",
        _said(rule.message if rule.decides or rule.fails else rule.review_message or rule.message, found),
        *(["", _said(rule.review_message, found)] if rule.review_message and (rule.decides or rule.fails) else []),
        "",
        "## Remède",
        "",
        _said(rule.fix, found),
        *_reasoning(f"accessibility.rules.{rule.id}"),
        *_fixtures(fixtures, "Pages d’essai", "*.html"),
    ]
    return "\n".join(lines) + "\n"


def several_pages_rule_page(rule: SeveralPagesRule, fixtures: Path) -> str:
    """One rule that compares pages, in the same form."""
    lines = [
        *_heading(rule),
        "- Compare les pages d’un audit, à la fin.",
        *_tests(rule),
        "## Constat",
        "",
        *(f"Par exemple\u00a0: {message}" for message in _remarks(rule, fixtures)),
        "",
        "## Remède",
        "",
        rule.fix,
        *_reasoning(f"accessibility.several_pages.{rule.id}"),
        *_fixtures(fixtures, "Sites d’essai", f"*{SUFFIX}"),
    ]
    return "\n".join(lines) + "\n"


def _heading(rule: Rule | SeveralPagesRule, decides: tuple[str, ...] = ()) -> list[str]:
    wcag = _REFERENCE.wcag_of(rule.tests)
    kinds = (
        ("Décide entièrement", decides),
        ("Déclare des échecs", rule.fails),
        ("Remet des éléments à une personne", rule.asks),
    )
    return [
        f"# {rule.id}",
        "",
        *(f"- {label}\u00a0: {', '.join(numbers)}" for label, numbers in kinds if numbers),
        f"- WCAG\u00a0: {', '.join(wcag)}\u00a0; EN 301 549\u00a0: {', '.join(rgaa.en301549_of(wcag))}",
    ]


def _tests(rule: Rule | SeveralPagesRule) -> list[str]:
    tests = [_REFERENCE.tests[number] for number in rule.tests]
    return ["", "## Tests", "", *(f"- [{test.id}]({test.url}) {test.title}" for test in tests), ""]


def _reasoning(module: str) -> list[str]:
    return ["", "## Raisonnement (en anglais)", "", (import_module(module).__doc__ or "").strip(), ""]


def _fixtures(folder: Path, title: str, pattern: str) -> list[str]:
    files = (f"- [{file.stem}]({_FROM_RULE_TO_FIXTURES}/{folder.name}/{file.name})" for file in folder.glob(pattern))
    return [f"## {title}", "", *sorted(files)]


def _remarks(rule: SeveralPagesRule, fixtures: Path) -> list[str]:
    """What the rule says of the first of its own sites where it says something."""
    for file in sorted(fixtures.glob(f"failed*{SUFFIX}")) + sorted(fixtures.glob(f"cantTell*{SUFFIX}")):
        if said := [remark.message for _, remark in rule.look(site_of(read_site(file))) if remark is not None]:
            return said[:1]
    return []


def _row(done: Coverage) -> str:
    cells = (
        f"[{done.test.id}]({done.test.url}) {done.test.title}",
        done.method,
        _links(done.failing),
        _links(done.asking),
    )
    return f"| {' | '.join(cells)} | {'oui' if done.absence else ''} |"


def _links(rules: Iterable[str]) -> str:
    return ", ".join(rule if rule.startswith("axe-") else f"[{rule}](regles/{rule}.md)" for rule in rules)


def _example(rule: Rule, fixtures: Path) -> tuple[Node, Page] | None:
    """An element of its own pages that the rule speaks of, where the source alone shows one."""
    for file in sorted(fixtures.glob("failed*.html")) + sorted(fixtures.glob("cantTell*.html")):
        page = page_from_source(file.read_text(encoding="utf-8"), "https://exemple.fr/")
        if rule.can_judge(page) and (found := rule.apply(page).findings):
            return found[0].node, page
    return None


def _said(text: str | Callable[[Node, Page], str], example: tuple[Node, Page] | None) -> str:
    if isinstance(text, str):
        return text
    return f"Par exemple\u00a0: {text(*example)}" if example else _UNTOLD


def tests_of_axe() -> dict[str, tuple[str, ...]]:
    """What axe.tests_of_rules says, asked of a browser. Raises AxeMissing, ChromiumMissing."""
    with Browser() as browser, browser.window() as window:
        window.navigate((axe.folder() / "README.md").as_uri())
        return axe.tests_of_rules(window)


if __name__ == "__main__":
    folder = Path(sys.argv[2])
    for name, text in documents(Path(sys.argv[1]), tests_of_axe()).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
