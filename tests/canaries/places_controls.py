"""Content controls, what they are bound to, smart tags and custom XML."""

from __future__ import annotations

from base64 import b64encode

from canary_names import Canary
from canary_package import DOCUMENT, Draft
from canary_place import Place, Xml, inline, said, within
from canary_xml import OFFICE, cell, paragraph, run, table

_XML_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_STORE = "{11111111-2222-4333-8444-%012d}"


def _control(properties: str, content: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def _with(identity: str, what: str, properties: Xml, content: str = "x") -> Place:
    """A control whose properties hold the name."""
    return inline(
        f"content control/{identity}", what, lambda c: _control(properties(c), run(content))
    )


def custom_xml(draft: Draft, content: str, schema: str = "urn:example:case") -> tuple[str, str]:
    """Add a custom XML part with its properties; returns its member name and its store's id."""
    number = draft.number()
    name = draft.add(f"customXml/item{number}.xml", content, "application/xml")
    store = _STORE % number
    properties = draft.add(
        f"customXml/itemProps{number}.xml",
        f'<ds:datastoreItem ds:itemID="{store}" xmlns:ds="{OFFICE}/customXml"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{schema}"/></ds:schemaRefs></ds:datastoreItem>',
        _XML_PROPERTIES,
    )
    draft.relate(DOCUMENT, "customXml", name)
    draft.relate(name, "customXmlProps", properties)
    return name, store


def _base64(text: str) -> str:
    return b64encode(f"The case of {text}.".encode()).decode()


def _bound(draft: Draft, c: Canary, value: str) -> None:
    """A control that shows `value`, bound to a part that holds the name."""
    _, store = custom_xml(draft, f'<case xmlns="urn:example:case"><victim>{c.full}</victim></case>')
    binding = (
        "<w:dataBinding w:prefixMappings=\"xmlns:k='urn:example:case'\" "
        f'w:xpath="/k:case[1]/k:victim[1]" w:storeItemID="{store}"/>'
    )
    draft.say(c, _control(binding, run(value)))


def _store(identity: str, what: str, content: Xml, schema: Xml = lambda c: "urn:x") -> Place:
    def plant(draft: Draft, c: Canary) -> None:
        custom_xml(draft, content(c), schema(c))

    return Place(f"custom XML/{identity}", what, plant)


def _bare_part(draft: Draft, c: Canary) -> None:
    """A part of custom XML without properties, as SharePoint leaves them."""
    name = draft.add(
        f"customXml/item{draft.number()}.xml",
        f'<p:properties xmlns:p="urn:example:sharepoint"><owner>{c.full}</owner></p:properties>',
        "application/xml",
    )
    draft.relate(DOCUMENT, "customXml", name)


def _bibliography(c: Canary) -> str:
    return (
        f'<b:Sources xmlns:b="{OFFICE}/bibliography" SelectedStyle=""><b:Source><b:Tag>Tag1</b:Tag>'
        "<b:SourceType>Report</b:SourceType><b:Author><b:Author><b:NameList><b:Person>"
        f"<b:Last>{c.surname}</b:Last><b:First>{c.given}</b:First></b:Person></b:NameList></b:Author>"
        "</b:Author></b:Source></b:Sources>"
    )


def _smart_tag(c: Canary, content: str, element: str = "PersonName", properties: str = "") -> str:
    return (
        f'<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="{element}">'
        f"{properties}{run(content)}</w:smartTag>"
    )


def _custom(element: str, content: str, attribute: str = "", uri: str = "urn:example:case") -> str:
    return (
        f'<w:customXml w:uri="{uri}" w:element="{element}"><w:customXmlPr>{attribute}'
        f"</w:customXmlPr>{run(content)}</w:customXml>"
    )


def _list(items: str) -> str:
    return f"<w:dropDownList>{items}</w:dropDownList>"


PLACES: tuple[Place, ...] = (
    said("content control/value", "its text", lambda c: _control("", run(c.full))),
    said(
        "content control/placeholder text",
        "its text while nobody has filled it in",
        lambda c: _control("<w:showingPlcHdr/>", run(c.full)),
    ),
    Place(
        "content control/block",
        "a control around a paragraph",
        lambda d, c: d.body(_control("", paragraph(run(c.before) + run(c.full) + run(c.after)))),
        stays=True,
    ),
    Place(
        "content control/cell",
        "a control around a cell",
        lambda d, c: d.body(
            table(
                _control("", cell(paragraph(run(c.before) + run(c.full) + run(c.after)))), columns=1
            )
        ),
        stays=True,
    ),
    _with("alias", "its title", lambda c: f'<w:alias w:val="{c.full}"/>'),
    _with("tag", "its tag", lambda c: f'<w:tag w:val="{c.joined}"/>'),
    _with(
        "placeholder",
        "the building block of its placeholder",
        lambda c: f'<w:placeholder><w:docPart w:val="{c.joined}"/></w:placeholder>',
    ),
    _with(
        "list display text",
        "an item of its list as shown",
        lambda c: _list(f'<w:listItem w:displayText="{c.full}" w:value="1"/>'),
    ),
    _with(
        "list value",
        "an item of its list as stored",
        lambda c: _list(f'<w:listItem w:displayText="One" w:value="{c.full}"/>'),
    ),
    _with(
        "lastValue",
        "what was chosen last",
        lambda c: f'<w:comboBox w:lastValue="{c.full}"><w:listItem w:value="1"/></w:comboBox>',
    ),
    _with(
        "gallery category",
        "the category of building blocks",
        lambda c: (
            f'<w:docPartList><w:docPartGallery w:val="Quick"/><w:docPartCategory w:val="{c.full}"/>'
            "</w:docPartList>"
        ),
    ),
    _with(
        "date format",
        "words in the format of a date",
        lambda c: f"<w:date><w:dateFormat w:val=\"d MMMM '{c.full}'\"/></w:date>",
    ),
    _with(
        "repeatingSection title",
        "w15:sectionTitle",
        lambda c: (
            f'<w15:repeatingSection><w15:sectionTitle w15:val="{c.full}"/></w15:repeatingSection>'
        ),
    ),
    _with(
        "binding path",
        "w:xpath of a binding",
        lambda c: f'<w:dataBinding w:xpath="/case[@who=\'{c.full}\']" w:storeItemID="{{0}}"/>',
    ),
    _with(
        "binding prefixes",
        "w:prefixMappings of a binding",
        lambda c: (
            f'<w:dataBinding w:prefixMappings="xmlns:k=\'urn:{c.joined}\'" w:xpath="/k" '
            'w:storeItemID="{0}"/>'
        ),
    ),
    Place(
        "content control/bound value",
        "shown, and in the bound part",
        lambda d, c: _bound(d, c, c.full),
        stays=True,
    ),
    Place(
        "custom XML/bound part",
        "the part that a control is bound to",
        lambda d, c: _bound(d, c, "The victim"),
    ),
    Place("custom XML/part alone", "a part that nothing is bound to", _bare_part),
    _store("attribute", "an attribute", lambda c: f'<case who="{c.full}"/>'),
    _store("element name", "an element's name", lambda c: f"<case><{c.joined}/></case>"),
    _store("namespace", "a namespace's name", lambda c: f'<case xmlns="urn:{c.joined}"/>'),
    _store("comment", "an XML comment", lambda c: f"<case><!-- {c.full} --></case>"),
    _store("instruction", "a processing instruction", lambda c: f"<case><?who {c.full}?></case>"),
    _store("base64", "text in base64", lambda c: f"<case><data>{_base64(c.full)}</data></case>"),
    _store(
        "escaped XML",
        "XML within text",
        lambda c: f"<case>&lt;who n=&quot;{c.full}&quot;/&gt;</case>",
    ),
    _store(
        "schemaRef", "the address of its schema", lambda c: "<case/>", lambda c: f"urn:{c.joined}"
    ),
    _store("bibliography", "an author in the list of sources", _bibliography),
    said("smart tag/content", "the words that it is about", lambda c: _smart_tag(c, c.full)),
    inline("smart tag/element", "its name", lambda c: _smart_tag(c, "x", c.joined)),
    inline(
        "smart tag/property",
        "a value that it keeps",
        lambda c: _smart_tag(
            c,
            "x",
            properties=f'<w:smartTagPr><w:attr w:name="id" w:val="{c.full}"/></w:smartTagPr>',
        ),
    ),
    inline(
        "smart tag/property name",
        "the name of a value",
        lambda c: _smart_tag(
            c,
            "x",
            properties=f'<w:smartTagPr><w:attr w:name="{c.joined}" w:val="1"/></w:smartTagPr>',
        ),
    ),
    within(
        "smart tag/type",
        "a type of smart tags in the settings",
        "word/settings.xml",
        lambda c: f'<w:smartTagType w:namespaceuri="urn:x" w:name="{c.joined}"/>',
    ),
    said("w:customXml/content", "the words that it is about", lambda c: _custom("who", c.full)),
    inline("w:customXml/element", "its name", lambda c: _custom(c.joined, "x")),
    inline(
        "w:customXml/uri", "its namespace", lambda c: _custom("who", "x", uri=f"urn:{c.joined}")
    ),
    inline(
        "w:customXml/attribute",
        "an attribute that it keeps",
        lambda c: _custom("who", "x", f'<w:attr w:name="id" w:val="{c.full}"/>'),
    ),
    inline(
        "w:customXml/placeholder",
        "its placeholder",
        lambda c: _custom("who", "x", f'<w:placeholder w:val="{c.full}"/>'),
    ),
    inline(
        "w:permStart/editor",
        "who may edit a stretch",
        lambda c: f'<w:permStart w:id="70" w:ed="{c.joined}"/>{run("x")}<w:permEnd w:id="70"/>',
    ),
)
