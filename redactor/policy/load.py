"""Reading a policy: one of the built-in ones by its name, or a file of one's own."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

import yaml
from pydantic import ValidationError

from redactor.errors import UsageError
from redactor.policy.schema import Policy

DEFAULT = "dhr"
BUILT_IN = ("dhr", "csppr", "sar", "strict")
LARGEST = 256 * 1024
"""Bytes of a policy file."""


def policy_called(name: str, beside: Path | None = None) -> Policy:
    """The policy that a map names: a built-in one, or a YAML file, looked for from `beside`.

    "" is the default. What a file leaves out is as in ``dhr``. Raises UsageError in one sentence
    when there is none of that name, or it cannot be used.
    """
    wanted = name.strip() or DEFAULT
    if wanted in BUILT_IN:
        return _built_in(wanted)
    if not wanted.lower().endswith((".yaml", ".yml")):
        raise UsageError(
            f"There is no policy \u201c{wanted}\u201d: it is one of {', '.join(BUILT_IN)}, "
            "or a file whose name ends in .yaml."
        )
    path = Path(wanted) if beside is None else beside / wanted
    return _from_file(path)


@cache
def _built_in(name: str) -> Policy:
    source = files("redactor.policy").joinpath(f"data/{name}.yaml")
    return Policy.model_validate(_layered(name, yaml.safe_load(source.read_text("utf-8"))))


def _from_file(path: Path) -> Policy:
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        problem = "is not there" if isinstance(error, FileNotFoundError) else "cannot be read"
        raise UsageError(f"{path}: the policy {problem}; nothing was written.") from None
    try:
        if len(raw) > LARGEST:
            raise ValueError
        content = yaml.safe_load(raw.decode("utf-8-sig"))
        if not isinstance(content, dict):
            raise ValueError
    except (ValueError, yaml.YAMLError, RecursionError):
        raise UsageError(
            f"{path}: this is no policy; it begins with \u201cpolicy: NAME\u201d."
        ) from None
    try:
        return Policy.model_validate(_layered("", content))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(step) for step in first["loc"]) or "top level"
        raise UsageError(f"{path}: \u201c{where}\u201d cannot be used ({first['msg']}).") from None


def _layered(name: str, content: dict[str, object]) -> dict[str, object]:
    """`content` over the lists of ``dhr``, of which a policy need not repeat any."""
    if name == DEFAULT:
        return content
    base = yaml.safe_load(
        files("redactor.policy").joinpath(f"data/{DEFAULT}.yaml").read_text("utf-8")
    )
    return {**base, "about": "", **content}
