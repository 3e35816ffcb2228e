"""``python -m ld`` is ``article-ld``."""

import sys

from ld.cli import main

sys.exit(main())
