"""Who has left for good, told apart from who is away."""

import pytest

from kith.reading.leaving import left

GONE = [
    "Cleo Crane is no longer with Client Ltd. Please write to dora@client.example.",
    "I no longer work for the company.",
    "I am no longer employed by Client. For orders please contact our sales desk.",
    "Cleo has left the company; your mail was not forwarded.",
    "As of 1 March I have left Client. Please contact Dora Dahl.",
    "Cleo has retired. Her work is done by Dora Dahl.",
    "Frau Crane ist nicht mehr für unser Unternehmen tätig.",
    "Frau Crane ist nicht mehr im Unternehmen. Bitte wenden Sie sich an Frau Dahl.",
    "Herr Kranich hat unser Unternehmen zum 31. März verlassen.",
    "Herr Kranich ist aus dem Betrieb ausgeschieden.",
    "Madame Grue ne fait plus partie de la société.",
    "J’ai quitté l’entreprise. Merci d’écrire à dora@client.example.",
    "Cleo ya no trabaja en esta empresa.",
    "Cleo non lavora più presso la nostra società.",
    "Cleo is niet meer werkzaam bij Client.",
]
AWAY = [
    "I am out of the office until 20 March.",
    "I have left the office for today and will answer tomorrow.",
    "I left early; please call Dora.",
    "I am on leave and will be back on Monday.",
    "I no longer have access to mail until Monday.",
    "I am no longer at my desk this week.",
    "Ich bin nicht mehr im Büro und ab Montag wieder da.",
    "Ich bin bis 20. März nicht im Haus.",
    "Je suis absente jusqu'au 20 mars.",
    "Estoy fuera de la oficina hasta el lunes.",
    "Sono fuori ufficio fino a lunedì.",
    "Ik ben niet op kantoor tot maandag.",
    "",
]


@pytest.mark.parametrize("text", GONE)
def test_who_works_there_no_longer_has_left(text: str) -> None:
    at = left(text)
    assert at is not None
    assert 0 <= at.start < at.end <= len(text)


@pytest.mark.parametrize("text", AWAY)
def test_who_will_be_back_has_not(text: str) -> None:
    assert left(text) is None


def test_only_the_top_is_read() -> None:
    assert left("x " * 2_000 + GONE[0]) is None
