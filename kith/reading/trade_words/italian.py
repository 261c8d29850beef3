"""Italian words of trade, without accents."""

from kith.reading.trade_words.wording import wordings
from kith.terms.words import Says

_ASKING = (
    r"(?:puo|potete|potrebbe|potreste|per favore|vorremmo|vorrei|chiediamo|chiedo|preghiamo|prego"
    r"|abbiamo bisogno|avremmo bisogno|desideriamo|richiesta di|in attesa di|gradiremmo)"
)
_HERE = r"(?:in allegato|allegato|allegata|alleghiamo|allego|inviamo|invio|trovate|trova)"

WORDINGS = (
    *wordings(
        Says.INQUIRY,
        (
            "preventivo offerta quotazione",
            _ASKING + r"...(?<!nostra )(?<!nostro )(?:preventivo|offerta"
            r"|quotazione)",
            r"richiesta (?:di |d )(?:preventivo|offerta|quotazione)",
        ),
        (
            "prezzo prezzi listino",
            r"(?:qual|quale|quali)...prezz[oi]",
            _ASKING + r"...(?<!nostri )(?:prezz[oi]|listino)",
        ),
        (
            "consegna",
            r"(?:quali|quale|qual)...(?:tempi|termini) di consegna",
            _ASKING + r"...tempi di consegna",
        ),
        ("costa costano", r"quanto costan?o?"),
    ),
    *wordings(
        Says.OFFER,
        (
            "preventivo offerta quotazione",
            _HERE + r"...(?:la nostra|il nostro|nostra|nostro|l|la|il)(?: \w+)?"
            r" ?(?:preventivo|offerta|quotazione)",
            r"nostra offerta (?:n|nr|numero|del|e)",
        ),
        ("offrire offriamo offrirvi", r"(?:vi|le) offriamo", r"possiamo offrir\w+"),
    ),
    *wordings(
        Says.ORDER,
        (
            "ordine ordiniamo ordinare",
            r"(?:con la presente )?ordiniamo",
            r"(?:vorremmo|vorrei) ordinare",
            _HERE + r"...(?:nostro|un|il|l)(?: \w+)? ?ordine",
            r"nostro ordine (?:n|nr|numero|del)",
            r"ordine d acquisto",
        ),
    ),
    *wordings(
        Says.CONFIRMATION,
        (
            "ordine",
            r"conferma (?:d|dell|di)(?: vostro)? ordine",
            r"(?:confermiamo|grazie per|ringraziamo per) il (?:vostro|suo) ordine",
            r"(?:vostro|suo) ordine (?:e|sara) (?:stato )?\w+",
        ),
        ("spedito spedita spedizione", r"(?:merce|ordine)...spedit[oa]", r"avviso di spedizione"),
        ("ddt", r"ddt"),
    ),
    *wordings(
        Says.INVOICE,
        (
            "fattura fatture",
            _HERE + r"...(?<!vostra )fattur[ae]",
            r"nostra fattura",
            r"fattur[ae] (?:insolut[ae]|scadut[ae])",
        ),
        ("sollecito", r"sollecito (?:di )?pagamento"),
    ),
    *wordings(
        Says.PAYMENT,
        ("fattura", r"vostra fattura (?:n|nr|numero|del|e)"),
        (
            "bonifico pagamento",
            r"(?:abbiamo|ho) (?:effettuato|disposto|fatto)...(?:bonifico|pagamento)",
        ),
    ),
    *wordings(
        Says.COMPLAINT,
        ("reclamo", r"reclamo"),
        (
            "difettoso difettosa danneggiato danneggiata",
            r"(?:e|sono|risulta|arrivat[oa])...(?:difettos[oa]"
            r"|danneggiat[oa])",
        ),
    ),
    *wordings(
        Says.PITCH,
        ("gratuita gratuito gratis", r"(?:prova|demo|consulenza) gratuita", r"gratis"),
        ("sconto", r"\d+ ?% di sconto"),
        ("presentarle presentarvi", r"presentar(?:le|vi)"),
    ),
    *wordings(
        Says.RECRUITING,
        (
            "candidati candidatura",
            r"(?:nostri|i) candidati",
            r"mia candidatura",
            r"offert[ae] di lavoro",
        ),
    ),
    *wordings(
        Says.TRAVEL,
        (
            "prenotazione volo imbarco biglietto",
            r"(?:sua|vostra|conferma di|della) prenotazione",
            r"(?:suo|vostro) volo",
            r"carta d imbarco",
            r"biglietto elettronico",
        ),
    ),
    *wordings(
        Says.NEWS,
        ("cancellarsi disiscriversi disiscrizione", r"cancellarsi (?:da|dalla)", r"disiscri\w+"),
    ),
)
