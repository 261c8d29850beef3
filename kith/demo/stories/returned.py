"""The mail that says that a mail could not be delivered, as a mail server writes it."""

from dataclasses import replace
from datetime import timedelta

from kith.demo.chance import stream
from kith.demo.firm import DOMAIN
from kith.demo.letter import Letter
from kith.demo.people import Person

_DAEMON = Person(name="Mail Delivery System", address=f"mailer-daemon@mx.{DOMAIN}")
_TEXT = """This is the mail system at host mx.{domain}.

I'm sorry to have to inform you that your message could not be delivered to one or more recipients.

<{address}>: host mail.{theirs} said: 550 5.1.1 <{address}>: Recipient address rejected: User
    unknown in virtual mailbox table (in reply to RCPT TO command)"""


def returned(sent: Letter, to: Person) -> Letter:
    """The answer of our own mail server to a letter whose addressee has no mailbox any more."""
    number = stream("returned", sent.message_id).getrandbits(40)
    return replace(
        sent,
        message_id=f"{number:010x}@{_DAEMON.domain}",
        moment=sent.moment + timedelta(seconds=9),
        sender=_DAEMON,
        to=(sent.sender,),
        cc=(),
        subject="Undelivered Mail Returned to Sender",
        text=_TEXT.format(domain=DOMAIN, address=to.address, theirs=to.domain),
        quoted="",
        answers=(),
        automatic="auto-replied",
        headers=(("Return-Path", "<>"), ("X-Failed-Recipients", to.address)),
    )
