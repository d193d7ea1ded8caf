// Starts a worker: new Worker("./worker-boot.js?b=BUILD") the one that owns the data, with "&of=unpacker" the one that
// takes workbooks apart. It says itself when it is ready.
(async () => {
  const program = new URLSearchParams(location.search).get("of") === "unpacker" ? "unpacker" : "worker";
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
