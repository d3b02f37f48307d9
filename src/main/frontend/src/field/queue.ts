// The list of what was written down here: how far each has come, what stands against it, and, where somebody else was quicker,
// both side by side.
import { compared } from "./figures";
import type { Written } from "./store";

type Words = Record<string, string>;

export interface Acts {
  mend(one: Written): void;
  discard(one: Written): void;
  // Sends what was decided.
  decide(one: Written): void;
}

const MARKS: Record<string, string> = { waiting: "○", sending: "◐", sent: "●", needs: "▲" };

const PILLS: Record<string, string> = { sent: "pill pill-good", needs: "pill pill-provisional" };

export function element<K extends keyof HTMLElementTagNameMap>(name: K, text = "", className = ""): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}

export function button(text: string, act: () => void, className = "button"): HTMLButtonElement {
  const made = element("button", text, className);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

// What an input is called on the form.
function label(form: HTMLFormElement, name: string): string {
  const box = form.querySelector(`#f-${CSS.escape(name)}`);
  const named = box?.matches("fieldset") ? box.querySelector("legend") : form.querySelector(`label[for="f-${CSS.escape(name)}"]`);
  return named?.firstChild?.textContent?.trim() ?? name;
}

// A value as the form shows it: the words of a choice rather than its code.
function shown(form: HTMLFormElement, name: string, value: string, empty: string, stays: string): string {
  const area = form.querySelector<HTMLTextAreaElement>(`textarea[name="${CSS.escape(name)}"]`);
  if (area) {
    return value.trim() ? value.trim().replaceAll(/\s*\n\s*/g, " → ") : stays;
  }
  const words = value
    .split(", ")
    .filter(Boolean)
    .map(
      (part) =>
        form.querySelector(`select[name="${CSS.escape(name)}"] option[value="${CSS.escape(part)}"]`)?.textContent ??
        form.querySelector(`input[type=checkbox][name="${CSS.escape(name)}"][value="${CSS.escape(part)}"] ~ span`)?.textContent ??
        part,
    );
  return words.join(", ") || empty;
}

// What a field of a list of codes says in one text, as the server gives it.
export function joined(fields: [string, string][]): Map<string, string> {
  const all = new Map<string, string>();
  fields.forEach(([name, value]) => all.set(name, all.has(name) ? `${all.get(name)}, ${value}` : value));
  return all;
}

const UNCOMPARED = ["holds_from", "note"];
const POSITION = ["lat", "lon"];

const isSame = (mine: string, theirs: string): boolean => mine.trim() === theirs.trim() || (mine.trim() !== "" && Number(mine) === Number(theirs));

// What was written, upon the entry as it stands now.
//
// @param theirs the names of the inputs that stay as the register has them
function upon(one: Written, theirs: string[]): Written {
  const now = one.now;
  if (!now) {
    return one;
  }
  const fields = one.fields.filter(([name]) => !theirs.includes(name));
  theirs.forEach((name) => fields.push([name, now.texts[name] ?? ""]));
  return { ...one, fields, seen: now.version, now: null, problems: [], at: Date.now() };
}

// Both sides of every field in which they differ; a position is one field. What entries say of persons is not known here.
function comparison(one: Written, form: HTMLFormElement, words: Words, acts: Acts): { box: HTMLElement; decided: () => Written } {
  const theirs = one.now?.texts ?? {};
  const mine = joined(one.fields);
  const apart = [...UNCOMPARED, ...(form.dataset["personal"] ?? "").split(" ")];
  const differing = [...new Set([...mine.keys(), ...Object.keys(theirs)])].filter(
    (name) => !apart.includes(name) && !isSame(mine.get(name) ?? "", theirs[name] ?? "") && form.querySelector(`[name="${CSS.escape(name)}"]`),
  );
  const isMoved = differing.some((name) => POSITION.includes(name));
  const groups = differing.filter((name) => !POSITION.includes(name)).map((name) => [name]);
  if (isMoved) {
    groups.push(POSITION);
  }
  const say = (names: string[], value: (name: string) => string): string =>
    [...new Set(names.map((name) => shown(form, name, value(name), words["empty"] ?? "", words["standing"] ?? "")))].join(", ");
  const box = element("div", "", "stack");
  for (const names of groups) {
    const group = element("fieldset", "", "field");
    group.append(element("legend", names.map((name) => label(form, name)).join(", ")));
    for (const [side, value] of [
      ["mine", say(names, (name) => mine.get(name) ?? "")],
      ["theirs", say(names, (name) => theirs[name] ?? "")],
    ] as const) {
      const choice = element("label", "", "choice");
      const radio = element("input");
      radio.type = "radio";
      radio.name = `${one.key}-${names[0]}`;
      radio.value = side;
      radio.checked = side === "mine";
      choice.append(radio, element("span", `${words[side]}: ${value}`));
      group.append(choice);
    }
    box.append(group);
  }
  const isTheirs = (names: string[]): boolean =>
    box.querySelector<HTMLInputElement>(`input[name="${CSS.escape(`${one.key}-${names[0]}`)}"][value=theirs]`)?.checked ?? false;
  const decided = (): Written => upon(one, groups.filter(isTheirs).flat());
  box.append(button(words["decide"] ?? "", () => acts.decide(decided()), "button button-primary"));
  return { box, decided };
}

// Draws the list anew; what has not changed stays, with what was chosen in it.
//
// @param sending the key of what is being sent just now
// @param account whoever works here; what others wrote waits for them
export function draw(list: HTMLElement, all: Written[], form: HTMLFormElement, words: Words, sending: string, account: string, acts: Acts): void {
  const standing = new Map([...list.querySelectorAll<HTMLElement>("li[data-drawn]")].map((item) => [item.dataset["drawn"], item]));
  const items = all
    .sort((first, second) => second.at - first.at)
    .map((one) => {
      const drawn = JSON.stringify([one.key, one.at, one.state, one.problems, one.now?.version, one.figure, one.key === sending, account]);
      const same = standing.get(drawn);
      if (same) {
        return same;
      }
      const item = element("li", "", "card stack");
      item.dataset["drawn"] = drawn;
      item.dataset["state"] = one.state;
      const state = one.key === sending ? "sending" : one.state;
      const isOther = one.account !== account;
      const heading = element("p");
      const pill = element("span", `${MARKS[state]} ${words[state]}`, PILLS[state] ?? "pill");
      heading.append(element("b", one.name), " ", pill, " ", element("span", words[one.figure ? "figure" : one.entry ? "change" : "new"], "quiet small"));
      item.append(heading);
      if (isOther) {
        item.append(element("p", (words["other"] ?? "").replace("{0}", one.owner), "quiet small"));
        return item;
      }
      if (one.problems.length) {
        const problems = element("ul");
        problems.append(
          ...one.problems.map((problem) => {
            const name = problem.field === "form" ? "" : problem.label || label(form, problem.field);
            return element("li", name ? `${name}: ${problem.message}` : problem.message);
          }),
        );
        item.append(problems);
      }
      if (one.figure?.said) {
        item.append(element("p", one.figure.said, "notice notice-warn"));
      }
      let mended = (): Written => one;
      if (one.state === "needs" && one.figure?.standing) {
        item.append(compared(one, one.figure, words, (decided) => acts.decide(decided)));
      }
      if (one.state === "needs" && one.now) {
        const { box, decided } = comparison(one, form, words, acts);
        item.append(box);
        mended = decided;
      }
      const buttons = element("p", "", "row");
      if (one.state === "sent") {
        const link = element("a", words["open"], "button");
        link.href = one.home.replace(/\/registers\/.*$/, one.address);
        buttons.append(link, button(words["away"] ?? "", () => acts.discard(one), "button button-quiet"));
      } else if (one.key !== sending) {
        buttons.append(button(words["mend"] ?? "", () => acts.mend(mended())), button(words["discard"] ?? "", () => acts.discard(one), "button button-quiet"));
      }
      item.append(buttons);
      return item;
    });
  if (items.length !== list.children.length || items.some((item, i) => item !== list.children[i])) {
    list.replaceChildren(...items);
  }
}
