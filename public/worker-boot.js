// Starts a worker: the one that owns the data, or the one whose name is given: new Worker("./worker-boot.js?b=BUILD",
// { name: "unpacker" }). Not by the address: what the service worker has stored answers without its query. The worker says
// itself when it is ready.
(async () => {
  const program = name === "unpacker" ? "unpacker" : "worker";
  try {
    importScripts(`./${program}.js${location.search}`);
    await wasm_bindgen({ module_or_path: `./${program}_bg.wasm${location.search}` });
    // What holds the data has no way out.
    for (const name of ["fetch", "XMLHttpRequest", "WebSocket", "WebTransport", "EventSource", "importScripts", "Worker"]) {
      self[name] = undefined;
    }
  } catch (error) {
    postMessage({ fatal: String(error) });
  }
})();
