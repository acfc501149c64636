"""Charts of both kinds, what is drawn upon them and the workbook that they hold."""

from __future__ import annotations

from canary_package import DOCUMENT, Draft
from canary_place import Place, Xml
from canary_workbook import workbook
from canary_xml import DRAWING, MS_REL, NAMESPACES, paragraph
from places_alternatives import graphic, row

_OFFICE = "application/vnd.openxmlformats-officedocument"
_SHEET = f"{_OFFICE}.spreadsheetml.sheet"
_A = f'xmlns:a="{NAMESPACES["a"]}"'
_C = f'xmlns:c="{NAMESPACES["c"]}" {_A} xmlns:r="{NAMESPACES["r"]}"'
_CX = "http://schemas.microsoft.com/office/drawing/2014/chartex"


def _rich(text: str) -> str:
    return f"<c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></c:rich></c:tx>"


def _reference(tag: str, formula: str, value: str) -> str:
    return (
        f'<c:{tag}><c:strRef><c:f>{formula}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0">'
        f"<c:v>{value}</c:v></c:pt></c:strCache></c:strRef></c:{tag}>"
    )


def _chart(draft: Draft, book: bytes = b"", **texts: str) -> str:
    """A bar chart; `texts` replaces what it says by place. Returns the chart's member name."""
    t = {
        "title": "Calls",
        "series": "Police",
        "category": "first",
        "axis": "Month",
        "label": "one",
        "sheet": "Sheet1",
        "format": "General",
        "trend": "",
        "name": "",
        "user": "",
        "target": "",
        "theme": "",
    } | texts
    name = f"word/charts/chart{draft.number()}.xml"
    series = (
        '<c:ser><c:idx val="0"/><c:order val="0"/>'
        f"{_reference('tx', t['sheet'] + '!$B$1', t['series'])}"
        f'<c:dLbls><c:dLbl><c:idx val="0"/>{_rich(t["label"])}<c:showVal val="1"/></c:dLbl>'
        '<c:showVal val="1"/></c:dLbls>'
        f'<c:trendline><c:name>{t["trend"]}</c:name><c:trendlineType val="linear"/></c:trendline>'
        f"{_reference('cat', 'Sheet1!$A$2', t['category'])}<c:val><c:numRef><c:f>Sheet1!$B$2</c:f>"
        f'<c:numCache><c:formatCode>{t["format"]}</c:formatCode><c:ptCount val="1"/>'
        '<c:pt idx="0"><c:v>1</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>'
    )
    axes = (
        '<c:catAx><c:axId val="1"/><c:scaling/><c:axPos val="b"/><c:title>'
        + _rich(t["axis"])
        + '</c:title><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/>'
        '<c:axPos val="l"/><c:crossAx val="1"/></c:valAx>'
    )
    draft.add(name, "<x/>", f"{_OFFICE}.drawingml.chart+xml")
    tail = ""
    if book or t["target"]:
        if t["target"]:
            data = draft.relate(name, "oleObject", t["target"], external=True)
        else:
            held = draft.add(f"word/embeddings/sheet{draft.number()}.xlsx", book, _SHEET)
            data = draft.relate(name, "package", held)
        tail += f'<c:externalData r:id="{data}"><c:autoUpdate val="0"/></c:externalData>'
    if t["user"]:
        shapes = draft.add(
            f"word/drawings/drawing{draft.number()}.xml",
            f'<c:userShapes {_C} xmlns:cdr="{DRAWING}/chartDrawing"><cdr:relSizeAnchor><cdr:from>'
            "<cdr:x>0</cdr:x><cdr:y>0</cdr:y></cdr:from><cdr:to><cdr:x>1</cdr:x><cdr:y>1</cdr:y>"
            '</cdr:to><cdr:sp><cdr:nvSpPr><cdr:cNvPr id="2" name="Box"/><cdr:cNvSpPr/></cdr:nvSpPr>'
            f"<cdr:spPr/><cdr:txBody><a:bodyPr/><a:p><a:r><a:t>{t['user']}</a:t></a:r></a:p>"
            "</cdr:txBody></cdr:sp></cdr:relSizeAnchor></c:userShapes>",
            f"{_OFFICE}.drawingml.chartshapes+xml",
        )
        tail += f'<c:userShapes r:id="{draft.relate(name, "chartUserShapes", shapes)}"/>'
    if t["theme"]:
        override = draft.add(
            f"word/theme/themeOverride{draft.number()}.xml",
            f'<a:themeOverride {_A}><a:clrScheme name="{t["theme"]}"/></a:themeOverride>',
            f"{_OFFICE}.themeOverride+xml",
        )
        draft.relate(name, "themeOverride", override)
    pivot = f'<c:pivotSource><c:name>{t["name"]}</c:name><c:fmtId val="0"/></c:pivotSource>'
    draft.members[name] = (
        f"<c:chartSpace {_C}>{pivot if t['name'] else ''}<c:chart><c:title>{_rich(t['title'])}"
        '</c:title><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/>'
        f'<c:grouping val="clustered"/>{series}<c:axId val="1"/><c:axId val="2"/></c:barChart>'
        f"{axes}"
        f"</c:plotArea></c:chart>{tail}</c:chartSpace>"
    ).encode()
    chart = draft.relate(DOCUMENT, "chart", name)
    draft.body(paragraph(graphic(f"{DRAWING}/chart", f'<c:chart r:id="{chart}"/>')))
    return name


