"""For each place that the census finds: the doors whose tests cover it, or why it opens none.

A Wagtail that adds a place fails the census until somebody writes a door for it, or a reason.
"""

from tests.audits.census import Place

COVERED: dict[Place, str] = {
    ("wagtail.actions.copy_for_translation", "CopyPageForTranslationAction._copy_for_translation"): (
        "translation_as_alias translation_of_the_parents translation_of_a_tree"
    ),
    ("wagtail.actions.copy_page", "CopyPageAction.__init__"): "copy_action",
    ("wagtail.actions.copy_page", "CopyPageAction.check"): "copy_action copy_view",
    ("wagtail.actions.copy_page", "CopyPageAction._copy_page"): (
        "copy_action copy_of_a_tree copy_that_is_made_live copy_view"
    ),
    ("wagtail.actions.create", "CreateAction._create"): "api_v3_create",
    ("wagtail.actions.create_alias", "CreatePageAliasAction._create_alias"): "alias_creation aliases_of_a_tree",
    ("wagtail.actions.create_page", "CreatePageAction"): "api_v3_create",
    ("wagtail.actions.create_page", "CreatePageAction._save_instance"): "api_v3_create",
    ("wagtail.actions.edit", "EditAction._edit"): "edit_action api_v3_edit",
    ("wagtail.actions.edit_page", "EditPageAction"): "edit_action edit_view",
    ("wagtail.actions.publish_page_revision", "PublishPageRevisionAction"): "publish_action_class",
    ("wagtail.actions.publish_page_revision", "PublishPageRevisionAction._after_publish"): (
        "alias_following alias_of_an_alias_following"
    ),
    ("wagtail.actions.publish_revision", "PublishRevisionAction._publish_revision"): (
        "publish_action_class base_publish_action_class schedule_by_program schedule_in_edit_view"
    ),
    ("wagtail.actions.revert_to_revision", "RevertToRevisionAction.__init__"): "revision_born_scheduled",
    ("wagtail.actions.revert_to_revision", "RevertToRevisionAction.execute"): "revision_born_scheduled",
    ("wagtail.admin.api.actions.copy", "CopyPageAPIActionSerializer"): "admin_api_copy",
    ("wagtail.admin.api.actions.copy", "CopyPageAPIAction._action_from_data"): "admin_api_copy",
    ("wagtail.admin.api.actions.copy_for_translation", "CopyForTranslationAPIAction._action_from_data"): (
        "admin_api_translation"
    ),
    ("wagtail.admin.api.actions.create_alias", "CreatePageAliasAPIAction._action_from_data"): "admin_api_alias",
    ("wagtail.admin.api.actions.publish", "PublishPageAPIAction._action_from_data"): "admin_api",
    ("wagtail.admin.views.pages.bulk_actions.publish", "PublishBulkAction.execute_action"): (
        "bulk_publish_view bulk_publish_view_with_descendants"
    ),
    ("wagtail.admin.views.pages.copy", "CopyView.form_valid"): "copy_view copy_view_as_alias",
    ("wagtail.admin.views.pages.create", "CreateView.publish_action"): "create_view",
    ("wagtail.admin.views.pages.edit", "EditView.publish_action"): "edit_view revert_view schedule_in_edit_view",
    ("wagtail.api.v3.routers.pages", "create_page"): "api_v3_create",
    ("wagtail.api.v3.routers.pages", "update_page"): "api_v3_edit",
    ("wagtail.api.v3.routers.pages", "publish"): "api_v3_publish",
    ("wagtail.api.v3.routers.pages", "PageCopySchema"): "api_v3_copy",
    ("wagtail.api.v3.routers.pages", "copy"): "api_v3_copy",
    ("wagtail.api.v3.routers.pages", "create_alias"): "api_v3_alias",
    ("wagtail.api.v3.routers.pages", "copy_for_translation"): "api_v3_translation",
    ("wagtail.contrib.simple_translation.views", "SubmitTranslationView.post"): (
        "translation_as_alias translation_of_the_parents translation_of_a_tree"
    ),
    ("wagtail.contrib.simple_translation.models", "after_create_page"): "translation_as_alias",
    ("wagtail.management.commands.publish_scheduled", "Command.handle"): "publish_scheduled_command",
    ("wagtail.models.pages", "AbstractPage.save_revision"): "revision_born_scheduled",
    ("wagtail.models.pages", "AbstractPage.update_aliases"): "alias_following alias_of_an_alias_following",
    ("wagtail.models.pages", "AbstractPage"): "alias_following",
    ("wagtail.models.pages", "AbstractPage.publish"): "page_publish",
    ("wagtail.models.pages", "AbstractPage.copy"): "copy_action copy_of_a_tree",
    ("wagtail.models.pages", "AbstractPage.create_alias"): "alias_creation aliases_of_a_tree",
    ("wagtail.models.pages", "AbstractPage.copy_for_translation"): "translation_as_alias",
    ("wagtail.models.revisions", "Revision.publish"): "revision_publish",
    ("wagtail.models.revisions", "RevisionMixin.save_revision"): "revision_born_scheduled",
    ("wagtail.models.workflows", "WorkflowState"): "workflow_finish_of_wagtail workflow_approval_by_program",
    ("wagtail.workflows", "publish_workflow_state"): "workflow_finish_of_wagtail",
    ("treebeard.forms", "MoveNodeForm.save"): "add_child root_of_a_new_tree",
    ("treebeard.models", "Node.load_bulk"): "bulk_load_of_a_tree",
    ("treebeard.mp_tree", "MP_AddRootHandler.process"): "root_of_a_new_tree",
    ("treebeard.mp_tree", "MP_AddChildHandler.process"): "add_child",
    ("treebeard.mp_tree", "MP_Node.load_bulk"): "bulk_load_of_a_tree",
}

