// A question's card: its empty form, what fills it, and what the kernel's words do to it.

const MARKS = { Right: "✓", "Partly right": "◐", "Not yet": "✗" };
const NUMBER = { className: "cc-number", reminder: "Write a number first.", inputmode: "decimal", maxlength: 60 };
const WORDS = { className: "cc-text", reminder: "Write an answer first.", maxlength: 300, dir: "auto", spellcheck: "false" };
const CHOICES = { one: "radio", many: "checkbox" };
const FIELDS = {
  one: choiceFields,
  many: choiceFields,
  number: (question) => writtenFields(question, NUMBER),
  text: (question) => writtenFields(question, WORDS),
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

/** Return a form without words. */
function emptyCard(verb, options) {
  return make(
    "form",
    { className: "cc-question", novalidate: "" },
    make("fieldset", {}, make("legend", { dir: "auto", text: " " }), make("p", { className: "cc-task", text: " " }), ...options),
    make("button", { type: "submit", className: "cc-check", text: verb }),
    make("div", { className: "cc-status", role: "status" }),
  );
}

/** Return a function that gives a question its empty form: to copy a whole form costs the page far less than its parts. */
function emptyCards(verb) {
  const forms = new Map();
  return ({ kind, options }) => {
    const type = CHOICES[kind];
    const shape = type ? `${type} ${options.length}` : "no options";
    if (!forms.has(shape)) forms.set(shape, emptyCard(verb, type ? emptyOptions(type, options.length) : []));
    return forms.get(shape).cloneNode(true);
  };
}

/** One question on the page; the quiz hears its form's events for it. */
class Card {
  isAnswered = false;

  constructor(form, question, number, ask) {
    [this.fieldset, this.checkButton, this.status] = form.children;
    Object.assign(this, { form, question, ask, fields: FIELDS[question.kind](question, this.fieldset) });
    const [legend, task] = this.fieldset.children;
    legend.firstChild.data = `${number}. ${question.stem}`;
    task.firstChild.data = `${question.task} · ${question.points}`;
    this.fieldset.append(...this.fields.elements);
    if (question.hint) this.checkButton.after(this.makeHintButton());
  }

  makeHintButton() {
    const onclick = () => this.ask(this.question.id, { do: "hint" });
    this.hintButton = make("button", { type: "button", className: "cc-quiet", text: this.question.hint, onclick });
    return this.hintButton;
  }

  say(state, ...children) {
    if (state) this.form.dataset.state = state;
    else delete this.form.dataset.state;
    this.status.replaceChildren(...children);
  }

  onsubmit(event) {
    event.preventDefault();
    if (this.fieldset.disabled) return;
    const answer = this.fields.read();
    if (answer === null) return this.status.replaceChildren(make("p", { className: "cc-remark", text: this.fields.reminder }));
    this.form.dataset.state = "waiting";
    this.ask(this.question.id, { do: "mark", answer });
  }

  // In JupyterLab 4.6 Enter in a text field does not submit its form, as it does on a plain page.
  onkeydown(event) {
    if (event.key !== "Enter" || event.target.tagName !== "INPUT") return;
    event.preventDefault();
    this.form.requestSubmit();
  }

  // Feedback belongs to the answer it was given for: a new choice takes it away.
  oninput() {
    if (this.form.dataset.state) this.say(null);
  }

  mark({ mark, is_closed }) {
    this.isAnswered = true;
    this.say(mark.word, ...feedback(mark));
    if (is_closed) this.close();
  }

  kept({ text }) {
    this.isAnswered = true;
    this.say("kept", make("p", { text }));
  }

  trouble({ text }) {
    this.say("trouble", make("p", { className: "cc-remark", text }));
  }

  hint({ text }) {
    this.say(null, make("p", { className: "cc-hint" }, make("strong", { text: "Hint. " }), make("span", { text, dir: "auto" })));
  }

  close() {
    this.fieldset.disabled = true;
    // Not `disabled`: that would take the focus away from who has just pressed the button.
    for (const button of [this.checkButton, this.hintButton]) button?.setAttribute("aria-disabled", "true");
    this.checkButton.textContent = "Closed";
  }
}
