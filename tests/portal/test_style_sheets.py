"""Style sheets that only some pages load agree with the others on which layer wins."""

import re

import pytest
from django.conf import settings

CSS = settings.BASE_DIR / "portal" / "static" / "css"
BASE = (settings.BASE_DIR / "portal" / "templates" / "base.html").read_text()
LOADED_LATER = set(re.findall(r"css/(\w+)\.css", BASE))
"""By every page, after `tokens.css`, which says the order of the layers."""


@pytest.mark.parametrize("sheet", sorted(CSS.glob("*.css")), ids=lambda path: path.stem)
def test_a_sheet_loaded_before_the_tokens_says_the_order_of_the_layers(sheet):
    layers = re.findall(r"@layer [^{;]+[{;]", sheet.read_text())
    if layers and (sheet.stem == "tokens" or sheet.stem not in LOADED_LATER):
        assert layers[0] == "@layer tokens, base, components;"
