"""All mail with those who do not buy from the firm."""

from datetime import date

from kith.demo.behaviour import Period, conversations
from kith.demo.company import PARTNERS
from kith.demo.letter import Letter
from kith.demo.outside.machines import machine_mail


def outside_mail(first: date, last: date, seed: str, leaves: dict[str, date]) -> list[Letter]:
    """Suppliers and advisers converse as customers do; machines write on their own days.

    `leaves`: from which day a story tells all there is of somebody's mail.
    """
    letters = list(machine_mail(first, last, seed))
    for one in PARTNERS:
        for contact in one.contacts:
            period = Period(first, leaves.get(contact.address, last))
            letters += conversations(contact, period, seed)
    return letters
