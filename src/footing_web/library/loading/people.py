"""Who may do what in the editing pages: editors write, reviewers publish, and what is written goes past a reviewer."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupApprovalTask, GroupPagePermission, Workflow, WorkflowPage, WorkflowTask

from footing_web.library.models import LibraryHome

EDITORS, REVIEWERS = "Editors", "Moderators"
"""The groups that Wagtail makes; its own notices name the second so."""
ON_PAGES = {EDITORS: ("add_page", "change_page"), REVIEWERS: ("add_page", "change_page", "publish_page", "lock_page")}
ELSEWHERE = (
    ("wagtailadmin", "access_admin"),
    ("library", "add_glossaryterm"),
    ("library", "change_glossaryterm"),
    ("library", "add_resourcelink"),
    ("library", "change_resourcelink"),
    ("enquiries", "answer"),
)
"""What both groups may do besides: by app and codename; a permission that is not there is passed over."""


def let_in() -> None:
    """Give both groups what they may do, and send what editors write past a reviewer."""
    home = LibraryHome.objects.get()
    every = Permission.objects.select_related("content_type")
    held = {(each.content_type.app_label, each.codename): each for each in every}
    for name, codenames in ON_PAGES.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.add(*(held[key] for key in ELSEWHERE if key in held))
        for codename in codenames:
            permission = held["wagtailcore", codename]
            GroupPagePermission.objects.get_or_create(group=group, page=home, permission=permission)
    if not WorkflowPage.objects.filter(page=home).exists():
        WorkflowPage.objects.create(page=home, workflow=_workflow())


def _workflow() -> Workflow:
    found = Workflow.objects.filter(active=True).first()
    if found is None:
        found = Workflow.objects.create(name="Review")
        task = GroupApprovalTask.objects.create(name="Review")
        task.groups.add(Group.objects.get(name=REVIEWERS))
        WorkflowTask.objects.create(workflow=found, task=task, sort_order=0)
    return found
