"""Set everything up on a fresh machine, then do one of two things.

    python3 tools/bootstrap.py demo     anonymise a fictional review and say where the result is
    python3 tools/bootstrap.py test     check style, types and imports, and run all tests

It needs Python 3.11 or newer and nothing else. The packages of ``constraints.txt``, each checked
against its hash, go into ``.venv`` beside this project; as long as they stay the same, the next
run uses them again. Works on Linux, macOS and Windows.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "installed-for"
"""Holds the fingerprint of what was installed; written last, so half an install has none."""

DEMO = ROOT / "demo"
DRAFT = ROOT / "fixtures" / "area-a" / "overview.docx"
DELIVERED = frozenset({0, 4})
"""Exit codes of `redact` that leave a result: done, or done with something left to decide."""

CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports", "--no-logo"),
    # Each file of tests in one process: what they share is made once for it.
    ("pytest", "--quiet", "--numprocesses", "2", "--dist", "loadfile"),
)


def main() -> int:
    parser = argparse.ArgumentParser(
        description="Set everything up in .venv, then run the demo or the tests."
    )
    parser.add_argument(
        "what", choices=("demo", "test"), help="anonymise a fictional review, or run all tests"
    )
    what = parser.parse_args().what
    if sys.version_info < OLDEST_PYTHON:
        found = ".".join(map(str, sys.version_info[:3]))
        say(f"This needs Python 3.11 or newer, and this is {found}.")
        return 1
    try:
        set_up()
    except subprocess.CalledProcessError as failed:
        say(f"Setting up failed (exit code {failed.returncode}); the lines above say why.")
        return 1
    return demo() if what == "demo" else test()


def set_up() -> None:
    """Make ``.venv`` anew and install into it, unless that was done for just the same wishes."""
    wanted = fingerprint()
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == wanted:
        return
    say(f"Making {ENVIRONMENT.name} ...")
    run([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)])
    say("Installing the packages of constraints.txt into it: some minutes, once ...")
    install("--require-hashes", "--only-binary", ":all:", "--requirement", "constraints.txt")
    # Hashes cannot be asked of a folder, and everything that this one needs is there already.
    install("--no-deps", "--no-build-isolation", "--editable", ".")
    run([*PIP, "check"])
    STAMP.write_text(wanted, encoding="utf-8")


def demo() -> int:
    """Anonymise the fixture in a folder of its own, as a user would."""
    DEMO.mkdir(exist_ok=True)
    draft = DEMO / DRAFT.name
    shutil.copyfile(DRAFT, draft)
    command = ["redact", draft.name, "--review", "demo", "--no-input", "--force"]
    say(f"In the folder {DEMO.name}: {' '.join(command)}")
    # A key of its own: a demonstration must not make the user's.
    environment = {**os.environ, "REDACT_KEY_FILE": str(DEMO / "key.txt")}
    code = subprocess.run(
        [program(command[0]), *command[1:]], cwd=DEMO, env=environment, check=False
    ).returncode
    if code not in DELIVERED:
        say(f"The demo failed with exit code {code}.")
        return code
    say("")
    say(f"The draft:             {draft}")
    say(f"The anonymised draft:  {draft.with_suffix('.redacted.docx')}")
    say(f"Who became whom:       {DEMO / 'pseudonym_maps' / 'demo.yaml.age'}, encrypted")
    return 0


def test() -> int:
    """Run every check, even after one has failed, so that one run shows all there is to mend."""
    failed = []
    for tool, *arguments in CHECKS:
        shown = " ".join([tool, *arguments])
        say(f"== {shown}")
        if subprocess.run([program(tool), *arguments], cwd=ROOT, check=False).returncode:
            failed.append(shown)
    if failed:
        print(f"Failed: {'; '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def fingerprint() -> str:
    """Changes whenever another Python, other packages or another place is wanted."""
    import tomllib  # an older Python has none, and is to be told in a sentence

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wishes = f"{sys.version} {ENVIRONMENT} {project}"
    return hashlib.sha256(wishes.encode() + (ROOT / "constraints.txt").read_bytes()).hexdigest()


def program(name: str) -> str:
    """The path of a program of ``.venv``."""
    if os.name == "nt":
        return str(ENVIRONMENT / "Scripts" / f"{name}.exe")
    return str(ENVIRONMENT / "bin" / name)


PIP = (program("python"), "-m", "pip", "--disable-pip-version-check", "--no-input")


def install(*arguments: str) -> None:
    run([*PIP, "install", "--quiet", "--quiet", *arguments])


def run(command: list[str]) -> None:
    """Run `command` in the project's folder. Raises CalledProcessError when it fails."""
    subprocess.run(command, cwd=ROOT, check=True)


def say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
