"""Train Lantern: ``python tools/lantern/train.py --base DIR --out FILE DATA …`` (see README.md).

DATA is a folder of gold or a ``.jsonl`` of it, with its share behind a colon ("fixtures/x/gold:2").
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from random import Random

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn.functional import cross_entropy

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tools"), str(ROOT / "benchmarks")]

from stress.names import ORIGINS, names_of  # noqa: E402
from stress.tables import Split  # noqa: E402

from lantern.network import Network, from_minilm  # noqa: E402
from lantern.pools import Names, load_names  # noqa: E402
from lantern.public import public_texts  # noqa: E402
from lantern.texts import IGNORED, Text, Writer, load_texts, stream  # noqa: E402
from lantern.tokens import encode  # noqa: E402
from redactor.detection.lantern import LABELS, SHAPES  # noqa: E402

BATCH_TOKENS = 1536
POOL = 1500
MOST_TOKENS = 128
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
RATE = 2e-4
HEAD_RATE = 1e-3
WARM = 0.06

Batch = tuple[Tensor, Tensor, Tensor, Tensor]


def main() -> None:
    """Train, save and check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="+")
    parser.add_argument("--base", type=Path, required=True, metavar="DIR")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")
    parser.add_argument("--steps", type=int, default=1800)
    parser.add_argument("--splits", default="development", help="whose names are used")
    parser.add_argument("--public", type=float, default=0.0, help="share of the public sets")
    parser.add_argument("--hidden", type=float, default=0.25, help="share of hidden pieces")
    parser.add_argument("--swapped", type=float, default=0.05, help="share of other pieces")
    parser.add_argument("--check", type=Path, nargs="*", default=[])
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = Random(options.seed)
    tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MOST_TOKENS)
    sources = _sources(options.data, options.public)
    texts = stream(sources, Writer(_names(options.splits.split(","), sources), rng), rng)
    # What is new begins alike with every seed, or trainings could not be averaged (export.py).
    torch.manual_seed(0)
    network = from_minilm(str(options.base / "model.safetensors"), len(SHAPES), len(LABELS))
    torch.manual_seed(options.seed)
    noise = Noise(options.hidden, options.swapped, tokenizer)
    fit(network.to(DEVICE), batches(texts, tokenizer, rng), options.steps, noise)
    network.to("cpu")
    torch.save(network.state_dict(), options.out)
    for path in options.check:
        check(network, tokenizer, load_texts(path), path.stem)


Sources = list[tuple[float, list[Text]]]


def _sources(data: Sequence[str], public: float) -> Sources:
    """Texts with their shares; that of the public sets is `public`."""
    sources: Sources = []
    for one in data:
        path, _, share = one.partition(":")
        sources.append((float(share or 1), load_texts(Path(path))))
    if public:
        sources.append((public, public_texts()))
    return sources


def _names(splits: Sequence[str], sources: Sources) -> Names:
    lists = [names_of(origin, Split(split)) for split in splits for origin in ORIGINS]
    return load_names(
        [
            ([one.text for one in (*own.women, *own.men)], [one.text for one in own.surnames])
            for own in lists
        ],
        (one.text for _, texts in sources for one in texts),
    )


class Noise:
    """Hides a share of the pieces of words (0..1), and puts others in the place of another share.

    A text that is seen often is learnt by heart; so no piece of it may be relied on.
    """

    def __init__(self, hidden: float, swapped: float, tokenizer: Tokenizer) -> None:
        self._hidden = hidden
        self._swapped = swapped
        self._mask: int = tokenizer.get_vocab()["[MASK]"]
        self._words: int = tokenizer.get_vocab_size()

    def __call__(self, ids: Tensor) -> Tensor:
        is_word = ids > self._mask
        chance = torch.rand(ids.shape, device=ids.device)
        other = torch.randint(self._mask + 1, self._words, ids.shape, device=ids.device)
        noisy = torch.where(is_word & (chance < self._hidden), self._mask, ids)
        return torch.where(is_word & (chance >= 1 - self._swapped), other, noisy)


