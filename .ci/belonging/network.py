"""The network as PyTorch trains it; `captious.segment.belonging` runs the same one with numpy.

A word is the sum of what `word_features` sees of it.
Residual convolutions of five words, at growing distances, mix neighbours; larger networks go on with attention
over rows of 128 words.
What stands between two words is worked out from both of them, and each head reads one thing from it.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

ROW = 128
"""Words in a row of training."""

HEADS = {"marks": 5, "link": 13, "cross": 5, "slen": 7, "xl": 13, "left": 6, "right": 6, "cap": 3}
"""What is foretold of the place after a word, and how many answers there are.

Hidden punctuation; the label of the arc between the two words; how many arcs cross the place; length and label of the
shortest of them; sizes of the phrases that end before and begin behind it; breaks of captions.
"""

WORD_CLASSES = 17
_ENDINGS = 600
_REACH = 5
_ANGLE_BASE = 200


@dataclass(frozen=True, slots=True)
class Size:
    """The shape of a network, named as in the file of weights.

    Args:
        V: words of the vocabulary it knows.
        E: numbers that stand for a word.
        H: width of the layers.
        dil: distance between the five words of each convolution.
        na: layers of attention.
        nh: heads of each.
        ff: width inside each.
    """

    V: int
    E: int
    H: int
    dil: tuple[int, ...]
    na: int = 0
    nh: int = 1
    ff: int = 0


SIZES = {
    "teacher": Size(16383, 192, 384, (1, 2), 5, 6, 1024),
    "small": Size(6000, 48, 96, (1, 2, 4)),
    "middle": Size(8000, 64, 128, (1, 2, 4, 8)),
    "large": Size(10000, 80, 160, (1, 2), 3, 5, 320),
}


class Scale(nn.Module):
    """Root-mean-square normalisation."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.g = nn.Parameter(torch.ones(width))

    def forward(self, x: Tensor) -> Tensor:
        """Scale each word's numbers to a mean square of one."""
        square = x.float().pow(2).mean(-1, keepdim=True)
        return (x.float() * torch.rsqrt(square + 1e-5)).to(x.dtype) * self.g.to(x.dtype)


class Convolution(nn.Module):
    """A word and two neighbours on either side, ``distance`` apart."""

    def __init__(self, width: int, distance: int) -> None:
        super().__init__()
        self.n = Scale(width)
        self.l = nn.Linear(_REACH * width, width)
        self._distance = distance

    def forward(self, x: Tensor, _: tuple[Tensor, Tensor]) -> Tensor:
        """Mix neighbours into each word."""
        size = x.shape[1]
        edge = _REACH // 2 * self._distance
        y = functional.pad(self.n(x), (0, 0, edge, edge))
        near = [y[:, place * self._distance : place * self._distance + size] for place in range(_REACH)]
        return x + functional.relu(self.l(torch.cat(near, -1)))


class Attention(nn.Module):
    """Every word of the row looks at every other; distances are told by rotation."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.n1 = Scale(size.H)
        self.qkv = nn.Linear(size.H, 3 * size.H, bias=False)
        self.o = nn.Linear(size.H, size.H, bias=False)
        self.n2 = Scale(size.H)
        self.f1 = nn.Linear(size.H, size.ff)
        self.f2 = nn.Linear(size.ff, size.H)
        self._heads = size.nh
        for parameter in (self.o.weight, self.f2.weight, self.f2.bias):
            nn.init.zeros_(parameter)

    def forward(self, x: Tensor, angles: tuple[Tensor, Tensor]) -> Tensor:
        """Mix the row into each word."""
        rows, words, width = x.shape
        q, k, v = (
            self.qkv(self.n1(x))
            .view(rows, words, 3, self._heads, width // self._heads)
            .permute(2, 0, 3, 1, 4)
        )
        mixed = functional.scaled_dot_product_attention(_rotate(q, angles), _rotate(k, angles), v)
        x = x + self.o(mixed.transpose(1, 2).reshape(rows, words, width))
        return x + self.f2(functional.relu(self.f1(self.n2(x))))


def _rotate(x: Tensor, angles: tuple[Tensor, Tensor]) -> Tensor:
    cos, sin = (angle.to(x.dtype) for angle in angles)
    half = x.shape[-1] // 2
    a, b = x[..., :half], x[..., half:]
    return torch.cat([a * cos - b * sin, a * sin + b * cos], -1)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the network sees of some rows: word, ending, look, mark and length, each (rows, words).

    Word numbers: 0 unknown, V the edge of a text, V + 1 hidden, V + 2 nothing there.
    """

    words: Tensor
    endings: Tensor
    looks: Tensor
    marks: Tensor
    lengths: Tensor


class Network(nn.Module):
    """Body, gaps and heads; parameters are named as in the file of weights."""

    def __init__(self, size: Size, *, masked_words: bool) -> None:
        super().__init__()
        self.size = size
        self.we = nn.Embedding(size.V + 3, size.E)
        self.se = nn.Embedding(_ENDINGS + 1, 24)
        self.ce = nn.Embedding(9, 8)
        self.me = nn.Embedding(8, 16)
        self.le = nn.Embedding(17, 8)
        for embedding in (self.we, self.se, self.ce, self.me, self.le):
            nn.init.normal_(embedding.weight, 0, 0.1)
        self.w0 = nn.Linear(size.E + 56, size.H)
        layers: list[nn.Module] = [Convolution(size.H, distance) for distance in size.dil]
        self.blocks = nn.ModuleList([*layers, *(Attention(size) for _ in range(size.na))])
        self.no = Scale(size.H)
        self.gap = nn.Linear(2 * size.H, size.H)
        self.pos = nn.Linear(size.H, WORD_CLASSES)
        self.hs = nn.ModuleDict({name: nn.Linear(size.H, answers) for name, answers in HEADS.items()})
        if masked_words:
            self.mp = nn.Linear(size.H, size.E)
            self.mb = nn.Parameter(torch.zeros(size.V))
        half = size.H // size.nh // 2
        angles = torch.arange(ROW)[:, None] / _ANGLE_BASE ** (torch.arange(half) / half)[None]
        self.register_buffer("cos", angles.cos(), persistent=False)
        self.register_buffer("sin", angles.sin(), persistent=False)

    def body(self, seen: Seen) -> Tensor:
        """A vector a word, (rows, words, H)."""
        parts = (
            self.we(seen.words),
            self.se(seen.endings),
            self.ce(seen.looks),
            self.me(seen.marks),
            self.le(seen.lengths),
        )
        x = functional.relu(self.w0(torch.cat(parts, -1)))
        for block in self.blocks:
            x = block(x, (self.cos, self.sin))
        return self.no(x)

    def gaps(self, body: Tensor) -> Tensor:
        """A vector for the place after each word."""
        following = functional.pad(body[:, 1:], (0, 0, 0, 1))
        return functional.relu(self.gap(torch.cat([body, following], -1)))

    def answers(self, body: Tensor) -> dict[str, Tensor]:
        """Logits of every head, the word class under ``pos``."""
        gaps = self.gaps(body)
        answers = {name: head(gaps).float() for name, head in self.hs.items()}
        return answers | {"pos": self.pos(body).float()}

    def masked(self, body: Tensor) -> Tensor:
        """Logits of the vocabulary for words that were hidden."""
        return (
            functional.linear(self.mp(body), self.we.weight[: self.size.V].to(body.dtype)).float() + self.mb
        )

    def configuration(self) -> dict[str, object]:
        """The size, as the file of weights has it."""
        return asdict(self.size)
