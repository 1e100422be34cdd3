/* Gives the focus to elements one after the other, from the isolated world, and says what becomes of their style.
 *
 * `parvisFocus.look(indexes, milliseconds)`: for each element that could be tried in that time, [index, focused, native,
 * likeness]: whether it took the focus, whether it then bears the browser's own outline, whole and in sight, and what
 * elements that look the same with and without the focus have in common.
 * `rest(index)` brings an element to the middle of the window, without focus; `take(index)` gives it the focus.
 */
globalThis.parvisFocus ??= (() => {
  const RING = "rgb(16, 16, 16)";
  const LOOKS = [
    "outlineStyle", "outlineWidth", "outlineColor", "outlineOffset", "boxShadow", "borderTopColor", "borderTopWidth",
    "borderTopStyle", "borderBottomColor", "borderBottomWidth", "borderBottomStyle", "borderLeftWidth", "borderLeftColor",
    "backgroundColor", "backgroundImage", "color", "textDecorationLine", "textDecorationColor", "opacity", "transform",
    "fontWeight", "filter", "clipPath", "display", "position",
  ];
  const getter = (prototype, name) => {
    const { get } = Object.getOwnPropertyDescriptor(prototype, name);
    return (object) => get.call(object);
  };
  const parentElement = getter(Node.prototype, "parentElement");
  const activeElement = getter(Document.prototype, "activeElement");
  const focusedIn = getter(ShadowRoot.prototype, "activeElement");
  const { checkVisibility, getBoundingClientRect, getAttribute, matches, scrollIntoView } = Element.prototype;
  const { contains, getRootNode } = Node.prototype;
  const { elementFromPoint } = Document.prototype;
  const parentOf = (element) => parentElement(element) ?? getRootNode.call(element).host ?? null;
  const interfaceOf = (element) => (element instanceof SVGElement ? SVGElement.prototype : HTMLElement.prototype);
  const give = (element) => interfaceOf(element).focus.call(element, { preventScroll: true });
  const takeAway = () => {
    const element = activeElement(document);
    if (element && element !== document.body) interfaceOf(element).blur.call(element);
  };
  const holdsFocus = (element) => {
    const root = getRootNode.call(element);
    return (root instanceof ShadowRoot ? focusedIn(root) : activeElement(document)) === element;
  };
  const finish = () => {
    for (const motion of document.getAnimations())
      if (Number.isFinite(motion.effect?.getComputedTiming().endTime)) motion.finish();
  };
  const looks = (element, pseudo) => {
    const style = getComputedStyle(element, pseudo);
    return LOOKS.map((name) => style[name]).join("|");
  };
  const appearance = (element) => ["", "::before", "::after"].map((pseudo) => looks(element, pseudo)).join("\n");

  function around(element) {
    const colours = [];
    for (let up = parentOf(element); up; up = parentOf(up)) {
      const style = getComputedStyle(up);
      colours.push(style.backgroundImage === "none" ? style.backgroundColor : `${up.localName} ${Math.random()}`);
    }
    return colours.join(" ");
  }

  function sight(element) {
    let box = getBoundingClientRect.call(element);
    if (box.top < 4 || box.left < 4 || box.bottom > innerHeight - 4 || box.right > innerWidth - 4) {
      scrollIntoView.call(element, { behavior: "instant", block: "center", inline: "nearest" });
      box = getBoundingClientRect.call(element);
    }
    const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height / 2, innerHeight / 3)];
    const within = x > 0 && y > 0 && x < innerWidth && y < innerHeight;
    const hit = within ? elementFromPoint.call(document, x, y) : null;
    let opacity = 1;
    let whole = true;
    for (let up = element; up; up = parentOf(up)) {
      const style = getComputedStyle(up);
      opacity *= style.opacity;
      if (style.clipPath !== "none" || style.filter !== "none" || style.mixBlendMode !== "normal") whole = false;
      if (up !== element && up !== document.body && up !== document.documentElement && style.display !== "inline") {
        const edge = getBoundingClientRect.call(up);
        const cuts = style.overflowX !== "visible" || style.overflowY !== "visible";
        if (cuts && (edge.left > box.left - 2 || edge.top > box.top - 2 || edge.right < box.right + 2 || edge.bottom < box.bottom + 2))
          whole = false;
      }
    }
    const host = getRootNode.call(element).host;
    const seen =
      hit !== null && (contains.call(element, hit) || contains.call(hit, element) || hit === host) && opacity > 0.9 &&
      box.width >= 8 && box.height >= 8 && checkVisibility.call(element, { visibilityProperty: true });
    return { box, seen, whole };
  }

  return {
    /* What scrolls on its own and holds nothing that takes the focus: the browser gives it to the scrolled box itself. */
    scrolled() {
      const found = [];
      parvisElements.forEach((element, index) => {
        if (element === document.body || element === document.documentElement || !(element instanceof HTMLElement)) return;
        const over = element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1;
        if (!over || /^(textarea|select|input)$/.test(element.localName) || element.clientHeight === 0) return;
        const { overflowX, overflowY } = getComputedStyle(element);
        if (/auto|scroll/.test(`${overflowX} ${overflowY}`) && checkVisibility.call(element)) found.push(index);
      });
      return found.slice(0, 20);
    },
    look(indexes, milliseconds) {
      const until = performance.now() + milliseconds;
      const said = [];
      takeAway();
      for (const index of indexes) {
        if (performance.now() > until) break;
        const element = parvisElements[index];
        const before = appearance(element);
        give(element);
        const focused = holdsFocus(element);
        getComputedStyle(element).outlineStyle;
        finish();
        const style = getComputedStyle(element);
        const own =
          focused && matches.call(element, ":focus-visible") && style.outlineStyle === "auto" &&
          style.outlineWidth === "1px" && style.outlineColor === RING && parseFloat(style.outlineOffset) >= 0;
        const { seen, whole } = sight(element);
        const likeness = [
          element.localName, getAttribute.call(element, "type"), getAttribute.call(element, "class"), seen, whole, before,
          appearance(element), around(element),
        ].join("\n");
        said.push([index, focused, own && seen && whole, likeness]);
      }
      takeAway();
      return said;
    },
    rest(index) {
      const element = parvisElements[index];
      takeAway();
      finish();
      const { box, seen } = sight(element);
      return { box: [box.x, box.y, box.width, box.height], seen };
    },
    take(index) {
      const element = parvisElements[index];
      give(element);
      getComputedStyle(element).outlineStyle;
      finish();
      const style = getComputedStyle(element);
      const bare = style.outlineStyle === "none" || parseFloat(style.outlineWidth) === 0 || /, 0\)$/.test(style.outlineColor);
      const automatic = style.outlineStyle === "auto";
      return { focused: holdsFocus(element) && matches.call(element, ":focus-visible"), bare, automatic };
    },
  };
})()
