// Figures of entries, written down at the place itself: one form for each series, of which one is shown.
import { latin, number } from "./numbers";
import { button, element } from "./queue";
import type { Database, Figure, Problem, Taken, Typing, Who, Written } from "./store";

type Words = Record<string, string>;
type Control = HTMLInputElement | HTMLSelectElement;

const TYPED_MILLIS = 300;
const BUDDHIST = 543;
const FIRST_MONTH = 10;

// What the page does for the forms.
export interface Desk {
  database: Database;
  who(): Who | undefined;
  // Puts something into the list of what waits.
  queue(written: Written): Promise<void>;
}

export class Figures {
  private typing: Typing;
  private timer = 0;
  private readonly entry: HTMLSelectElement;
  private readonly series: HTMLSelectElement;

  constructor(
    private readonly root: HTMLElement,
    private readonly register: string,
    private readonly home: string,
    private readonly words: Words,
    private readonly desk: Desk,
  ) {
    this.typing = this.blank();
    this.entry = this.find("[data-figure-entry]");
    this.series = this.find("[data-figure-series]");
    this.series.addEventListener("change", () => this.choose(this.series.value));
    root.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => void this.keepTyped(), TYPED_MILLIS);
    });
    root.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.submit();
    });
    root.addEventListener("reset", (event) => {
      event.preventDefault();
      void this.begin();
    });
    this.show(this.typing);
  }

  private find<T extends HTMLElement>(selector: string): T {
    const found = this.root.querySelector<T>(selector);
    if (!found) {
      throw new Error(`The page has no ${selector}`);
    }
    return found;
  }

  private get form(): HTMLFormElement {
    return this.find<HTMLFormElement>(`[data-figure-form="${CSS.escape(this.series.value)}"]`);
  }

  private blank(): Typing {
    return {
      ...{ register: `${this.register}/figures`, account: "", key: crypto.randomUUID(), entry: "", seen: 0, name: "" },
      ...{ fields: [], photographs: [], show: false },
    };
  }

  // Shows what whoever works here was typing.
  async resume(): Promise<void> {
    const account = this.desk.who()?.account;
    clearTimeout(this.timer);
    this.show((account && (await this.desk.database.get("typing", [account, `${this.register}/figures`]))) || this.blank());
  }

  // Offers the entries that were taken along.
  offer(taken: Taken[]): void {
    const chosen = this.typing.entry || this.entry.value;
    this.entry.replaceChildren(new Option("", ""), ...taken.map((one) => new Option(one.name, one.id)));
    if (chosen && !taken.some((one) => one.id === chosen)) {
      this.entry.append(new Option(this.typing.name, chosen));
    }
    this.entry.value = chosen;
    this.find("[data-figure-along]").textContent = taken.length ? "" : (this.words["none-along"] ?? "");
  }

  private choose(series: string): void {
    this.root.querySelectorAll<HTMLFormElement>("[data-figure-form]").forEach((form) => (form.hidden = form.dataset["figureForm"] !== series));
    const day = this.form.querySelector<HTMLInputElement>("[name=day]");
    if (day && !day.value) {
      day.value = this.now(this.form.dataset["every"] ?? "");
    }
  }

  // The day, the month or the fiscal year that it is.
  private now(every: string): string {
    const today = new Date().toLocaleDateString("sv", { timeZone: "Asia/Bangkok" });
    const [year = 0, month = 0] = today.split("-").map(Number);
    return every === "day" ? today : every === "month" ? today.slice(0, 7) : String(year + BUDDHIST + (month >= FIRST_MONTH ? 1 : 0));
  }

  private show(typing: Typing): void {
    this.typing = typing;
    const given = new Map(typing.fields);
    this.series.value = given.get("series") ?? this.series.options[0]?.value ?? "";
    if (typing.entry && ![...this.entry.options].some((one) => one.value === typing.entry)) {
      this.entry.append(new Option(typing.name, typing.entry));
    }
    this.entry.value = typing.entry;
    this.root.querySelectorAll<HTMLFormElement>("[data-figure-form]").forEach((form) =>
      form.querySelectorAll<Control>("[name]:not([name=series])").forEach((control) => {
        const value = form === this.form ? (given.get(control.name) ?? "") : "";
        if (control instanceof HTMLInputElement && control.type === "checkbox") {
          control.checked = value === control.value;
        } else {
          control.value = value || (control.name === "flag" ? "ok" : "");
        }
      }),
    );
    this.choose(this.series.value);
    this.complain([]);
  }

  private async keepTyped(): Promise<void> {
    const who = this.desk.who();
    const fields = [...new FormData(this.form).entries()].filter((pair): pair is [string, string] => typeof pair[1] === "string");
    const entry = this.entry.value;
    // What was seen is another figure's where another is meant by now.
    const isSame = entry === this.typing.entry && ["series", "day"].every((name) => new Map(fields).get(name) === new Map(this.typing.fields).get(name));
    this.typing = {
      ...this.typing,
      ...{ account: who?.account ?? "", entry, fields, name: this.entry.selectedOptions[0]?.text ?? "", seen: isSame ? this.typing.seen : 0 },
    };
    if (who) {
      await this.desk.database.put("typing", this.typing).catch(() => this.say(this.words["full"]));
    }
  }

  private say(text = ""): void {
    this.find("[data-figure-said]").textContent = text;
  }

  private async begin(): Promise<void> {
    clearTimeout(this.timer);
    const { entry, name } = this.typing;
    await this.desk.database.delete("typing", [this.desk.who()?.account ?? "", `${this.register}/figures`]);
    this.show({ ...this.blank(), entry, name, fields: [["series", this.series.value]] });
  }

  // What can be seen without the server.
  private problems(): Problem[] {
    const values = new Map(this.typing.fields);
    const value = values.get("value")?.trim() ?? "";
    const isWithdrawn = values.has("withdraw");
    const found: Problem[] = [];
    const say = (field: string, message = ""): unknown => found.push({ field, label: "", message });
    if (!this.typing.entry) {
      say("entry", this.words["required"]);
    }
    if (!values.get("day")?.trim()) {
      say("day", this.words["required"]);
    }
    if (!isWithdrawn && !value) {
      say("value", this.words["required"]);
    } else if (!isWithdrawn && Number.isNaN(number(value))) {
      say("value", this.words["no-number"]?.replace("{0}", value));
    }
    if ((isWithdrawn || this.typing.seen) && !values.get("note")?.trim()) {
      say("note", this.words["why"]);
    }
    return found;
  }

  private control(field: string): HTMLElement | null {
    return field === "entry" || field === "subject" ? this.entry : this.form.querySelector<HTMLElement>(`[name="${CSS.escape(field)}"]:not([type=hidden])`);
  }

  // Says at its field what is wrong, and leads to the first.
  private complain(problems: Problem[]): void {
    this.root.querySelectorAll("[data-problem]").forEach((shown) => shown.remove());
    this.root.querySelectorAll("[aria-invalid]").forEach((control) => ["aria-invalid", "aria-describedby"].forEach((name) => control.removeAttribute(name)));
    problems.forEach((problem) => {
      const control = this.control(problem.field);
      const line = element("span", problem.message, "error");
      line.dataset["problem"] = problem.field;
      line.id = `figure-${problem.field}-problem`;
      control?.setAttribute("aria-invalid", "true");
      control?.setAttribute("aria-describedby", line.id);
      if (control) {
        control.before(line);
      } else {
        this.form.prepend(line);
      }
    });
    const first = problems[0];
    if (first) {
      (this.control(first.field) ?? this.entry).focus();
    }
  }

  private async submit(): Promise<void> {
    clearTimeout(this.timer);
    await this.keepTyped();
    const problems = this.problems();
    this.complain(problems);
    const who = this.desk.who();
    if (problems.length) {
      return;
    }
    if (!who) {
      this.say(this.words["unknown"]);
      return;
    }
    const { key, entry, seen, fields, name } = this.typing;
    const { title = "", unit = "", every = "" } = this.form.dataset;
    const day = new Map(fields).get("day") ?? "";
    const written: Written = {
      ...{ key, entry, seen, fields, photographs: [], show: false, register: this.register, home: this.home },
      ...{ name: `${title}: ${name}, ${period(every, day)}`, account: who.account, owner: who.name, state: "waiting", problems: [], now: null },
      ...{ address: "", at: Date.now(), figure: { of: name, unit, said: "", standing: null } },
    };
    try {
      await this.desk.queue(written);
    } catch {
      this.say(this.words["full"]);
      return;
    }
    this.say((this.words["queued"] ?? "").replace("{0}", written.name));
    await this.begin();
  }

  async mend(one: Written): Promise<void> {
    this.show({ ...one, register: `${this.register}/figures`, name: one.figure?.of ?? "" });
    this.complain(one.problems);
    if (!one.problems.length) {
      this.find<HTMLElement>("h2").focus();
    }
    await this.keepTyped();
  }
}

