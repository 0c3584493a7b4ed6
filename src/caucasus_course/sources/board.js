// Draw a corroboration board: every claim side by side, a verdict with a reason, then the course's own.

function render({ model, el }) {
  const status = make("p", { role: "status", className: "cc-kept" });
  const ask = asker(model, (_, text) => (status.textContent = text));
  const name = uniqueWord();
  const heads = ["Figure", "What was counted", "Who says so", "As of", "Where"];

  const table = make("table", { className: "cs-board" }, make("caption", { text: model.get("question"), dir: "auto" }));
  const headRow = make("tr", {}, ...heads.map((text) => make("th", { scope: "col", text })));
  const rows = model.get("lines").map((line) =>
    make("tr", {}, ...line.map((text, i) => make(i ? "td" : "th", { text, dir: "auto", "data-head": heads[i], ...(i ? {} : { scope: "row" }) }))));
  table.append(make("thead", {}, headRow), make("tbody", {}, ...rows));

  const options = Object.entries(model.get("choices")).map(([value, meaning]) =>
    make("label", { className: "cc-option" }, make("input", { type: "radio", name, value }), make("span", { text: `${value}: ${meaning}` })));
  const reason = make("textarea", { rows: 3, maxlength: 5000, dir: "auto", id: `${name}-reason` });
  const ours = make("div", { role: "status", className: "cs-ours" });
  const form = make(
    "form", { onsubmit: (event) => { event.preventDefault(); decide(); } },
    make("fieldset", {}, make("legend", { text: "Your verdict on the question above" }), ...options),
    make("label", { className: "cc-prompt cs-compare-reason", for: reason.id, text: "Your reason: which source weighs most, and why?" }),
    reason, make("button", { type: "submit", className: "cc-check", text: "File the verdict" }),
  );
  const decide = () => {
    const chosen = form.querySelector("input:checked");
    if (!chosen) { status.textContent = "Choose one of the four verdicts first."; return; }
    ask("decide", { do: "decide", choice: chosen.value, reason: reason.value });
  };
  const hear = (message) => {
    ask.heard(message.question);
    status.textContent = message.kind === "trouble" ? message.text : message.said ?? "";
    if (message.kind !== "ours") return;
    if (message.mine) {
      reason.value = message.mine.reason ?? "";
      const mine = [...form.querySelectorAll("input[type=radio]")].find((input) => input.value === message.mine.verdict);
      if (mine) mine.checked = true;
    }
    ours.replaceChildren(
      make("p", {}, make("strong", { text: `The course says: ${message.verdict}. ` }), make("span", { text: message.reason, dir: "auto" })),
      ...message.evidence.map((text) => make("p", { className: "cc-task", text, dir: "auto" })),
    );
  };
  el.append(make("div", { className: "cc-quiz cs-card cs-wide cs-compare", role: "group", "aria-label": `Corroboration board: ${model.get("question")}` }, table, form, status, ours));
  model.on("msg:custom", hear);
  model.send({ do: "resume" });
  return () => { model.off("msg:custom", hear); ask.stop(); };
}

export default { render };
