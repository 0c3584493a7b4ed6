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
  map.invalidateSize({ animate: false });
  const LANGUAGES = Object.keys(data.languages);
  const LANGUAGE_NAMES = ["English", "Armenian", "Azerbaijani", "Russian"];
  let language = LANGUAGES.indexOf(data.language);

  const make = (tag, text, attributes = {}) => {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const nameOf = (id) => data.names[id][0][language] ?? data.names[id][0][0];

  // --- hatches: one pattern for each hatched look, in an SVG of the page's own ----
  const SVG = "http://www.w3.org/2000/svg";
  const svgOf = (tag, attributes) => {
    const element = document.createElementNS(SVG, tag);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const hatchId = (look) => `${look.hatch}-${look.fill.slice(1)}`;
  const patterns = svgOf("svg", { width: 0, height: 0, style: "position:absolute", "aria-hidden": "true" });
  document.body.append(patterns);
  const addHatch = (look) => {
    if (!look.hatch || document.getElementById(hatchId(look))) return;
    const [d, width, opacity] = data.hatches[look.hatch];
    const pattern = svgOf("pattern", { id: hatchId(look), width: 8, height: 8, patternUnits: "userSpaceOnUse" });
    pattern.append(svgOf("rect", { width: 8, height: 8, fill: look.fill }), svgOf("path", {
      d, fill: "none", stroke: look.stroke, "stroke-width": width, "stroke-opacity": opacity, "stroke-linecap": "round" }));
    patterns.append(pattern);
  };
  for (const layer of data.layers) addHatch(layer.look);
  for (const look of data.steps ? data.steps.looks : []) addHatch(look);
  for (const look of data.guess ? Object.values(data.guess.looks) : []) addHatch(look);

  // --- shapes -------------------------------------------------------------
  const unpack = (flat) => {
    const ring = [];
    for (let i = 0, x = 0, y = 0; i < flat.length; i += 2) {
      x += flat[i]; y += flat[i + 1];
      ring.push([y * data.step, x * data.step]);
    }
    return ring;
  };
  const popup = (id, facts, thing) => () => {
    const box = make("div");
    const [names, note] = data.names[id];
    box.append(make("h2", nameOf(id), names.length > 1 ? { lang: LANGUAGES[language] } : {}));
    if (thing && thing.look) box.append(make("p", thing.look.legend, { class: "said" }));
    const list = make("dl");
    if (names.length > 1) names.forEach((name, i) => list.append(make("dt", LANGUAGE_NAMES[i]), make("dd", name, { lang: LANGUAGES[i] })));
    box.append(list, ...note.concat(facts || []).map((line) => make("p", line)));
    return box;
  };
  const pathOf = (look) => ({
    color: look.stroke, weight: look.width, dashArray: look.dash || null, lineJoin: "round",
    fill: look.fill_opacity > 0, fillColor: look.hatch ? `url(#${hatchId(look)})` : look.fill, fillOpacity: look.fill_opacity,
  });
  const centre = (ring) => {
    let area = 0, x = 0, y = 0;
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const cross = ring[j][1] * ring[i][0] - ring[i][1] * ring[j][0];
      area += cross; x += (ring[j][1] + ring[i][1]) * cross; y += (ring[j][0] + ring[i][0]) * cross;
    }
    return Math.abs(area) < 1e-9 ? ring[0] : [y / (3 * area), x / (3 * area)];
  };

  const labels = [];
  const found = new Map();
  // What a stepped thing is told: its look in the state that is shown, or null for left out.
  const show = (element, isShown) => { if (element) element.style.display = isShown ? "" : "none"; };
  const drawShape = (layer, [id, closed, facts, packed]) => {
    const rings = packed.map(unpack);
    const options = pathOf(layer.look);
    const drawn = (closed ? L.polygon(rings, options) : L.polyline(rings, options)).addTo(map);
    const thing = { id, drawn };
    let label = null;
    thing.setLook = (look) => {
      thing.look = look;
      if (label) label.isLeftOut = !look || look.label_rank === null;
      if (look) drawn.setStyle(pathOf(look));
      show(drawn.getElement(), look);
    };
    drawn.bindPopup(popup(id, data.facts[facts], thing), { maxWidth: 280 });
    found.set(id, drawn);
    const longest = rings.reduce((a, b) => (b.length > a.length ? b : a));
    const at = closed ? centre(longest) : longest[Math.floor(longest.length / 2)];
    if (layer.labelled && layer.look.label_rank !== null)
      labels.push(label = { id, at, rank: layer.look.label_rank, ink: layer.look.label_ink, gap: 0, area: true });
    return thing;
  };

  // --- places -------------------------------------------------------------
  const markPath = (mark, r) => ({
    diamond: `M0 ${-r}L${r} 0L0 ${r}L${-r} 0z`,
    square: `M${-r} ${-r}h${2 * r}v${2 * r}h${-2 * r}z`,
    triangle: `M0 ${-r}L${r} ${0.8 * r}H${-r}z`,
  })[mark] || `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
  const markSvg = (look) => {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "-8 -8 16 16");
    svg.setAttribute("width", 16); svg.setAttribute("height", 16); svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(SVG, "path");
    const ring = look.mark === "ring";
    path.setAttribute("d", markPath(look.mark, look.radius));
    path.setAttribute("style", `fill:${ring ? "var(--paper)" : look.ink};stroke:${ring ? look.ink : "var(--paper)"};stroke-width:${ring ? 1.8 : 1}`);
    svg.append(path);
    return svg;
  };
  const drawPoint = (layer, [id, lat, lon, rank]) => {
    const look = layer.look, at = [lat, lon], thing = {};
    const label = { id, at, rank, gap: look.radius + 3, weight: look.weight, area: !look.mark };
    labels.push(label);
    if (look.mark) {
      const icon = L.divIcon({ className: "mark", html: markSvg(look), iconSize: [16, 16] });
      const marker = L.marker(at, { icon, keyboard: false }).addTo(map);
      thing.drawn = marker;
      thing.setLook = (now) => {
        thing.look = now;
        label.isLeftOut = !now;
        if (now) marker.getElement().replaceChildren(markSvg(now));
        show(marker.getElement(), now);
      };
      marker.bindPopup(popup(id, [], thing), { maxWidth: 280 });
      found.set(id, marker);
    }
    return thing;
  };
  const stepped = [];
  for (const layer of data.layers) {
    const things = [...layer.shapes.map((shape) => drawShape(layer, shape)), ...layer.points.map((point) => drawPoint(layer, point))];
    if (layer.stepped) stepped.push(things);
  }

  // --- names: measured, placed by rank, left out where two would collide ----
  const pane = map.createPane("names");
  pane.style.zIndex = 620;
  pane.style.pointerEvents = "none";
  labels.sort((a, b) => a.rank - b.rank);
  for (const label of labels) {
    label.element = make("div", "", { class: label.area ? "name area" : "name" });
    if (label.ink) label.element.style.color = label.ink;
    if (label.weight) label.element.style.fontWeight = label.weight;
    label.element.style.fontSize = label.area ? "12.5px" : "13.5px";
    pane.append(label.element);
  }
  const rename = () => {
    for (const label of labels) {
      label.element.textContent = nameOf(label.id);
      label.element.lang = LANGUAGES[language];
      label.element.style.display = "";
    }
    // Written first and measured after: one layout of the page for all names, not one for each.
    for (const label of labels) label.size = [label.element.offsetWidth, label.element.offsetHeight];
  };
  const spots = ({ gap, area, size: [w, h] }) => area
    ? [[-w / 2, -h / 2], [-w / 2, -1.8 * h], [-w / 2, 0.8 * h]]
    : [[gap, -h / 2], [-gap - w, -h / 2], [-w / 2, -gap - h], [-w / 2, gap],
       [gap, -h], [gap, 0], [-gap - w, -h], [-gap - w, 0]];
  const place = () => {
    const size = map.getSize();
    const taken = labels.filter((label) => !label.area && !label.isLeftOut).map((label) => {
      const p = map.latLngToContainerPoint(label.at);
      return [p.x - 4, p.y - 4, p.x + 4, p.y + 4];
    });
    for (const corner of document.querySelectorAll(".panel, .leaflet-control-zoom, .leaflet-control-scale")) {
      const box = corner.getBoundingClientRect();
      taken.push([box.left, box.top, box.right, box.bottom]);
    }
    for (const label of labels) {
      const p = map.latLngToContainerPoint(label.at);
      const [w, h] = label.size;
      const spot = !label.isLeftOut && spots(label).find(([dx, dy]) => {
        const [l, t, r, b] = [p.x + dx, p.y + dy, p.x + dx + w, p.y + dy + h];
        return l > 1 && t > 1 && r < size.x - 1 && b < size.y - 1
          && !taken.some((o) => l < o[2] && o[0] < r && t < o[3] && o[1] < b);
      });
      label.element.style.display = spot ? "" : "none";
      if (!spot) continue;
      const [x, y] = [p.x + spot[0], p.y + spot[1]];
      taken.push([x - 2, y, x + w + 2, y + h]);
      const onPane = map.containerPointToLayerPoint([x, y]);
      const shift = label.area ? "translate(0,0)" : "";
      label.element.style.transform = shift;
      label.element.style.left = `${onPane.x}px`;
      label.element.style.top = `${onPane.y}px`;
    }
  };
  map.on("zoomstart", () => { pane.style.visibility = "hidden"; });
  map.on("zoomend moveend resize viewreset", () => { pane.style.visibility = ""; place(); });

  // --- controls: native, so that keyboard and screen reader need no help -----
  const panel = (position, build) => {
    const control = L.control({ position });
    control.onAdd = () => {
      const box = build();
      L.DomEvent.disableClickPropagation(box).disableScrollPropagation(box);
      return box;
    };
    control.addTo(map);
  };
  const field = (text, select) => { const label = make("label", text); label.append(select); return label; };
  const languageSwitch = () => {
    const select = make("select", "", { id: "language" });
    LANGUAGES.forEach((code, i) => select.append(new Option(data.languages[code], i, false, i === language)));
    select.addEventListener("change", () => { language = +select.value; rename(); refill(); place(); map.closePopup(); });
    return field("Names in", select);
  };
  const finder = make("select", "", { id: "finder" });
  const refill = () => {
    const ids = [...found.keys()].filter((id) => data.names[id][0].length > 1).sort((a, b) => nameOf(a).localeCompare(nameOf(b), LANGUAGES[language]));
    finder.replaceChildren(new Option("choose …", ""), ...ids.map((id) => new Option(nameOf(id), id)));
  };
  finder.addEventListener("change", () => {
    if (found.has(finder.value)) found.get(finder.value).openPopup();
  });
  const swatch = (look, isLine) => {
    if (look.mark) return markSvg(look);
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("width", 22); svg.setAttribute("height", 12); svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", isLine ? "M0 6h22" : "M1 1h20v10H1z");
    path.setAttribute("style", `fill:${look.hatch ? `url(#${hatchId(look)})` : look.fill};fill-opacity:${look.fill_opacity};stroke:${look.stroke};stroke-width:${look.width};stroke-dasharray:${look.dash || "none"}`);
    svg.append(path);
    return svg;
  };
  // The legend has what is on the map now: stepped things change it.
  const legend = make("ul");
  const relegend = () => {
    const seen = new Map();
    for (const layer of data.layers)
      if (layer.legend && !layer.stepped && !(stepped.length && layer.base) && (layer.shapes.length || layer.look.mark))
        seen.set(layer.legend, [layer.look, layer.shapes.length && !layer.shapes[0][1]]);
    for (const { look } of stepped.flat()) if (look && !seen.has(look.legend)) seen.set(look.legend, [look, false]);
    legend.replaceChildren(...[...seen].map(([text, [look, isLine]]) => {
      const item = make("li");
      item.append(swatch(look, isLine), make("span", text));
      return item;
    }));
  };
  const foldable = (title, kind, wide) => {
    const box = make("details", "", { class: `panel ${kind}` });
    box.open = wide;
    box.append(make("summary", title));
    box.addEventListener("toggle", () => place());
    return box;
  };
  const wide = map.getSize().x >= 620;
  panel("topright", () => {
    const box = foldable("Names and places", "names-panel", wide);
    box.append(languageSwitch(), field("Find", finder));
    return box;
  });
  panel("bottomleft", () => {
    const box = foldable("Legend", "legend", wide);
    box.append(legend);
    return box;
  });
  L.control.scale({ imperial: false, position: "bottomright" }).addTo(map);

  rename(); refill(); relegend();
  let view = data.bounds;
  const fit = () => { map.invalidateSize({ animate: false }); map.fitBounds(view, { animate: false }); place(); };
  if (data.guess) addGuess({ guess: data.guess, stepped, nameOf, make, changed: () => { relegend(); place(); } });
  else if (data.steps) addSteps({ map, steps: data.steps, stepped, make, changed: (bounds) => {
    relegend(); map.closePopup();
    if (bounds !== view) { view = bounds; fit(); } else place();
  }, home: data.bounds });
  // The view follows the frame's size until the reader has moved it.
  const watch = new ResizeObserver(fit);
  watch.observe(map.getContainer());
  for (const kind of ["pointerdown", "wheel", "keydown"])
    map.getContainer().addEventListener(kind, () => watch.disconnect(), { once: true, passive: true });
  fit();
  // The picture under the frame stays in sight until the map is drawn.
  document.documentElement.classList.add("drawn");
  parent.postMessage({ courseMap: "drawn", shapes: document.querySelectorAll("path.leaflet-interactive").length }, "*");
}