// What a figure stands for, as people read it; what is no day of a calendar stays as it was typed.
function period(every: string, typed: string): string {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(latin(typed));
  if (!parts) {
    return typed;
  }
  const day = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3] ?? "1")));
  return day.toLocaleDateString(document.documentElement.lang === "th" ? "th-TH-u-ca-buddhist-nu-latn" : "en-GB", {
    ...(every === "day" ? { day: "numeric" } : {}),
    ...{ month: "short", year: "numeric", timeZone: "UTC" },
  });
}

// Both figures beside each other: theirs stays when mine is dropped, and is replaced for a reason.
export function compared(one: Written, figure: Figure, words: Words, decide: (decided: Written) => void): HTMLElement {
  const box = element("div", "", "stack");
  const values = new Map(one.fields);
  const mine = values.has("withdraw") ? words["empty"] : `${values.get("value") ?? ""}${figure.unit ? ` ${figure.unit}` : ""}`;
  const both = element("dl", "", "facts");
  both.append(element("dt", words["mine"]), element("dd", mine));
  if (!figure.standing) {
    box.append(both);
    return box;
  }
  const theirs = element("dd", figure.standing.value);
  theirs.append(element("br"), element("span", figure.standing.recorded, "quiet small"));
  both.append(element("dt", words["theirs"]), theirs);
  const field = element("div", "", "field");
  const label = element("label", words["reason"]);
  const reason = element("input");
  reason.id = `reason-${one.key}`;
  reason.type = "text";
  reason.value = values.get("note") ?? "";
  label.htmlFor = reason.id;
  field.append(label, reason);
  const replace = (): void => {
    if (!reason.value.trim()) {
      reason.setAttribute("aria-invalid", "true");
      field.querySelector(".error")?.remove();
      reason.before(element("span", words["why"], "error"));
      reason.focus();
      return;
    }
    const fields = one.fields.filter(([name]) => name !== "note");
    decide({ ...one, fields: [...fields, ["note", reason.value]], problems: [], figure: { ...figure, standing: null }, at: Date.now() });
  };
  box.append(both, field, button(words["instead"] ?? "", replace, "button button-primary"));
  return box;
}
