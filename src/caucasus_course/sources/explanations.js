// Draw a question of cause: authors who disagree, side by side, then the evidence that would decide.

function render({ model, el }) {
  const side = (name, text) => [make("dt", { text: name }), make("dd", { text, dir: "auto" })];
  const accounts = model.get("accounts").map((account) =>
    make(
      "li", { className: "cs-account" },
      make("p", { className: "cs-author" }, make("strong", { text: account.author, dir: "auto" }), make("span", { className: "cc-task", text: account.what })),
      make("p", { text: account.explanation, dir: "auto" }),
      make("dl", {}, ...side("Speaks for it", account.speaks_for), ...side("Speaks against it", account.speaks_against)),
      make(
        "details", { className: "cs-cite" }, make("summary", { text: "Work and sources" }),
        ...account.sources.map((text) => make("p", { className: "cc-task", text, dir: "auto" })),
      ),
    ));
  const { parts, listen } = decision(model);
  el.append(
    make(
      "div", { className: "cc-quiz cs-card cs-wide cs-why", role: "group", "aria-label": `Explanations: ${model.get("question")}` },
      make("p", { className: "cs-question", text: model.get("question"), dir: "auto" }),
      make("ul", { className: "cs-accounts" }, ...accounts), ...parts,
    ),
  );
  return listen();
}

export default { render };
