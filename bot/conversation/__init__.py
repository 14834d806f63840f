"""The pure core: event in, actions out."""
