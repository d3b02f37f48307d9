// Unpacks the browser that the npm package @sparticuz/chromium carries into a folder, for browser tests on machines
// that have no browser. The folder appears whole or not at all.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

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
// The package's own list of fonts names folders of that cloud. A browser that finds no font at all ends itself as soon
// as it needs one, for a field or a sign; so this one knows those that it brings, and the machine's where it has some.
writeFileSync(
  join(unfinished, "fonts", "fonts.conf"),
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, "fonts", "fonts")}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, "fonts", "cache")}</cachedir>
</fontconfig>
`,
);
renameSync(unfinished, folder);
