// The field of an entry that is a line or an area: points where the device stands or as they are typed, a small picture of them, and
// what they come to.
import { position } from "./position";
import { area, crosses, distinct, isSame, line, lines, measure, picture, type Point, read, ring } from "./shapes";
import type { Problem } from "./store";

type Words = Record<string, string>;

export class ShapeField {
  private standing: Point[][] = [];
  private readonly text: HTMLTextAreaElement;
  private readonly said: HTMLElement;
  private readonly kind: string;

  constructor(
    private readonly box: HTMLElement,
    private readonly words: Words,
  ) {
    this.text = box.querySelector("textarea") as HTMLTextAreaElement;
    this.said = box.querySelector("[data-shape-said]") as HTMLElement;
    this.kind = box.dataset["shape"] ?? "";
    this.text.addEventListener("input", () => this.draw());
    const press = (name: string, act: () => void): unknown => box.querySelector(`[data-shape-${name}]`)?.addEventListener("click", act);
    press("here", () => position(words, this.said, (place) => this.add({ lat: place.latitude, lon: place.longitude })));
    press("undo", () => this.write(this.text.value.trimEnd().split(/\r?\n/).slice(0, -1)));
    press("close", () => this.close());
  }

  // Shows how the entry stands until it is drawn anew.
  //
  // @param geometry as GeoJSON
  stands(geometry: string | null | undefined): void {
    this.standing = geometry ? lines(geometry) : [];
    this.said.textContent = "";
    this.draw();
  }

  private write(all: string[]): void {
    this.text.value = all.join("\n");
    this.text.dispatchEvent(new Event("input", { bubbles: true }));
  }

  private add(point: Point): void {
    const written = this.text.value.trimEnd();
    this.write([...(written ? [written] : []), line(point)]);
  }

  private close(): void {
    const { points } = read(this.text.value);
    const first = points[0];
    if (first && points.length > 2 && !isSame(first, points.at(-1))) {
      this.add(first);
    }
  }

  private draw(): void {
    const { points } = read(this.text.value);
    const measured = this.measured(points);
    const parts: Node[] = [];
    if (points.length || this.standing.length) {
      const words = points.length ? measured : this.before();
      const caption = document.createElement("figcaption");
      caption.textContent = words;
      parts.push(picture(this.kind, this.standing, points, words), caption);
    }
    this.box.querySelector("[data-shape-drawn]")?.replaceChildren(...parts);
  }

  private measured(points: Point[]): string {
    const corners = this.kind === "area" && points.length > 1 && isSame(points[0], points.at(-1)) ? points.length - 1 : points.length;
    const said = (this.words["points"] ?? "").replace("{0}", String(corners));
    return corners < (this.kind === "area" ? 3 : 2) ? said : `${said} · ${measure(this.kind, points, this.words)}${this.crossed(points) ? ` · ${this.words["crosses"]}` : ""}`;
  }

  private before(): string {
    const whole = this.standing.length === 1 ? this.standing[0] : undefined;
    return whole ? `${this.words["standing"]} · ${measure(this.kind, whole, this.words)}` : (this.words["standing"] ?? "");
  }

  private crossed(points: Point[]): boolean {
    return this.kind === "area" && crosses(points);
  }

  // What can be seen without the server.
  problems(): Problem[] {
    const { points, wrong } = read(this.text.value);
    const say = (message = ""): Problem[] => [{ field: "shape", label: "", message }];
    if (wrong) {
      return say(this.words["no-point"]?.replace("{0}", String(wrong)));
    }
    if (!points.length) {
      return [];
    }
    const some = distinct(this.kind === "area" ? ring(points) : points);
    if (some.length < (this.kind === "area" ? 4 : 2)) {
      return say(this.words[this.kind === "area" ? "few-corners" : "few-points"]);
    }
    return this.crossed(points) || (this.kind === "area" && area(points) === 0) ? say(this.words["crosses"]) : [];
  }
}
