// The form: what stands in it, what is wrong with it, where the phone is, and its photographs.
import { number } from "./numbers";
import { compressed } from "./photographs";
import { position } from "./position";
import type { Problem } from "./store";

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
type Words = Record<string, string>;


export class FieldForm {
  photographs: Blob[] = [];

  constructor(
    readonly form: HTMLFormElement,
    private readonly words: Words,
    private readonly changed: () => void,
  ) {
    form.addEventListener("input", () => changed());
    form.querySelector<HTMLInputElement>("#field-photographs")?.addEventListener("change", (event) => this.add(event.target as HTMLInputElement));
    form.querySelector("[data-here]")?.addEventListener("click", () => this.locate());
  }

  private controls(name: string): Control[] {
    return [...this.form.querySelectorAll<Control>(`[name="${CSS.escape(name)}"]`)];
  }

  fields(): [string, string][] {
    return [...new FormData(this.form).entries()].filter((pair): pair is [string, string] => typeof pair[1] === "string" && pair[0] !== "show");
  }

  show(): boolean {
    return this.form.querySelector<HTMLInputElement>("[name=show]")?.checked ?? false;
  }

  // Puts values into the form; those of a list of codes stand one after the other, divided by commas.
  fill(values: [string, string][], photographs: Blob[], show: boolean): void {
    this.clear();
    const all = new Map<string, string[]>();
    values.forEach(([name, value]) => all.set(name, [...(all.get(name) ?? []), value]));
    all.forEach((given, name) =>
      this.controls(name).forEach((control) => {
        if (control instanceof HTMLInputElement && control.type === "checkbox") {
          control.checked = given.flatMap((value) => value.split(", ")).includes(control.value);
        } else {
          control.value = given.join(", ");
        }
      }),
    );
    const shown = this.form.querySelector<HTMLInputElement>("[name=show]");
    if (shown) {
      shown.checked = show;
    }
    this.photographs = [...photographs];
    this.draw();
  }

  clear(): void {
    this.form.reset();
    this.photographs = [];
    this.draw();
    this.complain([]);
  }

  // Says at its field what is wrong, and leads to the first.
  complain(problems: Problem[]): void {
    this.form.querySelectorAll("[data-problem]").forEach((shown) => shown.remove());
    this.form.querySelectorAll("[aria-invalid]").forEach((control) => control.removeAttribute("aria-invalid"));
    problems.forEach((problem) => {
      const control = this.form.querySelector<HTMLElement>(`#f-${CSS.escape(problem.field)}, #field-${CSS.escape(problem.field)}`);
      const line = document.createElement("span");
      line.className = "error";
      line.dataset["problem"] = problem.field;
      line.id = `${control?.id ?? problem.field}-problem`;
      line.textContent = problem.message;
      if (control) {
        control.setAttribute("aria-invalid", "true");
        control.setAttribute("aria-describedby", line.id);
        control.before(line);
      } else {
        this.form.prepend(line);
      }
    });
    const first = problems[0];
    if (first) {
      const target = this.form.querySelector<HTMLElement>(`#f-${CSS.escape(first.field)}, #field-${CSS.escape(first.field)}`);
      (target?.matches("input, select, textarea") ? target : (target?.querySelector<HTMLElement>("input") ?? this.form)).focus();
    }
  }

  // What can be seen without the server: what is missing, what is no number, what is out of its range.
  problems(): Problem[] {
    const found: Problem[] = [];
    this.form.querySelectorAll<Control>("input[name]:enabled, select[name]:enabled").forEach((control) => {
      const text = control.value.trim();
      const say = (message = ""): unknown => found.push({ field: control.name, label: "", message });
      if (control.required && !text) {
        say(this.words["required"]);
      } else if (control instanceof HTMLInputElement && control.dataset["number"] !== undefined && text) {
        const given = number(text);
        const { least, most } = control.dataset;
        if (Number.isNaN(given)) {
          say(this.words["no-number"]?.replace("{0}", text));
        } else if (least && given < Number(least)) {
          say(this.words["least"]?.replace("{0}", least));
        } else if (most && given > Number(most)) {
          say(this.words["most"]?.replace("{0}", most));
        }
      }
    });
    return found;
  }

  private locate(): void {
    const said = this.form.querySelector<HTMLElement>("[data-here-said]");
    if (!said) {
      return;
    }
    position(this.words, said, (place) => {
      this.controls("lat").forEach((control) => (control.value = place.latitude.toFixed(6)));
      this.controls("lon").forEach((control) => (control.value = place.longitude.toFixed(6)));
      this.changed();
    });
  }

  private async add(input: HTMLInputElement): Promise<void> {
    for (const file of input.files ?? []) {
      try {
        this.photographs.push(await compressed(file));
      } catch {
        this.complain([{ field: "photographs", label: "", message: (this.words["no-photograph"] ?? "").replace("{0}", file.name) }]);
      }
    }
    input.value = "";
    this.draw();
    this.changed();
  }

  private draw(): void {
    const list = this.form.querySelector<HTMLElement>("[data-photographs]");
    list?.querySelectorAll("img").forEach((image) => URL.revokeObjectURL(image.src));
    list?.replaceChildren(
      ...this.photographs.map((photograph, i) => {
        const item = document.createElement("li");
        const image = document.createElement("img");
        image.src = URL.createObjectURL(photograph);
        image.alt = (this.words["photograph"] ?? "").replace("{0}", String(i + 1));
        const button = document.createElement("button");
        button.type = "button";
        button.className = "button button-quiet";
        button.textContent = this.words["discard"] ?? "";
        button.setAttribute("aria-label", `${this.words["discard"]} ${image.alt}`);
        button.addEventListener("click", () => {
          this.photographs.splice(i, 1);
          this.draw();
          this.changed();
        });
        item.append(image, button);
        return item;
      }),
    );
  }
}
