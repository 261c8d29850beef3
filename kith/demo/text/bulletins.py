"""The texts of a trade association's newsletter, a parcel robot and the family at home."""

from datetime import date
from random import Random

_NEWS = (
    "Neue Energieeffizienz-Vorgaben für Wasserpumpen: Das Merkblatt ist da.",
    "Rückblick: 140 Teilnehmer beim Pumpentag an der Küste, die Folien sind online.",
    "Umfrage: Zwei Drittel der Betriebe finden keine Monteure. Was die Verbände jetzt fordern.",
    "Normen: Der Entwurf zu Gleitringdichtungen in Lebensmittelanlagen liegt zur Einsicht aus.",
    "Messe: Gemeinschaftsstand in Halle 4, noch drei Plätze für Mitglieder.",
    "Recht: Was bei Lohnfertigung in die Auftragsbestätigung gehört, erklärt unser Justiziariat.",
    "Seminar: Kavitation erkennen und vermeiden, zwei Tage, Mitglieder zahlen die Hälfte.",
    "Konjunktur: Auftragseingang der Branche stabil, Ausland etwas stärker als Inland.",
    "Technik: Trockenlaufschutz im Vergleich, fünf Verfahren, ein Prüfstand.",
    "Personalia: Der Arbeitskreis Service hat eine neue Sprecherin.",
)
_PARCEL = (
    "Ihre Sendung {number} wurde am {day} zugestellt. Empfang: Pforte.",
    "Ihre Sendung {number} ist unterwegs und wird voraussichtlich am {day} zugestellt.",
    "Abholauftrag {number} für den {day} ist eingegangen. 1 Paket, {weight} kg.",
)
_PRIVATE = {
    "Tante": (
        ("Geburtstag", "Liebe Jana,\n\nSonntag um drei gibt es Kuchen. Bring Hunger mit.\n\nErna"),
        ("Der Garten", "Liebe Jana,\n\ndie Äpfel sind reif, zwei Kisten stehen im Keller.\n\nErna"),
        ("Fotos", "Liebe Jana,\n\ndie Fotos von Ostern sind da. Ihr schaut alle so ernst.\n\nErna"),
        ("Katze", "Liebe Jana,\n\nMinka ist wieder da, sie war beim Nachbarn.\n\nErna"),
        ("Chor", "Liebe Jana,\n\nwir singen am Samstag in Sankt Jürgen, Eintritt frei.\n\nErna"),
    ),
    "Opa": (
        ("Rasenmäher", "Tobias,\n\nder Mäher springt wieder an. War die Kerze.\n\nOpa"),
        ("Skat", "Tobias,\n\nFreitag sind wir nur zu zweit, du fehlst.\n\nOpa"),
        ("Honig", "Tobias,\n\nzwölf Gläser dieses Jahr. Drei sind für euch.\n\nOpa"),
        ("Das Internet", "Tobias,\n\nes geht wieder. Der Stecker war draußen.\n\nOpa"),
        ("Sonntag", "Tobias,\n\nwir essen um zwölf. Oma macht Rouladen.\n\nOpa"),
    ),
    "Buurvrouw": (
        ("Pakje", "Hoi Femke,\n\ner ligt een pakje voor je bij mij.\n\nTruus"),
        ("Straatfeest", "Hoi Femke,\n\nzaterdag straatfeest, jij maakt de salade.\n\nTruus"),
        ("Planten", "Hoi Femke,\n\nde planten leven nog. Fijne vakantie verder.\n\nTruus"),
        ("Fiets", "Hoi Femke,\n\nje fiets stond los, ik heb hem binnen gezet.\n\nTruus"),
        ("Koffie", "Hoi Femke,\n\nde koffie staat zondag om elf klaar.\n\nTruus"),
    ),
    "Onkel": (
        ("Der Schuppen", "Hallo Malin,\n\ndas Dach vom Schuppen ist dicht.\n\nHorst"),
        ("Pilze", "Hallo Malin,\n\nzwei Körbe voll. Am Sonntag gibt es davon.\n\nHorst"),
        ("Feuerwehr", "Hallo Malin,\n\nSamstag ist Tag der offenen Tür.\n\nHorst"),
        ("Dein Rad", "Hallo Malin,\n\ndas Rad ist geflickt, steht im Hof.\n\nHorst"),
    ),
    "Mum": (
        ("Sunday lunch", "Gwen love,\n\nlunch is at one. Bring nothing.\n\nMum"),
        ("The cat", "Gwen love,\n\nthe cat is fine and fat.\n\nMum"),
        ("Choir", "Gwen love,\n\nwe sing on Saturday, your dad does the teas.\n\nMum"),
        ("Parcel", "Gwen love,\n\nyour parcel came, it is in the hall.\n\nMum"),
    ),
}  # fmt: skip


def newsletter(number: int, day: date, rng: Random) -> tuple[str, str]:
    """Subject and text of one issue."""
    items = "\n\n".join(f"* {item}" for item in rng.sample(_NEWS, 3))
    head = f"Verbandsbrief {number}/{day.year}, {day:%d.%m.%Y}"
    return (
        f"Verbandsbrief {number}: {items[2:].split(':')[0]} und mehr",
        f"{head}\n\n{items}\n\nSie erhalten diesen Brief als Mitglied. Abmelden:"
        " https://verband-foerdertechnik.example/abmelden",
    )


def parcel(day: date, rng: Random) -> tuple[str, str]:
    """Subject and text of one notice."""
    number = f"PF{rng.randint(10**9, 10**10 - 1)}"
    text = rng.choice(_PARCEL).format(
        number=number, day=f"{day:%d.%m.%Y}", weight=rng.randint(2, 28)
    )
    note = "Diese Nachricht wurde automatisch erstellt, Antworten werden nicht gelesen."
    return f"Sendung {number}", f"Guten Tag,\n\n{text}\n\n{note}"


def private(who: str, number: int) -> tuple[str, str]:
    """Subject and text of a relative's mail."""
    letters = _PRIVATE[who]
    return letters[number % len(letters)]
