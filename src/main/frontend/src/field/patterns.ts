// What texts have to look like, checked here where the browser is sure to mean the same as the server; elsewhere the server alone
// does. The server's patterns (RE2) know other things and never take long; a browser's may.
import type { Problem } from "./store";

interface Patterns {
  fields: Record<string, string>;
  // The words by which people say that there is nothing.
  nothing: string[];
}

// What browsers read otherwise, though they read it: spaces of all kinds, classes of POSIX.
const OTHERWISE = /\\[sS]|\[:/;
// What may take a browser long: something repeated that holds something repeated.
const REPEATED = /\)[*+{]/;
// What stands in a text as it was typed, with nothing that the server would tidy first.
const PLAIN = /^[!-~ก-์](?: ?[!-~ก-์])*$/;
// What the server writes otherwise before it looks.
const TIDIED = /เเ|_x/i;
const NOTHING = /^[-.\s]*$/;
const LONGEST = 200;

// @returns null where the server alone knows
export function compiled(pattern: string): RegExp | null {
  if (OTHERWISE.test(pattern) || REPEATED.test(pattern)) {
    return null;
  }
  try {
    return new RegExp(`^(?:${pattern.replaceAll("\\p{Thai}", "\\p{Script=Thai}").replaceAll("\\P{Thai}", "\\P{Script=Thai}")})$`, "su");
  } catch {
    return null;
  }
}

// Whether a text certainly does not match.
export function isAgainst(pattern: string, text: string, nothing: string[]): boolean {
  const typed = text.trim();
  if (typed.length > LONGEST || !PLAIN.test(typed) || TIDIED.test(typed) || NOTHING.test(typed) || nothing.includes(typed.toLowerCase())) {
    return false;
  }
  return compiled(pattern)?.test(typed) === false;
}

// @param given the patterns of the fields, as JSON
export function patternProblems(given: string | undefined, values: [string, string][], message: string): Problem[] {
  const { fields = {}, nothing = [] } = JSON.parse(given ?? "{}") as Partial<Patterns>;
  return values.flatMap(([field, text]) => {
    const pattern = fields[field];
    return pattern && isAgainst(pattern, text, nothing) ? [{ field, label: "", message: message.replace("{0}", pattern) }] : [];
  });
}
