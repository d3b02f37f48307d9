// JTE writes all its sources anew in every build, and the compiler takes what is newer than its class for changed. This gives each
// source whose content is as it was its time of before, so that nothing is compiled again where no template has changed.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder, record] = process.argv.slice(2);
const before = existsSync(record) ? JSON.parse(readFileSync(record, "utf8")) : {};
const now = {};
for (const name of readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".java"))) {
  const file = join(folder, name);
  const digest = createHash("sha256").update(readFileSync(file)).digest("hex");
  const same = before[name]?.digest === digest;
  now[name] = same ? before[name] : { digest, seconds: statSync(file).mtimeMs / 1000 };
  if (same) {
    utimesSync(file, now[name].seconds, now[name].seconds);
  }
}
writeFileSync(record, JSON.stringify(now));
