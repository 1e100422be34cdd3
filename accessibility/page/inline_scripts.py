"""The scripts that a page holds in full, and what may be read in them without running them."""

import re

from accessibility.page.model import Node, Page
from accessibility.page.once import once_a_page
from accessibility.page.scope import in_generated_code
from accessibility.page.sight import runs_a_script

_COMMENT = re.compile(r"/\*.*?\*/|(?<![:'\"\\])//[^\n]*", re.DOTALL)
_BRINGS_MORE = re.compile(r"\bimport\b|\beval\b|\bnew Function\b|createElement\(\s*['\"]script|\.src\s*=")


def inline_scripts(page: Page) -> list[Node]:
    """The `script` elements that hold their own code."""
    scripts = (node for node in page.select("script") if runs_a_script(node) and not node.has("src"))
    return in_generated_code(scripts)


def code_of(script: Node) -> str:
    """The code of a script, without its comments."""
    return _COMMENT.sub(" ", script.raw_text)


@once_a_page
def whole_code(page: Page) -> str | None:
    """All the code of the page, attributes included; None where a part of it comes from elsewhere."""
    if page.opaque or any(node.has("src") and runs_a_script(node) for node in page.select("script")):
        return None
    handlers = [v for n in page.nodes for name, v in n.attributes.items() if name.startswith("on")]
    code = "\n".join((*map(code_of, inline_scripts(page)), *handlers))
    return None if _BRINGS_MORE.search(code) else code
