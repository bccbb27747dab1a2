"""`python -m motcua.commands` is `motcua`: for child processes, which need no installed script."""

import sys

from motcua.commands import main

sys.exit(main())
