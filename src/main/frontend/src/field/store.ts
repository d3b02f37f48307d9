// What a phone keeps of field work: what waits to be sent, what it took along for reading, and what is being typed.
import { type DBSchema, type IDBPDatabase, openDB } from "idb";

export interface Problem {
  field: string;
  label: string;
  message: string;
}

export interface Standing {
  id: string;
  version: number;
  name: string;
  texts: Record<string, string>;
  // Its line or area, as GeoJSON.
  shape?: string | null;
}

export type State = "waiting" | "sent" | "needs";

// A figure of an entry, as somebody else recorded it.
export interface StandingFigure {
  number: number;
  value: string;
  recorded: string;
}

// What makes something written down a figure of an entry rather than the entry.
export interface Figure {
  // What the entry is called.
  of: string;
  unit: string;
  // What the server says of what it recorded.
  said: string;
  // What stands in its place, where its writer has to decide.
  standing: StandingFigure | null;
}

// Something that was written down in the field. Its key is made here, so that it is recorded once however often it is sent.
export interface Written {
  key: string;
  account: string;
  owner: string;
  // The address of the form, with the language of whoever wrote.
  home: string;
  register: string;
  entry: string;
  seen: number;
  name: string;
  fields: [string, string][];
  photographs: Blob[];
  show: boolean;
  state: State;
  problems: Problem[];
  now: Standing | null;
  address: string;
  at: number;
  figure?: Figure;
}

export interface Taken extends Standing {
  register: string;
  account: string;
}

// What stands in the form and was not queued yet.
export interface Typing {
  register: string;
  account: string;
  key: string;
  entry: string;
  seen: number;
  name: string;
  fields: [string, string][];
  photographs: Blob[];
  show: boolean;
}

export interface Who {
  account: string;
  name: string;
}

interface Schema extends DBSchema {
  written: { key: string; value: Written };
  taken: { key: string; value: Taken; indexes: { register: string } };
  typing: { key: [string, string]; value: Typing };
  who: { key: string; value: Who };
}

// Opens what is kept; fails where the browser keeps nothing.
export const open = (): Promise<IDBPDatabase<Schema>> =>
  openDB<Schema>("phatthana-field", 1, {
    upgrade(database) {
      database.createObjectStore("written", { keyPath: "key" });
      database.createObjectStore("taken", { keyPath: "id" }).createIndex("register", "register");
      database.createObjectStore("typing", { keyPath: ["account", "register"] });
      database.createObjectStore("who");
    },
  });

export type Database = Awaited<ReturnType<typeof open>>;

const CACHE = "field";

// Keeps this page and what it is made of, so that it opens without a signal; drops what an earlier build was made of.
export async function keepPage(): Promise<void> {
  const cache = await caches.open(CACHE);
  const parts = new Set(
    [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet], link[rel=icon]")].map((link) => link.href).concat(
      performance
        .getEntriesByType("resource")
        .map((entry) => entry.name)
        .filter((name) => name.startsWith(`${location.origin}/assets/`)),
    ),
  );
  for (const kept of await cache.keys()) {
    if (new URL(kept.url).pathname.startsWith("/assets/") && !parts.has(kept.url)) {
      await cache.delete(kept);
    }
  }
  await Promise.all([...parts].map(async (part) => (await cache.match(part)) ?? cache.add(part)));
  if (!(await cache.match(location.pathname))) {
    const page = await fetch(location.pathname, { redirect: "manual" });
    if (page.ok) {
      await cache.put(location.pathname, page);
    }
  }
}

// Forgets what was kept for reading; what waits to be sent stays.
export async function forget(): Promise<void> {
  await caches.delete(CACHE);
  const database = await open();
  await database.clear("taken");
  await database.clear("who");
  database.close();
}
