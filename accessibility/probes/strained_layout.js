/* Measures how the text of a document holds, from the isolated world, after the probe.
 *
 * `parvisStrain.remember()` measures the page at rest (false when it has too much text to be measured);
 * `losses()` says which texts are now cut by an ancestor or lie over another text, and `tooWide(width)` which need to be
 * scrolled sideways: [element's index, kind, certain, beginning of the text].
 * What may be wanted, or read otherwise, is never certain: what was cut at rest, is laid over the page or moved by a
 * transform, a text that ends in an ellipsis, what a button beside it may unfold. What can be scrolled to is not lost.
 */
globalThis.parvisStrain ??= (() => {
  const MOST_TEXTS = 2500;
  const MOST_FRAGMENTS = 6000;
  const MOST_LOSSES = 20;
  const HALF_A_LINE = 0.5;
  const NOT_TEXT =
    "script, style, noscript, template, head, select, datalist, textarea, svg, math, ruby, marquee, iframe, object";
  const TWO_DIMENSIONS =
    "table, pre, code, figure, canvas, [role=table], [role=grid], [role=treegrid], [role=toolbar], [role=application]," +
    " [role=img], [role=math], [role=menubar], [role=tablist]";
  const ICONS = /icon|symbol|awesome|glyph/i;
  const getter = (prototype, name) => {
    const { get } = Object.getOwnPropertyDescriptor(prototype, name);
    return (object) => get.call(object);
  };
  const parentElement = getter(Node.prototype, "parentElement");
  const childNodes = getter(Node.prototype, "childNodes");
  const assignedSlot = getter(Element.prototype, "assignedSlot");
  const inlineStyle = getter(HTMLElement.prototype, "style");
  const sides = ["clientLeft", "clientTop", "clientWidth", "clientHeight"].map((n) => getter(Element.prototype, n));
  const { getRootNode } = Node.prototype;
  const { checkVisibility, closest, getBoundingClientRect, getAttribute, matches, querySelector, removeAttribute, setAttribute } =
    Element.prototype;
  const SHOWN = { visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: false };
  const OPEN = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

  let texts = null;
  let atRest = null;
  let undo = [];

  const parentOf = (element) => assignedSlot(element) ?? parentElement(element) ?? getRootNode.call(element).host ?? null;
  const moves = (style) =>
    style.transform !== "none" || style.translate !== "none" || style.rotate !== "none" || style.scale !== "none";

  function collect() {
    const found = [];
    parvisElements.forEach((element, index) => {
      if (closest.call(element, NOT_TEXT)) return;
      for (const node of childNodes(element)) {
        if (node.nodeType === 3 && /[\p{L}\p{N}]{2}/u.test(node.data)) found.push({ node, element, index });
      }
    });
    return found;
  }

  function measure() {
    if (document.body) getBoundingClientRect.call(document.body);
    for (const motion of document.getAnimations())
      if (Number.isFinite(motion.effect?.getComputedTiming().endTime)) motion.finish();
    const known = new Map();
    /* What cuts the content of an element, and how sure that is. */
    function bounds(element) {
      if (known.has(element)) return known.get(element);
      const style = getComputedStyle(element);
      const parent = parentOf(element);
      let holder = parent;
      if (style.position === "absolute")
        while (holder && getComputedStyle(holder).position === "static" && !moves(getComputedStyle(holder)))
          holder = parentOf(holder);
      const outer = style.position === "fixed" || !holder ? { ...OPEN } : bounds(holder);
      const loose =
        style.position === "fixed" || style.position === "absolute" || style.position === "sticky" || moves(style) ||
        style.clipPath !== "none" || style.webkitLineClamp !== "none" || style.display === "-webkit-box" ||
        (parent !== null && bounds(parent).loose);
      const own = { ...outer, style, loose };
      const ofTheWindow = element === document.documentElement || element === document.body;
      if (!ofTheWindow && style.display !== "contents" && style.display !== "inline") {
        const box = getBoundingClientRect.call(element);
        const [left, top, width, height] = sides.map((side) => side(element));
        const cuts = (overflow) => overflow === "hidden" || overflow === "clip";
        const scrolls = (overflow) => overflow === "auto" || overflow === "scroll";
        if (scrolls(style.overflowX)) own.scrolledSideways = true;
        if (scrolls(style.overflowY)) own.scrolledBelow = true;
        if (cuts(style.overflowX)) {
          own.left = Math.max(own.left, box.left + left);
          own.right = Math.min(own.right, box.left + left + width);
          own.cutsSideways = element;
          own.elided = style.textOverflow !== "clip";
        }
        if (cuts(style.overflowY)) {
          own.top = Math.max(own.top, box.top + top);
          own.bottom = Math.min(own.bottom, box.top + top + height);
          own.cutsBelow = element;
        }
      }
      known.set(element, own);
      return own;
    }
    let fragments = 0;
    return texts.map(({ node, element }) => {
      if (!node.isConnected || !checkVisibility.call(element, SHOWN)) return null;
      const within = bounds(element);
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = fragments > MOST_FRAGMENTS ? [] : [...range.getClientRects()].filter((b) => b.width > 1 && b.height > 1);
      fragments += boxes.length;
      if (!boxes.length) return null;
      const size = parseFloat(within.style.fontSize);
      const icon = ICONS.test(within.style.fontFamily) || ICONS.test(getAttribute.call(element, "class") ?? "");
      let share = 0;
      let width = 0;
      for (const box of boxes) {
        const height = Math.max(0, within.top - box.top) + Math.max(0, box.bottom - within.bottom);
        share = Math.max(share, Math.min(1, height / box.height));
        width = Math.max(
          width, Math.min(box.width, Math.max(0, within.left - box.left) + Math.max(0, box.right - within.right))
        );
      }
      return { boxes, share, width, size, within, icon };
    });
  }

  const beginning = (text) => text.node.data.trim().replace(/\s+/g, " ").slice(0, 80);

  function mayUnfold(element) {
    const around = parentElement(element) ?? element;
    if (querySelector.call(around, "button, summary, [aria-expanded], [aria-controls], [role=button]")) return true;
    return closest.call(element, "[aria-live], [role=marquee], [role=region][aria-roledescription], summary, button") !== null;
  }

  /* A box too small to show a letter hides its text from the eye on purpose. */
  const hides = (within) => within.right - within.left < 8 || within.bottom - within.top < 8;

  const scrolls = (text) => text.within.scrolledBelow || text.within.scrolledSideways;
  const touch = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  const touched = (a, b) => a.boxes.some((one) => b.boxes.some((other) => touch(one, other)));

  function cut(now) {
    const found = new Map();
    texts.forEach((text, position) => {
      const [before, after] = [atRest[position], now[position]];
      if (!before || !after || before.icon) return;
      const whole = before.share <= 0.1 && before.width <= 2;
      if (!whole && (before.within.loose || hides(before.within))) return;
      const below = after.share >= 0.25 && !after.within.scrolledBelow && after.within.cutsBelow;
      const sideways = after.width >= 0.75 * after.size && !after.within.scrolledSideways && after.within.cutsSideways;
      const by = below || sideways;
      if (!by || (!below && after.within.elided && !whole)) return;
      const much =
        (below && after.share >= HALF_A_LINE) || (sideways && after.width >= 1.5 * after.size && !after.within.elided);
      const certain = whole && much && !after.within.loose && !before.within.loose && !mayUnfold(by);
      const index = parvisIndex.get(by) ?? text.index;
      if (!found.has(index) || (certain && !found.get(index)[2])) found.set(index, [index, "cut", certain, beginning(text)]);
    });
    return [...found.values()];
  }

  /* Text over text. Only what stands in the flow counts: what is laid over the page may be closed, or scroll apart. */
  function covered(now) {
    const fragments = [];
    now.forEach((after, position) => {
      if (!after || !atRest[position] || after.icon || after.within.loose || scrolls(after) || after.share > 0.1) return;
      for (const box of after.boxes) fragments.push({ box, position, size: after.size });
    });
    fragments.sort((a, b) => a.box.top - b.box.top);
    const found = new Map();
    for (let i = 0; i < fragments.length && found.size < MOST_LOSSES; i += 1) {
      const one = fragments[i];
      for (let j = i + 1; j < fragments.length && fragments[j].box.top < one.box.bottom - 2; j += 1) {
        const other = fragments[j];
        const text = texts[Math.min(one.position, other.position)];
        if (other.position === one.position || found.has(text.index)) continue;
        const height = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
        const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const shorter = Math.min(one.box.height, other.box.height);
        if (height < HALF_A_LINE * shorter || width < 1.5 * Math.min(one.size, other.size)) continue;
        if (touched(atRest[one.position], atRest[other.position])) continue;
        found.set(text.index, [text.index, "covered", true, beginning(text)]);
      }
    }
    return [...found.values()];
  }

  /* The block of a text is wider than the window, or forbids it to wrap; elsewhere a long word alone sticks out. */
  function isHeldWide(element, limit) {
    let block = element;
    while (block && getComputedStyle(block).display === "inline") block = parentOf(block);
    return (
      block !== null && (getBoundingClientRect.call(block).right > limit || getComputedStyle(block).textWrapMode === "nowrap")
    );
  }

  /* The highest element that sticks out with the text, so that a wide column is said once. */
  function widest(element, limit) {
    let culprit = element;
    for (let up = parentOf(element); up && up !== document.body && up !== document.documentElement; up = parentOf(up))
      if (getBoundingClientRect.call(up).right > limit) culprit = up;
    return culprit;
  }

  return {
    remember() {
      texts = collect();
      if (texts.length > MOST_TEXTS) return false;
      atRest = measure();
      return true;
    },
    losses() {
      const now = measure();
      return [...cut(now), ...covered(now)].slice(0, MOST_LOSSES);
    },
    tooWide(width) {
      if (document.documentElement.dir === "rtl" || getComputedStyle(document.documentElement).direction === "rtl") return [];
      const now = measure();
      const root = document.scrollingElement ?? document.documentElement;
      const found = new Map();
      const pageScrolls = root.scrollWidth > width + 16;
      texts.forEach((text, position) => {
        const [before, after] = [atRest[position], now[position]];
        if (!before || !after || after.icon || closest.call(text.element, TWO_DIMENSIONS)) return;
        const limit = width + Math.max(24, 1.5 * after.size);
        if (after.within.scrolledSideways) {
          /* Under a scroll bar of its own, a text that goes to the line later than the window has to be scrolled. */
          if (after.boxes.length < 2 || !after.boxes.some((box) => box.width > limit)) return;
        } else {
          if (!pageScrolls || before.share > 0.1 || before.width > 2) return;
          if (!after.boxes.some((box) => box.left > -2 && Math.min(box.right, after.within.right) > limit)) return;
        }
        const sentence = /\S\s+\S/.test(text.node.data.trim());
        const certain = sentence && isHeldWide(text.element, limit) && !after.within.loose && !before.within.loose;
        const index = parvisIndex.get(widest(text.element, limit)) ?? text.index;
        if (!found.has(index) || (certain && !found.get(index)[2]))
          found.set(index, [index, "wide", certain, beginning(text)]);
      });
      return [...found.values()].slice(0, MOST_LOSSES);
    },
    /* Whether every text is where it was at rest. */
    isAtRest() {
      const now = measure();
      return atRest.every((before, position) => {
        const after = now[position];
        if (!before || !after) return before === after;
        const [a, b] = [before.boxes[0], after.boxes[0]];
        return Math.abs(a.left - b.left) < 2 && Math.abs(a.width - b.width) < 2 && Math.abs(a.top - b.top) < 2;
      });
    },
    enlarge(factor) {
      const sizes = [];
      parvisElements.forEach((element) => {
        if (!(element instanceof HTMLElement) || matches.call(element, "head, head *")) return;
        const { fontSize, lineHeight } = getComputedStyle(element);
        sizes.push([element, parseFloat(fontSize), parseFloat(lineHeight)]);
      });
      for (const [element, size, line] of sizes) {
        const style = inlineStyle(element);
        undo.push([element, getAttribute.call(element, "style"), style.cssText]);
        style.setProperty("font-size", `${size * factor}px`, "important");
        if (line) style.setProperty("line-height", `${line * factor}px`, "important");
      }
    },
    space(css) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      undo.push(sheet);
    },
    /* Give the page back its own styles. */
    restore() {
      for (const done of undo) {
        if (done instanceof CSSStyleSheet) {
          document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== done);
          continue;
        }
        const [element, written, understood] = done;
        const style = inlineStyle(element);
        style.cssText = understood;
        /* Reading the attribute writes it down, without which it could not be removed. */
        if (getAttribute.call(element, "style") === written) continue;
        if (written === null) removeAttribute.call(element, "style");
        else setAttribute.call(element, "style", written);
        if (style.cssText !== understood) style.cssText = understood;
      }
      undo = [];
    },
  };
})()
