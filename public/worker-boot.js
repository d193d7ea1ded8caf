// Starts the data worker: new Worker("./worker-boot.js?b=BUILD"). The worker says itself when it is ready.
(async () => {
  try {
    importScripts(`./worker.js${location.search}`);
    await wasm_bindgen({ module_or_path: `./worker_bg.wasm${location.search}` });
    // What holds the data has no way out.
    for (const name of ["fetch", "XMLHttpRequest", "WebSocket", "WebTransport", "EventSource", "importScripts", "Worker"]) {
      self[name] = undefined;
    }
  } catch (error) {
    postMessage({ fatal: String(error) });
  }
})();
