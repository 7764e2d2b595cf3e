"""Invented names of members, in eight scripts; those in Latin script have accents and particles."""

import dataclasses


@dataclasses.dataclass
class Script:
    given: list
    family: list
    # In some languages the family name comes first, without a space.
    family_first: bool = False

    def name(self, number):
        """The name with a number; no two numbers have the same.

        Each given name is paired with each family name in turn. Then a second given name is added.
        """
        rest, first = divmod(number, len(self.given))
        extra, shift = divmod(rest, len(self.family))
        given = [self.given[first]]
        if extra:
            given.append(self.given[(first + extra) % len(self.given)])
        family = self.family[(first + shift) % len(self.family)]
        return "".join([family, *given]) if self.family_first else " ".join([*given, family])


def script(given, family, **options):
    return Script(given.split(), [name.strip() for name in family.split(",")], **options)


# Will, Mark, May and others are given names here, and in `corpus.py` words that begin sentences.
LATIN = script(
    """Siobhán Matteo Amélie Tomás Ingrid Mark Nia Will Zoë Joaquín Grace Søren Łucja Rose Ngozi Émile
    Frank Yara May Håkon Dilara Inês Bartłomiej Hope Maëlle Gwilym Kofi Ilse Márton Dawn""",
    """Thornbury, de la Cruz Ortega, Lindqvist, O’Hanrahan, van den Heuvel, Kowalczyk-Reed,
    da Conceição, Müller-Brandt, Okonjo, Szabó-Varga, Þórisdóttir, Le Goff, Ferreira dos Anjos,
    Adeyemi-Clarke, Vlăsceanu, Đurić, Ünalan, Castellanos y Ruiz, Åkerblom, Ravenscroft, Dvořáček,
    von Tiefenbach, ap Rhydderch, Asante, Ellingham, Jónasson, Beaumont-Sáez, Nguyễn-Hale, Marchetti,
    Oyelaran, Ní Fhloinn, Quillfeather""")

CYRILLIC = script(
    """Олена Дмитро Милица Богдан Анастасія Тимур Світлана Йован Катерина Руслан Зоряна Фёдор Людмила
    Стоян Ярина Григорій""",
    """Ковальчук, Бондаренко, Петрович, Шевчук, Стојановић, Гнатюк, Дорошенко, Лисенко, Мельниченко,
    Савић, Ткачук, Черненко, Живковић, Кириленко, Панчук, Рибак""")

GREEK = script(
    """Ελένη Νίκος Δέσποινα Παναγιώτης Χρυσάνθη Στέλιος Ιφιγένεια Θωμάς Μαριλένα Λεωνίδας Φωτεινή
    Αχιλλέας Καλλιόπη Ευάγγελος Ρένα Οδυσσέας""",
    """Παπαγεωργίου, Αναγνώστου, Οικονόμου, Θεοδώρου, Βασιλείου, Χατζηγιάννη, Κωνσταντίνου, Αθανασίου,
    Μιχαήλ, Στεφάνου, Δημητρίου, Αντωνίου, Νικολάου, Ιωάννου, Σωτηρίου, Παύλου""")

ARABIC = script(
    "ليلى يوسف سلمى طارق نور هشام ريم كمال دانة أنس بشرى زياد مريم عمران هالة فارس",
    """الحدّاد, المنصوري, القاسم, بن عاشور, الزهراني, خليفة, النجّار, الشريف, أبو زيد, البستاني, الخطيب,
    السعدي, الرفاعي, درويش, الكتبي, العطّار""")

HEBREW = script(
    "נועה איתן תמר יונתן שירה אסף מיכל עידו רותם גלעד הדס עומר יעל דורון אורלי ניר",
    """בן-דור, אלמוג, כרמלי, שגב, הראל, רוזנבלום, אבוטבול, גולן, צדוק, ברקת, פלדמן, חזן, נבון, דגן, טל-שיר,
    עמית""")

DEVANAGARI = script(
    "आरती रोहन मीनाक्षी विक्रम सुधा अनिकेत कावेरी देवेश गायत्री हर्ष ज्योत्स्ना मनोज पूर्वा सौरभ ललिता यश",
    """जोशी, कुलकर्णी, त्रिपाठी, शिंदे, वर्मा, चौधरी, देशपांडे, मिश्र, रावत, भट्ट, ठाकुर, सक्सेना, पाटील, द्विवेदी, नायर,
    गुप्ते""")

CHINESE = script(
    "晓梅 志远 雨桐 建国 思颖 文博 佳怡 海涛 静雯 子轩 丽华 明哲 若曦 伟强 秋月 家豪",
    "陈, 林, 黄, 何, 罗, 谢, 唐, 许, 邓, 冯, 曾, 彭, 苏, 卢, 蒋, 蔡", family_first=True)

KOREAN = script(
    "서연 민준 하은 도윤 지우 현우 수아 준서 예린 성민 다은 태현 소율 재훈 나연 동혁",
    "김, 이, 박, 최, 정, 강, 조, 윤, 장, 임, 한, 오, 서, 신, 권, 황", family_first=True)

# The scripts of members in order, over and over. There are 13, so that the one member in 12 who has
# not agreed to be named is of each script in turn.
TURNS = [
    LATIN, CYRILLIC, LATIN, GREEK, LATIN, ARABIC, LATIN, HEBREW, LATIN, DEVANAGARI, LATIN, CHINESE,
    KOREAN,
]


def member_name(number):
    """The name of the member with a number."""
    turn, place = divmod(number, len(TURNS))
    kind = TURNS[place]
    return kind.name(turn * TURNS.count(kind) + TURNS[:place].count(kind))
