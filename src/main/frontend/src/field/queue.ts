// The list of what was written down here: how far each has come, what stands against it, and, where somebody else was quicker,
// both side by side.
import type { Written } from "./store";

type Words = Record<string, string>;

export interface Acts {
  mend(one: Written): void;
  discard(one: Written): void;
  // @param mine the names of the inputs whose own values are to be sent
  decide(one: Written, mine: Set<string>): void;
}

const MARKS: Record<string, string> = { waiting: "○", sending: "◐", sent: "●", needs: "▲" };

const PILLS: Record<string, string> = { sent: "pill pill-good", needs: "pill pill-provisional" };

function element<K extends keyof HTMLElementTagNameMap>(name: K, text = "", className = ""): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}

function button(text: string, act: () => void, className = "button"): HTMLButtonElement {
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
function shown(form: HTMLFormElement, name: string, value: string, empty: string): string {
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

const UNCOMPARED = new Set(["holds_from", "note"]);

function comparison(one: Written, form: HTMLFormElement, words: Words, acts: Acts): HTMLElement {
  const theirs = one.now?.texts ?? {};
  const mine = joined(one.fields);
  const names = [...new Set([...mine.keys(), ...Object.keys(theirs)])].filter(
    (name) => !UNCOMPARED.has(name) && (mine.get(name) ?? "").trim() !== (theirs[name] ?? "").trim() && form.querySelector(`[name="${CSS.escape(name)}"]`),
  );
  const box = element("div", "", "stack");
  for (const name of names) {
    const group = element("fieldset", "", "field");
    group.append(element("legend", label(form, name)));
    for (const [side, value] of [
      ["mine", mine.get(name) ?? ""],
      ["theirs", theirs[name] ?? ""],
    ] as const) {
      const choice = element("label", "", "choice");
      const radio = element("input");
      radio.type = "radio";
      radio.name = `${one.key}-${name}`;
      radio.value = side;
      radio.checked = side === "mine";
      choice.append(radio, element("span", `${words[side]}: ${shown(form, name, value, words["empty"] ?? "")}`));
      group.append(choice);
    }
    box.append(group);
  }
  const decide = button(
    words["decide"] ?? "",
    () => acts.decide(one, new Set(names.filter((name) => box.querySelector<HTMLInputElement>(`input[name="${CSS.escape(`${one.key}-${name}`)}"][value=mine]`)?.checked))),
    "button button-primary",
  );
  box.append(decide);
  return box;
}

// Draws the list anew.
//
// @param sending the key of what is being sent just now
// @param account whoever works here; what others wrote waits for them
export function draw(list: HTMLElement, all: Written[], form: HTMLFormElement, words: Words, sending: string, account: string, acts: Acts): void {
  list.replaceChildren(
    ...all
      .sort((first, second) => second.at - first.at)
      .map((one) => {
        const item = element("li", "", "card stack");
        item.dataset["state"] = one.state;
        const state = one.key === sending ? "sending" : one.state;
        const isOther = one.account !== account;
        const heading = element("p");
        const pill = element("span", `${MARKS[state]} ${words[state]}`, PILLS[state] ?? "pill");
        heading.append(element("b", one.name), " ", pill, " ", element("span", one.entry ? words["change"] : words["new"], "quiet small"));
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
        if (one.state === "needs" && one.now) {
          item.append(comparison(one, form, words, acts));
        }
        const buttons = element("p", "", "row");
        if (one.state === "sent") {
          const link = element("a", words["open"], "button");
          link.href = one.home.replace(/\/registers\/.*$/, one.address);
          buttons.append(link, button(words["away"] ?? "", () => acts.discard(one), "button button-quiet"));
        } else if (one.key !== sending) {
          buttons.append(button(words["mend"] ?? "", () => acts.mend(one)), button(words["discard"] ?? "", () => acts.discard(one), "button button-quiet"));
        }
        item.append(buttons);
        return item;
      }),
  );
}
