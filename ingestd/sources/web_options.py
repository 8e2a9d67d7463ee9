"""What every source on the web can be told."""

from typing import Annotated

from pydantic import AfterValidator, Field

from ingestd.fetching.limits import Limits
from ingestd.fetching.web_address import web_address
from ingestd.sources.options import AllowedNetwork, Deadline, PacedOptions

WebAddress = Annotated[str, AfterValidator(web_address)]


class WebOptions(PacedOptions):
    """Options of a source that is asked by HTTP."""

    timeout: Deadline = Field(
        default="30s",
        validate_default=True,
        description="How long one answer may take in all.",
    )
    allow_networks: tuple[AllowedNetwork, ...] = Field(
        default=(),
        description='Networks that may be reached although private: ["192.168.1.0/24"].',
    )

    @property
    def limits(self) -> Limits:
        """What one answer may take."""
        return Limits(
            max_bytes=self.max_bytes, seconds=self.timeout, networks=self.allow_networks
        )


class AddressedOptions(WebOptions):
    """Options of a source that has one address, from which the rest is found."""

    url: WebAddress = Field(description="Its address.")
