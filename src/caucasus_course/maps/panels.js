// The controls on a course map: language, finder, legend. All are native, so that keyboard and screen reader need no help.
function addPanels(parts) {
  "use strict";
  const { map, data, found, nameOf, speak, placeSoon } = parts;
  const codes = Object.keys(data.languages);
  const isWide = map.getSize().x >= 620;
  const panel = (position, title, kind, ...inside) => {
    const control = L.control({ position });
    control.onAdd = () => {
      const box = make("details", "", { class: `panel ${kind}` });
      box.open = isWide;
      box.append(make("summary", title), ...inside);
      let wasOpen = isWide;  // opening it here is told as a toggle too
      box.addEventListener("toggle", () => {
        if (box.open !== wasOpen) placeSoon();
        wasOpen = box.open;
      });
      L.DomEvent.disableClickPropagation(box).disableScrollPropagation(box);
      return box;
    };
    return control.addTo(map);
  };
  const field = (text, select) => { const label = make("label", text); label.append(select); return label; };

  const finder = make("select", "", { id: "finder" });
  const unfill = () => finder.replaceChildren(new Option("choose …", ""));
  unfill();
  const refill = () => {
    const order = new Intl.Collator(codes[speak()]);
    const ids = [...found.keys()].filter((id) => data.names[id][0].length > 1).sort((a, b) => order.compare(nameOf(a), nameOf(b)));
    finder.append(...ids.map((id) => new Option(nameOf(id), id)));
  };
  finder.addEventListener("change", () => {
    if (!found.has(finder.value)) return;
    // On a narrow page the open panel would lie over the popup.
    if (!isWide) { finder.closest("details").open = false; finder.closest("details").firstChild.focus(); }
    found.get(finder.value).openPopup();
  });
  const language = make("select", "", { id: "language" });
  codes.forEach((code, i) => language.append(new Option(data.languages[code][0], i, false, i === speak())));
  language.addEventListener("change", () => { speak(+language.value); unfill(); placeSoon(); map.closePopup(); });

  const legend = make("ul");
  panel("topright", "Names and places", "names-panel", field("Names in", language), field("Find", finder));
  const legendPanel = panel("bottomleft", "Legend", "legend", legend);
  L.control.scale({ imperial: false, position: "bottomright" }).addTo(map);
  // The list is long, and sorting it by the rules of a language is slow: it is written when a reader turns to it.
  const turnedTo = () => { if (finder.options.length <= 1) refill(); };
  for (const kind of ["pointerenter", "pointerdown", "focus"]) finder.addEventListener(kind, turnedTo);
  return { legend, legendPanel };
}

// Puts a panel into the corner where it covers the fewest places.
function putAside(panel, map, places) {
  const { offsetWidth: width, offsetHeight: height } = panel.getContainer();
  const { x, y } = map.getSize();
  const corners = { bottomleft: [0, y - height], topleft: [0, 0], bottomright: [x - width, y - height] };
  const points = places.map((at) => map.latLngToContainerPoint(at));
  const covered = ([left, top]) => points.filter((p) =>
    p.x > left - 20 && p.x < left + width + 20 && p.y > top - 20 && p.y < top + height + 20).length;
  const best = Object.keys(corners).reduce((a, b) => (covered(corners[b]) < covered(corners[a]) ? b : a));
  if (best !== panel.getPosition()) panel.setPosition(best);
}

// The legend has what is on the map now: stepped things change it.
function fillLegend(legend, layers, stepped) {
  const seen = new Map();
  for (const layer of layers)
    if (layer.legend && !layer.stepped && !(stepped.length && layer.base) && (layer.shapes.length || layer.look.mark))
      seen.set(layer.legend, [layer.look, layer.shapes.length && !layer.shapes[0][1]]);
  for (const { look } of stepped.flat()) if (look && !seen.has(look.legend)) seen.set(look.legend, [look, false]);
  legend.replaceChildren(...[...seen].map(([text, [look, isLine]]) => {
    const item = make("li");
    item.append(swatchOf(look, isLine), make("span", text));
    return item;
  }));
}
