// The map that can be moved: the province's own shapes in the colours of the drawing that it lies over.
import {
  type ExpressionSpecification,
  type GeoJSONFeature,
  type LngLatBoundsLike,
  type MapGeoJSONFeature,
  type StyleSpecification,
  AttributionControl,
  Map as LiveMap,
  Marker,
  setWorkerUrl,
} from "maplibre-gl";

import { type Area, Card } from "./map-card";
import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";

type Shapes = FeatureCollection<Polygon | MultiPolygon, { code: string }>;

const STEPS = ["0", "1", "2", "3", "4", "5"];

export async function mount(figure: HTMLElement): Promise<void> {
  const stage = figure.querySelector<HTMLElement>(".map-stage");
  const drawing = figure.querySelector<SVGSVGElement>(".map-drawing");
  if (!stage || !drawing) {
    return;
  }
  const data = figure.dataset;
  const [shapes, outlines] = await Promise.all([read(data.shapes), read(data.outlines), styled(data.style)]);
  setWorkerUrl(new URL(data.worker ?? "", location.href).href);
  const areas = new Map(readAreas(drawing).map((area) => [area.code, area]));
  const box = bounds(shapes);
  const live = document.createElement("div");
  live.className = "map-live";
  stage.append(live);
  const map = new LiveMap({
    container: live,
    style: style(figure, shapes, outlines, areas),
    bounds: box,
    fitBoundsOptions: { padding: 16 },
    maxBounds: widened(box),
    minZoom: 6,
    maxZoom: 16,
    attributionControl: false,
    cooperativeGestures: true,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maplibreLogo: false,
    fadeDuration: reducedMotion() ? 0 : 200,
    locale: {
      "Map.Title": drawing.getAttribute("aria-label") ?? "",
      "CooperativeGesturesHandler.WindowsHelpText": data.textWheel ?? "",
      "CooperativeGesturesHandler.MacHelpText": data.textMac ?? "",
      "CooperativeGesturesHandler.MobileHelpText": data.textTouch ?? "",
    },
  });
  map.touchZoomRotate.disableRotation();
  if (data.tiles && data.attribution) {
    map.addControl(new AttributionControl({ compact: false }), "bottom-right");
  }
  await new Promise<void>((ready) => map.once("load", () => ready()));
  names(map, drawing, outlines);
  const card = new Card(live, areas, data.textOpen ?? "");
  pointing(map, card, areas);
  followKeyboard(map, card, areas);
  tools(map, figure, box);
  recolour(map, figure, areas);
  figure.classList.add("is-live");
}

async function read(address: string | undefined): Promise<Shapes> {
  const answer = await fetch(address ?? "", { headers: { Accept: "application/geo+json" } });
  if (!answer.ok) {
    throw new Error(`${address} answered ${answer.status}`);
  }
  return (await answer.json()) as Shapes;
}

function styled(address: string | undefined): Promise<void> {
  return new Promise((ready, failed) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = address ?? "";
    link.onload = () => ready();
    link.onerror = () => failed(new Error("The map's style sheet did not load"));
    document.head.append(link);
  });
}

function readAreas(drawing: SVGSVGElement): Area[] {
  return [...drawing.querySelectorAll<SVGAElement>("a[data-code]")].map((link) => ({
    link,
    code: link.dataset.code ?? "",
    name: link.dataset.name ?? "",
    amphoe: link.dataset.in ?? "",
    people: link.dataset.people ?? "",
    value: link.dataset.value ?? "",
    href: link.getAttribute("href") ?? "",
    step: /step-(\w+)/.exec(link.querySelector("path")?.getAttribute("class") ?? "")?.[1] ?? "none",
    chosen: link.hasAttribute("aria-current"),
  }));
}

function colour(figure: HTMLElement, name: string): string {
  return getComputedStyle(figure).getPropertyValue(`--map-${name}`).trim() || "#888888";
}

function fill(figure: HTMLElement, areas: Map<string, Area>): ExpressionSpecification | string {
  const none = colour(figure, "none");
  const pairs = [...areas.values()].flatMap((area) => [area.code, STEPS.includes(area.step) ? colour(figure, area.step) : none]);
  return pairs.length === 0 ? none : (["match", ["get", "code"], ...pairs, none] as unknown as ExpressionSpecification);
}

