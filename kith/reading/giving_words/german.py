"""German words of giving, without accents."""

from kith.reading.giving_words.form import Giving, any_of, phrases
from kith.terms.trade_words import GiveawayKind as Kind

_WE = r"(?:wir|ich)"
_SEND = (
    r"(?:sende\w*|schicke?\w*|lege\w*|bringe?\w*|lasse?\w*|uberlasse\w*|gebe\w*|stelle\w*|verschick\w*"
    r"|versende\w*)"
)
_SAMPLES = (
    r"(?:(?:gratis|kosten|probe|ansichts)?muster(?:stucke?n?|teile?n?|pumpen?|n)?"
    r"|(?:waren|material|gratis)?proben?(?:stucke?n?|teile?n?)?)"
)
_FREIGHT = (
    r"(?:fracht(?:kosten)?|versand(?:kosten)?|porto|transport(?:kosten)?|liefer(?:ung|kosten)"
    r"|zustellung|express(?:versand|kosten|zuschlag)?)"
)
_FEE = (
    r"(?:berechnung|kosten|gebuhr\w*|anfahrt\w*|fracht\w*|porto|mahngebuhr\w*|zuschlag\w*|zinsen"
    r"|versandkosten|mindermengenzuschlag\w*|rechnung\w*|aufpreis)"
)

