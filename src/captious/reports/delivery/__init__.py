"""The report of a delivery: a first page, a page for each file, and a record that the next one is compared with."""
