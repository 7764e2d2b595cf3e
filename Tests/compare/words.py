"""The words, names and titles of the random sites. Every person is invented."""

# Words of several scripts and lengths; none is a given name, and none is a number.
WORDS = """
about again almost always answer asked autumn basket because begin between borrow brought café called
carry chair change chalk choose class clear colleague comment compare corner cover décor decide draw
early easy élan enough evening every example explain fair few field finish floor full garden gather
glass good group half happen hear help hold hour idea kept kettle kind large late laugh learn lesson
letter library light listen long look map mark meaning measure minute moment morning naïve near next
night notice number often only open outside own page paper part pass pencil people perhaps picture
place plain plan point practice problem promise pupil question quick quiet rather read ready reason
record remember rest right room round rule same seem send sentence several share shelf short show side
silence simple small soon sort speak spend stand start stay still story street strong summer support
table talk task teach tell term thing think thought through today together tried trouble turn twice
under until useful voice wait walk wall want watch water week whole window winter wonder word work
world worth write year ysgol dysgu Straße größer niño señal œuvre 数学 読書 مدرسة درس школа naïveté
""".split()

FIRST_NAMES = """
Marisol Tobias Petra Siân Łukasz Noor Bram Cleo Ewa Rosalind Yusra Kofi Ingrid Mateusz Beñat Anneke
Zdeněk Aoife Håkon Xiomara Ottoline Fenwick Perpetua Ignatius Ludmila Bertil
""".split()

FAMILY_NAMES = [
    "Quillfeather", "Vexley", "Thistlewood", "Brandreth", "Marchbanks", "Ó Dálaigh", "Wójcik-Penrose",
    "Ferncastle", "de Wit", "Hollowbread", "Pennyfarthing", "Åkerblad", "Saltmarsh", "Tanglewood",
    "Oakenshaw", "Mistlethwaite", "Ravensbourne", "Copperfold", "Lindenbaum", "Ashgrove-Pryce",
    "Winterbotham",
]

NICKNAMES = ["Quill", "Vex", "Thistle", "Brand", "Marchie", "Fern", "Penny", "Salty", "Oakie", "Copper"]

# A heading as it is written, and the anchor by which it can be linked to; none where that is not settled.
HEADINGS = [
    ("What we tried", "what-we-tried"),
    ("Where it began", "where-it-began"),
    ("How it went?", "how-it-went"),
    ("What *pupils* said", "what-pupils-said"),
    ("What we would change {#change}", None),
    ("`Code` & text, 1.2", None),
    ("学校 École", None),
]

# Titles with what has to be escaped somewhere: in HTML, YAML, XML, JSON or a calendar.
TITLES = [
    "Bread & butter", "A <b>bold</b> title", "\"Quoted\" words", "Fractions: a lesson", "It's a start",
    "C++ and C#", "One; two, three", "Back\\slash", "100 % of it", "[Brackets] first", "- a dash first",
    "Ἑλληνικά καὶ 日本語", "العربية في المدرسة", "e\u0301 as two signs", "😀 smiles", "no", "2025", "True",
    "{{mustache}}", "| pipes |", "*Stars* and _lines_", "#1 of them", "@ sign",
    "A title that goes on until it has to be broken into two lines or more wherever it is shown, and then "
    "a little longer",
]

SUBJECTS = ["maths", "Welsh", "physics & chemistry", "music", "C++", "história", "PE", "art"]
LEVELS = ["year 5", "Year 9", "sixth form", "early years", "years 3 to 6"]
SCHOOLS = ["Quayside Primary", "Ysgol y Bryn", "St Elfreda's", "Harbour & Hill"]
PLACES = ["The library", "Room 4, upstairs", "Ysgol y Bryn; hall", "A video call"]
