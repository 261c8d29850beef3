from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.reading.questions import asks
from kith.reading.quotes import LONGEST, between, new_text, old_text


def said(text: str) -> list[str]:
    return [span.of(text) for span in new_text(text)]


NEW = "The seals arrived.\nTwo of them leak."

BELOW = {
    "angles": "> What of the seals?\n> Ann",
    "attribution": "On Tue, 4 Mar 2025 at 10:15, Ann <ann@pumps.example> wrote:\n> What?\n> Ann",
    "attribution on two lines": "On Tue, 4 Mar 2025, Ann\n<ann@pumps.example> wrote:\n\n> What?",
    "attribution without angles": "On Tue, 4 Mar 2025 at 10:15, Ann wrote:\nWhat of the seals?",
    "name alone": '"Ahlers, Ann" wrote:\n\n> What of the seals?',
    "German": "Am 04.03.2025 um 10:15 schrieb Ann Ahlers:\n> Was ist mit den Dichtungen?",
    "German, time last": "Am Dienstag, 4. März 2025, schrieb Ann <a@pumps.example>:\n\nWas?",
    "French": "Le mar. 4 mars 2025 à 10:15, Ann <ann@pumps.example> a écrit :\n> Quoi ?",
    "original message": " -----Original Message-----\nFrom: Ann\nTo: Bo\nSubject: Seals\n\nWhat?",
    "German mark": "-----Ursprüngliche Nachricht-----\nVon: Ann\nBetreff: x\n\nWas?",
    "Outlook": "From: Ann\nSent: Tuesday, 4 March 2025\nTo: Bo\nCc: Cy\nSubject: Seals\n\nWhat?",
    "Outlook with a line": f"{'_' * 32}\nFrom: Ann\nSent: Tuesday\nTo: Bo\nSubject: S\n\nW",
    "German Outlook": "Von: Ann Ahlers\nGesendet: Dienstag\nAn: Bo\nBetreff: Dichtungen\n\nWas?",
    "Notes": "Ann Ahlers\n03/04/2025 10:15 AM\nTo: Bo Berg/SEALS@SEALS\ncc: \nSubject: S\n\nWhat?",
    "Notes from outside": '"Ann" <ann@pumps.example> on 03/04/2025 10:15:00 AM\n'
    "Please respond to <ann@pumps.example>\nTo: Bo\ncc:  \nSubject: Seals\n\nWhat?",
    "Notes with From": "\tFrom:  Ann Ahlers             03/04/2025 10:15 AM\n"
    "\t\n\nTo: Bo\ncc:\nSubject: S\n",
    "forwarded": "---------------------- Forwarded by Ann/PUMPS on 03/04/2025 10:15 AM -----\n\nW",
    "Apple": "Begin forwarded message:\n\nFrom: Ann\nSubject: Seals\n\nWhat?",
    "signature": "-- \nBo Berg\nSeals Inc.",
    "attribution on three lines": "On Tue, 4 Mar 2025 at 10:15, Ann Ahlers of Pumps and\n"
    "Valves, Harbour Office <ann.ahlers.harbour@pumps.example>\nwrote:\n\n> What?",
    "German, name first": "Ann Ahlers <ann@pumps.example> schrieb am 04.03.2025 10:15:\n\n> Was?",
    "Spanish": "El mar, 4 mar 2025 a las 10:15, Ann (<ann@pumps.example>) escribió:\n\n> ¿Qué?",
    "Italian": "Il giorno mar 4 mar 2025 alle ore 10:15 Ann <ann@pumps.example> ha scritto:\n> Q",
    "Dutch": "Op di 4 mrt 2025 om 10:15 schreef Ann <ann@pumps.example>:\n> Wat?",
    "Portuguese": "Em ter., 4 de mar. de 2025 às 10:15, Ann <a@pumps.example> escreveu:\n> O quê?",
    "Swedish": "Den tis 4 mars 2025 kl 10:15 skrev Ann <ann@pumps.example>:\n> Vad?",
    "Danish": "Den tir. 4. mar. 2025 kl. 10.15 skrev Ann Ahlers <ann@pumps.example>:\n\nHvad?",
    "Norwegian": "tir. 4. mars 2025 kl. 10:15 skrev Ann <ann@pumps.example>:\n> Hva?",
    "Polish": "W dniu 4.03.2025 o 10:15, Ann pisze:\n> Co?",
    "Polish, on two lines": "wt., 4 mar 2025 o 10:15 Ann Ahlers <ann@pumps.example>\n"
    "napisał(a):\n\n> Co?",
    "no word of writing": "2025-03-04 10:15 GMT+01:00 Ann Ahlers <ann@pumps.example>:\n> What?",
    "French Outlook": "De : Ann\nEnvoyé : mardi 4 mars 2025\nÀ : Bo\nObjet : Joints\n\nQuoi ?",
    "Spanish Outlook": "De: Ann\nEnviado el: martes\nPara: Bo\nAsunto: Juntas\n\n¿Qué?",
    "Italian Outlook": "Da: Ann\nInviato: martedì\nA: Bo\nOggetto: Guarnizioni\n\nCosa?",
    "Dutch Outlook": "Van: Ann\nVerzonden: dinsdag\nAan: Bo\nOnderwerp: Afdichting\n\nWat?",
    "Portuguese Outlook": "De: Ann\nEnviada em: terça\nPara: Bo\nAssunto: Vedantes\n\nO quê?",
    "Swedish Outlook": "Från: Ann\nSkickat: tisdag\nTill: Bo\nÄmne: Tätningar\n\nVad?",
    "Danish Outlook": "Fra: Ann\nSendt: tirsdag\nTil: Bo\nEmne: Pakninger\n\nHvad?",
    "Polish Outlook": "Od: Ann\nWysłano: wtorek\nDo: Bo\nTemat: Uszczelki\n\nCo?",
    "bold headers": "*From:* Ann\n*Sent:* Tuesday\n*To:* Bo\n*Subject:* Seals\n\nWhat?",
    "French mark": "-------- Message original --------\nDe : Ann\n\nQuoi ?",
    "Italian mark": "-----Messaggio originale-----\nDa: Ann\n\nCosa?",
    "Spanish mark": "---------- Mensaje reenviado ---------\nDe: Ann\n\n¿Qué?",
    "Dutch mark": "-----Oorspronkelijk bericht-----\nVan: Ann\n\nWat?",
    "Portuguese mark": "---------- Mensagem encaminhada ---------\nDe: Ann\n\nO quê?",
    "Swedish mark": "-----Ursprungligt meddelande-----\nFrån: Ann\n\nVad?",
    "Danish mark": "-----Oprindelig meddelelse-----\nFra: Ann\n\nHvad?",
    "Polish mark": "-----Oryginalna wiadomość-----\nOd: Ann\n\nCo?",
    "Apple, German": "Anfang der weitergeleiteten Nachricht:\n\nVon: Ann\nBetreff: x\nAn: B\n\n",
    "Apple, French": "Début du message réexpédié :\n\nDe: Ann\nObjet: Joints\nÀ: Bo\n\nQuoi ?",
    "phone": "Sent from my iPhone\n\n> On 4 Mar 2025, at 10:15, Ann <a@pumps.example> wrote:\n> W",
    "phone, German": "Von meinem iPhone gesendet",
    "phone, French": "Envoyé de mon iPhone\n",
    "phone, Polish": "Wysłane z iPhone'a\n\nWiadomość napisana przez Ann:\n\n> Co?",
    "program": "Get Outlook for iOS<https://aka.example/o>\n" + "_" * 32
    + "\nFrom: Ann\nSent: Tuesday\nTo: Bo\nSubject: Seals\n\nWhat?",
    "small print": "This e-mail and any attachment are confidential and meant for the addressee\n"
    "only. If you have received it in error, please delete it and tell the sender. Any disclosure\n"
    "is prohibited.",
    "small print, German": "Diese E-Mail enthält vertrauliche Informationen und ist nur für den\n"
    "genannten Empfänger bestimmt. Wenn Sie sie irrtümlich erhalten haben, löschen Sie sie bitte.",
    "small print, French": "Ce message et ses pièces jointes sont confidentiels et établis à\n"
    "l'intention exclusive de leurs destinataires. Toute diffusion non autorisée est interdite.",
}  # fmt: skip


