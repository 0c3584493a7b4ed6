// Draw a quiz. The page knows stems and options only: an answer goes to the kernel, and what it says comes back.

const MARKS = { Right: "✓", "Partly right": "◐", "Not yet": "✗" };

/** Return the fields for a question with options: native radio buttons or checkboxes that share one name. */
function choiceFields(question, name, type) {
  const inputs = question.options.map((option) => make("input", { type, name, value: option.id }));
  const labels = inputs.map((input, place) =>
    make("label", { className: "cc-option" }, input, make("span", { text: question.options[place].text, dir: "auto" })),
  );
  const chosen = () => inputs.filter((input) => input.checked).map((input) => input.value);
  return {
    elements: labels,
    read: () => (type === "radio" ? (chosen()[0] ?? null) : chosen().length ? chosen() : null),
    write: (answer) => inputs.forEach((input) => (input.checked = [answer].flat().includes(input.value))),
    reminder: type === "radio" ? "Choose an answer first." : "Choose at least one answer first.",
  };
}

/** Return the field for a question that is answered with a number. */
function numberFields(question, name) {
  const input = make("input", { type: "text", inputmode: "decimal", autocomplete: "off", maxlength: 60, name });
  const label = make("label", { className: "cc-number" }, make("span", { text: "Your answer" }), input);
  if (question.unit) label.append(make("span", { text: question.unit }));
  return {
    elements: [label],
    read: () => input.value.trim() || null,
    write: (answer) => (input.value = String(answer)),
    reminder: "Write a number first.",
  };
}

const FIELDS = {
  one: (question, name) => choiceFields(question, name, "radio"),
  many: (question, name) => choiceFields(question, name, "checkbox"),
  number: numberFields,
};

/** Return a card for one question: what it shows, and how to tell it what the kernel said. */
function questionCard(question, number, ask) {
  const name = uniqueWord();
  const fields = FIELDS[question.kind](question, name);
  const status = make("div", { className: "cc-status", role: "status" });
  const say = (...children) => status.replaceChildren(...children);
  const sayPlainly = (text, className = "cc-remark") => say(make("p", { className, text }));
  const check = (event) => {
    event.preventDefault();
    const answer = fields.read();
    if (answer === null) return sayPlainly(fields.reminder);
    form.dataset.state = "waiting";
    ask(question.id, { do: "mark", answer });
  };
  // In JupyterLab 4.6 Enter in a text field does not submit its form, as it does on a plain page.
  const enter = (event) => {
    if (event.key !== "Enter" || event.target.tagName !== "INPUT") return;
    event.preventDefault();
    form.requestSubmit();
  };
  const hintButton =
    question.has_hint && make("button", { type: "button", className: "cc-quiet", text: "Hint", onclick: () => ask(question.id, { do: "hint" }) });
  const form = make(
    "form",
    { className: "cc-question", novalidate: "", onsubmit: check, oninput: () => clear(), onkeydown: enter },
    make(
      "fieldset",
      {},
      make("legend", {}, make("span", { className: "cc-number-of", text: `${number}. ` }), make("span", { text: question.stem, dir: "auto" })),
      make("p", { className: "cc-task", text: `${question.task} · ${question.points}` }),
      ...fields.elements,
    ),
    make("div", { className: "cc-actions" }, make("button", { type: "submit", className: "cc-check", text: "Check" }), hintButton),
    status,
  );
  // Feedback belongs to the answer it was given for: a new choice takes it away.
  const clear = () => {
    if (form.dataset.state) say();
    delete form.dataset.state;
  };
  const showMark = (mark) => {
    form.dataset.state = mark.word;
    const lines = mark.replies.map((reply) =>
      make(
        "p",
        { className: "cc-reply" },
        make("span", { className: "cc-about", text: `${reply.is_right ? "✓" : "✗"} ${reply.about}`, dir: "auto" }),
        make("span", { text: reply.text, dir: "auto" }),
      ),
    );
    const head = make("p", { className: "cc-word" }, make("span", { text: MARKS[mark.word], "aria-hidden": "true" }), make("strong", { text: mark.word }), make("span", { className: "cc-score", text: mark.score }));
    say(head, ...lines, mark.note && make("p", { text: mark.note }), ...mark.remarks.map((text) => make("p", { className: "cc-remark", text })));
  };
  const trouble = (text) => {
    form.dataset.state = "trouble";
    sayPlainly(text);
  };
  const hint = (text) => {
    delete form.dataset.state;
    say(make("p", { className: "cc-hint" }, make("strong", { text: "Hint. " }), make("span", { text, dir: "auto" })));
  };
  return { form, showMark, trouble, hint, write: fields.write, isAnswered: false };
}

function render({ model, el }) {
  const questions = model.get("questions");
  const cards = new Map();
  const progress = make("p", { className: "cc-progress" });
  const ask = asker(model, (question, text) => cards.get(question)?.trouble(text));
  questions.forEach((question, place) => cards.set(question.id, questionCard(question, place + 1, ask)));

  const countAnswered = () => {
    const answered = [...cards.values()].filter((card) => card.isAnswered).length;
    progress.textContent = `${answered} of ${questions.length} answered`;
  };
  const notice = make("div", { className: "cc-notice", role: "status" });
  const hear = (message) => {
    const card = cards.get(message.question);
    ask.heard(message.question);
    if (message.kind === "mark" && card) {
      if (message.answer !== undefined) card.write(message.answer);
      card.isAnswered = true;
      card.showMark(message.mark);
      countAnswered();
    } else if (message.kind === "hint" && card) card.hint(message.text);
    else if (card) card.trouble(message.text);
    else notice.replaceChildren(make("p", { className: "cc-remark", text: message.text }));
  };

  const titleId = uniqueWord();
  el.append(
    make(
      "section",
      { className: "cc-quiz", "aria-labelledby": titleId },
      make("header", { className: "cc-head" }, make("h3", { id: titleId, text: model.get("title") }), progress),
      notice,
      ...[...cards.values()].map((card) => card.form),
    ),
  );
  countAnswered();
  model.on("msg:custom", hear);
  model.send({ do: "resume" });
  return () => {
    model.off("msg:custom", hear);
    ask.stop();
  };
}

export default { render };
