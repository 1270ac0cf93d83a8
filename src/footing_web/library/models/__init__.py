"""What the toolkit is made of: one kind of page a file."""

from footing_web.library.models.actions import ActionPage
from footing_web.library.models.case_studies import CaseStudyPage, Written
from footing_web.library.models.document_details import DocumentDetails
from footing_web.library.models.events import EventPage
from footing_web.library.models.glossary import GlossaryTerm
from footing_web.library.models.guides import GuideKind, GuidePage
from footing_web.library.models.news import NewsPage
from footing_web.library.models.pages import IndexPage, LibraryHome, ToolkitPage
from footing_web.library.models.resources import ResourceLink
from footing_web.library.models.studies import StudyPage
from footing_web.library.models.templates import TemplatePage
from footing_web.library.models.videos import VideoPage

__all__ = [
    "ActionPage",
    "CaseStudyPage",
    "DocumentDetails",
    "EventPage",
    "GlossaryTerm",
    "GuideKind",
    "GuidePage",
    "IndexPage",
    "LibraryHome",
    "NewsPage",
    "ResourceLink",
    "StudyPage",
    "TemplatePage",
    "ToolkitPage",
    "VideoPage",
    "Written",
]
