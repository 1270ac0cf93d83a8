"""Plain-word statements, made from protected figures alone."""

from footing.assessment.findings.find import find

__all__ = ["find"]
