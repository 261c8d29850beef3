"""English words of trade."""

from kith.reading.trade_words.wording import wordings
from kith.terms.words import Says

_DO = r"(?:send|provide|give|get|submit|make|prepare|forward|advise|confirm|let|offer|quote)"
_ASKING = (
    rf"(?:(?:please|kindly) (?:also )?{_DO}|(?:can|could|would|will) you (?:please |also )?{_DO}"
    r"|(?:i|we)(?: would| d) (?:like|need|appreciate)(?: to (?:have|get|receive|request))?"
    r"|(?:i|we) (?:also |still |urgently )?(?:need|require)|(?:i|we) (?:am |are )?request(?:ing)?"
    r"|(?:i m|i am|we are|we re) (?:looking|waiting) for|still (?:looking|waiting) for"
    r"|send (?:me|us)|give (?:me|us)(?! a call)|let (?:me|us) have)"
)
_HERE = (
    r"(?:attached|enclosed|please find|herewith|here is|here s|here are|below is|below you"
    r"|send(?:ing)? you|sent you|as promised)"
)
_GOODS = (
    r"(?:pumps?|seals?|parts?|units?|items?|goods|machines?|valves?|motors?|products?|pieces?"
    r"|equipment|material|delivery|deliveries|shipments?|consignment|order)"
)

