/* Presses a control and says what appeared, from the isolated world, after the probe. */
globalThis.parvisStates ??= (() => {
  const SHOWN = { visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true };
  const { checkVisibility, closest, querySelector } = Element.prototype;
  const { click } = HTMLElement.prototype;
  const table = [parvisIndex, parvisElements, parvisDrawn];
  let before = new Set();

  const visible = () => {
    for (const motion of document.getAnimations())
      if (Number.isFinite(motion.effect?.getComputedTiming().endTime)) motion.finish();
    const all = Document.prototype.querySelectorAll.call(document, "body *");
    return new Set([...all].filter((element) => checkVisibility.call(element, SHOWN)));
  };
  const mayBePressed = (element) =>
    element instanceof HTMLElement && element.isConnected && !element.form && !closest.call(element, "a[href]");
  const selectedTab = (tab) => {
    const list = closest.call(tab, "[role=tablist]");
    return list && querySelector.call(list, "[role=tab][aria-selected=true]");
  };
  let back = null;

  return {
    /* Whether it was pressed. */
    press(index, isTab) {
      const control = parvisElements[index];
      back = isTab ? selectedTab(control) : control;
      if (!back || !mayBePressed(control) || !mayBePressed(back)) return false;
      before = visible();
      click.call(control);
      return true;
    },
    appeared: () => [...visible()].some((element) => !before.has(element)),
    /* After the page was read again: what came with that reading is not what the page at rest is known by. */
    keepToTheFirstTable() {
      [globalThis.parvisIndex, globalThis.parvisElements, globalThis.parvisDrawn] = table;
    },
    pressBack() {
      if (mayBePressed(back)) click.call(back);
    },
    isUndone() {
      const now = visible();
      return now.size === before.size && [...now].every((element) => before.has(element));
    },
  };
})()
