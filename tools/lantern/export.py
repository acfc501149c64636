"""Write trained weights as the package has them: ``python tools/lantern/export.py WEIGHTS.pt``.

Weights become whole numbers of eight bits, one scale for each row, so that the file is a quarter of
the size; sums stay floating-point. Range is reduced by a bit, because processors without VNNI
overflow otherwise.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

from lantern.network import Network  # noqa: E402
from redactor.detection.lantern import LABELS, SHAPES, WEIGHTS  # noqa: E402

INPUTS, OUTPUT = ["ids", "mask", "shapes"], "logits"


def main() -> None:
    """Write the model and its vocabulary."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--to", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    state = torch.load(options.weights, map_location="cpu")
    network = Network(state["words.weight"].shape[0], len(SHAPES), len(LABELS))
    network.load_state_dict(state)
    network.eval()
    options.to.mkdir(parents=True, exist_ok=True)
    example = torch.ones((2, 7), dtype=torch.int64)
    with tempfile.TemporaryDirectory() as folder:
        whole = str(Path(folder) / "whole.onnx")
        torch.onnx.export(
            network,
            (example, example, example),
            whole,
            dynamo=False,
            input_names=INPUTS,
            output_names=[OUTPUT],
            dynamic_axes={name: {0: "batch", 1: "length"} for name in (*INPUTS, OUTPUT)},
        )
        quantize_dynamic(
            whole,
            str(options.to / "model.onnx"),
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
        )
    shutil.copy(options.base / "tokenizer.json", options.to / "tokenizer.json")


if __name__ == "__main__":
    main()
