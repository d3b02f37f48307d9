// What a live map tells of one place.
export interface Area {
  link: SVGAElement;
  code: string;
  name: string;
  amphoe: string;
  people: string;
  value: string;
  href: string;
  step: string;
  chosen: boolean;
}

/** Tells of the place under the pointer, the finger or the keyboard's focus. */
export class Card {
  private readonly box = document.createElement("div");

  constructor(
    live: HTMLElement,
    private readonly areas: Map<string, Area>,
    private readonly open: string,
  ) {
    this.box.className = "map-card";
    this.box.hidden = true;
    live.append(this.box);
  }

  show(code: string, tapped: boolean): void {
    const area = this.areas.get(code);
    if (!area) {
      return;
    }
    const line = (text: string, kind: string): HTMLElement => {
      const element = document.createElement(kind === "name" ? "strong" : "span");
      element.className = `map-card-${kind}`;
      element.textContent = text;
      return element;
    };
    const about = area.value.startsWith(area.people.split(" ")[0] ?? "") ? area.amphoe : `${area.amphoe} · ${area.people}`;
    this.box.replaceChildren(line(area.name, "name"), line(about, "in"), line(area.value, "value"));
    this.box.classList.toggle("is-tapped", tapped);
    if (tapped) {
      const link = document.createElement("a");
      link.href = area.href;
      link.textContent = this.open;
      this.box.append(link);
    }
    this.box.hidden = false;
  }

  hide(): void {
    this.box.hidden = true;
  }
}
