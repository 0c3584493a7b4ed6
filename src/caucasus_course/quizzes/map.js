// A map whose shapes are the options: one radio group, reached with Tab, walked with the arrow keys.

const SVG = "http://www.w3.org/2000/svg";
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Return a new element of a picture with these attributes. */
function draw(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Return one shape with its number; the number is for the eye, the option's text for the ear. */
function shape({ d, at }, text, number) {
  const label = draw("text", { x: at[0], y: at[1], class: "cc-shape-number", "aria-hidden": "true" });
  label.textContent = number;
  return draw(
    "g",
    { role: "radio", "aria-checked": "false", "aria-label": `${number}: ${text}`, tabindex: "-1", class: "cc-shape", "data-lm-suppress-shortcuts": "true" },
    draw("path", { d, "fill-rule": "evenodd" }),
    label,
  );
}

function placeFields(question) {
  const { width, height, backdrop, shapes } = question.picture;
  const groups = question.options.map(({ id, text }, place) => shape(shapes[id], text, String(place + 1)));
  const says = make("p", { className: "cc-chosen", text: "Choose a number on the map." });
  let chosen = null;
  const map = draw(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, role: "radiogroup", "aria-label": "Map", class: "cc-map" },
    draw("g", { class: "cc-backdrop", "aria-hidden": "true" }, ...backdrop.map((d) => draw("path", { d }))),
    ...groups,
  );
  const mark = (place) => {
    chosen = place;
    groups.forEach((group, at) => {
      group.setAttribute("aria-checked", String(at === place));
      group.setAttribute("tabindex", at === (place ?? 0) ? "0" : "-1");
    });
    says.textContent = place === null ? "Choose a number on the map." : `Chosen: ${place + 1}, ${question.options[place].text}`;
  };
  const choose = (place) => {
    if (map.closest("fieldset").disabled) return;
    mark(place);
    groups[place].focus();
    map.dispatchEvent(new Event("input", { bubbles: true }));
  };
  groups.forEach((group, place) => {
    group.addEventListener("click", () => choose(place));
    group.addEventListener("keydown", (event) => {
      const step = STEPS[event.key];
      if (!step && event.key !== " ") return;
      event.preventDefault();
      choose((place + (step ?? 0) + groups.length) % groups.length);
    });
  });
  mark(null);
  return {
    elements: [map, says],
    read: () => (chosen === null ? null : question.options[chosen].id),
    write: (answer) => mark(Math.max(0, question.options.findIndex(({ id }) => id === answer))),
    reminder: "Choose a place on the map first.",
  };
}
