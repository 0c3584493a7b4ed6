// Draws a course map in its sandboxed frame. Text from data reaches the page as textContent only.
// A frame that the page has not laid out yet has no size: Leaflet would show the whole world in it.
function whenSized(element, action) {
  if (element.clientWidth) return action();
  const watch = new ResizeObserver(() => {
    if (element.clientWidth) { watch.disconnect(); action(); }
  });
  watch.observe(element);
}

function drawCourseMap(map, data) {
  "use strict";
  const LANGUAGES = Object.keys(data.languages);
  const LANGUAGE_NAMES = Object.values(data.languages).map(([, english]) => english);
  let language = LANGUAGES.indexOf(data.language);
  const nameOf = (id) => data.names[id][0][language] ?? data.names[id][0][0];

  const stepped = [];
  const ids = data.layers.filter((layer) => layer.stepped).flatMap((layer) => layer.shapes.map(([id]) => id));
  const begin = data.guess ? addGuess({ guess: data.guess, ids, stepped, nameOf, changed: () => { relegend(); placeSoon(); } })
    : data.steps ? addSteps({ steps: data.steps, stepped, home: data.bounds, changed: (bounds) => {
      relegend(); map.closePopup();
      if (bounds === view) return placeSoon();
      view = bounds;
      fit();
    } }) : () => relegend();

  let view = (data.steps && data.steps.steps[data.steps.at][4]) || data.bounds;
  const fit = () => map.fitBounds(view, { animate: false });
  // The view is set before anything is drawn: moved afterwards, every line would be computed twice.
  map.invalidateSize({ animate: false });
  fit();
  addHatches([...data.layers.map((layer) => layer.look), ...(data.steps ? data.steps.looks : []),
    ...(data.guess ? Object.values(data.guess.looks) : [])], data.hatches);

  // On a narrow page a popup stays inside the frame and below the buttons.
  const width = map.getSize().x, isWide = width >= 620;
  const roomy = { maxWidth: Math.min(280, width - 64), autoPanPaddingTopLeft: [5, isWide ? 5 : 72] };
  const popup = (id, facts, thing) => () => {
    const box = make("div");
    const [names, note, remark] = data.names[id];
    box.append(make("h2", nameOf(id), names.length > 1 ? { lang: LANGUAGES[language] } : {}));
    if (remark) box.append(make("p", remark, { class: "said", dir: "auto" }));
    if (thing.look) box.append(make("p", thing.look.legend, { class: "said" }));
    const list = make("dl");
    if (names.length > 1) names.forEach((name, i) => list.append(make("dt", LANGUAGE_NAMES[i]), make("dd", name, { lang: LANGUAGES[i] })));
    box.append(list, ...note.concat(facts).map((line) => make("p", line)));
    return box;
  };

  const labels = [];
  const found = new Map();
  // A shape that no state has shown yet is not drawn; when its turn comes it takes its place between its neighbours.
  const shapes = [];
  const elementOf = (thing) => thing.drawn && thing.drawn.getElement();
  const addInOrder = (thing) => {
    thing.drawn.addTo(map);
    const above = shapes.slice(shapes.indexOf(thing) + 1).find(elementOf);
    if (above) elementOf(above).before(elementOf(thing));
  };
  // What a stepped thing is told: its look in the state that is shown, or null for left out.
  const show = (element, isShown) => { if (element) element.style.display = isShown ? "" : "none"; };
  const drawShape = (layer, [id, closed, facts, packed]) => {
    const thing = { id };
    const label = layer.labelled && layer.look.label_rank !== null
      && { id, rank: layer.look.label_rank, ink: layer.look.label_ink, gap: 0, area: true, isLeftOut: layer.stepped };
    const draw = () => {
      const rings = packed.map((ring) => unpack(ring, data.step));
      const longest = rings.reduce((a, b) => (b.length > a.length ? b : a));
      thing.drawn = (closed ? L.polygon : L.polyline)(rings, pathOf(layer.look));
      thing.drawn.bindPopup(popup(id, data.facts[facts], thing), roomy);
      found.set(id, thing.drawn);
      if (label) label.at = closed ? centreOf(longest) : longest[Math.floor(longest.length / 2)];
    };
    thing.setLook = (look) => {
      if (look === thing.look) return;
      thing.look = look;
      if (label) label.isLeftOut = !look || look.label_rank === null;
      if (look) {
        if (!thing.drawn) draw();
        thing.drawn.setStyle(pathOf(look));
        if (!elementOf(thing)) addInOrder(thing);
      }
      show(elementOf(thing), look);
    };
    shapes.push(thing);
    if (label) labels.push(label);
    if (!layer.stepped) { draw(); thing.drawn.addTo(map); }
    return thing;
  };
  const drawPoint = (layer, [id, lat, lon, rank]) => {
    const look = layer.look, at = [lat, lon], thing = {};
    const label = { id, at, rank, gap: look.radius + 3, weight: look.weight, area: !look.mark };
    labels.push(label);
    if (!look.mark) return thing;
    const icon = L.divIcon({ className: "mark", html: layer.stepped ? "" : markOf(look), iconSize: [16, 16] });
    const marker = thing.drawn = L.marker(at, { icon, keyboard: false }).addTo(map);
    thing.setLook = (now) => {
      if (now === thing.look) return;
      thing.look = now;
      label.isLeftOut = !now;
      if (now) marker.getElement().replaceChildren(markOf(now));
      show(marker.getElement(), now);
    };
    marker.bindPopup(popup(id, [], thing), roomy);
    found.set(id, marker);
    return thing;
  };
  for (const layer of data.layers) {
    const things = [...layer.shapes.map((shape) => drawShape(layer, shape)), ...layer.points.map((point) => drawPoint(layer, point))];
    if (layer.stepped) stepped.push(things);
  }

  const { place, placeSoon, rename } = addNames(map, labels, (id) => [nameOf(id), LANGUAGES[language]]);
  const speak = (chosen) => {
    if (chosen !== undefined) { language = chosen; rename(); }
    return language;
  };
  const { legend, legendPanel } = addPanels({ map, data, found, nameOf, speak, placeSoon });
  const relegend = () => fillLegend(legend, data.layers, stepped);
  begin();
  if (isWide) putAside(legendPanel, map, labels.filter((label) => !label.area && !label.isLeftOut).map((label) => label.at));
  place();
  // The view follows the frame's size until the reader has moved it.
  const follow = () => {
    const { clientWidth, clientHeight } = map.getContainer(), size = map.getSize();
    if (clientWidth === size.x && clientHeight === size.y) return;
    map.invalidateSize({ animate: false });
    fit();
  };
  const watch = new ResizeObserver(follow);
  watch.observe(map.getContainer());
  for (const kind of ["pointerdown", "wheel", "keydown"])
    map.getContainer().addEventListener(kind, () => watch.disconnect(), { once: true, passive: true });
  // The picture under the frame stays in sight until the map is drawn.
  document.documentElement.classList.add("drawn");
  parent.postMessage({ courseMap: "drawn", shapes: document.querySelectorAll("path.leaflet-interactive").length }, "*");
}
