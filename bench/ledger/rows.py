"""The SQL of a generated ledger's rows.

Laid out as imports leave it: mailbox after mailbox, each from its first day to its last, so that a
day's mails lie in as many places as there are mailboxes. A few contacts have most of the mail, a
few accounts most of the contacts. All draws are made by `drawn`: the same ids, the same rows.
"""

from collections.abc import Iterable, Iterator

from bench.ledger.scale import A_THREAD, FIRST, LAST, Scale

_WORDS = """
    Alder Aspen Beacon Birch Canal Cedar Copper Crane Delta Ember Falcon Garnet Harbour Hazel
    Iron Juniper Kestrel Lark Linden Maple Marble North Oak Orchard Pearl Quarry Raven River
    Sable Slate
"""
WORDS = _WORDS.split()
MADE_AT = "2026-06-30 00:00:00"
TEXT_EVERY = 10  # one activity in so many keeps its text


def drawn(what: str, salt: int, below: int) -> str:
    """SQL for a number from 0 to below - 1 that looks drawn by lot, and is not.

    Two multiplications modulo two primes; every product stays below 2 ** 63.
    """
    return f"((({what}) + {salt}) * 1103515245 % 2147483647 * 1597334677 % 2147483629 % {below})"


def skewed(what: str, salt: int, below: int) -> str:
    """As `drawn`, squared: half of the draws fall into the first quarter."""
    share = f"({drawn(what, salt, 1_000_003)} / 1000003.0)"
    return f"CAST({below} * {share} * {share} AS INTEGER)"


def word(what: str, salt: int) -> str:
    return f"(SELECT word FROM temp.word WHERE id = {drawn(what, salt, len(WORDS))})"


def statements(scale: Scale) -> Iterator[tuple[str, str]]:
    """(what it fills, SQL), in an order in which each finds what it needs."""
    yield "numbers", _numbers(max(scale.contacts, scale.threads))
    yield "words", f"INSERT INTO temp.word VALUES {_listed(enumerate(WORDS))}"
    yield from _people(scale)
    yield from _places(scale)
    yield "threads", _drawn_threads(scale)
    yield from _activities(scale)
    yield "stamps", _stamps()


TEMPORARY = """
CREATE TEMP TABLE number (n INTEGER PRIMARY KEY);
CREATE TEMP TABLE word (id INTEGER PRIMARY KEY, word TEXT);
CREATE TEMP TABLE step (k INTEGER PRIMARY KEY);
CREATE TEMP TABLE slot (s INTEGER PRIMARY KEY);
CREATE TEMP TABLE place (contact_id INTEGER PRIMARY KEY, account_id INTEGER);
CREATE TEMP TABLE thread (
    id INTEGER PRIMARY KEY, colleague INTEGER, contact INTEGER, began INTEGER, pace INTEGER,
    first_in INTEGER
);
INSERT INTO temp.step VALUES (0), (1), (2), (3);
INSERT INTO temp.slot VALUES (1), (2), (3), (4), (5);
"""


def _numbers(count: int) -> str:
    return f"""
        WITH RECURSIVE upto (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM upto WHERE n < {count})
        INSERT INTO temp.number SELECT n FROM upto"""


def _listed(pairs: Iterable[tuple[int, str]]) -> str:
    return ", ".join(f"({number}, '{text}')" for number, text in pairs)


def _people(scale: Scale) -> Iterator[tuple[str, str]]:
    """Users 1 to n (the first a manager), each a colleague with one mailbox and one batch."""
    ours = f"FROM temp.number WHERE n <= {scale.colleagues}"
    name = f"{word('n', 1)} || ' ' || {word('n', 2)}"
    address = "printf('colleague%03d@house.example', n)"
    yield (
        "firm",
        f"""
        INSERT INTO ledger_firm (name, zone, currency, language, is_demo, clock, created_at)
        VALUES ('House', 'UTC', 'EUR', 'en', 0, '{LAST}', '{MADE_AT}')""",
    )
    yield "domain", "INSERT INTO ledger_owndomain (domain) VALUES ('house.example')"
    yield (
        "users",
        f"""
        INSERT INTO ledger_user
            (id, password, email, name, role, zone, language, is_active, invited_at)
        SELECT n, '!', {address}, {name}, iif(n = 1, 'manager', 'representative'), '', '', 1,
            '{MADE_AT}' {ours}""",
    )
    yield (
        "colleagues",
        f"""
        INSERT INTO ledger_colleague (id, name, sort_key, match_key, user_id)
        SELECT n, {name}, lower({name}), lower({name}), n {ours}""",
    )
    yield (
        "mailboxes",
        f"""
        INSERT INTO ledger_mailbox (id, address, keep, share, owner_id)
        SELECT n, {address}, 3, 1, n {ours}""",
    )
    yield (
        "batches",
        f"""
        INSERT INTO ledger_batch (id, kind, path, state, started_at, touched_at, finished_at,
            cursor, read, kept, seen, refused, left_out, names, how, remarked, trouble, bytes_done,
            bytes_total, mailbox_id)
        SELECT n, 'mail', 'generated', 'done', '{MADE_AT}', '{MADE_AT}', '{MADE_AT}', '', 0, 0, 0,
            0, '{{}}', '', '{{}}', '{{}}', '', 0, 0, n {ours}""",
    )
    yield (
        "our addresses",
        f"""
        INSERT INTO ledger_address (id, address, domain, name, colleague_id)
        SELECT n, {address}, 'house.example', {name}, n {ours}""",
    )


