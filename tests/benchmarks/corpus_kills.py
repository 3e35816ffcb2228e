"""Kill a corpus at random moments, and check that resuming gives the bytes of an undisturbed run.

``python tests/benchmarks/corpus_kills.py [ROUNDS] [SEED]`` (default: 30 rounds). A round kills the run up to three
times, anywhere between its start and its end: only the process that the user sees, or its workers too.
Exit code 1 if a byte differs.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generated_articles import articles

COUNT = 150
SPLIT = 30_000
COMMAND = f"""
import sys
from ld.cli import main
from ld.corpus import splits
splits.LINES = {SPLIT}
sys.exit(main(sys.argv[1:]))
"""


def main(rounds: str = "30", seed: str = "1") -> None:
    """Carry out the rounds."""
    chance = random.Random(int(seed))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "archive.jsonl"
        source.write_text("".join(json.dumps(each) + "\n" for each in articles(COUNT)), "utf-8")
        subprocess.run(command(source, folder / "whole"), check=True, capture_output=True)
        whole = contents(folder / "whole")
        parts = len(list((folder / "whole").glob("part-*")))
        failed = kills = number = 0
        while number < int(rounds):
            out = folder / "out"
            shutil.rmtree(out, ignore_errors=True)
            moments = sorted(chance.randrange(parts + 1) for _ in range(chance.randrange(1, 4)))
            killed = sum(run_and_kill(command(source, out), out, moment, chance) for moment in moments)
            if not killed:
                continue
            number += 1
            subprocess.run(command(source, out), check=True, capture_output=True)
            found = contents(out)
            other = sorted(name for name in whole.keys() | found.keys() if whole.get(name) != found.get(name))
            failed += bool(other)
            kills += killed
            print(f"round {number}: killed {killed} times, {other or 'the same bytes'}", flush=True)
    print(f"{rounds} rounds, {kills} kills, {failed} with other bytes")
    sys.exit(1 if failed else 0)


def command(source: Path, out: Path) -> list[str]:
    """The command for a run with two workers and small splits."""
    return [sys.executable, "-c", COMMAND, "corpus", str(source), "-o", str(out), "--workers", "2"]


def run_and_kill(arguments: list[str], out: Path, parts: int, chance: random.Random) -> bool:
    """Start, and kill shortly after so many *parts* are done, with or without the workers; whether it still ran."""
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    while process.poll() is None and len(list(out.glob(".run/*.done.json"))) < parts:
        time.sleep(0.002)
    try:
        process.wait(chance.uniform(0, 0.1 if parts else 1.5))
    except subprocess.TimeoutExpired:
        chance.choice((os.kill, os.killpg))(process.pid, signal.SIGKILL)
        process.wait()
        return True
    return False


def contents(out: Path) -> dict[str, bytes]:
    """Every file of the results except run.json, which contains times; leftovers of the work would show."""
    return {
        path.name: path.read_bytes() if path.is_file() else b"" for path in out.iterdir() if path.name != "run.json"
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
