"""Macros, controls, add-ins and signatures."""

from __future__ import annotations

from base64 import b64encode

from canary_names import Canary
from canary_package import DOCUMENT, Draft
from canary_place import Place, Xml
from canary_xml import MS_REL, NAMESPACES, PACKAGE
from places_objects import Content, compound

MACROS = "macros.docm"
SIGNED = "signed.docx"
_WNE = f'xmlns:wne="{NAMESPACES["wne"]}"'
_ORIGIN = f"{PACKAGE}/relationships/digital-signature/origin"
_SIGNATURE = f"{PACKAGE}/relationships/digital-signature/signature"


def _extra(
    identity: str,
    what: str,
    name: str,
    content_type: str,
    relation: str,
    content: Content,
    source: str = DOCUMENT,
    package: str = MACROS,
) -> Place:
    """A part of its own; `name` takes a number."""

    def plant(draft: Draft, c: Canary) -> None:
        member = draft.add(name.format(draft.number()), content(c), content_type)
        draft.relate(source, relation, member)

    return Place(identity, what, plant, package=package)


def _macro(
    identity: str, what: str, name: str, content_type: str, relation: str, content: Content
) -> Place:
    return _extra(
        identity,
        what,
        name,
        f"application/vnd.ms-word.{content_type}",
        f"{MS_REL}/2006/relationships/{relation}",
        content,
    )


def _control(
    draft: Draft, c: Canary, name: str = "Box", caption: str = "", state: bytes = b""
) -> None:
    """A control of ActiveX."""
    number = draft.number()
    member = draft.add(
        f"word/activeX/activeX{number}.xml",
        '<ax:ocx xmlns:ax="http://schemas.microsoft.com/office/2006/activeX" '
        'ax:classid="{8BD21D50-EC42-11CE-9E0D-00AA006002F3}" ax:persistence="persistPropertyBag">'
        f'<ax:ocxPr ax:name="Caption" ax:value="{caption}"/></ax:ocx>',
        "application/vnd.ms-office.activeX+xml",
    )
    if state:
        binary = draft.add(
            f"word/activeX/activeX{number}.bin", state, "application/vnd.ms-office.activeX"
        )
        draft.relate(member, f"{MS_REL}/2006/relationships/activeXControlBinary", binary)
    link = draft.relate(DOCUMENT, "control", member)
    draft.say(
        c,
        f'<w:r><w:object><w:control r:id="{link}" w:name="{name}" w:shapeid="_x1"/>'
        "</w:object></w:r>",
    )


def _web_extension(identity: str, what: str, content: Xml) -> Place:
    space = "http://schemas.microsoft.com/office/webextensions/webextension/2010/11"
    return _extra(
        f"web extension/{identity}",
        what,
        "word/webextensions/webextension{}.xml",
        "application/vnd.ms-office.webextension+xml",
        f"{MS_REL}/2011/relationships/webextension",
        lambda c: f'<we:webextension xmlns:we="{space}" id="{{1}}">{content(c)}</we:webextension>',
        source="",
    )


def _signature(identity: str, what: str, inside: Xml) -> Place:
    def plant(draft: Draft, c: Canary) -> None:
        origin = "_xmlsignatures/origin.sigs"
        if origin not in draft.members:
            draft.add(
                origin, b"", "application/vnd.openxmlformats-package.digital-signature-origin"
            )
            draft.relate("", _ORIGIN, origin)
        name = draft.add(
            f"_xmlsignatures/sig{draft.number()}.xml",
            '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo/>'
            f"<SignatureValue>AAAA</SignatureValue>{inside(c)}</Signature>",
            "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml",
        )
        draft.relate(origin, _SIGNATURE, name)

    return Place(f"signature/{identity}", what, plant, package=SIGNED)


def _signature_info(tag: str) -> Xml:
    return lambda c: (
        '<Object><SignatureProperties><SignatureProperty Target="#x"><SignatureInfoV1 '
        f'xmlns="http://schemas.microsoft.com/office/2006/digsig"><{tag}>{c.full}</{tag}>'
        "</SignatureInfoV1></SignatureProperty></SignatureProperties></Object>"
    )


