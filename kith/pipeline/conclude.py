"""What a refresh concludes from the facts, on the engine: signals, gauges, findings, questions.

Loads the engine and every signal, which takes half a second: see `kith.pipeline.refresh`.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from kith.facts.engine import open_engine
from kith.facts.engine import tables as fact_tables
from kith.findings.find import findings
from kith.ledger.insights.models import LIVE, Run
from kith.ledger.questions.given_writers import AskingLine, AskingMail, ask_given
from kith.ledger.questions.who_writers import AskingWho, ask_who
from kith.pipeline.ask_given import to_ask_given
from kith.pipeline.ask_who import to_ask
from kith.pipeline.gauges import write_gauges
from kith.pipeline.judge import known
from kith.pipeline.measure import known_rows, measures
from kith.terms.finding import Finding


@dataclass(frozen=True, slots=True)
class Concluded:
    """What came of it. `inputs`: rows of each fact table that counted; `gauges`: rows written.

    `measured_at`: when the signals' expressions were all with the engine, by `time.perf_counter`.
    """

    found: Sequence[Finding]
    inputs: Mapping[str, int]
    gauges: int
    who: Sequence[AskingWho]
    given: tuple[Sequence[AskingMail], Sequence[AskingLine]]
    measured_at: float


def conclude(run: Run, last: Run | None, folder: Path, report: Callable[[str], None]) -> Concluded:
    """Computes the signals of the run's day and finds what they say; writes the gauges.

    `last`: the newest finished run of the series; `folder` keeps the tables of both.
    """
    with open_engine(settings.KITH_ENGINE) as backend:
        tables = fact_tables(backend, settings.KITH_FACTS)
        with measures(tables, as_of=run.as_of, report=report) as measured:
            measured_at = time.perf_counter()
            gauges = write_gauges(run, measured, backend, folder, last=last, report=report)
            inputs = known_rows(tables, run.as_of)
            report("findings")
            judged = known(run.as_of)
            found = findings(measured, as_of=run.as_of, proved=judged.proved, beaten=judged.beaten)
            live = run.series == LIVE
            who = to_ask(measured) if live else []
            given = to_ask_given(measured, run.as_of) if live else ([], [])
            return Concluded(found, inputs, gauges, who, given, measured_at)


def ask(concluded: Concluded) -> None:
    """Asks who is who, and what was given away."""
    ask_who(concluded.who, actor=None)
    ask_given(*concluded.given, actor=None)
