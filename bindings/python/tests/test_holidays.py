"""The built-in calendars beside the package `holidays`, and what differs and why."""

from __future__ import annotations

from datetime import date, timedelta

import holidays as package
import pytest

import dunning

YEARS = range(2019, 2031)

STATES = ("BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH")

# The Friday after Ascension and days between a holiday and a weekend: equated with holidays by
# decree (art. 3(3) Algemene termijnenwet), for terms set by law. The package lists days off.
EQUATED = (
    *("2019-05-31", "2019-12-27", "2022-05-27", "2023-04-28", "2023-05-19", "2024-05-10"),
    *("2024-12-27", "2025-05-30", "2026-01-02", "2026-05-15", "2027-05-07", "2028-04-28"),
    "2028-05-26",
)

# What the package does not have, with the reason.
ONLY_HERE = {
    "NL-ATW": {date.fromisoformat(day) for day in EQUATED},
    # Good Friday holds up terms in Austria and is no public holiday there.
    "AT-TERM": {day - timedelta(days=2) for day in map(dunning.easter_sunday, YEARS) if day},
}


def days(calendar: str) -> set[date]:
    return {day.day for year in YEARS for day in dunning.holidays(calendar, year).holidays}


def sundays_of_easter() -> set[date]:
    """Easter and Whit Sunday: the package has them for the Netherlands and Belgium, where no law
    names them, since they are Sundays anyhow."""
    easter = [day for day in map(dunning.easter_sunday, YEARS) if day]
    return {*easter, *(day + timedelta(days=49) for day in easter)}


def theirs(calendar: str) -> set[date]:
    country, _, part = calendar.partition("-")
    if calendar == "T2":
        return set(package.financial_holidays("XECB", years=YEARS))
    if country == "NL":
        # "Optional" has Good Friday, and 5 May in the years in which few have it off; the act has
        # both every year.
        return set(package.country_holidays("NL", years=YEARS, categories=("public", "optional")))
    if country == "GB":
        found = package.country_holidays("GB", subdiv=part, years=YEARS)
        # Where a substitute stands in, the package lists the day of the weekend too.
        return {day for day in found if day.weekday() < 5}
    if calendar == "DE-BY-CATHOLIC":
        found = package.country_holidays(
            "DE", subdiv="BY", years=YEARS, categories=("public", "catholic")
        )
        return set(found)
    part = {"AM": "57", "BY-AUGSBURG": "Augsburg", "TERM": ""}.get(part, part)
    return set(package.country_holidays(country, subdiv=part or None, years=YEARS))


@pytest.mark.parametrize("calendar", [one.id for one in dunning.calendars()])
def test_the_days_are_those_of_the_package(calendar: str) -> None:
    ours, known = days(calendar) - sundays_of_easter(), theirs(calendar) - sundays_of_easter()
    assert len(ours) >= 6 * len(YEARS)
    assert ours - known == ONLY_HERE.get(calendar, set())
    assert known - ours == set()


def test_every_german_state_is_there() -> None:
    named = {one.id for one in dunning.calendars()}
    assert {f"DE-{state}" for state in STATES} <= named
