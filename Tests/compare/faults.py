"""The faults that are put into random sites, so that every message is met sooner or later.

Each is a plain value: where it goes, and what is written there. `compare.py --coverage` tells which
messages no site has.
"""

import files

# How many faults a site has besides those whose turn it is.
MOST_MORE = 4


def put_into(site):
    """Puts a few faults into a site: two of the list by turns, so that a hundred sites have all, and others.

    The two stand far apart in the list, so that one seldom hides the other.
    """
    half = (len(FAULTS) + 1) // 2
    turn = site.seed // 2 % half
    turns = [FAULTS[turn], FAULTS[(turn + half) % len(FAULTS)]]
    more = site.random.choices(FAULTS, k=site.random.randint(0, MOST_MORE))
    for put, *values in [*turns, *more]:
        put(site, *values)


# How each sort of fault is put into a site.

def in_fields(site, kind, lines):
    """Lines of an entry's front matter, in place of the fields that they give."""
    an_entry(site, kind).put(lines)


def without_field(site, kind, name):
    an_entry(site, kind).fields.pop(name, None)


def in_text(site, kind, text):
    """A block of an entry's text."""
    blocks = an_entry(site, kind).blocks
    blocks.insert(site.random.randint(0, len(blocks)), text)


def as_whole(site, kind, text):
    """All of an entry's file."""
    an_entry(site, kind).whole = text


def in_settings(site, lines):
    site.put_setting(lines)


def without_settings(site):
    site.settings = None


def in_tag_file(site, text):
    site.tag_file = text


def as_file(site, path, content):
    site.files[path] = content if isinstance(content, bytes) else content.encode()


def as_link(site, path, target):
    """A symbolic link."""
    site.links[path] = target


def as_pipe(site, path):
    site.links[path] = None


def second_of_one_id(site, kind):
    entry = an_entry(site, kind)
    folder, _, _ = entry.path.rpartition(f"{entry.folder}/")
    as_file(site, f"{folder}{entry.folder}/again/{entry.name}.md", entry.content)


def one_id_in_two_kinds(site):
    """Two entries whose id alone says too little, and something that gives no more."""
    for folder, fields in [("posts", "date: 2026-01-15\nauthors: somebody\n"), ("pages", "")]:
        as_file(site, f"content/{folder}/twice-there.md", f"---\ntitle: Twice\n{fields}---\n\nWords.\n")
    in_text(site, "post", "See [[twice-there]].")
    in_fields(site, "success", "evidence: twice-there")


def one_uid_twice(site):
    for name in ["first", "second"]:
        as_file(site, f"content/pages/uid-{name}.md", "---\nuid: twice\n---\n\n# Words\n\nWords.\n")


def name_of_somebody(site, place):
    """A name that its owner has not agreed to: in a text, or in a file's name."""
    member = "---\nname: Odalys Nightwater\nalso_known_as: Nighty\n---\n\nWords.\n"
    as_file(site, "content/members/m-90.md", member)
    site.put_setting("source: private")
    if place == "file":
        as_file(site, "content/pages/thanks-odalys-nightwater.md", "# Thanks\n\nWords.\n")
    else:
        in_text(site, "post", f"Thanks to {place} for the **room**.")


def undisclosed(site, lines):
    """What an open source tells of a member who has not agreed to it."""
    as_file(site, "content/members/m-91.md", f"---\n{lines}\n---\n")
    site.put_setting("source: public")


def two_that_begin_so(site):
    for name in ["wilhelmina-one", "wilhelmina-two"]:
        as_file(site, f"content/members/{name}.md", "---\nstatus: active\n---\n")
    in_text(site, "post", "Thanks to @wilhelmina for it, and to @wilhelmina-onne.")


def with_template(site, name, text):
    as_file(site, f"templates/{name}", text)


def with_partials(site, times, rings):
    """Partials that include the next one so many times; the last one nothing, or the first."""
    names = ["a", "b", "c", "d"]
    for name, next_name in zip(names, [*names[1:], "a" if rings else None]):
        text = f"{{{{>partials/{next_name}}}}}" * times if next_name else "Words."
        with_template(site, f"partials/{name}.html", text)
    with_template(site, "home.html", "{{>partials/a}}")


