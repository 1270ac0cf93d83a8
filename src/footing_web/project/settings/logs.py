"""What the service writes down about its own running: one JSON object a line, and nothing about people."""

from typing import Any

from footing_web.project.settings.environment import Environment


def log_settings(here: Environment) -> dict[str, Any]:
    """Django's settings of logs: JSON for machines in production, a short line on one's own computer."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "json": {"()": "footing_web.project.logging.JsonLines"},
            "short": {"()": "footing_web.project.logging.ShortLines"},
        },
        "handlers": {
            "terminal": {"class": "logging.StreamHandler", "formatter": "json" if here.in_production else "short"}
        },
        "root": {"handlers": ["terminal"], "level": "INFO" if here.in_production else "WARNING"},
    }
