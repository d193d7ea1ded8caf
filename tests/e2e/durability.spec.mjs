// What can happen to the data of one browser: no room, no storage, damaged records. Other tabs are in tabs.spec.mjs, a
// killed browser in killed.spec.mjs.
import { readFile } from "node:fs/promises";
import { App } from "./support/app.mjs";
import { allRecords, beforeWorker, flipByte, putRecord } from "./support/database.mjs";
import { expect, gb18030, test } from "./support/fixtures.mjs";
import { expectSaid, tabTo } from "./support/notice.mjs";
import { file, MONDAY, orderCsv, TUESDAY } from "./support/orders.mjs";

const monday = () => file("monday.csv", gb18030(orderCsv(MONDAY)));
const tuesday = () => file("tuesday.csv", gb18030(orderCsv(TUESDAY)));

/** A file whose rows need more room than there is. */
function large() {
  const row = (i) => MONDAY[0].replace("819000000000000001", String(820000000000000000n + BigInt(i * i) * 7n));
  return file("large.csv", orderCsv(Array.from({ length: 40_000 }, (_, i) => row(i))));
}

test.describe("a full disk", () => {
  // The app's own files would take room too.
  test.use({ serviceWorkers: "block" });

  test("keeps what was there and says so; what makes room still works", async ({ page, context, baseURL }) => {
    const devtools = await context.newCDPSession(page);
    // From the start: a browser asks how much room there is only now and then.
    await devtools.send("Storage.overrideQuotaForOrigin", { origin: new URL(baseURL).origin, quotaSize: 300_000 });
    const app = await App.open(page);
    await app.importFiles(monday());
    await app.importFiles(tuesday());
    await app.choose(large());
    await app.importButton.click();
    await expect(page.getByText("导入没有完成").first()).toBeVisible();
    await expect(page.getByText(/存储空间满了，这一步没有存下，以前存的都在.*清理磁盘/).first()).toBeVisible();
    await app.showAll();
    await expect(app.figure(/^付款金额/)).toContainText("¥1,130.00");

    await app.go("数据");
    await page.getByRole("button", { name: "撤销导入「tuesday.csv」" }).click();
    await expect(page.getByText("已撤销导入「tuesday.csv」")).toBeVisible();
    await app.go("经营");
    await app.showAll();
    await expect(app.figure(/^付款金额/)).toContainText("¥1,000.00");
  });
});

test.describe("without the browser's storage", () => {
  test.use({ serviceWorkers: "block" });

  const refusals = {
    "that throws": () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("blocked for the test", "SecurityError");
      };
    },
    "that fails": () => {
      const { open } = IDBFactory.prototype;
      IDBFactory.prototype.open = function (...asked) {
        const request = open.apply(this, asked);
        request.addEventListener("upgradeneeded", () => request.transaction.abort());
        return request;
      };
    },
    "that is not there": () => Object.defineProperty(self, "indexedDB", { value: undefined }),
  };
  for (const [which, refuse] of Object.entries(refusals)) {
    test(`${which}, the app works, and says that nothing stays and what to do`, async ({ page }) => {
      await beforeWorker(page, refuse);
      const app = await App.open(page);
      await app.importFiles(monday());
      await expect(app.figure(/^付款金额/)).toContainText("¥1,000.00");
      await expect(page.getByRole("alert").getByText(/浏览器给出的原因：.+/)).toBeVisible();
      await expectSaid(page, /数据只在内存里，关闭页面就会消失.*退出无痕模式/, /gone when you close the page.*Leave private mode/);
      await expect(page.getByText("没有存下：浏览器不让存储")).toBeVisible();

      // What is in memory can be saved all the same.
      await page.getByRole("button", { name: "关闭" }).first().click();
      const backUp = page.getByRole("alert").getByRole("button", { name: "立即备份…" });
      await tabTo(page, backUp);
      await page.keyboard.press("Enter");
      const downloading = page.waitForEvent("download");
      await page.getByRole("dialog").getByRole("button", { name: "备份", exact: true }).click();
      const backup = await readFile(await (await downloading).path());
      expect(backup.subarray(0, 8).toString()).toBe("DZBACKUP");

      // And is not closed away by mistake.
      const asked = page.waitForEvent("dialog");
      const closing = page.close({ runBeforeUnload: true });
      const dialog = await asked;
      expect(dialog.type()).toBe("beforeunload");
      await dialog.dismiss();
      await closing;
      await expect(app.figure(/^付款金额/)).toContainText("¥1,000.00");
    });
  }
});

