"""The command line of the engine: `python -m accessibility check …` and `python -m accessibility serve …`."""

import sys

from accessibility.command_line import main

sys.exit(main())
