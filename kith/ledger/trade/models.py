"""Products and prices, invoices and their lines, what is granted off them, rises and giveaways.

Money and quantities are integers of ten-thousandths; a share is one of millionths (0.04 is 40,000);
a rate of exchange one of hundred-millionths. A line keeps the sums that its invoice states: unit
prices are quotients of them, and nothing is lost by rounding.

Invoices name a customer of the books; customers lead to accounts, as addresses lead to people. So
a doubtful match is put right in one place.
"""

from django.db import models
from django.db.models import Q

from kith.ledger.people.models import NAME, Account, Colleague, Contact
from kith.ledger.rights.models import User

KEY = 128  # of numbers, folded
CODE = 3  # of a currency, ISO 4217


class Family(models.Model):
    """Products that are sold and priced alike."""

    name = models.CharField(max_length=NAME)
    key = models.CharField(max_length=NAME, unique=True)


class Product(models.Model):
    """Something sold, by its article number. `unit`: what a quantity of 1 is, in the firm's words.

    `is_charge`: no goods but postage, a bank charge, a manual entry.
    """

    number = models.CharField(max_length=KEY)
    number_key = models.CharField(max_length=KEY, unique=True)
    name = models.CharField(max_length=NAME, blank=True)
    sort_key = models.CharField(max_length=NAME, blank=True)
    family = models.ForeignKey(Family, null=True, on_delete=models.PROTECT)
    unit = models.CharField(max_length=32, blank=True)
    is_charge = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["sort_key", "id"], name="product_sorted")]


class PriceList(models.Model):
    """Prices that hold together from a day to a day (null: open). `sort`: terms ListSort.

    `name_key`: the folded name, under which lists that follow each other are one. `key`: that with
    currency and first day, by which a sheet finds it again.
    """

    name = models.CharField(max_length=NAME)
    name_key = models.CharField(max_length=NAME, db_index=True)
    key = models.CharField(max_length=NAME + 32, unique=True)
    sort = models.CharField(max_length=16)
    currency = models.CharField(max_length=CODE)
    since = models.DateField(null=True)
    until = models.DateField(null=True)


class ListPrice(models.Model):
    """A product's price in a list: `price` for `per` units, for orders of `from_quantity` or more.

    From quantities are ten-thousandths too; 0: for any quantity.
    """

    price_list = models.ForeignKey(PriceList, on_delete=models.CASCADE)
    product = models.ForeignKey(Product, on_delete=models.PROTECT)
    from_quantity = models.BigIntegerField(default=0)
    price = models.BigIntegerField()
    per = models.IntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["product", "price_list", "from_quantity"], name="list_price_once"
            ),
        ]


class Customer(models.Model):
    """A customer as the books know it, and the account that it is.

    `number_key` null: the books gave no number, and it is told by its name. `name_key`: folded,
    without legal forms, as doubtful matches are looked for.
    """

    number = models.CharField(max_length=KEY, blank=True)
    # Null, not empty: unique, and not every customer has one.
    number_key = models.CharField(max_length=KEY, unique=True, null=True)  # noqa: DJ001
    name = models.CharField(max_length=NAME, blank=True)
    name_key = models.CharField(max_length=NAME, db_index=True)
    account = models.ForeignKey(Account, on_delete=models.PROTECT)


class Invoice(models.Model):
    """An invoice or a credit note. `customer` null: the books do not say who bought.

    `day`: the invoice's date. `known_day`: when the firm could know it, the booking's date, else
    `day`. `salesperson`: who of us sold it, where the books say so.
    """

    number = models.CharField(max_length=KEY)
    number_key = models.CharField(max_length=KEY, unique=True)
    is_credit = models.BooleanField(default=False)
    customer = models.ForeignKey(Customer, null=True, on_delete=models.PROTECT, db_index=False)
    salesperson = models.ForeignKey(Colleague, null=True, on_delete=models.SET_NULL, db_index=False)
    day = models.DateField(db_index=True)
    known_day = models.DateField()
    currency = models.CharField(max_length=CODE)

    class Meta:
        indexes = [
            models.Index(fields=["customer", "-day"], name="invoice_of_customer"),
            models.Index(
                fields=["salesperson", "day"],
                name="invoice_sold_by",
                condition=Q(salesperson__isnull=False),
            ),
            # To whom somebody sold, without a look at the invoices: it decides what they may see.
            models.Index(
                fields=["salesperson", "customer"],
                name="invoice_sold_to",
                condition=Q(salesperson__isnull=False),
            ),
        ]


class InvoiceLine(models.Model):
    """One line: what it was worth by the list, what was stated as net, what it cost us.

    - `line`: its number on the invoice as the books give it, else its place among the invoice's
      lines. `text`: what it says, where that is not its product's name.
    - `quantity`, `net`: signed; negative of a return. `list_amount`, `cost`: of the whole line,
      signed alike; null: nobody knows.
    - `rebate`, `terms`, `freight`, `promotion`: what the books set against this very line, off the
      invoice, 0 or more of a sale.
    - `batch_id`: which import created it. Further imports that hold it have arrivals.
    """

    invoice = models.ForeignKey(Invoice, on_delete=models.CASCADE, db_index=False)
    line = models.CharField(max_length=32)
    sort = models.CharField(max_length=16)
    product = models.ForeignKey(Product, null=True, on_delete=models.PROTECT)
    text = models.CharField(max_length=NAME, blank=True)
    quantity = models.BigIntegerField()
    list_amount = models.BigIntegerField(null=True)
    net = models.BigIntegerField()
    cost = models.BigIntegerField(null=True)
    rebate = models.BigIntegerField(default=0)
    terms = models.BigIntegerField(default=0)
    freight = models.BigIntegerField(default=0)
    promotion = models.BigIntegerField(default=0)
    batch_id = models.BigIntegerField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["invoice", "line"], name="invoice_line_once"),
        ]


