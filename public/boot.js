// Starts the app, then keeps it available offline.
const { js, wasm } = document.querySelector("script[data-js]").dataset;
const here = (path) => new URL(path, import.meta.url);
let failed = false;

// The app asks for the chart library when it draws its first chart.
window.dianzhang.charts = () => import("./charts.js");
// And for the backup folder's, when there may be one.
window.dianzhang.folder = () => import("./folder.js");

// The data's worker loads while the page does. What it says before the page listens is kept, and said again.
const worker = new Worker(here(`worker-boot.js?b=${encodeURIComponent(js)}`));
const said = [];
const keep = (event) => said.push(event);
for (const type of ["message", "error", "messageerror"]) worker.addEventListener(type, keep);
window.dianzhang.takeWorker = () => {
  delete window.dianzhang.takeWorker; // Whoever needs another one starts it.
  for (const type of ["message", "error", "messageerror"]) worker.removeEventListener(type, keep);
  queueMicrotask(() => said.forEach((event) => worker.dispatchEvent(new event.constructor(event.type, event))));
  return worker;
};

try {
  const app = await import(here(js));
  await app.default({ module_or_path: here(wasm) });
} catch (error) {
  failed = true;
  console.error(error);
  window.dianzhang.fail(error.message);
}
if (navigator.serviceWorker && !new URLSearchParams(location.search).has("nosw")) await keepOffline(navigator.serviceWorker);

// A new version never takes over by itself: the app is told by `dianzhang:update`, and asks for it by
// `dianzhang:apply-update`. Only an app that could not start is replaced unasked.
async function keepOffline(container) {
  const registration = await container.register(here("sw.js"), { updateViaCache: "none" }).catch((error) => {
    console.warn("offline use is not available:", error.message);
  });
  if (!registration) return;

  let applying = false;
  const apply = () => {
    applying = true;
    if (registration.waiting) registration.waiting.postMessage({ type: "SKIP_WAITING" });
    else location.reload();
  };
  const offer = () => (failed ? apply() : dispatchEvent(new CustomEvent("dianzhang:update")));
  addEventListener("dianzhang:apply-update", apply);

  let controlled = container.controller !== null;
  container.addEventListener("controllerchange", () => {
    if (applying) location.reload();
    else if (controlled) offer(); // another tab applied it
    controlled = true;
  });
  const watch = (worker) =>
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed" && container.controller) offer();
    });
  registration.addEventListener("updatefound", () => watch(registration.installing));
  watch(registration.installing);
  if (registration.waiting && container.controller) offer();
}
