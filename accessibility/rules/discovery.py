"""How rules are found: by walking a package."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

_NAMED_BY_CRITERION = re.compile(r"c\d\d_")


def rules_in(package: str) -> Iterator[Any]:
    """The RULE of each file of a package named by a criterion, in the order of the names, which identify the rules."""
    for info in sorted(pkgutil.iter_modules(importlib.import_module(package).__path__), key=lambda info: info.name):
        if _NAMED_BY_CRITERION.match(info.name):
            rule = importlib.import_module(f"{package}.{info.name}").RULE
            object.__setattr__(rule, "id", info.name)
            yield rule
