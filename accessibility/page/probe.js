/* The node table of one document, in one pass, from an isolated world.
 *
 * Returns {doctype, url, title, status, type, nodes, opaque, styleMotion, revealed}; `revealed` lists what a style sheet
 * shows only under the pointer, or in another state, whether a sheet could not be read, and whether states change
 * nothing but colours and lines. A node is an array:
 *   [parent, tag, namespace, text or attributes, flags, rectangle, styles]
 * where parent is an index in the table, flags a bit mask (1 rendered, 2 visible, 4 focusable, 8 host of frame),
 * rectangle four numbers in CSS pixels, styles only what differs from the initial value,
 * `border` as widths|colours|styles, `::drawn` where a pseudo-element is drawn, with text or without, `::seen` the
 * words of pseudo-elements that are plainly seen, `::text` the rectangle of the text of a label, `::flashes` the
 * backgrounds that endless animations give.
 * Instead, {excess} says which of MOST (nodes, depth, characters) the document is over; it is then not read further.
 * `parvisIndex` stays in the world, so that what axe finds can be tied to the table.
 */
(() => {
  /* A form gives its fields' names as properties of its own: an input called "attributes" must not be taken for them. */
  const read = (prototype, name) => {
    const getter = Object.getOwnPropertyDescriptor(prototype, name).get;
    return (node) => getter.call(node);
  };
  const firstChild = read(Node.prototype, "firstChild");
  const nextSibling = read(Node.prototype, "nextSibling");
  const nodeType = read(Node.prototype, "nodeType");
  const localName = read(Element.prototype, "localName");
  const attributesOf = read(Element.prototype, "attributes");
  const namespaceOf = read(Element.prototype, "namespaceURI");
  const shadowRootOf = read(Element.prototype, "shadowRoot");
  const { checkVisibility, closest, getAnimations, getAttribute, getBoundingClientRect, getClientRects, hasAttribute, matches } =
    Element.prototype;
  let characters = 0;
  let excess = null;
  let hasShadow = false;
  const nodes = [];
  const opaque = [];
  const index = new WeakMap();
  const elements = [];
  const drawn = new WeakSet();
  const NAMESPACES = {
    "http://www.w3.org/1999/xhtml": "html",
    "http://www.w3.org/2000/svg": "svg",
    "http://www.w3.org/1998/Math/MathML": "math",
  };
  const INITIAL = {
    "background-image": "none",
    "text-align": "start",
    "text-decoration-line": "none",
    "direction": "ltr",
    "position": "static",
    "float": "none",
    "list-style-type": "disc",
    "text-transform": "none",
    "outline-style": "none",
    "animation-name": "none",
    "clip-path": "none",
    "opacity": "1",
    "box-shadow": "none",
    "font-style": "normal",
  };
  const ALWAYS = ["display", "color", "background-color", "font-size", "font-weight"];
  const NATIVE_FOCUS = /^(input|select|textarea|button|iframe|summary|audio|video|object|embed)$/;

  function focusable(element, visible) {
    if (!visible || matches.call(element, ":disabled") || closest.call(element, "[inert]")) return false;
    const has = (name) => hasAttribute.call(element, name);
    if (has("tabindex") && !Number.isNaN(parseInt(getAttribute.call(element, "tabindex"), 10))) return true;
    const tag = localName(element);
    if ((tag === "a" || tag === "area") && (has("href") || has("xlink:href"))) return true;
    if (tag === "input") return element.type !== "hidden";
    if (tag === "audio" || tag === "video") return has("controls");
    if (NATIVE_FOCUS.test(tag)) return true;
    return element.isContentEditable && !(element.parentElement && element.parentElement.isContentEditable);
  }

  /* The text of a pseudo-element, empty without any; null where there is no pseudo-element. */
  function pseudo(element, which) {
    const content = getComputedStyle(element, which).content;
    if (!content || content === "none" || content === "normal") return null;
    const written = content.replace(/\burl\((?:"(?:[^"\\]|\\.)*"|[^)]*)\)/g, "");
    return [...written.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((m) => m[1]).join("");
  }

  /* The backgrounds that endless animations of style give an element: milliseconds, direction,
   * [offset, colour, easing] list. */
  function endlessColours(element) {
    const endless = getAnimations.call(element).filter((motion) => {
      const { iterations } = motion.effect.getComputedTiming();
      return motion.animationName && motion.playState === "running" && iterations === Infinity;
    });
    return endless.map(({ effect }) => {
      const { duration, direction } = effect.getComputedTiming();
      const colours = effect.getKeyframes().filter((frame) => frame.backgroundColor);
      return [duration, direction, colours.map((frame) => [frame.computedOffset, frame.backgroundColor, frame.easing])];
    });
  }

  /* A pseudo-element in the flow, that nothing hides, cuts or makes too small to read. */
  function plainlySeen(element, which) {
    const style = getComputedStyle(element, which);
    const cut = style.clipPath !== "none" || style.overflow !== "visible" || parseFloat(style.textIndent) < 0;
    const faded = style.opacity !== "1" || style.visibility !== "visible" || /^rgba.*, 0\)$/.test(style.color);
    const moved = /absolute|fixed/.test(style.position) || style.transform !== "none";
    return style.display !== "none" && !cut && !faded && !moved && parseFloat(style.fontSize) > 6;
  }

  /* The rectangle of the text that a label shows, whatever else it holds: x, y, width, height, zeros without any. */
  function textBox(label) {
    const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
    const texts = document.createTreeWalker(label, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
      if (!texts.currentNode.data.trim() || texts.currentNode.parentElement.closest("select, textarea, button")) continue;
      range.selectNodeContents(texts.currentNode);
      for (const line of range.getClientRects()) {
        box.left = Math.min(box.left, line.left);
        box.top = Math.min(box.top, line.top);
        box.right = Math.max(box.right, line.right);
        box.bottom = Math.max(box.bottom, line.bottom);
      }
    }
    if (box.right < box.left) return [0, 0, 0, 0];
    const place = [box.left + scrollX, box.top + scrollY, box.right - box.left, box.bottom - box.top];
    return place.map((n) => Math.round(n * 10) / 10);
  }

  /* What shows an element that has no box of its own: the image of an area, the list of an option. */
  function shownThrough(element) {
    if (/^(option|optgroup)$/.test(element.localName)) return element.closest("select");
    const map = element.localName === "area" ? element.closest("map") : null;
    return map && element.getRootNode().querySelector(`img[usemap="#${CSS.escape(map.name)}"]`);
  }

  function describe(element, parent) {
    const style = getComputedStyle(element);
    const box = getBoundingClientRect.call(element);
    const rendered = getClientRects.call(element).length > 0 || style.display === "contents";
    const shown = checkVisibility.call(element, { visibilityProperty: true, contentVisibilityAuto: false });
    const through = shownThrough(element);
    const visible = through ? through.checkVisibility({ visibilityProperty: true }) : shown && rendered;
    const styles = {};
    for (const name of ALWAYS) styles[name] = style.getPropertyValue(name);
    for (const name in INITIAL) {
      const value = style.getPropertyValue(name);
      if (value !== INITIAL[name]) styles[name] = value;
    }
    if (styles["animation-name"]) {
      styles["animation-iteration-count"] = style.animationIterationCount;
      styles["animation-duration"] = style.animationDuration;
      const colours = endlessColours(element);
      if (colours.length) styles["::flashes"] = JSON.stringify(colours);
    }
    const lines = style.getPropertyValue("border-style");
    if (lines !== "none") {
      styles.border = ["width", "color"].map((part) => style.getPropertyValue(`border-${part}`)).join("|") + "|" + lines;
    }
    const before = pseudo(element, "::before");
    const after = pseudo(element, "::after");
    const seen = [before && plainlySeen(element, "::before") && before, after && plainlySeen(element, "::after") && after];
    if (seen.some(Boolean)) styles["::seen"] = seen.filter(Boolean).join(" ");
    if (element.localName === "label") styles["::text"] = textBox(element).join(" ");
    if (element.localName === "audio" && isFinite(element.duration)) styles["::lasts"] = String(element.duration);
    if (before) styles["::before"] = before;
    if (after) styles["::after"] = after;
    if (before !== null || after !== null) {
      styles["::drawn"] = "1";
      drawn.add(element);
    }
    const attributes = {};
    for (const attribute of attributesOf(element)) {
      attributes[attribute.name.toLowerCase()] = attribute.value;
      characters += attribute.value.length;
    }
    const flags = (rendered ? 1 : 0) | (visible ? 2 : 0) | (focusable(element, visible) ? 4 : 0);
    return [
      parent,
      localName(element).toLowerCase(),
      NAMESPACES[namespaceOf(element)] || namespaceOf(element) || "",
      attributes,
      flags,
      [box.x + scrollX, box.y + scrollY, box.width, box.height].map((n) => Math.round(n * 10) / 10),
      styles,
    ];
  }

  function walk(container, parent, depth) {
    if (depth > MOST.depth) excess = "depth";
    for (let child = firstChild(container); child; child = nextSibling(child)) {
      if (nodes.length > MOST.nodes) excess = "nodes";
      if (characters > MOST.characters) excess = "characters";
      if (excess) return;
      const type = nodeType(child);
      if (type === 3 || type === 4) {
        nodes.push([parent, "#text", "", child.data]);
        characters += child.data.length;
      } else if (type === 8) {
        if (/^\/?parvis/.test(child.data)) nodes.push([parent, "#comment", "", child.data]);
      } else if (type === 1) {
        const position = nodes.push(describe(child, parent)) - 1;
        index.set(child, position);
        elements[position] = child;
        if (shadowRootOf(child)) {
          hasShadow = true;
          const root = nodes.push([position, "#shadow-root", "", ""]) - 1;
          walk(shadowRootOf(child), root, depth + 1);
        }
        walk(child, position, depth + 1);
      }
    }
  }

  /* Whether a style sheet may set something in motion, at once or after an action: keyframes, or a picture whose
   * format may be animated. null where a sheet cannot be read. */
  function styleMotion() {
    if (hasShadow) return null;
    try {
      for (const sheet of document.styleSheets)
        for (const rule of sheet.cssRules) {
          const text = rule.cssText;
          if (MAY_MATTER.test(text) && (MOVES.test(text) || urlsOf(text).some(mayMove))) return true;
        }
    } catch {
      return null;
    }
    return false;
  }
  const MAY_MATTER = /url\(|import|keyframes|animation|transition/;
  const MOVES = /@(-\w+-)?keyframes|@import|\banimation(-name)?\s*:|view-transition/i;
  const STILL = /^["']?(#|data:(font|application\/(x-)?font|image\/jpe?g)|[^"']*\.(jpe?g|woff2?|ttf|otf|eot)(["'?#]|$))/i;
  const DRAWING = /^["']?data:image\/svg(?!.*(animat|keyframes|base64|script|foreignobject|(<|%3c)set\b))/is;
  const urlsOf = (text) => [...text.matchAll(/\burl\(((?:"[^"]*"|'[^']*'|[^)])*)\)/gi)].map((match) => match[1]);
  const mayMove = (url) => !STILL.test(url) && !DRAWING.test(url);

  const REVEALING = /display|visibility|opacity|clip|left|right|top|bottom|height|width|transform|content-visibility/;
  const QUIET = /^(color|fill|stroke|cursor|transition|box-shadow|background|border|outline|text-decoration|caret)/;
  const BY_POINTER = /:hover/;
  const BY_OTHER = /:(focus|focus-within|focus-visible|active|checked|target)\b|\[open\]/;
  const MOST_RULES = 4000;

  /* What a style sheet shows only in a state: elements not seen now that a rule with :hover (or :focus…) concerns. */
  function revealed() {
    const found = { pointer: new Set(), other: new Set(), unread: false, quiet: true };
    let rules = 0;
    const visit = (list) => {
      for (const rule of list) {
        if (++rules > MOST_RULES) return void (found.unread = true);
        if (rule.cssRules && rule.cssRules.length && !(rule.conditionText && !matchMediaSafely(rule))) visit(rule.cssRules);
        if (rule.styleSheet) visit(rule.styleSheet.cssRules);
        const selector = rule.selectorText;
        if (selector && rule.parentRule && rule.parentRule.selectorText) found.unread = true;
        if (!selector || !(BY_POINTER.test(selector) || BY_OTHER.test(selector))) continue;
        const pictured = rule.style.getPropertyValue("background-image").includes("url(");
        if (pictured || ![...rule.style].every((name) => QUIET.test(name))) found.quiet = false;
        if (![...rule.style].some((name) => REVEALING.test(name))) continue;
        for (const part of selector.split(/,(?![^(]*\))/)) {
          const subject = part.trim().split(/[\s>+~]+(?![^(]*\))/).pop();
          const kinds = [BY_POINTER.test(part) && !BY_POINTER.test(subject) && "pointer", BY_OTHER.test(part) && "other"];
          if (!kinds.some(Boolean)) continue;
          const rest = part.replace(/:(hover|focus-within|focus-visible|focus|active|checked|target)\b|\[open\]/g, ":is(*)");
          let concerned = [];
          try {
            concerned = document.querySelectorAll(rest);
          } catch {
            found.unread = true;
          }
          for (const element of [...concerned].slice(0, 200)) {
            if (index.has(element) && unseen(element)) for (const kind of kinds.filter(Boolean)) found[kind].add(index.get(element));
          }
        }
      }
    };
    for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) {
      try {
        if (!sheet.media.length || matchMedia(sheet.media.mediaText).matches) visit(sheet.cssRules);
      } catch {
        found.unread = true;
      }
    }
    return { pointer: [...found.pointer], other: [...found.other], unread: found.unread, quiet: found.quiet };
  }

  function matchMediaSafely(rule) {
    return !rule.media || matchMedia(rule.media.mediaText).matches;
  }

  /* Hidden by its own style, in a parent that is not: to change this style is to show it. */
  function unseen(element) {
    const style = getComputedStyle(element);
    const parent = element.parentElement;
    if (parent && !checkVisibility.call(parent, { visibilityProperty: true })) return false;
    return style.display === "none" || style.visibility === "hidden" || style.opacity === "0";
  }

  nodes.push([-1, "#document", "", ""]);
  walk(document, 0, 0);
  if (excess) return JSON.stringify({ excess });
  globalThis.parvisIndex = index;
  globalThis.parvisElements = elements;
  globalThis.parvisDrawn = drawn;
  const navigation = performance.getEntriesByType("navigation")[0];
  return JSON.stringify({
    doctype: document.doctype
      ? { name: document.doctype.name, publicId: document.doctype.publicId, systemId: document.doctype.systemId }
      : null,
    url: location.href,
    status: navigation ? navigation.responseStatus : null,
    type: document.contentType,
    nodes,
    opaque,
    styleMotion: styleMotion(),
    revealed: revealed(),
  });
})();
