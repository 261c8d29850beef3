"""Two become one person, and apart again, exactly."""

from datetime import date

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.ledger.imports.models import Stamp
from kith.ledger.people.merge_writers import Moved, merge, unmerge
from kith.ledger.people.models import Address, Contact, Employment, Merge
from kith.ledger.rights.models import Audit, User
from kith.ledger.rights.writers import invite
from kith.terms.errors import Refused
from kith.terms.words import Role
from tests.allow import setting_up
from tests.ledger.people import account, colleague, contact, identity

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann() -> User:
    return invite("ann@firm.example", "Ann Ahlers", Role.MANAGER, actor=None)


def test_what_reached_the_absorbed_one_reaches_the_kept_one(ann: User) -> None:
    here = account("Client")
    kept = contact("Mara Voss", "mara.voss@client.example", at=[here])
    gone = contact("Mara V. Voss", "m.voss@client.example", at=[here])
    row = merge(kept, gone, actor=ann)
    assert set(Address.objects.values_list("contact_id", flat=True)) == {kept.pk}
    assert set(Employment.objects.values_list("contact_id", flat=True)) == {kept.pk}
    assert (row.kept_id, row.absorbed_id, row.merged_by) == (kept.pk, gone.pk, ann)
    kept.refresh_from_db()
    assert (kept.name, kept.match_key) == ("Mara V. Voss", "mara voss")
    audit = Audit.objects.get(verb="merge")
    assert (audit.actor, audit.subject_id, audit.new) == (
        ann, kept.pk, {"absorbed": gone.pk, "merge": row.pk},
    )  # fmt: skip


def test_a_merge_taken_back_leaves_its_record_and_nothing_else(ann: User) -> None:
    kept = contact("Mara Voss", "mara.voss@client.example", at=[account("Client")])
    gone = contact("Mara V. Voss", "mv@other.example", at=[account("Other")])
    before = identity()
    row = unmerge(merge(kept, gone, actor=ann, moved=Moved(*days(1, 2))), actor=ann)
    assert identity() == before
    assert row.undone_at is not None
    with pytest.raises(Refused, match="apart already"):
        unmerge(row, actor=ann)


def days(*months: int) -> tuple[date, ...]:
    return tuple(date(2024, month, 1) for month in months)


def test_a_new_employer_ends_the_old_employment_and_dates_the_new(ann: User) -> None:
    old, new = account("Old"), account("New")
    kept = contact("Mara Voss", "mara@old.example", at=[old])
    gone = contact("Mara Voss", "mara@new.example", at=[new])
    merge(kept, gone, actor=ann, moved=Moved(left=date(2024, 3, 1), joined=date(2024, 5, 1)))
    rows = Employment.objects.filter(contact=kept).order_by("id")
    assert list(rows.values_list("account_id", "since", "until")) == [
        (old.pk, None, date(2024, 3, 1)),
        (new.pk, date(2024, 5, 1), None),
    ]


def test_a_merge_that_another_builds_on_goes_after_it(ann: User) -> None:
    one, two, three = (contact(f"Mara {n}", f"{n}@client.example") for n in range(3))
    first = merge(two, three, actor=ann)
    second = merge(one, two, actor=ann)
    assert set(Address.objects.values_list("contact_id", flat=True)) == {one.pk}
    with pytest.raises(Refused, match="since been merged"):
        unmerge(first, actor=ann)
    unmerge(second, actor=ann)
    unmerge(first, actor=ann)
    assert [*Address.objects.order_by("id").values_list("contact_id", flat=True)] == [
        one.pk, two.pk, three.pk,
    ]  # fmt: skip


def test_one_who_is_part_of_another_is_not_merged_again(ann: User) -> None:
    one, two, three = (contact(f"Mara {n}", f"{n}@client.example") for n in range(3))
    merge(one, two, actor=ann)
    for pair in ((two, three), (three, two)):
        with pytest.raises(Refused, match="already"):
            merge(*pair, actor=ann)


def test_what_is_no_pair_of_persons_is_refused(ann: User) -> None:
    mara, info = (
        contact("Mara", "mara@a.example"),
        contact("Info", "info@a.example", is_shared=True),
    )
    ben = colleague("Ben", "ben@firm.example")
    signs_in = colleague("Ann", "ann@firm.example", user_id=ann.pk)
    for pair in ((mara, mara), (mara, ben), (mara, info), (info, mara), (ben, signs_in)):
        with pytest.raises(Refused):
            merge(*pair, actor=ann)
    assert not Merge.objects.exists()


def test_the_aliases_of_a_colleague_become_one_under_the_name_they_were_given(ann: User) -> None:
    me = colleague("Ann Ahlers", "ann@firm.example", user_id=ann.pk)
    alias = colleague("Ann-Kathrin Maria Ahlers", "a.ahlers@firm.example")
    before = identity()
    row = merge(me, alias, actor=ann)
    me.refresh_from_db()
    assert me.name == "Ann Ahlers"
    assert set(Address.objects.values_list("colleague_id", flat=True)) == {me.pk}
    unmerge(row, actor=ann)
    assert identity() == before


def test_an_address_that_became_a_colleagues_stays_theirs(ann: User) -> None:
    kept, gone = contact("Mara", "mara@a.example"), contact("Mara", "mara@b.example")
    row = merge(kept, gone, actor=ann)
    me = colleague("Mara")
    with setting_up():
        Address.objects.filter(address="mara@b.example").update(contact=None, colleague=me)
    unmerge(row, actor=ann)
    assert Address.objects.get(address="mara@b.example").contact is None


def test_facts_about_people_are_due_after_a_merge_and_after_its_end(ann: User) -> None:
    kept, gone = contact("Mara", "mara@a.example"), contact("Mara", "mara@b.example")
    row = merge(kept, gone, actor=ann)
    first = Stamp.objects.get(shape="contacts").version
    unmerge(row, actor=ann)
    assert Stamp.objects.get(shape="contacts").version > first


STEPS = st.lists(
    st.tuples(st.booleans(), st.integers(0, 5), st.integers(0, 5), st.booleans()), max_size=14
)


@settings(max_examples=60)
@given(STEPS)
def test_merges_and_unmerges_in_any_order_give_back_the_exact_start(
    steps: list[tuple[bool, int, int, bool]],
) -> None:
    with transaction.atomic():
        places = [account(f"Place {n}") for n in range(3)]
        people = [
            contact(f"Mara {'V' * n}.", f"{n}@p{n % 3}.example", at=[places[n % 3]])
            for n in range(6)
        ]
        before, done = identity(), list[Merge]()
        for joins, one, other, moves in steps:
            try:
                if joins:
                    pair = (Contact.objects.get(pk=people[who].pk) for who in (one, other))
                    dates = Moved(*days(one + 1, other + 1)) if moves else None
                    done.append(merge(*pair, actor=None, moved=dates))
                elif done:
                    unmerge(done[one % len(done)], actor=None)
            except Refused:
                continue
            reached = Address.objects.exclude(contact=None).count()
            assert reached == 6
        for row in reversed(done):
            row.refresh_from_db()
            if row.undone_at is None:
                unmerge(row, actor=None)
        assert identity() == before
        transaction.set_rollback(True)
