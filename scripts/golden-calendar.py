#!/usr/bin/env python3
"""Makes tests/golden/calendar: lunar months and days off, by programs that are not ours.

    pip install lunardate==0.3.0 zhdate==0.1 LunarCalendar==0.0.9 sxtwl==2.0.7 borax==4.1.3 chinesecalendar==1.11.0 holidays==0.109
    python3 scripts/golden-calendar.py

Writes only if all of them come to the same: the five for every day of the lunar years 1990 to 2050, the two for every day of
2019 to 2026-12-28.
"""

from datetime import date, datetime, timedelta
from pathlib import Path

import chinese_calendar
import holidays
import sxtwl
from borax.calendars.lunardate import LunarDate as Borax
from lunarcalendar import Converter, Solar
from lunardate import LunarDate
from zhdate import ZhDate

OUT = Path(__file__).resolve().parent.parent / "tests" / "golden" / "calendar"
LUNAR = (date(1990, 1, 27), date(2051, 2, 10))
WORK = (date(2019, 1, 1), date(2026, 12, 28))


def days(first: date, last: date):
    return (first + timedelta(i) for i in range((last - first).days + 1))


def lunar_dates(day: date) -> list[tuple[int, int, bool, int]]:
    """Year, month, whether it is the leap one, day: lunardate first."""
    one = LunarDate.from_solar_date(day.year, day.month, day.day)
    two = ZhDate.from_datetime(datetime(day.year, day.month, day.day))
    three = Converter.Solar2Lunar(Solar(day.year, day.month, day.day))
    four = sxtwl.fromSolar(day.year, day.month, day.day)
    five = Borax.from_solar_date(day.year, day.month, day.day)
    return [
        (one.year, one.month, bool(one.isLeapMonth), one.day),
        (two.lunar_year, two.lunar_month, bool(two.leap_month), two.lunar_day),
        (three.year, three.month, bool(three.isleap), three.day),
        (four.getLunarYear(), four.getLunarMonth(), bool(four.isLunarLeap()), four.getLunarDay()),
        (five.year, five.month, bool(five.leap), five.day),
    ]


def lunar_months() -> list[str]:
    lines = ["first_day,lunar_year,lunar_month,is_leap"]
    for day in days(*LUNAR):
        first, *others = lunar_dates(day)
        assert all(other == first for other in others), (day, first, others)
        year, month, is_leap, number = first
        if number == 1:
            lines.append(f"{day},{year},{month},{int(is_leap)}")
    return lines


def days_off() -> list[str]:
    china = holidays.China(years=range(WORK[0].year, WORK[1].year + 1))
    lines = ["day,kind,name"]
    for day in days(*WORK):
        is_off, name = chinese_calendar.get_holiday_detail(day)
        is_worked = day in china.weekend_workdays or (day.weekday() < 5 and day not in china)
        assert is_worked != is_off, day
        if name:
            lines.append(f"{day},{'off' if is_off else 'workday'},{name}")
    return lines


def main() -> None:
    for name, lines in (("lunar_months", lunar_months()), ("days", days_off())):
        (OUT / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
