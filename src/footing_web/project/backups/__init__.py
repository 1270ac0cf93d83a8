"""Backups: the database and the sealed files in one file, with a digest of each part. Keys are never in it.

Without the keys, nothing about a person in an extract can be read from a backup; with them, a backup can bring back
what was deleted after it was made. So a backup is only kept for a number of days, and the keys are kept elsewhere.
"""

from footing_web.project.backups.archive import BackupBroken, back_up, forget_older, put_back

__all__ = ["BackupBroken", "back_up", "forget_older", "put_back"]
