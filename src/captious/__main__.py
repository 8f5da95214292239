"""``python -m captious``."""

from __future__ import annotations

from captious.cli import main

if __name__ == "__main__":
    main()
