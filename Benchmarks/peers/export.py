"""Writes the first entries of a ledger as lines of JSON, for the peers: export.py LEDGER COUNT FILE"""

import sys
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "Scripts"))

from ledger_reader import Ledger  # noqa: E402

ledger, count, file = sys.argv[1:]
with open(file, "wb") as output:
    for entry in islice(Ledger(ledger).entries(), int(count)):
        output.write(entry.data + b"\n")
