"""Caption files in the wild: known, read whole, converted and back, and unrolled.

Each file is read a second time by a few lines that know nothing of captious: what stands below times, less tags and
references. Whatever a conversion changes in that must be among the losses that it lists.

    python bench/wild.py FOLDER [--each N] [--names]

FOLDER holds caption files, in it or below; without one the bench is skipped. ``--each`` is how many files go through
every format that can be written (40); ``--names`` names the files behind the figures on standard error.
"""

from __future__ import annotations

import html
import re
import sys
import traceback
from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import captious
from captious.conversion.job import open_captions, unroll
from captious.formats.base import Use
from captious.formats.registry import by_name, names

_TIME = r"(?:\d+:)?\d{1,2}:\d{1,2}[.,:;]\d{1,3}"
_TIMES = re.compile(rf"(?m)^[ \t]*(-?{_TIME}[ \t]*(?:-+>|,)[ \t]*-?{_TIME})([^\n]*)(?:\n|\Z)")
_MARKUP = re.compile(r"</?(?:b|i|u|c|v|lang|ruby|rt|font)(?:[ .][^<>]*)?>|<[\d:.]+>|\{\\[^{}]*\}")
_NOTE = re.compile(r"(?ms)^(?:NOTE|STYLE|REGION)\b.*?(?:\n\n|\Z)")
_ENCODING = re.compile(r"--encoding ([\w-]+)")
_RATE = Fraction(25)
_NEW_RULES = (
    "FIL001", "FIL002", "FIL005", "FIL012", "LAY013", "MRK005", "SRT018", "TIM014", "TXT013", "TXT021", "TXT022",
    "VTT027", "VTT028",
)  # fmt: skip
_SIGNS = {"rows": re.compile(r"\n"), "italics": re.compile(r"<i\b|<i>"), "bold": re.compile(r"<b\b|<b>"),
          "speakers": re.compile(r"<v[ .][^>]*>"), "colours": re.compile(r"<font |<c\.")}  # fmt: skip


@dataclass(slots=True)
class Tally:
    """Figures by kind, and the files behind them."""

    named: bool
    figures: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, table: str, kind: str, path: Path, why: str = "") -> None:
        """Counts one file of a kind, and names it on standard error if that was asked for."""
        self.figures.setdefault(table, Counter())[kind] += 1
        if self.named and why:
            print(f"{table}: {kind}: {path.name}: {why}", file=sys.stderr)

    def show(self) -> None:
        """Prints all tables."""
        for table, kinds in self.figures.items():
            print(f"\n{table}")
            for kind, number in sorted(kinds.items()):
                print(f"  {kind:<62}{number:>6,}")


