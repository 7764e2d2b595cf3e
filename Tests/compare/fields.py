"""The fields of the entries of random sites, for each kind those that it may have."""

import datetime
import posixpath
import re

import words
from entries import as_list, quoted, slug

ZONES = ["Europe/London", "UTC", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "Africa/Lagos"]
LICENCES = ["cc-by-4.0", "CC BY-SA", "cc0", "ogl-3", "all-rights-reserved", "unknown", "CC-BY-NC-ND 3.0"]
RESOURCE_KINDS = ["lesson-plan", "activity", "worksheet", "slides", "video", "reading", "tool", "other"]
CYCLES = ["immediate", "potential", "applied", "realised", "reframing"]
PURPOSES = ["name", "profile", "photo", "school", "attendance"]


def day(random, first=datetime.date(2023, 9, 1), days=1280):
    return (first + datetime.timedelta(days=random.randrange(days))).isoformat()


def some_words(random):
    return " ".join(random.choices(words.WORDS, k=4)).capitalize()


def chosen(random, options, chance=0.5):
    """Some of the options, each with the same chance."""
    return {name: value for name, value in options.items() if random.random() < chance}


def path_from(entry, path):
    """A path as a field of the entry gives it."""
    return posixpath.relpath(path, posixpath.dirname(entry.path))


def give_fields(site, entry):
    """Gives an entry a title, the fields of its kind, and those of every kind."""
    if entry.kind != "member":
        give_title(site.random, entry)
        give_common_fields(site, entry)
    GIVERS[entry.kind](site, entry)


def give_title(random, entry):
    if random.random() < 0.7:
        entry.fields["title"] = quoted(entry.title)
    else:
        entry.blocks.append(f"# {re.sub(r'[<>*_{}@#|-]', ' ', entry.title).strip()}")


def give_common_fields(site, entry):
    random = site.random
    entry.fields |= chosen(random, {"tags": as_list(random.sample(site.tags, 2))}, 0.6)
    entry.fields |= chosen(random, {"goals": site.some_of("goal", 2)}, 0.4)
    entry.fields |= chosen(random, {"draft": "yes", "audience": "members"}, 0.08)
    entry.fields |= chosen(random, {
        "summary": ">\n  In short: *this*\n  and that.", "updated": day(random), "review_by": day(random),
        "lang": random.choice(["en", "cy", "ar", "pt-BR"]), "noindex": "yes",
        "aliases": f"[old-{entry.name}]", "uid": f"{entry.name}@calendar.example",
        "extra": "{mood: [good, better], deep: {a: 1}}",
    }, 0.15)
    if random.random() < 0.2:
        picture = path_from(entry, random.choice(site.pictures))
        entry.fields |= {"image": quoted(picture), "image_alt": quoted("What it shows: \"this\"")}
        entry.fields |= chosen(random, {"image_shows": site.some_of("member")}, 0.4)


def give_member_fields(site, entry):
    """What a member may say: in an open source, only what consent covers."""
    random = site.random
    status = random.choice(["active"] * 5 + ["former", "withdrawn"])
    if status == "withdrawn":
        # Where nobody else can read the source, the file must say which pictures to withhold.
        entry.fields |= {"status": status} | ({} if site.has_open_source else {"withheld_pictures": "none"})
        return
    consent = {purpose: random.random() < 0.6 for purpose in PURPOSES}
    consent["profile"] &= consent["name"]
    entry.fields = {"status": status, **chosen(random, {"left": "2026-07-01"}, status == "former")}
    give_names(site, entry, consent["name"], random.choice([None] * 8 + ["draft: yes", "audience: members"]))
    if any(consent.values()):
        answers = ", ".join(f"{purpose}: {'yes' if said else 'no'}" for purpose, said in consent.items())
        given = day(random, datetime.date(2025, 6, 1), 500)
        entry.fields["consent"] = f"{{{answers}, given: {given}}}"
    if consent["school"] or not site.has_open_source:
        entry.fields["school"] = quoted(random.choice(words.SCHOOLS))
    if (consent["photo"] or not site.has_open_source) and random.random() < 0.5:
        photo = path_from(entry, random.choice(site.pictures))
        entry.fields |= {"photo": quoted(photo), "photo_alt": "At the board"}
    entry.fields |= chosen(random, {
        "joined": "2023-09-01", "pronouns": "they/them",
        "subjects": as_list(random.sample(words.SUBJECTS, 2)),
        "levels": as_list([random.choice(words.LEVELS)]), "seeks": as_list([random.choice(site.tags)]),
        "offers": f"[{{tag: {quoted(random.choice(site.tags))}, note: {quoted('how to: begin')}}}]",
        "links": f"[{{label: {quoted('Notes & more')}, url: \"https://notes.example/{entry.name}\"}}]",
    })
    if site.roles and random.random() < 0.5:
        role = random.choice(site.roles)
        entry.fields["roles"] = random.choice([
            f"[{role}]", f"[{{role: {role}, from: 2024-09-01, to: 2025-07-31}}]"])


