"""Tables from files: people or cells with a description of how their columns nest, in and out of disclosure control."""

from footing.disclosure.tabulating.chosen import Chosen, tabulate_chosen
from footing.disclosure.tabulating.design import DesignFault, TableDesign, load_design
from footing.disclosure.tabulating.reading import Tabulated, tabulate
from footing.disclosure.tabulating.writing import protected_files

__all__ = [
    "Chosen",
    "DesignFault",
    "TableDesign",
    "Tabulated",
    "load_design",
    "protected_files",
    "tabulate",
    "tabulate_chosen",
]
