// Draw a corroboration board: every claim side by side, a verdict with a reason, then the course's own.

function render({ model, el }) {
  const heads = ["Figure", "What was counted", "Who says so", "As of", "Where"];
  const table = make("table", { className: "cs-board" }, make("caption", { text: model.get("question"), dir: "auto" }));
  const headRow = make("tr", {}, ...heads.map((text) => make("th", { scope: "col", text })));
  const rows = model.get("lines").map((line) =>
    make("tr", {}, ...line.map((text, i) => make(i ? "td" : "th", { text, dir: "auto", "data-head": heads[i], ...(i ? {} : { scope: "row" }) }))));
  table.append(make("thead", {}, headRow), make("tbody", {}, ...rows));

  const { parts, listen } = decision(model);
  el.append(make("div", { className: "cc-quiz cs-card cs-wide cs-compare", role: "group", "aria-label": `Corroboration board: ${model.get("question")}` }, table, ...parts));
  return listen();
}

export default { render };
