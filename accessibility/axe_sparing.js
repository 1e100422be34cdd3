/* Spares axe the texts that are legible beyond doubt: to measure contrast is two thirds of its time.
 *
 * `axe` measures the contrast of a text against all that is painted under it, and asks a person when it cannot tell
 * what is. Neither question arises for a text in a plain colour on the plain ground of an ancestor that holds it whole,
 * with a contrast that any size of text may have, where nothing else is painted. Nor is there a contrast to measure
 * between a sentence and the link that is underlined in it. Only those are spared, and axe finds the same.
 * Narrows axe's own rules, in a document where the probe has run: `parvisElements` are its elements, `parvisDrawn`
 * those that draw a pseudo-element.
 */
(() => {
  const MARGIN = 0.05;
  const ENOUGH = 4.5 + MARGIN;
  const BAND = 200; /* CSS pixels: what is painted is looked up by horizontal bands of the page */
  const PAINTED = "img, svg, canvas, video, iframe, object, embed, input, select, textarea, button, meter, progress";
  const FIELD = "input, select, textarea";
  const LEFT_TO_AXE = "option, svg *, math *";
  const CLEAR = "rgba(0, 0, 0, 0)";
  const { contains } = Node.prototype;
  const { getBoundingClientRect, matches } = Element.prototype;
  const parentOf = Object.getOwnPropertyDescriptor(Node.prototype, "parentNode").get;
  const childrenOf = Object.getOwnPropertyDescriptor(Node.prototype, "childNodes").get;

  const luminances = new Map();
  /* Relative luminance of a plain, opaque colour; null of any other. */
  function luminance(colour) {
    if (!luminances.has(colour)) {
      const parts = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour);
      const linear = (part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
      luminances.set(
        colour,
        parts && 0.2126 * linear(parts[1]) + 0.7152 * linear(parts[2]) + 0.0722 * linear(parts[3]),
      );
    }
    return luminances.get(colour);
  }

  const UNKNOWN = { known: false };
  const grounds = new Map();
  /* What an element's content stands on: {known, colour, holder}; no holder is the canvas of the page. */
  function ground(element) {
    if (element === null || element.nodeType === 9) return { known: true, colour: "rgb(255, 255, 255)", holder: null };
    if (element.nodeType !== 1) return UNKNOWN;
    if (!grounds.has(element)) grounds.set(element, groundOf(element));
    return grounds.get(element);
  }

  function groundOf(element) {
    const parent = parentOf.call(element);
    const under = ground(parent);
    if (!under.known || mayBeSlotted(parent) || paintsItsPseudoElements(element)) return UNKNOWN;
    const style = getComputedStyle(element);
    const plain =
      style.opacity === "1" && style.filter === "none" && style.mixBlendMode === "normal" &&
      style.backgroundImage === "none" && style.maskImage === "none" && style.clipPath === "none";
    if (!plain) return UNKNOWN;
    const colour = style.backgroundColor;
    if (colour === CLEAR) return under;
    return luminance(colour) === null ? UNKNOWN : { known: true, colour, holder: isCanvas(element) ? null : element };
  }

  /* The ground of the root, or that of the body where the root has none, is painted on the whole page. */
  function isCanvas(element) {
    const root = document.documentElement;
    return element === root || (element === document.body && getComputedStyle(root).backgroundColor === CLEAR);
  }

  const mayBeSlotted = (parent) => parent.nodeType === 1 && (parent.shadowRoot || parent.localName.includes("-"));

  function paintsItsPseudoElements(element) {
    if (!parvisDrawn.has(element)) return false;
    return ["::before", "::after"].some((which) => {
      const style = getComputedStyle(element, which);
      return style.backgroundColor !== CLEAR || style.backgroundImage !== "none";
    });
  }

  const bands = new Map();
  const bandsOf = (box) => {
    const found = [];
    for (let band = Math.floor(box.top / BAND); band <= Math.floor(box.bottom / BAND); band++) found.push(band);
    return found;
  };
  for (const element of parvisElements) {
    if (!element) continue;
    const style = getComputedStyle(element);
    if (style.backgroundColor === CLEAR && style.backgroundImage === "none" && !matches.call(element, PAINTED)) continue;
    const box = getBoundingClientRect.call(element);
    if (!box.width || !box.height) continue;
    for (const band of bandsOf(box)) {
      if (!bands.has(band)) bands.set(band, []);
      bands.get(band).push([element, box]);
    }
  }

  const overlap = (one, other) =>
    one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1;
  const holds = (outer, inner) =>
    outer.left <= inner.left + 1 && outer.right >= inner.right - 1 &&
    outer.top <= inner.top + 1 && outer.bottom >= inner.bottom - 1;

  function isLegible(element) {
    if (matches.call(element, LEFT_TO_AXE)) return false;
    const { known, colour, holder } = ground(element);
    const style = getComputedStyle(element);
    const drawn = luminance(style.color);
    if (!known || drawn === null || style.textShadow !== "none" || style.webkitTextFillColor !== style.color) return false;
    const [dark, light] = [drawn, luminance(colour)].sort((one, other) => one - other);
    if ((light + 0.05) / (dark + 0.05) < ENOUGH) return false;
    const boxes = matches.call(element, FIELD) ? [getBoundingClientRect.call(element)] : boxesOfItsText(element);
    const around = holder && getBoundingClientRect.call(holder);
    return boxes !== null && boxes.every((box) => (!around || holds(around, box)) && nothingElseIsPainted(box, element));
  }

  /* Where its own text is drawn; null where some of it has neither letter nor digit. */
  function boxesOfItsText(element) {
    const boxes = [];
    const range = document.createRange();
    for (const child of childrenOf.call(element)) {
      if (child.nodeType !== 3 || !child.data.trim()) continue;
      if (!/[\p{L}\p{N}]/u.test(child.data)) return null;
      range.selectNodeContents(child);
      boxes.push(...range.getClientRects());
    }
    return boxes;
  }

  function nothingElseIsPainted(box, element) {
    return bandsOf(box).every((band) =>
      (bands.get(band) ?? []).every(([other, painted]) => !overlap(painted, box) || contains.call(other, element)),
    );
  }

  function isUnderlined(element) {
    if (!getComputedStyle(element).textDecorationLine.includes("underline")) return false;
    for (let above = element.parentElement; above; above = above.parentElement)
      if (getComputedStyle(above).textDecorationLine !== "none") return false;
    return true;
  }

  function spare(id, isSpared) {
    const concerns = axe._audit.rules.find((rule) => rule.id === id).matches;
    axe.configure({ rules: [{ id, matches: (node, ...others) => !isSpared(node) && concerns(node, ...others) }] });
  }

  spare("color-contrast", isLegible);
  spare("link-in-text-block", isUnderlined);
})()
