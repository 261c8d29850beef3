"""Keys of addresses in mail that is not in the ledger: they can be asked for, not read."""

from functools import lru_cache
from hashlib import blake2b

from django.conf import settings


def address_key(address: str) -> int:
    """63 bits of an address' digest, keyed with the ledger's secret: without it, nobody can try
    addresses until one fits. The same whatever the case and the spaces around it.
    """
    return _key(address, settings.SECRET_KEY)


@lru_cache(maxsize=20_000)  # the same people write again and again
def _key(address: str, secret: str) -> int:
    folded = address.strip().casefold().encode("utf-8", "surrogatepass")
    digest = blake2b(folded, digest_size=8, key=_secret(secret), person=b"left out").digest()
    return int.from_bytes(digest) >> 1


@lru_cache(maxsize=1)
def _secret(key: str) -> bytes:
    return blake2b(key.encode(), digest_size=64).digest()
