"""Typefaces that come with Windows, Office, macOS and common free collections.

A name of two words that is one of these, where the name of a typeface stands, is nobody's name.
Sources: the font lists of Windows, Microsoft 365, macOS and Google Fonts' most used families.
"""

from __future__ import annotations

_LIST = """
    aharoni, andalus, angsana new, aparajita, aptos, aptos display, aptos mono, aptos narrow,
    arial, arial black, arial cyr, arial narrow, arial nova, arial rounded mt bold, arial
    unicode ms, avenir next, bahnschrift, baskerville old face, batang, bell mt, berlin sans fb,
    bernard mt condensed, blackadder itc, bodoni mt, book antiqua, bookman old style, bookshelf
    symbol 7, bradley hand itc, britannic bold, broadway, browallia new, brush script mt,
    calibri, calibri light, californian fb, calisto mt, cambria, cambria math, candara,
    castellar, centaur, century, century gothic, century schoolbook, chiller, colonna mt, comic
    sans ms, consolas, constantia, cooper black, copperplate gothic bold, copperplate gothic
    light, corbel, cordia, cordia new, courier, courier new, courier new cyr, curlz mt,
    daunpenh, david clm, dejavu sans, dejavu sans mono, dejavu serif, dfkai-sb, didot,
    dokchampa, dotum, ebrima, edwardian script itc, elephant, engravers mt, eras bold itc,
    estrangelo edessa, euphemia, fangsong, felix titling, footlight mt light, forte, franklin
    gothic book, franklin gothic medium, freestyle script, french script mt, gabriola, gadugi,
    garamond, gautami, georgia, georgia pro, gigi, gill sans, gill sans mt, gill sans nova,
    gloucester mt extra condensed, goudy old style, goudy stout, gulim, gungsuh,
    haettenschweiler, harlow solid italic, harrington, helvetica, helvetica neue, high tower
    text, hoefler text, impact, imprint mt shadow, informal roman, iskoola pota, jokerman, juice
    itc, kaiti, kalinga, kartika, khmer ui, kokila, kristen itc, kunstler script, lao ui, latha,
    lato, leelawadee, leelawadee ui, liberation mono, liberation sans, liberation serif, lucida
    bright, lucida calligraphy, lucida console, lucida fax, lucida grande, lucida handwriting,
    lucida sans, lucida sans typewriter, lucida sans unicode, magneto, maiandra gd, malgun
    gothic, mangal, marlett, matura mt script capitals, meiryo, meiryo ui, microsoft himalaya,
    microsoft jhenghei, microsoft jhenghei ui, microsoft new tai lue, microsoft phagspa,
    microsoft sans serif, microsoft tai le, microsoft uighur, microsoft yahei, microsoft yahei
    ui, microsoft yi baiti, mingliu, miriam fixed, mistral, modern no. 20, mongolian baiti,
    monotype corsiva, montserrat, moolboran, ms gothic, ms mincho, ms outlook, ms pgothic, ms
    pmincho, ms reference sans serif, ms sans serif, ms serif, ms ui gothic, mv boli, myanmar
    text, myriad pro, niagara engraved, niagara solid, nirmala ui, noto sans, noto serif,
    nsimsun, nyala, ocr a extended, old english text mt, onyx, open sans, palace script mt,
    palatino, palatino linotype, papyrus, parchment, perpetua, perpetua titling mt, plantagenet
    cherokee, playbill, pmingliu, poor richard, pristina, raavi, rage italic, ravie, roboto,
    rockwell, rockwell nova, sakkal majalla, sans serif collection, script mt bold, segoe mdl2
    assets, segoe print, segoe script, segoe ui, segoe ui emoji, segoe ui historic, segoe ui
    light, segoe ui semibold, segoe ui symbol, shonar bangla, showcard gothic, shruti, simhei,
    simplified arabic, simsun, sitka text, snap itc, source sans pro, stencil, sylfaen, symbol,
    tahoma, tempus sans itc, times, times new roman, times new roman cyr, traditional arabic,
    trebuchet ms, tunga, tw cen mt, ubuntu, univers, urdu typesetting, utsaah, vani, verdana,
    verdana pro, viner hand itc, vivaldi, vladimir script, vrinda, webdings, wide latin,
    wingdings, wingdings 2, wingdings 3, yu gothic, yu gothic light, yu mincho, zapf dingbats,
    zapfino
    """
_NAMES = frozenset(" ".join(name.split()) for name in _LIST.split(","))


def is_known_typeface(name: str) -> bool:
    """Whether an attribute's value is one of them, whatever its case."""
    return " ".join(name.lower().split()) in _NAMES
