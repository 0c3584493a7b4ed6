// What all widgets build their pages from. Text only ever goes in as text: nothing here reads markup.

/** Return a new element. `className` and `text` are set as such, `on…` listens, all else becomes an attribute. */
function make(tag, { className, text, ...rest } = {}, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  for (const [name, value] of Object.entries(rest)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== null) element.setAttribute(name, value);
  }
  // JupyterLab takes `b` for "insert a cell" unless the element that has the focus says otherwise; on a container
  // around it the attribute does nothing.
  if (["input", "button", "select", "textarea"].includes(tag)) element.setAttribute("data-lm-suppress-shortcuts", "true");
  element.append(...children.filter(Boolean));
  return element;
}

const KEPT = "caucasus-course:kept"; // what a writing box calls out, and what wants to show its text listens for

/** Return a word that is unique in the page, for the names and ids of one view. */
function uniqueWord() {
  return `cc-${Math.random().toString(36).slice(2, 10)}`;
}

const SILENCE = "The kernel has not replied. Run the cells of this lesson again, from the top, and try once more.";

/** Return a function that asks the kernel and calls `onSilence` when nothing comes back within `patience` ms. */
function asker(model, onSilence, patience = 8000) {
  const waiting = new Map();
  const ask = (question, message) => {
    clearTimeout(waiting.get(question));
    waiting.set(question, setTimeout(() => onSilence(question, SILENCE), patience));
    try {
      model.send({ ...message, question });
    } catch {
      ask.heard(question);
      onSilence(question, SILENCE);
    }
  };
  ask.heard = (question) => {
    clearTimeout(waiting.get(question));
    waiting.delete(question);
  };
  ask.stop = () => waiting.forEach((timer) => clearTimeout(timer));
  return ask;
}
