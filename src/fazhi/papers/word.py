"""Word file of an official document, built from code with python-docx; same input, same bytes."""

import io
import re
import zipfile
from datetime import datetime
from itertools import count
from pathlib import Path

from docx import Document as new_word_file
from docx.document import Document as WordFile
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Length, Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run as WordRun

from fazhi.papers import measures
from fazhi.papers.document import Block, Document, Heading, Run, Table
from fazhi.papers.files import write_whole
from fazhi.papers.measures import chinese_date
from fazhi.papers.titles import balanced
from fazhi.papers.word_styles import CHARACTER, LEFT, PITCH, RIGHT, dress
from fazhi.papers.word_xml import element, field, float_to_bottom, in_run, line_below

_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
_UNDATED = datetime(2000, 1, 1)
_WIDTH = Mm(measures.BLOCK_WIDTH_MM)


def write_docx(document: Document, path: Path) -> None:
    """Write the .docx in one step."""
    write_whole(path, render_docx(document))


def render_docx(document: Document) -> bytes:
    """The .docx in memory. Figures are plain text inside a bookmark named after their code."""
    word = new_word_file()
    dress(word)
    _describe(word, document)
    _Writer(word, document).write()
    unpacked = io.BytesIO()
    word.save(unpacked)
    return _repack(unpacked)


