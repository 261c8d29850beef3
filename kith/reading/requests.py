"""How a request is worded without a question mark, and what only sounds like one; by language.

`cues` are looked for first, in lower case, each as it stands; the sentence round one must then fit
the language's pattern and say nothing `EMPTY`.
"""

import re
from typing import NamedTuple


class Wording(NamedTuple):
    """How one language asks. `common`: words of which a text in it holds one."""

    common: frozenset[str]
    cues: tuple[str, ...]
    pattern: re.Pattern[str]


def _wording(common: str, cues: tuple[str, ...], *patterns: str) -> Wording:
    joined = re.compile("|".join(patterns), re.IGNORECASE | re.DOTALL)
    return Wording(frozenset(common.split()), cues, joined)


ENGLISH = _wording(
    "",
    (
        "please", "pls", "let me know", "let us know", "could you", "can you", "would you",
        "will you", "kindly", "appreciate", "grateful", " need ", "call me", "send me", "give me",
        "tell me",
    ),
    r"\b(?:please|pls|kindly)[,]?\s+(?:(?:also|just|then|kindly|do)\s+)?"
    r"(?:send|call|advise|confirm|let\s+(?:me|us)\s+know|provide|forward|give|tell|review|check|return"
    r"|reply|respond|answer|sign|fax|e-?mail|make\s+sure|get|help|update|submit|complete|fill|bring"
    r"|add|change|remove|include|ask|arrange|schedule|set\s+up|prepare|look|verify|explain|quote"
    r"|approve|comment|print|come\s+back|resend|ship|deliver|offer|propose|reserve|book)\b",
    r"\blet\s+(?:me|us)\s+know\b",
    r"\b(?:could|can|would|will)\s+you\s+(?:please\s+|also\s+|kindly\s+|just\s+)?"
    r"(?!believe|imagine|have\s+thought|like\b|see\b|all\b)\w",
    r"\bappreciate\s+(?:it\s+(?:very\s+much\s+|greatly\s+)?if\s+you|your\s+(?:\w+\s+){0,2}"
    r"(?:reply|answer|feedback|response|comments|thoughts|input)|a\s+(?:reply|call|response))",
    r"\bgrateful\s+(?:for\s+(?:a|an|your)\s+(?:\w+\s+){0,2}(?:quot|offer|reply|answer|confirm|respons)"
    r"|if\s+you)",
    r"\b(?:i|we)(?:'d|'ll|\s+would|\s+will)?\s+(?:still\s+|also\s+|urgently\s+|really\s+)?need\s+"
    r"(?:you\s+to|your\s+(?:\w+\s+){0,3}(?:approval|answer|reply|signature|confirmation|comments|input"
    r"|help|decision)|[^.!?]{1,60}\bfrom\s+you\b)",
    r"^(?:so\s+|and\s+|also\s+|just\s+)?(?:call|send|give|tell)\s+me\b",
)  # fmt: skip