def _certificate(c: Canary) -> str:
    """A subject as it stands in a certificate: a UTF8String of DER, in base64."""
    name = c.full.encode()
    subject = (
        b"\x30" + bytes([len(name) + 7]) + b"\x06\x03\x55\x04\x03\x0c" + bytes([len(name)]) + name
    )
    encoded = b64encode(b"\x30\x82\x01\x00" + bytes(40) + subject + bytes(40)).decode()
    return f"<KeyInfo><X509Data><X509Certificate>{encoded}</X509Certificate></X509Data></KeyInfo>"


PLACES: tuple[Place, ...] = (
    _macro(
        "macros/vbaProject",
        "code",
        "word/vbaProject{}.bin",
        "vbaProject",
        "vbaProject",
        lambda c: compound("x") + f'Module={c.joined}\r\nName="Project"'.encode(),
    ),
    _macro(
        "macros/vbaData",
        "a macro's name",
        "word/vbaData{}.xml",
        "vbaData+xml",
        "wordVbaData",
        lambda c: (
            f'<wne:vbaSuppData {_WNE}><wne:mcds><wne:mcd wne:macroName="{c.joined}"/></wne:mcds>'
            "</wne:vbaSuppData>"
        ),
    ),
    _macro(
        "macros/key map",
        "a key's macro",
        "word/customizations{}.xml",
        "keyMapCustomizations+xml",
        "keyMapCustomizations",
        lambda c: (
            f'<wne:tcg {_WNE}><wne:keymaps><wne:keymap wne:kcmPrimary="0241">'
            f'<wne:macro wne:macroName="{c.joined}"/></wne:keymap></wne:keymaps></wne:tcg>'
        ),
    ),
    _macro(
        "macros/toolbars",
        "a toolbar",
        "word/attachedToolbars{}.bin",
        "attachedToolbars",
        "attachedToolbars",
        lambda c: b"\x00\x01" + c.full.encode("utf-16-le"),
    ),
    _macro(
        "macros/signature",
        "who signed the code",
        "word/vbaProjectSignature{}.bin",
        "vbaProjectSignature",
        "vbaProjectSignature",
        lambda c: bytes(20) + c.full.encode(),
    ),
    _extra(
        "ribbon/customUI",
        "a label",
        "customUI/customUI{}.xml",
        "application/xml",
        f"{MS_REL}/2006/relationships/ui/extensibility",
        lambda c: (
            f'<customUI xmlns="{MS_REL}/2006/01/customui"><ribbon>'
            f'<tabs><tab id="t" label="{c.full}"/></tabs></ribbon></customUI>'
        ),
        source="",
    ),
    _extra(
        "ribbon/customUI14",
        "a callback",
        "customUI/customUI14-{}.xml",
        "application/xml",
        f"{MS_REL}/2007/relationships/ui/extensibility",
        lambda c: f'<customUI xmlns="{MS_REL}/2009/07/customui" onLoad="{c.joined}"/>',
        source="",
    ),
    Place(
        "ActiveX/caption",
        "a control's property",
        lambda d, c: _control(d, c, caption=c.full),
        package=MACROS,
    ),
    Place(
        "ActiveX/w:name",
        "a control's name",
        lambda d, c: _control(d, c, name=c.joined),
        package=MACROS,
    ),
    Place(
        "ActiveX/state",
        "what a control keeps",
        lambda d, c: _control(d, c, state=bytes(16) + c.full.encode("utf-16-le")),
        package=MACROS,
    ),
    _web_extension(
        "property",
        "what an add-in keeps",
        lambda c: (
            f'<we:properties><we:property name="who" value="&quot;{c.full}&quot;"/></we:properties>'
        ),
    ),
    _web_extension(
        "reference",
        "where an add-in is",
        lambda c: f'<we:reference id="x" store="\\\\server\\{c.joined}" storeType="Filesystem"/>',
    ),
    _signature("SignatureText", "the name that was signed with", _signature_info("SignatureText")),
    _signature("SignatureComments", "why it was signed", _signature_info("SignatureComments")),
    _signature("certificate", "the subject of the certificate", _certificate),
    _signature(
        "X509SubjectName",
        "the subject in words",
        lambda c: (
            f"<KeyInfo><X509Data><X509SubjectName>CN={c.full}</X509SubjectName></X509Data></KeyInfo>"
        ),
    ),
)
