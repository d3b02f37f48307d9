// What somebody drew for a project, over the live map.
import type { FeatureCollection, GeoJSON, Geometry, Position } from "geojson";
import type { LngLatBoundsLike, Map as LiveMap } from "maplibre-gl";

/** Draws it, and answers with the part of the map to show. */
export function draw(map: LiveMap, geoJson: string, line: string, gold: string): LngLatBoundsLike {
  const drawn = collected(JSON.parse(geoJson) as GeoJSON);
  map.addSource("drawn", { type: "geojson", data: drawn });
  map.addLayer({ id: "drawn-areas", type: "fill", source: "drawn", filter: ["==", ["geometry-type"], "Polygon"], paint: { "fill-color": line, "fill-opacity": 0.4 } });
  map.addLayer({
    id: "drawn-lines",
    type: "line",
    source: "drawn",
    filter: ["!=", ["geometry-type"], "Point"],
    layout: { "line-join": "round", "line-cap": "round" },
    paint: { "line-color": line, "line-width": 5 },
  });
  map.addLayer({
    id: "drawn-points",
    type: "circle",
    source: "drawn",
    filter: ["==", ["geometry-type"], "Point"],
    paint: { "circle-radius": 9, "circle-color": line, "circle-stroke-color": gold, "circle-stroke-width": 3 },
  });
  const box: [number, number, number, number] = [180, 90, -180, -90];
  drawn.features.forEach((feature) => widen(box, positions(feature.geometry)));
  const margin = 0.02;
  return [box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin];
}

function collected(drawn: GeoJSON): FeatureCollection {
  if (drawn.type === "FeatureCollection") {
    return drawn;
  }
  const feature = drawn.type === "Feature" ? drawn : { type: "Feature" as const, properties: {}, geometry: drawn };
  return { type: "FeatureCollection", features: [feature] };
}

function positions(geometry: Geometry): unknown {
  return geometry.type === "GeometryCollection" ? geometry.geometries.map(positions) : geometry.coordinates;
}

function widen(box: [number, number, number, number], part: unknown): void {
  if (Array.isArray(part) && typeof part[0] === "number") {
    const [x, y] = part as Position as [number, number];
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  } else if (Array.isArray(part)) {
    part.forEach((inner) => widen(box, inner));
  }
}
