import { setTimeout as sleep } from "node:timers/promises";
import { App } from "./support/app.mjs";
import { expect, test } from "./support/fixtures.mjs";
import { Profile } from "./support/killable.mjs";
import { file, MONDAY, orderCsv } from "./support/orders.mjs";

const KILLS = 20;
const ROWS = 12_000;

/** The same numbers in every run: what failed once can be looked at again. */
function random(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A file of orders that no other file has. */
function orders(nth) {
  const first = 820_000_000_000_000_000n + BigInt(nth * ROWS);
  const row = (i) => MONDAY[0].replace("819000000000000001", String(first + BigInt(i)));
  return file(`${nth}.csv`, orderCsv(Array.from({ length: ROWS }, (_, i) => row(i))));
}

/** What lies in the database: the files of which there is a record, and those of which there are rows. */
const stored = (page) =>
  page.evaluate(async () => {
    const settled = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await settled(indexedDB.open("dianzhang"));
    const records = database.transaction("records").objectStore("records");
    const [keys, values] = await Promise.all([settled(records.getAllKeys()), settled(records.getAll())]);
    database.close();
    const under = (family) => keys.filter((key) => key.startsWith(family)).map((key) => key.slice(family.length));
    const meta = (key) => JSON.parse(new TextDecoder().decode(values[keys.indexOf(`meta/${key}`)])).record;
    return { metas: under("meta/"), rows: under("rows/"), files: under("meta/").map((key) => meta(key).report.file) };
  });

test("killed at any moment of an import, the browser comes back with the old state or the new one", async ({ baseURL, launchOptions }) => {
  test.setTimeout(300_000);
  const at = random(7);
  const profile = await Profile.make();
  const outcomes = { old: 0, new: 0, told: 0 };
  try {
    // How long reading and storing take on this machine.
    let page = await profile.open(launchOptions);
    let app = await App.open(page, `${baseURL}#/sales`);
    let began = performance.now();
    await app.choose(orders(0));
    await expect(app.importButton).toBeVisible();
    const reading = performance.now() - began;
    began = performance.now();
    await app.confirmImport();
    const storing = performance.now() - began;

    let files = ["0.csv"];
    for (let nth = 1; nth <= KILLS; nth += 1) {
      let told = false;
      if (nth % 5 === 1) {
        const chosen = app.choose(orders(nth)).catch(() => {});
        await sleep(at() * reading);
        await profile.kill();
        await chosen;
      } else {
        await app.choose(orders(nth));
        await expect(app.importButton).toBeVisible();
        await app.importButton.click({ noWaitAfter: true });
        if (nth % 5 === 2) {
          await expect(page.getByText("导入完成").first()).toBeVisible();
          told = true;
        } else {
          await sleep(at() * storing);
        }
        await profile.kill();
      }
      page = await profile.open(launchOptions);
      app = await App.open(page, `${baseURL}#/sales`);
      const found = await stored(page);
      expect(found.rows, "every import has its rows, and no rows are without one").toEqual(found.metas);
      const grown = [...files, `${nth}.csv`];
      const isNew = found.files.length === grown.length;
      expect(found.files).toEqual(isNew ? grown : files);
      if (told) expect(isNew, "what was said to be imported is there").toBe(true);
      if (isNew) files = grown;
      outcomes[told ? "told" : isNew ? "new" : "old"] += 1;
      await app.showAll();
      await expect(app.figure("付款单数")).toContainText(`${((files.length * ROWS) / 10_000).toFixed(2)}万`);
      await expect(page.getByRole("alert")).toHaveCount(0);
    }
  } finally {
    await profile.remove();
  }
  console.log(`kills: ${JSON.stringify(outcomes)}`);
});
