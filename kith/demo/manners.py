"""Greetings, small talk, good-byes and signatures: what stands around the matter of a mail."""

from datetime import datetime
from random import Random

from kith.demo import firm
from kith.demo.people import Person
from kith.demo.text.facts import address

_HELLO = {
    "de": (
        ("Guten Morgen {},", "Moin {},", "Hallo {},"),
        ("Hallo {},", "Guten Tag {},", "Guten Tag {},", "Hallo {},", "Moin {},"),
    ),
    "en": (
        ("Good morning {},", "Hi {},", "Morning {},"),
        ("Hi {},", "Hello {},", "Dear {},", "Hi {},", "{},"),
    ),
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


def greeting(to: Person, moment: datetime, language: str, rng: Random) -> str:
    return rng.choice(_HELLO[language][moment.hour >= 10]).format(address(to, language))


def group_greeting(rng: Random) -> str:
    return rng.choice(("Hallo zusammen,", "Moin zusammen,", "Hallo alle,"))


def small_talk(moment: datetime, language: str, rng: Random) -> str:
    """A sentence for the season or the day of the week; mostly none."""
    if rng.random() > 0.22:
        return ""
    german = language == "de"
    if moment.month == 1 and moment.day < 14:
        options = (
            ("Ihnen erst einmal ein gutes neues Jahr!", "Frohes neues Jahr, hoffe Sie sind gut reingekommen.")
            if german
            else ("Happy new year to you and the team!", "All the best for the new year.")
        )
    elif moment.weekday() == 0:
        options = (
            ("ich hoffe, Sie hatten ein schönes Wochenende.", "guten Start in die Woche vorweg.")
            if german
            else ("I hope you had a good weekend.", "Hope the weekend was a quiet one.")
        )
    elif moment.month in {7, 8}:
        options = (
            ("bei der Hitze nur kurz:", "ich hoffe, bei Ihnen ist es kühler als hier.")
            if german
            else ("Quick one before the holidays.", "Hope you are keeping cool over there.")
        )
    else:
        options = (
            ("danke noch für das nette Telefonat neulich.", "kurz und knapp:", "eine Sache von meiner Seite:")
            if german
            else ("Good to talk the other day.", "A quick one from me.", "Hope all is well.")
        )
    return rng.choice(options)


def goodbye(person: Person, moment: datetime, language: str, rng: Random) -> str:
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
        place = f", {person.town}" if person.town else ""
        return f"-- \n{ours}{person.firm}{place}\n{extension} -{line}"
    job = _OUR_JOBS.get(person.job, person.job) if language == "en" else person.job
    abroad = _COUNTRIES[language]
    phone = f"040 66969-{line}" if language == "de" else f"+49 40 66969-{line}"
    return f"-- \n{job} | {firm.NAME}\nAm Alten Siel 14, {firm.TOWN}{abroad}\nTel. {phone}"


def phone_line(language: str) -> str:
    return _PHONE[language]
