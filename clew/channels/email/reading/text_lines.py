"""Lines of text as a page of HTML is set: paragraphs, quotations, lists, rows of cells."""

from __future__ import annotations

MAX_QUOTE_DEPTH = 20


class TextLines:
    """Collects words into lines; a break is asked for and made when the next word comes.

    Attributes:
        out: The lines that are finished.
        written: How many of them hold words.
        quoted: How deep in quotations the next line stands.
        lead: What the next line begins with: the mark of a list's item.
        is_set: Spaces at the beginning of a line are meant.
    """

    def __init__(self) -> None:
        self.out: list[str] = []
        self.written = 0
        self.quoted = 0
        self.lead = ""
        self.is_set = False
        self.words: list[str] = []
        self._breaks = 0
        self._line_quoted = 0
        self._is_indented = False

    @property
    def place(self) -> int:
        """Return the number that the next line will have at least."""
        return len(self.out) + bool(self.words)

    def write(self, text: str) -> None:
        """Add words to the line, or begin one if a break was asked for."""
        if self._breaks:
            self._break()
        if not self.words:
            if text == " ":
                return
            self._line_quoted = self.quoted
            self._is_indented = self.is_set or bool(self.lead)
            if self.lead:
                self.words.append(self.lead)
                self.lead = ""
        elif text[0] == " " and self.words[-1][-1:] == " ":
            text = text[1:]
            if not text:
                return
        self.words.append(text)

    def ask_break(self, lines: int) -> None:
        """Begin a new line with the next word; with 2, leave one blank before it."""
        self._breaks = max(self._breaks, lines)

    def narrow_break(self) -> None:
        """Leave no blank line before the next word."""
        self._breaks = min(self._breaks, 1)

    def forget_break(self) -> None:
        """Go on in the same line after all."""
        self._breaks = 0

    def end_line(self) -> None:
        """Break the line at once, blank or not."""
        if self._breaks:
            self._break()
        if self.words:
            self._flush()
        else:
            self._blank(self.quoted)

    def finished(self) -> list[str]:
        """Return all lines, without blank ones at the end."""
        if self.words:
            self._flush()
        while self.out and not self.out[-1]:
            self.out.pop()
        return self.out

    def _break(self) -> None:
        if self.words:
            self._flush()
        if self._breaks > 1 and self.out and self.out[-1].strip("> "):
            self._blank(min(self.quoted, self._line_quoted))
        self._breaks = 0

    def _flush(self) -> None:
        line = "".join(self.words).replace("\xa0", " ")
        self.words.clear()
        kept = line.rstrip() if self._is_indented else line.strip()
        if line.startswith("-- ") and kept == "--":
            kept = "-- "
        if not kept:
            self._blank(self._line_quoted)
            return
        self.written += 1
        self.out.append(f"{self._mark(self._line_quoted)}{kept}")

    def _blank(self, quoted: int) -> None:
        """Leave a blank line, two at most, none at the beginning."""
        mark = self._mark(quoted).rstrip()
        out = self.out
        if out and not (out[-1] == mark and len(out) > 1 and out[-2] == mark):
            out.append(mark)

    @staticmethod
    def _mark(quoted: int) -> str:
        return "> " * min(quoted, MAX_QUOTE_DEPTH)
