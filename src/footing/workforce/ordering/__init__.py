"""The order in which categories are shown."""

from footing.workforce.ordering.categories import order_categories
from footing.workforce.ordering.grades import GradeOrder, natural_key, order_grades

__all__ = ["GradeOrder", "natural_key", "order_categories", "order_grades"]
