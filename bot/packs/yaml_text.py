"""YAML as people write it in the packs."""

import yaml


class Indented(yaml.SafeDumper):
    """Lists stand in from their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 -- PyYAML's signature
        super().increase_indent(flow, indentless=False)
