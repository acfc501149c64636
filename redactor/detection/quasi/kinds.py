"""What a quasi-identifier is, finer than its entity type: the chooser weighs each kind apart."""

from __future__ import annotations

from enum import StrEnum

from redactor.model import EntityType


class Kind(StrEnum):
    """The values are the words of the weights' file, the names those of Presidio's entities."""

    DAY = "day"
    """A date to the day: "8 July 1994", "27.1.94"."""
    MONTH = "month"
    """ "June 1995", "summer of 1998"."""
    YEAR = "year"
    DURATION = "duration"
    """ "two and a half years", "six-month"."""
    CLOCK = "clock"
    """ "10.30 a.m."."""
    WHEN = "when"
    """Any other time that spaCy reads: "the same day", "yesterday"."""
    AGE = "age"

    MONEY = "money"
    MEASURE = "measure"
    """ "4,309 square metres", "40 %"."""
    COUNT = "count"
    """A number and what it counts: "nineteen other defendants"."""
    NUMBER = "number"

    NATIONALITY = "nationality"
    """A people, a religion or the adjective of a country."""
    OCCUPATION = "occupation"
    RELATION = "relation"
    CONDITION = "condition"
    """An illness or an injury, a way to live, a belief."""

    APPLICATION = "application"
    """The number of an application to a court: "40593/04"."""
    ADDRESS = "foreign address"
    """An address that is written as no British one is."""
    CODE = "code"
    """Any other number or reference that a review has as well."""
    IDENTIFIER = "identifier"
    """What a review removes as well: a telephone number, an address."""

    PERSON = "person"
    INITIALS = "initials"
    """A person given by initials or a letter: "L. R.", "Mr B"."""
    PLACE = "place"
    COUNTRY = "country"
    BODY = "body"
    """A body with a name of its own: "Dev-Yol", "Bhatt Murphy Solicitors"."""
    COURT = "court"
    """A court or an office with a place in its name: "Rypin District Court"."""
    OFFICE = "office"
    """One without: "Court of Cassation", "Home Office"."""
    STATE = "state"
    """A state or its government: "Republic of Poland"."""
    ACRONYM = "acronym"
    EVENT = "event"
    """An event, a product, a work of art."""
    NAME = "name"
    """A capitalised phrase that nothing else explains."""

    LAW = "law"
    """A statute, an article, a cited judgment: it stays, with all that stands in it."""


TYPE_OF: dict[Kind, EntityType] = {
    Kind.DAY: EntityType.DATE,
    Kind.MONTH: EntityType.DATE,
    Kind.YEAR: EntityType.DATE,
    Kind.DURATION: EntityType.DATE,
    Kind.CLOCK: EntityType.DATE,
    Kind.WHEN: EntityType.DATE,
    Kind.AGE: EntityType.AGE,
    Kind.MONEY: EntityType.QUANTITY,
    Kind.MEASURE: EntityType.QUANTITY,
    Kind.COUNT: EntityType.QUANTITY,
    Kind.NUMBER: EntityType.QUANTITY,
    Kind.NATIONALITY: EntityType.DEMOGRAPHIC,
    Kind.OCCUPATION: EntityType.DEMOGRAPHIC,
    Kind.RELATION: EntityType.DEMOGRAPHIC,
    Kind.CONDITION: EntityType.DEMOGRAPHIC,
    Kind.APPLICATION: EntityType.CASE_REFERENCE,
    Kind.ADDRESS: EntityType.ADDRESS,
    Kind.CODE: EntityType.CASE_REFERENCE,
    Kind.IDENTIFIER: EntityType.CASE_REFERENCE,
    Kind.PERSON: EntityType.PERSON,
    Kind.INITIALS: EntityType.PERSON,
    Kind.PLACE: EntityType.PLACE,
    Kind.COUNTRY: EntityType.PLACE,
    Kind.BODY: EntityType.ORGANISATION,
    Kind.COURT: EntityType.ORGANISATION,
    Kind.OFFICE: EntityType.ORGANISATION,
    Kind.STATE: EntityType.ORGANISATION,
    Kind.ACRONYM: EntityType.ORGANISATION,
    Kind.EVENT: EntityType.MISC,
    Kind.NAME: EntityType.MISC,
    Kind.LAW: EntityType.MISC,
}
