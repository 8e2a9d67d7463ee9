"""Facts: their catalogue, their envelope, their names. Standard library and msgspec only."""

from ingestd.events.catalogue import Event as Event
from ingestd.events.documents import DocumentErased as DocumentErased
from ingestd.events.documents import DocumentExtracted as DocumentExtracted
from ingestd.events.documents import DocumentFoundAgain as DocumentFoundAgain
from ingestd.events.documents import DocumentParsed as DocumentParsed
from ingestd.events.documents import DocumentReceived as DocumentReceived
from ingestd.events.documents import DocumentRejected as DocumentRejected
from ingestd.events.documents import DocumentRetried as DocumentRetried
from ingestd.events.envelope import Draft as Draft
from ingestd.events.envelope import Recorded as Recorded
from ingestd.events.facts import Block as Block
from ingestd.events.facts import ExtractedDeal as ExtractedDeal
from ingestd.events.facts import ExtractedEntity as ExtractedEntity
from ingestd.events.facts import ExtractedParty as ExtractedParty
from ingestd.events.facts import Extraction as Extraction
from ingestd.events.facts import Money as Money
from ingestd.events.facts import Quote as Quote
from ingestd.events.identities import IdsRedirected as IdsRedirected
from ingestd.events.identities import Redirect as Redirect
from ingestd.events.sources import SourceChanged as SourceChanged
from ingestd.events.sources import SourceFailed as SourceFailed
from ingestd.events.sources import SourcePolled as SourcePolled
from ingestd.events.sources import SourceRecovered as SourceRecovered
from ingestd.events.sources import SourceRegistered as SourceRegistered
from ingestd.events.sources import SourceRemoved as SourceRemoved
