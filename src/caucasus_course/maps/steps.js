// Moves a map through its states: a slider with step buttons and play, or a list of choices. All controls are native.
// Puts the bar below the map and returns the function that shows the first state once the map is drawn.
function addSteps(parts) {
  "use strict";
  const { steps, stepped, changed, home } = parts;
  const states = steps.steps;
  const bar = make("div", "", { class: "steps", role: "group", "aria-label": steps.name });
  const told = make("p", "", { id: "step-text", tabindex: 0 });
  let at = steps.at;

  const lookOf = (letter) => (letter === "-" ? null : steps.looks[letter.charCodeAt(0) - 97]);
  const paint = () => {
    const [label, text, letters, , bounds] = states[at];
    const isFirst = !told.firstChild;
    stepped.forEach((things, k) => things.forEach((thing, i) => thing.setLook(lookOf(letters[k][i]))));
    told.replaceChildren(make("strong", label), ` ${text}`);
    if (!isFirst) told.scrollTop = 0;
    changed(bounds || home);
  };

  const slider = () => {
    const input = make("input", "", { type: "range", id: "step", min: 0, max: states.length - 1, step: 1, "aria-label": steps.name });
    const button = (text, label, action) => {
      const made = make("button", text, { type: "button", "aria-label": label, title: label });
      made.addEventListener("click", action);
      return made;
    };
    let timer = null;
    const go = (to) => {
      at = Math.max(0, Math.min(states.length - 1, to));
      input.value = at;
      input.setAttribute("aria-valuetext", `${states[at][0]}. ${states[at][1]}`);
      paint();
    };
    const stop = () => { clearInterval(timer); timer = null; play.textContent = "▶"; play.setAttribute("aria-label", "Play"); play.title = "Play"; };
    const start = () => {
      if (at === states.length - 1) go(0);
      timer = setInterval(() => (at < states.length - 1 ? go(at + 1) : stop()), 1600);
      play.textContent = "❚❚"; play.setAttribute("aria-label", "Pause"); play.title = "Pause";
    };
    const play = button("▶", "Play", () => (timer ? stop() : start()));
    input.addEventListener("input", () => { if (timer) stop(); go(+input.value); });
    // Who asks for less motion moves step by step: nothing plays by itself.
    const calm = matchMedia("(prefers-reduced-motion: reduce)");
    const follow = () => { play.hidden = calm.matches; if (calm.matches && timer) stop(); };
    calm.addEventListener("change", follow);
    follow();
    const row = make("div", "", { class: "row" });
    row.hidden = states.length === 1;
    row.append(play, button("‹", "One step back", () => { stop(); go(at - 1); }), input,
      button("›", "One step on", () => { stop(); go(at + 1); }));
    bar.append(row, told);
    return () => go(at);
  };

  const choice = () => {
    const select = make("select", "", { id: "step" });
    const groups = new Map();
    states.forEach(([label, , , group], i) => {
      if (!groups.has(group)) {
        groups.set(group, group ? make("optgroup", "", { label: group }) : select);
        if (group) select.append(groups.get(group));
      }
      groups.get(group).append(new Option(label, i, false, i === at));
    });
    select.addEventListener("change", () => { at = +select.value; paint(); });
    const label = make("label", steps.name);
    label.append(select);
    const row = make("div", "", { class: "row" });
    row.append(label);
    bar.append(row, told);
    return paint;
  };

  const begin = steps.slider ? slider() : choice();
  document.querySelector("main").append(bar);
  return begin;
}
