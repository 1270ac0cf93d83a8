"""Take files in without giving them a name on disk, so that nothing is left of them when the process is killed."""

import tempfile
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from footing_web.uploads.limits import LIMITS


class PrivateUpload(UploadedFile):  # type: ignore[type-arg]  # Django's own class takes no argument at runtime
    """A file that was sent, in a temporary file without a name.

    Of one that is too large the contents are thrown away, and ``size`` is what it would have been.
    """


class PrivateUploadHandler(FileUploadHandler):
    """Writes what is sent to files without names, and stops writing at the limit."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """A file begins."""
        super().new_file(*args, **kwargs)
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - the request closes it
        self._sent = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """A piece of it arrives."""
        self._sent += len(raw_data)
        if self._sent <= LIMITS.file_bytes:
            self._file.write(raw_data)
        else:
            self._file.truncate(0)

    def file_complete(self, file_size: int) -> PrivateUpload:
        """The file as the form sees it."""
        self._file.seek(0)
        return PrivateUpload(
            file=self._file,
            name=self.file_name,
            content_type=self.content_type,
            size=file_size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )

    def upload_interrupted(self) -> None:
        """The connection was closed before the end."""
        if hasattr(self, "_file"):
            self._file.close()
