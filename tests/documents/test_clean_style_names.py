"""Names and ids of styles: which stay, which become neutral, in every part alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from word_files import STRICT, main_story, paragraph, run, story

from redactor.documents.docx.clean.builtin_styles import is_builtin, is_usual_id, usual_id
from redactor.documents.docx.clean.plain_names import is_plain
from redactor.documents.docx.clean.style_names import rename_styles, style_names

NAMES = "names of styles"
USES = "references to styles by name"


def style(identifier, name, *more):
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{identifier}">'
        f'<w:name w:val="{name}"/>{"".join(more)}</w:style>'
    )


def styles_part(*styles, **options):
    return etree.fromstring(story("styles", "".join(styles), **options).encode())


def body(*content):
    return etree.fromstring(main_story("".join(content)).encode())


def defined(root):
    """Pairs of id and shown name."""
    return [(attribute(s, "styleId"), attribute(s[0], "val")) for s in root.iter("{*}style")]


def attribute(element, local):
    return next((v for k, v in element.items() if etree.QName(k).localname == local), None)


def renamed(*styles):
    root = styles_part(*styles)
    names = style_names([root])
    return root, names, rename_styles(root, names)


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("Normal", "Normal"),
        ("heading 1", "Heading1"),
        ("Heading 1", "Heading1"),
        ("Heading 9 Char", "Heading9Char"),
        ("annotation text", "CommentText"),
        ("Comment Text Char", "CommentTextChar"),
        ("Normal (Web)", "NormalWeb"),
        ("Normal Table", "TableNormal"),
        ("No List", "NoList"),
        ("table of figures", "TableofFigures"),
        ("toc 3", "TOC3"),
        ("toa heading", "TOAHeading"),
        ("HTML Top of Form", "z-TopofForm"),
        ("E-mail Signature", "E-mailSignature"),
        ("Outline List 3", "ArticleSection"),
        ("Table 3D effects 2", "Table3Deffects2"),
        ("Grid Table 1 Light Accent 6", "GridTable1Light-Accent6"),
        ("Medium Shading 2 Accent 1", "MediumShading2-Accent1"),
        ("FollowedHyperlink", "FollowedHyperlink"),
    ],
)
def test_words_own_styles_are_left_alone(name, identifier):
    assert is_builtin(name)
    assert usual_id(name) == identifier
    assert is_usual_id(identifier)
    root, _, gone = renamed(style(identifier, name))
    assert gone == {}
    assert defined(root) == [(identifier, name)]


@pytest.mark.parametrize(
    "name", ["Berisha", "heading 10", "Heading", "Normal Berisha", "Grid Table 8", "", "Char"]
)
def test_other_names_are_none_of_words(name):
    assert not is_builtin(name)
    assert not is_usual_id(name.replace(" ", ""))


@pytest.mark.parametrize(
    "name",
    "Table text 2|Heading1|DHR Body|Bold/Italic|Quote (long)|H1|Part 2007|E-mail|Char 3".split("|"),
)
def test_names_of_english_words_stay(name):
    assert is_plain(name)
    root, _, gone = renamed(style("style1", name))
    assert gone == {}
    assert defined(root) == [("style1", name)]


@pytest.mark.parametrize(
    "name",
    (
        "Berisha|Table Berisha|BodyText|Grace|Heading (Danielle)|Titre \u00c9tude|h1|AB12 CDE|"
        "\u0411|4857773456|Part07700900123|text@example.org|DHRBM| "
    ).split("|"),
)
def test_any_other_name_becomes_neutral(name):
    assert not is_plain(name)
    root, names, gone = renamed(style("style1", name))
    assert gone == {NAMES: 1}
    assert defined(root) == [("style1", "Style 1")]
    assert names.shown[name.casefold()] == "Style 1"


def test_ids_become_neutral_and_every_reference_follows():
    root, names, gone = renamed(
        style("Normal", "Normal"),
        style("BerishaText", "Berisha Text", '<w:basedOn w:val="Normal"/>'),
        style(
            "MarkuText",
            "Long text",
            '<w:basedOn w:val="BerishaText"/><w:next w:val="MarkuText"/><w:link w:val="TextChar"/>',
        ),
        style("TextChar", "Long text Char", '<w:link w:val="MarkuText"/>'),
    )
    assert defined(root) == [
        ("Normal", "Normal"),
        ("style1", "Style 1"),
        ("style2", "Long text"),
        ("style3", "Long text Char"),
    ]
    references = root.iter("{*}basedOn", "{*}next", "{*}link")
    assert [attribute(e, "val") for e in references] == [
        "Normal", "style1", "style2", "style3", "style2",
    ]  # fmt: skip
    assert gone == {NAMES: 4, USES: 4}
    document = body(
        paragraph(run("a", '<w:rStyle w:val="TextChar"/>'), style="BerishaText"),
        '<w:tbl><w:tblPr><w:tblStyle w:val="MarkuText"/></w:tblPr></w:tbl>',
        paragraph(run("b"), style="Normal"),
    )
    assert rename_styles(document, names) == {USES: 3}
    used = [attribute(e, "val") for e in document.iter("{*}pStyle", "{*}rStyle", "{*}tblStyle")]
    assert used == ["style1", "style3", "style2", "Normal"]
    numbering = etree.fromstring(
        story(
            "numbering",
            '<w:abstractNum><w:styleLink w:val="MarkuText"/><w:numStyleLink w:val="BerishaText"/>'
            '<w:lvl><w:pStyle w:val="TextChar"/></w:lvl></w:abstractNum>',
        ).encode()
    )
    assert rename_styles(numbering, names) == {USES: 3}
    settings = etree.fromstring(
        story("settings", '<w:defaultTableStyle w:val="MarkuText"/>').encode()
    )
    assert rename_styles(settings, names) == {USES: 1}


def test_words_styles_of_another_language_get_their_english_ids():
    root, _, _ = renamed(style("berschrift1", "heading 1"), style("a3", "header"))
    assert defined(root) == [("Heading1", "heading 1"), ("Header", "header")]


def test_an_id_that_is_taken_is_not_given_again():
    root, _, _ = renamed(
        style("berschrift1", "heading 1"), style("heading1", "Berisha"), style("b", "Heading 1")
    )
    assert defined(root) == [
        ("style1", "heading 1"), ("heading1", "Style 1"), ("style2", "Heading 1")
    ]  # fmt: skip


def test_a_new_name_is_none_that_there_is():
    root, _, _ = renamed(style("style1", "Berisha"), style("style2", "style 1"))
    assert [name for _, name in defined(root)] == ["Style 2", "style 1"]


def test_what_refers_to_no_style_still_refers_to_none():
    root, names, _ = renamed(style("berschrift1", "heading 1"), style("BerishaText", "Marku"))
    document = body(
        *(
            paragraph(style=used)
            for used in ("Berisha", "Heading2", "Heading1", "berishatext", "style1")
        )
    )
    rename_styles(document, names)
    used = [attribute(e, "val") for e in document.iter("{*}pStyle")]
    assert used == ["style0", "Heading2", "style0", "STYLE1", "style0"]
    assert not {u for u in used if u != "Heading2"} & {key for key, _ in defined(root)}
    assert rename_styles(document, style_names([root])) == {}


@pytest.mark.parametrize(
    ("aliases", "stay"), [("Body,Long text", True), ("h1", False), ("Body,Berisha", False)]
)
def test_aliases_stay_when_all_of_them_are_plain(aliases, stay):
    root, names, gone = renamed(style("Title", "Title", f'<w:aliases w:val="{aliases}"/>'))
    assert bool(list(root.iter("{*}aliases"))) == stay
    assert gone == ({} if stay else {NAMES: 1})
    assert names.shown[aliases.split(",")[-1].casefold()] == "Title"


def test_both_styles_parts_agree():
    roots = [
        styles_part(style("Berisha", "Marku"), style("Gashi", "Body")),
        styles_part(style("Gashi", "Body"), style("Berisha", "Marku")),
    ]
    names = style_names(roots)
    for root in roots:
        rename_styles(root, names)
    assert defined(roots[0]) == [("style1", "Style 1"), ("style2", "Body")]
    assert sorted(defined(roots[1])) == defined(roots[0])


def test_latent_styles_and_other_settings_are_left_alone():
    latent = '<w:latentStyles><w:lsdException w:name="heading 1"/></w:latentStyles>'
    root, _, gone = renamed(latent, style("style1", "Body"), "<w:style/>")
    assert gone == {}
    assert [attribute(e, "name") for e in root.iter("{*}lsdException")] == ["heading 1"]


def test_strict_files_are_the_same():
    root = styles_part(style("Berisha", "Marku"), namespace=STRICT)
    names = style_names([root])
    rename_styles(root, names)
    assert defined(root) == [("style1", "Style 1")]


IDS = st.sampled_from("Berisha berisha Normal style1 style2 Heading1 titel a3".split())
SHOWN = st.sampled_from(
    ["Marku", "marku", "Normal", "heading 1", "Heading 1", "Style 1", "style 2", "Body", "Grace"]
)


@given(
    st.lists(st.tuples(IDS, SHOWN), unique_by=lambda pair: pair[0]),
    st.lists(IDS | st.just("Gashi")),
)
def test_styles_that_differ_still_differ_and_stay_as_they_are_then(pairs, uses):
    root = styles_part(*(style(*pair) for pair in pairs))
    document = body(*(paragraph(style=used) for used in uses))
    names = style_names([root])
    for part in (root, document):
        rename_styles(part, names)
    old_ids = [identifier for identifier, _ in pairs]
    new_ids = [identifier for identifier, _ in defined(root)]
    assert len(set(new_ids)) == len(new_ids)
    for old, element in zip(uses, document.iter("{*}pStyle"), strict=True):
        new = attribute(element, "val")
        assert (new_ids.index(new) if new in new_ids else None) == (
            old_ids.index(old) if old in old_ids else None
        )
    again = style_names([root])
    assert rename_styles(root, again) == rename_styles(document, again) == {}
    assert "Berisha" not in new_ids
