"""Ways to reach somebody, with the odd blanks and marks that people write."""

from __future__ import annotations

import pytest
from shapes import found_in


@pytest.mark.parametrize(
    ("text", "entity", "covered"),
    [
        ("07700 900 482", "PHONE", "07700 900 482"),
        ("077 00 90 04 82", "PHONE", "077 00 90 04 82"),
        ("07700-900-482", "PHONE", "07700-900-482"),
        ("mob 0 7700 900482", "PHONE", "0 7700 900482"),
        ("(+44) 7700 900482", "PHONE", "(+44) 7700 900482"),
        ("0044 7700 900482", "PHONE", "0044 7700 900482"),
        ("tel 01632 960123/4", "PHONE", "01632 960123/4"),
        ("phone 01632  960123", "PHONE", "01632  960123"),
        ("(01632) 960-123", "PHONE", "(01632) 960-123"),
        ("SIM card number 8944123456789012345", "PHONE", "8944123456789012345"),
        ("IMEI 35-209900-176148-1", "PHONE", "35-209900-176148-1"),
        ("dani_h at example dot org", "EMAIL", "dani_h at example dot org"),
        ("DANI.H@EXAMPLE.ORG", "EMAIL", "DANI.H@EXAMPLE.ORG"),
        ("Insta: dani.h_92", "HANDLE", "dani.h_92"),
        ("he saved her as \u201cpinto 2 dont answer\u201d", "HANDLE", "pinto 2 dont answer"),
        ("Snapchat name danih92", "HANDLE", "danih92"),
        ("her username danih92", "HANDLE", "danih92"),
        ("logged in as hargreaves_k", "HANDLE", "hargreaves_k"),
        ("gamer tag KingKez04", "HANDLE", "KingKez04"),
        ("Xbox gamertag: kezza", "HANDLE", "kezza"),
        ("a Facebook account called \u201cKez Pritch\u201d", "HANDLE", "Kez Pritch"),
        ("WhatsApp group \u201cThe Pritchards\u201d", "HANDLE", "The Pritchards"),
        ("Roblox user name: isla_p08", "HANDLE", "isla_p08"),
        ("TikTok @islap08", "HANDLE", "@islap08"),
        ("User: ahenness10", "HANDLE", "ahenness10"),
        ("used for the tracking app and alitt49 for the bank", "HANDLE", "alitt49"),
        ("used for the app and c.mortimer-743 for the bank", "HANDLE", "c.mortimer-743"),
        ("used for the app and vlad_c for the bank", "HANDLE", "vlad_c"),
        ("tracker app: user marlowefam_admin, shared", "HANDLE", "marlowefam_admin"),
        ("a game, where he played as TamTheMan_07.", "HANDLE", "TamTheMan_07"),
        ("FB \u201cKez Pritch Perthshire\u201d, Insta @kez_p", "HANDLE", "Kez Pritch Perthshire"),
        ("Insta @kez_p, Snap kezzap, TikTok @kezp_", "HANDLE", "kezzap"),
        ("Account name: kez_p", "HANDLE", "kez_p"),
        ("Link: chat.example/g/aclyhk", "URL", "chat.example/g/aclyhk"),
        ("his page kez.link/pritch,", "URL", "kez.link/pritch"),
        ("tel 01632 960733 ext. 4", "PHONE", "01632 960733 ext. 4"),
        ("bleep 2217", "PHONE", "2217"),
        ("IPv6 2001:db8:4417::19.", "IP_ADDRESS", "2001:db8:4417::19"),
        ("00:15 koziol_r signs in from", "HANDLE", "koziol_r"),
        ("then j.koziol logged out", "HANDLE", "j.koziol"),
        ("16.41 | m.alam435 | 192.0.2.207 | failed", "HANDLE", "m.alam435"),
        ("agao98 | 00-00-5E-00-53-58 | 1", "HANDLE", "agao98"),
        ("Teams names naz_h_idva and others", "HANDLE", "naz_h_idva"),
        ("Please disable koziol_r with effect from today", "HANDLE", "koziol_r"),
        ("The portal shows m.alam435 awake at two", "HANDLE", "m.alam435"),
        ("msg from kez.new.no at nine", "HANDLE", "kez.new.no"),
        ("Exported by mkoziol; 3 pupils", "HANDLE", "mkoziol"),
        ("mobile ending 461.", "PHONE", "461"),
        ("Marlowe/01632 960733; call back", "PHONE", "01632 960733"),
        ("2001:db8:643c::e6 | qgao13 | failed", "HANDLE", "qgao13"),
    ],
)
def test_takes_the_address(text: str, entity: str, covered: str) -> None:
    assert (entity, covered) in found_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "He used Facebook, Snapchat and WhatsApp to send 40 messages.",
        "They met at Example Organisation; at dot com prices; look at net figures",
        "logged in as usual; signed in as normal; the username was known",
        "a group chat on WhatsApp; his \u201cFacebook friends\u201d; an Xbox for Christmas",
        "A WhatsApp message said \u201cI am fine\u201d.",
        "Apple, Google and Amazon; 3 Apple devices; Signal failure in 2018",
        "in 2015/16, 2016/17 and 01/02/2018 to 03/04/2018",
        "the numbers 0 1 2 3; 00:15; 0.123456789",
        "she can handle 12 cases; he can log in at 9",
        "Steam 2018; match of 2018; threads of 3",
        "an app in 2018; the bank on page12; user 12; form_78 of the bank; covid19 app",
        "her account of sept2018; e.g. online; the report.and/or the app; i.e./e.g. online",
        "users 2018; a user of 12 services; the user guide; an account since nov18",
        "Facebook, Snapchat messages, TikTok; a chat at 10pm; the game was 3-2",
        "she logs in; he signed out; i.e. logged in; 10.30am logged on; Danielle signs in",
        "note_b | 12.03.18 | failed; router | page_2; unknown | none",
        "created_by and last_seen; printed by staff; scan_2.jpg home.she.said",
        "See me.It was late; he went online.In 2018; www and com",
    ],
)
def test_leaves_talk_about_telephones_alone(text: str) -> None:
    assert found_in(text) == []
