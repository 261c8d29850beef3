"""Spanish words of trade, without accents."""

from kith.reading.trade_words.wording import wordings
from kith.terms.words import Says

_ASKING = (
    r"(?:pueden?|podria[ns]?|por favor|necesitamos|necesito|solicitamos|solicito|rogamos|ruego"
    r"|quisieramos|quisiera|queremos|agradeceria\w*|interesados en|solicitud de)"
)
_HERE = r"(?:adjunto|adjuntamos|adjunta|le envio|les envio|enviamos|encontrara)"

WORDINGS = (
    *wordings(
        Says.INQUIRY,
        (
            "presupuesto oferta cotizacion",
            _ASKING + r"...(?<!nuestra )(?<!nuestro )(?:presupuesto|oferta"
            r"|cotizacion)",
            r"solicitud de (?:presupuesto|oferta|cotizacion)",
        ),
        (
            "precio precios tarifa",
            r"(?:cual|que)...precios?",
            _ASKING + r"...(?<!nuestros )(?:precios?|tarifa)",
        ),
        ("plazo", r"(?:cual|que)...plazo de entrega", _ASKING + r"...plazo de entrega"),
        ("cuesta cuestan", r"cuanto cuestan?"),
    ),
    *wordings(
        Says.OFFER,
        (
            "presupuesto oferta cotizacion",
            _HERE + r"...(?:nuestra|nuestro|el|la)(?: \w+)? (?:presupuesto|oferta"
            r"|cotizacion)",
            r"nuestra oferta (?:n|no|numero|de|es)",
        ),
        ("ofrecer ofrecemos ofrecerles ofrecerle", r"(?:les|le) ofrecemos", r"podemos ofrecer\w*"),
    ),
    *wordings(
        Says.ORDER,
        (
            "pedido pedimos",
            r"(?:hacer|realizar|hacemos|realizamos)...pedido",
            _HERE + r"...(?:nuestro|el|mi)(?: \w+)? pedido",
            r"nuestro pedido (?:n|no|numero|de)",
            r"orden de compra (?:n|no|numero|adjunta)",
        ),
        ("compra", r"orden de compra"),
    ),
    *wordings(
        Says.CONFIRMATION,
        (
            "pedido",
            r"confirmacion de(?:l)? (?:su )?pedido",
            r"(?:confirmamos|gracias por) su pedido",
            r"su pedido (?:ha|esta|sera|fue)",
        ),
        ("enviado enviada", r"(?:mercancia|pedido|paquete)...(?:enviad[oa]|expedid[oa])"),
        ("albaran", r"albaran"),
    ),
    *wordings(
        Says.INVOICE,
        (
            "factura facturas",
            _HERE + r"...(?<!su )facturas?",
            r"nuestra factura",
            r"facturas? (?:pendientes?|vencidas?)",
        ),
        ("recordatorio", r"recordatorio de pago"),
    ),
    *wordings(
        Says.PAYMENT,
        ("factura", r"su factura (?:n|no|numero|de|ha|sera)"),
        (
            "transferencia pago",
            r"(?:hemos|he) (?:realizado|hecho|efectuado)...(?:transferencia|pago)",
        ),
    ),
    *wordings(
        Says.COMPLAINT,
        ("reclamacion queja", r"reclamacion", r"(?:una|nuestra) queja"),
        (
            "defectuoso defectuosa danado danada",
            r"(?:esta|estan|llego|llegaron)...(?:defectuos[oa]s?"
            r"|danad[oa]s?)",
        ),
    ),
    *wordings(
        Says.PITCH,
        ("gratis gratuita gratuito", r"(?:prueba|demo|consulta) gratuita", r"gratis"),
        ("descuento", r"\d+ ?% de descuento"),
        ("presentarle presentarles", r"presentarles?"),
    ),
    *wordings(
        Says.RECRUITING,
        (
            "candidatos candidato curriculum",
            r"(?:nuestros|los) candidatos",
            r"mi (?:curriculum|candidatura)",
            r"ofertas? de empleo",
        ),
    ),
    *wordings(
        Says.TRAVEL,
        (
            "reserva vuelo embarque billete",
            r"su (?:reserva|vuelo)",
            r"confirmacion de (?:la |su )?reserva",
            r"tarjeta de embarque",
            r"billete electronico",
        ),
    ),
    *wordings(
        Says.NEWS,
        (
            "boletin suscripcion",
            r"boletin (?:de noticias|informativo)",
            r"cancelar (?:su|la) suscripcion",
        ),
    ),
)
