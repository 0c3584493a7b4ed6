// Draw a quiz. The page knows stems and options only: an answer goes to the kernel, and what it says comes back.

const REPLIES = ["mark", "kept", "hint", "trouble"]; // what the kernel says of one question

/** Return a quiz as it stands before any answer, and how it begins to listen; listening ends with what that returns. */
function build(model) {
  const questions = JSON.parse(model.get("questions")[0]);
  const cards = new Map();
  const progress = make("p", { className: "cc-progress" });
  const notice = make("div", { className: "cc-notice", role: "status" });
  const warn = (text) => notice.replaceChildren(make("p", { className: "cc-remark", text }));
  const ask = asker(model, (question, text) => (cards.has(question) ? cards.get(question).trouble({ text }) : warn(text)));
  const emptyForm = emptyCards(model.get("mode") === "practice" ? "Check" : "Keep");
  questions.forEach((question, place) => cards.set(question.id, new Card(emptyForm(question), question, place + 1, ask)));

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
    if (message.answer !== undefined) card.fields.write(message.answer);
    if (REPLIES.includes(message.kind)) card[message.kind](message);
    countAnswered();
  };

  const titleId = uniqueWord();
  const showResults =
    model.get("mode") === "end" &&
    make("button", { type: "button", className: "cc-check", text: "Show all results", onclick: () => ask("results", { do: "results" }) });
  const root = make(
    "div",
    { className: "cc-quiz cc-arriving", role: "group", "aria-labelledby": titleId },
    make("div", { className: "cc-head" }, make("p", { className: "cc-title", id: titleId, text: model.get("title") }), progress),
    showResults ? null : notice,
    ...[...cards.values()].map((card) => card.form),
    showResults && make("div", { className: "cc-actions cc-end" }, showResults),
    showResults ? notice : null,
  );
  countAnswered();
  const byForm = new Map([...cards.values()].map((card) => [card.form, card]));
  const pass = (event) => byForm.get(event.target.closest("form"))?.[`on${event.type}`](event);
  for (const name of ["submit", "input", "keydown"]) root.addEventListener(name, pass);
  const listen = (view) => {
    view.on("msg:custom", hear);
    // What the window shows comes first, then the questions below its edge, then earlier answers to them.
    let isShown = true;
    const arrive = () => {
      if (!isShown) return;
      root.classList.remove("cc-arriving");
      view.send({ do: "resume" });
    };
    requestAnimationFrame(() => setTimeout(arrive));
    return () => {
      isShown = false;
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
