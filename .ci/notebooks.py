"""Runs the notebooks in examples/, and puts what their cells print and show into them.

No notebook server is needed: cells are Python, and run in the order they have, in one process for each notebook.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import os
import pprint
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"


def notebooks() -> dict[str, Callable[[], str]]:
    """Path to maker, for each notebook."""
    return {
        path.relative_to(ROOT).as_posix(): lambda path=path: notebook_text(path)
        for path in sorted(EXAMPLES.glob("*.ipynb"))
    }


def notebook_text(path: Path) -> str:
    """A notebook with the output of its cells.

    Raises:
        SystemExit: a cell failed.
    """
    done = subprocess.run(  # noqa: S603 - ours
        [sys.executable, __file__, path],
        cwd=EXAMPLES,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1"},
    )
    if done.returncode:
        raise SystemExit(f"{path.name}: {done.stderr}")
    return done.stdout


def _run(path: Path) -> str:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    names: dict[str, Any] = {"__name__": "__main__"}
    number = 0
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            number += 1
            cell["outputs"] = _outputs("".join(cell["source"]), names, number)
            cell["execution_count"] = number
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def _outputs(source: str, names: dict[str, Any], number: int) -> list[dict[str, Any]]:
    """What a cell prints, and the value of its last line."""
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    printed = io.StringIO()
    value = None
    with contextlib.redirect_stdout(printed):
        exec(compile(tree, "cell", "exec"), names)  # noqa: S102 - our own examples
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), "cell", "eval"), names)  # noqa: S307
    outputs: list[dict[str, Any]] = []
    if printed.getvalue():
        outputs.append({"name": "stdout", "output_type": "stream", "text": _lines(printed.getvalue())})
    if value is not None:
        data = {"text/plain": _lines(pprint.pformat(value, width=79))}
        if hasattr(value, "_repr_html_"):
            data = {"text/html": _lines(value._repr_html_()), **data}
        outputs.append(
            {"data": data, "execution_count": number, "metadata": {}, "output_type": "execute_result"}
        )
    return outputs


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(_run(Path(sys.argv[1])))
