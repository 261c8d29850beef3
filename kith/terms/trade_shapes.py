"""The fact tables of trade. Sums of money and quantities are integers of ten-thousandths.

Integers add up exactly, whatever the order; a sum in another currency is converted line by line and
rounded to ten-thousandths there, so that every level above adds the same numbers.
"""

from kith.terms.shapes import Column, Shape

_MONEY = "ten-thousandths of the line's currency"

LINES = Shape(
    name="lines",
    grain="one line of an invoice or credit note, but for accounts that are private or noise",
    year="day",
    columns=(
        Column("line_id", "int64", "the line"),
        Column("invoice_id", "int64", "its invoice"),
        Column("account_id", "int64", "who bought, null: the books do not say", nullable=True),
        Column("product_id", "int64", "what was sold", nullable=True),
        Column("family_id", "int64", "the product's family", nullable=True),
        Column("colleague_id", "int64", "who of us sold it", nullable=True),
        Column("sort", "string", "terms.trade_words.LineSort"),
        Column("is_credit", "boolean", "stands on a credit note"),
        Column("quantity", "int64", "ten-thousandths of the product's unit, signed"),
        Column("list_amount", "int64", f"worth by the list, {_MONEY}", nullable=True),
        Column("net", "int64", f"stated net, {_MONEY}"),
        Column("cost", "int64", f"what it cost us, {_MONEY}", nullable=True),
        Column("rebate", "int64", f"set against this line off the invoice, {_MONEY}"),
        Column("terms", "int64", f"as rebate: discount for paying early, {_MONEY}"),
        Column("freight", "int64", f"as rebate: carriage that we paid, {_MONEY}"),
        Column("promotion", "int64", f"as rebate: advertising and the like, {_MONEY}"),
        Column("currency", "string", "ISO 4217"),
        Column("day", "date", "the invoice's date"),
        Column("known_day", "date", "when it was booked, else the invoice's date"),
    ),
)

RATES = Shape(
    name="rates",
    grain="one currency x day on which its rate was told; the firm's own currency once, at 1",
    columns=(
        Column("currency", "string", "ISO 4217"),
        Column("since", "date", "the day of this rate"),
        Column("until", "date", "the day of the next one, exclusive", nullable=True),
        Column("rate", "float64", "units of the firm's currency for one of this"),
    ),
)

LIST_PRICES = Shape(
    name="list_prices",
    grain="one product x price list x quantity from which the price holds",
    columns=(
        Column("list_price_id", "int64", "the price"),
        Column("product_id", "int64", "the product"),
        Column("price_list_id", "int64", "the list"),
        Column("sort", "string", "terms.trade_words.ListSort"),
        Column("currency", "string", "ISO 4217"),
        Column("from_quantity", "int64", "ten-thousandths of the unit"),
        Column("price", "int64", "for `per` units, ten-thousandths of the currency"),
        Column("per", "int32", "units that the price is for"),
        Column("since", "date", "null: always", nullable=True),
        Column("until", "date", "the last day, null: open", nullable=True),
    ),
)

CONDITIONS = Shape(
    name="conditions",
    grain="one thing granted to an account off its invoices",
    columns=(
        Column("condition_id", "int64", "the condition"),
        Column("account_id", "int64", "to whom"),
        Column("kind", "string", "terms.trade_words.ConditionKind"),
        Column("family_id", "int64", "of this family alone", nullable=True),
        Column("product_id", "int64", "of this product alone", nullable=True),
        Column("share", "float64", "of what is invoiced, 0 to 1; null: a sum", nullable=True),
        Column("amount", "int64", "once, ten-thousandths of the currency", nullable=True),
        Column("currency", "string", "of the amount, ISO 4217", nullable=True),
        Column("since", "date", "from this day; the day of an amount"),
        Column("until", "date", "the last day, null: open", nullable=True),
        Column("known_day", "date", "when the firm could know it"),
    ),
)

GIVEAWAYS = Shape(
    name="giveaways",
    grain="one thing given away, as somebody of us wrote it down or confirmed it",
    columns=(
        Column("giveaway_id", "int64", "the giveaway"),
        Column("account_id", "int64", "to whom"),
        Column("contact_id", "int64", "to whom there", nullable=True),
        Column("colleague_id", "int64", "who of us agreed", nullable=True),
        Column("kind", "string", "terms.trade_words.GiveawayKind"),
        Column("value_list", "int64", "by the list, ten-thousandths", nullable=True),
        Column("value_cost", "int64", "at cost, ten-thousandths", nullable=True),
        Column("currency", "string", "ISO 4217"),
        Column("after_complaint", "boolean", "amends for a fault of ours: no gift"),
        Column("line_id", "int64", "given on this line of an invoice, at no price", nullable=True),
        Column("day", "date", "when it was given"),
        Column("returned_day", "date", "when something first came back", nullable=True),
        Column("known_day", "date", "when it was written down"),
    ),
)

RISES = Shape(
    name="rises",
    grain="one announced price rise x scope it names; one that names none meets everything",
    columns=(
        Column("rise_id", "int64", "the rise"),
        Column("price_list_id", "int64", "of products in this list", nullable=True),
        Column("family_id", "int64", "of this family", nullable=True),
        Column("account_id", "int64", "for this account alone", nullable=True),
        Column("share", "float64", "announced, of the price: 0.04"),
        Column("announced_day", "date", "when customers were told"),
        Column("effective_day", "date", "from when it holds"),
        Column("known_day", "date", "when it was written down"),
    ),
)

WAIVERS = Shape(
    name="waivers",
    grain="one account that was let off a rise",
    columns=(
        Column("waiver_id", "int64", "the waiver"),
        Column("rise_id", "int64", "of which rise"),
        Column("account_id", "int64", "who was let off"),
        Column("colleague_id", "int64", "who of us granted it", nullable=True),
        Column("kind", "string", "terms.trade_words.WaiverKind"),
        Column(
            "share", "float64", "of the rise that it pays; null but for softened", nullable=True
        ),
        Column("day", "date", "when it was granted"),
        Column("known_day", "date", "when it was written down"),
    ),
)

TRADE = (LINES, RATES, LIST_PRICES, CONDITIONS, GIVEAWAYS, RISES, WAIVERS)
