"""The steps from one version to the next."""
