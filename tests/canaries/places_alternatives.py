"""Alternative texts, titles and names of drawings, and SmartArt."""

from __future__ import annotations

import image_files as made
from canary_names import Canary
from canary_package import DOCUMENT, Draft
from canary_place import Place, Xml, block, inline
from canary_workbook import packed_drawing
from canary_xml import DRAWING, MS_REL, NAMESPACES, cell, paragraph, run, table
from places_images import picture, put_image

_OFFICE = "application/vnd.openxmlformats-officedocument"
_A = f'xmlns:a="{NAMESPACES["a"]}"'
_DGM = f'xmlns:dgm="{NAMESPACES["dgm"]}" {_A} xmlns:r="{NAMESPACES["r"]}"'
_DSP = "http://schemas.microsoft.com/office/drawing/2008/diagram"


def _described(
    identity: str, what: str, outer: Xml, inner: Xml = lambda c: 'id="0" name="p"'
) -> Place:
    def plant(draft: Draft, c: Canary) -> None:
        image = put_image(draft, made.png(), "png")
        draft.say(c, picture(f'<a:blip r:embed="{image}"/>', outer(c), inner(c)))

    return Place(f"drawing/{identity}", what, plant)


def _inner(identity: str, what: str, inner: Xml) -> Place:
    return _described(identity, what, lambda c: 'name="p"', inner)


def _linked_picture(draft: Draft, c: Canary) -> None:
    target = f"file:///C:/Users/{c.joined}/photo.png"
    link = draft.relate(DOCUMENT, "image", target, external=True)
    image = put_image(draft, made.png(), "png")
    draft.say(c, picture(f'<a:blip r:embed="{image}" r:link="{link}"/>'))


def _picture_link(draft: Draft, c: Canary, target: str, tooltip: str = "") -> None:
    """A picture that one can click on."""
    link = draft.relate(DOCUMENT, "hyperlink", target, external=True)
    image = put_image(draft, made.png(), "png")
    click = f'<a:hlinkClick r:id="{link}" tooltip="{tooltip}"/>'
    draft.say(c, picture(f'<a:blip r:embed="{image}"/>', link=click))


def _web_video(draft: Draft, c: Canary) -> None:
    image = put_image(draft, made.png(), "png")
    video = (
        f'<a:extLst><a:ext uri="{{C809E66F-F1BF-436E-b5F7-EEA9579F0CBA}}"><wp15:webVideoPr '
        f'embeddedHtml="&lt;iframe title=&quot;{c.full}&quot;/&gt;" h="10" w="10"/></a:ext>'
        "</a:extLst>"
    )
    draft.say(c, picture(f'<a:blip r:embed="{image}">{video}</a:blip>'))


def _shape(c: Canary, attributes: str, content: str = "") -> str:
    return (
        f'<w:r><w:pict><v:rect style="width:20pt;height:20pt" {attributes}>{content}</v:rect>'
        "</w:pict></w:r>"
    )


def _old_image_title(draft: Draft, c: Canary) -> None:
    image = put_image(draft, made.png(), "png")
    content = f'<v:imagedata r:id="{image}" o:title="{c.full}"/>'
    draft.say(c, _shape(c, "", content))


def _background(draft: Draft, c: Canary) -> None:
    root = draft.tree(DOCUMENT)
    draft.append(
        DOCUMENT,
        '<w:background w:color="FFFFFF"><v:background><v:fill color2="white" '
        f'o:title="{c.full}"/></v:background></w:background>',
    )
    root.insert(0, root[-1])


def _tabled(properties: str) -> str:
    return table(cell(paragraph(run("A table."))), properties=properties, columns=1)


def graphic(uri: str, content: str) -> str:
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        '<wp:extent cx="1800000" cy="900000"/><wp:docPr id="2" name="Graphic"/>'
        f'<a:graphic><a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r>"
    )


def row(c: Canary) -> str:
    """The name with the words around it."""
    return c.before + c.full + c.after


