"""Writes a file with its quantities marked to standard output: python -m fazhi.report.quantities FILE."""

import sys

from . import marked_up, read, read_text


def main(path: str) -> None:
    """Write the marked text of a file to standard output."""
    text = read_text(path)
    sys.stdout.write(marked_up(text, read(text)) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
