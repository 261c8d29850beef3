"""Addresses that reach an office and not a person: info@, einkauf@, no-reply@. Pure."""

import re

# RFC 2142, and what firms use beside it in English, German, French, Spanish, Italian, Dutch,
# Polish, Portuguese and the Nordic languages.
_OFFICE_WORDS = """
abuse hostmaster info marketing mailer-daemon news noc postmaster sales security support usenet
webmaster www ftp root admin administrator administration account accounting accounts
accountspayable accountsreceivable ap ar billing bookkeeping career careers claims compliance
contact contactus customercare customerservice customersupport cs delivery desk dispatch editor
engineering enquiries enquiry events export feedback finance frontdesk fulfilment fulfillment
general hello help helpdesk hr humanresources import inquiries inquiry inbox invoice invoices
invoicing it jobs legal logistics mail mailbox maintenance media newsletter office operations ops
order orders orderdesk parts payable payables payments payroll post press privacy procurement
production projects purchase purchasing pr quality quotes quote receivable receivables reception
recruiting recruitment repair repairs reservations rfq secretary service services shipping shop
spares spareparts store subscriptions team tech technical techsupport tender tenders training
warehouse warranty web welcome workshop bewerbung buchhaltung buero büro datenschutz einkauf
empfang ersatzteile fertigung geschaeftsleitung geschaeftsfuehrung gl hallo instandhaltung kasse
karriere konstruktion kontakt kundendienst kundenservice kreditoren debitoren lager leitung
lohnbuchhaltung logistik personal personalabteilung poststelle presse produktion qualitaet qs
rechnung rechnungen rechnungseingang reklamation sekretariat technik verkauf versand vertrieb
verwaltung werkstatt wareneingang zentrale anfrage anfragen angebote auftrag auftraege bestellung
bestellungen disposition dispo gs vorstand accueil achat achats administratif bonjour commande
commandes commercial compta comptabilite direction factures livraison rh secretariat ventes
administracion atencion ayuda clientes compras contabilidad contacto facturacion facturas hola
pedidos recepcion rrhh secretaria ventas acquisti amministrazione assistenza commerciale
contabilita fatture ordini segreteria ufficio vendite administratie bestellingen boekhouding
facturen inkoop klantenservice receptie verkoop biuro faktury ksiegowosc sprzedaz zakupy
zamowienia compra comercial contato encomendas faturas financeiro geral vendas bestilling faktura
indkob innkjop inkop kontor kundeservice kundtjanst ordre regnskab regnskap salg toimisto ekonomi
"""
_OFFICES = frozenset(_OFFICE_WORDS.split())
# Plain enough to be an office whatever stands behind them: `sales.north`, `info-berlin`.
_LEADING_WORDS = """
info sales office support service services contact kontakt einkauf vertrieb verkauf versand
buchhaltung rechnung rechnungen bestellung bestellungen purchasing orders invoice invoices
accounting customerservice kundenservice kundendienst technik achats ventes ventas compras
acquisti vendite inkoop verkoop biuro noreply
"""
_LEADING = frozenset(_LEADING_WORDS.split())
_ROBOTS = re.compile(
    r"(?:do-?)?no-?t?-?(?:reply|respond|response|antwort\w*)|donotreply|keine-?antwort|ne-?pas-?repondre"
    r"|mailer-daemon|no-address|undisclosed(?:-recipients?)?|bounces?|notifications?|alerts?|robot|daemon|listserv|majordomo|automail(?:er)?"
)
# Words of firms, groups and machines that no person bears.
_FIRM_WORDS = """
inc llc ltd gmbh ag kg corp corporation co company plc lp group the and und of for online com net
org daily weekly digest alert update updates center centre club association institute university
department dept committee list users member members global international systems solutions energy
bank trust partners consulting research report magazine journal times press travel system
newsletters publishing house health information advisor rewards membership options gas oil power
"""
_NO_PERSON = _OFFICES | frozenset(_FIRM_WORDS.split())
_WORDS = re.compile(r"[^\w]+")
_CUT = re.compile(r"[._+\-]+")


def is_shared(address: str) -> bool:
    """Whether an address (lower case) is an office's or a machine's by its local part.

    `info`, `info2`, `sales.north`, `einkauf-hamburg` are; `m.sales` and `newsome` are persons'.
    """
    local = address.partition("@")[0].partition("+")[0]
    words = [word for part in _CUT.split(local) if (word := part.rstrip("0123456789"))]
    if not words:
        return True  # digits alone: a machine counts its mails by them
    if _ROBOTS.fullmatch("-".join(words)):
        return True
    return words[0] in _LEADING or _OFFICES.issuperset(words) or "".join(words) in _OFFICES


def is_office_name(name: str) -> bool:
    """Whether a name is a firm's, an office's or a machine's: one of its words is no person's."""
    return not _NO_PERSON.isdisjoint(_WORDS.split(name.casefold()))
