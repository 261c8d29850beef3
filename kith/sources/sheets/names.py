"""What columns are called, in English and German: by people, and by the programs they use.

A name is compared without its capitals, blanks and signs: 'Customer ID', 'customer_id' and
'CustomerID' are one. The first of a field's names is the surest.
"""

import re
from collections.abc import Mapping
from functools import cache

from kith.terms.sheet_fields import FIELDS
from kith.terms.sheets import SheetKind

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})

_CUSTOMER_NUMBER = """customernumber customerno customerid customernr custno custid customerkey
    customercode customer kundennummer kundennr kundenr kdnr kundenid kunde kundenkonto kunnr
    debitor debitornr debitornummer debitorennummer debitorenkonto resellerkey resellerid clientid
    clientno soldto soldtoparty soldtopartyid buyerid accountnumber accountno accountid
    auftraggebernummer"""
_CUSTOMER_NAME = """customername customer companyname company clientname client accountname account
    kundenname kunde firma firmenname unternehmen resellername reseller debitorname soldtoname
    buyername buyer auftraggeber name1"""
_DOMAIN = """domain website web homepage url webseite internet email emailaddress mail mailadresse
    emailadresse customeremail kundenemail"""
_COUNTRY = """country land countrycode laendercode laenderkennzeichen shipcountry billingcountry
    countryregion salesterritorycountry officelocation landkz"""
_PRODUCT_NUMBER = """productnumber productno productid productkey productcode sku stockcode itemno
    itemnumber itemid itemcode articlenumber articleno articleid artikelnummer artikelnr artnr
    artikelid material materialnummer materialnr matnr partno partnumber partid teilenummer
    sachnummer produktnummer produktnr item article artikel product produkt part code ean gtin"""
_PRODUCT_NAME = """productname description itemdescription productdescription itemname articlename
    artikelbezeichnung bezeichnung bezeichnung1 artikelname artikeltext produktname beschreibung
    materialkurztext materialtext kurztext arktx positionstext englishproductname product article
    artikel produkt item text"""
_FAMILY = """family productfamily productgroup productcategory category categoryname categoryid
    warengruppe produktgruppe artikelgruppe materialgruppe materialgroup matkl produktfamilie
    produktlinie sortiment hauptgruppe productsubcategory productsubcategorykey subcategory series
    productline group gruppe"""
_UNIT = """unit uom unitofmeasure einheit mengeneinheit verkaufseinheit meinh vrkme quantityunit me
    quantityperunit"""
_PER = """per priceunit priceper pricingunit preiseinheit preispro preisproeinheit kpein peinh pe
    perquantity"""
_PRICE = """unitprice price unitnetprice netprice salesprice sellingprice unitsellingprice itemprice
    einzelpreis preis stueckpreis nettopreis nettoeinzelpreis verkaufspreis vkpreis vkp epreis ep
    netpr preisprostueck"""
_LIST_PRICE = """listprice unitlistprice catalogprice cataloguprice listenpreis katalogpreis
    bruttopreis grossprice uvp rrp msrp basispreis grundpreis lp"""
_COST = """unitcost standardcost productstandardcost costprice cost costperunit einstandspreis
    einkaufspreis ekpreis ek standardkosten herstellkosten selbstkosten gestehungskosten"""
_CURRENCY = """currency currencycode currencyid curr waehrung waehrungscode waehrungskennzeichen wkz
    whg waers isocode currencykey"""
_SALESPERSON = """salesperson salespersonname salespersonid salesrep salesrepresentative salesagent
    seller employeekey employeeid employee vertreter vertreternr verkaeufer vertriebsmitarbeiter
    aussendienst aussendienstmitarbeiter adm accountmanager sachbearbeiter betreuer rep owner
    besitzer"""
_SINCE = """since validfrom from startdate fromdate effectivedate effectivefrom start gueltigab
    gueltigvon ab von datab beginn"""
_UNTIL = """until validto validuntil to enddate todate effectiveto end gueltigbis bis datbi ende
    expires expirydate"""

