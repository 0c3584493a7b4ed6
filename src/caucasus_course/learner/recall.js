// Show what the learner wrote earlier, asked anew each time it comes into view: it may have been written since.

function render({ model, el }) {
  const words = make("blockquote", { className: "cc-words", text: model.get("nothing_yet") });
  const hear = (message) => {
    const parts = (message.text || model.get("nothing_yet")).split(/\n+/).filter((part) => part.trim());
    words.replaceChildren(...parts.map((part) => make("p", {}, make("bdi", { text: part, dir: "auto" }))));
  };
  const ask = () => {
    try {
      model.send({ do: "resume" });
    } catch {
      hear({ text: SILENCE });
    }
  };
  el.append(make("figure", { className: "cc-quiz cc-recall" }, make("figcaption", { text: model.get("heading") }), words));
  model.on("msg:custom", hear);
  const watcher = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && ask());
  watcher.observe(el);
  document.addEventListener(KEPT, ask);
  return () => {
    document.removeEventListener(KEPT, ask);
    watcher.disconnect();
    model.off("msg:custom", hear);
  };
}

export default { render };
