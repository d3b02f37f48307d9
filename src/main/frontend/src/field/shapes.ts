// Lines and areas: written as one point in a line of text, measured, and drawn small without a map.
import { latin } from "./numbers";

export interface Point {
  lat: number;
  lon: number;
}

// What a text says: its points, and the first line that is none.
export interface Written {
  points: Point[];
  wrong: number;
}

const EARTH = 6_371_008.8;
const DEGREE = Math.PI / 180;
const RAI = 1600;
const NGAN = 400;
const SQUARE_WAH = 4;
const FAR = 10_000;
const MOST_COMPARED = 1500;
const WIDTH = 320;
const HEIGHT = 220;
const MARGIN = 14;
const SVG = "http://www.w3.org/2000/svg";

export function read(text: string): Written {
  const lines = latin(text)
    .split(/\r?\n|;/)
    .map((line) => line.trim().split(/[\s,]+/))
    .filter((parts) => parts[0] !== "");
  const points = lines.map(([lat, lon]) => ({ lat: Number(lat), lon: Number(lon ?? "x") }));
  const wrong = points.findIndex(({ lat, lon }) => !(Math.abs(lat) <= 90 && Math.abs(lon) <= 180));
  return { points: points.slice(0, wrong < 0 ? points.length : wrong), wrong: wrong + 1 };
}

export const line = ({ lat, lon }: Point): string => `${lat.toFixed(6)}, ${lon.toFixed(6)}`;

export const isSame = (one: Point | undefined, other: Point | undefined): boolean => one?.lat === other?.lat && one?.lon === other?.lon;

// The points without one that repeats the one before it.
export const distinct = (points: Point[]): Point[] => points.filter((point, i) => i === 0 || !isSame(point, points[i - 1]));

// An area's points, with the first again at the end.
export const ring = (points: Point[]): Point[] => (points.length && !isSame(points[0], points.at(-1)) ? [...points, ...points.slice(0, 1)] : points);

// In metres.
export function length(points: Point[]): number {
  let sum = 0;
  points.slice(1).forEach((to, i) => {
    const from = points[i] ?? to;
    const half = Math.sin(((to.lat - from.lat) * DEGREE) / 2) ** 2;
    const turn = Math.cos(from.lat * DEGREE) * Math.cos(to.lat * DEGREE) * Math.sin(((to.lon - from.lon) * DEGREE) / 2) ** 2;
    sum += 2 * EARTH * Math.asin(Math.sqrt(half + turn));
  });
  return sum;
}

// In square metres, on the sphere.
export function area(points: Point[]): number {
  const closed = ring(points);
  let sum = 0;
  closed.slice(1).forEach((to, i) => {
    const from = closed[i] ?? to;
    sum += (to.lon - from.lon) * DEGREE * (2 + Math.sin(from.lat * DEGREE) + Math.sin(to.lat * DEGREE));
  });
  return Math.abs((sum * EARTH * EARTH) / 2);
}

const turns = (a: Point, b: Point, c: Point): number => Math.sign((b.lon - a.lon) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lon - a.lon));

// Whether the border of an area runs through itself.
export function crosses(points: Point[]): boolean {
  const closed = ring(points);
  if (closed.length > MOST_COMPARED) {
    return false;
  }
  for (let i = 0; i + 1 < closed.length; i++) {
    for (let j = i + 2; j + 1 < closed.length; j++) {
      const [a, b, c, d] = [closed[i], closed[i + 1], closed[j], closed[j + 1]] as [Point, Point, Point, Point];
      if (turns(a, b, c) * turns(a, b, d) < 0 && turns(c, d, a) * turns(c, d, b) < 0) {
        return true;
      }
    }
  }
  return false;
}

const put = (text = "", ...values: (number | string)[]): string => values.reduce<string>((said, value, i) => said.replace(`{${i}}`, String(value)), text);

const count = (value: number, digits = 0): string => value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });

// How long a line is, or how large an area.
export function measure(kind: string, points: Point[], words: Record<string, string>): string {
  if (kind === "line") {
    const metres = length(points);
    return metres < FAR ? put(words["metres"], count(metres)) : put(words["kilometres"], count(metres / 1000, 1));
  }
  const wah = Math.round(area(points) / SQUARE_WAH);
  const [rai, ngan] = [RAI / SQUARE_WAH, NGAN / SQUARE_WAH];
  return put(words["rai"], count(Math.floor(wah / rai)), Math.floor((wah % rai) / ngan), wah % ngan);
}

// The lines of a GeoJSON geometry, those around areas among them.
export function lines(geometry: string): Point[][] {
  const found: Point[][] = [];
  const walk = (part: unknown): void => {
    if (!Array.isArray(part)) {
      return;
    }
    if (Array.isArray(part[0]) && typeof (part[0] as unknown[])[0] === "number") {
      found.push((part as [number, number][]).map(([lon, lat]) => ({ lat, lon })));
    } else {
      part.forEach(walk);
    }
  };
  walk((JSON.parse(geometry) as { coordinates?: unknown }).coordinates);
  return found;
}

function svg(name: string, attributes: Record<string, string>): SVGElement {
  const made = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

// A small picture: what stands already behind what is drawn, north above.
export function picture(kind: string, standing: Point[][], points: Point[], label: string): SVGElement {
  const all = [...standing.flat(), ...points];
  const middle = all.reduce((sum, point) => sum + point.lat, 0) / all.length;
  const narrow = Math.cos(middle * DEGREE);
  const [west, east] = [Math.min(...all.map((point) => point.lon)), Math.max(...all.map((point) => point.lon))];
  const [south, north] = [Math.min(...all.map((point) => point.lat)), Math.max(...all.map((point) => point.lat))];
  const scale = Math.min((WIDTH - 2 * MARGIN) / Math.max((east - west) * narrow, 1e-6), (HEIGHT - 2 * MARGIN) / Math.max(north - south, 1e-6));
  const x = (point: Point): string => (WIDTH / 2 + (point.lon - (west + east) / 2) * narrow * scale).toFixed(1);
  const y = (point: Point): string => (HEIGHT / 2 - (point.lat - (south + north) / 2) * scale).toFixed(1);
  const path = (some: Point[]): string => some.map((point, i) => `${i ? "L" : "M"}${x(point)} ${y(point)}`).join("");
  const drawn = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": label, class: "shape" });
  standing.forEach((one) => drawn.append(svg("path", { d: path(one), class: "shape-standing" })));
  const isClosed = kind === "area" && points.length > 3 && isSame(points[0], points.at(-1));
  if (kind === "area" && points.length > 2 && !isClosed) {
    drawn.append(svg("path", { d: path([...points.slice(-1), ...points.slice(0, 1)]), class: "shape-open" }));
  }
  if (points.length > 1) {
    drawn.append(svg("path", { d: path(points), class: isClosed ? "shape-area" : "shape-line" }));
  }
  const last = isClosed ? 0 : points.length - 1;
  points.forEach((point, i) => drawn.append(svg("circle", { cx: x(point), cy: y(point), r: i === last ? "6" : "3.5", class: i === last ? "shape-last" : "shape-point" })));
  return drawn;
}