OTHERS = (
    _wording(
        "bitte ich sie wir und das uns mir du für ist nicht mich",
        ("bitte", "könnt", "können sie", "kannst du", "würde", "schick", "bräucht", "bescheid"),
        r"\b(?:könnten|können|würden)\s+(?:sie|wir)\b|\bkönntet?\s+(?:ihr|du)\b|\b(?:könntest|kannst"
        r"|würdest)\s+du\b",
        r"\bbitte\b.{0,80}\b(?:sende|schick|ruf|bestätig|prüf|geb|gib|teil|meld|sag|antwort|zusend"
        r"|mitteil|nenn|lass|mach|schau|korrigier|ergänz|unterschr|um\s+\w)",
        r"\b(?:sende|schicke?|rufe?|bestätige|prüfe|gebe?n?|teile|melde|sage?|nenne|lasse|mache?|schaue?)"
        r"n?\s+(?:sie|mir|uns)\s+(?:\w+\s+){0,3}bitte\b",
        r"\b(?:wir|ich)\s+bitten?\s+(?:\w+\s+){0,3}um\b|\bmit\s+der\s+bitte\s+um\b",
        r"\bbräuchten?\b.{0,40}\b(?:von\s+(?:ihnen|dir|euch)|noch)\b",
        r"\b(?:geben|gib|gebt)\b.{0,30}\bbescheid\b",
        r"\b(?:schicken?\s+sie|schick)\s+(?:mir|uns)\b",
    ),
    _wording(
        "vous nous je les des une pour merci et tu pouvez veuillez pourriez-vous pouvez-vous votre",
        (
            "pouvez", "pourriez", "peux-tu", "peux tu", "pourrais", "merci de", "veuillez",
            "prie de", "prions de", "serait-il", "besoin d", "gré de", "tenez-",
            "faites-", "fais-moi", "dites-", "dis-moi", "envoyez-", "envoie-",
        ),
        r"\b(?:pouvez|pourriez)[- ]vous\b|\bvous\s+(?:pouvez|pourriez)\b.{0,80}\?",
        r"\b(?:peux|pourrais)[- ]tu\b",
        r"\bmerci\s+de\s+(?!votre|ton|vos)(?:\w+\s+)?(?:(?:me|nous|bien|ne\s+pas)\b|m'|\w+(?:er|ir|re)\b)",
        r"\bveuillez\s+(?!trouver|agréer|noter|recevoir|accepter|croire|excuser|m'excuser|nous\s+excuser)",
        r"\b(?:prie|prions)\s+de\s+(?!trouver|croire|recevoir|m'excuser|nous\s+excuser|noter|bien\s+vouloir"
        r"\s+(?:trouver|noter|excuser|recevoir|agréer)|agréer)",
        r"\bserait-il\s+possible\b|\b(?:saurais|saurions)\s+gré\s+de\b",
        r"\b(?:j'aurais|nous\s+aurions|aurions|aurais)\s+besoin\b",
        r"\b(?:faites|dites|envoyez|tenez|fais|dis|envoie)-(?:moi|nous|le|la|les)\b",
    ),
    _wording(
        "que por las una para su favor usted ustedes puede podrían el",
        (
            "por favor", "podría", "podrian", "podrías", "puede", "ruego", "rogamos", "necesit",
            "agradecer", "espera de", "díg", "avíse", "confírm", "envíe", "mánd",
        ),
        r"\bpor\s+favor\b.{0,60}\b(?:env|conf|llam|dig|díg|mand|mánd|indi|indí|revis|avis|aví|respon"
        r"|hág|haga|comprueb|verif|firm|mír|mir|pon|pás|pas)",
        r"\bpodr[íi]a[ns]?\b(?!\s+ser\b)|\bpuede[ns]?\b.{0,80}\?|^¿?\s*(?:me\s+|nos\s+)?puede[ns]?\b",
        r"\b(?:ruego|rogamos)\s+(?:que\s+|nos\s+|me\s+)?(?!disculp|acept)",
        r"\bnecesit(?:o|amos|aría|aríamos)\s+que\b",
        r"\bagradecer[íi]a(?:mos)?\b|\bagradeceremos\b",
        r"\b(?:a\s+la|en)\s+espera\s+de\s+(?:su|tu|vuestr[ao])s?\s+(?:\w+\s+)?(?:respuesta|confirm"
        r"|comentario|notici|contest)",
        r"\b(?:dígame|díganos|avíseme|avísenos|confírme(?:me|nos)?|envíe(?:me|nos)|mánde(?:me|nos))\b",
    ),
    _wording(
        "che di il gli della sono è mi vi entro avete sapere",
        (
            "per favore", "per cortesia", "potrebbe", "potresti", "potreste", "può", "puoi",
            "potete", "preghiamo", "prego di", "faccia sapere", "fammi sapere", "fateci sapere",
            "facci sapere", "bisogno", "cortesemente", "gentilmente", "attesa", "chied",
        ),
        r"\b(?:per\s+favore|per\s+cortesia)\b",
        r"\bpotre(?:bbe|sti|ste)\b(?!\s+essere)|^(?:mi\s+|ci\s+)?(?:può|puoi|potete)\b"
        r"|\b(?:può|puoi|potete)\b.{0,80}\?",
        r"\b(?:preghiamo|prego)\s+di\s+(?!notare|scusar)",
        r"\bfa(?:ccia|mmi|teci|temi|cci)\s+sapere\b",
        r"\b(?:avremmo|avrei)\s+bisogno\b",
        r"\bchied(?:o|iamo)\b.{0,30}\bdi\b|\bcortesemente\b|\bgentilmente\b",
        r"\bin\s+attesa\s+di\s+(?:un[ao']?\s+|una\s+)?(?:su|vostr|tu|cortese|gentile)",
    ),
    _wording(
        "het een ik wij je en voor uw graag ons niet weten mij kunt wilt zou gelieve",
        (
            "kunt u", "kun je", "kan je", "zou u", "zou je", "wilt u", "wil je", "graag",
            "laat me", "laat ons", "laat het", "gelieve", "alstublieft", "a.u.b.", "alsjeblieft",
        ),
        r"\b(?:kunt\s+u|kun\s+je|kan\s+je|zou\s+u|zou\s+je|wilt\s+u|wil\s+je)\b",
        r"\bgraag\s+(?:\w+\s+)?(?:ontvang|hoor|horen|zie|verneem|vernemen|uw|je|jouw|een\s+reactie)",
        r"^laat\s+(?:het\s+)?(?:me|mij|ons)\b.{0,20}\bweten\b",
        r"\bgelieve\b|\b(?:stuur|bel|mail|geef|laat|zend|bevestig|controleer)\b.{0,50}"
        r"\b(?:alstublieft|alsjeblieft)\b|\b(?:stuur|bel|mail|geef|zend)\b.{0,50}\ba\.u\.b\.",
    ),
)  # fmt: skip
FOREIGN = frozenset().union(*(wording.common for wording in OTHERS))

