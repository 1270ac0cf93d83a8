"""Settings and addresses: the only place that wires the apps together."""