def large_picture(site):
    """A picture of more than a megabyte, beside the post that shows it."""
    text = "---\ntitle: Large\ndate: 2026-01-15\nauthors: nobody\n---\n\n![Large](large.png)\n"
    as_file(site, "content/posts/large/index.md", text)
    as_file(site, "content/posts/large/large.png", files.png(640, 640, site.random))


def words_of_another_language(site):
    """A language that the theme does not have, with some of the words."""
    site.put_setting("language: gv")
    with_template(site, "strings/gv.yml", "language_name: Gaelg\nhome: Thie\n")


def damaged(site):
    """Bytes that are changed, lost or written twice, anywhere in an entry."""
    entry = an_entry(site, site.random.choice(sorted({entry.kind for entry in site.entries})))
    content = bytearray(entry.content)
    start = site.random.randrange(len(content))
    end = min(len(content), start + site.random.randint(1, 40))
    sign = site.random.choice("[]{}:#-@!|>*`\"'&%\n\t\\<\u202e").encode()
    content[start:end] = site.random.choice(
        [b"", bytes(content[start:end]) * 2, bytes([site.random.randrange(256)]), sign])
    entry.whole = bytes(content)


def with_other_line_ends(site, ending, mark):
    """As other systems write a text: other line ends, a byte order mark."""
    entry = an_entry(site, "post")
    entry.whole = mark + entry.content.replace(b"\r\n", b"\n").replace(b"\n", ending)


def an_entry(site, kind):
    """An entry of the kind; a post where the site has none of it."""
    return site.one_of(kind) if site.of(kind) else site.one_of("post")


MINIMAL = "title: Whole\ndate: 2026-01-15\n"

