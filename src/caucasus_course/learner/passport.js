// Draw a card that hands out a file and, for a passport, takes one back. Files never leave the learner's machine.

const MOST = 4 * 1024 * 1024; // bytes; a larger file is not read at all

/** Offer a text to the learner's browser as a file. */
function offer({ name, type, text }) {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = make("a", { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function render({ model, el }) {
  const isPassport = model.get("is_passport");
  const lines = make("ul", { className: "cc-done" });
  const status = make("div", { role: "status", className: "cc-status" });
  const say = (text) => status.replaceChildren(make("p", { text }));
  const ask = asker(model, (_, text) => say(text));
  const withTexts = make("input", { type: "checkbox" });
  const choice = isPassport && make("label", { className: "cc-option" }, withTexts, make("span", { text: model.get("about_texts") }));
  const download = make("button", {
    type: "button",
    className: "cc-check",
    text: isPassport ? "Download passport" : "Download portfolio",
    onclick: () => ask("file", { do: "download", with_texts: withTexts.checked }),
  });
  const file = make("input", { type: "file", accept: ".json,application/json" });
  const restore = async () => {
    const [chosen] = file.files;
    if (!chosen) return;
    if (chosen.size > MOST) return say("This file is not a passport: larger than 4096 KiB.");
    ask("file", { do: "restore", text: await chosen.text() });
    file.value = ""; // the same file can be chosen again
  };
  file.addEventListener("change", restore);
  const hear = (message) => {
    ask.heard("file");
    if (message.kind === "done") lines.replaceChildren(...message.lines.map((text) => make("li", { text, dir: "auto" })));
    else if (message.kind === "file") {
      offer(message);
      say(`Your browser has ${message.name}.`);
    } else say(message.text);
  };
  const titleId = uniqueWord();
  el.append(
    make(
      "div",
      { className: "cc-quiz cc-passport", role: "group", "aria-labelledby": titleId },
      make("p", { className: "cc-title", id: titleId, text: model.get("heading") }),
      make("p", { text: model.get("about") }),
      isPassport && lines,
      choice,
      make("div", { className: "cc-actions" }, download),
      isPassport && make("label", { className: "cc-restore" }, make("span", { text: "Restore a passport: " }), file),
      status,
    ),
  );
  model.on("msg:custom", hear);
  model.send({ do: "resume" });
  return () => {
    model.off("msg:custom", hear);
    ask.stop();
  };
}

export default { render };
