"""What pages can be asked; a form sends every field, empty ones too."""

from typing import Annotated

from fastapi import Query

AT_ONCE = 20
"""Items on a page."""

Words = Annotated[str, Query(max_length=200)]
Choice = Annotated[str, Query(max_length=50)]
After = Annotated[str | None, Query(max_length=1000)]
