"""Pictures: what their formats keep beside the picture, and text that is drawn."""

from __future__ import annotations

from collections.abc import Callable

import image_files as made
from canary_names import Canary
from canary_package import DOCUMENT, Draft
from canary_place import Place
from canary_xml import DRAWING, run

_TYPES = {
    "png": "image/png",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "tiff": "image/tiff",
    "bmp": "image/bmp",
    "emf": "image/x-emf",
    "emz": "image/x-emz",
    "wmf": "image/x-wmf",
    "svg": "image/svg+xml",
}
_SVG_URI = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_SVG_SPACE = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"


def picture(
    blip: str,
    properties: str = 'name="Picture"',
    inner: str = 'id="0" name="Picture"',
    link: str = "",
) -> str:
    """A run with a picture; `blip` is the inside of a:blip's tag."""
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="360000" cy="90000"/><wp:docPr id="1" {properties}>{link}</wp:docPr>'
        f'<a:graphic><a:graphicData uri="{DRAWING}/picture"><pic:pic><pic:nvPicPr>'
        f"<pic:cNvPr {inner}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>{blip}"
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        '<a:off x="0" y="0"/><a:ext cx="360000" cy="90000"/></a:xfrm><a:prstGeom prst="rect">'
        "<a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>"
        "</w:drawing></w:r>"
    )


def put_image(draft: Draft, content: bytes | str, suffix: str, name: str = "") -> str:
    """Add a picture file; returns the id of the document's relationship to it."""
    member = name or f"word/media/image{draft.number()}.{suffix}"
    draft.add(member, content, _TYPES[suffix])
    return draft.relate(DOCUMENT, "image", member)


def _image(identity: str, what: str, suffix: str, content: Callable[[Canary], bytes]) -> Place:
    def plant(draft: Draft, c: Canary) -> None:
        image = put_image(draft, content(c), suffix)
        draft.say(c, picture(f'<a:blip r:embed="{image}"/>'))

    return Place(f"{suffix}/{identity}", what, plant)


def _svg(identity: str, what: str, content: Callable[[Canary], str]) -> Place:
    """A drawing in SVG, with a PNG for programs that cannot show it."""

    def plant(draft: Draft, c: Canary) -> None:
        plain, drawing = put_image(draft, made.png(), "png"), put_image(draft, content(c), "svg")
        extension = (
            f'<a:extLst><a:ext uri="{_SVG_URI}"><asvg:svgBlip xmlns:asvg="{_SVG_SPACE}" '
            f'r:embed="{drawing}"/></a:ext></a:extLst>'
        )
        draft.say(c, picture(f'<a:blip r:embed="{plain}">{extension}</a:blip>'))

    return Place(f"svg/{identity}", what, plant)


def _thumbnail(draft: Draft, c: Canary) -> None:
    name = f"docProps/thumbnail{draft.number()}.jpeg"
    draft.add(name, made.jpeg(made.exif(0x13B, c.full.encode() + b"\x00")), _TYPES["jpeg"])
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
    draft.relate("", kind, name)


def _vml_image(draft: Draft, c: Canary) -> None:
    """A picture of an older program, with a comment within the file."""
    image = put_image(draft, made.jpeg(made.segment(0xFE, c.full.encode())), "jpeg")
    draft.say(
        c,
        '<w:r><w:pict><v:shape style="width:20pt;height:20pt">'
        f'<v:imagedata r:id="{image}" o:title=""/></v:shape></w:pict></w:r>',
    )


def _unreferenced(draft: Draft, c: Canary) -> None:
    """A picture that was deleted from the page and left in the package."""
    put_image(draft, made.png(made.text_chunk(c.full)), "png")
    draft.body(f"<w:p>{run('No picture.')}</w:p>")


_XMP_SEGMENT = b"http://ns.adobe.com/xap/1.0/\x00"

