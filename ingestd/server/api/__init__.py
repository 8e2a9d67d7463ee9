"""JSON under /v1: one file per noun, its shapes first, then its addresses."""
