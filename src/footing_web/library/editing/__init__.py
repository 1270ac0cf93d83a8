"""What editors see, and how they are let in."""
