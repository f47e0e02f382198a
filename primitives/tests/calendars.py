"""What working-day arithmetic must give, computed without our code: numpy counts the days, chinesecalendar knows the
days off that the State Council published. `calendars.rs` compares `primitives::clock` with the result.

    calendars.py            writes calendars.json beside this file
    calendars.py --check    fails when that file is not what this script computes

2024 to 2026 are as published. The years after them are invented, in the usual shape: 2028 was loaded during 2027, and
2029 was never loaded.
"""

import calendar
import datetime
import functools
import json
import pathlib
import random
import sys

import chinese_calendar
import numpy

FILE = pathlib.Path(__file__).with_suffix(".json")
FIRST, LAST = datetime.date(2024, 1, 1), datetime.date(2032, 12, 31)
PUBLISHED = (2024, 2025, 2026)
DAY = datetime.timedelta(days=1)
PERIODS = (1, 3, 5, 10, 20, 60)
MONTHS = (1, 6, 12, 36, 60)
CLOCKS = 2_000

# First and last date of each holiday, month and day, and the weekend days worked for it.
INVENTED = {
    2027: (
        ["01-01 01-03", "02-06 02-12", "04-03 04-05", "05-01 05-05", "06-09 06-11", "09-15 09-17", "10-01 10-07"],
        ["02-13", "02-20", "05-08", "09-26", "10-09"],
    ),
    2028: (
        ["01-01 01-03", "01-25 01-31", "04-03 04-04", "05-01 05-05", "05-29 05-29", "10-01 10-08"],
        ["01-22", "02-05", "02-26", "05-06", "09-30", "10-14"],
    ),
    2030: (
        ["01-01 01-01", "02-03 02-09", "04-05 04-07", "05-01 05-05", "06-05 06-07", "09-12 09-14", "10-01 10-07"],
        ["01-26", "02-16", "05-11", "09-28", "10-12", "12-29"],
    ),
    2031: (
        ["01-01 01-03", "01-22 01-28", "04-04 04-06", "05-01 05-04", "06-23 06-24", "10-01 10-08"],
        ["01-04", "01-19", "02-01", "06-28", "10-11"],
    ),
    2032: (
        ["01-01 01-02", "02-10 02-17", "04-03 04-05", "05-01 05-05", "06-12 06-14", "09-19 09-21", "10-01 10-07"],
        ["02-08", "02-21", "02-29", "05-08", "10-10"],
    ),
}
LOADED_LATE = {2028: datetime.date(2027, 11, 25)}


def days(first, last):
    return [first + number * DAY for number in range((last - first).days + 1)]


def is_weekend(day):
    return day.weekday() >= 5


def published(year):
    """Weekdays off and weekend days worked, as published."""
    whole = days(datetime.date(year, 1, 1), datetime.date(year, 12, 31))
    off = [day for day in whole if not is_weekend(day) and not chinese_calendar.is_workday(day)]
    worked = [day for day in whole if is_weekend(day) and chinese_calendar.is_workday(day)]
    return off, worked


def invented(year):
    def date(text):
        return datetime.date.fromisoformat(f"{year}-{text}")

    holidays, worked = INVENTED[year]
    off = [day for span in holidays for day in days(*map(date, span.split()))]
    return [day for day in off if not is_weekend(day)], [date(text) for text in worked]


CALENDARS = {year: published(year) for year in PUBLISHED} | {year: invented(year) for year in INVENTED}


@functools.cache
def counted(years_without_worked_days):
    """All days that are not worked, as numpy counts them, where the worked weekend days of some years do not count."""
    off = set()
    # A period of 60 working days that begins on the last day ends in the year after.
    for day in days(FIRST - 30 * DAY, LAST + 200 * DAY):
        holidays, worked = CALENDARS.get(day.year, ([], []))
        worked = [] if day.year in years_without_worked_days else worked
        if day in holidays or (is_weekend(day) and day not in worked):
            off.add(day)
    return numpy.busdaycalendar(weekmask="1111111", holidays=sorted(off))