WORDINGS = (
    *wordings(
        Says.INQUIRY,
        (
            "quote quotes quotation quotations offer offers proposal proposals bid bids",
            _ASKING + r"...(?<!our )(?<!my )(?<!to )(?<!can )(?:quotes?|quotations?|offers?|bids?)"
            r"(?! (?:you|from us|we))",
            _ASKING + r"...(?:a|your) (?:\w+ )?proposal",
            r"please quote",
            r"looking for (?:\w+ )?(?:offers|bids|quotes|proposals)",
            r"requests? for (?:a )?(?:quotation|quote|proposal|offer|bid)s?",
            r"submit...your (?:bids?|proposals?|quotations?)",
            r"(?:can|could|would) you (?:please )?(?:quote|offer) (?:me|us|for)",
        ),
        ("rfq", r"rfq"),
        ("rfp", r"(?:attached|enclosed|our|responses? to (?:the|this)) rfp"),
        (
            "price prices pricing cost",
            r"(?:what|which)...(?:would|is|are|will)...(?:your|the) (?:\w+ )?prices?",
            _ASKING + r"...(?<!our )(?:pricing|prices?|price list)(?: for| of| on| list)?",
            r"what (?:would|does|do|will)...cost",
            r"how much (?:would|does|do|will|is|are)...cost",
        ),
        (
            "delivery lead",
            r"(?:what|which|how long)...(?:lead|delivery) times?",
            _ASKING + r"...(?<!our )(?:lead|delivery) times?",
        ),
        (
            "deliver supply",
            r"(?:when|how soon|by when) (?:can|could|would) you (?:deliver|supply)",
            r"(?:can|could|do|would) you (?:still )?(?:supply|deliver)",
        ),
        ("price quote", r"(?:can|could|would) you (?:please )?(?:price|quote)"),
        (
            "buying purchasing ordering",
            r"(?:i|we) (?:are|am|(?:would|might|may) be) interested in"
            r" (?:buying|purchasing|ordering)",
        ),
    ),
    *wordings(
        Says.OFFER,
        (
            "offer quote quotation proposal bid",
            _HERE
            + r"...(?:our|my|the requested|the) (?:\w+ )?(?:offer|quote|quotation|proposal|bid)",
            r"(?:our|my) (?:offer|quotation|quote) (?:no|number|of|dated|for|is|stands|valid)",
            r"(?:offer|quotation|quote) (?:is|remains) valid",
            r"(?:our|the) (?:quote|quotation|offer)(?: \w+){0,5} is attached",
            r"(?<!your )(?:quote|quotation) (?:no|number)",
            r"(?:i|we) (?:are|am|would be) (?:pleased|happy|able) to (?:offer|quote|submit)",
            r"(?:i|we) (?:can|could) (?:offer|quote) you",
            r"(?:i|we) (?:offer|quote) you",
        ),
        (
            "price prices",
            r"(?:unit|net|our|best) prices? (?:is|are|would be|will be|per)...\d+",
            r"(?:attached|enclosed|here is|find)...(?:our|the) (?:\w+ )?price list",
        ),
    ),
    *wordings(
        Says.ORDER,
        (
            "order orders",
            r"(?:i|we)(?: are| am| would like to| want to| wish to| d like to| have| hereby)?"
            r" (?:place|placing|placed) (?:an|our|my|this|the|following) (?:\w+ )?orders?(?! with)",
            r"(?:attached|enclosed|please find|herewith|here is)...(?:our|my)"
            r" (?:\w+ ){0,2}order(?! (?:confirmation|form|acknowledgement|status|update))",
            r"(?:attached|enclosed|please find|herewith|here is|accept)...purchase order",
            r"(?:i|we) (?:hereby |would like to |want to |wish to |d like to )order",
            r"(?:i|we) order (?:the following|another|from you)",
            r"please (?:accept|process|book|confirm) (?:our|my|this|the attached) (?:\w+ )?order",
            r"(?:our|my) (?:purchase )?order (?:no|number|nr|of|dated|for|from)",
            r"purchase order (?:no|number|nr|attached|enclosed|\d)",
        ),
        ("supply deliver ship", r"please (?:supply|deliver|ship) (?:us )?(?:the following|\d+)"),
        ("po", r"(?:attached|enclosed|our|find)...po (?:no|number|nr|\d)", r"our po", r"po number"),
    ),
    *wordings(
        Says.CONFIRMATION,
        (
            "order orders",
            _HERE + r"...order (?:confirmation|acknowledge?ment)",
            r"^(?:\w+ ){0,3}order (?:confirmation|acknowledge?ment)",
            r"(?:our|this|your) order (?:confirmation|acknowledge?ment)"
            r" (?:is|no|number|will|\w{0,4} ?\d+)",
            r"confirm(?:ing|s)? (?:receipt of )?your"
            r" (?:\w+ )?order",
            r"(?:thanks|thank you)(?: very much)? for (?:your|the) (?:\w+ ){0,2}order",
            r"your (?:\w+ )?order...(?:has|have|was|were|is|will be|being)"
            r" (?:been )?(?:received|shipped|dispatched|processed|confirmed|delivered|ready)",
        ),
        (
            "shipped dispatched",
            _GOODS
            + r" (?:has|have|was|were|is|are|will be)(?: been)?(?: \w+)? (?:shipped|dispatched)",
            r"(?:we|i) (?:have )?(?:shipped|dispatched)",
        ),
        ("tracking", r"tracking (?:number|no|id|code)"),
        (
            "delivery delivered",
            r"delivery note (?:attached|enclosed|no|number)",
            _GOODS + r" will be delivered",
        ),
        ("ready", r"ready for (?:collection|dispatch|shipment|pick ?up)"),
    ),
    *wordings(
        Says.INVOICE,
        (
            "invoice invoices",
            r"(?:attached|enclosed|please find|herewith|here is|here s|here are"
            r"|i m sending|sending you|sent you)...(?<!your )invoices?",
            r"(?<!your )invoices? (?:is|are) (?:attached|enclosed|overdue|due|still open|unpaid)",
            r"our invoice",
            r"(?:we|i) (?:have )?invoiced you",
            r"unpaid invoices?",
            r"(?:new|monthly|latest) invoice (?:is )?(?:available|ready)",
        ),
        (
            "overdue outstanding",
            r"(?:overdue|outstanding) (?:invoices?|payments?)",
            r"(?:invoices?|payments?)...(?:is|are|remains?) (?:now |still )?"
            r"(?:overdue|outstanding)",
        ),
        ("reminder", r"payment reminder", r"reminder...(?:payment|invoice)"),
        (
            "due",
            r"(?:payment|your balance|invoice) is (?:now )?due",
            r"amount due (?:by|on|upon|now)",
        ),
        ("statement", r"statement of account", r"(?:your|online|account|billing) statement is"),
    ),
    *wordings(
        Says.PAYMENT,
        (
            "invoice invoices",
            r"your invoice",
            r"(?:paid|pay|paying|payment of)...your (?:\w+ )?invoices?",
        ),
        (
            "payment",
            r"(?:i|we)(?: have| ve)? (?:made|sent|released|arranged|transferred|wired)"
            r"...(?:the|our|your) payment",
            r"payment (?:has|was|will)(?: been| be)? "
            r"(?:made|sent|released|transferred|wired|executed)",
            r"payment advice",
            r"remittance",
        ),
        ("remittance", r"remittance advice"),
        ("transferred wired", r"(?:we|i) (?:have )?(?:transferred|wired) (?:the|your|you)"),
    ),
    *wordings(
        Says.COMPLAINT,
        (
            "complaint complain",
            r"complaint (?:about|regarding|concerning)",
            r"(?:want|have) to complain",
        ),
        (
            "damaged defective faulty leaking leaks incomplete",
            _GOODS + r"...(?:is|are|was|were|arrived|came)...(?:damaged|defective|faulty|leaking"
            r"|incomplete)",
            r"(?:damaged|defective|faulty) " + _GOODS,
            _GOODS + r"...leaks",
        ),
        ("wrong", r"(?:received|sent us|delivered) the wrong", r"wrong (?:parts?|items?|goods)"),
        (
            "satisfied unhappy disappointed",
            r"not (?:at all )?satisfied",
            r"(?:very |really )?(?:unhappy|disappointed) with (?:the|your)",
        ),
        ("warranty", r"(?:under|warranty) (?:claim|warranty)"),
        ("rma", r"rma (?:number|no|request)"),
        ("credit", r"(?:send|issue|need|expect)...credit note"),
    ),
    *wordings(
        Says.PITCH,
        (
            "demo webinar webinars seminar seminars workshop conference",
            r"(?:free|short|quick|live|schedule a|book a|request a|product) demo",
            r"webinars?",
            r"(?:register|registration|attend|join us|sign up|invit\w+)..."
            r"(?:seminars?|workshop|conference)",
            r"(?:seminars?|workshop|conference)...(?:register|registration|early bird|discount)",
        ),
        ("trial", r"free (?:\d+ day )?trial"),
        (
            "free",
            r"(?:absolutely|totally|yours) free",
            r"free (?:gift|shipping|sample|samples"
            r"|report|whitepaper|white paper|consultation|offer)",
            r"risk free",
        ),
        (
            "off save savings discount",
            r"\d+ ?% off",
            r"save (?:up to )?\$? ?\d+",
            r"(?:special|exclusive|big|great) savings",
            r"(?:special|exclusive|limited|member) discount",
        ),
        ("limited special exclusive", r"limited time", r"(?:special|exclusive) offers?"),
        ("provider", r"leading (?:\w+ ){0,3}providers?"),
        ("specialize specialise", r"we speciali[sz]e in"),
        (
            "introduce",
            r"(?:like|wanted|writing|allow me|let me) to introduce (?:myself|our|you)",
            r"introduce (?:myself|our company|our services|our firm)",
        ),
        (
            "minutes",
            r"(?:10|15|20|30|few|ten|fifteen|twenty) minutes of your time",
            r"(?:10|15|20|30) minute (?:call|chat|meeting|demo)",
        ),
        (
            "solutions services",
            r"our (?:\w+ )?(?:solutions|services) (?:can|help|include|offer|provide)",
            r"how (?:our|we can)...(?:solutions|services) (?:can|help)",
        ),
        ("clients companies", r"we (?:help|have helped|work with) (?:\w+ )?(?:clients|companies)"),
        ("sale", r"(?:on sale|clearance|final sale|sale ends|holiday sale)"),
        ("guaranteed", r"(?:100 ?%|satisfaction|results|money back) guaranteed"),
    ),
    *wordings(
        Says.RECRUITING,
        (
            "candidate candidates",
            r"(?:outstanding|qualified|excellent|strong|top|available|following|our|several)"
            r" candidates?",
            r"candidates? (?:for|with|available|who)",
            r"candidate profiles?",
        ),
        (
            "resume resumes cv",
            r"(?:attached|attach|enclosed|my|your|submit\w*|send|forward)...resumes?",
            r"(?:my|attached|enclosed) cv",
            r"curriculum vitae",
        ),
        (
            "recruiting recruiter recruitment headhunter search staffing",
            r"executive search",
            r"(?:recruiting|recruitment|staffing) (?:firm|agency|services|needs)",
        ),
        (
            "position positions opportunity opportunities job jobs",
            r"(?:job|career|employment) (?:openings?|opportunit\w+|alerts?|postings?)",
            r"(?:apply|applying|application|applied) for...(?:position|job)",
            r"open positions",
        ),
        ("interview", r"(?:thank you for|opportunity to|scheduled?|final round) interview\w*"),
    ),
    *wordings(
        Says.TRAVEL,
        (
            "itinerary",
            r"(?:your|travel|flight|the|attached) itinerary",
            r"itinerary (?:for|receipt)",
        ),
        ("boarding", r"boarding pass"),
        ("ticket eticket tickets", r"e ?ticket", r"eticket", r"electronic ticket"),
        (
            "flight flights fares",
            r"your (?:\w+ )?flight",
            r"flight (?:confirmation|status|details)",
            r"low(?:est)? fares",
            r"fares (?:from|starting)",
        ),
        (
            "booking reservation",
            r"(?:booking|reservation) (?:confirmation|reference|number|details|is confirmed)",
            r"your (?:\w+ )?(?:booking|reservation)",
            r"confirm(?:ed|s)? your (?:\w+ )?reservation",
        ),
        ("parcel package", r"your (?:parcel|package) (?:is|has|will|was)"),
        ("miles mileage", r"(?:bonus|award|frequent flyer) miles", r"mileage (?:plus|balance)"),
        (
            "hotel hotels",
            r"hotel (?:booking|reservation|confirmation|deals)",
            r"hotels and (?:car|flights)",
        ),
    ),
    *wordings(
        Says.NEWS,
        ("unsubscribe unsubscribing", r"unsubscrib(?:e|ing)"),
        ("newsletter newsletters enewsletter", r"e?newsletters?"),
        (
            "subscriber subscribers subscription subscribed subscribing",
            r"(?:dear|our|valued|all|to) (?:\w+ )?subscribers?",
            r"(?:your|email|free) subscription",
            r"(?:are|been) subscribed",
            r"by subscribing",
        ),
        (
            "removed remove removal",
            r"(?:to be|be) removed from",
            r"remove (?:me|yourself|your name|your e)",
            r"mailing list removal",
            r"removal instructions",
        ),
        ("opt", r"opt (?:out|in)"),
        ("click", r"click (?:here|below|on the link) (?:to|for|and)", r"click here"),
        (
            "receiving received",
            r"(?:you are|you re) receiving this",
            r"you (?:have )?received this (?:e ?)?mail because",
            r"(?:stop|no longer|prefer not|wish to|rather not) receiv\w+",
        ),
        ("mailing", r"(?:this|our) mailing list", r"mailing list (?:to|please)"),
        ("headlines", r"(?:today|todays|today s|news|top) headlines"),
        ("member members", r"dear (?:\w+ )?members?"),
        ("respond reply", r"(?:do not|don t) (?:reply|respond) (?:directly )?to this"),
    ),
)
