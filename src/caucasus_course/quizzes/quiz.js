// Draw a quiz. The page knows stems and options only: an answer goes to the kernel, and what it says comes back.

const MARKS = { Right: "✓", "Partly right": "◐", "Not yet": "✗" };
const NUMBER = { className: "cc-number", reminder: "Write a number first.", inputmode: "decimal", maxlength: 60 };
const WORDS = { className: "cc-text", reminder: "Write an answer first.", maxlength: 300, dir: "auto", spellcheck: "false" };
const FIELDS = {
  one: (question, name) => choiceFields(question, name, "radio"),
  many: (question, name) => choiceFields(question, name, "checkbox"),
  number: (question, name) => writtenFields(question, name, NUMBER),
  text: (question, name) => writtenFields(question, name, WORDS),
  order: orderFields,
  match: matchFields,
  place: placeFields,
};

/** Return what a mark says: its word and points, the replies, and what is left to know. */
function feedback(mark) {
  const lines = mark.replies.map((reply) =>
    make(
      "p",
      { className: "cc-reply" },
      make("span", { className: "cc-about", text: `${reply.is_right ? "✓" : "✗"} ${reply.about}`, dir: "auto" }),
      make("span", { text: reply.text, dir: "auto" }),
    ),
  );
  const word = [make("span", { text: MARKS[mark.word], "aria-hidden": "true" }), make("strong", { text: mark.word })];
  const head = make("p", { className: "cc-word" }, ...word, make("span", { className: "cc-score", text: mark.score }));
  const notes = [mark.note, mark.tries].filter(Boolean).map((text) => make("p", { text }));
  return [head, ...lines, ...notes, ...mark.remarks.map((text) => make("p", { className: "cc-remark", text }))];
}

/** Return a function that copies a card without words: a copy costs the page far less than building each card anew. */
function emptyCards(verb) {
  const empty = make(
    "form",
    { className: "cc-question", novalidate: "" },
    make("fieldset", {}, make("legend", { dir: "auto" }), make("p", { className: "cc-task" })),
    make("button", { type: "submit", className: "cc-check", text: verb }),
    make("div", { className: "cc-status", role: "status" }),
  );
  return () => empty.cloneNode(true);
}

/** Return a card for one question: what it shows, and how to tell it what the kernel said. */
function questionCard(form, question, number, ask) {
  const fields = FIELDS[question.kind](question, uniqueWord());
  const [fieldset, checkButton, status] = form.children;
  const [legend, task] = fieldset.children;
  const say = (...children) => status.replaceChildren(...children.filter(Boolean));
  const sayPlainly = (text, className = "cc-remark") => say(make("p", { className, text }));
  const hintButton =
    question.hint && make("button", { type: "button", className: "cc-quiet", text: question.hint, onclick: () => ask(question.id, { do: "hint" }) });
  legend.textContent = `${number}. ${question.stem}`;
  task.textContent = `${question.task} · ${question.points}`;
  fieldset.append(...fields.elements);
  if (hintButton) checkButton.after(hintButton);
  const check = (event) => {
    event.preventDefault();
    if (fieldset.disabled) return;
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
  const card = { isAnswered: false, write: fields.write };
  // Feedback belongs to the answer it was given for: a new choice takes it away.
  const clear = () => {
    if (form.dataset.state) say();
    delete form.dataset.state;
  };
  form.addEventListener("input", clear);
  form.addEventListener("submit", check);
  form.addEventListener("keydown", enter);
  const tell = (state, ...children) => {
    form.dataset.state = state;
    say(...children);
  };
  card.form = form;
  card.showMark = (mark) => tell(mark.word, ...feedback(mark));
  card.trouble = (text) => tell("trouble", make("p", { className: "cc-remark", text }));
  card.kept = (text) => tell("kept", make("p", { text }));
  card.hint = (text) => {
    delete form.dataset.state;
    say(make("p", { className: "cc-hint" }, make("strong", { text: "Hint. " }), make("span", { text, dir: "auto" })));
  };
  card.close = () => {
    fieldset.disabled = true;
    // Not `disabled`: that would take the focus away from who has just pressed the button.
    for (const button of [checkButton, hintButton].filter(Boolean)) button.setAttribute("aria-disabled", "true");
    checkButton.textContent = "Closed";
  };
  return card;
}

/** Return what each kind of message of the kernel does to the card of its question. */
const HEARD = {
  mark: (card, message) => {
    card.isAnswered = true;
    card.showMark(message.mark);
    if (message.is_closed) card.close();
  },
  kept: (card, message) => {
    card.isAnswered = true;
    card.kept(message.text);
  },
  hint: (card, message) => card.hint(message.text),
  trouble: (card, message) => card.trouble(message.text),
};

/** Return a quiz as it stands before any answer, and how it begins to listen; listening ends with what that returns. */
function build(model) {
  const questions = model.get("questions");
  const cards = new Map();
  const progress = make("p", { className: "cc-progress" });
  const notice = make("div", { className: "cc-notice", role: "status" });
  const warn = (text) => notice.replaceChildren(make("p", { className: "cc-remark", text }));
  const ask = asker(model, (question, text) => (cards.has(question) ? cards.get(question).trouble(text) : warn(text)));
  const emptyCard = emptyCards(model.get("mode") === "practice" ? "Check" : "Keep");
  questions.forEach((question, place) => cards.set(question.id, questionCard(emptyCard(), question, place + 1, ask)));

  const countAnswered = () => {
    const answered = [...cards.values()].filter((card) => card.isAnswered).length;
    progress.textContent = `${answered} of ${questions.length} answered`;
  };
  const hear = (message) => {
    const card = cards.get(message.question);
    ask.heard(message.question);
    if (message.kind !== "trouble") ask.heard("results");
    if (!card) {
      ask.heard("results");
      return warn(message.text);
    }
    notice.replaceChildren();
    if (message.answer !== undefined) card.write(message.answer);
    HEARD[message.kind]?.(card, message);
    countAnswered();
  };

  const titleId = uniqueWord();
  const showResults =
    model.get("mode") === "end" &&
    make("button", { type: "button", className: "cc-check", text: "Show all results", onclick: () => ask("results", { do: "results" }) });
  const root = make(
    "div",
    { className: "cc-quiz", role: "group", "aria-labelledby": titleId },
    make("div", { className: "cc-head" }, make("p", { className: "cc-title", id: titleId, text: model.get("title") }), progress),
    showResults ? null : notice,
    ...[...cards.values()].map((card) => card.form),
    showResults && make("div", { className: "cc-actions cc-end" }, showResults),
    showResults ? notice : null,
  );
  countAnswered();
  const listen = (view) => {
    view.on("msg:custom", hear);
    view.send({ do: "resume" });
    return () => {
      view.off("msg:custom", hear);
      ask.stop();
    };
  };
  return { root, listen };
}

// Built for its first view as soon as the page hears of a quiz, while the kernel's word on where to show it is on its way.
// The questions stand for the model, of which anywidget hands out a new face each time.
const built = new WeakMap();

export default {
  initialize: ({ model }) => {
    built.set(model.get("questions"), build(model));
  },
  render: ({ model, el }) => {
    const quiz = built.get(model.get("questions")) ?? build(model);
    built.delete(model.get("questions"));
    el.append(quiz.root);
    return quiz.listen(model);
  },
};
