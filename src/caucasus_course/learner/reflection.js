// Draw a box to write in. What is written goes to the kernel as it is written, and is shown again on return.

const PAUSE = 1200; // ms without a key before the text is kept

/** Return how long a text is, in words. */
function wordCount(text) {
  const count = (text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu) ?? []).length;
  return `${count} ${count === 1 ? "word" : "words"}`;
}

function render({ model, el }) {
  const box = make("textarea", { rows: model.get("rows"), maxlength: 20000, dir: "auto", spellcheck: "true" });
  const count = make("span", { className: "cc-progress" });
  const status = make("span", { role: "status", className: "cc-kept" });
  const ask = asker(model, (_, text) => (status.textContent = text));
  let sent = "";
  let timer;

  const keep = () => {
    clearTimeout(timer);
    if (box.value === sent) return;
    sent = box.value;
    ask("text", { do: "keep", text: sent });
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
    count.textContent = wordCount(box.value);
    status.textContent = "";
  };
  const hear = (message) => {
    ask.heard("text");
    if (message.kind === "earlier" && !box.value) {
      box.value = sent = message.text;
      count.textContent = wordCount(box.value);
    }
    if (message.kind === "trouble") sent = null; // not kept: the next pause tries again
    if (message.kind === "kept") document.dispatchEvent(new Event(KEPT));
    status.textContent = message.said ?? message.text;
  };
  box.addEventListener("input", wait);
  box.addEventListener("blur", keep);

  el.append(
    make(
      "div",
      { className: "cc-quiz cc-reflection" },
      make("label", {}, make("span", { className: "cc-prompt", text: model.get("prompt"), dir: "auto" }), box),
      make("p", { className: "cc-under" }, count, status),
    ),
  );
  count.textContent = wordCount("");
  model.on("msg:custom", hear);
  model.send({ do: "resume" });
  return () => {
    keep();
    model.off("msg:custom", hear);
    ask.stop();
  };
}

export default { render };
