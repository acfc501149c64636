"""Stories beside the body, comments and who wrote them, the glossary, text boxes and WordArt."""

from __future__ import annotations

from canary_names import Canary
from canary_package import DOCUMENT, Draft, sentence
from canary_place import Place, Xml
from canary_xml import MS_WORD, R, W, paragraph, run
from lxml import etree

_DATE = 'w:date="2020-01-01T00:00:00Z"'
_REACTIONS = f"{MS_WORD}/2020/reactions"
_TASKS = "http://schemas.microsoft.com/office/tasks/2019/documenttasks"


def _margin(story: str, which: str) -> Place:
    """A header or footer of one of the three kinds that a section has."""
    name = f"word/{story}-{which}.xml"

    def plant(draft: Draft, c: Canary) -> None:
        if name not in draft.members:
            draft.tree(name)
            identity = draft.relate(DOCUMENT, story, name)
            section = draft.section()
            reference = etree.Element(f"{W}{story}Reference")
            reference.set(f"{W}type", which)
            reference.set(f"{R}id", identity)
            section.insert(0, reference)
            if which == "first" and section.find(f"{W}titlePg") is None:
                etree.SubElement(section, f"{W}titlePg")
            settings = draft.tree("word/settings.xml")
            if which == "even" and settings.find(f"{W}evenAndOddHeaders") is None:
                etree.SubElement(settings, f"{W}evenAndOddHeaders")
        draft.append(name, sentence(c, run(c.full)))

    return Place(f"{story}/{which}", f"text of the {which} {story}", plant, stays=True)


