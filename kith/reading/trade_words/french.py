"""French words of trade, without accents."""

from kith.reading.trade_words.wording import wordings
from kith.terms.words import Says

_ASKING = (
    r"(?:pouvez|pourriez|merci de|veuillez|souhait(?:ons|e|erions)|aimerions|besoin|voudrions"
    r"|voudrais|prie de|prions de|demande de|demandons|recevoir|recherchons)"
)
_HERE = r"(?:ci joint|ci jointe|ci joints|ci jointes|en piece jointe|trouverez|trouver|voici)"

WORDINGS = (
    *wordings(
        Says.INQUIRY,
        (
            "devis offre cotation",
            _ASKING + r"...(?<!notre )(?<!nos )(?:devis|offre de prix|offre|cotation)",
            r"demande de (?:devis|prix|cotation)",
            r"appel d offres?",
        ),
        (
            "prix tarif tarifs",
            r"(?:quel|quels)...(?:prix|tarifs?)",
            _ASKING + r"...(?<!nos )(?<!notre )(?:prix|tarifs?)",
        ),
        ("delai delais", r"(?:quel|quels)...delais?", _ASKING + r"...delais? de livraison"),
        ("livrer", r"(?:pouvez|pourriez) vous...livrer"),
    ),
    *wordings(
        Says.OFFER,
        (
            "devis offre cotation",
            _HERE + r"...(?:notre|nos|le|l|mon)(?: \w+)? (?:devis|offre|cotation)",
            r"notre (?:offre|devis) (?:n|no|numero|du|est|reste)",
        ),
        (
            "proposer proposons",
            r"(?:nous|je) (?:vous )?propos(?:ons|e)",
            r"(?:pouvons|puis) vous proposer",
        ),
    ),
    *wordings(
        Says.ORDER,
        (
            "commande commandons commander",
            r"(?:nous|je) (?:vous )?command(?:ons|e)",
            r"(?:souhait\w+|voudr\w+|desir\w+) (?:vous )?commander",
            r"passer...commande",
            _HERE + r"...(?:notre|le|ma|un)(?: \w+)? ?(?:bon de )?commande",
            r"notre (?:bon de )?commande (?:n|no|numero|du)",
            r"bon de commande (?:n|no|numero|ci)",
        ),
    ),
    *wordings(
        Says.CONFIRMATION,
        (
            "commande",
            r"confirmation de (?:votre )?commande",
            r"(?:confirmons|remercions|merci)...votre"
            r"(?: \w+)? commande",
            r"accuse de reception de (?:votre )?commande",
            r"votre commande (?:a ete|est|sera|n)",
        ),
        (
            "expedie expediee expedition",
            r"(?:a ete|est|sera|ont ete) expediee?s?",
            r"avis d expedition",
        ),
        ("livraison", r"bon de livraison"),
    ),
    *wordings(
        Says.INVOICE,
        (
            "facture factures",
            _HERE + r"...(?<!votre )(?<!vos )factures?",
            r"notre facture",
            r"factures? (?:impayees?|en attente|echues?)",
        ),
        ("relance rappel", r"(?:relance|rappel)...(?:paiement|facture|reglement)"),
    ),
    *wordings(
        Says.PAYMENT,
        ("facture", r"votre facture (?:n|no|numero|du|a ete|sera|est)"),
        (
            "virement reglement paiement",
            r"(?:avons|ai) (?:effectue|procede|fait)...(?:virement|reglement"
            r"|paiement)",
            r"(?:virement|reglement|paiement) (?:a ete|sera) effectue",
        ),
    ),
    *wordings(
        Says.COMPLAINT,
        ("reclamation", r"reclamation"),
        (
            "defectueux defectueuse endommage endommagee fuite",
            r"(?:est|sont|etait|arrivee?)...(?:defectueu\w+"
            r"|endommagee?s?)",
            r"fuite (?:sur|de la pompe|au)",
        ),
        ("avoir", r"(?:emettre|envoyer|attendons) un avoir"),
    ),
    *wordings(
        Says.PITCH,
        ("webinaire salon", r"webinaire", r"(?:inscri\w+|invit\w+)...salon"),
        (
            "gratuit gratuite gratuitement",
            r"(?:essai|demo|demonstration|consultation) gratuite?",
            r"gratuitement",
        ),
        ("profitez reduction", r"profitez", r"\d+ ?% de reduction"),
        ("presenter", r"(?:me|nous|notre societe)...presenter...(?:solution|societe|service)\w*"),
    ),
    *wordings(
        Says.RECRUITING,
        (
            "candidat candidats candidature recrutement",
            r"(?:profils de|nos|des) candidats?",
            r"ma candidature",
            r"cabinet de recrutement",
            r"offres? d emploi",
        ),
    ),
    *wordings(
        Says.TRAVEL,
        (
            "reservation vol billet embarquement",
            r"(?:votre|confirmation de) reservation",
            r"votre vol",
            r"billet electronique",
            r"carte d embarquement",
        ),
        ("colis", r"votre colis"),
    ),
    *wordings(
        Says.NEWS,
        (
            "desabonner desinscrire desabonnement",
            r"(?:vous|se) (?:desabonner|desinscrire)",
            r"desabonnement",
        ),
        ("infolettre", r"infolettre"),
    ),
)
