"""What of a paragraph is its text, and what makes a segment of its own."""

import pytest
from word_files import STRICT, main_story, members_of, opened, opened_body, run, texts, zipped

from redactor.model import SegmentKind


def t(text):
    return f"<w:t>{text}</w:t>"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        # One text, however it is split.
        (run("Dani") + run("elle"), "Danielle"),
        (run("Dani") + '<w:proofErr w:type="spellStart"/>' + run("elle"), "Danielle"),
        (run("Dani") + '<w:bookmarkStart w:id="1" w:name="x"/>' + run("elle"), "Danielle"),
        (run("Dani") + '<w:commentRangeStart w:id="1"/>' + run("elle"), "Danielle"),
        (run("Dani") + '<w:r><w:commentReference w:id="1"/></w:r>' + run("elle"), "Danielle"),
        (run("Dani") + "<w:r><w:lastRenderedPageBreak/><w:t>elle</w:t></w:r>", "Danielle"),
        ("<w:r><w:t>Dani</w:t><w:t>elle</w:t></w:r>", "Danielle"),
        # Whatever is around the runs.
        (f"<w:hyperlink>{run('Pike')}</w:hyperlink>", "Pike"),
        (f"<w:smartTag>{run('Pike')}</w:smartTag>", "Pike"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('Pike')}</w:sdtContent></w:sdt>", "Pike"),
        (f'<w:ins w:author="A">{run("Pike")}</w:ins>', "Pike"),
        (f'<w:moveTo w:author="A">{run("Pike")}</w:moveTo>', "Pike"),
        (f'<w:fldSimple w:instr="AUTHOR">{run("Pike")}</w:fldSimple>', "Pike"),
        (f'<w:customXml w:element="x">{run("Pike")}</w:customXml>', "Pike"),
        ("<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>", "x=2"),
        # A field's instruction is no text, its result is.
        (
            '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE Pike</w:instrText>'
            '<w:fldChar w:fldCharType="separate"/></w:r>' + run("4"),
            "4",
        ),
        # No letters, but they keep their place.
        (f"<w:r>{t('a')}<w:tab/>{t('b')}<w:ptab/>{t('c')}</w:r>", "a\tb\tc"),
        (f'<w:r>{t("a")}<w:br/>{t("b")}<w:br w:type="page"/><w:cr/></w:r>', "a\nb\n\n"),
        (f"<w:r>{t('Anne')}<w:noBreakHyphen/>{t('Marie')}</w:r>", "Anne\u2011Marie"),
        (f"<w:r>{t('Har')}<w:softHyphen/>{t('greaves')}</w:r>", "Har\u00adgreaves"),
        (f'<w:r>{t("a")}<w:footnoteReference w:id="2"/>{t("b")}</w:r>', "a\ufffcb"),
        (f'<w:r>{t("a")}<w:endnoteReference w:id="2"/><w:drawing/></w:r>', "a\ufffc\ufffc"),
        (f'<w:r>{t("a")}<w:sym w:char="F04A"/><w:object/><w:pict/></w:r>', "a" + 3 * "\ufffc"),
        (f"<w:r><w:annotationRef/>{t('a')}</w:r>", "\ufffca"),
        # What stands in w:t is literal.
        ("<w:r><w:t>  a  b\n</w:t></w:r>", "  a  b\n"),
        (
            "<w:r><w:t>A &amp; B &#x2019; <![CDATA[<C>]]><!-- no --><?no?>D</w:t></w:r>",
            "A & B ’ <C>D",
        ),
        # Properties hold elements of the same names.
        (f'<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>{run("a")}', "a"),
    ],
)
def test_a_paragraph_is_one_text(tmp_path, content, text):
    assert texts(opened_body(tmp_path, f"<w:p>{content}</w:p>")) == [text]


def test_the_guide_above_a_word_is_a_text_of_its_own(tmp_path):
    ruby = f"<w:ruby><w:rt>{run('a')}</w:rt><w:rubyBase>{run('b')}</w:rubyBase></w:ruby>"
    assert texts(opened_body(tmp_path, f"<w:p><w:r>{ruby}</w:r></w:p>")) == ["b", "a"]


def test_both_namespaces_are_read(tmp_path):
    body = f"<w:p><w:r>{t('Danielle')}<w:tab/>{t('Pike')}</w:r></w:p>"
    document = opened(tmp_path, zipped(members_of(main_story(body, STRICT))))
    assert texts(document) == ["Danielle\tPike"]


def test_paragraphs_without_text_are_no_segments_but_count(tmp_path):
    document = opened_body(
        tmp_path,
        "<w:p/><w:p><w:r><w:br/></w:r></w:p><w:p><w:r><w:drawing/></w:r></w:p><w:p>"
        f"{run('Pike')}</w:p>",
    )
    assert [s.id for s in document.segments] == ["draft.docx|/word/document.xml|p3"]


@pytest.mark.parametrize(
    ("content", "seen", "deleted"),
    [
        ("A<del>B</del>C", "AC", ["B"]),
        ("<del>Anna</del><del> Berg</del>", None, ["Anna Berg"]),
        ("<del>Anna</del> and <del>Berg</del>", " and ", ["Anna", "Berg"]),
        ("<del>Anna</del><ins>Mary</ins> Berg", "Mary Berg", ["Anna"]),
        ("<move>Anna</move>.", ".", ["Anna"]),
        ("<ins>Mary</ins>", "Mary", []),
    ],
)
def test_deleted_text_is_never_joined_with_what_is_seen(tmp_path, content, seen, deleted):
    xml = ""
    for piece in content.replace("</", "\0</").replace("<", "\0<").split("\0"):
        name, _, text = piece.rpartition(">")
        match name:
            case "<del":
                xml += f"<w:del><w:r><w:delText>{text}</w:delText></w:r></w:del>"
            case "<move":
                xml += f"<w:moveFrom>{run(text)}</w:moveFrom>"
            case "<ins":
                xml += f"<w:ins>{run(text)}</w:ins>"
            case _ if text:
                xml += run(text)
    segments = opened_body(tmp_path, f"<w:p>{xml}</w:p>", keep_revisions=True).segments
    assert [s.text for s in segments if s.kind is SegmentKind.REVISION] == deleted
    assert [s.text for s in segments if s.kind is SegmentKind.BODY] == ([seen] if seen else [])


def test_variants_for_older_programs_are_lines_of_their_own(tmp_path):
    variants = (
        f"<mc:AlternateContent><mc:Choice>{run('Pike')}</mc:Choice>"
        f"<mc:Fallback>{run('Pike')}</mc:Fallback></mc:AlternateContent>"
    )
    document = opened_body(tmp_path, f"<w:p>{run('Ms ')}{variants}{run(' left')}</w:p>")
    assert texts(document) == ["Ms Pike left", "Pike"]
