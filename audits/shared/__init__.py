"""What several pages show and no page owns: settings, menus, snippets, images, documents."""
