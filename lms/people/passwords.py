"""Hashing of passwords, and which ones are too easy."""

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from lms.core.mongolian import search_key

SHORTEST, LONGEST = 8, 128
# OWASP's argon2id setting: a class of 30 that signs in at once waits under a second.
HASHER = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)

# What people choose first, in both languages; compared after folding.
COMMON = frozenset(
    """
    12345678 123456789 1234567890 0123456789 87654321 11111111 00000000 99999999 88888888 12341234 11223344
    12344321 123123123 147258369 1q2w3e4r 1q2w3e4r5t qwertyui qwerty123 qwertyuiop asdfghjk asdfghjkl zxcvbnm1
    password password1 password12 password123 passw0rd p@ssw0rd iloveyou sunshine princess football baseball
    superman
    trustno1 welcome1 welcome123 letmein1 administrator admin123 admin1234 abcd1234 abc12345 abcdefgh
    монгол123 монголулс mongolia mongolia1 mongol123 mongoluls улаанбаатар ulaanbaatar ulaanbaatar1 нууцүг123
    нууцүгнууцүг
    nuutsug123 нууц үг1 чингисхаан chinggis chinggiskhaan genghiskhan хайртшүү bihairtai bihairtai1
    сайнбайнауу sainbainauu sainbainuu баярлалаа bayarlalaa батболд1 batbold1 болд1234 bold1234 bat-erdene
    баатар123 наран123 сараа123 эгэх1234 egekh123 эгэхэгэх сургалт1 сургалт123 surgalt1 surgalt123 tusuv2026
    төсөв2026 масам123 masam123 99112233 88112233 95112233 9911223344 цукэн123 йцукенгш фывапролд
    """.split()
)


@cache
def _dummy_hash() -> str:
    """Checked when there is no such account, so that the answer takes as long as with one."""
    return HASHER.hash("nobody has this password")


def hash_password(password: str) -> str:
    return HASHER.hash(password)


def password_matches(password_hash: str | None, password: str) -> bool:
    """Compare in the same time whether or not there is an account."""
    try:
        right = HASHER.verify(password_hash or _dummy_hash(), password[:LONGEST])
    except (VerificationError, InvalidHashError):
        return False
    return bool(right) and password_hash is not None


def needs_new_hash(password_hash: str) -> bool:
    """Whether it was made with an older setting."""
    return HASHER.check_needs_rehash(password_hash)


def is_common(password: str, *own_words: str) -> bool:
    """Whether the password is on the list, one sign repeated, or the person's own name or number."""
    folded = search_key(password).replace(" ", "")
    own = {search_key(word).replace(" ", "") for word in own_words if word}
    known = {search_key(word).replace(" ", "") for word in COMMON}
    return folded in known or folded in own or len(set(folded)) <= 2
