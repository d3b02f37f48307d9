// Field work without a signal: the form of a register on a phone, what waits to be sent, and what was taken along.
import { Asking } from "./field/asking";
import { ShapeField } from "./field/draw-shape";
import { Figures } from "./field/figures";
import { FieldForm } from "./field/form";
import { draw } from "./field/queue";
import { patternProblems } from "./field/patterns";
import { sendAll, session } from "./field/send";
import { type Database, keepPage, open, type Problem, type Standing, type Taken, type Typing, type Who, type Written } from "./field/store";

const AGAIN_MILLIS = 60_000;
const TYPED_MILLIS = 300;

// Chrome's offer to install the page.
interface Offer extends Event {
  prompt(): Promise<unknown>;
}

const find = <T extends HTMLElement>(selector: string): T => {
  const found = document.querySelector<T>(selector);
  if (!found) {
    throw new Error(`The page has no ${selector}`);
  }
  return found;
};

const root = find("[data-field]");
const words = JSON.parse(root.dataset["words"] ?? "{}") as Record<string, string>;
const register = root.dataset["register"] ?? "";
const home = root.dataset["home"] ?? "";

class FieldWork {
  private who: Who | undefined;
  private sending = "";
  private typing: Typing = this.blank();
  private timer = 0;
  private readonly form: FieldForm;
  private readonly asking: Asking;
  private readonly figures: Figures | undefined;
  private readonly shape: ShapeField | undefined;

