"""What results are made of: one module per noun."""

from footing_web.results.models.ledger import LedgerLine, LedgerSecret
from footing_web.results.models.result import KeptAssessment, ReportFile, Result
from footing_web.results.models.run import ENDED, UNDER_WAY, Run, RunState
from footing_web.results.models.share import ShareLink
from footing_web.results.models.webhook import Delivery, DeliveryState, Webhook

__all__ = [
    "ENDED",
    "UNDER_WAY",
    "Delivery",
    "DeliveryState",
    "KeptAssessment",
    "LedgerLine",
    "LedgerSecret",
    "ReportFile",
    "Result",
    "Run",
    "RunState",
    "ShareLink",
    "Webhook",
]
