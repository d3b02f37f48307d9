// Unpacks the browser that the npm package @sparticuz/chromium carries into a folder, for browser tests on machines
// that have no browser. The folder appears whole or not at all.
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { resolve } from "node:path";

const folder = resolve(process.argv[2]);
if (existsSync(folder)) {
  process.exit(0);
}
const unfinished = `${folder}.${process.pid}`;
rmSync(unfinished, { recursive: true, force: true });
mkdirSync(unfinished, { recursive: true });
// The package unpacks into the folder for temporary files; told that it runs in that cloud, also the libraries which
// the browser needs and a bare system lacks.
process.env.TMPDIR = unfinished;
process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs20.x";
const { default: chromium } = await import("@sparticuz/chromium");
await chromium.executablePath();
renameSync(unfinished, folder);
