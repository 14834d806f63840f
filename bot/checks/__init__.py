"""What is checked of the packs: one small function a rule."""