GERMAN = Giving(
    common=frozenset(
        ("wir", "ich", "sie", "ihnen", "die", "und", "das", "der", "den", "fur", "auf")
    ),
    cues=(
        "kostenlos", "kostenfrei", "gratis", "unentgelt", "umsonst", "berechn", "in rechnung",
        "kulan", "aufs haus", "auf uns", "auf mich", "schenk", "aufmerksamkeit", "verzicht",
        "muster", "probe", "frei haus", "fracht", "versand", "porto", "lieferkosten", "express",
        "zahlungsziel", "mehrkosten", "aufpreis", "mehrpreis", "zusatzkosten", "als gefallen",
        "erlass", "n zahlen", "nichts", "nicht auf",
    ),
    short=(),
    phrases=(
        *phrases(
            None,
            r"(?:kostenlos|kostenfrei|unentgeltlich)(?:e[nrsm]?)?",
            r"gratis",
            r"umsonst",
            r"ohne (?:berechnung|mehrkosten|aufpreis|zusatzkosten|mehrpreis)",
            r"(?:nicht|nichts|keine)(?: \w+){0,2} (?:berechne\w*|berechnet)",
            rf"berechne\w* {_WE}...(?:nicht|nichts|keine)",
            rf"{_WE} berechne\w*...(?:nicht|nichts|keine)",
            r"nicht in rechnung (?:stell\w*|gestellt)",
            rf"(?:stelle\w* {_WE}|{_WE} stelle\w*)...nicht(?:s)? in rechnung",
            r"aus kulanz",
            r"kulanterweise",
            r"(?:als|auf) kulanz(?:basis)?",
            r"geh(?:t|en)(?: \w+){0,3} (?:auf uns|aufs haus|auf mich"
            r"|auf unsere (?:kappe|kosten|rechnung))",
            rf"(?:schenke\w* {_WE}|{_WE} schenke\w*)",
            rf"verzichte\w*...auf(?: \w+){{0,2}} {_FEE}",
            rf"erlasse\w* {_WE}",
            r"als gefallen",
            r"koste(?:t|n) (?:sie|dich|euch) nichts",
            rf"schreibe\w* {_WE}...nicht auf",
        ),
        *phrases(
            Kind.SAMPLE,
            rf"(?:{_WE}...{_SEND}|{_SEND} {_WE})...{_SAMPLES}",
            rf"{_SAMPLES}...(?:gehen?|geht) (?:\w+ ){{0,2}}(?:an sie|raus|zu ihnen|auf den weg)",
            rf"{_SAMPLES} (?:schicke|sende|lege|bringe)\w* (?:wir|ich)",
        ),
        *phrases(
            Kind.FREIGHT,
            r"frachtfrei",
            r"frei haus",
            r"versandkostenfrei",
            r"portofrei",
            rf"{_FREIGHT}(?: \w+){{0,2}} (?:ubernehme\w*|trage\w*|zahle\w*|erlasse\w*) {_WE}",
            rf"(?:ubernehme\w*|trage\w*|zahle\w*|erlasse\w*) {_WE}...{_FREIGHT}",
            rf"{_WE} (?:ubernehme\w*|trage\w*|zahle\w*|erlasse\w*)...{_FREIGHT}",
        ),
        *phrases(
            Kind.TERMS,
            r"(?:verlanger\w*|gewahr\w*|geb\w*|raum\w*|einraum\w*)...zahlungsziel(?:s|e|en)?",
            r"zahlungsziel...(?:verlanger\w*|gewahr\w*|statt|einraum\w*)",
            r"(?:konnen|durfen) sie...(?:spater|erst in \w+ (?:wochen|tagen)) (?:be)?zahlen",
            r"\d+ tage (?:mehr|langer)(?: \w+){0,3} (?:zeit|zahl\w*|bezahl\w*)",
        ),
        *phrases(Kind.CREDIT, r"kulanzgutschrift", r"gutschrift...(?:kulanz|entgegenkommen)"),
        *phrases(
            Kind.GIFT, r"kleine[sn]? (?:geschenk|aufmerksamkeit|prasent)", r"prasentkorb"
        ),
    ),
    things=(
        *phrases(Kind.SAMPLE, r"\w*muster(?!vertrag)\w*", _SAMPLES),
        *phrases(Kind.FREIGHT, _FREIGHT),
        *phrases(Kind.TERMS, r"zahlungsziel", r"zinsen"),
        *phrases(Kind.CREDIT, r"gutschrift\w*", r"gutschreib\w*", r"schreiben...gut"),
        *phrases(
            Kind.WORK,
            r"reparatur\w*", r"reparier\w*", r"\w*arbeit\w*", r"tausche\w*", r"baut?(?:en)?",
            r"austausch\w*", r"stunden?", r"montage\w*", r"einbau\w*",
            r"inbetriebnahme", r"wartung\w*", r"schulung\w*", r"techniker\w*", r"monteur\w*",
            r"prufung\w*", r"anfahrt\w*", r"einsatz\w*", r"einstell\w*", r"zeichnung\w*",
            r"uberpruf\w*", r"instandsetz\w*", r"kalibrier\w*", r"service\w*", r"\w*einsatz",
        ),
        *phrases(
            Kind.GIFT, r"geschenk\w*", r"aufmerksamkeit", r"karten", r"flaschen?", r"prasent\w*"
        ),
    ),
    between=any_of(
        r"wir", r"ich", r"uns", r"unser\w*", r"sie", r"ihnen", r"ihr\w*", r"dir", r"euch", r"du",
        r"dich",
    ),
    denied=any_of(
        r"dank(?:e|en)?", r"sagte\w*", r"nicht(?! nur)", r"kein\w*", r"nie", r"niemals",
        r"leider", r"statt", r"anstatt", r"weder",
        r"hatten?", r"waren?", r"nur wenn", r"wenn (?:wir|ich)", r"kaum", r"unmoglich",
    ),
    denied_after=any_of(
        r"(?:geht|ist|sind|kann|konnen|war|mache\w*)(?: \w+){0,4} (?:nicht|leider)", r"unmoglich",
        r"ab \w+ (?:stuck|euro|eur)", r"ab \w+ €",
        r"nicht (?:moglich|mehr|machbar|drin|gehen|geht|anbieten|machen)", r"leider",
    ),
    wished=any_of(
        r"(?:bitte|konnen sie|konnten sie|kannst du|konntest du|wurden sie)(?: \w+){0,3}"
        r" (?:uns|mir)",
        r"(?:senden|schicken|geben|liefern|uberlassen|gewahren) sie",
        rf"{_WE} (?:brauche\w*|benotige\w*|hatte\w*|mochte\w*|wunsche\w*|erwarte\w*|bitte\w*"
        r"|bekomme\w*|bekamen|erhalte\w*|erhielten)(?! ihnen)",
        r"(?:schick|send|gib|gebt)(?:e|t)? (?:uns|mir)",
        r"(?:haben|hat|hatten) (?:sie|er|man)(?: \w+){0,2} (?:uns|mir)",
        r"(?:sie|er)(?: (?!von|bei|mit)\w+)? (?:uns|mir)",
    ),
)  # fmt: skip