def _places(scale: Scale) -> Iterator[tuple[str, str]]:
    """Accounts and contacts. Colleague k looks after every contact c with c % colleagues = k."""
    k, each, of_each = (
        scale.colleagues,
        scale.contacts // scale.colleagues,
        scale.accounts // scale.colleagues,
    )
    turn = f"((n - 1) / {k})"  # the how many-th of its colleague's contacts
    yield (
        "places",
        f"""
        INSERT INTO temp.place
        SELECT n, (n - 1) % {k} + 1 + {k} * ({of_each} * {turn} / {each} * {turn} / {each})
        FROM temp.number WHERE n <= {scale.contacts}""",
    )
    name = f"{word('n', 3)} || ' ' || {word('n', 4)} || ' ' || n"
    yield (
        "accounts",
        f"""
        INSERT INTO ledger_account (id, name, sort_key, guessed_name, owner_id)
        SELECT n, {name}, lower({name}), 1, iif(n % 3, NULL, (n - 1) % {k} + 1)
        FROM temp.number WHERE n <= {scale.accounts}""",
    )
    yield (
        "domains",
        f"""
        INSERT INTO ledger_accountdomain (domain, account_id)
        SELECT printf('a%06d.example', n), n FROM temp.number WHERE n <= {scale.accounts}""",
    )
    name = f"{word('contact_id', 5)} || ' ' || {word('contact_id', 6)}"
    yield (
        "contacts",
        f"""
        INSERT INTO ledger_contact (id, is_shared, name, sort_key, match_key)
        SELECT contact_id, 0, {name}, lower({name}), lower({name}) FROM temp.place""",
    )
    yield (
        "employments",
        """
        INSERT INTO ledger_employment (contact_id, account_id, why)
        SELECT contact_id, account_id, 'domain' FROM temp.place""",
    )
    yield (
        "their addresses",
        f"""
        INSERT INTO ledger_address (id, address, domain, name, contact_id)
        SELECT {k} + contact_id, printf('c%07d@a%06d.example', contact_id, account_id),
            printf('a%06d.example', account_id), {name}, contact_id
        FROM temp.place""",
    )


def _drawn_threads(scale: Scale) -> str:
    """Of five threads four are with one of the colleague's own contacts."""
    k, each = scale.colleagues, scale.contacts // scale.colleagues
    a_mailbox = scale.threads // k
    days = (LAST - FIRST).days
    whose = f"iif({drawn('n', 11, 5)}, (n - 1) / {a_mailbox}, {drawn('n', 12, k)})"
    # The prime scatters the busiest contacts over large accounts and small ones.
    which = f"({skewed('n', 13, each)} * 7919 % {each})"
    began = f"(n - 1) % {a_mailbox} * {days * 86_400} / {a_mailbox}"
    return f"""
        INSERT INTO temp.thread
        SELECT n, (n - 1) / {a_mailbox} + 1, {whose} + 1 + {k} * {which},
            unixepoch('{FIRST}') + {began} + {drawn("n", 14, 86_400)},
            3600 * (2 + {skewed("n", 15, 200)}), {drawn("n", 16, 2)}
        FROM temp.number WHERE n <= {scale.threads}"""


