"""The addresses of this app, whole: the project includes them at the root."""

from django.urls import URLPattern, path

from footing_web.accounts.views import account, audit_log, groups, invitations, keys, organisations, people, settings

app_name = "accounts"

HERE = "organisations/<slug:slug>/"

urlpatterns: list[URLPattern] = [
    path("account/", account.account, name="account"),
    path("account/name/", account.name, name="account_name"),
    path("account/delete/", account.delete, name="account_delete"),
    path("account/deleted/", account.deleted, name="account_deleted"),
    path("organisations/", organisations.choose, name="choose"),
    path("organisations/new/", organisations.set_up, name="set_up"),
    path("organisations/<slug:slug>/ask/", organisations.ask, name="ask"),
    path("invitations/<str:token>/", invitations.invitation, name="invitation"),
    path(HERE, organisations.first_page, name="organisation"),
    path(HERE + "roles/", organisations.roles, name="roles"),
    path(HERE + "leave/", organisations.leave, name="leave"),
    path(HERE + "people/", people.people, name="people"),
    path(HERE + "people/invite/", people.invite, name="invite"),
    path(HERE + "people/invitations/<uuid:invitation>/withdraw/", people.withdraw, name="withdraw_invitation"),
    path(HERE + "people/requests/<uuid:asked>/admit/", people.admit, name="admit"),
    path(HERE + "people/requests/<uuid:asked>/decline/", people.decline, name="decline"),
    path(HERE + "people/<uuid:member>/", people.member, name="member"),
    path(HERE + "people/<uuid:member>/remove/", people.remove, name="remove_member"),
    path(HERE + "settings/", settings.settings, name="settings"),
    path(HERE + "settings/details/", settings.details, name="details"),
    path(HERE + "settings/grades/", settings.grades, name="grades"),
    path(HERE + "settings/units/", settings.units, name="units"),
    path(HERE + "settings/domain/", settings.domain, name="domain"),
    path(HERE + "settings/second-step/", settings.second_step, name="second_step"),
    path(HERE + "settings/close/", settings.close, name="close"),
    path(HERE + "settings/owner/", settings.hand_over, name="hand_over"),
    path(HERE + "settings/keys/", keys.keys, name="keys"),
    path(HERE + "settings/keys/new/", keys.make, name="make_key"),
    path(HERE + "settings/keys/<uuid:key>/withdraw/", keys.withdraw, name="withdraw_key"),
    path(HERE + "settings/groups/", groups.groups, name="groups"),
    path(HERE + "settings/groups/start/", groups.start, name="start_group"),
    path(HERE + "settings/groups/ask/", groups.ask, name="ask_group"),
    path(HERE + "settings/groups/<uuid:group>/code/", groups.new_code, name="group_code"),
    path(HERE + "settings/groups/<uuid:group>/close/", groups.close, name="close_group"),
    path(HERE + "settings/groups/<uuid:group>/leave/", groups.leave, name="leave_group"),
    path(HERE + "settings/groups/places/<uuid:place>/admit/", groups.admit, name="admit_to_group"),
    path(HERE + "settings/groups/places/<uuid:place>/decline/", groups.decline, name="decline_from_group"),
    path(HERE + "audit/", audit_log.log, name="audit_log"),
    path(HERE + "audit/check/", audit_log.check, name="check_audit_log"),
    path(HERE + "audit/download/", audit_log.download, name="download_audit_log"),
]
