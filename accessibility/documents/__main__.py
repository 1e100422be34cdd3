"""The process that reads one document and dies: `python -m accessibility.documents NAME`, the bytes on its input.

A document comes from anyone, and libraries written in C read it: what it asks of memory and time is bounded by the
system, for this process alone. It answers a line of JSON: `{"title": …, "defects": […]}` or `{"error": …}`.
"""

import json
import resource
import sys

from accessibility.documents.defect import UnreadableDocument
from accessibility.documents.formats import Format, format_of
from accessibility.documents.limits import MOST_MEMORY, MOST_SECONDS


def _judge(data: bytes, name: str) -> dict:
    try:
        form = format_of(data)
        if form is Format.PDF:
            from accessibility.documents.pdf.checks import judge as judge_pdf

            title, defects = judge_pdf(data, name)
        else:
            from accessibility.documents.office.checks import judge as judge_office

            title, defects = judge_office(data, name, form)
    except UnreadableDocument as error:
        return {"error": str(error)}
    except MemoryError:
        return {"error": "too large to be judged: it asks for too much memory"}
    except RecursionError:
        return {"error": "too large to be judged: it is nested too deep"}
    except Exception as error:  # what nobody foresaw of a broken file is an error of that file, not a crash
        return {"error": f"the document is broken: it cannot be read ({type(error).__name__})"}
    return {"title": title, "defects": [defect.as_json() for defect in defects]}


def main() -> None:
    """Judge what comes on the input, within the limits."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    answer = _judge(sys.stdin.buffer.read(), sys.argv[1])
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
