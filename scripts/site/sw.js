// The service worker. scripts/site/after.mjs puts VERSION and FILES ([path, digest] of every file) before it.
// It asks for the app's own files and for nothing else.
/* global VERSION, FILES */
const home = new URL("./", self.location);
// Cache names are shared by everything on the host: the path keeps two copies of the app apart.
const prefix = `dianzhang:${home.pathname}:`;
const name = prefix + VERSION;
const known = new Set(FILES.map(([path]) => path));

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(name).then((cache) =>
      Promise.all(
        FILES.map(async ([path, integrity]) => {
          // Asks the host whether the browser's copy still holds; the digest refuses a half-uploaded version.
          const response = await fetch(path, { cache: "no-cache", integrity });
          if (!response.ok) throw new Error(`${path}: ${response.status}`);
          await cache.put(path, response);
        }),
      ),
    ),
  );
});

self.addEventListener("activate", (event) => {
  const clean = async () => {
    const old = (await caches.keys()).filter((key) => key.startsWith(prefix) && key !== name);
    await Promise.all(old.map((key) => caches.delete(key)));
    // The page of the first visit was loaded before there was a worker.
    await self.clients.claim();
  };
  event.waitUntil(clean());
});

self.addEventListener("message", ({ data }) => {
  if (data?.type === "SKIP_WAITING") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== home.origin || !url.pathname.startsWith(home.pathname)) return;
  const rest = url.pathname.slice(home.pathname.length);
  const path = rest === "" || rest === "index.html" ? "./" : decodeURIComponent(rest);
  if (known.has(path)) event.respondWith(stored(path, request));
  // Relative addresses hold only at home. The page of the benchmark is the host's.
  else if (request.mode === "navigate" && rest !== "bench.html") event.respondWith(Response.redirect(home));
});

async function stored(path, request) {
  const cache = await caches.open(name);
  return (await cache.match(path)) ?? fetch(request);
}
