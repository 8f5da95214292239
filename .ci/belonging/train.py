"""Teaches the network that says which words belong together.

    python .ci/belonging/train.py CORPUS.npz OUT_FOLDER [--words 250] [--seed 7] [NAME …]

CORPUS.npz comes from ``corpus.py``.
NAME is a size of ``network.py`` (small, middle, large); ``teacher`` before others: they also learn what it says.
``--words`` are millions a network is shown; ``--seconds NAME=SECONDS`` ends by the clock instead.
PyTorch is a tool of this script alone.
A GPU takes minutes; a CPU takes a night for a small one without a teacher.
The same seed on the same machine gives the same weights up to the order of sums: two runs differ by less than 0.3
points in each line that is printed as ``valid``.
"""

from __future__ import annotations

import argparse
import json
import lzma
import math
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from network import HEADS, ROW, SIZES, Network, Seen
from torch import Tensor
from torch.nn import functional

SEPARATOR = 65535
VALIDATION = 60_000
"""Words at the end of the parsed and of the other text that are never shown."""
SILVER = ("pos", "link", "cross", "slen", "xl", "left", "right")
WEIGHTS = {
    "marks": 1.0, "masked": 0.25, "pos": 0.3, "link": 0.4, "cross": 0.3, "slen": 0.3, "xl": 0.4, "left": 0.2,
    "right": 0.2, "cap": 0.4,
}  # fmt: skip
RATES = {"teacher": 1.2e-3, "small": 3e-3, "middle": 2.6e-3, "large": 2e-3}
_HIDDEN_MARK = 7
_OTHER_MARK = 5
_DIGIT = 2
_IGNORED = -100


