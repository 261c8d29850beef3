"""German words of trade; umlauts stand without their dots, or written out (ae)."""

from kith.reading.trade_words.wording import wordings
from kith.terms.words import Says

_ASKING = (
    r"(?:bitte|bitten|benotigen|brauchen|brauche|suchen|wunschen|hatten gern|hatte gern|konnten sie"
    r"|koennten sie|konnen sie|wurden sie|erbitten|interesse an|anfrage)"
)
_HERE = r"(?:anbei|beigefugt|im anhang|anliegend|hiermit|sende|senden|erhalten sie|finden sie)"

WORDINGS = (
    *wordings(
        Says.INQUIRY,
        (
            "angebot angebote offerte",
            _ASKING + r"...(?<!unser )(?<!unserem )(?<!unseres )(?:angebote?|offerte)",
            r"(?:angebot|offerte) (?:bitten|erbeten|anfordern|zukommen|unterbreiten sie)",
            r"bieten sie uns",
        ),
        (
            "anfrage preisanfrage",
            r"(?:unsere|preis|folgende) anfrage",
            r"preisanfrage",
            r"anfrage (?:uber|fur|zu)",
        ),
        (
            "preis preise preisliste",
            r"(?:was|welcher|welchen)...preis",
            _ASKING + r"...(?<!unsere )(?:preise?|preisliste)",
        ),
        ("kostet kosten", r"was (?:kostet|kosten|wurde|wurden)"),
        (
            "lieferzeit liefern lieferbar",
            r"(?:welche|wie|was)...lieferzeit",
            _ASKING + r"...lieferzeit",
            r"(?:wann|konnen sie|konnten sie)...liefern",
        ),
    ),
    *wordings(
        Says.OFFER,
        (
            "angebot offerte",
            _HERE + r"...(?:unser|mein|das)(?: \w+)? (?:angebot|offerte)",
            r"unser (?:\w+ )?angebot (?:nr|nummer|vom|uber|gilt|ist)",
            r"angebot (?:gilt|gultig) bis",
            r"(?:das|unser) angebot(?: \w+){0,5} (?:hangt an|haengt an|liegt bei|gilt)",
        ),
        (
            "bieten anbieten",
            r"(?:wir|ich) bieten? (?:ihnen|dir)",
            r"bieten? (?:wir|ich) (?:ihnen|dir)",
            r"(?:konnen|kann)...anbieten",
        ),
        (
            "preis einzelpreis stuckpreis",
            r"(?:unser|der|einzel|stuck)(?: )?preis (?:ist|betragt|liegt)",
        ),
    ),
    *wordings(
        Says.ORDER,
        (
            "bestellung bestellen bestelle auftrag",
            r"(?:wir|ich|hiermit) bestellen?(?: wir| ich)?(?! sie)",
            r"(?:mochten|mochte|wollen)...bestellen",
            _HERE + r"...(?:unsere|die|meine)(?: \w+)? bestellung",
            r"unsere (?:\w+ )?bestellung (?:nr|nummer|vom|uber)",
            r"(?:erteilen|erteile)...(?:den )?auftrag",
            r"bestellung aufgeben",
        ),
    ),
    *wordings(
        Says.CONFIRMATION,
        (
            "auftragsbestatigung auftragsbestaetigung bestellbestatigung",
            _HERE + r"...(?:auftragsbest\w+|bestellbestatigung)",
            r"^(?:unsere |ihre )?(?:auftragsbest\w+|bestellbestatigung)",
            r"(?:unsere|die) (?:auftragsbest\w+|bestellbestatigung)"
            r" (?:liegt|hangt|haengt|ist|kommt|finden|nr|nummer|\w{0,4} ?\d+)",
        ),
        (
            "bestellung auftrag",
            r"(?:bestatigen|danken?|dank)...(?:ihre|ihren|fur die|fur ihre|fur den)(?: \w+)? "
            r"(?:bestellung|auftrag)",
            r"ihre bestellung (?:ist|wurde|wird|haben)",
        ),
        (
            "lieferschein versandt versendet versandbereit",
            r"lieferschein (?:nr|anbei|im anhang)",
            r"(?:ware|teile|sendung|bestellung)...(?:versandt"
            r"|versendet|versandbereit)",
        ),
        ("sendungsnummer", r"sendungsnummer"),
    ),
    *wordings(
        Says.INVOICE,
        (
            "rechnung rechnungen",
            _HERE + r"...(?<!ihre )rechnung(?:en)?",
            r"unsere (?:\w+ )?rechnung",
            r"rechnung (?:ist|noch) (?:\w+ )?(?:offen|fallig)",
            r"offene rechnung(?:en)?",
            r"(?:die|unsere|neue|korrigierte) rechnung(?: \w+)? (?:hangt an|haengt an|liegt bei)",
        ),
        ("zahlungserinnerung mahnung", r"zahlungserinnerung", r"mahnung"),
        ("fallig faellig", r"(?:betrag|zahlung|rechnung)...(?:fallig|faellig)"),
    ),
    *wordings(
        Says.PAYMENT,
        ("rechnung", r"ihre rechnung (?:nr|vom|haben|wurde|wird|uber)"),
        (
            "uberwiesen ueberwiesen bezahlt angewiesen",
            r"(?:haben|habe|wurde|ist)...(?:uberwiesen|ueberwiesen"
            r"|bezahlt|angewiesen)",
        ),
        ("zahlung", r"zahlung (?:ist|wurde|erfolgt|haben|geht)"),
    ),
    *wordings(
        Says.COMPLAINT,
        (
            "reklamation reklamieren beschwerde",
            r"reklamation",
            r"reklamieren",
            r"beschwerde (?:uber|wegen)",
        ),
        (
            "defekt beschadigt undicht mangelhaft",
            r"(?:ist|sind|war|waren|wurde|kam)...(?:defekt|beschadigt"
            r"|undicht|mangelhaft)",
        ),
        ("gutschrift", r"(?:bitte|erwarten|senden)...gutschrift"),
        ("unzufrieden", r"(?:sehr )?unzufrieden"),
    ),
    *wordings(
        Says.PITCH,
        (
            "webinar webinare seminar messe",
            r"webinare?",
            r"(?:anmelden|anmeldung|teilnehmen|einladung)"
            r"...(?:seminar|messe)",
        ),
        (
            "kostenlos kostenlose kostenlosen gratis",
            r"kostenlose?n?(?: \w+)? (?:demo|testen|test|beratung"
            r"|erstgesprach|webinar|muster)",
            r"gratis",
            r"jetzt kostenlos",
        ),
        ("rabatt sparen", r"\d+ ?% rabatt", r"(?:jetzt|bis zu)...sparen"),
        ("vorstellen", r"(?:mich|uns|unser unternehmen|unsere losung\w*)(?: \w+){0,3} vorstellen"),
        (
            "fuhrender fuhrenden fuhrende",
            r"(?:der|einer der|als)? ?fuhrende[rn]?(?: \w+){0,2} anbieter",
        ),
    ),
    *wordings(
        Says.RECRUITING,
        (
            "kandidat kandidaten bewerbung lebenslauf",
            r"(?:geeignete|passende|qualifizierte|unsere?)n?"
            r" kandidaten?",
            r"(?:meine|ihre) bewerbung",
            r"bewerbung als",
            r"lebenslauf",
        ),
        (
            "personalvermittlung personalberatung stellenangebot stellenangebote",
            r"personal(?:vermittlung|beratung)",
            r"stellenangebote?",
        ),
    ),
    *wordings(
        Says.TRAVEL,
        (
            "buchungsbestatigung buchung buchungsnummer reservierung",
            r"buchungsbestatigung",
            r"ihre (?:buchung|reservierung)",
            r"buchungsnummer",
        ),
        ("bordkarte fluge flug ticket", r"bordkarte", r"ihr flug", r"online ticket", r"ihr ticket"),
        ("paket", r"ihr paket (?:ist|wird|wurde)"),
    ),
    *wordings(
        Says.NEWS,
        (
            "abmelden abbestellen",
            r"newsletter...(?:abmelden|abbestellen)",
            r"(?:hier|jederzeit) (?:abmelden"
            r"|abbestellen)",
        ),
        ("automatisch", r"(?:diese|dieses)...automatisch (?:erstellt|generiert|erzeugt|versandt)"),
    ),
)
