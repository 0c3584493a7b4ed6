// Draw a source card: the head, a box for a prediction, then the words, which can be marked one by one.

function render({ model, el }) {
  const status = make("p", { role: "status", className: "cc-kept" });
  const ask = asker(model, (_, text) => (status.textContent = text));
  const body = make("div");
  const id = uniqueWord();
  let marked = new Set();

  const head = make("dl", { className: "cs-head" });
  for (const [name, value] of model.get("head")) head.append(make("dt", { text: name }), make("dd", { text: value, dir: "auto" }));

  // --- the prediction: sourcing comes before reading ------------------------
  const box = make("textarea", { rows: 3, maxlength: 5000, dir: "auto", id });
  const open = make("button", { type: "button", className: "cc-check", text: "Open the text", onclick: () => ask("open", { do: "predict", text: box.value }) });
  const predict = make(
    "div", {},
    make("label", { className: "cc-prompt", for: id, text: "From the head alone: what do you expect this text to say, and to leave out?" }),
    box, open,
  );

  // --- the words: one stop for Tab, arrows between words, Space or Enter marks ----
  const paint = (word, index) => {
    word.setAttribute("aria-pressed", String(marked.has(index)));
    word.classList.toggle("cs-marked", marked.has(index));
  };
  const drawWords = (words) => {
    const buttons = words.map((text, index) => {
      const word = make("button", { type: "button", className: "cs-piece", text, tabindex: index ? -1 : 0 });
      word.addEventListener("click", () => { marked.has(index) ? marked.delete(index) : marked.add(index); paint(word, index); });
      word.addEventListener("keydown", (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 8, ArrowUp: -8, Home: -index, End: words.length - 1 - index }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        const next = buttons[Math.min(Math.max(index + step, 0), words.length - 1)];
        buttons.forEach((button) => (button.tabIndex = -1));
        next.tabIndex = 0;
        next.focus();
      });
      paint(word, index);
      return word;
    });
    const text = make("blockquote", { className: "cs-text", role: "group", "aria-label": "The text, word by word; mark loaded words" });
    buttons.forEach((button) => text.append(button, " "));
    return text;
  };
  // --- the same words in their own language, beside the translation ------------
  const drawOriginal = ({ text, language, code }) =>
    make(
      "div", { className: "cs-original" },
      make("p", { className: "cc-task", text: `In ${language}:` }),
      make("blockquote", { className: "cs-text" }, make("bdi", { text, lang: code })),
    );
  const drawPair = (message) => {
    const words = drawWords(message.words);
    if (!message.original?.text) return words;
    const translated = make("div", {}, make("p", { className: "cc-task", text: "In English:" }), words);
    return make("div", { className: "cs-pair" }, translated, drawOriginal(message.original));
  };
  const notes = make("div", { role: "status", className: "cs-notes" });
  const drawText = (message) => {
    marked = new Set(message.marked ?? []);
    const compare = make("button", { type: "button", className: "cc-check", text: "Compare with the class notes", onclick: () => ask("mark", { do: "mark", marked: [...marked] }) });
    const mine = message.prediction ? make("p", { className: "cs-mine", dir: "auto", text: `You expected: ${message.prediction}` }) : null;
    const how = make("p", { className: "cc-task", text: "Mark the words that judge, accuse or excuse: click, or arrow keys and Space." });
    body.replaceChildren(...[mine, how, drawPair(message), compare, notes].filter(Boolean));
  };
  const drawNotes = (message) => {
    const lines = [
      message.loaded.length ? `The class notes mark: ${message.loaded.join(", ")}.` : "The class notes mark no single word here.",
      message.also.length ? `You marked these too: ${message.also.join(", ")}.` : "",
      message.notice,
    ];
    notes.replaceChildren(...lines.filter(Boolean).map((text) => make("p", { text, dir: "auto" })));
  };

  // --- citation, one click away -----------------------------------------------
  const cited = make("details", { className: "cs-cite" }, make("summary", { text: "Cite this source" }));
  for (const [name, text] of Object.entries(model.get("citations"))) {
    cited.append(make("p", { className: "cc-task", text: name }), make("pre", { tabindex: 0, text, dir: "auto" }));
  }

  const hear = (message) => {
    ask.heard(message.question);
    if (message.kind === "text") drawText(message);
    // The button that had the focus is gone: reading goes on at the first word.
    if (message.kind === "text" && message.question === "open") body.querySelector(".cs-piece")?.focus();
    if (message.kind === "notes") drawNotes(message);
    status.textContent = message.kind === "trouble" ? message.text : message.said ?? "";
  };
  body.append(predict);
  el.append(make("div", { className: "cc-quiz cs-card cs-source", role: "group", "aria-label": `Source card: ${model.get("head")[0][1]}` }, head, body, status, cited));
  model.on("msg:custom", hear);
  model.send({ do: "resume" });
  return () => { model.off("msg:custom", hear); ask.stop(); };
}

export default { render };
