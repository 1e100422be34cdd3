"""What `python -m accessibility` understands, and its exit statuses."""

import argparse
import json
import queue
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TextIO
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from accessibility import earl, engine, text_report
from accessibility.browser import Browser, PageError
from accessibility.report import PageReport

NOTHING_FAILED, SOMETHING_FAILED, NOT_CHECKED, WRONG_USAGE = 0, 1, 2, 64
Result = tuple[str, PageReport | Exception]


class _Parser(argparse.ArgumentParser):
    def error(self, message: str):
        self.print_usage(sys.stderr)
        self.exit(WRONG_USAGE, f"{self.prog}: {message}\n")


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; returns the exit status (0, 1, 2 or 64)."""
    parser = _Parser(prog="python -m accessibility", description="The RGAA engine of Parvis.")
    commands = parser.add_subparsers(dest="command", required=True, parser_class=_Parser)
    check = commands.add_parser("check", help="check pages against the RGAA")
    check.add_argument("targets", nargs="*", metavar="TARGET", help="URL or file")
    check.add_argument("--urls", metavar="FILE", help="a file with one target per line (- for standard input)")
    check.add_argument("--format", choices=("text", "jsonl", "earl"), default="text")
    check.add_argument("--static", action="store_true", help="read the source only, without a browser")
    check.add_argument("--jobs", type=int, default=1, help="browsers at work at once (1)")
    check.add_argument("--timeout", type=float, default=30, help="seconds that a page may take (30)")
    serve = commands.add_parser("serve", help="judge pages for the gate, on a local socket")
    serve.add_argument("--socket", required=True, help="path of the Unix socket")
    serve.add_argument("--timeout", type=float, default=30, help="seconds that a page may take (30)")
    options = parser.parse_args(arguments)
    if options.command == "serve":
        from accessibility.checker import serve as serve_checker

        serve_checker(Path(options.socket), timeout=options.timeout)
        return NOTHING_FAILED
    try:
        targets = [*options.targets, *(_lines(options.urls) if options.urls else ())]
    except OSError as error:
        check.error(f"{options.urls}: {error.strerror}")
    if not targets:
        check.error("give at least one TARGET, or --urls FILE")
    if options.jobs < 1 or options.timeout <= 0:
        check.error("--jobs and --timeout must be positive")
    checks = _check_static if options.static else _check_rendered
    return _print(checks(targets, options.jobs, options.timeout), options.format, len(targets))


def _lines(file: str) -> list[str]:
    text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _address(target: str) -> str:
    return target if urlsplit(target).scheme in ("http", "https", "file") else Path(target).resolve().as_uri()


def _check_static(targets: list[str], jobs: int, timeout: float) -> Iterator[Result]:
    for target in targets:
        try:
            request = Request(_address(target), headers={"User-Agent": "Parvis"})
            with urlopen(request, timeout=timeout) as answer:
                charset = answer.headers.get_content_charset()
                body = answer.read()
                yield target, engine.check_source(_decode(body, charset), target, status=answer.status)
        except (OSError, ValueError) as error:
            yield target, PageError(str(error))


def _decode(body: bytes, charset: str | None) -> str:
    from bs4.dammit import UnicodeDammit

    return UnicodeDammit(body, known_definite_encodings=[charset] if charset else [], is_html=True).unicode_markup


def _check_rendered(targets: list[str], jobs: int, timeout: float) -> Iterator[Result]:
    todo: queue.SimpleQueue[str] = queue.SimpleQueue()
    for target in targets:
        todo.put(target)
    done: queue.SimpleQueue[Result] = queue.SimpleQueue()
    for _ in range(min(jobs, len(targets))):
        threading.Thread(target=_work, args=(todo, done, timeout), daemon=True).start()
    for _ in targets:
        yield done.get()


def _work(todo: queue.SimpleQueue[str], done: queue.SimpleQueue[Result], timeout: float) -> None:
    with_browser = Browser(timeout=timeout)
    try:
        while True:
            try:
                target = todo.get_nowait()
            except queue.Empty:
                return
            done.put((target, _outcome(lambda: engine.check_url(with_browser, _address(target)))))
    finally:
        with_browser.stop()


def _outcome(check: Callable[[], PageReport]) -> PageReport | Exception:
    try:
        return check()
    except Exception as error:
        return error


def _print(results: Iterable[Result], form: str, total: int) -> int:
    status = NOTHING_FAILED
    for position, (target, result) in enumerate(results, start=1):
        if isinstance(result, PageReport):
            if result.failures:
                status = max(status, SOMETHING_FAILED)
            row = result.as_json() | {"url": target}
        else:
            status = NOT_CHECKED
            row = {"url": target, "error": str(result) or type(result).__name__}
        _write(row, result, form, sys.stdout)
        if sys.stderr.isatty() or form != "text":
            print(f"{position}/{total} {target}", file=sys.stderr)
    return status


def _write(row: dict, result: PageReport | Exception, form: str, out: TextIO) -> None:
    if form == "jsonl":
        print(json.dumps(row, ensure_ascii=False), file=out)
    elif form == "earl":
        print(json.dumps(earl.assertions(row), ensure_ascii=False), file=out)
    else:
        print(text_report.page_text(row), file=out)
    out.flush()