PLACES: tuple[Place, ...] = (
    _image("tEXt", "a text", "png", lambda c: made.png(made.text_chunk(c.full))),
    _image("zTXt", "a packed text", "png", lambda c: made.png(made.packed_text_chunk(c.full))),
    _image("iTXt", "a text in UTF-8", "png", lambda c: made.png(made.international_chunk(c.full))),
    _image(
        "packed iTXt",
        "a packed text in UTF-8",
        "png",
        lambda c: made.png(made.international_chunk(c.full, packed=True)),
    ),
    _image(
        "XMP",
        "metadata as XML",
        "png",
        lambda c: made.png(
            made.international_chunk(made.xmp(c.full).decode(), key=b"XML:com.adobe.xmp")
        ),
    ),
    _image(
        "eXIf",
        "the artist",
        "png",
        lambda c: made.png(made.chunk(b"eXIf", made.tiff(0x13B, c.full.encode() + b"\x00"))),
    ),
    _image(
        "iCCP", "a colour profile's name", "png", lambda c: made.png(made.profile_chunk(c.full))
    ),
    _image(
        "private chunk",
        "a program's own chunk",
        "png",
        lambda c: made.png(made.chunk(b"prVt", c.full.encode())),
    ),
    _image("after IEND", "behind the end", "png", lambda c: made.png(after=c.full.encode())),
    _image(
        "EXIF Artist",
        "the artist",
        "jpeg",
        lambda c: made.jpeg(made.exif(0x13B, c.full.encode() + b"\x00")),
    ),
    _image(
        "EXIF XPAuthor",
        "the author in UTF-16",
        "jpeg",
        lambda c: made.jpeg(made.exif(0x9C9D, (c.full + "\x00").encode("utf-16-le"), 1)),
    ),
    _image(
        "XMP",
        "metadata as XML",
        "jpeg",
        lambda c: made.jpeg(made.segment(0xE1, _XMP_SEGMENT + made.xmp(c.full))),
    ),
    _image("IPTC", "the by-line", "jpeg", lambda c: made.jpeg(made.iptc(c.full))),
    _image("COM", "a comment", "jpeg", lambda c: made.jpeg(made.segment(0xFE, c.full.encode()))),
    _image(
        "APP12",
        "a program's own segment",
        "jpeg",
        lambda c: made.jpeg(made.segment(0xEC, b"Ducky\x00" + c.full.encode())),
    ),
    _image("after EOI", "behind the end", "jpeg", lambda c: made.jpeg(after=c.full.encode())),
    Place("jpeg/VML picture", "a picture of an older program", _vml_image),
    Place("jpeg/thumbnail", "the package's preview", _thumbnail),
    Place("png/unreferenced", "a picture that nothing shows", _unreferenced),
    _image("comment", "a comment", "gif", lambda c: made.gif(made.gif_comment(c.full))),
    _image("XMP", "a program's extension", "gif", lambda c: made.gif(made.gif_application(c.full))),
    _image("after trailer", "behind the end", "gif", lambda c: made.gif(after=c.full.encode())),
    _image(
        "Artist",
        "the artist",
        "tiff",
        lambda c: made.tiff(0x13B, c.full.encode() + b"\x00", picture=True),
    ),
    _image("after pixels", "behind the end", "bmp", lambda c: made.bmp(c.full.encode())),
    _image(
        "description", "in UTF-16", "emf", lambda c: made.emf(description=f"Pen\x00{c.full}\x00")
    ),
    _image("ExtTextOutW", "drawn text", "emf", lambda c: made.emf(made.emf_text(c.full))),
    _image(
        "ExtTextOutW per letter",
        "text drawn letter by letter",
        "emf",
        lambda c: made.emf(*(made.emf_text(letter) for letter in c.joined)),
    ),
    _image("comment", "a comment", "emf", lambda c: made.emf(made.emf_comment(c.full))),
    _image("packed", "drawn text", "emz", lambda c: made.packed(made.emf(made.emf_text(c.full)))),
    _image("TextOut", "drawn text", "wmf", lambda c: made.wmf(made.wmf_text(c.full))),
    _image("escape", "a comment", "wmf", lambda c: made.wmf(made.wmf_escape(c.full))),
    _svg("text", "drawn text", lambda c: made.svg(f'<text x="0" y="10">{c.full}</text>')),
    _svg(
        "tspan",
        "drawn text, letter by letter",
        lambda c: made.svg("<text>" + "".join(f"<tspan>{x}</tspan>" for x in c.full) + "</text>"),
    ),
    _svg("title", "its title", lambda c: made.svg(f"<title>{c.full}</title>")),
    _svg("desc", "its description", lambda c: made.svg(f"<desc>{c.full}</desc>")),
    _svg("metadata", "its metadata", lambda c: made.svg(f"<metadata>{c.full}</metadata>")),
    _svg("comment", "an XML comment", lambda c: made.svg(f"<!-- {c.full} -->")),
    _svg(
        "sodipodi:docname",
        "a program's attribute",
        lambda c: made.svg("", f' sodipodi:docname="{c.full}.svg"'),
    ),
    _svg("inkscape:label", "a layer's name", lambda c: made.svg(f'<g inkscape:label="{c.full}"/>')),
    _svg("id", "an element's id", lambda c: made.svg(f'<g id="{c.joined}"/>')),
    _svg(
        "href",
        "a linked picture",
        lambda c: made.svg(f'<image xlink:href="file:///C:/{c.joined}.png"/>'),
    ),
)
