"""A page's report for a person at a terminal, in French."""

from collections import Counter
from typing import Any

_LABELS = {
    "failed": "en échec",
    "cantTell": "à vérifier",
    "passed": "validés",
    "inapplicable": "non applicables",
    "untested": "non testés",
}


def page_text(row: dict[str, Any]) -> str:
    """The summary of one page. `row`: the page's report, or its error, as the command line's JSON has it."""
    if "error" in row:
        return f"{row['url']}\n  page non vérifiée : {row['error']}\n"
    counts = Counter(row["tests"].values())
    tests = ", ".join(f"{counts[outcome]} {label}" for outcome, label in _LABELS.items() if counts[outcome])
    lines = [row["url"], f"  {row['title'] or '(sans titre)'}", f"  {len(row['tests'])} tests : {tests}"]
    for verdict, heading in (("fail", "Non-conformités certaines"), ("review", "À vérifier par une personne")):
        found = [finding for finding in row["findings"] if finding["verdict"] == verdict]
        if found:
            lines.append(f"  {heading} ({len(found)})")
            lines += [line for finding in found for line in _finding_lines(finding)]
    return "\n".join(lines) + "\n"


def _finding_lines(finding: dict[str, Any]) -> list[str]:
    lines = [
        f"    [{', '.join(finding['rgaa'])}] {finding['message']} ({finding['rule']})",
        f"        {' › '.join(finding['targets'])}",
    ]
    return lines + [f"        {line}" for line in (finding["html"], finding["fix"]) if line]
