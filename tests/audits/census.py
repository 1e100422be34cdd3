"""Where the installed packages can make page content public: found in their source, one place per function.

A place is kept by module and qualified function, not by line, so that only a change of what the code does moves it.
"""

import ast
import importlib.util
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

PACKAGES = ("wagtail", "modelcluster", "treebeard")
NOT_RUN = {"tests", "test", "project_template"}
"""Folders of tests, and of files that are only copied into new projects."""

FIELDS = {"live", "approved_go_live_at"}
READING = {"filter", "exclude", "get", "Q", "count", "order_by", "values", "values_list", "get_object_or_404"}
NAMES = {
    "PublishRevisionAction",
    "PublishPageRevisionAction",
    "publish_workflow_state",
    "keep_live",
    "update_aliases",
    "CopyPageAction",
    "CreatePageAliasAction",
    "CopyPageForTranslationAction",
    "CreateAction",
    "CreatePageAction",
    "EditAction",
}
METHODS = {
    "publish",
    "create_alias",
    "copy_for_translation",
    "add_child",
    "add_sibling",
    "add_root",
    "load_bulk",
    "bulk_update",
    "bulk_create",
    "save_base",
}
ACTIONS = {"create", "edit", "publish", "copy", "create_alias", "copy_for_translation"}
"""What `action_registry.get_action_class(model, …)` may be asked for that writes pages."""

Place = tuple[str, str]

_WORTH_PARSING = re.compile(rf"\b({'|'.join(sorted({*FIELDS, *NAMES, *METHODS, 'get_action_class'}))})\b")


@dataclass
class _Visitor(ast.NodeVisitor):
    """Collects what one module does, under the name of the function that does it."""

    found: dict[str, set[str]] = field(default_factory=dict)
    scope: list[str] = field(default_factory=list)

    def note(self, what: str) -> None:
        self.found.setdefault(".".join(self.scope) or "(module)", set()).add(what)

    def visit_FunctionDef(self, node) -> None:
        for decorator in node.decorator_list:
            self.visit(decorator)
        self.scope.append(node.name)
        arguments = node.args
        for argument in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs):
            if argument.arg in NAMES | FIELDS:
                self.note(f"argument {argument.arg}")
        self.generic_visit(node)
        self.scope.pop()

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_ClassDef(self, node) -> None:
        self.scope.append(node.name)
        self.generic_visit(node)
        self.scope.pop()

    def visit_Attribute(self, node) -> None:
        if isinstance(node.ctx, ast.Store) and node.attr in FIELDS:
            self.note(f"sets .{node.attr}")
        elif node.attr in NAMES:
            self.note(f"uses {node.attr}")
        self.generic_visit(node)

    def visit_Name(self, node) -> None:
        if node.id in NAMES:
            self.note(f"uses {node.id}")
        elif isinstance(node.ctx, ast.Store) and node.id == "keep_live":
            self.note("sets keep_live")

    def visit_Subscript(self, node) -> None:
        if isinstance(node.ctx, ast.Store) and _text(node.slice) in FIELDS:
            self.note(f"sets [{_text(node.slice)}]")
        self.generic_visit(node)

    def visit_Dict(self, node) -> None:
        for key in node.keys:
            if _text(key) in FIELDS:
                self.note(f"writes {{{_text(key)}: …}}")
        self.generic_visit(node)

    def visit_Constant(self, node) -> None:
        if isinstance(node.value, str) and node.value.rpartition(".")[2] in NAMES and "." in node.value:
            self.note(f"names {node.value}")

    def visit_Call(self, node) -> None:
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if isinstance(node.func, ast.Attribute) and called in METHODS:
            self.note(f"calls .{called}()")
        for keyword in node.keywords:
            if keyword.arg in FIELDS and called not in READING:
                self.note(f"passes {keyword.arg}= to {called}()")
            elif keyword.arg in NAMES:
                self.note(f"passes {keyword.arg}=")
            elif keyword.arg in ("update_fields", "fields"):
                self._columns(keyword.value)
        if called == "setattr" and _text(node.args[1]) in FIELDS:
            self.note(f"setattr {_text(node.args[1])}")
        if called == "get_action_class":
            asked = _text(node.args[-1]) if node.args else None
            if asked is None or asked in ACTIONS:
                self.note(f"asks for the action {asked or '(any)'}")
        self.generic_visit(node)

    def _columns(self, node) -> None:
        if isinstance(node, ast.List | ast.Tuple | ast.Set):
            for element in node.elts:
                if _text(element) in FIELDS:
                    self.note(f"writes the column {_text(element)}")


def _doings(source: str) -> dict[str, set[str]]:
    visitor = _Visitor()
    visitor.visit(_parsed(source))
    return visitor.found


def _parsed(source: str) -> ast.Module:
    """The tree of a source. CPython before 3.11.9 miscounts when two threads parse at once (gh-106905): once more."""
    try:
        return ast.parse(source)
    except SystemError:
        return ast.parse(source)


def _text(node: ast.AST | None) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def modules(package: str) -> Iterator[tuple[str, Path]]:
    """Every module of an installed package that a site can run, with its file."""
    root = Path(importlib.util.find_spec(package).origin).parent
    for file in sorted(root.rglob("*.py")):
        parts = file.relative_to(root).with_suffix("").parts
        if NOT_RUN.isdisjoint(parts[:-1]) and parts[-1] not in NOT_RUN:
            yield ".".join((package, *(part for part in parts if part != "__init__"))), file


def places() -> dict[Place, set[str]]:
    """Each place that can make content public, with what it does there."""
    found = {}
    for package in PACKAGES:
        for module, file in modules(package):
            source = file.read_text(encoding="utf-8")
            if _WORTH_PARSING.search(source):
                found |= {(module, scope): what for scope, what in _doings(source).items()}
    return found
