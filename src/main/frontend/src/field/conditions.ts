// When a field is asked, by what stands in others: judged as the server judges it (Condition.java), by the same table of cases.
import { latin, number } from "./numbers";

export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { field: string; is: "=" | "!=" | "<" | "<=" | ">" | ">="; value: string | number | boolean }
  | { field: string; has: string }
  | { field: string; filled: boolean };

export interface Rule {
  type: string;
  onlyIf?: Condition;
  under?: string;
  preset?: string;
}

export interface Rules {
  fields: Record<string, Rule>;
  nothing: string[];
}

export type Value = string | number | boolean | string[] | null;

const FIRST_BUDDHIST = 2300;
const TO_BUDDHIST = 543;

function year(text: string): number {
  const found = Number(/\d{4}/.exec(latin(text))?.[0] ?? "x");
  return found >= FIRST_BUDDHIST ? found - TO_BUDDHIST : found;
}

// What was typed, as a value of a field's type; null where there is none.
export function read(type: string, texts: string[], nothing: string[]): Value {
  const text = texts.join(", ").replace(/[^\S\n]+/g, " ").trim();
  if (/^[-–—−ー.\s]*$/.test(text) || (!["yes-no", "code", "codes"].includes(type) && nothing.includes(text.toLowerCase()))) {
    return null;
  }
  const known = (found: number): Value => (Number.isNaN(found) ? null : found);
  switch (type) {
    case "number":
    case "integer":
      return known(number(text));
    case "year":
      return known(year(text));
    case "yes-no":
      return text === "true";
    case "codes":
      return text.split(", ");
    default:
      return text;
  }
}

function holds(condition: Condition, value: (field: string) => Value): boolean {
  if ("all" in condition) {
    return condition.all.every((each) => holds(each, value));
  }
  if ("any" in condition) {
    return condition.any.some((each) => holds(each, value));
  }
  if ("not" in condition) {
    return !holds(condition.not, value);
  }
  const found = value(condition.field);
  if ("filled" in condition) {
    return (found !== null) === condition.filled;
  }
  if ("has" in condition) {
    return Array.isArray(found) && found.includes(condition.has);
  }
  if (found === null || Array.isArray(found)) {
    return condition.is === "!=";
  }
  const other = condition.value;
  switch (condition.is) {
    case "=":
      return found === other;
    case "!=":
      return found !== other;
    case "<":
      return found < other;
    case "<=":
      return found <= other;
    case ">":
      return found > other;
    default:
      return found >= other;
  }
}

// Which fields apply; one that does not has no value for the others, whatever stands in it.
export class Applying {
  private readonly found = new Map<string, boolean>();

  constructor(
    private readonly rules: Rules,
    private readonly values: (field: string) => Value,
  ) {}

  applies(field: string): boolean {
    let known = this.found.get(field);
    if (known === undefined) {
      const condition = this.rules.fields[field]?.onlyIf;
      known = !condition || holds(condition, (other) => this.value(other));
      this.found.set(field, known);
    }
    return known;
  }

  value(field: string): Value {
    return field in this.rules.fields && this.applies(field) ? this.values(field) : null;
  }
}
