"""Reporters, Editors and Publishers, and the workflow in which a reporter submits and an editor publishes."""

from __future__ import annotations

from typing import Any

from django.db import migrations

from broadsheet.desk.granting import permission
from broadsheet.desk.staff import APPROVERS, COLLECTION_PERMISSIONS, MODEL_PERMISSIONS, PAGE_PERMISSIONS


def set_up_staff(apps: Any, schema_editor: Any) -> None:
    """Make the three groups; Wagtail's own “Moderators” goes, if nobody is in it."""
    group_model = apps.get_model("auth.Group")
    for moderators in group_model.objects.filter(name="Moderators", user__isnull=True):
        moderators.delete()
    for name in PAGE_PERMISSIONS:
        group, _ = group_model.objects.get_or_create(name=name)
        group.page_permissions.all().delete()
        group.collection_permissions.all().delete()
        _grant(apps, group)
    _set_up_workflow(apps)


def _grant(apps: Any, group: Any) -> None:
    root = apps.get_model("wagtailcore.Page").objects.get(depth=1)
    collection = apps.get_model("wagtailcore.Collection").objects.get(depth=1)
    for codename in PAGE_PERMISSIONS[group.name]:
        group.page_permissions.create(page=root, permission=permission(apps, f"wagtailcore.{codename}"))
    for name in COLLECTION_PERMISSIONS[group.name]:
        group.collection_permissions.create(collection=collection, permission=permission(apps, name))
    group.permissions.set(permission(apps, name) for name in MODEL_PERMISSIONS[group.name])


def _set_up_workflow(apps: Any) -> None:
    root = apps.get_model("wagtailcore.Page").objects.get(depth=1)
    task_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="wagtailcore", model="groupapprovaltask"
    )
    apps.get_model("wagtailcore.Workflow").objects.filter(name="Moderators approval").update(active=False)
    task = apps.get_model("wagtailcore.GroupApprovalTask").objects.create(
        name="an editor’s approval", content_type=task_type, active=True
    )
    task.groups.set(apps.get_model("auth.Group").objects.filter(name__in=APPROVERS))
    workflow = apps.get_model("wagtailcore.Workflow").objects.create(name="the editors", active=True)
    apps.get_model("wagtailcore.WorkflowTask").objects.create(workflow=workflow, task=task, sort_order=0)
    workflow_page = apps.get_model("wagtailcore.WorkflowPage")
    workflow_page.objects.update_or_create(page=root, defaults={"workflow": workflow})


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("media", "0001_initial"),
        ("news", "0001_initial"),
        ("pages", "0001_initial"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
    ]
    operations = [migrations.RunPython(set_up_staff, migrations.RunPython.noop)]
