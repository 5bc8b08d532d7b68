"""All messy lists."""

from tests.cohorts.lists.corpus_layout import LAYOUT
from tests.cohorts.lists.corpus_names import NAMES
from tests.cohorts.lists.corpus_values import VALUES

CORPUS = [*LAYOUT, *NAMES, *VALUES]
