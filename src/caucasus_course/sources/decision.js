// Draw a choice with a reason and, once it is kept, what the course answers: what the boards share.

function decision(model) {
  const words = model.get("words");
  const status = make("p", { role: "status", className: "cc-kept" });
  const ask = asker(model, (_, text) => (status.textContent = text));
  const name = uniqueWord();
  const options = Object.entries(model.get("choices")).map(([value, text]) =>
    make("label", { className: "cc-option" }, make("input", { type: "radio", name, value }), make("span", { text, dir: "auto" })));
  const reason = make("textarea", { rows: 3, maxlength: 5000, dir: "auto", id: `${name}-reason` });
  const ours = make("div", { role: "status", className: "cs-ours" });
  const form = make(
    "form", { onsubmit: (event) => { event.preventDefault(); decide(); } },
    make("fieldset", {}, make("legend", { text: words.legend }), ...options),
    make("label", { className: "cc-prompt cs-compare-reason", for: reason.id, text: words.reason }),
    reason, make("button", { type: "submit", className: "cc-check", text: words.button }),
  );
  const decide = () => {
    const chosen = form.querySelector("input:checked");
    if (!chosen) { status.textContent = words.choose; return; }
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
      make("p", {}, make("strong", { text: `${message.lead} `, dir: "auto" }), make("span", { text: message.reason, dir: "auto" })),
      ...message.evidence.map((text) => make("p", { className: "cc-task", text, dir: "auto" })),
    );
  };
  const listen = () => {
    model.on("msg:custom", hear);
    model.send({ do: "resume" });
    return () => { model.off("msg:custom", hear); ask.stop(); };
  };
  return { parts: [form, status, ours], listen };
}
