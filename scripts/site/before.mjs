// Before trunk reads index.html: bundles the style sheets and the chart library into target/site/.
import { build } from "esbuild";
import { writeFile } from "node:fs/promises";

const common = { bundle: true, minify: true, legalComments: "none", charset: "utf8", logLevel: "warning", target: "es2022" };

await build({
  ...common,
  entryPoints: ["style/app.css"],
  outfile: "target/site/app.css",
  external: ["./icons/*", "./fonts/*"],
  target: ["chrome120", "firefox121", "safari17.2"],
});
const { outputFiles } = await build({
  ...common,
  entryPoints: ["scripts/site/charts.mjs"],
  outfile: "target/site/charts.js",
  format: "esm",
  write: false,
});

// The content security policy refuses code made from strings, so such code would fail only when it is reached.
const [charts] = outputFiles;
const dynamic = charts.text.match(/.{40}(new Function|[^.\w]eval)\(.{40}/);
if (dynamic) throw new Error(`charts.js makes code from a string: ${dynamic[0]}`);
await writeFile(charts.path, charts.contents);