@pytest.mark.parametrize("below", BELOW.values(), ids=BELOW)
def test_what_stands_below_is_not_new(below: str) -> None:
    text = f"{NEW}\n\n{below}"
    assert said(text) == [NEW]


@pytest.mark.parametrize("below", BELOW.values(), ids=BELOW)
def test_a_forward_without_a_word_has_no_new_text(below: str) -> None:
    assert said(below) == []


def test_an_answer_below_the_quote_is_new() -> None:
    text = "On 4 March 2025 Ann wrote:\n> What of the seals?\n>\n> Ann\n\nThe seals arrived.\n"
    assert said(text) == ["The seals arrived."]


def test_answers_between_quotes_are_new() -> None:
    text = (
        "Hello Ann, see below.\n\nOn 4 March 2025 Ann wrote:\n> Seals?\nArrived.\n"
        "> Pumps?\n> Valves?\n"
        "\nTomorrow.\nSurely.\n\nOn 3 March 2025 Cy wrote:\n> And the rest?\nLater.\n> Ann\n"
    )
    assert said(text) == ["Hello Ann, see below.", "Arrived.", "Tomorrow.\nSurely.", "Later."]
    assert [span.of(text).strip() for span in between(new_text(text))] == [
        "On 4 March 2025 Ann wrote:\n> Seals?",
        "> Pumps?\n> Valves?",
        "On 3 March 2025 Cy wrote:\n> And the rest?",
    ]


