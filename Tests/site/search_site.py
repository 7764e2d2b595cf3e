"""A made-up site with entries in six languages, for what a search must forgive."""

SETTINGS = "name: Six tongues\nlanguage: en\ntimezone: Europe/London\n"

# The word at the end stands far behind what results show of a text at once.
LONG = " ".join(
    f"In week {number} we tried it again with another class, and wrote down what they did."
    for number in range(1, 41)
)

# By language: name of the file, title, text.
TEXTS = {
    "en": [
        ("pages/joining", "How to join us", "Come to a session and say hello. Nobody has to sign anything."),
        ("posts/feedback", "Feedback that pupils use", "A comment is of use when somebody answers it."),
        ("posts/questioning", "Ten minutes before lunch", "Careful questioning takes time, and a list of words."),
        ("posts/staff", "Looking after each other", "Our well-being depends on small things."),
        ("posts/walks", "Walks at noon", "A walk is wellbeing with shoes on."),
        ("posts/tea", "Tea and talk", "For well being, nothing beats a kettle."),
        ("posts/code", "The coding club", "Some write C++ and some write C#, and all of them wait for the printer."),
        ("posts/money", "What the books cost", "The library gave us 1,000 pounds for atlases."),
        ("posts/mail", "Letters home", "An e-mail is read on the bus; a letter is kept."),
        ("posts/long", "A year of trying", f"{LONG} At the end somebody brought a kaleidoscope."),
        ("posts/office", "Where the keys are", "Ask in the oﬃce about co\u00adoperation between schools."),
        ("posts/teacher", "A teacher’s desk", "There is always a plant on it, and colours for the board."),
        ("posts/planning", "Planning a week", "She organised the children’s stories by length."),
        ("posts/hall", "What stands in the hall", f"{LONG} Behind the door leans a purple ladder."),
        (
            "posts/ladders", "Ladders, purple and other",
            "A ladder may be purple. A purple, purple thing and a ladder: such is the ladder purple of old.",
        ),
        ("posts/joined", "We joined a choir", "How we came to join it, and how to sing. To join was easy."),
    ],
    "de": [
        ("posts/buecher", "Bücher für die Pause", "Jede Klasse hat ein Regal, und jedes Kind wählt selbst."),
        ("posts/lehrerinnen", "Lehrerinnen im Austausch", "Sie besuchen sich gegenseitig im Unterricht."),
        ("posts/pruefungen", "Prüfungen ohne Angst", "Die Aufgaben liegen eine Woche vorher aus."),
        ("posts/strasse", "Mathematik auf der Straße", "Wir zählten Fahrräder und zeichneten Diagramme."),
    ],
    "fr": [
        ("posts/journaux", "Les journaux de la classe", "Chaque élève écrit une page par mois."),
        ("posts/evaluer", "Évaluer sans noter", "Le commentaire remplace le chiffre, et l’élève répond."),
        ("posts/dehors", "L’école dehors", "Une matinée au bord de la rivière, sans cahier."),
    ],
    "es": [
        ("posts/preguntas", "Preguntas que ayudan", "El silencio también enseña."),
        ("posts/talleres", "Talleres de lectura", "Los viernes leemos en voz alta con las familias."),
        ("posts/ninos", "Los niños cuentan", "Cada lápiz tiene una historia."),
    ],
    "cy": [
        ("posts/cyfarfodydd", "Cyfarfodydd byr", "Hanner awr a dim mwy, gyda phaned."),
        ("posts/cath", "Y gath yn y dosbarth", "Daeth fy nghath i’r ysgol, a chath arall ar ei hôl."),
        ("posts/geiriau", "Geiriau newydd", "Pob wythnos mae gair ar y drws, ac un gath arall."),
        ("posts/cathod", "Y cathod a’r cŵn", "Mae cath yn cysgu."),
    ],
    "ar": [
        ("posts/muallim", "المعلمون الجدد", "يزور كل منهم صفاً آخر في الأسبوع الأول."),
        ("posts/durus", "دروس قصيرة", "عشر دقائق تكفي لفكرة واحدة."),
        ("posts/ahdaf", "أهداف العام", "اخترنا ثلاثة فقط، وكتبناها على الجدار."),
    ],
}


def files():
    """The files of the site, by path."""
    made = {"content/handbook.yml": SETTINGS}
    for language, texts in TEXTS.items():
        for number, (name, title, text) in enumerate(texts):
            lines = ["---", f"title: {title}", f"lang: {language}"]
            if name.startswith("posts/"):
                lines.append(f"date: 2026-0{1 + number % 9}-1{number % 9}")
            made[f"content/{name}.md"] = "\n".join([*lines, "---", "", text, ""])
    return made
