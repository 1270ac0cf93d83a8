"""The screens of extracts: the list, handing in, deciding, and one person's rows."""
