// Says in plain words whether maps, quizzes and letters work in this browser.
const LETTERS = { Armenian: "Շ", Azerbaijani: "ə", Russian: "Ж" };
const WAIT = 8000;

function picture(letter) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 40;
  const pen = canvas.getContext("2d");
  pen.font = "28px sans-serif";
  pen.fillText(letter, 6, 30);
  return canvas.toDataURL();
}

// A letter without a font is drawn as the same box as a code point that no font has.
const missing = () => Object.keys(LETTERS).filter((name) => picture(LETTERS[name]) === picture("\u{10FFFE}"));

function render({ model, el }) {
  const list = document.createElement("ul");
  list.className = "self-check";
  list.setAttribute("role", "status");
  const line = (id, text, works) => {
    const item = list.querySelector(`[data-check="${id}"]`) || list.appendChild(document.createElement("li"));
    item.dataset.check = id;
    item.dataset.works = String(works);
    item.textContent = `${works === undefined ? "…" : works ? "✓" : "✗"} ${text}`;
  };
  el.append(list);

  line("widgets", "Widgets: this page can show them.", true);
  line("quizzes", "Quizzes: asking the kernel …");
  line("maps", "Maps: drawing one …");
  const none = missing();
  line("letters", none.length
    ? `Letters: no font for ${none.join(" and ")} on this computer; such names show as boxes.`
    : "Letters: Armenian, Azerbaijani and Russian letters are shown.", none.length === 0);

  const frame = document.createElement("iframe");
  const drawn = (event) => {
    if (event.source !== frame.contentWindow || event.data?.courseMap !== "drawn") return;
    line("maps", `Maps: a live map was drawn with ${Number(event.data.shapes)} shapes.`, true);
    finish();
  };
  const answered = (message) => {
    if (message.kind === "here") line("quizzes", "Quizzes: the kernel answered; answers can be marked.", true);
  };
  const finish = () => { window.removeEventListener("message", drawn); frame.remove(); };
  window.addEventListener("message", drawn);
  model.on("msg:custom", answered);
  frame.setAttribute("sandbox", "allow-scripts");
  frame.setAttribute("aria-hidden", "true");
  frame.tabIndex = -1;
  frame.style.cssText = "position:absolute;left:-9999px;width:640px;height:400px;border:0";
  frame.srcdoc = model.get("page");
  el.append(frame);
  model.send({ do: "resume" });

  const late = setTimeout(() => {
    const waiting = (id) => list.querySelector(`[data-check="${id}"]`).dataset.works === "undefined";
    if (waiting("quizzes")) line("quizzes", "Quizzes: the kernel did not answer. Choose Kernel, Restart, then run this cell again.", false);
    if (waiting("maps")) line("maps", "Maps: the live map did not start; still pictures are shown instead.", false);
    finish();
  }, WAIT);
  return () => { clearTimeout(late); finish(); model.off("msg:custom", answered); };
}

export default { render };
