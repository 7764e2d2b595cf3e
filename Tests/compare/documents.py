"""Tables, calendars and texts for the command to import, made up by a seed."""

import words


def documents(random):
    """Each file's text by its name; what stands before the ending says what it becomes."""
    return {
        "members.csv": table(random, "Name School Subjects E-mail Joined Phone Scool", member_row),
        "resources.csv": table(random, "Title Type Link License Tags Added", resource_row),
        "meetings.csv": table(random, "Meeting When From To Place Apologies Present", meeting_row),
        "circle.ics": calendar(random).replace("\n", "\r\n"),
        "meeting-notes.txt": notes(random),
        "post-notes.txt": notes(random),
    }


def table(random, headings, row):
    """With commas, semicolons or tabs; with some columns left out and some cells empty."""
    mark, headings = random.choice([",", ";", "\t"]), headings.split()
    columns = range(len(headings))
    chosen = [0, *[column for column in columns[1:] if random.random() < 0.8]]
    rows = [headings, *[row(random) for _ in range(random.randint(0, 6))]]
    return "".join(
        mark.join(quoted(line[column] if random.random() < 0.9 else "", mark) for column in chosen) + "\n"
        for line in rows)


def quoted(cell, mark):
    return '"' + cell.replace('"', '""') + '"' if mark in cell or '"' in cell or "\n" in cell else cell


def some_words(random):
    return " ".join(random.choices(words.WORDS, k=3))


def day(random):
    year, month, day = random.randint(2023, 2026), random.randint(1, 12), random.randint(1, 28)
    return random.choice([
        f"{year}-{month:02}-{day:02}", f"{day:02}/{month:02}/{year}", f"{day}.{month}.{year}"])


def member_row(random):
    name = f"{random.choice(words.FIRST_NAMES)} {random.choice(words.FAMILY_NAMES)}"
    return [name, random.choice(words.SCHOOLS), "maths, art\nmusic", "somebody@school.example", day(random),
            "029 2018", "x"]


def resource_row(random):
    kind = random.choice(["worksheet", "Lesson plan", "poster"])
    return [random.choice(words.TITLES), kind, "https://resource.example/a", random.choice(["CC BY", "free"]),
            some_words(random), day(random)]


def meeting_row(random):
    return [some_words(random), day(random), random.choice(["16:15", "4pm", "25:00"]), "17:30",
            random.choice(words.PLACES), "somebody", random.choice(words.FIRST_NAMES)]


def calendar(random):
    events = "".join(event(random, number) for number in range(random.randint(0, 5)))
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{events}END:VCALENDAR\n"


def event(random, number):
    start = f"2025{random.randint(1, 12):02}{random.randint(1, 28):02}"
    lines = [
        f"UID:{number}@calendar.example", f"SUMMARY:{some_words(random)}\\, and\n more", "STATUS:CANCELLED",
        "SEQUENCE:2", "LOCATION:Room 4", "LOCATION:https://meet.example/abc?pwd=1", "RRULE:FREQ=MONTHLY",
        "DESCRIPTION:Bring it.\\nAnd a mug.", "ATTENDEE;CN=\"Somebody\":mailto:somebody@example.org",
    ]
    when = random.choice([
        f"DTSTART;TZID=Europe/London:{start}T161500\nDTEND;TZID=Europe/London:{start}T173000",
        f"DTSTART:{start}T161500Z", f"DTSTART;VALUE=DATE:{start}", "DTSTART:some day", ""])
    chosen = [when, *[line for line in lines if random.random() < 0.5]]
    return "\n".join(["BEGIN:VEVENT", *[line for line in chosen if line], "END:VEVENT"]) + "\n"


def notes(random):
    """What somebody typed or pasted, with the signs of a word processor."""
    lines = ["Our {}", "", "• {}", "☐ {}", "☑ {}", "Present: somebody, somebody else", "Action: {}",
             "Decisions:", "1) {}", "· {}", "Write to somebody@school.example", "",
             "{}\u2028after a line separator"]
    chosen = [line for line in lines if not line or random.random() < 0.7]
    return "".join(f"{line.format(some_words(random))}\n" for line in chosen)
