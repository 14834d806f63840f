"""A report as a file that one can pass on: a table for the terminal, CSV, XLSX, JSON. Pure: a value in, bytes out."""
