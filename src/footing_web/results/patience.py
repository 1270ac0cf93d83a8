"""How long the service waits for what it cannot see."""

HEARTBEAT_SECONDS = 15
"""How often a worker says that it is alive."""
SILENT_SECONDS = 90
"""A worker that was not heard of for so long is taken to be dead."""
MOST_ATTEMPTS = 3
"""A run whose worker died is taken up again so often, the first time included."""
