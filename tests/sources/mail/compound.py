"""Compound files ([MS-CFB], version 3) as Outlook writes its .msg files in, made for tests."""

import struct
from dataclasses import dataclass, field

_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD

Storage = dict[str, "bytes | Storage"]


@dataclass
class _Entry:
    name: str
    kind: int
    data: bytes = b""
    child: int = _FREE
    right: int = _FREE
    start: int = _END
    size: int = 0


@dataclass
class _Sectors:
    data: bytearray = field(default_factory=bytearray)
    table: list[int] = field(default_factory=list)
    size: int = _SECTOR

    def add(self, data: bytes) -> int:
        """The first sector of a chain with this data."""
        count = -(-len(data) // self.size)
        if not count:
            return _END
        first = len(self.table)
        self.data += data.ljust(count * self.size, b"\0")
        self.table += [*range(first + 1, first + count), _END]
        return first


def compound(root: Storage) -> bytes:
    """The bytes of a compound file with these storages and streams."""
    entries = [_Entry("Root Entry", 5)]
    _enter(entries, 0, root)
    sectors, minis = _Sectors(), _Sectors(size=_MINI)
    for entry in entries:
        if entry.kind == 2:
            entry.size = len(entry.data)
            entry.start = (minis if entry.size < _CUTOFF else sectors).add(entry.data)
    entries[0].start, entries[0].size = sectors.add(bytes(minis.data)), len(minis.data)
    mini_table = _numbers(minis.table)
    mini_first = sectors.add(mini_table)
    directory = sectors.add(b"".join(map(_directory_entry, entries)))
    count = 1
    while count * _SECTOR // 4 < len(sectors.table) + count:
        count += 1
    assert count <= 109
    first = len(sectors.table)
    table = _numbers([*sectors.table, *[_FAT] * count]).ljust(count * _SECTOR, b"\xff")
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0,
        count, directory, 0, _CUTOFF, mini_first, -(-len(mini_table) // _SECTOR), _END, 0,
        first,
    )  # fmt: skip
    header += _numbers(range(first + 1, first + count))
    return header.ljust(_SECTOR, b"\xff") + bytes(sectors.data) + table


def _enter(entries: list[_Entry], parent: int, storage: Storage) -> None:
    previous = None
    for name in sorted(storage, key=lambda one: (len(one), one.upper())):
        value = storage[name]
        here = len(entries)
        entries.append(_Entry(name, 2, value) if isinstance(value, bytes) else _Entry(name, 1))
        if previous is None:
            entries[parent].child = here
        else:
            entries[previous].right = here
        previous = here
        if isinstance(value, dict):
            _enter(entries, here, value)


def _directory_entry(entry: _Entry) -> bytes:
    name = entry.name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII36xIQ", name, len(name), entry.kind, 1, _FREE, entry.right, entry.child,
        0 if entry.kind == 1 else entry.start, entry.size,
    )  # fmt: skip


def _numbers(values: "list[int] | range") -> bytes:
    return struct.pack(f"<{len(values)}I", *values)