_ANY = {
    "invoice": """invoicenumber invoiceno invoiceid invoicenr invoice salesordernumber orderid
        orderno ordernumber documentnumber documentno docno document billingdocument salesdocument
        rechnungsnummer rechnungsnr rechnung rechnr renr belegnummer belegnr beleg auftragsnummer
        auftragsnr auftrag bestellnummer fakturanummer faktura vbeln vouchernumber voucher
        transactionid receiptno order""",
    "line": """linenumber lineno line salesorderlinenumber orderlinenumber orderline invoiceline
        lineitem position positionsnummer posnr pos zeile zeilennummer posnummer""",
    "credit": """creditnote iscredit iscreditnote credit gutschrift istgutschrift storno
        documenttype doctype belegart belegtyp type typ art""",
    "day": """invoicedate orderdate date documentdate docdate billingdate transactiondate salesdate
        rechnungsdatum redatum belegdatum datum fakturadatum auftragsdatum fkdat orderdatekey day
        tag ratedate currencyratedate kursdatum stichtag datekey""",
    "booked": """bookingdate postingdate posteddate booked posted buchungsdatum buchdatum budat
        gebucht gebuchtam""",
    "customer_number": _CUSTOMER_NUMBER,
    "customer_name": _CUSTOMER_NAME,
    "customer_domain": _DOMAIN,
    "country": _COUNTRY,
    "product_number": _PRODUCT_NUMBER,
    "product_name": _PRODUCT_NAME,
    "family": _FAMILY,
    "unit": _UNIT,
    "sort": "linetype linesort lineclass positionsart positionstyp zeilenart pstyv itemcategory",
    "quantity": """quantity qty orderquantity orderqty invoicedquantity invoicedqty quantityordered
        menge anzahl stueck stueckzahl stk fkimg pieces pcs units liefermenge fakturiertemenge
        rechnungsmenge""",
    "per": _PER,
    "price": _PRICE,
    "list_price": _LIST_PRICE,
    "list_amount": """listamount listvalue listenwert listenbetrag bruttowarenwert""",
    "discount_share": """discountpercent discountpct discountpercentage unitpricediscountpct
        unitpricediscount discountshare discountrate discount rabattprozent rabattpercent
        rabattsatz rabattproz
        rabattinprozent rabatt""",
    "discount": """discountamount discountvalue discounttotal rabattbetrag rabattwert nachlass
        rabatteur discount rabatt""",
    "net": """net netamount linenet linetotal netvalue nettobetrag nettowert netto salesamount
        netsales extendedprice lineamount positionswert positionsbetrag gesamtpreis warenwert umsatz
        erloes revenue netwr amount betrag salesvalue subtotal gpreis summe total gesamt sales wert
        value""",
    "cost": _COST,
    "cost_amount": """totalproductcost costamount totalcost linecost costofgoods costofsales cogs
        wareneinsatz einstandswert ekwert materialeinsatz kosten wavwr""",
    "currency": _CURRENCY,
    "salesperson": _SALESPERSON,
    "rebate": """rebate rebateamount bonus bonusbetrag jahresbonus rueckverguetung""",
    "terms": """cashdiscount paymentdiscount earlypaymentdiscount skonto skontobetrag""",
    # A column called freight is what customers paid as often as what we did: never guessed.
    "freight": """freightpaid freightcost freightout outboundfreight frachtkosten frachtanteil""",
    "promotion": """promotionamount promotionallowance advertising advertisingallowance
        werbekostenzuschuss werbekosten""",
    "since": _SINCE,
    "until": _UNTIL,
    "from_quantity": """fromquantity minquantity minqty minimumquantity scalequantity abmenge
        mindestmenge staffelmenge staffel kstbm""",
    "market": """market ismarket marketprice markt marktpreis""",
    "charge": """charge ischarge nebenleistung""",
    "base": """basecurrency base fromcurrency fromcurrencycode vonwaehrung basiswaehrung
        fremdwaehrung from von currency waehrung""",
    "quote": """quotecurrency quote tocurrency tocurrencycode nachwaehrung zielwaehrung hauswaehrung
        to nach against""",
    "rate": """rate exchangerate averagerate kurs wechselkurs umrechnungskurs ukurs closingrate
        endofdayrate mittelkurs""",
    "kind": """kind conditiontype rebatetype konditionsart kondition art type typ""",
    "share": """share percent percentage rate prozent prozentsatz satz bonussatz rebaterate
        rebatepercent rabatt rebate bonus""",
    "amount": """amount betrag sum summe fixedamount festbetrag value wert""",
    "list": """pricelist list listname pricelistname preisliste liste preislistenname""",
    "segment": """segment sector industry branche businesstype customertype customergroup
        kundengruppe kundenart abcklasse""",
}
_OF_KIND: Mapping[SheetKind, Mapping[str, str]] = {
    SheetKind.ACCOUNTS: {
        "name": f"{_CUSTOMER_NAME} name bezeichnung storename",
        "customer_number": f"{_CUSTOMER_NUMBER} number nummer no nr id",
        "domain": _DOMAIN,
        "owner": _SALESPERSON,
    },
    SheetKind.PRODUCTS: {
        "number": f"{_PRODUCT_NUMBER} number nummer no nr id",
        "name": f"{_PRODUCT_NAME} name",
        "list_price": f"{_LIST_PRICE} {_PRICE}",
    },
    SheetKind.PRICES: {"price": f"{_PRICE} {_LIST_PRICE} amount betrag"},
}


def plain(name: str) -> str:
    """A column's name as names are compared."""
    spelled = name.lower().replace("%", "percent").translate(_UMLAUTS)
    return re.sub(r"[^a-z0-9]", "", spelled)


@cache
def names_of(kind: SheetKind) -> Mapping[str, tuple[str, ...]]:
    """The names of each field of a kind."""
    own = _OF_KIND.get(kind, {})
    return {
        field.name: tuple(own.get(field.name, _ANY.get(field.name, "")).split())
        for field in FIELDS[kind]
    }


@cache
def _all() -> frozenset[str]:
    return frozenset(
        name for kind in SheetKind for names in names_of(kind).values() for name in names
    )


def known(name: str) -> bool:
    """Whether a column of any kind of sheet may be called so."""
    return plain(name) in _all()