test("in a private window the browser promises nothing, and the page says what to keep", async ({ page, browser, baseURL }) => {
  // Playwright's contexts are private windows: gone when they are closed.
  const app = await App.open(page);
  await app.importFiles(monday());
  await expect(page.getByText("请保留导出原文件")).toBeVisible();
  await app.go("数据");
  const panel = page.getByRole("region", { name: "本机存储" });
  await expect(panel.getByText(/浏览器这次没有同意.*请保留好导出的原文件/)).toBeVisible();
  await panel.getByRole("button", { name: "请浏览器保留" }).click();
  await expect(page.getByRole("alert").getByText(/浏览器这次没有同意/)).toBeVisible();
  await page.reload();
  await app.started();
  await app.go("经营");
  await expect(app.figure(/^付款金额/)).toContainText("¥1,000.00");

  const another = await browser.newContext({ baseURL });
  const empty = await App.open(await another.newPage());
  await expect(empty.page.getByRole("heading", { name: "导入订单，开始看店" })).toBeVisible();
  await another.close();
});

test.describe("damaged records", () => {
  const ROWS = "rows/00000001/00000002";

  async function damaged(page, damage) {
    const app = await App.open(page);
    await app.importFiles(monday());
    await app.importFiles(tuesday());
    await page.getByRole("button", { name: "关闭" }).first().click();
    await damage(page);
    await page.reload();
    await app.started();
    return app;
  }

  test("one import with a wrong byte is named, the rest opens, and the same file mends it", async ({ page }) => {
    const app = await damaged(page, () => flipByte(page, ROWS));
    const today = new Date().toLocaleDateString("sv", { timeZone: "Asia/Shanghai" });
    const notice = page.getByRole("alert").filter({ hasText: "读不出来" });
    await expect(notice.getByText(`「tuesday.csv」，${today} 导入`)).toBeVisible();
    await expectSaid(page, /1 次导入读不出来.*重新导入同一个文件.*撤销这次导入/, /1 imports cannot be read.*same file again/);
    await app.showAll();
    await expect(app.figure(/^付款金额/)).toContainText("¥1,000.00");

    // A backup holds it as it is, and all the rest.
    await app.go("数据");
    await page.getByRole("button", { name: "立即备份…" }).click();
    const downloading = page.waitForEvent("download");
    await page.getByRole("dialog").getByRole("button", { name: "备份", exact: true }).click();
    expect((await readFile(await (await downloading).path())).includes("tuesday.csv")).toBe(true);

    await app.importFiles(tuesday());
    await expect(notice).toHaveCount(0);
    await expect(page.getByRole("button", { name: /撤销导入/ })).toHaveCount(2);
    await page.reload();
    await app.started();
    await app.go("经营");
    await app.showAll();
    await expect(app.figure(/^付款金额/)).toContainText("¥1,130.00");
    expect((await allRecords(page)).map(([key]) => key)).not.toContain(ROWS);
  });

  test("an import without its file is undone by keyboard, even when its name is lost too", async ({ page }) => {
    const app = await damaged(page, () => putRecord(page, "meta/00000001/00000002", "rubbish"));
    const notice = page.getByRole("alert").filter({ hasText: "读不出来" });
    await expectSaid(page, "第 2 号导入（文件名也读不出来）", "import no. 2 (its file name cannot be read either)");
    await tabTo(page, notice.getByRole("button", { name: "撤销导入「2」" }));
    await page.keyboard.press("Enter");
    await expect(notice).toHaveCount(0);
    await page.reload();
    await app.started();
    await expect(notice).toHaveCount(0);
    await expect(app.figure(/^付款金额/)).toContainText("¥1,000.00");
    expect((await allRecords(page)).map(([key]) => key)).not.toContain(ROWS);
  });

  test("a store whose record is damaged is named and left as it is", async ({ page }) => {
    await damaged(page, () => putRecord(page, "workspace/00000001", "rubbish"));
    await expectSaid(page, /编号 1 的店铺读不出来.*从备份恢复/, /Store no. 1 cannot be read/);
    expect((await allRecords(page)).map(([key]) => key)).toContain(ROWS);
  });
});
