"""A BERT of six layers that labels tokens, from the weights of all-MiniLM-L6-v2.

The base model reads everything in small letters. How a word was written goes in beside it, where
BERT has the kind of its sentence: ``token_type_ids`` are the shapes of redactor.detection.lantern.
"""

from __future__ import annotations

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn.functional import gelu, scaled_dot_product_attention

HIDDEN, HEADS, LAYERS, INNER = 384, 12, 6, 1536
EPSILON = 1e-12


class Layer(nn.Module):
    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(HIDDEN, HIDDEN) for _ in range(3))
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, EPSILON)
        self.wide = nn.Linear(HIDDEN, INNER)
        self.narrow = nn.Linear(INNER, HIDDEN)
        self.last = nn.LayerNorm(HIDDEN, EPSILON)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        q, k, v = (
            f(x).unflatten(-1, (HEADS, -1)).transpose(1, 2)
            for f in (self.query, self.key, self.value)
        )
        seen = scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm(x + self.dropout(self.out(seen.transpose(1, 2).flatten(2))))
        return self.last(x + self.dropout(self.narrow(gelu(self.wide(x)))))


class Network(nn.Module):
    """(token ids, mask of real tokens, shapes), each batch × tokens, to logits of each label."""

    def __init__(self, vocabulary: int, shapes: int, labels: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, HIDDEN, padding_idx=0)
        self.places = nn.Embedding(512, HIDDEN)
        self.shapes = nn.Embedding(shapes, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, EPSILON)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(HIDDEN, labels)

    def forward(self, ids: Tensor, mask: Tensor, shapes: Tensor) -> Tensor:
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.norm(self.words(ids) + self.places(places) + self.shapes(shapes))
        x = self.dropout(x)
        bias = (1.0 - mask.to(x.dtype))[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        logits: Tensor = self.head(x)
        return logits


def from_minilm(weights: str, shapes: int, labels: int) -> Network:
    """The network with the weights of all-MiniLM-L6-v2; all shapes begin as its first kind."""
    old = load_file(weights)
    old = {name.removeprefix("bert."): value for name, value in old.items()}
    network = Network(old["embeddings.word_embeddings.weight"].shape[0], shapes, labels)
    new = network.state_dict()
    new["words.weight"] = old["embeddings.word_embeddings.weight"]
    new["places.weight"] = old["embeddings.position_embeddings.weight"]
    new["shapes.weight"] = old["embeddings.token_type_embeddings.weight"][:1].repeat(shapes, 1)
    pairs = {"norm": "embeddings.LayerNorm"}
    for n in range(LAYERS):
        there, here = f"encoder.layer.{n}", f"layers.{n}"
        pairs |= {
            f"{here}.query": f"{there}.attention.self.query",
            f"{here}.key": f"{there}.attention.self.key",
            f"{here}.value": f"{there}.attention.self.value",
            f"{here}.out": f"{there}.attention.output.dense",
            f"{here}.norm": f"{there}.attention.output.LayerNorm",
            f"{here}.wide": f"{there}.intermediate.dense",
            f"{here}.narrow": f"{there}.output.dense",
            f"{here}.last": f"{there}.output.LayerNorm",
        }
    for mine, theirs in pairs.items():
        for part in ("weight", "bias"):
            new[f"{mine}.{part}"] = old[f"{theirs}.{part}"]
    network.load_state_dict(new)
    return network
