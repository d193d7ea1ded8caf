// The browser's database as something outside of the app sees it: what stands in it, and what happens to it.

/** A page of the same origin on which the app does not run. */
export async function outsider(context, baseURL) {
  const page = await context.newPage();
  await page.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
  await page.goto(new URL("manifest.webmanifest", baseURL).href);
  return page;
}

/** Does something with the records: `use` gets the object store, in the page. Returns what it returns. */
export function withRecords(page, use, argument) {
  return page.evaluate(
    async ([source, value]) => {
      const settled = (request) =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await settled(indexedDB.open("dianzhang"));
      const transaction = database.transaction("records", "readwrite");
      const done = new Promise((resolve) => (transaction.oncomplete = resolve));
      const records = transaction.objectStore("records");
      // The page's security policy allows no code from strings: the uses are known by name.
      const uses = {
        all: async () => {
          const [keys, values] = await Promise.all([settled(records.getAllKeys()), settled(records.getAll())]);
          return keys.map((key, i) => [key, [...values[i]]]);
        },
        put: () => settled(records.put(new TextEncoder().encode(value[1]), value[0])),
        flip: async () => {
          const bytes = await settled(records.get(value));
          bytes[Math.floor(bytes.length / 2)] ^= 255;
          return settled(records.put(bytes, value));
        },
      };
      const result = await uses[source]();
      await done;
      database.close();
      return result;
    },
    [use, argument],
  );
}

/** All records: `[key, bytes]`. */
export const allRecords = (page) => withRecords(page, "all");

/** Writes a text under a key. */
export const putRecord = (page, key, text) => withRecords(page, "put", [key, text]);

/** Changes one byte of a record. */
export const flipByte = (page, key) => withRecords(page, "flip", key);

/** Runs a script in front of the data worker's own, whenever it starts. Needs `serviceWorkers: "block"`. */
export const beforeWorker = (context, script) =>
  context.route("**/worker-boot.js*", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `(${script})();\n${await response.text()}` });
  });
