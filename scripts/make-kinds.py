#!/usr/bin/env python3
"""Makes tests/fixtures/kinds/<kind>/: small made-up exports of every kind, and expected.json beside them.

    python3 scripts/make-kinds.py          write the files
    python3 scripts/make-kinds.py --check  say whether the files in the repository are what this script makes

The exports stand in scripts/make_kinds/, a module for each system, a function for each kind. Every cell is stated there as
a value (an amount in fen, a number, a text) and written in the form that the export has; expected.json is added up from
the values by nothing but the Python standard library. All shops, items, people and orders are invented.

expected.json, per file:

    name      the name under which the export is downloaded
    first, last  the days that the rows are about, null where nothing says them
    accepted  rows that can be used
    sums      sums of stored columns, in fen, units or thousandths as their names say
    issues    the kinds of issue that must be reported, and no others
    header_row  line of the header's last row, from 1, where it is not the first
    shop      the shop that the file names, where it names one
"""

import importlib
import json
import shutil
import sys
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parent
FOLDER = SCRIPTS.parent / "tests" / "fixtures" / "kinds"


def made() -> dict[Path, bytes]:
    """Every file of the folder."""
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(SCRIPTS))
    files: dict[Path, bytes] = {}
    truths: dict[str, dict] = {}
    modules = sorted(p.stem for p in (SCRIPTS / "make_kinds").glob("*.py") if p.stem not in ("__init__", "clothes", "fixture"))
    for module in modules:
        for made in importlib.import_module(f"make_kinds.{module}").fixtures():
            path = FOLDER / made.kind / made.file
            assert path not in files, path
            files[path] = made.data
            truths.setdefault(made.kind, {})[made.file] = made.truth
    for kind, truth in truths.items():
        text = json.dumps(dict(sorted(truth.items())), ensure_ascii=False, indent=1)
        files[FOLDER / kind / "expected.json"] = (text + "\n").encode()
    return files


def main() -> int:
    files = made()
    if "--check" in sys.argv[1:]:
        there = {p for p in FOLDER.rglob("*") if p.is_file()}
        stale = [p for p, data in files.items() if p not in there or p.read_bytes() != data]
        stale += sorted(there - set(files))
        print("stale: " + ", ".join(str(p.relative_to(FOLDER)) for p in stale) if stale else "up to date")
        return 1 if stale else 0
    shutil.rmtree(FOLDER, ignore_errors=True)
    for path, data in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
