"""What sources that may hold bundles can be told of them."""

from pydantic import BaseModel, ConfigDict, Field

from ingestd.sources.bundles.caps import Caps
from ingestd.sources.bundles.fields import Fields
from ingestd.sources.bundles.opening import Reading
from ingestd.sources.options import SourceOptions


class FieldOptions(BaseModel):
    """Where in a row the parts of an article are."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str | None = Field(default=None, description="Field of the headline.")
    text: str | None = Field(default=None, description="Field of the article's text or HTML.")
    date: str | None = Field(default=None, description="Field of the day of publication.")
    url: str | None = Field(default=None, description="Field of the article's address.")
    author: str | None = Field(default=None, description="Field of who wrote it.")
    id: str | None = Field(default=None, description="Field that names the row for good.")


class BundleOptions(SourceOptions):
    """Options of sources in which archives, mailboxes and tables may lie."""

    fields: FieldOptions = Field(
        default=FieldOptions(),
        description='Which fields of CSV, TSV and JSON hold what: { title = "headline" }.',
    )

    @property
    def reading(self) -> Reading:
        """How bundles are read."""
        fields = Fields(**self.fields.model_dump())
        return Reading(caps=Caps(document=self.max_bytes), fields=fields)
