// Several tabs over one store: one writes at a time, the others follow; an older version steps back from a newer one.
import { App } from "./support/app.mjs";
import { allRecords, beforeWorker, outsider, putRecord } from "./support/database.mjs";
import { expect, gb18030, test } from "./support/fixtures.mjs";
import { expectSaid, tabTo } from "./support/notice.mjs";
import { file, MONDAY, orderCsv, TUESDAY } from "./support/orders.mjs";

const monday = () => file("monday.csv", gb18030(orderCsv(MONDAY)));
const tuesday = () => file("tuesday.csv", gb18030(orderCsv(TUESDAY)));

test("a second tab follows the first and says so, and neither overwrites the other", async ({ page, context }) => {
  const first = await App.open(page);
  const second = await App.open(await context.newPage());
  await first.importFiles(monday());
  await expect(second.page.getByText("另一个窗口改动了数据，这里已更新").first()).toBeVisible();
  await expect(second.figure(/^付款金额/)).toContainText("¥1,000.00");
  await second.importFiles(tuesday());
  await expect(first.page.getByText("另一个窗口改动了数据，这里已更新").first()).toBeVisible();
  for (const app of [first, second]) {
    await app.showAll();
    await expect(app.figure(/^付款金额/)).toContainText("¥1,130.00");
  }
});

test("two tabs that import their first files at once have both in one store, under one secret", async ({ page, context }) => {
  const first = await App.open(page);
  const second = await App.open(await context.newPage());
  // Both have read before either stores: each would make the store.
  await first.choose(monday());
  await second.choose(file("tuesday.csv", gb18030(orderCsv(TUESDAY.slice(2)))));
  await expect(first.importButton).toBeVisible();
  await expect(second.importButton).toBeVisible();
  await Promise.all([first.importButton.click(), second.importButton.click()]);
  for (const app of [first, second]) {
    await expect(app.page.getByText("导入完成").first()).toBeVisible();
    await app.showAll();
    await expect(app.figure(/^付款金额/)).toContainText("¥1,050.00");
    await expect(app.figure("付款单数")).toContainText("2");
    await app.go("设置");
    await expect(app.page.getByRole("region", { name: "店铺" }).getByRole("listitem")).toHaveCount(1);
  }
  // The first and the third order are of one buyer.
  await first.go("经营");
  await expect(first.figure("付款买家数")).toContainText(/(^|\D)1(\D|$)/);
});

test("who wants to write waits until another tab has written, and says so", async ({ page, context, baseURL }) => {
  const app = await App.open(page);
  const other = await outsider(context, baseURL);
  await other.evaluate(() => {
    return new Promise((held) => {
      navigator.locks.request("dianzhang-write", () => {
        held();
        return new Promise((release) => (globalThis.release = release));
      });
    });
  });
  await page.bringToFront();
  await app.choose(monday());
  await app.importButton.click();
  await expectSaid(page, "另一个窗口正在保存，它做完这里就继续", /Another window is saving/);
  // Looking is no writing.
  await app.go("数据");
  await app.go("经营");
  expect((await allRecords(other)).map(([key]) => key)).not.toContain("meta/00000001/00000001");
  await other.evaluate(() => globalThis.release());
  await expect(page.getByText("导入完成").first()).toBeVisible();
  await expect(app.figure(/^付款金额/)).toContainText("¥1,000.00");
});

