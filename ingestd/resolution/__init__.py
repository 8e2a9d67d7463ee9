"""Which names are one thing, which tellings one deal; pure."""

from ingestd.resolution.claims import ClaimParty as ClaimParty
from ingestd.resolution.claims import DealClaim as DealClaim
from ingestd.resolution.claims import Named as Named
from ingestd.resolution.combining import Deal as Deal
from ingestd.resolution.combining import combine as combine
from ingestd.resolution.comparing import Family as Family
from ingestd.resolution.comparing import Known as Known
from ingestd.resolution.comparing import family as family
from ingestd.resolution.deals import Match as Match
from ingestd.resolution.deals import conflict as conflict
from ingestd.resolution.deals import join as join
from ingestd.resolution.deals import same_deal as same_deal
from ingestd.resolution.entities import Link as Link
from ingestd.resolution.entities import direct_link as direct_link
from ingestd.resolution.entities import links as links
from ingestd.resolution.names import fold as fold
from ingestd.resolution.naming import Naming as Naming
from ingestd.resolution.naming import Use as Use
from ingestd.resolution.naming import keys_brought as keys_brought
from ingestd.resolution.naming import keys_of_names as keys_of_names
from ingestd.resolution.naming import naming as naming
from ingestd.resolution.nearness import deal_keys as deal_keys
from ingestd.resolution.nearness import sought_deals as sought_deals
from ingestd.resolution.showing import Used as Used
from ingestd.resolution.showing import best_name as best_name
from ingestd.resolution.showing import rank as rank