NO_DOOR: dict[str, list[Place]] = {
    "makes a page not live": [
        ("wagtail.actions.create", "CreateAction._save_instance"),
        ("wagtail.actions.unpublish", "UnpublishAction._unpublish_object"),
        ("wagtail.admin.views.generic.models", "RevisionsUnscheduleView.post"),
        ("wagtail.admin.views.pages.create", "CreateView.save_action"),
        ("wagtail.admin.views.pages.create", "CreateView.submit_action"),
    ],
    "leaves `live` in memory as it is in the database; writing it is another door": [
        ("wagtail.models.draft_state", "DraftStateMixin.with_content_json"),
        ("wagtail.models.pages", "AbstractPage.with_content_json"),
    ],
    "lists the actions that other places call": [
        ("wagtail.actions", "register_default_actions"),
    ],
    "snippets, images and other shared content: not pages, out of the gate's reach for now": [
        ("wagtail.admin.views.generic.mixins", "CreateEditViewOptionalFeaturesMixin.publish_action"),
        ("wagtail.admin.views.generic.models", "CreateView.action_class"),
        ("wagtail.admin.views.generic.models", "EditView.action_class"),
        ("wagtail.api.v3.routers.sites", "create_site"),
        ("wagtail.api.v3.routers.sites", "update_site"),
        ("wagtail.contrib.redirects.api.v3.router", "create_redirect"),
        ("wagtail.contrib.redirects.api.v3.router", "update_redirect"),
        ("wagtail.documents.api.v3.router", "create_document"),
        ("wagtail.documents.api.v3.router", "update_document"),
        ("wagtail.images.api.v3.router", "create_image"),
        ("wagtail.images.api.v3.router", "update_image"),
        ("wagtail.images.models", "AbstractImage.create_renditions"),
        ("wagtail.locales.api.v3.router", "create_locale"),
        ("wagtail.locales.api.v3.router", "update_locale"),
        ("wagtail.models.draft_state", "DraftStateMixin.publish"),
        ("wagtail.snippets.api.v3.router", "create_snippet"),
        ("wagtail.snippets.api.v3.router", "update_snippet"),
        ("wagtail.snippets.api.v3.router", "publish_snippet"),
        ("wagtail.snippets.api.v3.router", "copy_for_translation"),
    ],
    "writes permissions, collections, indexes or caches": [
        ("wagtail.admin.forms.collections", "BaseGroupCollectionMemberPermissionFormSet.save"),
        ("wagtail.admin.forms.workflows", "WorkflowContentTypeForm.save"),
        ("wagtail.admin.views.collections", "Create.save_instance"),
        ("wagtail.embeds.migrations.0007_populate_hash", "migrate_forwards"),
        ("wagtail.models.reference_index", "ReferenceIndex.create_or_update_for_object"),
        ("wagtail.snippets.models", "create_extra_permissions"),
        ("wagtail.users.forms", "BaseGroupPagePermissionFormSet.save"),
    ],
    "a helper that writes what its caller made; the database asks pages for a seal (see query_set_bulk_update)": [
        ("wagtail.coreutils", "BatchCreator._do_processing"),
    ],
    "changes the structure of stored content in a deployment's migration; a site is audited again after it": [
        ("wagtail.blocks.migrations.migrate_operation", "MigrateStreamData.migrate_stream_data_forward"),
        ("wagtail.blocks.migrations.migrate_operation", "AbstractRevisionQueryMaker.bulk_update"),
    ],
    "writes the tree's own columns": [
        ("treebeard.mp_tree", "MP_Node._fix_numchild"),
    ],
    "trees of another kind than pages are": [
        ("treebeard.ltree", "LT_AddRootHandler.process"),
        ("treebeard.ltree", "LT_AddChildHandler.process"),
        ("treebeard.ns_tree", "NS_Node.add_root"),
        ("treebeard.ns_tree", "NS_Node.add_child"),
    ],
}
