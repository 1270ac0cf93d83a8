"""PostgreSQL that knows the scope: the second wall between organisations, beside the one in the code."""