def test_what_a_program_broke_off_a_quoted_line_is_no_answer() -> None:
    wide = (
        "> The seals that we had ordered in the second week of March have not\narrived yet\n> Ann"
    )
    assert said(f"{NEW}\n\n{wide}") == [NEW]
    assert said("> Have the seals\nnot yet\n> arrived?") == ["not yet"]


def test_what_stands_below_an_unmarked_quote_is_not_looked_for() -> None:
    assert said("Yes.\n\nAm 4. März 2025 schrieb Ann Ahlers:\nWas?\n\n> Wo?\nHier.") == ["Yes."]


@pytest.mark.parametrize(
    "text",
    [
        "I wrote: seals, not pumps. 3 > 2.",
        "See the table\n-----\nfrom: to:",
        "Subject: to change.\nAll the best",
        "Prices:\nFrom: Bo, 3 EUR\nper seal",
        "She wrote: no.\n--- but we go on",
        "Sent from my desk in Hull, which you know, and by the way the seals that we saw fit well",
        "This is confidential: do not tell the recipient of the gift, please.",
        "The subject: seals.\nTo: be decided",
        "As Ann wrote:\nseals, then pumps",
    ],
)
def test_text_that_only_looks_like_a_mark_stays(text: str) -> None:
    assert said(text) == [text]


def test_nothing_is_new_in_nothing() -> None:
    assert new_text("") == new_text(" \n\n ") == ()


_PIECES = [
    *BELOW.values(),
    NEW,
    "\n",
    "\n\n",
    "> ",
    ">",
    "Subject:",
    "To:",
    " wrote:",
    "-- \n",
    "x",
    "-----",
]


texts = st.lists(st.sampled_from(_PIECES) | st.text(max_size=20), max_size=12).map("".join)


@given(texts)
def test_what_is_cut_and_what_is_new_are_the_text(text: str) -> None:
    new = new_text(text)
    places = [place for span in new for place in span]
    assert places == sorted(places)
    for span in new:
        assert span.of(text)
        assert span.of(text) == span.of(text).strip()
    whole = sorted([*new, *old_text(text, new)])
    assert "".join(span.of(text) for span in whole) == text


@given(
    st.sampled_from([v for v in BELOW.values() if ">" not in v]), st.text("abc .\n", max_size=80)
)
def test_nothing_below_a_mark_changes_what_is_new(below: str, more: str) -> None:
    if "phone" in below or "iPhone" in below:
        return
    assert new_text(f"{NEW}\n\n{below}\n{more}") == new_text(f"{NEW}\n\n{below}")


MONSTERS = {
    "quoted lines": "> \n" * 350_000,
    "one line": "a" * 1_000_000,
    "one quoted line": "> " + "a" * 1_000_000,
    "attributions": "On 4 March 2025 Ann <a@b> wrote:\n" * 30_000,
    "quoted attributions": "> Ann wrote:\n" * 80_000,
    "headers": "To: x\nSubject: y\n" * 60_000,
    "subjects on one line": "Subject: " * 110_000,
    "dashes": "-----" * 200_000,
    "signatures": "\n--" * 300_000,
    "small print": "confidential " * 80_000,
    "small print, apart": "confidential\n\n" * 70_000,
    "spaces": " " * 1_000_000,
    "empty lines": "\n" * 1_000_000,
    "answers between quotes": "> a\nb?\n" * 120_000,
    "questions": "could you please? " * 55_000,
}


@pytest.mark.parametrize("text", MONSTERS.values(), ids=MONSTERS)
def test_a_monster_takes_no_longer_than_its_first_pages(text: str) -> None:
    """Twice as long makes no difference: only so many characters are read."""
    began = process_time()
    asks(text, new_text(text))
    assert process_time() - began < 0.5
    assert all(span.end <= LONGEST for span in new_text(text))
