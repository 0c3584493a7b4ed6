// The pieces a course map is drawn from: elements, packed lines, marks, hatches. Text from data becomes textContent only.
const SVG = "http://www.w3.org/2000/svg";

function make(tag, text, attributes = {}) {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function makeSvg(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

// A ring travels as "x0 y0 dx dy…" in whole steps; a minus sign parts two numbers as well as a space does.
function unpack(packed, step) {
  const flat = packed.match(/-?\d+/g), ring = [];
  for (let i = 0, x = 0, y = 0; i < flat.length; i += 2) {
    x += +flat[i]; y += +flat[i + 1];
    ring.push([y * step, x * step]);
  }
  return ring;
}

function centreOf(ring) {
  let area = 0, x = 0, y = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const cross = ring[j][1] * ring[i][0] - ring[i][1] * ring[j][0];
    area += cross; x += (ring[j][1] + ring[i][1]) * cross; y += (ring[j][0] + ring[i][0]) * cross;
  }
  return Math.abs(area) < 1e-9 ? ring[0] : [y / (3 * area), x / (3 * area)];
}

// --- hatches: one pattern for each hatched look, in an SVG of the page's own ----
const hatchId = (look) => `${look.hatch}-${look.fill.slice(1)}`;

function addHatches(looks, hatches) {
  const patterns = makeSvg("svg", { width: 0, height: 0, style: "position:absolute", "aria-hidden": "true" });
  for (const look of new Map(looks.filter((one) => one.hatch).map((one) => [hatchId(one), one])).values()) {
    const [d, width, opacity] = hatches[look.hatch];
    patterns.append(makeSvg("pattern", { id: hatchId(look), width: 8, height: 8, patternUnits: "userSpaceOnUse" },
      makeSvg("rect", { width: 8, height: 8, fill: look.fill }),
      makeSvg("path", { d, fill: "none", stroke: look.stroke, "stroke-width": width, "stroke-opacity": opacity, "stroke-linecap": "round" })));
  }
  document.body.append(patterns);
}

const fillOf = (look) => (look.hatch ? `url(#${hatchId(look)})` : look.fill);

// What Leaflet is told of an area or a line; the same object each time, for a slider asks hundreds of times.
const pathOf = (look) => look.path ??= {
  color: look.stroke, weight: look.width, dashArray: look.dash || null, lineJoin: "round",
  fill: look.fill_opacity > 0, fillColor: fillOf(look), fillOpacity: look.fill_opacity,
};

const markPath = (mark, r) => ({
  diamond: `M0 ${-r}L${r} 0L0 ${r}L${-r} 0z`,
  square: `M${-r} ${-r}h${2 * r}v${2 * r}h${-2 * r}z`,
  triangle: `M0 ${-r}L${r} ${0.8 * r}H${-r}z`,
})[mark] || `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

function drawMark(look) {
  const [fill, stroke, width] = look.mark === "ring" ? ["var(--paper)", look.ink, 1.8] : [look.ink, "var(--paper)", 1];
  return makeSvg("svg", { viewBox: "-8 -8 16 16", width: 16, height: 16, "aria-hidden": "true" },
    makeSvg("path", { d: markPath(look.mark, look.radius), style: `fill:${fill};stroke:${stroke};stroke-width:${width}` }));
}

// Drawn once for each look and then copied: a map has hundreds of marks and a handful of looks.
const markOf = (look) => (look.drawnMark ??= drawMark(look)).cloneNode(true);

function swatchOf(look, isLine) {
  if (look.mark) return markOf(look);
  const style = `fill:${fillOf(look)};fill-opacity:${look.fill_opacity};stroke:${look.stroke};stroke-width:${look.width};stroke-dasharray:${look.dash || "none"}`;
  return makeSvg("svg", { width: 22, height: 12, "aria-hidden": "true" },
    makeSvg("path", { d: isLine ? "M0 6h22" : "M1 1h20v10H1z", style }));
}
