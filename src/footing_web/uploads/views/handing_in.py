"""Handing in, trying a file without keeping anything of it, and handing in corrected files."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from footing.workforce import Mapping
from footing_web.accounts.access import MemberRequest, organisation_view
from footing_web.accounts.answering import carried_out, sent
from footing_web.accounts.models import Organisation
from footing_web.records.private_folder import private_folder
from footing_web.uploads import actions, presenters, queries
from footing_web.uploads.checking import checked, outcome_of
from footing_web.uploads.forms import CHECK, CHECK_TO_FILE, CorrectionForm, HandInForm
from footing_web.uploads.models import OPEN
from footing_web.uploads.views.extracts import FAULTS_MEDIA_TYPE, downloaded, only_in, required
from footing_web.uploads.working import faults_file


@organisation_view("uploads.hand_in")
def hand_in(request: MemberRequest, organisation: Organisation) -> HttpResponse:
    """Hand in an extract, or only have it checked."""
    chosen = {"reuse": request.GET["reuse"]} if "reuse" in request.GET else None
    form = HandInForm(**sent(request), initial=chosen, earlier=queries.kept_uploads())
    if request.method == "POST" and form.is_valid():
        if request.POST.get("what") in (CHECK, CHECK_TO_FILE):
            return _tried(request, organisation, form)
        upload = actions.hand_in(
            organisation=organisation,
            title=form.cleaned_data["title"],
            files=form.handed(),
            retain_until=form.cleaned_data["retain_until"],
            pseudonymise=form.cleaned_data["pseudonymise"],
            by=request.user,
            mapping=_mapping(form),
        )
        return redirect("uploads:extract", organisation.slug, upload.pk)
    return render(request, "uploads/hand_in.html", presenters.handing_in(organisation, form))


@organisation_view("uploads.hand_in")
def correct(request: MemberRequest, organisation: Organisation, upload: UUID) -> HttpResponse:
    """Hand in corrected files of an extract that is not kept yet."""
    found = required(upload)
    if elsewhere := only_in(found, OPEN):
        return elsewhere
    form = CorrectionForm(**sent(request))
    if carried_out(request, form, lambda _: actions.hand_in_again(upload=found, files=form.handed(), by=request.user)):
        return redirect("uploads:extract", organisation.slug, found.pk)
    return render(request, "uploads/correct.html", presenters.correcting(found, form))


def _mapping(form: HandInForm) -> Mapping | None:
    """The mapping of the file that was sent, or of the extract that was chosen, without the day of that one."""
    given = form.cleaned_data.get("mapping_file")
    if given is None and form.earlier is not None:
        earlier = queries.mapping_of(form.earlier)
        return earlier.model_copy(update={"snapshot": None}) if earlier else None
    return given


def _tried(request: MemberRequest, organisation: Organisation, form: HandInForm) -> HttpResponse:
    """What a check finds, of files that lie in a private folder until the answer is made and nowhere else."""
    with private_folder(sum(handed.file.seek(0, 2) for handed in form.handed().values())) as folder:
        paths = {source: handed.written(folder / source) for source, handed in form.handed().items()}
        with checked(paths, mapping=_mapping(form)) as result:
            if request.POST["what"] == CHECK_TO_FILE and result.faults.faults:
                with faults_file(result.faults) as every_fault:
                    return downloaded(every_fault, FAULTS_MEDIA_TYPE, "faults.csv")
            context = presenters.tried(organisation, form.cleaned_data["title"], result, outcome_of(result))
    return render(request, "uploads/tried.html", context)