def give_names(site, entry, is_named, hiding):
    """A name that shares no word with another member's: else what one withholds, another would say."""
    random, name = site.random, site.names.pop()
    if is_named or not site.has_open_source and random.random() < 0.6:
        entry.fields["name"] = quoted(name)
    if is_named:
        entry.path, entry.name = entry.path.replace(entry.name, slug(name)), slug(name)
        entry.fields |= chosen(random, {"also_known_as": as_list([site.nicknames.pop()])}, 0.3)
    if hiding:
        entry.put(hiding)
    elif is_named:
        site.agreed_names.append(name)


def give_goal_fields(site, entry):
    random = site.random
    readings = ", ".join(
        f"{{date: {day(random)}, value: {random.randint(-3, 90) / 2}}}" for _ in range(4))
    milestones = (f"\n  - {{title: {quoted(some_words(random))}, due: {day(random)}}}"
                  f"\n  - {{title: Once, done_on: {day(random)}, evidence: {evidence(site)}}}")
    entry.fields |= {
        "status": random.choice(["proposed", "active", "active", "achieved", "paused", "dropped"]),
        "measure": quoted("classes that try it: a week"),
    } | chosen(random, {
        "owners": site.some_of("member"), "why": quoted("Because: it helps"), "start": "2025-09-01",
        "unit": random.choice(['"%"', "classes"]), "baseline": "2", "target": "45.5",
        "readings": f"[{readings}]", "due": day(random, datetime.date(2026, 6, 1), 400),
        "milestones": milestones,
    }, 0.6)


def evidence(site):
    target = site.one_entry()
    return site.random.choice([
        f"[{target.folder}/{target.name}]", '["https://evidence.example/a?b=1"]',
        quoted("What pupils said, twice")])


def give_resource_fields(site, entry):
    random = site.random
    path = quoted(path_from(entry, random.choice(site.documents)))
    trial = f"member: {site.one_of('member').name}, date: 2026-02-01, note: {quoted('One: two')}"
    # One without an address and files needs a text.
    entry.blocks.append("Three questions, on a quarter of a page.")
    entry.fields |= {"kind": random.choice(RESOURCE_KINDS), "licence": random.choice(LICENCES)}
    if random.random() < 0.1:
        entry.fields |= {"licence": "other", "licence_url": "https://licence.example/"}
    entry.fields |= chosen(random, {
        "date": day(random), "url": "https://resource.example/a?b=1&c=2",
        "files": random.choice([f"[{path}]", f"[{{file: {path}, label: {quoted('The file & more')}}}]"]),
        "creators": random.choice([site.some_of("member"), '[{name: "The Open College"}]']),
        "shared_by": site.one_of("member").name, "subjects": as_list(random.sample(words.SUBJECTS, 2)),
        "levels": as_list([random.choice(words.LEVELS)]), "access_notes": "In large print",
        "time_needed": random.choice(["45 min", "2 h", "3 lessons", "6 weeks"]),
        "status": random.choice(["current", "review", "withdrawn"]),
        "tried_by": f"[{{{trial}}}]",
    })


def give_meeting_fields(site, entry):
    random = site.random
    entry.fields |= chosen(random, {
        "start": '"16:15"', "timezone": random.choice(ZONES), "mode": random.choice(["online", "hybrid"]),
        "kind": random.choice(["meeting", "workshop", "visit", "social"]),
        "status": random.choice(["planned", "held", "cancelled", "postponed"]),
        "venue": quoted(random.choice(words.PLACES)), "join_info": quoted("The link is sent: ask"),
        "sign_up": "https://sign-up.example/", "revision": "3", "chair": site.one_of("member").name,
        "note_taker": site.one_of("member").name, "attendees": site.some_of("member", 9),
        "guests": str(random.randint(0, 12)), "resources": site.some_of("resource"),
    })
    if "start" in entry.fields:
        entry.fields |= chosen(random, {"end": '"17:45"'}, 0.7)
    if site.series:
        entry.fields |= chosen(random, {"series": random.choice(site.series)}, 0.7)


def give_post_fields(site, entry):
    random = site.random
    others = [post.name for post in site.of("post") if post.path < entry.path]
    entry.fields["authors"] = site.some_of("member")
    entry.fields |= chosen(random, {
        "kind": random.choice(["story", "question", "question", "reflection", "news"]),
        "meeting": site.one_of("meeting").name, "resources": site.some_of("resource"),
        "tried": site.some_of("resource"),
    })
    if others and random.random() < 0.3:
        entry.fields[random.choice(["answered_by", "replies_to"])] = random.choice(others)


def give_success_fields(site, entry):
    entry.fields |= chosen(site.random, {
        "people": site.some_of("member"), "evidence": evidence(site), "value": site.random.choice(CYCLES),
        "resources": site.some_of("resource"), "quote": quoted("\"So\", they said"),
        "quote_by": site.one_of("member").name,
    })


def give_page_fields(site, entry):
    if entry.name == "norms":
        year = "2025" if "01-01" in site.settings.get("year_starts", "") else "2025-26"
        entry.fields |= chosen(site.random, {"year": year})
    if entry.name == "charter" and site.random.random() < 0.4:
        entry.fields |= {"translation_of": "pages/start", "lang": "cy"}


GIVERS = {
    "post": give_post_fields, "member": give_member_fields, "meeting": give_meeting_fields,
    "resource": give_resource_fields, "goal": give_goal_fields, "success": give_success_fields,
    "page": give_page_fields,
}
