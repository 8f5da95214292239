"""Commands over many files: jobs, a ledger of finished jobs, and workers."""
