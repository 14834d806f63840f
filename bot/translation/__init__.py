"""The packs' words out to translators as PO files, and back."""
