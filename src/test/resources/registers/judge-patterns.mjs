// Tells for each pattern and text of a table (stdin, JSON) whether the script of the pages finds the text against the pattern, and
// which patterns it checks at all.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const frontEnd = resolve(process.argv[2]);
const { build } = createRequire(`${frontEnd}/package.json`)("esbuild");
const { outputFiles } = await build({ entryPoints: [`${frontEnd}/src/field/patterns.ts`], bundle: true, format: "esm", write: false });
const { compiled, isAgainst } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
const { patterns, texts } = JSON.parse(readFileSync(0, "utf8"));

console.log(
  JSON.stringify(
    patterns.map((pattern) => ({ pattern, checked: compiled(pattern) !== null, against: texts.filter((text) => isAgainst(pattern, text, ["ไม่มี"])) })),
  ),
);