def fit(network: Network, data: Iterator[Batch], steps: int, noise: Noise) -> None:
    """Take `steps` steps. The vectors of the words stay as they are: names are learnt by their
    surroundings, and it finds no less (measured)."""
    network.words.weight.requires_grad_(False)
    new = [*network.head.parameters(), *network.shapes.parameters()]
    known = {id(one) for one in (*new, network.words.weight)}
    old = [one for one in network.parameters() if id(one) not in known]
    optimiser = torch.optim.AdamW(
        [{"params": old, "lr": RATE}, {"params": new, "lr": HEAD_RATE}], weight_decay=0.01
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _pace(step, steps))
    begun, tokens, losses = time.perf_counter(), 0, torch.zeros((), device=DEVICE)
    network.train()
    for step, batch in enumerate(islice(data, steps), 1):
        ids, mask, shapes, gold = (one.to(DEVICE) for one in batch)
        with torch.autocast(DEVICE, torch.bfloat16, enabled=DEVICE != "cpu"):
            logits = network(noise(ids), mask, shapes)
        loss = cross_entropy(logits.float().flatten(0, 1), gold.flatten(), ignore_index=IGNORED)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        tokens += int(batch[1].sum())
        losses += loss.detach()
        if step % 100 == 0:
            pace = tokens / (time.perf_counter() - begun)
            print(f"{step}: loss {losses / 100:.4f}, {pace:.0f} tokens a second", flush=True)
            losses.zero_()


def _pace(step: int, steps: int) -> float:
    """The share of the full rate: up in a straight line, down like a cosine to a fiftieth."""
    down = 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1.0, step / steps)))
    return min((step + 1) / (WARM * steps), down)


def batches(texts: Iterator[Text], tokenizer: Tokenizer, rng: Random) -> Iterator[Batch]:
    """Batches of texts that are about as long, without end."""
    while True:
        pool = [next(texts) for _ in range(POOL)]
        encoded = [encode(one, tokenizer) for one in pool]
        encoded.sort(key=lambda one: len(one[0]))
        groups: list[list[tuple[list[int], list[int], list[int]]]] = []
        for one in encoded:
            if groups and (len(groups[-1]) + 1) * len(one[0]) <= BATCH_TOKENS:
                groups[-1].append(one)
            else:
                groups.append([one])
        rng.shuffle(groups)
        yield from (_padded(group) for group in groups)


def _padded(group: list[tuple[list[int], list[int], list[int]]]) -> Batch:
    length = max(len(ids) for ids, _, _ in group)
    columns = []
    for which, fill in ((0, 0), (1, 0), (2, IGNORED)):
        columns.append(
            torch.tensor([one[which] + [fill] * (length - len(one[which])) for one in group])
        )
    ids, shapes, gold = columns
    mask = torch.tensor([[1] * len(one[0]) + [0] * (length - len(one[0])) for one in group])
    return ids, mask, shapes, gold


@torch.no_grad()
def check(network: Network, tokenizer: Tokenizer, texts: list[Text], name: str) -> None:
    """Print recall and precision of each label's tokens on `texts` as they stand."""
    network.eval()
    right = [0] * len(LABELS)
    wanted = [0] * len(LABELS)
    given = [0] * len(LABELS)
    encoded = sorted((encode(one, tokenizer) for one in texts), key=lambda one: len(one[0]))
    for at in range(0, len(encoded), 32):
        ids, mask, shapes, gold = _padded(encoded[at : at + 32])
        best = network(ids, mask, shapes).argmax(-1)
        for label in range(1, len(LABELS)):
            right[label] += int(((best == label) & (gold == label)).sum())
            wanted[label] += int((gold == label).sum())
            given[label] += int(((best == label) & (gold != IGNORED)).sum())
    print(
        name,
        " ".join(
            f"{LABELS[n]} R {right[n] / max(1, wanted[n]):.3f} P {right[n] / max(1, given[n]):.3f}"
            for n in range(1, len(LABELS))
        ),
        flush=True,
    )


if __name__ == "__main__":
    main()
