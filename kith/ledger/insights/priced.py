"""Gauges of prices: who may not see an account's prices may not see these of it either."""

SUMS = "waterfall"
OF_FAMILY, OF_PRODUCT = "waterfall_of_family", "waterfall_of_product"
OF_COLLEAGUE = "waterfall_of_colleague"
MONTHS, PEER_PRICE, POSITION = "trade_months", "peer_price", "price_position"
HABIT = "habit"
RISE, GIVEAWAYS, ATTENTION, STANDING = "rise", "giveaways", "attention", "standing"

PRICED = (
    SUMS, OF_FAMILY, OF_PRODUCT, OF_COLLEAGUE, MONTHS, PEER_PRICE, POSITION, RISE, GIVEAWAYS,
    HABIT, ATTENTION, STANDING,
)  # fmt: skip

# Kinds of findings that papers prove: lines, giveaways, waivers, rises.
KINDS = ("leaking", "given_again", "waived_again", "discount_spread", "over_attended")