  constructor(private readonly database: Database) {
    this.form = new FieldForm(find<HTMLFormElement>("[data-form]"), words, () => this.typed());
    this.asking = new Asking(this.form.form);
    this.form.form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.queue();
    });
    find("[data-send]").addEventListener("click", () => void this.send());
    find("[data-clear]").addEventListener("click", () => void this.begin());
    find<HTMLSelectElement>("[data-pick]").addEventListener("change", (event) => void this.pick((event.target as HTMLSelectElement).value));
    find<HTMLFormElement>("[data-take]").addEventListener("submit", (event) => {
      event.preventDefault();
      void this.take();
    });
    const shape = document.querySelector<HTMLElement>("[data-shape]");
    this.shape = shape ? new ShapeField(shape, words) : undefined;
    const figures = document.querySelector<HTMLElement>("[data-figures]");
    this.figures = figures
      ? new Figures(figures, register, home, words, { database, who: () => this.who, queue: (written) => this.enqueue(written) })
      : undefined;
    addEventListener("online", () => void this.send());
    addEventListener("offline", () => void this.refresh());
    setInterval(() => void this.send(), AGAIN_MILLIS);
  }

  async start(): Promise<void> {
    this.who = await this.database.get("who", "last");
    await this.resume();
    await this.refresh();
    await this.send();
  }

  // Shows what whoever works here was typing.
  private async resume(): Promise<void> {
    this.show((this.who && (await this.database.get("typing", [this.who.account, register]))) ?? this.blank());
    await this.figures?.resume();
  }

  private blank(): Typing {
    return { register, account: "", key: crypto.randomUUID(), entry: "", seen: 0, name: "", fields: [], photographs: [], show: false };
  }

  // Asks who is signed in; whoever comes after somebody else finds nothing of theirs to read.
  private async send(): Promise<void> {
    const now = await session(home);
    if (now) {
      const before = this.who;
      this.who = { account: now.account, name: now.name };
      await this.database.put("who", this.who, "last");
      if (before && before.account !== now.account) {
        await this.database.clear("taken");
      }
      if (before ? before.account !== now.account : !this.typing.fields.length) {
        clearTimeout(this.timer);
        await this.resume();
      }
      await this.refresh();
      await sendAll(this.database, now, words["failed"] ?? "", async (key) => {
        this.sending = key;
        await this.refresh();
      });
    }
    this.say(now === undefined ? "offline" : now === null ? "signed-out" : "online");
    await this.refresh();
  }

  private say(state: string): void {
    const line = find("[data-net]");
    line.dataset["net"] = state;
    line.textContent = words[state] ?? "";
    find("[data-sign-in]").hidden = state !== "signed-out";
    find("[data-take]").hidden = state !== "online";
    find("[data-who]").textContent = this.who?.name ?? "";
  }

  private async refresh(): Promise<void> {
    if (!navigator.onLine) {
      this.say("offline");
    }
    const isOwn = (one: Written): boolean => one.account === this.who?.account;
    const all = (await this.database.getAll("written")).filter((one) => isOwn(one) || one.state !== "sent");
    find("[data-empty]").hidden = all.length > 0;
    find("[data-send]").hidden = !all.some((one) => isOwn(one) && one.state === "waiting");
    draw(find("[data-queue]"), all, this.form.form, words, this.sending, this.who?.account ?? "", {
      mend: (one) => void this.mend(one),
      discard: (one) => void this.discard(one),
      decide: (one) => void this.decide(one),
    });
    await this.offer();
  }

  // Offers what was taken along for changing.
  private async offer(): Promise<void> {
    const taken = (await this.database.getAllFromIndex("taken", "register", register)).filter((one) => one.account === this.who?.account);
    taken.sort((one, other) => one.name.localeCompare(other.name, document.documentElement.lang));
    this.figures?.offer(taken);
    const pick = find<HTMLSelectElement>("[data-pick]");
    const chosen = this.typing.entry;
    pick.replaceChildren(new Option(words["pick-new"], ""), ...taken.map((one) => new Option(one.name, one.id)));
    if (chosen && !taken.some((one) => one.id === chosen)) {
      pick.append(new Option(this.typing.name, chosen));
    }
    pick.value = chosen;
    find("[data-taken]").textContent = taken.length ? (words["taken"] ?? "").replace("{0}", String(taken.length)) : "";
  }

  private show(typing: Typing): void {
    this.typing = typing;
    this.asking.everything();
    this.form.fill(typing.fields, typing.photographs, typing.show);
    this.asking.open(!typing.entry, !typing.entry && !typing.fields.length);
    void this.database.get("taken", typing.entry).then((taken) => this.shape?.stands(taken?.shape));
    const ended = this.form.form.querySelector<HTMLElement>("#f-ended")?.closest<HTMLElement>(".field");
    if (ended) {
      ended.hidden = !typing.entry;
    }
    const day = this.form.form.querySelector<HTMLInputElement>("[name=holds_from]");
    if (day && !day.value) {
      day.value = new Date().toLocaleDateString("sv", { timeZone: "Asia/Bangkok" });
    }
  }

  private typed(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.keepTyped(), TYPED_MILLIS);
  }

  private async keepTyped(): Promise<void> {
    this.typing = {
      ...this.typing,
      account: this.who?.account ?? "",
      fields: this.form.fields(),
      photographs: this.form.photographs,
      show: this.form.show(),
    };
    if (this.who) {
      await this.database.put("typing", this.typing).catch(() => {
        find("[data-said]").textContent = words["full"] ?? "";
      });
    }
  }

  private async begin(): Promise<void> {
    clearTimeout(this.timer);
    await this.database.delete("typing", [this.who?.account ?? "", register]);
    this.show(this.blank());
    await this.offer();
  }

  // Begins to change an entry; what waits of it already is mended rather than overtaken.
  private async pick(id: string): Promise<void> {
    const waiting = (await this.database.getAll("written")).find((one) => !one.figure && one.entry === id && one.state !== "sent" && one.account === this.who?.account);
    const entry = await this.database.get("taken", id);
    if (waiting) {
      await this.mend(waiting);
    } else if (entry) {
      this.show({ ...this.blank(), entry: id, seen: entry.version, name: entry.name, fields: Object.entries(entry.texts) });
      await this.keepTyped();
    } else {
      await this.begin();
    }
  }

  // Texts that are not as they have to be.
  private against(): Problem[] {
    return patternProblems(this.form.form.dataset["patterns"], this.form.fields(), words["pattern"] ?? "");
  }

  private async queue(): Promise<void> {
    clearTimeout(this.timer);
    const problems = [...this.form.problems(), ...(this.shape?.problems() ?? []), ...this.against()];
    this.form.complain(problems);
    if (problems.length) {
      return;
    }
    if (!this.who) {
      this.form.complain([{ field: "form", label: "", message: words["unknown"] ?? "" }]);
      return;
    }
    await this.keepTyped();
    const { key, entry, seen, fields, photographs, show } = this.typing;
    const name = fields.find(([field]) => field === root.dataset["nameField"])?.[1].trim() || this.typing.name;
    const written: Written = {
      ...{ key, entry, seen, fields, photographs, show, name, home, register },
      account: this.who.account,
      owner: this.who.name,
      state: "waiting",
      problems: [],
      now: null,
      address: "",
      at: Date.now(),
    };
    try {
      await this.enqueue(written);
    } catch {
      this.form.complain([{ field: "form", label: "", message: words["full"] ?? "" }]);
      return;
    }
    await this.begin();
    find("[data-said]").textContent = (words["queued"] ?? "").replace("{0}", name);
  }

  // Keeps something for sending; fails where there is no room for it.
  private async enqueue(written: Written): Promise<void> {
    await this.database.put("written", written);
    void navigator.storage?.persist?.();
    await this.refresh();
    find("[data-queue-heading]").focus();
    void this.send();
  }

  private async mend(one: Written): Promise<void> {
    if (one.figure) {
      await this.figures?.mend(one);
      return;
    }
    this.show({ ...one, register: one.register, name: one.name });
    this.asking.reveal(one.problems.map((problem) => problem.field));
    this.form.complain(one.problems);
    if (!one.problems.length) {
      find("[data-form-heading]").focus();
    }
    await this.keepTyped();
    await this.offer();
  }

  private async discard(one: Written): Promise<void> {
    if (one.state === "sent" || confirm((words["sure"] ?? "").replace("{0}", one.name))) {
      await this.database.delete("written", one.key);
      await this.refresh();
    }
  }

  private async decide(one: Written): Promise<void> {
    await this.database.put("written", { ...one, state: "waiting" });
    await this.refresh();
    await this.send();
  }

  private async take(): Promise<void> {
    const said = find("[data-taken]");
    const place = find<HTMLSelectElement>("#field-place").value;
    try {
      const answer = await fetch(`${home}/entries?place=${place}`, { redirect: "manual", cache: "no-store" });
      if (!answer.ok || !this.who) {
        throw new Error(String(answer.status));
      }
      const { items, more } = (await answer.json()) as { items: Standing[]; more: boolean };
      const keep = this.database.transaction("taken", "readwrite");
      const { account } = this.who;
      await Promise.all(items.map((one) => keep.store.put({ ...one, register, account } satisfies Taken)));
      await keep.done;
      await this.offer();
      if (more || !items.length) {
        said.textContent = words[more ? "more" : "none"] ?? "";
      }
    } catch {
      said.textContent = words["failed"] ?? "";
    }
  }
}

addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  const button = find("[data-install]");
  button.hidden = false;
  button.addEventListener("click", () => void (event as Offer).prompt());
});

async function start(): Promise<void> {
  const kept = find("[data-kept]");
  try {
    const work = new FieldWork(await open());
    localStorage.setItem("field", "yes");
    root.hidden = false;
    await work.start();
    await navigator.serviceWorker.register("/service-worker.js");
    await navigator.serviceWorker.ready;
    if (navigator.onLine) {
      await keepPage();
    }
    kept.textContent = words["kept"] ?? "";
  } catch (error) {
    kept.textContent = words["unkept"] ?? "";
    kept.className = "notice notice-warn";
    find("[data-plain]").hidden = !root.hidden;
    throw error;
  }
}

void start();
