"""Hand in an extract, see and mend its faults, map its columns, keep it, withdraw it."""
