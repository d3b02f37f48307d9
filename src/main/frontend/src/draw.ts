// Draws where a project is: each click on the map is a corner, and the corners stand as lines of text in the form, where they
// can be written and read without the map.
import { type GeoJSONSource, LngLatBounds, Map as LiveMap, Marker, setWorkerUrl } from "maplibre-gl";
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from "geojson";

type Corner = [number, number];

const MOST_CORNERS = 500;

function corners(text: string): Corner[] {
  return text
    .split("\n")
    .map((line) => line.split(/[,;\s]+/).map(Number))
    .filter((parts) => parts.length >= 2 && parts.every(Number.isFinite))
    .map(([latitude, longitude]) => [longitude ?? 0, latitude ?? 0]);
}

function written(points: Corner[]): string {
  return points.map(([longitude, latitude]) => `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`).join("\n");
}

function drawn(shape: string, points: Corner[]): Feature {
  if (shape === "area" && points.length > 2) {
    return { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [[...points, points[0] ?? [0, 0]]] } };
  }
  return { type: "Feature", properties: {}, geometry: { type: "LineString", coordinates: shape === "none" || shape === "point" ? [] : points } };
}

async function mount(box: HTMLElement, shape: HTMLSelectElement, text: HTMLTextAreaElement): Promise<void> {
  const data = box.dataset;
  const answer = await fetch(data.shapes ?? "", { headers: { Accept: "application/geo+json" } });
  const places = (await answer.json()) as FeatureCollection<Polygon | MultiPolygon>;
  await new Promise<void>((ready) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = data.style ?? "";
    link.onload = () => ready();
    document.head.append(link);
  });
  setWorkerUrl(new URL(data.worker ?? "", location.href).href);
  const colour = (name: string): string => getComputedStyle(box).getPropertyValue(name).trim();
  const bounds = new LngLatBounds();
  const widen = (part: unknown): void => {
    if (Array.isArray(part) && typeof part[0] === "number" && typeof part[1] === "number") {
      bounds.extend([part[0], part[1]]);
    } else if (Array.isArray(part)) {
      part.forEach(widen);
    }
  };
  places.features.forEach((place) => widen(place.geometry.coordinates));
  const stage = document.createElement("div");
  stage.className = "draft-map-stage";
  const help = document.createElement("p");
  help.className = "hint";
  help.textContent = data.textHelp ?? "";
  box.append(help, stage);
  const map = new LiveMap({
    container: stage,
    bounds,
    fitBoundsOptions: { padding: 16 },
    attributionControl: false,
    dragRotate: false,
    maplibreLogo: false,
    style: {
      version: 8,
      sources: {
        places: { type: "geojson", data: places },
        drawn: { type: "geojson", data: drawn("none", []) },
      },
      layers: [
        { id: "places", type: "fill", source: "places", paint: { "fill-color": colour("--card") } },
        { id: "borders", type: "line", source: "places", paint: { "line-color": colour("--line-strong"), "line-width": 0.8 } },
        { id: "area", type: "fill", source: "drawn", paint: { "fill-color": colour("--primary"), "fill-opacity": 0.25 } },
        { id: "line", type: "line", source: "drawn", paint: { "line-color": colour("--primary"), "line-width": 3.5 } },
      ],
    },
  });
  await new Promise<void>((ready) => map.once("load", () => ready()));
  let markers: Marker[] = [];
  const show = (): void => {
    const points = corners(text.value);
    (map.getSource("drawn") as GeoJSONSource).setData(drawn(shape.value, points));
    markers.forEach((marker) => marker.remove());
    markers = (shape.value === "none" ? [] : points).map((point, index) => {
      const marker = new Marker({ draggable: true, color: colour("--primary"), scale: 0.9 }).setLngLat(point).addTo(map);
      marker.getElement().setAttribute("aria-label", written([point]));
      marker.on("dragend", () => {
        const { lng, lat } = marker.getLngLat();
        points[index] = [lng, lat];
        keep(points);
      });
      return marker;
    });
  };
  const keep = (points: Corner[]): void => {
    text.value = written(points);
    text.dispatchEvent(new Event("change", { bubbles: true }));
    show();
  };
  map.on("click", (event) => {
    if (shape.value === "none") {
      shape.value = "point";
    }
    const point: Corner = [event.lngLat.lng, event.lngLat.lat];
    keep(shape.value === "point" ? [point] : [...corners(text.value), point].slice(0, MOST_CORNERS));
  });
  const button = (label: string, act: () => void): HTMLButtonElement => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "button";
    made.textContent = label;
    made.addEventListener("click", act);
    return made;
  };
  const bar = document.createElement("p");
  bar.className = "row";
  bar.append(
    button(data.textUndo ?? "", () => keep(corners(text.value).slice(0, -1))),
    button(data.textClear ?? "", () => keep([])),
  );
  stage.after(bar);
  shape.addEventListener("change", show);
  text.addEventListener("input", show);
  const points = corners(text.value);
  if (points.length > 0) {
    map.fitBounds(points.reduce((around, point) => around.extend(point), new LngLatBounds()), { padding: 60, maxZoom: 16, animate: false });
  }
  show();
}

const box = document.querySelector<HTMLElement>("[data-draw-map]");
const shape = document.querySelector<HTMLSelectElement>("#shape");
const text = document.querySelector<HTMLTextAreaElement>("#corners");
if (box && shape && text) {
  mount(box, shape, text).catch((error: unknown) => console.warn("Where it is can be written without the map:", error));
}
