"""Nothing of a review may leave the machine, so nothing may even try to."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from word_packages import draft, paragraphs

# An audit hook sees what replaced functions cannot: calls from C, and names imported before.
OFFLINE = """
import socket, sys

class NoSocket(socket.socket):
    def connect(self, *args): refuse("connect", args)
    def connect_ex(self, *args): refuse("connect_ex", args)
    def sendto(self, *args): refuse("sendto", args)

def refuse(event, args):
    with open("attempts.txt", "a") as attempts:
        print(event, args, file=attempts)
    raise OSError("the network is off")

def watch(event, args):
    if event.startswith("socket.") and event not in ("socket.__new__", "socket.bind"):
        refuse(event, args)

socket.socket = NoSocket
socket.getaddrinfo = socket.create_connection = lambda *args, **_: refuse("resolve", args)
sys.addaudithook(watch)

if sys.argv[1] == "try":
    from urllib.request import urlopen
    urlopen("http://example.org/")
from redactor.cli.app import main
main()
"""

TEXTS = [
    "Ms Danielle Hargreaves wrote from d.hargreaves@example.org and dani@mail.example.co.uk.",
    "Her page was https://www.example.org/danielle, her telephone 01632 960123.",
    "The police rang 07700 900456 and looked at www.example.com.",
]
LEFT = ("Hargreaves", "example", "960123", "900456")


def offline(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    # The hub's own switches would hide that somebody asks it.
    environment = {k: v for k, v in os.environ.items() if not k.endswith("_OFFLINE")}
    return subprocess.run(
        [sys.executable, "-c", OFFLINE, *args],
        cwd=folder,
        env=environment | {"HOME": str(folder), "XDG_CACHE_HOME": str(folder / "cache")},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_watch_sees_an_attempt(tmp_path: Path) -> None:
    assert "the network is off" in offline(tmp_path, "try").stderr
    assert "example.org" in (tmp_path / "attempts.txt").read_text()


def test_a_document_is_redacted_without_network(tmp_path: Path) -> None:
    draft(tmp_path / "draft.docx", TEXTS)
    result = offline(tmp_path, "draft.docx", "--no-input")
    assert result.returncode == 0, result.stderr
    assert not (tmp_path / "attempts.txt").exists()
    written = " ".join(paragraphs((tmp_path / "draft.redacted.docx").read_bytes()))
    assert [text for text in LEFT if text in written] == []
    assert written.count("[e-mail address removed]") == 2
    assert written.count("[telephone number removed]") == 2
    assert written.count("[web address removed]") == 2


def test_texts_are_scanned_without_network(tmp_path: Path) -> None:
    records = [json.dumps({"id": n, "text": text}) for n, text in enumerate(TEXTS)]
    (tmp_path / "texts.jsonl").write_text("\n".join(records))
    result = offline(tmp_path, "scan", "texts.jsonl")
    assert result.returncode == 0, result.stderr
    assert not (tmp_path / "attempts.txt").exists()
    kinds = [[span[2] for span in json.loads(line)["spans"]] for line in result.stdout.splitlines()]
    assert kinds == [["person", "email", "email"], ["url", "phone"], ["phone", "url"]]