def main(arguments: list[str]) -> int:
    """1 if anything is a traceback, an error without remedy, or a change that is not listed."""
    folder = Path(arguments[0]) if arguments else None
    if folder is None or not folder.is_dir():
        print("skipped: no folder of caption files")
        return 0
    most = int(arguments[arguments.index("--each") + 1]) if "--each" in arguments else 40
    paths = sorted(path for path in folder.rglob("*") if path.suffix in (".srt", ".vtt"))
    tally = Tally("--names" in arguments)
    step = max(1, len(paths) // most)
    for number, path in enumerate(paths):
        try:
            _measure(path, tally, every=number % step == 0 and number // step < most)
        except Exception:  # the bench is there to find them
            tally.add("errors", "traceback", path, traceback.format_exc())
    print(f"{len(paths)} files")
    tally.show()
    return 1 if any("unlisted" in kind or "traceback" in kind or "no remedy" in kind
                    for kinds in tally.figures.values() for kind in kinds) else 0  # fmt: skip


def _measure(path: Path, tally: Tally, *, every: bool) -> None:
    encoding = None
    try:
        checked = captious.check(path, isolated=True)
    except captious.CaptiousError as error:
        stated = _ENCODING.search(str(error))
        remedy = "remedy named" if error.hint else "no remedy"
        tally.add("errors", f"{type(error).__name__}, {remedy}", path, str(error))
        if stated is None:
            return
        encoding = stated[1]
        checked = captious.check(path, isolated=True, encoding=encoding)
    tally.add("kinds", f"{path.suffix} is {checked.document.format}, {checked.document.encoding}", path)
    for code in sorted({finding.code for finding in checked} & set(_NEW_RULES)):
        tally.add("findings of rules on what a file is", code, path)
    try:
        captious.stats(path, encoding=encoding)
    except captious.CaptiousError as error:
        tally.add("errors", f"stats: {'remedy named' if error.hint else 'no remedy'}", path, str(error))
        return
    _go_round(path, tally, "vtt", encoding, "to WebVTT and back")
    if every:
        for name in names(Use.WRITE):
            if name != "vtt" and by_name(name, Use.WRITE).serves(Use.READ):
                _go_round(path, tally, name, encoding, "to each format and back")
    if any(finding.code == "LAY013" for finding in checked):
        _unroll(path, tally, encoding)


def _go_round(path: Path, tally: Tally, to: str, encoding: str | None, table: str) -> None:
    out = by_name(to, Use.WRITE)
    label = "" if to == "vtt" else f"{to}: "
    try:
        there = captious.convert(path, to=to, encoding=encoding, frame_rate=_RATE)
        back_to = path.suffix[1:]
        data = there.text.encode(out.encoding)
        back = captious.convert(data, to=back_to, format=to, frame_rate=_RATE)
    except captious.CaptiousError as error:
        tally.add(table, f"{label}refused{'' if error.hint else ', no remedy'}", path, str(error))
        return
    encoding = encoding or _encoding_of(path)
    before, after = _Seen.of(path.read_bytes().decode(encoding)), _Seen.of(back.text)
    listed = (*there.losses, *back.losses, *there.captions.foreign)
    said = "; ".join(str(loss) for loss in listed)
    less, more = before.letters - after.letters, after.letters - before.letters
    why = f"-{dict(less)} +{dict(more)} | {said}"
    if before.text == after.text:
        kind, why = "every character there", ""
    elif not less and not more:
        kind = "every character there, in another order"
    elif listed or there.captions.findings:
        kind = "characters changed, with a listed loss or finding"
    else:
        kind = "characters changed, unlisted"
    tally.add(table, label + kind, path, why)
    if to == "vtt" and before.times != after.times:
        whether = "listed" if there.captions.findings or listed else "unlisted"
        tally.add(
            table, f"times differ, {whether}", path, f"of {len(before.times)} {len(after.times)} | {said}"
        )
    if to == "vtt" and before.text == after.text:
        for sign, number in before.signs.items():
            if number > after.signs[sign] or (sign == "rows" and number != after.signs[sign]):
                whether = "listed" if listed else "unlisted"
                tally.add(table, f"{sign} differ, {whether}", path, f"{number} {after.signs[sign]} | {said}")


def _encoding_of(path: Path) -> str:
    return "utf-16" if path.read_bytes()[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"


def _unroll(path: Path, tally: Tally, encoding: str | None) -> None:
    fixed = captious.fix(path, unsafe=True, select="LAY013", encoding=encoding, isolated=True)
    found = Counter(_Seen.of(fixed.source).rows.split())
    opened = open_captions(path, encoding=encoding)
    wanted = Counter(
        word
        for cue in unroll(opened, timed=False).document.cues
        for line in cue.lines
        for word in line.split()
    )
    same = found == wanted and not any(finding.code == "LAY013" for finding in fixed.left)
    kind = "each word once" if same else "words differ from convert --unroll, unlisted"
    tally.add(
        "fix --unsafe-fixes of rolling captions",
        kind,
        path,
        "" if same else f"{wanted - found} {found - wanted}",
    )


@dataclass(frozen=True, slots=True)
class _Seen:
    """What stands on screen: its rows, its characters but blanks, and what marks them."""

    rows: str
    text: str
    letters: Counter[str]
    signs: dict[str, int]
    times: list[int]

    @classmethod
    def of(cls, source: str) -> _Seen:
        """Reads SubRip, WebVTT or SBV."""
        source = source.replace("\r\n", "\n").replace("\r", "\n")
        if source.lstrip("\ufeff").startswith("WEBVTT"):
            source = _NOTE.sub("", source)
        pieces = _TIMES.split(source)
        bodies = [
            _body(body, is_last=index == len(pieces[3::3]) - 1) for index, body in enumerate(pieces[3::3])
        ]
        raw = "\n\n".join(bodies)
        rows = html.unescape(_MARKUP.sub("", raw)).replace("\u200b", "")
        text = re.sub(r"\s", "", rows)
        signs = {sign: len(pattern.findall(raw)) for sign, pattern in _SIGNS.items()}
        signs["cues"] = len(bodies)
        signs["rows"] = sum(bool(row.strip()) for row in rows.split("\n"))
        signs["places"] = sum("position" in place or "line:" in place for place in pieces[2::3]) + raw.count(
            r"{\an"
        )
        times = [_milliseconds(one) for pair in pieces[1::3] for one in re.findall(_TIME, pair)]
        return cls(rows, text, Counter(text), signs, times)


def _milliseconds(time: str) -> int:
    clock, part = re.split("[.,;]", time) if re.search("[.,;]", time) else time.rsplit(":", 1)
    seconds = 0
    for number in clock.split(":"):
        seconds = seconds * 60 + int(number)
    return seconds * 1000 + int(part)


def _body(body: str, *, is_last: bool) -> str:
    """The text below times, less the number or name of the next cue."""
    rows = body.rstrip("\n").split("\n") if is_last else body.removesuffix("\n").split("\n")
    if not is_last and rows and ((len(rows) > 1 and not rows[-2].strip()) or rows[-1].strip().isdigit()):
        rows = rows[:-1]
    return "\n".join(rows).strip("\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
