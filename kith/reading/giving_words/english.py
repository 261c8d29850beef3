"""English words of giving."""

from kith.reading.giving_words.form import Giving, any_of, phrases
from kith.terms.trade_words import GiveawayKind as Kind

_NOT = r"(?:not|never|won't|don't|didn't|haven't|hasn't|wouldn't|nothing will)"
_OFFICE = (
    r"(?! (?:\w+ )?(?:contract|agreement|letter|form|file|data|report|copy|language|text|page|code"
    r"|clause|invoice|document|spreadsheet|calculation|question|confirmation|guarant\w+|draft"
    r"|schedule|presentation|resume|trade|deal|model|output|size|of (?:the|our|a|an|some|what)"
    r" (?:\w+ )?(?:contract|agreement|report|letter|form|file|language|document|data|spreadsheet)))"
)
_FREIGHT = r"(?:freight|shipping|carriage|postage|delivery (?:costs?|charges?|fees?)|courier)"
_NUMBER = r"(?:\d{1,3}|another|more|extra|additional|thirty|forty five|sixty|ninety)"
_FEE = r"(?:fees?|charges?|surcharges?|costs?|freight|carriage|postage|minimum|interest|deposit)"

ENGLISH = Giving(
    common=frozenset(
        (
            "free", "charge", "charged", "charging", "charges", "expense", "complimentary", "treat",
            "goodwill", "favour", "favor", "invoice", "invoiced", "invoicing", "billed", "billing",
            "waive", "waived", "waiving", "sample", "samples", "throw", "throwing", "thrown",
            "freight", "shipping", "carriage", "postage", "courier", "extend", "extended",
            "extending", "gift",
        )
    ),
    cues=(
        "free", "charg", "no cost", "extra cost", "additional cost", "added cost", "further cost",
        "expense", "complimentary", "on the house", " on us", " on me", " treat", "goodwill",
        "good will", "as a favo", "invoic", " bill", "waiv", "sample", "throw", "freight",
        "shipping", "carriage", "postage", "delivery c", "courier", "extend", " days", "gift",
        "for nothing",
    ),
    short=(
        " on us", " on me", "extra cost", " no cost", "the house", "good will", "for nothing",
        " bill you", "days to p", "days inst",
    ),
    phrases=(
        *phrases(
            None,
            r"free of (?:any )?charge",
            r"for free",
            r"at no (?:(?:extra|additional|further|added) )?(?:charge|cost|expense)(?: to you)?",
            r"(?:with|make|is|be|was|at) no charge",
            r"without (?:any |extra |additional |further )?charge",
            r"complimentary(?! (?:close|toward|towards|about|of|to|remarks?))",
            r"on the house(?! of)",
            r"(?:is|are|be|it's|that's|one's|this) on (?:us|me)(?! to)",
            r"(?:my|our) treat",
            r"(?:gesture of|out of|as a sign of) (?:goodwill|good will)",
            r"as a (?:goodwill|favou?r)",
            rf"{_NOT} (?:be )?(?:charge|charging|charged|bill|billing|billed|invoice|invoicing"
            r"|invoiced)(?! (?:off|me|us|before|yet))(?!...until)"
            r"(?: (?:you|for|this|that|it|the|them))?",
            r"not to (?:charge|bill|invoice) (?:you|for|it|this|that)",
            r"(?:have|get|do)(?: \w+){1,4} for nothing",
            rf"waiv(?:e|ed|ing) (?:\w+ ){{0,4}}{_FEE}",
            r"throw(?:n|ing)? in (?:a|an|the|two|three|four|some|another|extra|\d+)",
            r"free (?:\w+ ){0,2}(?:repairs?|installation|training|servicing|replacements?|upgrades?"
            r"|tickets|spares?|parts?|inspection|maintenance|hours|set of|pair of)",
        ),
        *phrases(
            Kind.SAMPLE,
            r"free (?:\w+ ){0,2}samples?",
            r"(?:i|we)(?: \w+){0,3} (?:send|sending|sent|ship|shipping|shipped|enclosed?|bring|post"
            r"|posted|put|get|mail|mailed|drop)...samples?" + _OFFICE,
            r"let you have...samples?" + _OFFICE,
            r"samples? (?:go|goes|going|are on their way|is on its way|will go)...(?:you|your way)",
        ),
        *phrases(
            Kind.FREIGHT,
            r"free (?:freight|shipping|delivery|carriage|postage)",
            r"(?:we|i)(?: \w+){0,2} (?:pay|cover|absorb|bear|take care of|took|pick up)..."
            + _FREIGHT,
            rf"{_FREIGHT} (?:is|will be|are) (?:free|on us|at our expense|paid by us|included)",
        ),
        *phrases(
            Kind.TERMS,
            r"(?:give|grant|allow|offer|let you have|take|have)(?: \w+){0,2} "
            rf"{_NUMBER}(?: \w+)? days(?: \w+){{0,3}} (?:to pay|for payment|payment|terms|net"
            r"|on (?:this|the|your) invoice)",
            r"extend(?:ed|ing)? (?:your|the|our)(?: \w+){0,2} (?:payment )?terms",
            rf"extend(?:ed|ing)? (?:the |your )?payment...{_NUMBER} days",
            rf"(?:net )?{_NUMBER} days instead of",
        ),
        *phrases(
            Kind.CREDIT,
            r"(?:goodwill|courtesy) (?:credit|discount|payment)",
            r"credit(?: note)?...(?:goodwill|good will|as a courtesy|as a gesture)",
        ),
        *phrases(Kind.GIFT, r"(?:a|this|small|little) gift (?:for you|from us|is on)"),
    ),
    things=(
        *phrases(Kind.SAMPLE, r"samples?"),
        *phrases(Kind.FREIGHT, _FREIGHT, r"delivery", r"shipment"),
        *phrases(Kind.TERMS, r"payment terms", r"days to pay", r"interest"),
        *phrases(Kind.CREDIT, r"credit(?: note)?"),
        *phrases(
            Kind.WORK,
            r"repair(?:s|ed|ing)?", r"hours?", r"work", r"labou?r", r"install(?:ation|ed|ing)?",
            r"train(?:ing|ed)?", r"engineers?", r"technicians?", r"inspect(?:ion|ed)?", r"visits?",
            r"servic(?:e|ed|ing)", r"callout", r"fitt(?:ed|ing|er)", r"fits?", r"design(?:ed)?",
            r"drawings?", r"calibrat\w+", r"overhaul\w*", r"commission\w+", r"maintenance",
        ),
        *phrases(Kind.GIFT, r"gifts?", r"tickets", r"dinner", r"lunch", r"bottles?", r"golf"),
    ),
    between=any_of(
        r"i", r"we", r"i'(?:ll|ve|m|d)", r"we'(?:ll|ve|re|d)", r"you", r"your", r"us", r"our"
    ),
    denied=any_of(
        r"not", r"\w+n't", r"cannot", r"never", r"no longer", r"unable", r"instead of", r"as if",
        r"rather than", r"unless", r"nobody", r"neither", r"used to", r"would have", r"nothing",
        r"if (?:we|i) (?:were|had)", r"if only", r"thanks?(?: you)?", r"said", r"told (?:us|me)",
    ),
    denied_after=any_of(
        r"(?:on|for|with) (?:your |any |all )?(?:next )?orders? (?:over|of|above|from)",
        r"amounts?", r"is not", r"not possible", r"isn't", r"cannot", r"can't", r"no longer",
        r"impossible", r"won't", r"is over", r"has ended", r"anymore", r"any more",
    ),
    wished=any_of(
        r"(?:please|pls|kindly|(?:can|could|would|will) you)(?: \w+)? (?:send|give|provide|ship"
        r"|arrange|grant|extend|offer|waive|supply|bring|quote|let (?:us|me) have|get|do|make"
        r"|include)",
        r"(?:we|i)(?:'d| would| will)?(?: also| still| \w+ly)? (?:need|require|want|expect|like"
        r"|hope|ask|prefer|get|got|received|receive|asked|requested)",
        r"(?:send|sent|give|gave|given|offer|offered|charge|charged|let|provide|provided|ship|shipped"
        r"|supply|supplied) (?:us|me)(?! (?:know|send|give|have it))",
        r"(?:you|they|he|she)(?:'ll|'ve| will| would| can| could| have| had| are| were| did)?"
        r"(?: also| not| just| kindly| never)? (?:send|sent|give|gave|given|offer|offered|charge"
        r"|charged|promise|promised|waive|waived|provide|provided|ship|shipped|giving|offering"
        r"|sending)",
    ),
)  # fmt: skip