test.describe("a newer version", () => {
  const NEWER = /新版本改动了数据.*只能看，不能保存.*刷新页面/;

  async function withData(page) {
    const app = await App.open(page);
    await app.importFiles(monday());
    await page.getByRole("button", { name: "关闭" }).first().click();
    return app;
  }

  /** Nothing can be changed here any more, and what was there can still be looked at. */
  async function expectReadOnly(app) {
    await expectSaid(app.page, NEWER, /A newer version in another window has changed the data.*Reload/);
    await expect(app.page.getByText("只能看：数据已被新版本改动")).toBeVisible();
    await expect(app.page.getByRole("button", { name: "导入文件", exact: true }).first()).toBeDisabled();
    await app.showAll();
    await expect(app.figure(/^付款金额/)).toContainText("¥1,000.00");
  }

  test("of the database closes it under the older tab, which goes read-only and asks for a reload", async ({ page, context, baseURL }) => {
    const app = await withData(page);
    const other = await outsider(context, baseURL);
    await other.evaluate(() => {
      return new Promise((resolve, reject) => {
        const request = indexedDB.open("dianzhang", 1_000);
        request.onsuccess = () => resolve(request.result.close());
        request.onerror = () => reject(request.error);
        request.onblocked = () => reject(new Error("the older tab keeps it open"));
      });
    });
    const before = await allRecords(other);
    await page.bringToFront();
    await expectReadOnly(app);
    await tabTo(page, page.getByRole("alert").getByRole("button", { name: "刷新" }));
    await page.keyboard.press("Enter");
    // Here the reload brings the same version: it neither hides the data behind an empty store nor touches them.
    await expectSaid(page, /打不开本机数据：数据由更新的版本写入/, /were written by a newer version/);
    await expect(page.getByText("没有存下：浏览器不让存储")).toHaveCount(0);
    expect(await allRecords(other)).toEqual(before);
  });

  test("of the records is left alone by the older tab", async ({ page, context, baseURL }) => {
    const app = await withData(page);
    const other = await outsider(context, baseURL);
    const newer = JSON.stringify({ schema: 99, record: { form: "unheard of" } });
    for (const key of ["stamp", "workspace/00000001"]) await putRecord(other, key, newer);
    const before = await allRecords(other);
    await page.bringToFront();
    // It has not heard of it yet, and finds out before it writes.
    await app.go("数据");
    await page.getByRole("button", { name: /撤销导入/ }).click();
    await expect(page.getByRole("alert").getByText(/数据由更新的版本写入。请刷新页面/)).toBeVisible();
    await app.go("经营");
    await expectReadOnly(app);
    expect(await allRecords(other)).toEqual(before);
  });

  test("that has written says so, and the older tab hears it at once", async ({ page, context, baseURL }) => {
    const app = await withData(page);
    const other = await outsider(context, baseURL);
    await putRecord(other, "stamp", JSON.stringify({ schema: 99, record: {} }));
    await other.evaluate(() => new BroadcastChannel("dianzhang").postMessage(true));
    await page.bringToFront();
    await expectReadOnly(app);
  });
});

test.describe("a blocked upgrade", () => {
  test.use({ serviceWorkers: "block" });

  test("says which windows to close, and goes on by itself", async ({ page, context, baseURL }) => {
    const old = await App.open(page);
    await old.importFiles(monday());
    await page.close();
    // An old window that does not let go of the database.
    const holder = await outsider(context, baseURL);
    await holder.evaluate(() => {
      return new Promise((resolve) => {
        indexedDB.open("dianzhang").onsuccess = ({ target }) => resolve((globalThis.kept = target.result) && undefined);
      });
    });
    // The next version of the app, as far as the database is concerned.
    const next = await context.newPage();
    await beforeWorker(next, () => {
      const { open } = IDBFactory.prototype;
      IDBFactory.prototype.open = function (name, version) {
        return open.call(this, name, version + 1);
      };
    });
    const app = await App.open(next);
    await expectSaid(next, /还没有打开本机数据.*请关闭其他店长台窗口/, /has not opened the data.*Close the other windows/);
    await holder.close();
    await expect(app.figure(/^付款金额/)).toContainText("¥1,000.00");
    await expect(next.getByText(/还没有打开本机数据/)).toHaveCount(0);
    await app.importFiles(tuesday());
    await app.showAll();
    await expect(app.figure(/^付款金额/)).toContainText("¥1,130.00");
  });
});
