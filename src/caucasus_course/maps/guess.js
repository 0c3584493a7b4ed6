// Lets the reader mark areas, by click or in a list, and then shows the answer with an overlap score. Nothing leaves the frame.
// Puts the list below the map and returns the function that makes the areas answer once the map is drawn.
function addGuess(parts) {
  "use strict";
  const { guess, ids, stepped, nameOf, changed } = parts;
  const answer = new Set(guess.answer);
  const marked = new Set();
  let isRevealed = false;

  const box = make("div", "", { class: "guess", role: "group" });
  const list = make("fieldset");
  list.append(make("legend", guess.question));
  const told = make("p", "", { role: "status", id: "guess-score" });
  const rows = new Map();

  const lookOf = (id) => {
    if (!isRevealed) return marked.has(id) ? "marked" : "open";
    if (marked.has(id)) return answer.has(id) ? "right" : "wrong";
    return answer.has(id) ? "missed" : "open";
  };
  const WORDS = { right: "✓ right", wrong: "✗ not part of it", missed: "! missed", open: "", marked: "" };
  const paint = () => {
    for (const thing of stepped.flat()) {
      const key = lookOf(thing.id);
      thing.setLook(guess.looks[key]);
      const [input, word] = rows.get(thing.id);
      input.checked = marked.has(thing.id);
      word.textContent = WORDS[key];
    }
    changed();
  };
  const toggle = (id) => {
    if (isRevealed) return;
    if (!marked.delete(id)) marked.add(id);
    paint();
  };
  for (const id of [...ids].sort((a, b) => nameOf(a).localeCompare(nameOf(b)))) {
    const input = make("input", "", { type: "checkbox" });
    const word = make("span", "");
    const label = make("label");
    label.append(input, make("span", nameOf(id)), word);
    input.addEventListener("change", () => toggle(id));
    rows.set(id, [input, word]);
    list.append(label);
  }

  const button = make("button", "Reveal", { type: "button" });
  const score = () => {
    const right = [...marked].filter((id) => answer.has(id)).length;
    const all = new Set([...marked, ...answer]).size;
    const share = Math.round((100 * right) / all);
    return `You marked ${marked.size}; ${right} of the ${answer.size} are right. Your marks and the answer are ${all} areas together, ${right} in both: overlap ${share} %. ${guess.told}`;
  };
  button.addEventListener("click", () => {
    isRevealed = !isRevealed;
    button.textContent = isRevealed ? "Hide the answer and change my marks" : "Reveal";
    told.textContent = isRevealed ? score() : "";
    for (const [input] of rows.values()) input.disabled = isRevealed;
    paint();
  });
  const foot = make("div", "", { class: "foot" });
  foot.append(button, told);
  box.append(list, foot);
  document.querySelector("main").append(box);
  return () => {
    paint();
    for (const thing of stepped.flat()) {
      thing.drawn.unbindPopup();
      thing.drawn.on("click", () => toggle(thing.id));
    }
  };
}
