"""Guides: which question comes next, what the answers amount to. Pure; knows the packs, and nobody's chat."""