function codes(areas: Map<string, Area>, wanted: (area: Area) => boolean): ExpressionSpecification {
  return ["in", ["get", "code"], ["literal", [...areas.values()].filter(wanted).map((area) => area.code)]];
}

function style(figure: HTMLElement, shapes: Shapes, outlines: Shapes, areas: Map<string, Area>): StyleSpecification {
  const tiles = figure.dataset.tiles ?? "";
  const hot: ExpressionSpecification = ["boolean", ["feature-state", "hot"], false];
  const base: StyleSpecification = {
    version: 8,
    sources: {
      tambon: { type: "geojson", data: shapes, promoteId: "code" },
      amphoe: { type: "geojson", data: outlines },
    },
    layers: [
      {
        id: "areas",
        type: "fill",
        source: "tambon",
        paint: { "fill-color": fill(figure, areas), "fill-opacity": tiles ? 0.72 : 1, "fill-antialias": true },
      },
      { id: "lines", type: "line", source: "tambon", layout: { "line-join": "round" }, paint: { "line-color": colour(figure, "line"), "line-width": 0.9 } },
      {
        id: "outlines",
        type: "line",
        source: "amphoe",
        layout: { "line-join": "round" },
        paint: { "line-color": colour(figure, "outline"), "line-opacity": 0.55, "line-width": 1.4 },
      },
      {
        id: "chosen",
        type: "line",
        source: "tambon",
        layout: { "line-join": "round" },
        filter: codes(areas, (area) => area.chosen),
        paint: { "line-color": colour(figure, "gold"), "line-width": 3.5 },
      },
      {
        id: "hot",
        type: "line",
        source: "tambon",
        layout: { "line-join": "round" },
        paint: { "line-color": colour(figure, "gold"), "line-width": ["case", hot, 3, 0] },
      },
    ],
  };
  if (tiles) {
    base.sources.tiles = { type: "raster", tiles: [tiles], tileSize: 256, attribution: escaped(figure.dataset.attribution ?? "") };
    base.layers.unshift({ id: "tiles", type: "raster", source: "tiles" });
  }
  return base;
}

function escaped(text: string): string {
  const span = document.createElement("span");
  span.textContent = text;
  return span.innerHTML;
}

/** Follows the reader's change between light and dark, and draws the hatching of places without a figure. */
function recolour(map: LiveMap, figure: HTMLElement, areas: Map<string, Area>): void {
  const paint = (): void => {
    map.setPaintProperty("areas", "fill-color", fill(figure, areas));
    map.setPaintProperty("lines", "line-color", colour(figure, "line"));
    map.setPaintProperty("outlines", "line-color", colour(figure, "outline"));
    map.setPaintProperty("chosen", "line-color", colour(figure, "gold"));
    map.setPaintProperty("hot", "line-color", colour(figure, "gold"));
    const image = hatch(colour(figure, "none"), colour(figure, "hatch"));
    if (image && map.hasImage("hatch")) {
      map.updateImage("hatch", image);
    } else if (image) {
      map.addImage("hatch", image);
      const filter = codes(areas, (area) => area.step === "none");
      map.addLayer({ id: "none", type: "fill", source: "tambon", filter, paint: { "fill-pattern": "hatch" } }, "lines");
    }
  };
  paint();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
}

function hatch(ground: string, line: string): ImageData | null {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 16;
  const pen = canvas.getContext("2d");
  if (!pen) {
    return null;
  }
  pen.fillStyle = ground;
  pen.fillRect(0, 0, 16, 16);
  pen.strokeStyle = line;
  pen.lineWidth = 3;
  for (const x of [-16, -8, 0, 8, 16]) {
    pen.beginPath();
    pen.moveTo(x, 16);
    pen.lineTo(x + 16, 0);
    pen.stroke();
  }
  return pen.getImageData(0, 0, 16, 16);
}

