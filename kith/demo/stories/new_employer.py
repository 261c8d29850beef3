"""A buyer wrote from the juice plant until spring, and from the refrigeration firm since: one
person who has moved. No finding: a question, and until somebody answers it she is two people."""

from kith.demo.firm import JANA
from kith.demo.letter import Letter
from kith.demo.stories.story import Stage, Story, person

OLD = person("sonnhof-saft.example", "Ahrens")
NEW = person("kaelte-kroeger.example", "Ahrens")


def _tell(stage: Stage) -> list[Letter]:
    letters: list[Letter] = []
    for name, contact, ago in (
        ("new_employer.before", OLD, 410),
        ("new_employer.before", OLD, 230),
        ("new_employer.after", NEW, 96),
    ):
        first = stage.days_ago(ago)
        letters += stage.told(name, "de", they=contact, we=JANA, first=first)
    return letters


STORY = Story(
    name="new_employer",
    account="kaelte-kroeger.example",
    contact=NEW.address,
    rep=JANA,
    finds=None,
    apart=(OLD.address,),
    tell=_tell,
)