def _smart_art(
    draft: Draft,
    text: str = "Step",
    shown: str = "Step",
    layout: str = "Process",
    description: str = "",
    prompt: str = "",
    style: str = "Simple",
    alt: str = "",
) -> None:
    """A diagram of one point, with the five parts that Word writes."""
    number = draft.number()

    def put(kind: str, content: str, content_type: str, relation: str) -> str:
        name = f"word/diagrams/{kind}{number}.xml"
        draft.add(name, content, content_type)
        return draft.relate(DOCUMENT, relation, name)

    def own(kind: str, content: str) -> str:
        return put(
            kind,
            content,
            f"{_OFFICE}.drawingml.diagram{kind.title()}+xml",
            f"diagram{kind.title()}",
        )

    body = f"<a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p>"
    drawn = (
        f'<dsp:drawing xmlns:dsp="{_DSP}" {_A}><dsp:spTree><dsp:nvGrpSpPr>'
        '<dsp:cNvPr id="0" name=""/>'
        '<dsp:cNvGrpSpPr/></dsp:nvGrpSpPr><dsp:grpSpPr/><dsp:sp modelId="{2}"><dsp:nvSpPr>'
        '<dsp:cNvPr id="0" name=""/><dsp:cNvSpPr/></dsp:nvSpPr><dsp:spPr/><dsp:txBody><a:bodyPr/>'
        f"<a:p><a:r><a:t>{shown}</a:t></a:r></a:p></dsp:txBody></dsp:sp></dsp:spTree></dsp:drawing>"
    )
    drawing = put(
        "drawing",
        drawn,
        "application/vnd.ms-office.drawingml.diagramDrawing+xml",
        f"{MS_REL}/2007/relationships/diagramDrawing",
    )
    data = own(
        "data",
        f'<dgm:dataModel {_DGM}><dgm:ptLst><dgm:pt modelId="{{1}}" type="doc"><dgm:prSet/>'
        f'<dgm:spPr/></dgm:pt><dgm:pt modelId="{{2}}"><dgm:prSet phldrT="{prompt}" '
        f'custT="1"/><dgm:spPr/><dgm:t>{body}</dgm:t><dgm:extLst>'
        '<a:ext uri="{E40237B7-FDA0-4F09-8148-C483321AD2D9}"><dgm14:cNvPr '
        'xmlns:dgm14="http://schemas.microsoft.com/office/drawing/2010/diagram" '
        f'id="0" name="" descr="{alt}"/>'
        "</a:ext></dgm:extLst></dgm:pt></dgm:ptLst><dgm:cxnLst/><dgm:bg/><dgm:whole/>"
        '<dgm:extLst><a:ext uri="http://schemas.microsoft.com/office/drawing/2008/diagram">'
        f'<dsp:dataModelExt xmlns:dsp="{_DSP}" relId="{drawing}" '
        'minVer="http://schemas.openxmlformats.org/drawingml/2006/diagram"/></a:ext></dgm:extLst>'
        "</dgm:dataModel>",
    )
    lay = own(
        "layout",
        f'<dgm:layoutDef {_DGM} uniqueId="urn:l"><dgm:title val="{layout}"/>'
        f'<dgm:desc val="{description}"/><dgm:catLst/><dgm:layoutNode name="n"/></dgm:layoutDef>',
    )
    quick = put(
        "quickStyle",
        f'<dgm:styleDef {_DGM} uniqueId="urn:s"><dgm:title val="{style}"/></dgm:styleDef>',
        f"{_OFFICE}.drawingml.diagramStyle+xml",
        "diagramQuickStyle",
    )
    colors = own("colors", f'<dgm:colorsDef {_DGM} uniqueId="urn:c"/>')
    ids = f'r:dm="{data}" r:lo="{lay}" r:qs="{quick}" r:cs="{colors}"'
    draft.body(paragraph(graphic(f"{DRAWING}/diagram", f"<dgm:relIds {ids}/>")))


PLACES: tuple[Place, ...] = (
    _described("wp:docPr descr", "alternative text", lambda c: f'name="p" descr="{c.full}"'),
    _described("wp:docPr title", "its title", lambda c: f'name="p" title="{c.full}"'),
    _described("wp:docPr name", "its name", lambda c: f'name="{c.full}"'),
    _inner("pic:cNvPr name", "the file's name", lambda c: f'id="0" name="{c.full}.png"'),
    _inner(
        "pic:cNvPr descr",
        "the file's path",
        lambda c: f'id="0" name="p" descr="C:\\{c.joined}.png"',
    ),
    _inner("pic:cNvPr title", "its title", lambda c: f'id="0" name="p" title="{c.full}"'),
    Place("drawing/r:link", "the path of a linked picture", _linked_picture),
    Place(
        "drawing/a:hlinkClick target",
        "where a click leads",
        lambda d, c: _picture_link(d, c, f"https://example.org/{c.joined}"),
    ),
    Place(
        "drawing/a:hlinkClick tooltip",
        "a picture's tooltip",
        lambda d, c: _picture_link(d, c, "https://example.org/", c.full),
    ),
    Place("drawing/web video", "the page of an inserted video", _web_video),
    inline("VML/alt", "alternative text", lambda c: _shape(c, f'alt="{c.full}"')),
    inline("VML/title", "its title", lambda c: _shape(c, f'title="{c.full}"')),
    inline("VML/id", "its id", lambda c: _shape(c, f'id="{c.joined}"')),
    inline(
        "VML/href",
        "where a click leads",
        lambda c: _shape(c, f'href="https://example.org/{c.joined}"'),
    ),
    inline(
        "VML/o:gfxdata",
        "a packed drawing in base64",
        lambda c: _shape(c, f'o:gfxdata="{packed_drawing(c)}"'),
    ),
    inline(
        "VML/o:signatureline",
        "who is to sign",
        lambda c: _shape(
            c,
            "",
            f'<o:signatureline v:ext="edit" issignatureline="t" o:suggestedsigner="{c.full}"/>',
        ),
    ),
    Place("VML/o:title", "the title of a picture", _old_image_title),
    Place("VML/background", "the title of the page's filling", _background),
    block("table/caption", "its title", lambda c: _tabled(f'<w:tblCaption w:val="{c.full}"/>')),
    block(
        "table/description", "its text", lambda c: _tabled(f'<w:tblDescription w:val="{c.full}"/>')
    ),
    Place(
        "SmartArt/text", "text of a point", lambda d, c: _smart_art(d, row(c), row(c)), stays=True
    ),
    Place("SmartArt/data only", "text of the model", lambda d, c: _smart_art(d, text=c.full)),
    Place(
        "SmartArt/drawing only", "text as it was drawn", lambda d, c: _smart_art(d, shown=c.full)
    ),
    Place("SmartArt/layout title", "the layout's title", lambda d, c: _smart_art(d, layout=c.full)),
    Place(
        "SmartArt/layout desc", "the layout's text", lambda d, c: _smart_art(d, description=c.full)
    ),
    Place("SmartArt/phldrT", "a point's prompt", lambda d, c: _smart_art(d, prompt=c.full)),
    Place("SmartArt/style title", "the style's title", lambda d, c: _smart_art(d, style=c.full)),
    Place("SmartArt/alternative text", "a point's", lambda d, c: _smart_art(d, alt=c.full)),
)