class Rate(models.Model):
    """How much of `quote` one unit of `base` was worth on a day, in hundred-millionths."""

    base = models.CharField(max_length=CODE)
    quote = models.CharField(max_length=CODE)
    day = models.DateField()
    rate = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["base", "quote", "day"], name="rate_once"),
        ]


class Condition(models.Model):
    """What an account is granted off its invoices from a day to a day (`kind`: ConditionKind).

    Either `share` of what is invoiced (of one family or product where one is named), or `amount`
    once, in `currency`, on the day `since`. `key`: a digest of all it says, by which a sheet finds
    it again.
    """

    key = models.BinaryField(max_length=16, unique=True)

    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    kind = models.CharField(max_length=16)
    family = models.ForeignKey(Family, null=True, on_delete=models.PROTECT)
    product = models.ForeignKey(Product, null=True, on_delete=models.PROTECT)
    share = models.IntegerField(null=True)
    amount = models.BigIntegerField(null=True)
    currency = models.CharField(max_length=CODE, blank=True)
    since = models.DateField()
    until = models.DateField(null=True)
    known_day = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(share__isnull=True) ^ Q(amount__isnull=True), name="condition_is_one"
            ),
        ]


class Giveaway(models.Model):
    """Something given and not paid for: what, to whom, worth what by the list, costing us what.

    - `kind`: terms GiveawayKind. `agreed_by`: who of us said yes. `why`: in their words.
    - `after_complaint`: amends for a fault of ours, which is no gift.
    - `activity_id`: the mail or note that speaks of it. `line_id`: the invoice line at no price.
    - `known_day`: the day on which it was written down. `withdrawn_at`: it was no giveaway.
    """

    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    contact = models.ForeignKey(Contact, null=True, on_delete=models.SET_NULL)
    kind = models.CharField(max_length=16)
    what = models.CharField(max_length=500)
    day = models.DateField()
    value_list = models.BigIntegerField(null=True)
    value_cost = models.BigIntegerField(null=True)
    currency = models.CharField(max_length=CODE)
    agreed_by = models.ForeignKey(Colleague, null=True, on_delete=models.SET_NULL)
    why = models.CharField(max_length=500, blank=True)
    after_complaint = models.BooleanField(default=False)
    activity_id = models.BigIntegerField(null=True)
    line_id = models.BigIntegerField(null=True)
    known_day = models.DateField()
    recorded_by = models.ForeignKey(
        User, null=True, on_delete=models.SET_NULL, related_name="giveaways"
    )
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        User, null=True, on_delete=models.SET_NULL, related_name="+", db_index=False
    )

    class Meta:
        indexes = [
            models.Index(fields=["account", "-day"], name="giveaway_of_account"),
            models.Index(fields=["-day", "-id"], name="giveaway_newest"),
            # Whether what is asked about was told already: every page counts what waits.
            models.Index(
                fields=["activity_id"],
                name="giveaway_of_activity",
                condition=Q(activity_id__isnull=False),
            ),
            models.Index(
                fields=["line_id"], name="giveaway_of_line", condition=Q(line_id__isnull=False)
            ),
        ]


class GiveawayReturn(models.Model):
    """What came back for a giveaway: an order, an introduction, a reference."""

    giveaway = models.ForeignKey(Giveaway, on_delete=models.CASCADE)
    what = models.CharField(max_length=500)
    day = models.DateField()
    said_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, db_index=False)
    said_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)


class PriceRise(models.Model):
    """A rise that was announced: of one list, one family or one account, or of everything.

    `share`: 0.04 of the price is 40,000. `withdrawn_at`: it was called off.
    """

    name = models.CharField(max_length=NAME)
    share = models.IntegerField()
    price_list_key = models.CharField(max_length=NAME, blank=True)
    family = models.ForeignKey(Family, null=True, on_delete=models.PROTECT)
    account = models.ForeignKey(Account, null=True, on_delete=models.CASCADE)
    announced_on = models.DateField()
    effective_on = models.DateField()
    known_day = models.DateField()
    announced_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, db_index=False)
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)


class Waiver(models.Model):
    """An account was let off a rise: `kind` as WaiverKind. `share`: what it paid of the rise, for a
    softened one; `until`: for a postponed one. `granted_by`: who of us said yes."""

    rise = models.ForeignKey(PriceRise, on_delete=models.CASCADE)
    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    kind = models.CharField(max_length=16)
    share = models.IntegerField(null=True)
    until = models.DateField(null=True)
    granted_by = models.ForeignKey(Colleague, null=True, on_delete=models.SET_NULL)
    why = models.CharField(max_length=500, blank=True)
    day = models.DateField()
    known_day = models.DateField()
    recorded_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, db_index=False)
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["rise", "account"],
                condition=Q(withdrawn_at__isnull=True),
                name="waiver_once",
            ),
        ]

    @property
    def paid(self) -> float | None:
        """What a softened one still pays of the rise, 0.5 for half."""
        return None if self.share is None else self.share / 1_000_000
