"""Migrations of the log and the operational tables; projections are rebuilt instead."""