# Courtesy and small print ask nothing, whatever sign they end with: what they say, in lower case.
EMPTY = (
    "any questions", "further questions", "any further", "any other questions", "more questions?",
    "hesitate", "feel free", "any assistance", "of assistance", "of any help", "be of help",
    "intended recipient", "received this", "in error", "</", "[image]",
    "confidential", "click", "environment", "will let you", "'ll let", "will let",
    "bei fragen", "bei rückfragen", "for information", "further information", "respond to ",
    "n'hésitez", "salutations", "no dude", "non esit", "aarzel", "zögern sie", "asked whether",
    "asked if", "bitte beachte", "tenga en cuenta", "disculpe", "scusa", "entschuldig",
    "for more information",
)  # fmt: skip
# Who offers a way out of a list has written to many: nothing in it waits for one reader's answer.
BULK = (
    "unsubscribe", "opt out", "opt-out", "be removed from", "not to receive", "rather not receive",
    "no longer wish to receive", "abbestellen", "abmelden", "désabonner", "désinscrire",
    "darse de baja", "disiscriv", "cancellarsi", "afmelden", "uitschrijven",
)  # fmt: skip
# Offers: their words are looked for first, then their pattern.
OFFER_WORDS = ("if you", "know if", "this e")
OFFER = re.compile(
    r"\bif\s+you\s+(?:have|need|wish|experience|continue|cannot|no\s+longer|would\s+like)\b"
    r"|let\s+(?:me|us)\s+know\s+if\s+(?:you|there|i|we|anyone)\s+(?:have|has|need|are|can|could|should"
    r"|see|want|would|require)\b(?!\s+(?:available|free|interested|coming|able|received|want))"
    r"|this\s+e-?mail\b.{0,40}\bprint",
    re.IGNORECASE,
)
# Greetings that want no answer, each a whole sentence.
GREETING_LONGEST = 60
GREETING = re.compile(
    r"\W*(?:(?:hi|hey|hello|so|na|und|ciao|hola|salut)\b[\s,]*)?(?:\w+,\s+)?(?:"
    r"how\s*(?:are|'re)\s+(?:you|things|y'?all|ya)(?:\s+(?:doing|all|both|guys|today|these\s+days))*"
    r"|how(?:'s|\s+is)\s+(?:it\s+going|life|everything|everybody|everyone|the\s+family|work)"
    r"|how\s+(?:was|were)\s+(?:your|the)\s+(?:weekend|vacation|trip|holidays?|christmas)"
    r"|how\s+have\s+you\s+been|what'?s\s+up|wie\s+geht(?:'s|\s+es)(?:\s+(?:ihnen|dir|euch))?"
    r"|wie\s+war\s+(?:der|dein|ihr)\s+(?:urlaub|wochenende)|comment\s+(?:allez-vous|vas-tu|ça\s+va)"
    r"|(?:comment\s+)?ça\s+va|cómo\s+est(?:á|ás|án)(?:\s+usted(?:es)?)?|qué\s+tal(?:\s+todo)?"
    r"|come\s+(?:sta|stai|state|va)|hoe\s+gaat\s+het(?:\s+met\s+(?:u|je|jullie))?"
    r"|alles\s+(?:goed|klar|gut)|(?:many\s+)?thanks|thank\s+you|guess\s+what|who\s+knows"
    r"|you\s+know\s+what|questions|need\s+help|ok(?:ay)?|right|really|huh|yes|no|remember\s+me"
    r")[\s?!.]*$",
    re.IGNORECASE,
)
# Asked of a '?' that stands apart (as in French), and of all in a text whose lost characters have
# become such signs: a question has one of these besides.
APART = re.compile(
    r"^(?:(?:and|but|so|or|also|then)\s+)?(?:who|what|when|where|which|why|how|is|are|am|was|were"
    r"|do|does|did|can|could|will|would|should|shall|may|have|has|any)\b|\best-ce\b|\bqu(?:and|els?|elles?|oi|i)\b|\bcombien\b|\boù\b|\bcomment\b|\bpourquoi\b"
    r"|\b(?:avez|êtes|pouvez|pourriez|souhaitez|voulez|auriez|savez)[- ]vous\b|\b\w+-(?:t-)?"
    r"(?:ils?|elles?|on|tu)\b",
    re.IGNORECASE,
)
