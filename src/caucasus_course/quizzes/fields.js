// The fields of each kind of question. Each is { elements, read, write, reminder }; `read` gives null for no answer.

/** Return so many empty options: native radio buttons or checkboxes. Each form is a group of its own, so one name does. */
function emptyOptions(type, count) {
  const label = make("label", { className: "cc-option", dir: "auto", text: " " });
  label.prepend(make("input", { type, name: "answer" }));
  return Array.from({ length: count }, () => label.cloneNode(true));
}

/** Fill the empty options that a card was copied with. */
function choiceFields({ options }, fieldset) {
  const labels = fieldset.getElementsByClassName("cc-option");
  const inputs = options.map(({ id, text }, place) => {
    const [input, words] = labels[place].childNodes;
    input.value = id;
    words.data = text;
    return input;
  });
  const isOne = inputs[0].type === "radio";
  const chosen = () => inputs.filter((input) => input.checked).map((input) => input.value);
  return {
    elements: [],
    read: () => (isOne ? (chosen()[0] ?? null) : chosen().length ? chosen() : null),
    write: (answer) => inputs.forEach((input) => (input.checked = [answer].flat().includes(input.value))),
    reminder: isOne ? "Choose an answer first." : "Choose at least one answer first.",
  };
}

/** Return a field to write in, for a number or a few words. */
function writtenFields(question, { className, reminder, ...attributes }) {
  const input = make("input", { type: "text", autocomplete: "off", name: "answer", ...attributes });
  const label = make("label", { className: `cc-written ${className}` }, make("span", { text: "Your answer" }), input);
  if (question.unit) label.append(make("span", { text: question.unit }));
  return {
    elements: [label],
    read: () => input.value.trim() || null,
    write: (answer) => (input.value = String(answer)),
    reminder,
  };
}

/** Return a list whose entries are moved up and down by buttons, which say where an entry stands now. */
function orderFields(question) {
  const live = make("p", { className: "cc-moved", "aria-live": "polite" });
  const list = make("ol", { className: "cc-order" });
  const rows = new Map();
  const move = (row, text, by, button) => {
    const neighbour = by < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (!neighbour || list.closest("fieldset").disabled) return;
    if (by < 0) neighbour.before(row);
    else neighbour.after(row);
    button.focus(); // an element that moves in the page loses the focus
    live.textContent = `${text}: now ${[...list.children].indexOf(row) + 1} of ${list.children.length}`;
    list.dispatchEvent(new Event("input", { bubbles: true }));
  };
  for (const { id, text } of question.options) {
    const row = make("li", {}, make("span", { text, dir: "auto" }));
    for (const [sign, word, by] of [["↑", "up", -1], ["↓", "down", 1]]) {
      const button = make("button", { type: "button", className: "cc-quiet cc-move", text: sign, "aria-label": `Move ${word}: ${text}` });
      button.addEventListener("click", () => move(row, text, by, button));
      row.append(button);
    }
    rows.set(id, row);
    list.append(row);
  }
  return {
    elements: [list, live],
    read: () => [...list.children].map((row) => [...rows].find(([, each]) => each === row)[0]),
    write: (answer) => answer.forEach((id) => rows.has(id) && list.append(rows.get(id))),
  };
}

/** Return a list in which what belongs to each entry is chosen from a native menu. */
function matchFields(question) {
  const menus = new Map();
  const rows = question.options.map(({ id, text }) => {
    const menu = make("select", { name: `answer-${id}` }, make("option", { value: "", text: "Choose…" }));
    menu.append(...question.choices.map((choice) => make("option", { value: choice, text: choice })));
    menus.set(id, menu);
    return make("label", { className: "cc-pair" }, make("span", { text, dir: "auto" }), menu);
  });
  const chosen = () => Object.fromEntries([...menus].map(([id, menu]) => [id, menu.value]));
  return {
    elements: rows,
    read: () => (Object.values(chosen()).every(Boolean) ? chosen() : null),
    write: (answer) => menus.forEach((menu, id) => (menu.value = answer[id] ?? "")),
    reminder: "Choose something for each first.",
  };
}