def calendar_of(event):
    """A calendar loaded during a period does not end it earlier."""
    return counted(frozenset(year for year, loaded in LOADED_LATE.items() if event <= loaded))


def due(event, number):
    last = numpy.busday_offset(event, number, roll="preceding", busdaycal=calendar_of(event)).astype(datetime.date)
    provisional = any(year not in CALENDARS for year in range((event + DAY).year, last.year + 1))
    return f"{(last - event).days}{'?' if provisional else ''}"


def between(event, until):
    return int(numpy.busday_count(event + DAY, until + DAY, busdaycal=calendar_of(event)))


def spent_on_a_day_off(limit, used, since):
    """Whether nothing is left of a period that runs on from a day off: it ends on the next working day, which is not counted."""
    return used == limit and not numpy.is_busday(since, busdaycal=calendar_of(since))


def counted_between(limit, used, since, until):
    return max(between(since, until) - spent_on_a_day_off(limit, used, since), 0)


def clock(chance):
    """A clock that runs, is paused and runs on, as text: `limit since [pause resume]... today used last`. The day on which
    it is paused is used, the day on which it runs on is not counted; an extension after the pauses adds ten days."""
    limit, since = chance.choice((5, 7, 10, 20)), FIRST + chance.randrange((LAST - FIRST).days - 400) * DAY
    words, used, today = [str(limit), str(since)], 0, since
    for _ in range(chance.randrange(4)):
        paused = today + chance.randrange(9) * DAY
        used += counted_between(limit, used, today, paused)
        today = paused + chance.randrange(40) * DAY
        words += [str(paused), str(today)]
    since, extension = today, chance.choice((0, 0, 10))
    today = since + chance.randrange(40) * DAY
    limit_in_all = limit + extension
    left = max(limit_in_all - used, int(spent_on_a_day_off(limit_in_all, used, since)))
    # A period that was overrun before has its last day on the day of its event, be it worked or not.
    last = since + int(due(since, left).rstrip("?")) * DAY if left else since
    used += counted_between(limit_in_all, used, since, today)
    return " ".join([*words, f"+{extension}", str(today), str(used), str(last)])


def plus_months(day, months):
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(day.day, last))


def expectations():
    events = days(FIRST, LAST)
    chance = random.Random(2026)
    ends = [day for day in events if (day + DAY).day == 1 or (day.month, day.day) in ((2, 28), (2, 29))]
    return {
        "calendars": {
            str(year): {
                "off": [str(day) for day in sorted(off)],
                "worked": [str(day) for day in sorted(worked)],
                "loaded": str(LOADED_LATE[year]) if year in LOADED_LATE else None,
            }
            for year, (off, worked) in sorted(CALENDARS.items())
        },
        "working_days": {
            str(year): between(datetime.date(year - 1, 12, 31), datetime.date(year, 12, 31))
            for year in range(FIRST.year, LAST.year + 1)
        },
        "periods": PERIODS,
        "due": {str(day): " ".join(due(day, number) for number in PERIODS) for day in events},
        "between": {
            f"{day} {day + number * DAY}": between(day, day + number * DAY)
            for day in ends
            for number in (1, 9, 45, 366)
            if day + number * DAY <= LAST
        },
        "clocks": [clock(chance) for _ in range(CLOCKS)],
        "months": MONTHS,
        "later": {str(day): " ".join(str(plus_months(day, number)) for number in MONTHS) for day in ends},
    }


def main():
    text = json.dumps(expectations(), indent=1) + "\n"
    if sys.argv[1:] != ["--check"]:
        FILE.write_text(text)
    elif FILE.read_text() != text:
        sys.exit(f"{FILE.name} is not what this script computes: run it without --check and compare")
    else:
        print("calendars.json is what numpy and chinesecalendar give")


if __name__ == "__main__":
    main()
