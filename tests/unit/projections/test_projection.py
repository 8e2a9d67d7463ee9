"""What a projection reads."""

import pytest

from ingestd.events import DocumentExtracted, DocumentParsed
from ingestd.events.briefs import NamesExtracted, RevisionExtracted
from ingestd.projections.projection import Projection


@pytest.mark.parametrize("other", [DocumentExtracted, RevisionExtracted])
def test_an_event_is_read_in_one_way_only(
    other: type[DocumentExtracted | RevisionExtracted],
) -> None:
    projection = Projection("names", version=1, tables=[], views=[])
    for _ in range(2):
        projection.on(NamesExtracted)(lambda _tables, _recorded: None)
    projection.on(DocumentParsed)(lambda _tables, _recorded: None)

    with pytest.raises(ValueError, match=r"names reads document\.extracted as"):
        projection.on(other)

    assert projection.types == {NamesExtracted, DocumentParsed}