def _repack(unpacked: io.BytesIO) -> bytes:
    """The same package with fixed times, so that equal documents give equal files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(unpacked) as source, zipfile.ZipFile(packed, "w") as target:
        for entry in source.infolist():
            member = zipfile.ZipInfo(entry.filename, _ZIP_DAY)
            member.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(member, source.read(entry))
    return packed.getvalue()


def _describe(word: WordFile, document: Document) -> None:
    day = document.dated or document.printed_on
    core = word.core_properties
    core.title = document.plain_title[:255]
    core.author = (document.issuer or document.red_head or "")[:255]
    core.last_modified_by = core.author
    core.identifier = (document.number or "")[:255]
    core.content_status = document.draft_mark[:255] if document.draft else ""
    core.comments = core.keywords = core.subject = core.category = ""
    core.language = "zh-CN"
    core.revision = 1
    core.created = core.modified = datetime(day.year, day.month, day.day) if day else _UNDATED


class _Writer:
    """Appends the parts of one document in the order of GB/T 9704-2012."""

    def __init__(self, word: WordFile, document: Document) -> None:
        self.word, self.document = word, document
        self.bookmarks = count(1)
        self.style_ids = {style.name: style.style_id for style in word.styles}

    def write(self) -> None:
        self._margins()
        self._head()
        for block in self.document.blocks:
            self._block(block)
        self._attachments()
        self._signature()
        if notes := measures.notes_line(self.document.notes):
            self._line("附注", notes)
        self._imprint()

    def _line(self, style: str, text: str = "", before: Length | None = None) -> WordParagraph:
        line = self._styled(self.word.add_paragraph(text), style)
        if before is not None:
            line.paragraph_format.space_before = before
        return line

    def _styled(self, line: WordParagraph, style: str) -> WordParagraph:
        """Style by id: python-docx searches all styles for each name, which a long table would feel."""
        line._p.style = self.style_ids[style]
        return line

    def _margins(self) -> None:
        """Page numbers outside, one character from the edge; the draft mark on every page."""
        section = self.word.sections[0]
        em = Pt(measures.SMALL_PT)
        for footer, align in ((section.footer, RIGHT), (section.even_page_footer, LEFT)):
            line = footer.paragraphs[0]
            self._styled(line, "Footer").alignment = align
            line.paragraph_format.left_indent = line.paragraph_format.right_indent = em
            line.add_run("— ")
            line.add_run()._r.extend(field("PAGE"))
            line.add_run(" —")
        for header in (section.header, section.even_page_header):
            self._styled(header.paragraphs[0], "Header").text = self.document.draft_mark if self.document.draft else ""

    def _head(self) -> None:
        document = self.document
        if document.red_head:
            self._red_head(document.red_head)
        title = self._line("Title", before=Length(PITCH * (2 if document.red_head else 1)))
        for number, line in enumerate(balanced(document.title)):
            run = title.add_run()
            if number:
                run.add_break()
            run.add_text(line)
        if document.number and not document.red_head:
            self._line("发文字号", document.number)
        if document.draft:
            self._line("草稿标记", f"（{document.draft_mark}）")
        self.word.paragraphs[-1].paragraph_format.space_after = PITCH
        if addressee := measures.addressee_line(document.addressee):
            self._line("主送机关", addressee)

    def _red_head(self, text: str) -> None:
        size = Pt(measures.red_head_pt(text))
        mark = self._line("发文机关标志", text, before=Mm(35))
        mark.paragraph_format.line_spacing = Length(int(size * 1.15))
        mark.runs[0].font.size = size
        in_run(mark.runs[0]._r.get_or_add_rPr(), "spacing", val=0)
        last = mark
        if self.document.number or self.document.signer:
            last = self._line("发文字号", before=Length(2 * PITCH))
            self._number(last)
        line_below(last._p.get_or_add_pPr(), points=2.25, distance=4 * measures.PT_PER_MM, color="E60000")

    def _number(self, line: WordParagraph) -> None:
        line.add_run(self.document.number or "")
        if self.document.signer:
            line.alignment = LEFT
            line.paragraph_format.first_line_indent = CHARACTER
            line.paragraph_format.tab_stops.add_tab_stop(Length(_WIDTH - CHARACTER), WD_TAB_ALIGNMENT.RIGHT)
            line.add_run("\t签发人：")
            line.add_run(self.document.signer)

    def _block(self, block: Block) -> None:
        if isinstance(block, Table):
            self._table(block)
        else:
            style = f"Heading {block.level}" if isinstance(block, Heading) else "Body Text"
            line = self._line(style)
            for run in block.runs:
                self._run(line, run)

    def _run(self, line: WordParagraph, run: Run) -> WordRun:
        if run.figure is None:
            return self._text(line, run)
        number = next(self.bookmarks)
        name = re.sub(r"\W", "_", f"figure_{run.figure}")[:32] + f"_{number}"
        line._p.append(element("bookmarkStart", id=number, name=name))
        written = self._text(line, run)
        line._p.append(element("bookmarkEnd", id=number))
        return written

    def _text(self, line: WordParagraph, run: Run) -> WordRun:
        written = line.add_run(run.text)
        written.bold = True if run.bold else None
        return written

    def _table(self, block: Table) -> None:
        if block.caption:
            self._line("表题", block.caption, before=Pt(6))
        table = self.word.add_table(rows=0, cols=len(block.head), style="Table Grid")
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        widths = [Length(int(share * _WIDTH)) for share in measures.column_shares(block)]
        for column, wide in zip(table.columns, widths, strict=True):
            column.width = wide
        numeric = measures.numeric_columns(block)
        for number, row in enumerate((tuple(map(Run, block.head)), *block.cells)):
            made = table.add_row()
            properties = made._tr.get_or_add_trPr()
            properties.append(element("cantSplit"))
            if number == 0:
                properties.append(element("tblHeader"))
            for cell, run, wide, right in zip(made.cells, row, widths, numeric, strict=True):
                cell.width, cell.vertical_alignment = wide, WD_CELL_VERTICAL_ALIGNMENT.CENTER
                line = self._styled(cell.paragraphs[0], "表格文字" if number else "表头")
                self._run(line, run)
                if right and number:
                    line.alignment = RIGHT
        self._line("表格文字")

    def _attachments(self) -> None:
        for number, text in enumerate(measures.attachment_lines(self.document.attachments)):
            line = self._line("附件说明", text, before=Length(0 if number else PITCH))
            hang = 2 if text.startswith("附件：") else 5
            line.paragraph_format.left_indent = Length(hang * CHARACTER)

    def _signature(self) -> None:
        issuer = self.document.issuer or ""
        dated = chinese_date(self.document.dated) if self.document.dated else ""
        indents = measures.signature_indents(issuer, dated)
        before: Length = Length(2 * PITCH)
        for style, text, indent in (("署名", issuer, indents[0]), ("成文日期", dated, indents[1])):
            if text:
                line = self._line(style, text, before=before)
                line.paragraph_format.right_indent = Length(int(indent * CHARACTER))
                line.paragraph_format.keep_with_next = style == "署名" and bool(dated)
                before = Length(0)

    def _imprint(self) -> None:
        """版记 on the lower edge of the last page's text block."""
        document = self.document
        copies = measures.copies_line(document.copies_to)
        printed_on = f"{chinese_date(document.printed_on)}印发" if document.printed_on else ""
        printed = bool(document.printed_by or printed_on)
        if not copies and not printed:
            return
        em = Pt(measures.SMALL_PT)
        table = self.word.add_table(rows=0, cols=1)
        table.autofit = False
        table.columns[0].width = _WIDTH
        if copies:
            line = self._imprint_line(table.add_row().cells[0].paragraphs[0], copies)
            line.paragraph_format.left_indent = Length(4 * em)
            line.paragraph_format.first_line_indent = Length(-3 * em)
        if printed:
            text = f"{document.printed_by or ''}\t{printed_on}"
            line = self._imprint_line(table.add_row().cells[0].paragraphs[0], text)
            line.paragraph_format.tab_stops.add_tab_stop(Length(_WIDTH - em), WD_TAB_ALIGNMENT.RIGHT)
        for row in table.rows:
            row.cells[0].width = _WIDTH
        float_to_bottom(table._tbl, left=Mm(measures.LEFT_MM).twips, thick=1.0, thin=0.75)
        anchor = self._line("表格文字")
        anchor.paragraph_format.line_spacing = Pt(1)

    def _imprint_line(self, line: WordParagraph, text: str) -> WordParagraph:
        self._styled(line, "版记")
        line.paragraph_format.left_indent = line.paragraph_format.right_indent = Pt(measures.SMALL_PT)
        line.add_run(text)
        return line
