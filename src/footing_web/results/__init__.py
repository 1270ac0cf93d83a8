"""Run an assessment, keep its releasable tables, show and download them."""
