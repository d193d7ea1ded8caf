// The app's worker as it is in a browser that refuses to store: everything lives in memory.
Object.defineProperty(self, "indexedDB", { value: undefined });
importScripts(`./worker-boot.js${location.search}`);
