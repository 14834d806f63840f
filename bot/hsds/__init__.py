"""The services as HSDS 3.0, the Human Services Data Specification, and back; docs/services-exchange.md."""
