"""What the words in a mail domain hint at: banks, airlines, recruiters, authorities, lawyers.

Regular expressions that DuckDB and Spark read alike, on a lower-case domain. Whole words where a
word is short, as "air" stands in "repair". A hint, never enough to outweigh what was written.
"""

BANK = (
    r"bank|sparkasse|raiffeisen|volksbank|caixa|creditagricole|paypal|creditcard|mastercard|^visa\."
    r"|americanexpress|insurance|versicherung|assurance|seguros|brokerage"
)
TRAVEL = (
    r"airlines?|airways|lufthansa|ryanair|easyjet|(^|[.-])(air|bahn|rail|sncf|trenitalia|renfe)[.-]"
    r"|hotels?|booking|travel|trip|expedia|flights?|rentacar|rent-a-car|cruise|vacation|reisen"
    r"|voyage|viajes|viaggi"
)
RECRUITING = (
    r"recruit|staffing|headhunt|personal(beratung|vermittlung|dienst)|(^|[.-])(jobs?|careers?|talent)"
    r"|jobs?\.|careers?\.|monster\.|manpower|randstad|adecco|stepstone|linkedin|indeed\."
)
PUBLIC = (
    r"\.(gov|mil|edu)$|\.(gov|gob|gouv|gv|gub|edu|ac|mil|go|or)\.[a-z]{2}$|\.(int|museum)$"
    r"|university|universitaet|(^|[.-])uni-"
)
ADVICE = (
    r"law|legal|attorney|llp\.|advocat|avocat|abogad|avvocat|advocaten|anwalt|anwaelt|kanzlei|notar"
    r"|steuer|consult|audit|accountan|kpmg|deloitte|pwc|(^|[.-])ey\."
)
NEWS = (
    r"news|newsletter|(^|[.-])(mail|list|lists|media|press|promo|offers|deals)[.-]|daily|weekly"
    r"|magazin|zeitung|e-?cards?|greeting|sweeps|casino|(^|[.-])bet|lists?\.|mailer|seminar|webinar"
)
# Domains of people's own addresses in further countries: the account is nobody's organisation.
WEBMAIL = (
    r"^(yahoo|ymail|hotmail|outlook|live|msn|gmail|googlemail|gmx|aol|icloud|freemail|webmail|yandex"
    r"|orange|wanadoo|tiscali|libero|laposte|telenet|bluewin)\.[a-z]+(\.[a-z]+)?$"
)
COUNTRY = r"\.([a-z]{2})$"

HINTS = {
    "bank": BANK, "travel": TRAVEL, "recruiting": RECRUITING, "public": PUBLIC, "advice": ADVICE,
    "news": NEWS, "webmail": WEBMAIL,
}  # fmt: skip