def _activities(scale: Scale) -> Iterator[tuple[str, str]]:
    the_id = f"((t.id - 1) * {A_THREAD} + k + 1)"
    moment = f"min(t.began + k * t.pace, unixepoch('{LAST}') + 86399)"
    incoming = "((t.first_in + k) % 2)"
    day = f"date({moment}, 'unixepoch')"
    each = "FROM temp.thread t CROSS JOIN temp.step"
    subject = f"{word('t.id', 21)} || ' ' || {word('t.id', 22)} || ' ' || (t.id % 1000)"
    kind = f"CASE {drawn(the_id, 24, 50)} WHEN 0 THEN 'visit' WHEN 1 THEN 'meeting'" \
        " WHEN 2 THEN 'call' WHEN 3 THEN 'call' ELSE 'email' END"  # fmt: skip
    sort = f"iif({drawn(the_id, 27, 33)}, iif({drawn(the_id, 26, 33)}, 'person', 'list'), 'robot')"
    yield (
        "thread rows",
        """
        INSERT INTO ledger_thread (id) SELECT t.id FROM temp.thread t""",
    )
    yield (
        "activities",
        f"""
        INSERT INTO ledger_activity (id, kind, direction, happened_at, known_day, recorded_at,
            undated_because, dated_by, subject, open_level, recipients, sort, is_mass, is_automatic,
            asks, content_key, thread_id)
        SELECT {the_id}, {kind}, iif({incoming}, 'in', 'out'), datetime({moment}, 'unixepoch'),
            {day}, '{MADE_AT}', '', 'date', iif(k, 'Re: ', '') || {subject}, 1,
            1 + {drawn(the_id, 25, 3)}, {sort}, {drawn(the_id, 26, 33)} = 0,
            {drawn(the_id, 27, 33)} = 0, {drawn(the_id, 28, 5)} = 0,
            CAST(printf('%08x%08x', {drawn(the_id, 29, 2147483629)}, {the_id}) AS BLOB), t.id
        {each}""",
    )
    yield "participants", _participants(scale, the_id, incoming, day)
    yield (
        "texts",
        f"""
        INSERT INTO ledger_activitytext (activity_id, text, new_from, new_until, quoted_within)
        SELECT n, printf('%.*c', 200 + {drawn("n", 31, 600)}, 'x'), 0, 200, '[]'
        FROM (SELECT n * {TEXT_EVERY} AS n FROM temp.number
              WHERE n <= {scale.activities // TEXT_EVERY})""",
    )
    yield (
        "arrivals",
        f"""
        INSERT INTO ledger_arrival (batch_id, mailbox_id, kind, object_id, how, field, old, new)
        SELECT t.colleague, t.colleague, 1, {the_id}, 1, '', '', '' {each}""",
    )


def _participants(scale: Scale, the_id: str, incoming: str, day: str) -> str:
    """Slots: 1 the contact, 2 the colleague, 3 (one in six) a second one on the receiving side,
    4 (one in five) a colleague in copy, 5 (one of theirs in six) another of their people in copy.
    Parts: From 1, To 3, Cc 4; sides: ours 1, theirs 2."""
    k = scale.colleagues
    other = f"{drawn(the_id, 33, k)}"
    beside = f"((t.contact - 1 + {k}) % {scale.contacts} + 1)"  # at the same account, mostly
    return f"""
        INSERT INTO ledger_participant (activity_id, address_id, part, side, account_id, day)
        SELECT {the_id},
            CASE WHEN s = 1 THEN {k} + t.contact WHEN s = 2 THEN t.colleague
                WHEN s = 5 OR (s = 3 AND NOT {incoming}) THEN {k} + {beside}
                ELSE {other} + 1 END,
            CASE s WHEN 1 THEN iif({incoming}, 1, 3) WHEN 2 THEN iif({incoming}, 3, 1)
                WHEN 3 THEN 3 ELSE 4 END,
            CASE s WHEN 1 THEN 2 WHEN 2 THEN 1 WHEN 3 THEN iif({incoming}, 1, 2) ELSE 0 END,
            CASE WHEN s = 1 THEN p.account_id
                WHEN s = 5 OR (s = 3 AND NOT {incoming})
                    THEN (SELECT account_id FROM temp.place WHERE contact_id = {beside}) END,
            {day}
        FROM temp.thread t CROSS JOIN temp.step CROSS JOIN temp.slot
            JOIN temp.place p ON p.contact_id = t.contact
        WHERE s <= 2
            OR (s = 3 AND {drawn(the_id, 34, 6)} = 0 AND ({other} + 1 <> t.colleague))
            OR (s = 4 AND {drawn(the_id, 35, 5)} = 0 AND ({other} + 1 <> t.colleague)
                AND {drawn(the_id, 34, 6)} <> 0)
            OR (s = 5 AND {incoming} AND {drawn(the_id, 36, 6)} = 0)"""


def _stamps() -> str:
    years = [
        (shape, year)
        for shape in ("touches", "copies")
        for year in range(FIRST.year, LAST.year + 1)
    ]
    parts = [*years, ("contacts", 0), ("colleagues", 0), ("accounts", 0)]
    rows = ", ".join(f"('{shape}', {year}, 1)" for shape, year in parts)
    return f"INSERT INTO ledger_stamp (shape, year, version) VALUES {rows}"