FAULTS = [
    # Front matter.
    (in_fields, "meeting", "apologies: [somebody]"),
    (in_fields, "meeting", "chair: @somebody"),
    (in_fields, "resource", "url: www.example.org/rubric"),
    (in_fields, "resource", "url: javascript:alert(1)"),
    (in_settings, "base_url: https://example.org/book/?lang=en"),
    (in_fields, "meeting", "mode: in person"),
    (in_fields, "post", "audience: everybody\ndraft: maybe"),
    (in_fields, "goal", "status: activ"),
    (in_settings, "theme:\n  accent: forest green"),
    (in_fields, "post", "date: 25.08.2023"),
    (in_fields, "success", "date: 2026-02-30"),
    (in_fields, "post", "updated: yesterday\nreview_by: 2026-1-5"),
    (in_settings, "year_starts: 02-30"),
    (in_fields, "post", "aliases: [First Post]"),
    (in_settings, "series:\n  - {id: Our Club, title: The club, rhythm: monthly}"),
    (in_settings, "roles:\n  - {id: host, title: Host}\n  - {id: host, title: Host}"),
    (in_fields, "page", "lang: Welsh"),
    (in_fields, "goal", "target: 85 %\nbaseline: many"),
    (in_fields, "meeting", "guests: -2\nrevision: two"),
    (in_fields, "post", 'tags: ["!!!"]'),
    (in_fields, "meeting", "start: 4pm\nend: 25:00"),
    (in_fields, "resource", "time_needed: about an hour"),
    (in_fields, "page", "year: 2025/26"),
    (in_fields, "post", "summary:What we tried"),
    (in_fields, "post", "summary: \"What we\a tried\""),
    (in_fields, "meeting", "start: \"16:00\"\nend: \"05:15\""),
    (in_settings, "breaks: [{from: 2026-08-31, to: 2026-07-20}]"),
    (in_fields, "post", "tags: feedback\ntags: retrieval"),
    (in_fields, "member", "email: somebody@school.example"),
    (in_fields, "post", "extra: [[[[[[[[[deep]]]]]]]]]"),
    (in_fields, "post", "summary: " + "long " * 3500),
    (in_fields, "post", "title: Maths #1"),
    (in_fields, "post", "tags: [feedback, #1, maths]"),
    (in_fields, "success", "image: ../assets/plan.svg"),
    (in_fields, "success", "image_alt: Nothing to see"),
    (in_fields, "goal", "milestones:\n  - title: Everybody\n     due: 2026-06-01"),
    (as_whole, "post", '{\n  "title": "Whole"\n}\n\nWords.\n'),
    (as_whole, "post", f"\n---\n{MINIMAL}---\n\nWords.\n"),
    (in_fields, "resource", "licence: unknown"),
    (in_fields, "post", "tags: - feedback - retrieval"),
    (without_field, "post", "authors"),
    (without_field, "goal", "measure"),
    (without_field, "resource", "kind"),
    (in_settings, "name:"),
    (as_whole, "success", "---\ndate: 2026-01-15\n---\n\nWords.\n"),
    (in_fields, "post", "title: Fractions: a lesson"),
    (in_fields, "post", "title: *stars*\nsummary: %percent"),
    (as_whole, "page", b"# Caf\xe9\n\nWords.\n"),
    (in_fields, "meeting", "date: 2026-10-25\nstart: \"01:30\"\ntimezone: Europe/London"),
    (in_fields, "meeting", "date: 2026-03-29\nstart: \"01:30\"\ntimezone: Europe/London"),
    (in_tag_file, "tags: [feedback]\n---\nclosed: yes\n"),
    (in_fields, "post", "tags: feedback\n  - retrieval"),
    (in_fields, "post", "summary: What we tried\nthis term"),
    (in_fields, "goal", "milestones:\n\t- title: Everybody"),
    (as_whole, "post", '+++\ntitle = "Whole"\n+++\n\nWords.\n'),
    (in_fields, "post", "tags: [feedback, retrieval"),
    (as_whole, "post", f"---\n{MINIMAL}\nWords.\n"),
    (in_fields, "post", 'summary: "What we tried'),
    (in_fields, "post", "tittle: Whole\nmood: cheerful\ncategories: [a]"),
    (in_fields, "meeting", "facilitator: somebody\nlocation: Room 4"),
    (in_settings, "titel: The Circle\ncolor: red"),
    (in_fields, "resource", "licence: free for schools"),
    (in_fields, "resource", "licence: other"),
    (in_settings, "timezone: Europe/Pariss"),
    (in_fields, "post", "replies_to: [[first-post]]"),
    (in_fields, "post", "title: [Whole]\ndate: {year: 2026}"),
    (in_fields, "post", 'summary: "What we \\qtried"'),
    (in_fields, "post", "<<: common"),
    (in_fields, "post", "summary: &anchor words\ntags: *anchor"),
    (one_uid_twice,),
    (in_fields, "member", "consent: {name: yes}\nname: Somebody Unheard"),
    (in_fields, "member", "consent: yes"),
    (in_fields, "member", "status: gone\nroles: [{role: host, from: 2026-02-01, to: 2026-01-01}]"),
    # Names of entries, members and tags.
    (one_id_in_two_kinds,),
    (two_that_begin_so,),
    (second_of_one_id, "post"),
    (second_of_one_id, "meeting"),
    (in_fields, "post", "aliases: [same-old]"), (in_fields, "page", "aliases: [start]"),
    (in_tag_file, "tags:\n  - {id: feedback, also: [marking]}\n  - {id: marking}\n"),
    (in_tag_file, "tags:\n  - {id: feedback, parent: nothing}\n  - '!!!'\n"),
    (in_tag_file, "closed: yes\ntags: [nothing-else]\n"),
    (in_fields, "post", "tags: [assessment, assesment]"),
    (in_fields, "success", "evidence: rubrik"),
    (in_fields, "success", "resources: rubrik\npeople: nobody-here"),
    (in_fields, "post", "goals: retreival"),
    (in_fields, "post", "meeting: 2026-01-16-circle"),
    (in_fields, "post", "authors: [mria-lopez, m-07]"),
    (in_fields, "post", "replies_to: frist-post"),
    (in_fields, "meeting", "resources: rubrik\nseries: circel"),
    (in_fields, "member", "roles: cordinator"),
    (in_fields, "page", "translation_of: nothing"),
    (in_settings, "navigation: [strat, start]"),
    (in_text, "post", "See [[rubrick]] and [[posts/nothing|this]]."),
    (in_text, "meeting", "Ask @m-077 and @nobodyy."),
    # Texts and links.
    (in_text, "post", "See [the rubric](rubric.md) and [it](../../../outside.md)."),
    (in_text, "page", "See [it](/posts/) and [that](../posts/)."),
    (in_text, "post", "A line with \u202e in it."),
    (in_text, "post", "See [the rubric]()."),
    (as_whole, "resource", "---\ntitle: Empty\nkind: template\nlicence: cc-by-4.0\n---\n"),
    (in_text, "post", "words " * 44_000),
    (in_text, "post", "![](../assets/plan.svg)"),
    (in_text, "page", "![A plan](plan.svg.png)"),
    (in_text, "post", "> " * 120 + "deep"),
    (in_text, "post", "A text with &#xFDD0; in it."),
    (in_text, "post", "A \ufdd0 sign."),
    (in_text, "meeting", "• somebody sends it\n• somebody reads it\n\n☑ done\n\nAction: @m-07 sends it"),
    (in_text, "post", "<font color=\"red\">so</font> <script>x</script>\n\n<iframe src=\"x\"></iframe>"),
    (in_text, "post", "![A plan](https://pictures.example/plan.svg)"),
    (in_text, "post", "Twice.[^1]\n\n[^1]: In January.\n[^1]: In March."),
    (in_text, "post", "{{< youtube abc >}} {% include x %}"),
    (in_text, "post", "| class | tried |\n| --- | --- |\n| 4a | yes | twice |"),
    (in_text, "post", "| x " * 52 + "|\n" + "| --- " * 52 + "|\n"),
    (in_text, "post", "[" * 10_001),
    (in_text, "post", "\n\n".join(f"So[^{n}].\n\n[^{n}]: x" for n in range(1_001))),
    (in_text, "page", "## Use\n\nSee [how](#usage) and [[#nothing]]."),
    (in_text, "post", "Lost.[^99]\n\n[^98]: Unused."),
    (in_text, "post", "[open](file:///c:/x.pptx) [run](javascript:x) [data](data:text/html,x)"),
    # Actions and decisions.
    (in_text, "meeting", "- [ ] @m-07 send it, due 1 March\n- [ ] @m-08 book it by Friday"),
    (as_file, "content/meetings/2026-01-01-ring.md",
     "# Ring\n\n- [ ] send it, continues [[#action-1]]\n- [ ] it, continues [[#action-3]]\n"
     "- [ ] it, continues [[#action-2]]\n"),
    (in_text, "meeting", "- [ ] Send the rubric\n- [ ] Print it"),
    (as_file, "content/meetings/2026-01-02-twice.md",
     "# Twice\n\n- [ ] a\n- [ ] b, continues [[#action-1]]\n- [ ] c, continues [[#action-1]]\n"),
    (in_text, "meeting", "Decision 1: We meet.\n\nDecision 1: We drink tea."),
    (in_text, "meeting",
     "Decision 7: So, supersedes [[#decision-8]].\n\nDecision 8: No, supersedes [[#decision-7]]."),
    (in_text, "meeting", "Decision: So, supersedes [[start]]."),
    (in_text, "meeting", "- [ ] @m-07 sends it, continues [[start]] goal:nothing"),
    # People.
    (in_text, "post", "Write to somebody@school.example."),
    (in_text, "post", "Ring 029 2018 0000, or +44 7700 900123."),
    (in_text, "page", "Jake in Year 4 drew it. The Y6 pupil Zofia too."),
    (in_fields, "meeting", "join_info: https://zoom.us/j/123456789?pwd=QUJDRA"),
    (in_text, "meeting", "## Attendees\n\n- a colleague\n\nApologies: one."),
    (in_fields, "post", "accepts: [{id: name-in-txt, words: somebody, why: she agreed}]"),
    (in_fields, "post", "accepts: [{id: phone-number, words: 0800 1111, why: the helpline}]"),
    (in_fields, "post", "accepts: [{id: phone-number, why: it is the helpline of all}]"),
    (in_fields, "member", "consent: {name: yes, given: 2024-01-15}\nname: Somebody Unheard"),
    (in_fields, "member", "consent: {name: yes, given: 2030-01-15}\nname: Somebody Unheard"),
    (as_file, "content/assets/trip.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
    (name_of_somebody, "Odalys Nightwater"),
    (name_of_somebody, "*Odalys* Nightwater and Nighty"),
    (name_of_somebody, "file"),
    (undisclosed, "name: Somebody Unheard\nalso_known_as: Unhearded"),
    (undisclosed, "photo: ../assets/plan.svg\nphoto_alt: A portrait"),
    (undisclosed, "school: Harbour Primary"),
    # Files and folders.
    (as_file, "content/pages/404.md", "# Not found\n\nWords.\n"),
    (as_file, "content/pages/search.md", "# Search\n\nWords.\n"),
    (as_file, "content/posts/Our first meeting.md", f"---\n{MINIMAL}---\n\nWords.\n"),
    (as_file, "content/pages/Ünïcode.MD", "# Words\n\nWords.\n"),
    (as_file, "content/pages/index.md", "# Words\n\nWords.\n"),
    (as_file, "content/assets/author.pdf", files.pdf("Odalys Nightwater")),
    (as_file, "content/pages/long.md", "# Long\n\n" + "words\n\n" * 45_000),
    (large_picture,),
    (as_link, "content/assets/link.pdf", "plan.svg"),
    (as_link, "content/posts/link.md", "../pages/start.md"),
    (as_pipe, "content/assets/pipe"),
    (in_fields, "resource", "files: plan.svg.png"),
    (in_fields, "resource", "files: [../../outside.pdf, /etc/hosts]"),
    (without_settings,),
    (as_file, "content/assets/game.html", "<script>x</script>\n"),
    (as_file, "content/assets/false.png", files.jpeg()),
    (as_file, "content/assets/broken.png", files.jpeg()[:20]),
    (as_file, "content/assets/script.svg",
     '<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>'),
    (as_file, "content/posts/plan.svg", files.DRAWING),
    (as_file, "content/notes.md", "Words.\n"),
    (as_file, "content/assets/unused.svg", files.DRAWING),
    (as_file, "content/meeting/2026-02-12.md", "# Words\n"),
    (damaged,), (damaged,), (damaged,), (damaged,), (damaged,),
    (with_other_line_ends, b"\r\n", b""), (with_other_line_ends, b"\r", b""),
    (with_other_line_ends, b"\n", b"\xef\xbb\xbf"),
    # Published addresses.
    (as_file, "content/routes.lock", "<<<<<<< ours\nstart.html\n"),
    (as_file, "content/routes.lock", "posts/exit-slips.html\nindex.html\n"),
    (as_file, "content/routes.lock",
     "pages/start.html\nposts/nothing.html#decision-1 fc7f331be4831cb2ddfa312aba2b4942\nx y z\n"),
    # Templates.
    (with_template, "home.html", "{{=<%=}}"),
    (with_template, "home.html", "{{>*page.title}}"),
    (with_template, "page.html", "{{entry.body}}"),
    (with_template, "home.html", "{{#page}}<h1>{{title}}</h1>{{/pages}}"),
    (with_template, "home.html", "{{#words.home}}Home{{/words.home}} {{{words.home}}}"),
    (with_template, "home.html", "<h1>{{ }}</h1>"),
    (with_template, "strings/en.yml", "hoem: Start\n"),
    (in_settings, "language: gv"),
    (words_of_another_language,),
    (with_partials, 1, True),
    (with_partials, 90, False),
    (with_template, "home.html", "<h1>{{page.title}}</h1>{{/page}}"),
    (with_template, "style.css", "p { color: red }"),
    (with_template, "home.html", "{{#site}}" * 300 + "{{/site}}" * 300),
    (with_template, "page.html", "{{<layout}}\n<p>Lost</p>\n{{$main}}{{{entry.body}}}{{/main}}\n{{/layout}}"),
    (with_template, "home.html", "{{#page}}<h1>{{title}}</h1>"),
    (with_template, "home.html", "<h1>{{page.title</h1>"),
    (with_template, "home.html", "<h1>{{{page.title}}}</h1>"),
    (with_template, "page.html", "{{<layout}}{{$mian}}Hello{{/mian}}{{/layout}}"),
    (with_template, "home.html", "{{words.hoem}}"),
    (with_template, "home.html", "{{>partials/heder}}"),
    (with_template, "home.html", "<h1>{{page.titel}}</h1>"),
    (with_template, "home.html", "{{goals}}{{page}}"),
    (with_template, "assets/style.css", "p { color: red }\n"),
    (with_template, "home.html", "<h1>{{page.title}}</h1>\n{{#words.home}}{{/words.home}}\n"),
]