@dataclass(frozen=True, slots=True)
class Corpus:
    """The stream of words on the device: parsed turns, other turns, captions."""

    words: Tensor
    shapes: Tensor
    endings: Tensor
    lengths: Tensor
    labels: Tensor
    breaks: Tensor
    capitals: Tensor
    parsed: int
    spoken: int

    @staticmethod
    def read(path: Path, device: str) -> Corpus:
        """Read what ``corpus.py`` wrote."""
        file = np.load(path)

        def unpack(name: str, kind: type) -> np.ndarray:
            return np.frombuffer(bytearray(lzma.decompress(file[name].tobytes())), kind)

        words = unpack("words", np.uint16)
        inside = np.where(words == SEPARATOR, 0, words)
        endings = file["known_endings"][inside]
        lengths = file["known_lengths"][inside]
        unknown = words == 0
        endings[unknown] = unpack("endings", np.uint16)
        lengths[unknown] = unpack("lengths", np.uint8)
        endings[words == SEPARATOR] = 0
        lengths[words == SEPARATOR] = 0

        def put(array: np.ndarray, kind: torch.dtype) -> Tensor:
            return torch.as_tensor(np.ascontiguousarray(array)).to(kind).to(device)

        parsed, others, _ = (int(size) for size in file["sizes"])
        return Corpus(
            put(words.astype(np.int32), torch.int32),
            put(unpack("shapes", np.uint8), torch.uint8),
            put(endings.astype(np.int16), torch.int16),
            put(lengths.astype(np.uint8), torch.uint8),
            put(unpack("labels", np.uint8).reshape(len(SILVER), -1), torch.uint8),
            put(unpack("breaks", np.uint8), torch.uint8),
            put(file["capitals"], torch.long),
            parsed,
            parsed + others,
        )


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of the stream and what is hidden of them; all (rows, ROW) but ``bare``, (rows)."""

    places: Tensor
    words: Tensor
    shapes: Tensor
    bare: Tensor
    dropped: Tensor
    absent: Tensor
    masked: Tensor


class Lesson:
    """Draws rows and works out what a network should have said of them."""

    def __init__(self, corpus: Corpus, rows: int, device: str) -> None:
        self._corpus = corpus
        self._captions = rows * 6 // 100
        self._parsed = rows * 40 // 100
        self._rows = rows
        self._device = device
        self._steps = torch.arange(ROW, device=device)

    def at(self, starts: Tensor, *, bare: Tensor) -> Rows:
        """Whole rows that begin at some places, with all punctuation hidden in some."""
        places = starts[:, None] + self._steps[None]
        none = torch.zeros_like(places, dtype=torch.bool)
        corpus = self._corpus
        return Rows(places, corpus.words[places], corpus.shapes[places], bare, none, none, none)

    def draw(self, *, mask_words: bool) -> Rows:
        """Rows at random: 54 % other text, 40 % parsed text, 6 % captions."""
        corpus, rows = self._corpus, self._rows
        spoken = rows - self._captions - self._parsed
        starts = torch.cat(
            [
                (self._random(spoken) * (corpus.spoken - VALIDATION - ROW)).long(),
                (self._random(self._parsed) * (corpus.parsed - VALIDATION - ROW)).long(),
                corpus.spoken
                + (self._random(self._captions) * (len(corpus.words) - corpus.spoken - ROW)).long(),
            ]
        )
        drawn = self.at(starts, bare=self._random(rows) < 0.45)
        # 40 % of the rows keep their marks, of the others a tenth to six tenths of the marks are hidden
        rate = torch.where(self._random(rows) < 0.4, 0.0, 0.1 + 0.5 * self._random(rows))
        dropped = ((drawn.shapes >> 3) > 0) & (self._random(rows, ROW) < rate[:, None])
        # a quarter of the rows are short texts
        size = torch.where(self._random(rows) < 0.25, (8 + (ROW - 8) * self._random(rows)).long(), ROW)
        first = (self._random(rows) * (ROW - size + 1)).long()
        absent = (self._steps[None] < first[:, None]) | (self._steps[None] >= (first + size)[:, None])
        masked = torch.zeros_like(absent)
        if mask_words:
            some = self._random(rows, ROW) < 0.15
            masked = some & (self._random(rows)[:, None] < 0.5) & (drawn.words != SEPARATOR) & ~absent
        return Rows(drawn.places, drawn.words, drawn.shapes, drawn.bare, dropped, absent, masked)

    def _random(self, *shape: int) -> Tensor:
        return torch.rand(*shape, device=self._device)

    def seen(self, rows: Rows, known: int) -> Seen:
        """What a network that knows so many words sees."""
        corpus = self._corpus
        words = rows.words.long()
        edge = words == SEPARATOR
        marks, looks = (rows.shapes >> 3).long(), (rows.shapes & 7).long()
        marks = marks.masked_fill(rows.dropped, 0)
        # the capital after a hidden mark would tell of it
        behind = functional.pad(rows.dropped[:, :-1], (1, 0))
        usual = corpus.capitals[words.clamp(max=len(corpus.capitals) - 1)]
        looks = torch.where(behind, (looks & 6) | usual, looks)
        bare = rows.bare[:, None]
        marks = marks.masked_fill(bare.expand_as(marks), _HIDDEN_MARK)
        looks = torch.where(bare, looks & _DIGIT, looks)
        words = torch.where(edge, known, torch.where(words < known, words, 0))
        endings, lengths = corpus.endings[rows.places].long(), corpus.lengths[rows.places].long()
        words = torch.where(rows.masked, known + 1, words)
        endings = endings.masked_fill(rows.masked, 600)
        lengths = lengths.masked_fill(rows.masked, 16)
        looks = looks.masked_fill(rows.masked, 8)
        words = torch.where(rows.absent, known + 2, words)
        rest = (part.masked_fill(rows.absent, 0) for part in (endings, looks, marks, lengths))
        return Seen(words, *rest)

    def gaps(self, rows: Rows) -> Tensor:
        """Where both words of a gap are there."""
        return ~rows.absent & ~functional.pad(rows.absent[:, 1:], (0, 1), value=True)

    def targets(self, rows: Rows) -> dict[str, Tensor]:
        """The right answer of each head for each word, -100 where nobody knows or asks."""
        corpus = self._corpus
        there = self.gaps(rows)
        marks = (rows.shapes >> 3).long()
        # where nothing is hidden there is nothing to foretell
        lacking = rows.dropped.any(1, keepdim=True)
        asked = there & (rows.bare[:, None] | rows.dropped | (lacking & (marks == 0)))
        asked &= (marks != _OTHER_MARK) & (rows.words != SEPARATOR)
        targets = {"marks": torch.where(asked, marks, _IGNORED)}
        inside = rows.places < corpus.parsed
        found = corpus.labels[:, rows.places.clamp(max=corpus.parsed - 1)].long()
        for name, labels in zip(SILVER, found, strict=True):
            known = inside & (labels != 255) & (~rows.absent if name == "pos" else there)
            targets[name] = torch.where(known, labels, _IGNORED)
        captioned = rows.places >= corpus.spoken
        breaks = corpus.breaks[(rows.places - corpus.spoken).clamp(min=0)].long()
        targets["cap"] = torch.where(captioned & there & (breaks < HEADS["cap"]), breaks, _IGNORED)
        return targets


def cross_entropy(answers: Tensor, targets: Tensor) -> Tensor:
    """Mean over the places that have a right answer; 0 without any."""
    flat = functional.cross_entropy(
        answers.reshape(-1, answers.shape[-1]), targets.reshape(-1), ignore_index=_IGNORED, reduction="sum"
    )
    return flat / (targets >= 0).sum().clamp(min=1)


def agreement(answers: dict[str, Tensor], teacher: dict[str, Tensor], there: Tensor) -> Tensor:
    """How far a network is from what the teacher says of the same rows, weighed over the heads."""
    total = torch.zeros((), device=there.device)
    for name, answer in answers.items():
        wanted = teacher[name].softmax(-1)
        apart = (wanted * (wanted.clamp(min=1e-6).log() - answer.log_softmax(-1))).sum(-1)
        total = total + WEIGHTS[name] * (apart * there).sum() / there.sum().clamp(min=1)
    return total


def loss_of(network: Network, lesson: Lesson, teacher: Network | None, device: str) -> Tensor:
    """The loss over newly drawn rows."""
    masks = hasattr(network, "mp")
    rows = lesson.draw(mask_words=masks)
    seen = lesson.seen(rows, network.size.V)
    targets = lesson.targets(rows)
    with torch.autocast(device, dtype=torch.bfloat16, enabled=device == "cuda"):
        body = network.body(seen)
        answers = network.answers(body)
        hidden = network.masked(body[rows.masked]) if masks else None
        if teacher is not None:
            with torch.no_grad():
                told = teacher.answers(teacher.body(lesson.seen(rows, teacher.size.V)))
    total = sum(
        (WEIGHTS[name] * cross_entropy(answers[name], targets[name]) for name in answers),
        torch.zeros((), device=device),
    )
    if hidden is not None:
        words = rows.words[rows.masked].long()
        known = torch.where((words > 0) & (words < network.size.V), words, _IGNORED)
        total = total + WEIGHTS["masked"] * cross_entropy(hidden, known)
    if teacher is not None:
        total = 0.5 * total + agreement(answers, told, lesson.gaps(rows))
    return total


def train(name: str, corpus: Corpus, teacher: Network | None, options: argparse.Namespace) -> Network:
    """Teach one network."""
    device = options.device
    torch.manual_seed(options.seed)
    network = Network(SIZES[name], masked_words=name == "teacher").to(device)
    lesson = Lesson(corpus, options.rows, device)
    matrices = [p for p in network.parameters() if p.ndim > 1]
    vectors = [p for p in network.parameters() if p.ndim <= 1]
    optimizer = torch.optim.AdamW(
        [{"params": matrices, "weight_decay": 0.01}, {"params": vectors, "weight_decay": 0.0}],
        betas=(0.9, 0.98),
        fused=device == "cuda",
    )
    steps = math.ceil(options.words * 1e6 / options.rows / ROW)
    seconds = options.seconds.get(name)
    start = time.monotonic()
    step = 0
    part = 0.0
    while part < 1:
        rate = RATES[name] * min(1, (step + 1) / 300) * (0.02 + 0.98 * (0.5 + 0.5 * math.cos(math.pi * part)))
        for group in optimizer.param_groups:
            group["lr"] = rate
        loss = loss_of(network, lesson, teacher, device)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        step += 1
        if step % options.told == 0:
            passed = time.monotonic() - start
            millions = step * options.rows * ROW / 1e6
            print(
                f"{name}: step {step}, {millions:.0f} M words, loss {loss.item():.3f}, {passed:.0f} s",
                flush=True,
            )
        if seconds and device == "cuda" and step % 8 == 0:
            torch.cuda.synchronize()
        part = (time.monotonic() - start) / seconds if seconds else step / steps
    print(f"{name}: {step} steps, {step * options.rows * ROW / 1e6:.0f} M words", flush=True)
    return network.eval()


@torch.no_grad()
def validate(name: str, network: Network, corpus: Corpus, device: str) -> None:
    """Print how often each head is right on text that was never shown, in percent, with and without punctuation."""
    lesson = Lesson(corpus, 1, device)
    for bare in (False, True):
        figures = {}
        for end in (corpus.spoken, corpus.parsed):
            starts = end - VALIDATION + torch.arange(0, VALIDATION - ROW, ROW, device=device)
            rows = lesson.at(starts, bare=torch.full((len(starts),), bare, device=device))
            answers = network.answers(network.body(lesson.seen(rows, network.size.V)))
            targets = lesson.targets(rows)
            if end == corpus.parsed:
                for head in SILVER:
                    known = targets[head] >= 0
                    right = (answers[head].argmax(-1) == targets[head]) & known
                    figures[head] = 100 * right.sum().item() / max(1, known.sum().item())
            elif bare:
                odds = answers["marks"].softmax(-1)
                known = targets["marks"] >= 0
                for kind, said, true in (
                    ("any mark", 1 - odds[..., 0], targets["marks"] > 0),
                    ("sentence end", odds[..., 2], targets["marks"] == 2),
                    ("comma", odds[..., 1], targets["marks"] == 1),
                ):
                    chosen = (said > 0.4) & known
                    hits = 2 * (chosen & true).sum().item()
                    figures[f"F1 {kind}"] = 100 * hits / max(1, (chosen.sum() + (true & known).sum()).item())
        shown = ", ".join(f"{head} {figure:.1f}" for head, figure in figures.items())
        print(f"valid {name}, {'without' if bare else 'with'} punctuation: {shown}", flush=True)


@torch.no_grad()
def store(name: str, network: Network, folder: Path) -> None:
    """Round every matrix to 8 bits a row, in the network too, and write the file of weights."""
    arrays = {"cfg": np.array(json.dumps(network.configuration()))}
    for key, parameter in network.named_parameters():
        if parameter.ndim == 1:
            parameter.copy_(parameter.half().float())
            arrays[key] = parameter.half().cpu().numpy()
            continue
        scale = (parameter.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127).half().float()
        scale = scale.clamp(min=6e-8)
        rounded = torch.round(parameter / scale).clamp(-127, 127)
        parameter.copy_(rounded * scale)
        arrays[f"{key}:q"] = rounded.to(torch.int8).cpu().numpy()
        arrays[f"{key}:s"] = scale[:, 0].half().cpu().numpy()
    path = folder / f"{name}.npz"
    np.savez_compressed(path, **arrays)
    print(f"{path.name}: {path.stat().st_size:,} bytes", flush=True)


def main() -> None:
    """Teach the networks that are named, one after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*", default=["teacher", "middle"])
    parser.add_argument("--words", type=float, default=250, help="millions of words each is shown")
    parser.add_argument("--seconds", nargs="*", default=[], help="NAME=SECONDS: end by the clock instead")
    parser.add_argument("--rows", type=int, default=512)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--told", type=int, default=500, help="steps between two lines of progress")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    options = parser.parse_args()
    options.seconds = {part.split("=")[0]: float(part.split("=")[1]) for part in options.seconds}
    options.folder.mkdir(parents=True, exist_ok=True)
    start = time.monotonic()
    corpus = Corpus.read(options.corpus, options.device)
    print(
        f"{corpus.spoken:,} words of turns, {corpus.parsed:,} of them parsed, {time.monotonic() - start:.0f} s"
    )
    teacher = None
    for name in options.names:
        network = train(name, corpus, teacher, options)
        store(name, network, options.folder)
        validate(name, network, corpus, options.device)
        if name == "teacher":
            teacher = network.requires_grad_(False)
    print(f"done in {time.monotonic() - start:.0f} s", flush=True)


if __name__ == "__main__":
    main()
