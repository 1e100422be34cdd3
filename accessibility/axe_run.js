/* Runs axe on this document and returns only what findings need. OPTIONS, its argument, is replaced.
 *
 * Each document, frames included, is run as if it were alone: axe leaves the results of a frame that did not ask for
 * them unfinished. The rules that only concern the page itself are left out of the frames' OPTIONS.
 */
(async () => {
  const report = await axe.run({ include: [document], initiator: true }, OPTIONS);
  const actRules = Object.fromEntries(axe.getRules().map((rule) => [rule.ruleId, rule.actIds || []]));
  const compact = (result, verdict) => ({
    id: result.id,
    verdict,
    act: actRules[result.id],
    help: result.help,
    tags: result.tags.filter((tag) => /^(RGAA-|wcag\d{3,})/.test(tag)),
    nodes: result.nodes.map((node) => {
      const element = node.element;
      const data = {};
      const messages = [];
      const turned = [];
      for (const check of [...node.any, ...node.all, ...node.none]) {
        if (check.data !== null && check.data !== undefined) data[check.id] = check.data;
        if (check.id === "css-orientation-lock") turned.push(...(check.relatedNodes || []).map((one) => one.element));
        if (check.message) messages.push([check.id, check.message]);
      }
      return {
        index: element && globalThis.parvisIndex ? (parvisIndex.get(element) ?? null) : null,
        tag: element ? element.localName : "",
        role: element ? (element.getAttribute("role") || "").trim().toLowerCase().split(/\s+/)[0] : "",
        target: node.target.map(String),
        html: node.html.slice(0, 300),
        messages,
        turned: turned.map((one) => globalThis.parvisIndex?.get(one)).filter((index) => index !== undefined),
        data: { "color-contrast": data["color-contrast"] },
      };
    }),
  });
  return JSON.stringify({
    version: axe.version,
    results: [
      ...report.violations.map((result) => compact(result, "fail")),
      ...report.incomplete.map((result) => compact(result, "review")),
    ],
  });
})()
