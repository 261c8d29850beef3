"""How machines begin their subjects and what they say, in six languages.

The subjects are those that mail servers and programs write by themselves (Exchange and Outlook,
Lotus Notes, sendmail, Postfix, qmail, Exim, Gmail), collected from mail, not from their code.
"""

import re
from enum import StrEnum


class Opening(StrEnum):
    """What a subject's opening speaks for.

    `AWAY`: a server's own words for an absence. `AWAY_FORM`: how servers and people begin one.
    `ANSWER`: a server's own words for any automatic answer. `MAYBE_AWAY`: rather a person's.
    """

    NOTHING = ""
    BOUNCE = "bounce"
    RECEIPT = "receipt"
    AWAY = "away"
    AWAY_FORM = "away form"
    ANSWER = "answer"
    MAYBE_AWAY = "maybe away"


_OPENINGS = {
    Opening.BOUNCE: (
        "undeliver", "undelivered mail", "nondeliverable", "non-deliverable", "returned mail",
        "returned to sender", "mail returned", "return to sender",
        "failure notice", "failure delivery", "failed mail", "failed delivery",
        "delivery status notification", "delivery failure", "delivery failed",
        "delivery has failed",
        "delivery report", "delivery notification", "delivery delayed", "delivery problem",
        "delivery error", "delivery incomplete", "delivery unsuccessful",
        "mail delivery", "mail system error", "mail could not be delivered", "mail error",
        "mail undeliverable", "mail failure", "message status - undeliverable",
        "message not delivered", "message could not be delivered", "message delivery",
        "message undeliverable", "message delayed",
        "permanent delivery failure", "rejected mail", "error delivering mail",
        "error sending mail",
        "could not send message", "cannot deliver", "warning: could not send", "warning: message",
        "unable to deliver", "user unknown", "unknown user", "your message couldn't be delivered",
        "your message to", "dsn:", "dsn ", "problem delivering",
        "unzustellbar", "nicht zustellbar", "nachricht nicht zustellbar",
        "zustellung fehlgeschlagen",
        "nachricht konnte nicht", "mail konnte nicht", "ihre nachricht konnte nicht",
        "non remis", "non distribuable", "échec de la remise", "échec de remise",
        "message non remis", "notification d'état de remise", "retour de courrier",
        "no se puede entregar", "no entregado", "no se entregó", "no se ha podido entregar",
        "error de entrega", "mensaje no entregado", "devuelto:",
        "non recapitabile", "mancata consegna", "messaggio non recapitato", "mancato recapito",
        "impossibile recapitare", "mancato inoltro",
        "onbestelbaar", "niet bezorgd", "kan niet worden bezorgd", "bezorging mislukt",
    ),
    Opening.RECEIPT: (
        "read:", "not read:", "delivered:", "relayed:", "delivery status notification (relay)",
        "delivery status notification (success)",
        "delivery notification: delivery has been successful", "return receipt", "read receipt",
        "receipt confirmation", "disposition notification",
        "gelesen:", "nicht gelesen:", "ungelesen gelöscht:", "zugestellt:", "lesebestätigung",
        "übermittelt:", "weitergeleitet (relay):",
        "lu:", "lu :", "non lu:", "non lu :", "remis:", "remis :", "accusé de réception",
        "confirmation de lecture", "leído:", "no leído:", "entregado:", "letto:", "non letto:",
        "recapitato:", "conferma di lettura", "ricevuta di ritorno",
        "gelezen:", "niet gelezen:", "afgeleverd:", "leesbevestiging",
    ),
    Opening.AWAY: (
        "out of office autoreply", "out of office reply", "out of office auto",
        "out-of-office reply", "out-of-office auto", "out of the office autoreply",
        "auto: out of", "autoreply: out of", "auto-reply: out of", "auto reply: out of",
        "away from my mail", "abwesenheitsnotiz", "abwesenheitsnachricht", "abwesenheitsassistent",
        "message d'absence", "mensaje de ausencia", "messaggio di assenza", "afwezigheidsbericht",
    ),
    Opening.AWAY_FORM: (
        "out of office:", "out-of-office:", "out of the office:", "ooo:", "oof:", "abwesend:",
        "abwesenheit:", "absence du bureau", "absent du bureau", "absent(e) du bureau",
        "absence :", "absence:", "fuera de la oficina:", "fuera de oficina", "ausente:",
        "fuori sede:", "fuori ufficio", "assente:", "afwezig:", "afwezigheid:", "niet aanwezig:",
    ),
    Opening.ANSWER: (
        "automatic reply", "automatic response", "auto reply", "auto-reply", "autoreply",
        "auto response", "auto-response", "autoresponse", "auto:", "automated reply",
        "automated response", "[auto-reply]", "[autoreply]",
        "automatische antwort", "autom. antwort", "automatische rückantwort", "autoantwort",
        "réponse automatique", "reponse automatique", "respuesta automática",
        "respuesta automatica", "contestación automática", "risposta automatica",
        "automatisch antwoord", "automatische reactie",
    ),
    Opening.MAYBE_AWAY: (
        "out of office", "out-of-office", "out of the office", "away from", "i am away",
        "i'm away", "i am out",
        "i'm out", "on vacation", "vacation", "on holiday", "on leave", "away message",
        "abwesenheit", "abwesend", "ich bin nicht im", "nicht im büro", "im urlaub", "urlaub",
        "bin im urlaub", "absence", "absent", "en congé", "congés", "en vacances",
        "fuera de la oficina", "ausente", "de vacaciones", "ausencia",
        "fuori sede", "assente", "assenza", "in ferie",
        "afwezig", "niet aanwezig", "met vakantie", "op vakantie",
    ),
}  # fmt: skip
# Longest first: "delivery status notification (relay)" is not "delivery status notification".
_ORDERED = sorted(
    ((words, kind) for kind, many in _OPENINGS.items() for words in many),
    key=lambda pair: -len(pair[0]),
)
_BY_START: dict[str, list[tuple[str, Opening]]] = {}
for _words, _kind in _ORDERED:
    _BY_START.setdefault(_words[:3], []).append((_words, _kind))