def _charted(identity: str, what: str, key: str, value: Xml, *, stays: bool = False) -> Place:
    return Place(
        f"chart/{identity}", what, lambda d, c: _put_chart(d, {key: value(c)}), stays=stays
    )


def _put_chart(draft: Draft, texts: dict[str, str], book: bytes = b"") -> None:
    _chart(draft, book, **texts)


def _booked(identity: str, what: str, key: str, value: Xml) -> Place:
    """The workbook that a chart of the body holds."""
    return Place(
        f"chart workbook/{identity}",
        what,
        lambda d, c: _put_chart(d, {}, workbook(**{key: value(c)})),
    )


def _new_chart(
    draft: Draft, title: str = "Calls", category: str = "first", formula: str = "A"
) -> None:
    """A chart of Office 2016, such as a treemap."""
    name = draft.add(
        f"word/charts/chartEx{draft.number()}.xml",
        f'<cx:chartSpace xmlns:cx="{_CX}" {_A}><cx:chartData><cx:data id="0"><cx:strDim type="cat">'
        f'<cx:f>{formula}</cx:f><cx:lvl ptCount="1"><cx:pt idx="0">{category}</cx:pt></cx:lvl>'
        "</cx:strDim></cx:data></cx:chartData><cx:chart><cx:title><cx:tx><cx:txData>"
        f"<cx:v>{title}</cx:v></cx:txData></cx:tx></cx:title><cx:plotArea><cx:plotAreaRegion>"
        '<cx:series layoutId="treemap"><cx:dataId val="0"/></cx:series></cx:plotAreaRegion>'
        "</cx:plotArea></cx:chart></cx:chartSpace>",
        "application/vnd.ms-office.chartex+xml",
    )
    chart = draft.relate(DOCUMENT, f"{MS_REL}/2014/relationships/chartEx", name)
    choice = graphic(_CX, f'<cx:chart xmlns:cx="{_CX}" r:id="{chart}"/>')
    inner = choice.removeprefix("<w:r>").removesuffix("</w:r>")
    draft.body(
        paragraph(
            '<w:r><mc:AlternateContent><mc:Choice Requires="cx1" xmlns:cx1="'
            f'{_CX.replace("2014", "2015/9/8")}">{inner}</mc:Choice><mc:Fallback>'
            "<w:t>A chart.</w:t></mc:Fallback></mc:AlternateContent></w:r>"
        )
    )


PLACES: tuple[Place, ...] = (
    _charted("title", "its title", "title", row, stays=True),
    _charted("series", "a series' name", "series", row, stays=True),
    _charted("category", "a category's name", "category", row, stays=True),
    _charted("axis", "an axis' title", "axis", row, stays=True),
    _charted("label", "a label of a value", "label", row, stays=True),
    _charted("sheet name", "the sheet in a formula", "sheet", lambda c: f"'{c.full}'"),
    _charted("format", "words in a number's format", "format", lambda c: f'0 "{c.full}"'),
    _charted("trendline", "a trendline's name", "trend", lambda c: c.full),
    _charted("pivot source", "a workbook's name", "name", lambda c: f"[{c.joined}.xlsx]Sheet1!P"),
    _charted("user shapes", "text drawn upon it", "user", row, stays=True),
    _charted("linked workbook", "its path", "target", lambda c: f"file:///C:/{c.joined}.xlsx"),
    _charted("theme override", "a colour scheme's name", "theme", lambda c: c.full),
    _booked("cell", "a cell's text", "cell", lambda c: c.full),
    _booked("sheet", "a sheet's name", "sheet", lambda c: c.full),
    _booked("creator", "its author", "creator", lambda c: c.full),
    _booked("defined name", "the name of a range", "defined", lambda c: c.joined),
    Place("chartex/title", "its title", lambda d, c: _new_chart(d, title=c.full)),
    Place("chartex/category", "a category's name", lambda d, c: _new_chart(d, category=c.full)),
    Place("chartex/formula", "the sheet in a formula", lambda d, c: _new_chart(d, formula=c.full)),
)
