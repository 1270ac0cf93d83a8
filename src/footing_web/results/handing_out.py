"""A file of a report as an answer."""

from django.core.files.storage import default_storage
from django.http import FileResponse

from footing_web.results.models import ReportFile
from footing_web.results.presenters.files import MEDIA_TYPES


def sent(file: ReportFile) -> FileResponse:
    """The file, to be saved and never shown inside the service's own pages."""
    media_type = "application/zip" if file.name.endswith(".zip") else MEDIA_TYPES[file.format]
    content = default_storage.open(file.storage_name)
    return FileResponse(content, as_attachment=True, filename=file.name, content_type=media_type)
