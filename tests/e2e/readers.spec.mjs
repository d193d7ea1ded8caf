import { App } from "./support/app.mjs";
import { expect, gb18030, test } from "./support/fixtures.mjs";
import { file, HEADER, MONDAY } from "./support/orders.mjs";

const ORDERS = 40_000;

/** An order list large enough to be read in slices: the first order over and over, each time under its own number. */
const large = () => {
  const rows = Array.from({ length: ORDERS }, (_, i) => MONDAY[0].replace("819000000000000001", String(819_100_000_000 + i)));
  return file("ExportOrderList20261116.csv", gb18030([HEADER, ...rows, ""].join("\r\n")));
};

const seen = async (app) => {
  await expect(app.figure("付款单数")).toContainText("4.00万");
  await expect(app.figure(/^付款金额/)).toContainText("4,000");
};

/** The workers of the page that the readers are. */
const readers = async (page) => {
  const named = await Promise.all(page.workers().map((w) => w.evaluate(() => [self.name, typeof fetch, typeof Worker])));
  return named.filter(([name]) => name === "reader");
};

test("others help to read a large file, and have no way out either", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "hardwareConcurrency", { value: 3 }));
  const app = await App.open(page);
  const buffer = large();
  expect(buffer.buffer.length).toBeGreaterThan(8 << 20);
  await app.importFiles(buffer);
  await seen(app);
  await expect.poll(() => readers(page)).toEqual([["reader", "undefined", "undefined"], ["reader", "undefined", "undefined"]]);
});

test.describe("readers that do not start", () => {
  test.use({ expectedErrors: [/404|Failed to load/] });

  test("are not needed", async ({ page }) => {
    await page.addInitScript(() => {
      const Started = globalThis.Worker;
      globalThis.Worker = function (address, options) {
        return options?.name === "reader" ? new Started("./no-such-worker.js", options) : new Started(address, options);
      };
    });
    const app = await App.open(page);
    await app.importFiles(large());
    await seen(app);
  });
});
