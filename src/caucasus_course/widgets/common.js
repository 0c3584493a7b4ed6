// What all widgets build their pages from. Text only ever goes in as text: nothing here reads markup.

/**
 * Let keys reach an element in JupyterLab, which else takes `b` for "insert a cell" and Enter for "edit the cell".
 * On a container around the element that has the focus the attribute does nothing.
 */
function keepKeys(element) {
  element.setAttribute("data-lm-suppress-shortcuts", "true");
}

// A figure's link stands in Markdown, where nobody can write that attribute: without it, Enter opens an editor.
const LINKS = Symbol.for("caucasus-course:links");
if (!window[LINKS]) {
  window[LINKS] = true;
  document.addEventListener("focusin", ({ target }) => target.matches?.(".jp-RenderedHTMLCommon a[href]") && keepKeys(target));
}

/** Return a new element. `className` and `text` are set as such, `on…` listens, all else becomes an attribute. */
function make(tag, { className, text, ...rest } = {}, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  for (const [name, value] of Object.entries(rest)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== null) element.setAttribute(name, value);
  }
  if (["input", "button", "select", "textarea", "summary"].includes(tag) || "tabindex" in rest) keepKeys(element);
  element.append(...children.filter(Boolean));
  return element;
}

/** Give the page a style sheet, once for all widgets that ask for it. */
function dress(name, css) {
  const id = `caucasus-course-${name}`;
  const sheet = document.getElementById(id) ?? document.head.appendChild(make("style", { id }));
  if (sheet.textContent !== css) sheet.textContent = css;
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
