"""The command line of the engine: `python -m accessibility check …` and `python -m accessibility serve …`."""

import gc
import sys

from accessibility.command_line import main

gc.freeze()
gc.set_threshold(50_000)  # a page is a tree of thousands of nodes, all alive until it is judged
sys.exit(main())
