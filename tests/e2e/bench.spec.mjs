import { expect, gb18030, offlineReady, test } from "./support/fixtures.mjs";
import { App } from "./support/app.mjs";
import { file, orderCsv, TUESDAY } from "./support/orders.mjs";

const orders = () => file("ExportOrderList.csv", gb18030(orderCsv(TUESDAY)));

/** What the page of the benchmark finds in the orders. */
const ANSWER = {
  days: [
    ["2026-11-16", 2, 128_000, 108_000, 2],
    ["2026-11-17", 1, 5_000, 5_000, 1],
  ],
  titles: [
    ["羊毛围巾,驼色", 100_000],
    ["蜡烛", 13_000],
  ],
  rfm: {
    buyers: 2,
    rec: 0,
    freq: 3,
    mon: 113_000,
    chk: 2 * 105_000 + 8_000,
    top: [
      ["虚构小红", "2026-11-17 09:01:00", 2, 105_000],
      ["虚构小明", "2026-11-17 08:00:00", 1, 8_000],
    ],
  },
  provinces: [
    ["广东省", 105_000, 2],
    ["上海", 8_000, 1],
  ],
};

for (const address of ["bench.html", "bench.html?memory"]) {
  test(`${address} reads, stores and answers`, async ({ page }) => {
    await page.goto(address);
    await page.waitForFunction(() => globalThis.S?.state === "ready");
    await page.locator("#f").setInputFiles([orders()]);
    await page.waitForFunction(() => globalThis.S.state !== "ready");
    const { result, state, notes } = await page.evaluate(() => globalThis.S);
    expect([state, notes.rows]).toEqual(["done1", 3]);
    expect(result).toEqual(ANSWER);
    const again = await page.evaluate(() => globalThis.reagg({ from: "2026-11-17", to: "2026-11-30" }));
    expect([again.r.days, again.r.titles]).toEqual([ANSWER.days.slice(1), [["蜡烛", 5_000]]]);
    const databases = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    expect(databases.includes("dianzhang")).toBe(!address.endsWith("memory"));
  });
}

test("the benchmark is no part of what the app keeps offline", async ({ page }) => {
  await App.open(page);
  await offlineReady(page);
  const kept = await page.evaluate(async () => {
    const caches = await Promise.all((await globalThis.caches.keys()).map((name) => globalThis.caches.open(name)));
    return (await Promise.all(caches.map((cache) => cache.keys()))).flat().map(({ url }) => url);
  });
  expect(kept.length).toBeGreaterThan(5);
  expect(kept.filter((url) => url.includes("bench"))).toEqual([]);
  await page.goto("bench.html");
  await expect(page).toHaveTitle("Dianzhang: benchmark");
});
