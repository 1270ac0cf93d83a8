"""From pages to readings: what is shown on a screen, on paper and in the open export, all from the same words."""