_SAYS_AWAY = re.compile(
    r"\bout\s+of\s+(?:the\s+|my\s+)?office|\baway\s+from\s+(?:the\s+|my\s+)?(?:office|desk|e-?mail|mail)"
    r"|\bon\s+(?:\w+\s+)?(?:vacation|holidays?|leave)\b|\bno\s+longer\s+(?:with|work|employed)"
    r"|\b(?:am|be)\s+(?:away|out|travel\w*|unavailable|absent)\b|\blimited\s+access\b|\breturn\w*\s+(?:to\s+the\s+office\s+)?on\b"
    r"|\bnicht\s+(?:im\s+(?:büro|haus|hause)|erreichbar|am\s+arbeitsplatz)|\bim\s+urlaub\b|\babwesend\b"
    r"|\bau(?:ß|ss)er\s+haus|\babwesenheit\b|\bzur(?:ü|ue)ck\b|\belternzeit\b|\bmutterschutz\b"
    r"|\babsent|\ben\s+(?:congé|vacances|déplacement)|\bde\s+retour\b|\bhors\s+du\s+bureau"
    r"|\bfuera\s+de\s+(?:la\s+)?oficina|\bde\s+vacaciones|\bausente|\bde\s+baja\b|\bestaré\s+fuera"
    r"|\bfuori\s+(?:ufficio|sede)|\bin\s+(?:ferie|vacanza)|\bassente|\bassenza\b"
    r"|\bafwezig|\b(?:met|op)\s+vakantie|\bniet\s+(?:aanwezig|bereikbaar|op\s+kantoor)|\bbuiten\s+kantoor"
    # For good, too.
    r"|\b(?:has|have)\s+(?:now\s+|recently\s+)?left\s+(?:the|our)\s+(?:company|firm|organi[sz]ation|business)"
    r"|\bnicht\s+mehr\s+(?:bei|für|fuer|im|in)\b|\b(?:unternehmen|firma)\s+verlassen\b"
    r"|\bne\s+(?:fait|travaille)\s+plus\b|\bya\s+no\s+trabaj|\bnon\s+lavor\w+\s+più|\bniet\s+meer\s+werkzaam",
    re.IGNORECASE,
)  # fmt: skip
_SAYS_BOUNCED = re.compile(
    r"(?:could|can|was|were|has|have)\s*(?:not|n['’]t)\s+(?:be\s+|been\s+)?(?:\w+\s+)?deliver|did\s+not\s+reach"
    r"|cannot\s+be\s+delivered|unable\s+to\s+deliver|undeliver|failed\s+to\s+deliver|delivery\s+(?:has\s+)?fail"
    r"|delivery\s+(?:to\s+\S+\s+)?(?:failed|delayed|attempt)|fatal\s+errors|permanent\s+(?:fatal\s+)?error"
    r"|following\s+(?:recipient|address|destination)|returned\s+to\s+sender|user\s+unknown|unknown\s+user|no\s+such\s+user"
    r"|not\s+(?:recognized|listed\s+in|known\s+here)|bounced|mailbox\s+(?:is\s+full|unavailable|not\s+found)|\b[45]\.\d\.\d{1,3}\b"
    r"|nicht\s+(?:zugestellt|zustellbar|ausgeliefert)|n['’]a\s+pas\s+pu\s+être|non\s+remis|pas\s+été\s+remis"
    r"|no\s+(?:se\s+)?(?:ha\s+)?(?:podido|pudo|puede)\s+(?:ser\s+)?entreg|non\s+(?:è\s+stato|può\s+essere)\s+(?:possibile\s+)?(?:re)?ca?p?i?t?"
    r"|niet\s+(?:worden\s+)?(?:bezorgd|afgeleverd)",
    re.IGNORECASE,
)  # fmt: skip
_SAYS_RECEIVED = re.compile(
    r"\bwas\s+(?:read|delivered|deleted|displayed)\b|has\s+been\s+(?:read|successfully|received|relayed|displayed)"
    r"|has\s+been\s+successful|successfully\s+(?:delivered|relayed)|return\s+receipt|no\s+guarantee\s+that\s+the\s+message\s+has\s+been\s+read"
    r"|wurde\s+(?:am\s+)?(?:.{0,60}\s)?(?:gelesen|gelöscht|zugestellt)|a\s+été\s+(?:lu|remis|supprimé|affiché)"
    r"|(?:fue|ha\s+sido)\s+(?:leído|entregado|eliminado)|è\s+stat[oa]\s+(?:letto|recapitato|eliminato|visualizzat)"
    r"|is\s+(?:gelezen|afgeleverd|verwijderd)\b",
    re.IGNORECASE,
)
# A person's note on a machine's mail, which stands below.
_FORWARDED = re.compile(
    r"^[ \t>]*-{3,}[ \t]*(?:forward|original|weitergel|ursprüngl|message\s+(?:transféré|d)"
    r"|mensaje|messaggio|doorgest)",
    re.IGNORECASE | re.MULTILINE,
)
_LOOK = 3_000  # characters: what a machine has to say stands on top


def opening(subject: str) -> Opening:
    """What the subject begins as, if it begins as a machine's does."""
    candidates = _BY_START.get(subject[:3].lower())
    if candidates:
        lowered = subject[:60].lower()
        for words, kind in candidates:
            if lowered.startswith(words):
                return kind
    return Opening.NOTHING


def says_away(text: str) -> bool:
    """Whether the text speaks of an absence, as out-of-office answers do."""
    return _SAYS_AWAY.search(text[:_LOOK]) is not None


def says_bounced(text: str) -> bool:
    """Whether the text says that a mail did not arrive, and not one that was forwarded with it."""
    forwarded = _FORWARDED.search(text, 0, _LOOK)
    return _SAYS_BOUNCED.search(text, 0, forwarded.start() if forwarded else _LOOK) is not None


def says_received(text: str) -> bool:
    """Whether the text says that a mail was delivered or read."""
    return _SAYS_RECEIVED.search(text[:_LOOK]) is not None
