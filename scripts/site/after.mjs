// After trunk: minifies the scripts and writes the service worker, which lists every file of the site with its digest.
import { transform } from "esbuild";
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

const site = process.env.TRUNK_STAGING_DIR;
const digest = (bytes, encoding) => createHash("sha256").update(bytes).digest(encoding);
const minified = async (text) => (await transform(text, { minify: true, target: "es2022", legalComments: "none" })).code;

const entries = await readdir(site, { recursive: true, withFileTypes: true });
const paths = entries
  .filter((entry) => entry.isFile())
  .map((entry) => relative(site, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
  // Screenshots are for whoever installs the app, the benchmark for whoever measures it.
  .filter((path) => path !== "sw.js" && path !== "build-id" && !/^(screenshots\/|bench[.-])/.test(path))
  .sort();

const files = [];
for (const path of paths) {
  const file = join(site, path);
  if (path.endsWith(".js")) await writeFile(file, await minified(await readFile(file, "utf8")));
  // Some hosts redirect index.html to its folder, and a redirected answer cannot serve a navigation.
  files.push([path === "index.html" ? "./" : path, `sha256-${digest(await readFile(file), "base64")}`]);
}

const template = await readFile("scripts/site/sw.js", "utf8");
const version = digest(template + JSON.stringify(files), "hex").slice(0, 12);
const head = `const VERSION = ${JSON.stringify(version)};\nconst FILES = ${JSON.stringify(files)};\n`;
await writeFile(join(site, "sw.js"), await minified(head + template));
console.log(`service worker ${version}: ${files.length} files`);
