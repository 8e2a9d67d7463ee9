"""Web pages for people: no script, nothing from elsewhere; one file per noun."""
