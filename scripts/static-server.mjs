// Serves dist/ on this machine only.
//   node scripts/static-server.mjs [--port 8080] [--dir dist] [--at /some/path/]...
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** Starts a server of `dir` under each path of `at`; port 0 takes a free one. Returns the server and its address. */
export async function serve({ dir = "dist", port = 0, at = ["/"] } = {}) {
  const server = createServer(async (request, response) => {
    const send = (status, headers, body) => {
      response.writeHead(status, { "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff", ...headers });
      response.end(request.method === "HEAD" ? undefined : body);
    };
    if (request.method !== "GET" && request.method !== "HEAD") return send(405);
    try {
      const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
      // The longest path wins, so that "/" may stand beside "/some/path/".
      const base = at.filter((base) => path.startsWith(base)).sort((a, b) => b.length - a.length)[0];
      if (!base) return at.includes(`${path}/`) ? send(308, { Location: `${path}/` }) : send(404, {}, "Not found");
      const rest = path.slice(base.length) || "index.html";
      const file = normalize(join(dir, rest));
      if (!file.startsWith(normalize(dir + sep))) return send(404, {}, "Not found");
      const body = await readFile(file);
      send(200, { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream" }, body);
    } catch {
      send(404, {}, "Not found");
    }
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  return { server, url: `http://127.0.0.1:${server.address().port}` };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "8080" },
      dir: { type: "string", default: "dist" },
      at: { type: "string", multiple: true, default: ["/"] },
    },
  });
  try {
    const { url } = await serve({ ...values, port: Number(values.port) });
    for (const base of values.at) console.log(`店长台 Dianzhang: ${url}${base}`);
  } catch (error) {
    console.error(error.code === "EADDRINUSE" ? `Port ${values.port} is taken; try --port with another one.` : error.message);
    process.exit(1);
  }
}
