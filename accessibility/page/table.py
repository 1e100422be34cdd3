"""From what the probe returns to nodes: one table per document, the tables of frames grafted under their `iframe`."""

from typing import Any

from accessibility.page.model import COMMENT, DOCUMENT, TEXT, Doctype, Node, Page
from accessibility.page.revealed import Revealed

_RENDERED, _VISIBLE, _FOCUSABLE = 1, 2, 4


def page_from_probes(
    main: dict[str, Any], frames: dict[int, dict[str, Any]], *, source: str = "", unseen: tuple[str, ...] = ()
) -> Page:
    """Build a page from the probe's answer for its document and for each frame.

    `frames` maps the index of an `iframe` (or `frame`, `object`) in the finished table of its parent document to the
    answer of its document; a frame inside a frame is keyed by its index once its parent has been grafted, which
    `graft_order` of the browser respects. `unseen` adds reasons why a part of the page is out of sight.
    """
    nodes = _nodes(main["nodes"], offset=0)
    opaque = [*main["opaque"], *unseen]
    for host_index, answer in frames.items():
        host = nodes[host_index]
        table = _nodes(answer["nodes"], offset=len(nodes))
        table[0].parent = host
        host.children.append(table[0])
        nodes.extend(table)
        opaque.extend(answer["opaque"])
    doctype = main["doctype"]
    motions = [answer.get("styleMotion") for answer in (main, *frames.values())]
    return Page(
        url=main["url"],
        nodes=nodes,
        source=source,
        status=main["status"] or None,
        content_type=main["type"],
        doctype=Doctype(doctype["name"], doctype["publicId"], doctype["systemId"]) if doctype else None,
        rendered=True,
        opaque=tuple(opaque),
        style_motion=True if any(motions) else None if None in motions else False,
        revealed=_revealed(main.get("revealed"), nodes),
    )


def _revealed(answer: dict[str, Any] | None, nodes: list[Node]) -> Revealed | None:
    if answer is None:
        return None
    by_pointer, otherwise = (frozenset(nodes[index] for index in answer[kind]) for kind in ("pointer", "other"))
    return Revealed(by_pointer, otherwise, whole=not answer["unread"], quiet=answer["quiet"])


def _nodes(rows: list[list[Any]], offset: int) -> list[Node]:
    nodes: list[Node] = []
    for position, (parent_position, tag, namespace, content, *facts) in enumerate(rows):
        parent = nodes[parent_position] if parent_position >= 0 else None
        node = Node(index=offset + position, tag=tag, parent=parent, namespace=namespace)
        if tag in (TEXT, COMMENT):
            node.text = content
        elif node.is_element:
            flags, rectangle, node.styles = facts
            node.attributes = content
            node.rendered = bool(flags & _RENDERED)
            node.visible = bool(flags & _VISIBLE)
            node.focusable = bool(flags & _FOCUSABLE)
            node.rectangle = tuple(rectangle)
        elif tag != DOCUMENT:
            node.visible = parent.visible if parent else True
        if parent is not None:
            parent.children.append(node)
        nodes.append(node)
    return nodes
