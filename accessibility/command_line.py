"""What `python -m accessibility` understands, and its exit statuses."""

import argparse
import json
import os
import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from accessibility import earl, engine, text_report
from accessibility.axe import AxeMissing
from accessibility.browser import Browser
from accessibility.documents.download import download, is_document_address
from accessibility.documents.judge import judge_document
from accessibility.listening import NotListening
from accessibility.page_errors import NotAPage, PageError
from accessibility.pool import Judge, Result, check_pages
from accessibility.probes.all_probes import Probing
from accessibility.report import PageReport
from accessibility.source import read_source
from accessibility.time_limit import time_limit

NOTHING_FAILED, SOMETHING_FAILED, NOT_CHECKED, WRONG_USAGE = 0, 1, 2, 64
_BY_SIGNAL = 128
_ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str):
        self.print_usage(sys.stderr)
        self.exit(WRONG_USAGE, f"{self.prog}: {message}\n")


class _Terminated(BaseException):
    """Somebody asked the process to end; the argument is the signal's number."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; returns the exit status (0, 1, 2 or 64; 128 and more when a signal ended it)."""
    parser, check = _parsers()
    options = parser.parse_args(arguments)
    if options.command == "serve":
        from accessibility.checker import serve as serve_checker

        try:
            serve_checker(Path(options.socket), timeout=options.timeout)
        except NotListening as error:
            print(error, file=sys.stderr)
            return WRONG_USAGE
        return NOTHING_FAILED
    try:
        targets = [*options.targets, *(_lines(options.urls) if options.urls else ())]
    except OSError as error:
        check.error(f"{options.urls}: {error.strerror}")
    except UnicodeDecodeError:
        check.error(f"{options.urls}: not a text in UTF-8")
    if not targets:
        check.error("give at least one TARGET, or --urls FILE")
    if options.jobs < 1 or not options.timeout > 0:
        check.error("--jobs and --timeout must be positive")
    return _run(targets, options)


def _parsers() -> tuple[_Parser, _Parser]:
    parser = _Parser(prog="python -m accessibility", description="The RGAA engine of Parvis.")
    commands = parser.add_subparsers(dest="command", required=True, parser_class=_Parser)
    check = commands.add_parser("check", help="check pages, and documents to download, against the RGAA")
    check.add_argument("targets", nargs="*", metavar="TARGET", help="URL or file: a page, a PDF, a DOCX, an ODT")
    check.add_argument("--urls", metavar="FILE", help="a file with one target per line (- for standard input)")
    check.add_argument("--format", choices=("text", "jsonl", "earl"), default="text")
    check.add_argument("--static", action="store_true", help="read the source only, without a browser")
    check.add_argument("--no-probes", action="store_true", help="read the page as it stands, move nothing in it")
    check.add_argument("--jobs", type=int, default=1, help="browsers at work at once (1)")
    check.add_argument("--timeout", type=float, default=30, help="seconds that a page may take (30)")
    serve = commands.add_parser("serve", help="judge pages for the gate, on a local socket")
    serve.add_argument("--socket", required=True, help="path of the Unix socket")
    serve.add_argument("--timeout", type=float, default=30, help="seconds that a page may take (30)")
    return parser, check


def _run(targets: list[str], options: argparse.Namespace) -> int:
    for number in _ENDING:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _terminate)
    try:
        engine.versions()
        with closing(_check(targets, options)) as results:
            return _print(results, options.format, len(targets))
    except AxeMissing as error:
        print(error, file=sys.stderr)
        return NOT_CHECKED
    except _Terminated as error:
        return _BY_SIGNAL + error.args[0]
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BY_SIGNAL + signal.SIGPIPE


def _terminate(number: int, _frame: object) -> None:
    for other in _ENDING:
        signal.signal(other, signal.SIG_IGN)
    raise _Terminated(number)


def _lines(file: str) -> list[str]:
    text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _address(target: str) -> str:
    """The address of a target. Raises PageError when there can be none."""
    try:
        if urlsplit(target).scheme in ("http", "https", "file"):
            return target
    except ValueError as error:
        raise PageError(f"not an address: {error}") from error
    path = Path(target).resolve()
    if not path.is_file():
        raise PageError("is a directory" if path.is_dir() else "no such file")
    return path.as_uri()


def _check(targets: list[str], options: argparse.Namespace) -> Iterator[Result]:
    pages = []
    for target in targets:
        try:
            pages.append((target, _address(target)))
        except PageError as error:
            yield target, error
    documents = [(target, address) for target, address in pages if is_document_address(address)]
    for target, address in documents:
        result = _judge_document(target, address, options.timeout)
        if not isinstance(result[1], NotAPage):
            pages.remove((target, address))
            yield result
    addresses = dict(pages)
    with closing(_check_pages(pages, options)) as results:
        for target, result in results:
            is_other = isinstance(result, NotAPage) and addresses[target].startswith("http")
            document = _judge_document(target, addresses[target], options.timeout) if is_other else (target, result)
            yield (target, result) if isinstance(document[1], NotAPage) else document


def _check_pages(pages: list[tuple[str, str]], options: argparse.Namespace) -> Iterator[Result]:
    tools = partial(_from_source, options.timeout)
    if not options.static:
        tools = partial(_in_browser, options.timeout, Probing.NONE if options.no_probes else Probing.ALL)
    with closing(check_pages(pages, jobs=options.jobs, tools=tools)) as results:
        yield from results


@contextmanager
def _in_browser(timeout: float, probing: Probing) -> Iterator[Judge]:
    browser = Browser(timeout=timeout)
    try:
        yield lambda name, address: engine.check_url(browser, address, probing=probing)
    finally:
        browser.stop()


@contextmanager
def _from_source(timeout: float) -> Iterator[Judge]:
    def judge(name: str, address: str) -> PageReport:
        with time_limit(timeout):
            source, status = read_source(address, timeout=timeout)
        with time_limit(timeout):
            return engine.check_source(source, name, status=status)

    yield judge


def _judge_document(target: str, address: str, timeout: float) -> Result:
    try:
        data, status = download(address, timeout=timeout)
        return target, judge_document(data, address, timeout=timeout, status=status)
    except PageError as error:
        return target, error


def _print(results: Iterable[Result], form: str, total: int) -> int:
    status = NOTHING_FAILED
    for position, (target, result) in enumerate(results, start=1):
        if isinstance(result, PageReport):
            if result.failures:
                status = max(status, SOMETHING_FAILED)
            row = result.as_json() | {"url": target}
        else:
            status = NOT_CHECKED
            row = {"url": target, "error": " ".join(str(result).split()) or type(result).__name__}
        print(_formatted(row, form), flush=True)
        if sys.stderr.isatty() or form != "text":
            print(f"{position}/{total} {target}", file=sys.stderr)
    return status


def _formatted(row: dict, form: str) -> str:
    if form == "text":
        text = text_report.page_text(row)
    else:
        text = json.dumps(row if form == "jsonl" else earl.assertions(row), ensure_ascii=False)
    # Half of a surrogate pair, which a script can put in a page, is no UTF-8: it is written \udXXX, as JSON allows.
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
