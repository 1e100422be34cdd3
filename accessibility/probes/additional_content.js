/* Finds what the pointer may make appear, and says what has appeared, from the isolated world, after the probe. */
globalThis.parvisHover ??= (() => {
  const MOST_RULES = 6000;
  const MOST_TEXTS = 4000;
  const REVEALS = ["display", "visibility", "opacity", "height", "max-height", "clip", "clip-path", "transform", "left", "top"];
  const SHOWN = { visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: false };
  const { checkVisibility, closest, getAttribute, getBoundingClientRect, matches, querySelectorAll, scrollIntoView } =
    Element.prototype;
  const { contains } = Node.prototype;
  const parentElement = (node) => Object.getOwnPropertyDescriptor(Node.prototype, "parentElement").get.call(node);
  const { elementFromPoint, createTreeWalker } = Document.prototype;
  let before = new Set();
  let shown = null;
  let trigger = null;

  function* styleRules(list, left) {
    for (const rule of list) {
      if ((left.rules -= 1) < 0) return;
      if (rule instanceof CSSStyleRule) yield rule;
      if (rule.cssRules?.length) yield* styleRules(rule.cssRules, left);
    }
  }

  /* "li:hover > ul" shows the list of a `li`: what comes before the last combinator is the trigger. */
  function triggersByStyle() {
    const found = new Set();
    const left = { rules: MOST_RULES };
    for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) {
      let rules;
      try {
        rules = sheet.cssRules;
      } catch {
        continue;
      }
      for (const rule of styleRules(rules, left)) {
        if (!rule.selectorText?.includes(":hover") || !REVEALS.some((name) => rule.style.getPropertyValue(name))) continue;
        for (const selector of rule.selectorText.split(",")) {
          const parts = /^(.*:hover[^\s>+~]*)\s*[\s>+~]\s*\S/.exec(selector.trim());
          if (!parts) continue;
          const bare = parts[1].replaceAll(/:(hover|focus-within|focus-visible|focus)\b/g, "").trim() || "*";
          try {
            for (const element of [...Document.prototype.querySelectorAll.call(document, bare)].slice(0, 40)) found.add(element);
          } catch {
            continue;
          }
        }
      }
    }
    return [...found];
  }

  const visible = (element) => {
    if (!checkVisibility.call(element, SHOWN)) return false;
    const box = getBoundingClientRect.call(element);
    return box.width > 4 && box.height > 4 && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight;
  };
  const kind = (element) =>
    [element, parentElement(element)].map((e) => e && `${e.localName}.${getAttribute.call(e, "class") ?? ""}`).join("<");

  function visibleTexts() {
    const found = new Set();
    const walker = createTreeWalker.call(document, document.body, NodeFilter.SHOW_TEXT);
    for (let count = 0; walker.nextNode() && count < MOST_TEXTS; count += 1) {
      const text = walker.currentNode;
      const holder = parentElement(text);
      if (/[\p{L}\p{N}]{2}/u.test(text.data) && !closest.call(holder, "script, style, noscript, title") && visible(holder))
        found.add(text);
    }
    return found;
  }

  const finish = () => {
    for (const motion of document.getAnimations())
      if (Number.isFinite(motion.effect?.getComputedTiming().endTime)) motion.finish();
  };

  return {
    /* One element of each kind that looks alike: [index, by style]. `listening`: those that listen to the pointer. */
    triggers(listening) {
      const kinds = new Map();
      const add = (element, byStyle) => {
        const index = parvisIndex.get(element);
        if (index === undefined || !checkVisibility.call(element, SHOWN) || kinds.has(kind(element))) return;
        kinds.set(kind(element), [index, byStyle]);
      };
      for (const element of triggersByStyle()) add(element, true);
      for (const index of listening) add(parvisElements[index], false);
      for (const element of Document.prototype.querySelectorAll.call(document, "[aria-describedby], [data-tooltip]"))
        if (!matches.call(element, "input, select, textarea")) add(element, false);
      return [...kinds.values()];
    },
    /* Bring a trigger into sight and remember what is there; where the pointer may go over it, or null. */
    prepare(index) {
      trigger = parvisElements[index];
      shown = null;
      let box = getBoundingClientRect.call(trigger);
      if (box.top < 0 || box.bottom > innerHeight) {
        scrollIntoView.call(trigger, { behavior: "instant", block: "center" });
        box = getBoundingClientRect.call(trigger);
      }
      before = visibleTexts();
      for (const share of [0.5, 0.1, 0.9]) {
        const [x, y] = [box.x + box.width * share, box.y + Math.min(box.height / 2, 20)];
        const hit = elementFromPoint.call(document, x, y);
        if (hit && contains.call(trigger, hit)) return [x, y];
      }
      return null;
    },
    /* What has appeared: its text, or an empty one. */
    appeared() {
      finish();
      const texts = [...visibleTexts()].filter((text) => !before.has(text));
      if (!texts.length) return "";
      shown = parentElement(texts[0]);
      return texts.map((text) => text.data.trim().replace(/\s+/g, " ")).join(" ").slice(0, 80);
    },
    isShown() {
      finish();
      return shown !== null && shown.isConnected && visible(shown);
    },
    /* Where the pointer may go over what has appeared, away from the trigger if it can; null when there is no such place. */
    place() {
      const box = getBoundingClientRect.call(shown);
      const home = getBoundingClientRect.call(trigger);
      const places = [0.5, 0.8, 0.2].map((share) => [box.x + box.width * share, box.y + box.height / 2]);
      const reachable = places.filter(([x, y]) => {
        const hit = elementFromPoint.call(document, x, y);
        return hit && contains.call(shown, hit);
      });
      const away = ([x, y]) => x < home.left || x > home.right || y < home.top || y > home.bottom;
      return reachable.find(away) ?? reachable[0] ?? null;
    },
    focus() {
      const inside = [trigger, ...querySelectorAll.call(trigger, "a[href], button, input, select, textarea, [tabindex], summary")];
      for (const element of inside.slice(0, 4)) {
        HTMLElement.prototype.focus.call(element, { preventScroll: true });
        const there = this.isShown();
        HTMLElement.prototype.blur.call(element);
        if (there) return true;
      }
      return false;
    },
  };
})()