def _note(kind: str) -> Place:
    def plant(draft: Draft, c: Canary) -> None:
        number = draft.number()
        body = sentence(c, run(c.full))
        draft.append(f"word/{kind}s.xml", f'<w:{kind} w:id="{number}">{body}</w:{kind}>')
        draft.body(
            paragraph(run("See a note.") + f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>')
        )

    return Place(f"{kind}/text", f"text of a {kind}", plant, stays=True)


def _note_separator(draft: Draft, c: Canary) -> None:
    notes = draft.tree("word/footnotes.xml")
    draft.append("word/footnotes.xml", sentence(c, run(c.full)))
    notes[0].append(notes[-1])


def _commented(
    draft: Draft, text: str = "Agreed.", author: str = "Reader", initials: str = "R"
) -> int:
    """A comment with its mark in the body; returns its id."""
    number = draft.number()
    identity = f"{number:08X}"
    draft.append(
        "word/comments.xml",
        f'<w:comment w:id="{number}" w:author="{author}" w:initials="{initials}" {_DATE}>'
        f'<w:p w14:paraId="{identity}">{run(text)}</w:p></w:comment>',
    )
    draft.append(
        "word/commentsExtended.xml", f'<w15:commentEx w15:paraId="{identity}" w15:done="0"/>'
    )
    draft.append(
        "word/commentsIds.xml",
        f'<w16cid:commentId w16cid:paraId="{identity}" w16cid:durableId="{identity}"/>',
    )
    draft.body(
        paragraph(
            f'<w:commentRangeStart w:id="{number}"/>{run("A remark.")}'
            f'<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        )
    )
    return number


def _comment_text(draft: Draft, c: Canary) -> None:
    _commented(draft, text=f"{c.full} said so.")


def _comment_author(draft: Draft, c: Canary) -> None:
    _commented(draft, author=c.full)


def _comment_initials(draft: Draft, c: Canary) -> None:
    _commented(draft, initials=c.given)


def _reaction(draft: Draft, c: Canary) -> None:
    """Who liked a comment. Rule: [MS-DOCX] 2.7.21, reactions of commentsExtensible."""
    number = _commented(draft)
    draft.append(
        "word/commentsExtensible.xml",
        f'<w16cex:commentExtensible w16cex:durableId="{number:08X}" '
        'w16cex:dateUtc="2020-01-01T00:00:00Z"><w16cex:extLst>'
        '<w16cex:ext w16:uri="{CE6994B0-6A32-4C9F-8C6B-6E91EDA988CE}" '
        f'xmlns:w16="{MS_WORD}/2018/wordml"><cr:reactions xmlns:cr="{_REACTIONS}">'
        '<cr:reaction reactionType="1"><cr:reactionInfo dateUtc="2020-01-01T00:00:00Z">'
        f'<cr:user userId="S::{c.given}@example.org" userProvider="AD" userName="{c.full}"/>'
        "</cr:reactionInfo></cr:reaction></cr:reactions></w16cex:ext></w16cex:extLst>"
        "</w16cex:commentExtensible>",
    )


def _person(draft: Draft, author: str, provider: str = "AD", user: str = "u1") -> None:
    draft.append(
        "word/people.xml",
        f'<w15:person w15:author="{author}">'
        f'<w15:presenceInfo w15:providerId="{provider}" w15:userId="{user}"/></w15:person>',
    )


def _task(draft: Draft, c: Canary) -> None:
    """Who was given a task in a comment. Rule: [MS-DOCX] 2.6.6 (documenttasks)."""
    name = draft.add(
        f"word/documenttasks/documenttasks{draft.number()}.xml",
        f'<t:Tasks xmlns:t="{_TASKS}"><t:Task id="{{1}}"><t:Anchor><t:Comment id="1"/></t:Anchor>'
        '<t:History><t:Event id="{2}" time="2020-01-01T00:00:00Z">'
        f'<t:Attribution userId="1" userName="{c.full}" userProvider="AD"/>'
        f'<t:Assign userId="2" userName="{c.full}" userProvider="AD"/></t:Event></t:History>'
        "</t:Task></t:Tasks>",
        "application/vnd.ms-office.documenttasks+xml",
    )
    draft.relate(
        DOCUMENT, "http://schemas.microsoft.com/office/2019/05/relationships/documenttasks", name
    )


def _building_block(
    draft: Draft,
    name: str = "Block",
    category: str = "General",
    description: str = "",
    body: str = "",
) -> None:
    draft.append(
        "word/glossary/document.xml",
        f'<w:docPart><w:docPartPr><w:name w:val="{name}"/><w:category><w:name w:val="{category}"/>'
        '<w:gallery w:val="placeholder"/></w:category><w:types><w:type w:val="bbPlcHdr"/></w:types>'
        f'<w:description w:val="{description}"/></w:docPartPr>'
        f"<w:docPartBody>{body or paragraph(run('Click here.'))}</w:docPartBody></w:docPart>",
        "docParts",
    )


def _block_text(draft: Draft, c: Canary) -> None:
    _building_block(draft, body=paragraph(run(c.full)))


def _glossary_variable(draft: Draft, c: Canary) -> None:
    draft.tree("word/glossary/document.xml")
    draft.append(
        "word/glossary/settings.xml", f'<w:docVar w:name="Case" w:val="{c.full}"/>', "docVars"
    )


_EMU = 'cx="900000" cy="300000"'


def _choice(c: Canary, content: str, properties: str = "") -> str:
    """A shape of Word 2010 with text in it."""
    return (
        '<mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {_EMU}/><wp:docPr id="{8000 + len(c.before)}" name="Box"/>'
        f'<a:graphic><a:graphicData uri="{MS_WORD}/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {_EMU}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>'
        f"{content}</w:txbxContent></wps:txbx><wps:bodyPr{properties}/></wps:wsp></a:graphicData>"
        "</a:graphic></wp:inline></w:drawing></mc:Choice>"
    )


def _vml(content: str) -> str:
    return (
        '<w:pict><v:shape style="width:70pt;height:20pt"><v:textbox><w:txbxContent>'
        f"{content}</w:txbxContent></v:textbox></v:shape></w:pict>"
    )


def _branches(c: Canary, first: str, second: str) -> str:
    return (
        f"<w:r><mc:AlternateContent>{_choice(c, first)}"
        f"<mc:Fallback>{_vml(second)}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def _box(identity: str, what: str, xml: Xml, *, stays: bool = False) -> Place:
    return Place(
        f"text box/{identity}",
        what,
        lambda draft, c: draft.body(paragraph(xml(c))),
        stays=stays,
    )


def _word_art(c: Canary) -> str:
    content = paragraph(run(c.before) + run(c.full) + run(c.after))
    choice = _choice(c, content, ' wrap="none" fromWordArt="1"')
    return f"<w:r><mc:AlternateContent>{choice}<mc:Fallback/></mc:AlternateContent></w:r>"


PLACES: tuple[Place, ...] = (
    *(
        _margin(story, which)
        for story in ("header", "footer")
        for which in ("default", "first", "even")
    ),
    _note("footnote"),
    _note("endnote"),
    Place("footnote/separator", "text beside the separator of notes", _note_separator),
    Place("comment/text", "text of a comment", _comment_text),
    Place("comment/author", "w:author of a comment", _comment_author),
    Place("comment/initials", "w:initials of a comment", _comment_initials, only="given"),
    Place("comment/reaction", "who reacted to a comment", _reaction),
    Place("people/author", "w15:author", lambda draft, c: _person(draft, c.full)),
    Place(
        "people/userId",
        "w15:userId",
        lambda draft, c: _person(draft, "Reader", user=f"S::{c.given}.{c.surname}@example.org::1"),
    ),
    Place(
        "people/providerId",
        "w15:providerId",
        lambda draft, c: _person(draft, "Reader", provider=f"{c.given} {c.surname}"),
    ),
    Place("tasks/user name", "who was given a task", _task),
    Place("glossary/text", "text of a building block", _block_text),
    Place("glossary/name", "a building block's name", lambda d, c: _building_block(d, name=c.full)),
    Place(
        "glossary/category",
        "a building block's category",
        lambda d, c: _building_block(d, category=c.full),
    ),
    Place(
        "glossary/description",
        "a building block's description",
        lambda d, c: _building_block(d, description=c.full),
    ),
    Place(
        "glossary/document variable",
        "a variable in the glossary's settings",
        _glossary_variable,
    ),
    _box(
        "both branches",
        "a text box as Word writes it, twice",
        lambda c: _branches(c, sentence(c, run(c.full)), sentence(c, run(c.full))),
        stays=True,
    ),
    _box(
        "mc:Choice",
        "the branch of newer programs",
        lambda c: _branches(c, sentence(c, run(c.full)), paragraph(run("A box."))),
        stays=True,
    ),
    _box(
        "mc:Fallback",
        "the branch of older programs",
        lambda c: _branches(c, paragraph(run("A box.")), sentence(c, run(c.full))),
    ),
    _box(
        "VML only",
        "a text box of an older program",
        lambda c: f"<w:r>{_vml(sentence(c, run(c.full)))}</w:r>",
        stays=True,
    ),
    _box("WordArt", "WordArt as a shape with text", _word_art, stays=True),
    _box(
        "v:textpath",
        "WordArt of an older program",
        lambda c: (
            '<w:r><w:pict><v:shape style="width:70pt;height:20pt"><v:textpath '
            f'style="font-family:&quot;Arial&quot;" string="{c.before}{c.full}{c.after}"/>'
            "</v:shape></w:pict></w:r>"
        ),
        stays=True,
    ),
)
