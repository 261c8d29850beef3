"""Greetings, small talk, good-byes and signatures: what stands around the matter of a mail."""

from datetime import datetime
from random import Random

from kith.demo import firm
from kith.demo.people import Person
from kith.demo.text.facts import address

_HELLO = {
    "de": (
        ("Guten Morgen {},", "{hello} {},", "Hallo {},"),
        ("Hallo {},", "Guten Tag {},", "Guten Tag {},", "Hallo {},", "{hello} {},"),
    ),
    "en": (
        ("Good morning {},", "Hi {},", "Morning {},"),
        ("Hi {},", "Hello {},", "Dear {},", "Hi {},", "{},"),
    ),
}
_SMALL_TALK = {
    "de": {
        "new year": ("Ihnen erst einmal ein gutes neues Jahr!", "frohes neues Jahr vorweg!"),
        "monday": (
            "ich hoffe, Sie hatten ein schönes Wochenende.",
            "guten Start in die Woche vorweg.",
        ),
        "summer": ("bei der Hitze nur kurz:", "ich hoffe, bei Ihnen ist es kühler als hier."),
        "any": (
            "danke noch für das nette Telefonat neulich.",
            "kurz und knapp:",
            "eine Sache von meiner Seite:",
            "ich hoffe, bei Ihnen läuft alles.",
        ),
    },
    "en": {
        "new year": ("Happy new year to you and the team!", "All the best for the new year."),
        "monday": ("I hope you had a good weekend.", "Hope the weekend was a quiet one."),
        "summer": ("Hope you are keeping cool over there.", "Quick one before the holidays."),
        "any": (
            "Good to talk the other day.",
            "A quick one from me.",
            "Hope all is well.",
            "I hope things are running smoothly your end.",
        ),
    },
}
_GOODBYE = {
    "de": ("Viele Grüße", "Mit freundlichen Grüßen", "Beste Grüße", "Schöne Grüße", "Gruß", "VG"),
    "en": ("Best regards", "Kind regards", "Regards", "Thanks and regards", "Best", "Cheers"),
}
_PHONE = {"de": "Von unterwegs gesendet", "en": "Sent from my phone"}
_OUR_JOBS = {
    "Vertrieb Nord": "Sales North",
    "Vertrieb Süd": "Sales South",
    "Vertriebsleitung": "Head of Sales",
    "Service und Montage": "Service",
}
_COUNTRIES = {"de": "", "en": ", Germany"}


def greeting(sender: Person, to: Person, moment: datetime, language: str, rng: Random) -> str:
    form = rng.choice(_HELLO[language][moment.hour >= 10])
    return form.format(address(to, language), hello=sender.hello)


def note(body: str, sender: Person, to: tuple[Person, ...], rng: Random) -> str:
    """A mail among colleagues: first names, no signature."""
    hello = rng.choice(("Hallo", "Moin", "Hi"))
    whom = to[0].first if len(to) == 1 else "zusammen"
    ending = rng.choice(("Gruß", "Viele Grüße", "LG", "Danke", "Bis später"))
    return f"{hello} {whom},\n\n{body}\n\n{ending}\n{sender.first}"


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def small_talk(moment: datetime, language: str, rng: Random) -> str:
    """A sentence for the season or the day of the week; mostly none."""
    if rng.random() > 0.22:
        return ""
    return rng.choice(_SMALL_TALK[language][_occasion(moment)])


def _occasion(moment: datetime) -> str:
    if moment.month == 1 and moment.day < 14:
        return "new year"
    if moment.weekday() == 0:
        return "monday"
    return "summer" if moment.month in {7, 8} else "any"


def goodbye(person: Person, moment: datetime, language: str, rng: Random) -> str:
    if moment.month == 12 and moment.day > 26:
        return "Guten Rutsch" if language == "de" else "All the best for the new year"
    if moment.month == 12 and moment.day > 14:
        return "Schöne Feiertage" if language == "de" else "Season's greetings"
    if moment.weekday() == 4 and rng.random() < 0.4:
        return "Schönes Wochenende" if language == "de" else "Have a good weekend"
    habit = sum(map(ord, person.name)) % len(_GOODBYE[language])
    usual = _GOODBYE[language][habit]
    return usual if rng.random() < 0.7 else rng.choice(_GOODBYE[language])


def signature(person: Person, language: str, *, full: bool) -> str:
    """The block under a first mail; in answers mostly the first name alone."""
    if not full:
        return person.name if language == "de" else person.first
    return f"{person.name}\n\n{card(person, language)}"


def card(person: Person, language: str) -> str:
    """Job, firm, place, extension. The city number of ours is one kept free for fiction."""
    line = 100 + sum(map(ord, person.name)) % 800
    if person.domain != firm.DOMAIN:
        ours = f"{person.job}\n" if person.job else ""
        extension = "Durchwahl" if language == "de" else "Ext."
        place = f", {person.town}" if person.town not in person.firm else ""
        return f"-- \n{ours}{person.firm}{place}\n{extension} -{line}"
    job = _OUR_JOBS.get(person.job, person.job) if language == "en" else person.job
    abroad = _COUNTRIES[language]
    phone = f"040 66969-{line}" if language == "de" else f"+49 40 66969-{line}"
    return f"-- \n{job} | {firm.NAME}\nAm Alten Siel 14, {firm.TOWN}{abroad}\nTel. {phone}"


def phone_line(language: str) -> str:
    return _PHONE[language]
