// The names on a course map: written, measured, placed by rank, left out where two would collide.
function addNames(map, labels, write) {
  "use strict";
  const pane = map.createPane("names");
  pane.style.zIndex = 620;
  pane.style.pointerEvents = "none";
  labels.sort((a, b) => a.rank - b.rank);
  for (const label of labels) {
    label.element = make("div", "", { class: label.area ? "name area" : "name" });
    if (label.ink) label.element.style.color = label.ink;
    if (label.weight) label.element.style.fontWeight = label.weight;
  }
  pane.append(...labels.map((label) => label.element));

  const spots = ({ gap, area, size: [w, h] }) => area
    ? [[-w / 2, -h / 2], [-w / 2, -1.8 * h], [-w / 2, 0.8 * h]]
    : [[gap, -h / 2], [-gap - w, -h / 2], [-w / 2, -gap - h], [-w / 2, gap],
       [gap, -h], [gap, 0], [-gap - w, -h], [-gap - w, 0]];
  // A name without room keeps its size, for it is only hidden; one of a thing that is left out costs the page nothing.
  const measure = () => {
    for (const label of labels) label.element.style.display = label.isLeftOut ? "none" : "";
    for (const label of labels)
      if (!label.isLeftOut) label.size ||= [label.element.offsetWidth, label.element.offsetHeight];
  };
  const occupied = () => {
    const marks = labels.filter((label) => !label.area && !label.isLeftOut).map((label) => {
      const p = map.latLngToContainerPoint(label.at);
      return [p.x - 4, p.y - 4, p.x + 4, p.y + 4];
    });
    const corners = [...document.querySelectorAll(".panel, .leaflet-control-zoom, .leaflet-control-scale")];
    return marks.concat(corners.map((corner) => {
      const { left, top, right, bottom } = corner.getBoundingClientRect();
      return [left, top, right, bottom];
    }));
  };
  const placeOne = (label, taken, size) => {
    if (label.isLeftOut) return;
    const p = map.latLngToContainerPoint(label.at);
    const [w, h] = label.size;
    const spot = spots(label).find(([dx, dy]) => {
      const [l, t, r, b] = [p.x + dx, p.y + dy, p.x + dx + w, p.y + dy + h];
      return l > 1 && t > 1 && r < size.x - 1 && b < size.y - 1
        && !taken.some((o) => l < o[2] && o[0] < r && t < o[3] && o[1] < b);
    });
    label.element.style.visibility = spot ? "" : "hidden";
    if (!spot) return;
    const [x, y] = [p.x + spot[0], p.y + spot[1]];
    taken.push([x - 2, y, x + w + 2, y + h]);
    const onPane = map.containerPointToLayerPoint([x, y]);
    label.element.style.left = `${onPane.x}px`;
    label.element.style.top = `${onPane.y}px`;
  };
  // Everything is read before anything is written: one layout of the page, not one for each name.
  let isDue = false;
  const place = () => {
    isDue = false;
    measure();
    const size = map.getSize(), taken = occupied();
    for (const label of labels) placeOne(label, taken, size);
  };
  // Several things may move at once: the names follow once, before the next frame is painted.
  const placeSoon = () => {
    if (!isDue) requestAnimationFrame(() => { if (isDue) place(); });
    isDue = true;
  };
  const rename = () => {
    for (const label of labels) {
      [label.element.textContent, label.element.lang] = write(label.id);
      label.size = null;
    }
  };
  map.on("zoomstart", () => { pane.style.visibility = "hidden"; });
  map.on("zoomend moveend resize viewreset", () => { pane.style.visibility = ""; placeSoon(); });
  rename();
  return { place, placeSoon, rename };
}
