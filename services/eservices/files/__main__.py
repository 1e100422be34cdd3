"""Judges one file, in this process alone: `python -m services.eservices.files PATH EXTENSION`.

Prints a line of JSON: the media type, or why the file is refused. Memory and time are bounded, so that a file made to
harm its reader harms nobody else.
"""

import json
import resource
import sys
from pathlib import Path

from services.eservices.files.content import judge
from services.eservices.files.refusal import Refused

_MEMORY = 1_500_000_000
_SECONDS = 15


def main() -> int:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    path, extension = sys.argv[1:]
    try:
        print(json.dumps({"kind": judge(Path(path), extension)}))
    except Refused as refused:
        print(json.dumps({"refused": str(refused)}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