function bounds(shapes: Shapes): [number, number, number, number] {
  const box: [number, number, number, number] = [180, 90, -180, -90];
  const widen = (part: unknown): void => {
    if (Array.isArray(part) && typeof part[0] === "number" && typeof part[1] === "number") {
      box[0] = Math.min(box[0], part[0]);
      box[1] = Math.min(box[1], part[1]);
      box[2] = Math.max(box[2], part[0]);
      box[3] = Math.max(box[3], part[1]);
    } else if (Array.isArray(part)) {
      part.forEach(widen);
    }
  };
  shapes.features.forEach((feature) => widen(feature.geometry.coordinates));
  return box;
}

function widened([west, south, east, north]: [number, number, number, number]): LngLatBoundsLike {
  const x = (east - west) * 1.2;
  const y = (north - south) * 0.8;
  return [west - x, south - y, east + x, north + y];
}

function names(map: LiveMap, drawing: SVGSVGElement, outlines: Shapes): void {
  const drawn = drawing.viewBox.baseVal;
  const margin = 8;
  const [west, south, east, north] = bounds(outlines);
  for (const text of drawing.querySelectorAll<SVGTextElement>("text[data-amphoe]")) {
    const label = document.createElement("span");
    label.className = "map-amphoe";
    label.textContent = text.textContent;
    label.setAttribute("aria-hidden", "true");
    const x = (Number(text.getAttribute("x")) - margin) / (drawn.width - 2 * margin);
    const y = (Number(text.getAttribute("y")) - margin) / (drawn.height - 2 * margin);
    new Marker({ element: label }).setLngLat([west + x * (east - west), north - y * (north - south)]).addTo(map);
  }
}

let hotCode: string | undefined;

function heat(map: LiveMap, code: string | undefined): void {
  if (hotCode !== undefined) {
    map.setFeatureState({ source: "tambon", id: hotCode }, { hot: false });
  }
  hotCode = code;
  if (code !== undefined) {
    map.setFeatureState({ source: "tambon", id: code }, { hot: true });
  }
}

function codeOf(features: (MapGeoJSONFeature | GeoJSONFeature)[] | undefined): string | undefined {
  const code: unknown = features?.[0]?.properties.code;
  return typeof code === "string" ? code : undefined;
}

/** A mouse shows what it is over and a click opens it; a finger first shows what it has touched, and the card opens it. */
function pointing(map: LiveMap, card: Card, areas: Map<string, Area>): void {
  // Asked of each event, since many devices have both; the mouse events that browsers make of a touch come after it.
  let finger = false;
  const notice = (event: PointerEvent): void => {
    finger = event.pointerType === "touch";
  };
  map.getCanvasContainer().addEventListener("pointerdown", notice, true);
  map.getCanvasContainer().addEventListener("pointermove", notice, true);
  map.on("mousemove", "areas", (event) => {
    const code = codeOf(event.features);
    if (!finger && code) {
      map.getCanvas().style.cursor = "pointer";
      heat(map, code);
      card.show(code, false);
    }
  });
  map.on("mouseleave", "areas", () => {
    if (!finger) {
      map.getCanvas().style.cursor = "";
      heat(map, undefined);
      card.hide();
    }
  });
  map.on("click", (event) => {
    const code = codeOf(map.queryRenderedFeatures(event.point, { layers: ["areas"] }));
    heat(map, code);
    if (!code) {
      card.hide();
    } else if (finger) {
      card.show(code, true);
    } else {
      areas.get(code)?.link.dispatchEvent(new MouseEvent("click", event.originalEvent));
    }
  });
}

function followKeyboard(map: LiveMap, card: Card, areas: Map<string, Area>): void {
  for (const area of areas.values()) {
    area.link.addEventListener("focus", () => {
      heat(map, area.code);
      card.show(area.code, false);
    });
    area.link.addEventListener("blur", () => {
      heat(map, undefined);
      card.hide();
    });
  }
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}

function tools(map: LiveMap, figure: HTMLElement, box: LngLatBoundsLike): void {
  const move = { animate: !reducedMotion() };
  const more = button("+", () => map.zoomIn(move));
  more.setAttribute("aria-label", figure.dataset.textZoomIn ?? "");
  const less = button("−", () => map.zoomOut(move));
  less.setAttribute("aria-label", figure.dataset.textZoomOut ?? "");
  const all = button(figure.dataset.textReset ?? "", () => map.fitBounds(box, { padding: 16, ...move }));
  figure.querySelector(".map-tools")?.prepend(more, less, all);
}

function reducedMotion(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
