"""Where a person lives, can be reached or goes online, and dates of birth.

Telephone numbers are from the ranges that Ofcom keeps for drama, network addresses from those that
RFC 5737, 3849 and 7042 keep for documentation; hosts end in ``.example`` or ``example.org``.
Postcodes name districts that no area has.
"""

from __future__ import annotations

from collections.abc import Mapping

from stress.identifiers.values import Kind, Need
from stress.person import undiacritic

_AREAS = "BL CF CT DN KY LE LL LS M ML NE NG NN NR OL PE S SA SR TA TS WA".split()
_INWARD = "ABDEFGHJLNPQRSTUWXYZ"
_MONTHS = (
    "January February March April May June July August September October November December"
).split()


def _spaced(need: Need, code: str, local: tuple[str, ...], international: str) -> str:
    shape = need.shape.random()
    if shape < 0.2:
        return f"+44 {international} {' '.join(local)}"
    if shape < 0.3:
        return f"+44 (0){international} {' '.join(local)}"
    if shape < 0.45:
        return code + "".join(local)
    if shape < 0.55:
        return f"({code}) {' '.join(local)}"
    return f"{code} {' '.join(local)}"


def _mobile(need: Need) -> str:
    last = need.digits(3)
    shape = need.shape.random()
    if shape < 0.2:
        return f"+44 7700 900{last}"
    if shape < 0.3:
        return f"+447700900{last}"
    if shape < 0.5:
        return f"07700900{last}"
    return need.shape.choice((f"07700 900{last}", f"07700 900 {last}", f"07700-900-{last}"))


def _landline(need: Need) -> str:
    last = need.digits(3)
    code = need.one_of(("01632", "020", "0161", "0113", "0114", "0151", "029", "028"))
    local = {
        "01632": (f"960{last}",),
        "020": ("7946", f"0{last}"),
        "029": ("2018", f"0{last}"),
        "028": ("9649", f"6{last}"),
    }.get(code, ("496", f"0{last}"))
    return _spaced(need, code, local, code[1:])


def _postcode(need: Need) -> str:
    outward = f"{need.one_of(_AREAS)}{need.number(97, 99)}"
    text = f"{outward} {need.number(1, 9)}{need.letters(2, _INWARD)}"
    shape = need.shape.random()
    return text.lower() if shape < 0.06 else text.replace(" ", "") if shape < 0.2 else text


def _address(need: Need) -> str:
    street, town = need.setting["street"].name, need.setting["town"].name
    number = need.number(2, 148)
    house = need.shape.choice(
        (
            f"{number} ",
            f"{number} ",
            f"{number}{need.letters(1, 'ABC').lower()} ",
            f"Flat {number % 20 + 1}, {number} ",
        )
    )
    return f"{house}{street}" + need.shape.choice(("", f", {town}"))


def _url(need: Need) -> str:
    name = undiacritic(need.person.first).lower().replace(" ", "").replace("’", "")
    return need.one_of(
        (
            f"https://social.example/{name}.{need.digits(2)}",
            f"www.{name}-justice.example",
            f"https://www.gofund.example/in-memory-of-{name}",
            f"http://photos.example.org/u/{need.digits(6)}",
            f"chat.example/g/{need.letters(6).lower()}",
        )
    )


def _handle(need: Need) -> str:
    name = undiacritic(need.person.given.nickname or need.person.first)
    name = name.lower().replace(" ", "").replace("’", "").replace("-", "")
    return need.one_of(
        (f"@{name}_{need.digits(2)}", f"@x{name}x", f"@itz.{name}", f"@{name}{need.number(80, 99)}")
    )


def _username(need: Need) -> str:
    name = undiacritic(need.person.last).lower().replace(" ", "").replace("’", "")
    initial = undiacritic(need.person.first)[0].lower()
    return need.one_of(
        (
            f"{initial}{name[:7]}{need.digits(2)}",
            f"{name[:6]}_{initial}",
            f"{initial}.{name[:9]}{need.digits(3)}",
        )
    )


def _ip(need: Need) -> str:
    net = need.one_of(("192.0.2.", "198.51.100.", "203.0.113."))
    if need.core.random() < 0.25:
        return f"2001:db8:{need.number(4096, 65535):x}::{need.number(16, 255):x}"
    return f"{net}{need.number(2, 254)}"


def _mac(need: Need) -> str:
    octets = ["00", "00", "5E", "00", "53", f"{need.number(0, 255):02X}"]
    return need.shape.choice((":", "-")).join(octets)


def _team_email(need: Need) -> str:
    things = [need.setting[key].name for key in ("housing", "school", "charity", "surgery")]
    host = "".join(c for c in undiacritic(need.one_of(things)).lower() if c.isalnum())
    return f"{need.one_of(('safeguarding', 'duty.desk', 'office', 'referrals'))}@{host}.example"


def _born(need: Need) -> str:
    born = need.person.born
    day, month, year = born.day, _MONTHS[born.month - 1], born.year
    ending = "th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return need.shape.choice(
        (
            f"{day} {month} {year}",
            f"{day}{ending} {month} {year}",
            f"{day:02}/{born.month:02}/{year}",
            f"{day:02}/{born.month:02}/{year % 100:02}",
            f"{day:02}.{born.month:02}.{year}",
            f"{day}.{born.month}.{year % 100:02}",
            f"{day:02}-{month[:3]}-{year}",
            f"{day:02} {month[:3].upper()} {year}",
            f"{year}-{born.month:02}-{day:02}",
            f"{day:02}{born.month:02}{year}",
        )
    )


KINDS: Mapping[str, Kind] = {
    "mobile": Kind("phone", _mobile),
    "landline": Kind("phone", _landline),
    "postcode": Kind("postcode", _postcode),
    "address": Kind("address", _address),
    "team_email": Kind("email", _team_email),
    "url": Kind("url", _url),
    "handle": Kind("handle", _handle),
    "username": Kind("handle", _username),
    "ip": Kind("ip_address", _ip),
    "mac": Kind("case_reference", _mac),
    "dob": Kind("date_of_birth", _born),
}
