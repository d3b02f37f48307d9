// Shows the fields of a form that apply to what is typed, and the choices that stand under those made above them.
import { Applying, read, type Rules, type Value } from "./conditions";

type Control = HTMLInputElement | HTMLSelectElement;

const ZONE = "Asia/Bangkok";

export class Asking {
  private readonly rules: Rules;
  private readonly options = new Map<HTMLSelectElement, HTMLOptionElement[]>();
  private readonly shown = new Map<string, boolean>();
  private readonly applied = new Map<string, boolean>();
  private readonly above = new Map<string, Value>();
  private readonly given = new Set<string>();

  constructor(private readonly form: HTMLFormElement) {
    this.rules = JSON.parse(form.querySelector<HTMLElement>("[data-rules]")?.dataset["rules"] ?? '{"fields":{},"nothing":[]}') as Rules;
    Object.entries(this.rules.fields).forEach(([field, rule]) => {
      if (rule.under) {
        this.controls(field).forEach((control) => control instanceof HTMLSelectElement && this.options.set(control, [...control.options]));
      }
    });
    form.addEventListener("input", () => this.judge(false, false));
  }

  // Offers everything, so that anything can be filled in.
  everything(): void {
    this.options.forEach((all, select) => select.replaceChildren(...all));
  }

  // Begins with what stands in the form. What is recorded is never hidden, nor what there is a complaint about.
  //
  // isNew: whether nothing of it is recorded; isBlank: whether nothing has been typed either, so that it gets its presets
  open(isNew: boolean, isBlank: boolean): void {
    [this.shown, this.applied, this.above, this.given].forEach((known) => known.clear());
    this.judge(true, isNew);
    if (!isBlank) {
      this.applied.forEach((applies, field) => applies && this.given.add(field));
    }
    this.judge(false, isNew);
  }

  // Shows fields whether they apply or not: something is said of them.
  reveal(fields: string[]): void {
    fields.filter((field) => this.rules.fields[field]).forEach((field) => this.show(field, true));
  }

  private controls(field: string): Control[] {
    return [...this.form.querySelectorAll<Control>(`[name="${CSS.escape(field)}"]`)];
  }

  private texts(field: string): string[] {
    return this.controls(field)
      .filter((control) => !(control instanceof HTMLInputElement && control.type === "checkbox" && !control.checked))
      .map((control) => control.value)
      .filter(Boolean);
  }

  private judge(isOpening: boolean, isNew: boolean): void {
    // Presets and choices that fall away change what applies.
    for (let i = 0; i <= Object.keys(this.rules.fields).length && this.round(isOpening, isNew); i++);
  }

  private round(isOpening: boolean, isNew: boolean): boolean {
    const fields = Object.entries(this.rules.fields);
    const before = JSON.stringify(fields.map(([field]) => this.texts(field)));
    const applying = new Applying(this.rules, (field) => read(this.rules.fields[field]?.type ?? "", this.texts(field), this.rules.nothing));
    for (const [field, rule] of fields) {
      const applies = applying.applies(field);
      const stays = isOpening
        ? (!isNew && this.texts(field).length > 0) || !!this.holder(field)?.querySelector(".error")
        : this.shown.get(field) === true && this.applied.get(field) === false;
      this.applied.set(field, applies);
      if (rule.onlyIf) {
        this.show(field, applies || stays);
      }
      if (rule.under) {
        this.narrow(field, applying.value(rule.under), isOpening);
      }
      if (applies && rule.preset && !isOpening && !this.given.has(field)) {
        this.given.add(field);
        this.preset(field, rule.type, rule.preset);
      }
    }
    return before !== JSON.stringify(fields.map(([field]) => this.texts(field)));
  }

  private holder(field: string): HTMLElement | null {
    return this.controls(field)[0]?.closest<HTMLElement>(".field") ?? null;
  }

  private show(field: string, isShown: boolean): void {
    const holder = this.holder(field);
    const applies = this.applied.get(field) ?? true;
    this.shown.set(field, isShown);
    if (!holder) {
      return;
    }
    holder.hidden = !isShown;
    holder.querySelectorAll<HTMLElement>("[data-only-if]").forEach((sentence) => (sentence.hidden = applies));
    this.controls(field).forEach((control) => {
      control.disabled = !isShown || control.closest<HTMLElement>(".choice")?.hidden === true;
      control.required = applies && control.dataset["required"] !== undefined;
    });
  }

  // Leaves the choices under the one above. One that was made goes only when that above it is another one.
  private narrow(field: string, above: Value, isOpening: boolean): void {
    const isSame = isOpening || this.above.get(field) === above;
    this.above.set(field, above);
    this.controls(field).forEach((control) => {
      const fits = (under: string | undefined, isChosen: boolean): boolean => under === undefined || under === above || (isSame && isChosen);
      const all = control instanceof HTMLSelectElement ? this.options.get(control) : undefined;
      if (all) {
        const chosen = control.value;
        const left = all.filter((option) => fits(option.dataset["under"], option.value === chosen));
        control.replaceChildren(...left);
        control.value = left.some((option) => option.value === chosen) ? chosen : "";
      } else if (control instanceof HTMLInputElement) {
        const isLeft = fits(control.dataset["under"], control.checked);
        control.checked &&= isLeft;
        control.closest<HTMLElement>(".choice")?.toggleAttribute("hidden", !isLeft);
        control.disabled = !isLeft || this.shown.get(field) === false;
      }
    });
  }

  private preset(field: string, type: string, preset: string): void {
    const day = new Date().toLocaleDateString("sv", { timeZone: ZONE });
    const text = preset !== "today" ? preset : type === "date" ? day : type === "year" ? day.slice(0, 4) : preset;
    if (this.texts(field).length) {
      return;
    }
    this.controls(field).forEach((control) => {
      if (control instanceof HTMLInputElement && control.type === "checkbox") {
        control.checked = text.split(", ").includes(control.value);
      } else {
        control.value = text;
      }
    });
  }
}
