"""Calendars as other programs write them become meetings, and nothing that lets strangers in comes along."""

import datetime

from moving.small import Small

GOOGLE = """\
BEGIN:VCALENDAR
VERSION:2.0
X-WR-CALNAME:Lark Circle
X-WR-TIMEZONE:Europe/London
BEGIN:VEVENT
DTSTART;TZID=Europe/London:20260108T161500
DTEND;TZID=Europe/London:20260108T173000
RRULE:FREQ=MONTHLY;UNTIL=20260630T235959Z;BYDAY=2TH
EXDATE;TZID=Europe/London:20260212T161500
UID:abc123@calendar.example.org
ATTENDEE;CN=ada@lark-circle.sch.uk:mailto:ada@lark-circle.sch.uk
DESCRIPTION:<p>Bring <b>one</b> slip.</p>\\n\\n-::~:~::~:~::-\\nJoin with Google Meet: https://meet.google.com/abc-defg-hij
 \\nOr dial: (GB) +44 20 3956 0000 PIN: 123456789#\\n
LOCATION:Lark Primary\\, Hill Road
SUMMARY:Circle meeting
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID=Europe/London:20260319T161500
DTEND;TZID=Europe/London:20260319T173000
UID:abc123@calendar.example.org
RECURRENCE-ID;TZID=Europe/London:20260312T161500
SUMMARY:Circle meeting (moved)
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20260406
DTEND;VALUE=DATE:20260418
UID:hol@calendar.example.org
SUMMARY:A long visit
END:VEVENT
BEGIN:VEVENT
DTSTART:20260611T150000Z
DTEND:20260611T170000Z
UID:z1@calendar.example.org
SUMMARY:Summer workshop
LOCATION:https://zoom.us/j/99?pwd=aa
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20260712
UID:bday@calendar.example.org
SUMMARY:Unseenxaqz
CLASS:PRIVATE
END:VEVENT
END:VCALENDAR
"""

OUTLOOK = """\
BEGIN:VCALENDAR
PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
VERSION:2.0
BEGIN:VTIMEZONE
TZID:Our own zone
BEGIN:STANDARD
DTSTART:16011104T020000
RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010311T020000
RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
DESCRIPTION:We look at talk.\\n\\n________________________________________________________________________________\\n
 Microsoft Teams meeting\\nJoin: https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc\\nMeeting ID: 123 456 789 012
 \\nPasscode: Ab3dEf\\n
DTSTART;TZID="GMT Standard Time":20260514T161500
DTEND;TZID="GMT Standard Time":20260514T173000
LOCATION:Microsoft Teams Meeting; Room 2
SUMMARY:Talk in lessons
UID:1
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID=W. Europe Standard Time:20260417T180000
DTEND;TZID=W. Europe Standard Time:20260417T190000
SUMMARY:From Berlin
UID:2
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID=Our own zone:20260416T180000
DTEND;TZID=Our own zone:20260416T190000
SUMMARY:From afar
UID:3
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Paris:20260415T180000
DTEND;TZID=/freeassociation.sourceforge.net/Europe/Paris:20260415T190000
SUMMARY:From Paris
UID:4
END:VEVENT
BEGIN:VEVENT
DTSTART:20260410T220000
DTEND:20260411T013000
SUMMARY:A night walk
UID:5
END:VEVENT
END:VCALENDAR
"""


def brought(tmp_path, text):
    return Small(tmp_path, {"calendar.ics": text.replace("\n", "\r\n")}, "ics", "OLD/calendar.ics")


def test_a_series_is_its_meetings_with_what_was_moved_and_without_what_fell_out(tmp_path):
    small = brought(tmp_path, GOOGLE)
    dates = sorted(entry.date for entry in small.entries("meetings") if "Circle meeting" in entry.title)
    assert dates == ["2026-01-08", "2026-03-19", "2026-04-09", "2026-05-14", "2026-06-11"]


def test_a_meeting_of_several_days_keeps_its_last(tmp_path):
    visit = brought(tmp_path, GOOGLE).entry("A long visit")
    assert (visit.date, visit.fields["end_date"]) == ("2026-04-06", "2026-04-17")


def test_what_lets_strangers_in_is_left_out(tmp_path):
    for number, text in enumerate([GOOGLE, OUTLOOK]):
        (tmp_path / str(number)).mkdir()
        committed = brought(tmp_path / str(number), text).committed()
        for word in ("meet.google", "zoom.us", "teams.microsoft", "Passcode", "PIN", "3956", "789 012", "ada@"):
            assert word not in committed, word


def test_words_around_it_stay(tmp_path):
    small = brought(tmp_path, GOOGLE)
    entry = min((entry for entry in small.entries("meetings") if entry.title == "Circle meeting"), key=lambda one: one.date)
    assert "Bring one slip." in small.text(entry)
    assert entry.fields["venue"] == "Lark Primary, Hill Road"


def test_what_is_private_in_a_calendar_stays_so(tmp_path):
    assert "unseenxaqz" not in brought(tmp_path, GOOGLE).published().casefold()


def test_hours_are_those_of_the_calendars_own_zone(tmp_path):
    small = brought(tmp_path, GOOGLE)
    workshop = small.entry("Summer workshop").fields
    assert (workshop["start"], workshop["end"]) == ("16:00", "18:00")


def moment(entry, hours_from_london):
    """When it begins by London's clocks, which is what the site's readers see."""
    start = datetime.datetime.fromisoformat(f"{entry.date}T{entry.fields['start']}")
    zones = {"": 0, "Europe/London": 0, "Europe/Berlin": -1, "Europe/Paris": -1, "America/New_York": 5}
    assert start + datetime.timedelta(hours=zones[entry.fields.get("timezone", "")]) == hours_from_london


def test_zones_of_other_programs_are_known(tmp_path):
    small = brought(tmp_path, OUTLOOK)
    moment(small.entry("Talk in lessons"), datetime.datetime(2026, 5, 14, 16, 15))
    moment(small.entry("From Berlin"), datetime.datetime(2026, 4, 17, 17))
    moment(small.entry("From afar"), datetime.datetime(2026, 4, 16, 23))
    moment(small.entry("From Paris"), datetime.datetime(2026, 4, 15, 17))
    assert small.entry("Talk in lessons").fields["venue"] == "Room 2"
    assert small.entry("A night walk").fields["end"] == "01:30"


def test_a_calendar_that_is_imported_twice_doubles_nothing(tmp_path):
    small = brought(tmp_path, GOOGLE)
    before = sorted(small.new.contents())
    small.again()
    assert sorted(small.new.contents()) == before
