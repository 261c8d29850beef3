"""Dutch words of trade, without accents."""

from kith.reading.trade_words.wording import wordings
from kith.terms.words import Says

_ASKING = (
    r"(?:graag|kunt u|kun je|zou u|zou je|gelieve|alstublieft|wij zoeken|we zoeken|verzoek(?:en)?"
    r"|ontvangen|hebben nodig|nodig)"
)
_HERE = r"(?:bijgevoegd|bijgaand|in de bijlage|hierbij|sturen|stuur|vindt u)"

WORDINGS = (
    *wordings(
        Says.INQUIRY,
        (
            "offerte offertes prijsopgave",
            _ASKING + r"...(?<!onze )(?:offertes?|prijsopgave)",
            r"offerte ?aanvraag",
            r"offerte (?:ontvangen|sturen|maken)",
        ),
        (
            "prijs prijzen prijslijst",
            r"(?:wat|welke)...prij(?:s|zen)",
            _ASKING + r"...(?<!onze )(?:prijs|prijzen|prijslijst)",
        ),
        ("levertijd", r"(?:wat|hoe)...levertijd", _ASKING + r"...levertijd"),
    ),
    *wordings(
        Says.OFFER,
        (
            "offerte",
            _HERE + r"...(?:onze|de|mijn)(?: \w+)? offerte",
            r"onze offerte (?:nr|nummer|van|is)",
        ),
        ("aanbieden", r"(?:kunnen|kan)...aanbieden"),
    ),
    *wordings(
        Says.ORDER,
        (
            "bestelling bestellen bestel",
            r"(?:wij|we|ik) bestel(?:len)?",
            r"(?:graag|willen|wil)...bestellen",
            _HERE + r"...(?:onze|een|de)(?: \w+)? bestelling",
            r"onze bestelling (?:nr|nummer|van)",
        ),
        ("inkooporder", r"inkooporder"),
    ),
    *wordings(
        Says.CONFIRMATION,
        ("orderbevestiging opdrachtbevestiging", r"(?:order|opdracht)bevestiging"),
        (
            "bestelling",
            r"(?:bedankt|dank|bevestigen)...uw bestelling",
            r"uw bestelling (?:is|wordt|werd)",
        ),
        ("verzonden pakbon", r"(?:is|zijn|wordt|worden) (?:vandaag )?verzonden", r"pakbon"),
    ),
    *wordings(
        Says.INVOICE,
        (
            "factuur facturen",
            _HERE + r"...(?<!uw )(?:factuur|facturen)",
            r"onze factuur",
            r"openstaande (?:factuur|facturen)",
        ),
        ("betalingsherinnering aanmaning", r"betalingsherinnering", r"aanmaning"),
    ),
    *wordings(
        Says.PAYMENT,
        ("factuur", r"uw factuur (?:nr|nummer|van|is|wordt)"),
        ("overgemaakt betaald", r"(?:hebben|heb|is|zijn)...(?:overgemaakt|betaald)"),
    ),
    *wordings(
        Says.COMPLAINT,
        ("klacht klachten", r"klacht(?:en)? (?:over|betreffende)", r"een klacht"),
        (
            "defect beschadigd lekt",
            r"(?:is|zijn|was|waren)...(?:defect|beschadigd)",
            r"(?:pomp|afdichting)"
            r"...lekt",
        ),
    ),
    *wordings(
        Says.PITCH,
        ("webinar", r"webinar"),
        (
            "gratis vrijblijvend",
            r"gratis (?:demo|proef\w*|advies|webinar)",
            r"vrijblijvend(?:e)? (?:gesprek"
            r"|kennismak\w+|afspraak)",
        ),
        ("korting", r"\d+ ?% korting"),
    ),
    *wordings(
        Says.RECRUITING,
        (
            "kandidaten kandidaat sollicitatie vacature",
            r"(?:geschikte|onze) kandida\w+",
            r"mijn sollicitatie",
            r"(?:uw|deze) vacature",
        ),
    ),
    *wordings(
        Says.TRAVEL,
        (
            "boeking reservering vlucht instapkaart",
            r"(?:uw|je) (?:boeking|reservering|vlucht)",
            r"instapkaart",
            r"boekings(?:bevestiging|nummer)",
        ),
        ("pakket pakketje", r"(?:uw|je) pakket(?:je)? (?:is|wordt)"),
    ),
    *wordings(
        Says.NEWS,
        (
            "nieuwsbrief uitschrijven afmelden",
            r"nieuwsbrief",
            r"(?:u|je)? ?(?:uitschrijven|afmelden)"
            r"...(?:nieuwsbrief|mailing)",
        ),
    ),
)
