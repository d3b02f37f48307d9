// Builds the front end: installs what the lock names, checks the types, bundles each entry with its hash in its name and
// writes manifest.json (plain name to hashed name). Puts the fonts of printed forms beside. Does nothing when no input has changed.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const [out, fonts] = process.argv.slice(2, 4).map((folder) => resolve(folder));
const entries = ["src/app.ts", "src/app.css", "src/map.ts", "src/map.css", "src/charts.ts", "src/passkeys.ts", "src/draw.ts", "src/gantt.ts", "src/field.ts", "src/service-worker.ts"].filter((entry) => existsSync(join(here, entry)));

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
}

const stamp = createHash("sha256");
for (const file of [...filesBelow(join(here, "src")), join(here, "package-lock.json"), join(here, "tsconfig.json"), fileURLToPath(import.meta.url)]) {
  stamp.update(relative(here, file)).update(readFileSync(file));
}
const digest = stamp.digest("hex");
const stampFile = join(out, ".stamp");
if (existsSync(fonts) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === digest) {
  process.exit(0);
}

const installed = join(here, "node_modules/.package-lock.json");
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(join(here, "package-lock.json")).mtimeMs) {
  console.log("front end: npm ci");
  execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: here, stdio: "inherit" });
}
execFileSync(process.execPath, [join(here, "node_modules/typescript/bin/tsc"), "--noEmit", "-p", here], { stdio: "inherit" });

const { build } = await import("esbuild");
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const result = await build({
  absWorkingDir: here,
  entryPoints: entries,
  outdir: out,
  outbase: "src",
  bundle: true,
  splitting: true,
  format: "esm",
  target: ["chrome109", "firefox115", "safari16"],
  minify: true,
  legalComments: "linked",
  metafile: true,
  entryNames: "[name]-[hash]",
  chunkNames: "chunk-[hash]",
  assetNames: "[name]-[hash]",
  loader: { ".woff2": "file", ".svg": "text" },
  logLevel: "warning",
});

const manifest = {};
for (const [file, output] of Object.entries(result.metafile.outputs)) {
  if (output.entryPoint) {
    manifest[basename(output.entryPoint).replace(/\.ts$/, ".js")] = basename(file);
  }
}
for (const name of ["icon.svg", "icon-192.png", "icon-512.png"]) {
  const icon = readFileSync(join(here, "src", name));
  manifest[name] = name.replace(".", `-${createHash("sha256").update(icon).digest("hex").slice(0, 8)}.`);
  writeFileSync(join(out, manifest[name]), icon);
}
// The live map's worker is a whole file already; bundling it would drop it, since its package says that it has no effects.
const worker = readFileSync(join(here, "node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs"), "utf8").replace(/^\/\/# sourceMappingURL=.*$/m, "");
manifest["map-worker.js"] = `map-worker-${createHash("sha256").update(worker).digest("hex").slice(0, 8)}.js`;
writeFileSync(join(out, manifest["map-worker.js"]), worker);
const sarabun = join(here, "node_modules/@expo-google-fonts/sarabun");
mkdirSync(fonts, { recursive: true });
for (const file of ["400Regular/Sarabun_400Regular.ttf", "700Bold/Sarabun_700Bold.ttf", "LICENSE_FONT"]) {
  copyFileSync(join(sarabun, file), join(fonts, basename(file)));
}
writeFileSync(join(out, "manifest.json"), JSON.stringify(manifest, null, 2));
writeFileSync(stampFile, digest);
