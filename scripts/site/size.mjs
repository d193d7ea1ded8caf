// Brotli sizes of the built site against the budget.
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const BUDGET = { firstVisit: 1_450_000, "worker_bg.wasm": 740_000, "unpacker_bg.wasm": 480_000, "charts.js": 200_000 };
// Fetched after the board is usable.
const LATER = /^(charts\.js|folder\.js|unpacker(\.js|_bg\.wasm)|sw\.js|build-id|manifest\.webmanifest|icons\/|screenshots\/|bench[.-])/;

const site = process.argv[2] ?? "dist";
const entries = await readdir(site, { recursive: true, withFileTypes: true });
const sizes = {};
for (const entry of entries.filter((entry) => entry.isFile())) {
  const file = join(entry.parentPath ?? entry.path, entry.name);
  const bytes = await readFile(file);
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  sizes[relative(site, file)] = { raw: bytes.length, brotli: brotliCompressSync(bytes, { params }).length };
}

const kilo = (bytes) => `${(bytes / 1000).toFixed(1).padStart(9)} kB`;
let firstVisit = 0;
for (const [path, { raw, brotli }] of Object.entries(sizes).sort(([, a], [, b]) => b.brotli - a.brotli)) {
  const later = LATER.test(path);
  if (!later) firstVisit += brotli;
  console.log(`${kilo(raw)} ${kilo(brotli)} brotli  ${later ? "later" : "first"}  ${path}`);
}

let over = false;
for (const [what, limit] of Object.entries(BUDGET)) {
  const size = what === "firstVisit" ? firstVisit : sizes[what]?.brotli;
  if (size === undefined) throw new Error(`${site} has no ${what}`);
  over ||= size > limit;
  console.log(`${kilo(size)} of ${kilo(limit)}  ${what}${size > limit ? "  OVER BUDGET" : ""}`);
}
process.exit(over ? 1 : 0);
