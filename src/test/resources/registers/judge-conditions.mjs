// Judges the table of cases beside it by the script of the pages; tells which of them it judges otherwise, as JSON.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [frontEnd, table] = process.argv.slice(2).map((path) => resolve(path));
const { build } = createRequire(`${frontEnd}/package.json`)("esbuild");
const { outputFiles } = await build({ entryPoints: [`${frontEnd}/src/field/conditions.ts`], bundle: true, format: "esm", write: false });
const { Applying, read } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
const { fields, cases } = JSON.parse(readFileSync(table, "utf8"));
const nothing = process.env.NOTHING.split("|");

const otherwise = cases.filter((one) => {
  const rules = { fields: { ...fields, asked: { type: "text", onlyIf: one.if } }, nothing };
  const value = (field) => read(rules.fields[field].type, one.typed[field] === undefined ? [] : [one.typed[field]], nothing);
  return new Applying(rules, value).applies("asked") !== one.holds;
});
console.log(JSON.stringify({ judged: cases.length, otherwise: otherwise.map((one) => one.says) }));
