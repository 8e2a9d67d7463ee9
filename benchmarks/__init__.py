"""Measurements; each prints medians and ratios of one run, and judges nothing."""
