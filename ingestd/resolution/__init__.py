"""Which names are one thing, which tellings one deal; pure."""

from ingestd.resolution.claims import ClaimParty as ClaimParty
from ingestd.resolution.claims import DealClaim as DealClaim
from ingestd.resolution.claims import Named as Named
from ingestd.resolution.combining import Deal as Deal
from ingestd.resolution.combining import combine as combine
from ingestd.resolution.comparing import Known as Known
from ingestd.resolution.deals import Match as Match
from ingestd.resolution.deals import join as join
from ingestd.resolution.deals import same_deal as same_deal
from ingestd.resolution.entities import Key as Key
from ingestd.resolution.entities import Link as Link
from ingestd.resolution.entities import decide as decide
from ingestd.resolution.entities import founding_key as founding_key
from ingestd.resolution.entities import keys_of as keys_of
from ingestd.resolution.entities import known as known
from ingestd.resolution.entities import links as links
from ingestd.resolution.names import fold as fold
from ingestd.resolution.showing import Used as Used
from ingestd.resolution.showing import best_name as best_name
