"""Public gold sets, read and scored; none of them is part of this project."""
