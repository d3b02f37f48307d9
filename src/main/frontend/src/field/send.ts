// Sends what waits, one after the other, each exactly once.
import type { Database, Problem, Standing, StandingFigure, Who, Written } from "./store";

// What is known of the way to the server: who is signed in, nobody, or nothing because no answer came.
export type Session = { csrf: string } & Who;

interface Answer {
  state?: string;
  address?: string;
  problems?: Problem[];
  now?: Standing | null;
  detail?: string;
  said?: string | null;
  standing?: StandingFigure | null;
}

// Whether somebody else is signed in by now, or nobody: then the server leads elsewhere.
const isShut = (answer: Response): boolean => answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403;

// @returns null where nobody is signed in; undefined where no answer came
export async function session(home: string): Promise<Session | null | undefined> {
  try {
    const answer = await fetch(`${home}/session`, { redirect: "manual", cache: "no-store" });
    if (isShut(answer)) {
      return null;
    }
    return answer.ok ? ((await answer.json()) as Session) : undefined;
  } catch {
    return undefined;
  }
}

function body(one: Written, csrf: string): FormData {
  const form = new FormData();
  form.append("_csrf", csrf);
  form.append("key", one.key);
  form.append("entry", one.entry);
  form.append("seen", String(one.seen));
  form.append("showPhotographs", String(one.show));
  one.fields.forEach(([name, value]) => form.append(name, value));
  one.photographs.forEach((photograph, i) => form.append("photographs", photograph, `${i + 1}.jpg`));
  return form;
}

// Sends one.
//
// @param failed what to say where the server says nothing that can be understood
// @returns what became of it; nothing where all have to wait
async function send(one: Written, csrf: string, failed: string): Promise<Written | undefined> {
  let answer: Response;
  try {
    answer = await fetch(one.figure ? `${one.home}/figures` : one.home, { method: "POST", redirect: "manual", body: body(one, csrf) });
  } catch {
    return undefined;
  }
  if (isShut(answer) || answer.status === 429) {
    return undefined;
  }
  if (answer.status >= 500) {
    return { ...one, problems: [{ field: "form", label: "", message: failed }] };
  }
  const said = (await answer.json().catch(() => ({}))) as Answer;
  if (answer.ok) {
    const figure = one.figure && { ...one.figure, said: said.said ?? "", standing: null };
    return { ...one, ...(figure ? { figure } : {}), state: "sent", fields: [], photographs: [], problems: [], now: said.now ?? null, address: said.address ?? "" };
  }
  const problems = said.problems?.length ? said.problems : [{ field: "form", label: "", message: said.detail ?? failed }];
  const after: Written = { ...one, state: "needs", problems, now: said.now ?? null };
  if (one.figure && said.state === "overtaken") {
    const standing = said.standing ?? null;
    return { ...after, key: crypto.randomUUID(), seen: standing?.number ?? 0, figure: { ...one.figure, standing } };
  }
  // What was decided upon an entry is another thing than what was sent before, which may have been recorded.
  return said.now ? { ...after, key: crypto.randomUUID(), entry: said.now.id } : after;
}

// Sends everything that waits and belongs to whoever is signed in. Two windows never send at the same time.
//
// @param told is called after each
export async function sendAll(database: Database, who: Session, failed: string, told: (key: string) => Promise<void>): Promise<void> {
  await navigator.locks.request("field-send", { ifAvailable: true }, async (lock) => {
    if (!lock) {
      return;
    }
    const waiting = (await database.getAll("written")).filter((one) => one.state === "waiting" && one.account === who.account);
    for (const one of waiting.sort((first, second) => first.at - second.at)) {
      await told(one.key);
      const after = await send(one, who.csrf, failed);
      if (!after) {
        break;
      }
      // What was sent stands as a line until it is put away; whoever mended it meanwhile sends it again.
      const standing = await database.get("written", one.key);
      if (standing?.at === one.at) {
        const change = database.transaction("written", "readwrite");
        await Promise.all([change.store.delete(one.key), change.store.put(after), change.done]);
      }
      if (after.state === "sent" && after.now && (await database.get("taken", after.now.id))) {
        await database.put("taken", { ...after.now, register: one.register, account: one.account });
      }
    }
    await told("");
  });
}
