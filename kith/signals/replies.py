"""How long questions in mail wait for their answer: what `latency` and `answers` share."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

import ibis

from kith.signals import clock
from kith.signals.weights import Weights, counted
from kith.terms.words import Kind, Part


@dataclass(frozen=True, slots=True)
class Params:
    """All are our choices.

    - `window`: days looked at; `recent`: those of them that are held against the rest.
    - `personal`: addresses beyond which a mail puts its question to nobody in particular.
    - `n_min`: questions below which nothing is said; `n_side`: answers that a comparison needs on
      each side; `slower`: times as long from which a change is told.
    """

    weights: Weights = field(default_factory=Weights)
    window: int = 730
    recent: int = 90
    personal: int = 5
    n_min: int = 6
    n_side: int = 6
    slower: float = 2.0


DEFAULTS = Params()


def of_contacts(
    tables: Mapping[str, ibis.Table], *, as_of: date, params: Params = DEFAULTS
) -> ibis.Table:
    """Our questions and their answers: `contact_id`, `day`, `seconds`, `answered`.

    `seconds`: working time on the clock of who answers, from the question to the answer; where
    `answered` is false, to the end of `as_of`.
    """
    mails = _mails(tables["touches"], as_of=as_of, params=params)
    answers = mails.filter(mails.is_in)
    found = _met(_asked(mails, by="contact_id", theirs=False, params=params), answers)
    return _waited(found, _clocks(answers, "contact_id"), "contact_id", as_of=as_of)


def of_colleagues(
    tables: Mapping[str, ibis.Table], *, as_of: date, params: Params = DEFAULTS
) -> ibis.Table:
    """Their questions to each of us and that colleague's own answers, as `of_contacts`.

    A question that another colleague answers has waited until then without this one's answer.
    """
    mails = _mails(tables["touches"], as_of=as_of, params=params)
    answers = mails.filter(~mails.is_in)
    found = _met(_asked(mails, by="colleague_id", theirs=True, params=params), answers)
    return _waited(found, _clocks(answers, "colleague_id"), "colleague_id", as_of=as_of)


def _mails(touches: ibis.Table, *, as_of: date, params: Params) -> ibis.Table:
    rows = counted(touches, as_of=as_of, weights=params.weights)
    return rows.filter(
        rows.kind == Kind.EMAIL.value,
        rows.thread_id.notnull(),
        rows.day > as_of - timedelta(days=params.window),
    ).select(
        "thread_id", "contact_id", "colleague_id", "activity_id", "is_in", "instant", "day",
        "asks", "recipients", "part", "offset_minutes",
    )  # fmt: skip


def _asked(mails: ibis.Table, *, by: str, theirs: bool, params: Params) -> ibis.Table:
    """One row per thread, contact, `by` and answer: the first question that waited for it.

    A question is a mail to few people that asks for something or opens its thread. What only goes
    on with a thread ("thank you") waits for nothing.
    """
    pair = [mails.thread_id, mails.contact_id]
    # Towards the past, so that the next answer is a running minimum and no engine looks twice.
    order = [mails.instant.desc(), mails.activity_id.desc()]
    ahead = ibis.cumulative_window(group_by=pair, order_by=order)
    # The same order, though it needs none: one sort does for both.
    whole = ibis.window(group_by=pair, order_by=order, rows=(None, None))
    answers = (mails.is_in != theirs).ifelse(mails.instant, None)
    rows = mails.mutate(
        answered_at=answers.min().over(ahead),
        opens=mails.instant == mails.instant.min().over(whole),
    )
    questions = rows.filter(
        rows.is_in == theirs,
        rows.asks | rows.opens,
        rows.recipients <= params.personal,
        rows.is_in | (rows.part == Part.TO.value),
    )
    return questions.group_by(*{"thread_id", "contact_id", by}, "answered_at").agg(
        asked_at=questions.instant.min(), day=questions.day.min()
    )


def _met(asked: ibis.Table, answers: ibis.Table) -> ibis.Table:
    """Beside each question, the clock of the mail that answers it; `answered`: there is one."""
    by = [name for name in asked.columns if name.endswith("_id")]
    given = answers.group_by(*by, answered_at=answers.instant).agg(
        said_offset=answers.offset_minutes.max(), n_given=answers.count()
    )
    rows = asked.left_join(given, [*by, "answered_at"])
    return rows.select(*asked.columns, "said_offset", answered=rows.n_given.notnull())


def _clocks(answers: ibis.Table, by: str) -> ibis.Table:
    """Per `by`, the offset of their newest mail that names one."""
    told = answers.filter(answers.offset_minutes.notnull())
    place = ibis.row_number().over(
        group_by=told[by], order_by=[told.instant.desc(), told.activity_id.desc()]
    )
    newest = told.mutate(place=place).filter(lambda t: t.place == 0)
    return newest.group_by(by).agg(usual_offset=newest.offset_minutes.max())


def _waited(found: ibis.Table, clocks: ibis.Table, by: str, *, as_of: date) -> ibis.Table:
    rows = found.left_join(clocks, by).drop(f"{by}_right")
    offset = ibis.coalesce(rows.said_offset, rows.usual_offset, ibis.literal(0, "int16"))
    end = rows.answered_at.isnull().ifelse(
        ibis.literal(clock.end_of(as_of), "int64"), clock.wall(rows.answered_at, offset)
    )
    waited = clock.worked(end) - clock.worked(clock.wall(rows.asked_at, offset))
    return rows.select(by, "day", "answered", seconds=ibis.greatest(waited, 0).cast("int64"))
