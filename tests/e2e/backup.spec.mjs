import { readFile } from "node:fs/promises";
import { App } from "./support/app.mjs";
import { expect, gb18030, test, violations } from "./support/fixtures.mjs";
import { file, MONDAY, orderCsv, TUESDAY } from "./support/orders.mjs";

const panel = (page) => page.getByRole("region", { name: "备份与交接" });
const dialog = (page) => page.getByRole("dialog");

/** Makes a backup through the dialog, and gives back the file that the browser was handed. */
async function backUp(page, passphrase) {
  await panel(page).getByRole("button", { name: "立即备份…" }).click();
  if (passphrase) {
    await dialog(page).getByText("用口令加密").click();
    await dialog(page).getByLabel("口令", { exact: true }).fill(passphrase);
    await dialog(page).getByLabel("再输一遍").fill(passphrase);
  }
  const downloading = page.waitForEvent("download");
  await dialog(page).getByRole("button", { name: "备份", exact: true }).click();
  const download = await downloading;
  await expect(dialog(page)).toHaveCount(0);
  return { name: download.suggestedFilename(), mimeType: "application/octet-stream", buffer: await readFile(await download.path()) };
}

async function chooseBackup(page, backup) {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "恢复备份…" }).first().click();
  await (await chooser).setFiles([backup]);
}

async function deleteStore(app, name) {
  await app.go("设置");
  await app.page.getByRole("button", { name: `删除「${name}」…` }).click();
  // What would be left of it is said before it goes.
  await expect(dialog(app.page).getByText(/上次备份|还没有备份|的备份恢复/)).toBeVisible();
  await dialog(app.page).getByRole("textbox").fill(name);
  await dialog(app.page).getByRole("button", { name: "永久删除" }).click();
  await expect(app.page.getByText(`已删除「${name}」`)).toBeVisible();
}

async function withOrders(page, ...days) {
  const app = await App.open(page);
  await app.importFiles(...days.map((rows, i) => file(`${i}.csv`, gb18030(orderCsv(rows)))));
  await app.go("数据");
  return app;
}

test("a store that was deleted comes back from its backup with the same numbers", async ({ page }) => {
  const app = await withOrders(page, MONDAY, TUESDAY);
  await expect(panel(page).getByText("还没有备份")).toBeVisible();
  await expect(panel(page).getByText("有 2 次导入不在备份里")).toBeVisible();
  const backup = await backUp(page);
  expect(backup.name).toMatch(/^青禾旗舰店-\d{4}-\d\d-\d\d\.dianzhang$/);
  await expect(panel(page).getByText("备份之后没有新的导入")).toBeVisible();

  await deleteStore(app, "青禾旗舰店");
  await app.go("数据");
  await chooseBackup(page, backup);
  await expect(dialog(page).getByText(/「青禾旗舰店」.*2 次导入/)).toBeVisible();
  await dialog(page).getByRole("button", { name: "恢复", exact: true }).click();
  await expect(page.getByText("已恢复「青禾旗舰店」")).toBeVisible();
  await expect(panel(page).getByText(/本店从 .* 的备份恢复/)).toBeVisible();
  await app.go("经营");
  await app.showAll();
  await expect(app.figure(/^付款金额/)).toContainText("¥1,130.00");

  // The same backup once more, to the byte: what was restored is what was saved.
  await app.go("数据");
  const again = await backUp(page);
  const records = ({ buffer }) => buffer.subarray(buffer.indexOf('{"schema":')).toString("latin1");
  const ownId = (text) => text.replace(/"id":\d+,"name"/, '"id":0,"name"');
  expect(ownId(records(again))).toBe(ownId(records(backup)));
});

test("a passphrase locks a backup, and only that passphrase opens it", async ({ page }) => {
  const app = await withOrders(page, MONDAY);
  await panel(page).getByRole("button", { name: "立即备份…" }).click();
  await dialog(page).getByText("用口令加密").click();
  await expect(dialog(page).getByText("谁也帮不了")).toBeVisible();
  await dialog(page).getByLabel("口令", { exact: true }).fill("12345678");
  await expect(dialog(page).getByText("强度：弱")).toBeVisible();
  await dialog(page).getByLabel("再输一遍").fill("1234567");
  await dialog(page).getByRole("button", { name: "备份", exact: true }).click();
  await expect(dialog(page).getByText("两次输入不一样")).toBeVisible();
  await dialog(page).getByLabel("再输一遍").fill("12345678");
  await expect(dialog(page).getByText("两次输入不一样")).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");

  const backup = await backUp(page, "青禾开店第七年夏天");
  expect(backup.buffer.subarray(0, 22).toString()).toBe("age-encryption.org/v1\n");
  await deleteStore(app, "青禾旗舰店");
  await app.go("数据");
  await chooseBackup(page, backup);
  await dialog(page).getByLabel("口令", { exact: true }).fill("青禾开店第六年夏天");
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByText("口令不对")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await dialog(page).getByLabel("口令", { exact: true }).fill("青禾开店第七年夏天");
  await page.keyboard.press("Enter");
  await dialog(page).getByRole("button", { name: "恢复", exact: true }).click();
  await expect(page.getByText("已恢复「青禾旗舰店」")).toBeVisible();
  await app.go("经营");
  await expect(app.figure(/^付款金额/)).toContainText("¥1,000.00");
});

test("a backup takes the place of a store only when told, and a damaged one of none", async ({ page }) => {
  const app = await withOrders(page, MONDAY);
  const backup = await backUp(page);
  await app.importFiles(file("later.csv", gb18030(orderCsv(TUESDAY))));
  await expect(panel(page).getByText("有 1 次导入不在备份里")).toBeVisible();

  const cut = { ...backup, buffer: backup.buffer.subarray(0, backup.buffer.length - 9) };
  await chooseBackup(page, cut);
  await expect(page.getByText("备份文件不完整")).toBeVisible();
  const changed = Buffer.from(backup.buffer);
  changed[changed.length - 9] ^= 1;
  await chooseBackup(page, { ...backup, buffer: changed });
  await expect(page.getByText("备份文件损坏：第 1 号导入的数据")).toBeVisible();
  await chooseBackup(page, { ...backup, buffer: Buffer.from("订单编号\n1\n") });
  await expect(page.getByText("这不是店长台的备份文件")).toBeVisible();

  await chooseBackup(page, backup);
  await dialog(page).getByText("替换现有店铺").click();
  await expect(dialog(page).getByText(/「青禾旗舰店」现在的全部数据.*不能撤销/)).toBeVisible();
  await dialog(page).getByRole("button", { name: "替换并恢复" }).click();
  await expect(page.getByText("已恢复「青禾旗舰店」")).toBeVisible();
  await app.go("经营");
  await app.showAll();
  await expect(app.figure(/^付款金额/)).toContainText("¥1,000.00");
});

test("a backup that is dropped on the window is restored, not imported", async ({ page }) => {
  const app = await withOrders(page, MONDAY);
  const backup = await backUp(page);
  await app.go("经营");
  const data = await page.evaluateHandle(
    ([name, bytes]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], name));
      return transfer;
    },
    [backup.name, [...backup.buffer]],
  );
  await page.dispatchEvent("body", "drop", { dataTransfer: data });
  await dialog(page).getByRole("button", { name: "恢复", exact: true }).click();
  await expect(page.getByText("已恢复「青禾旗舰店 (2)」")).toBeVisible();
});

test.describe("into a folder", () => {
  test.beforeEach(async ({ page }) => {
    // A folder of the browser's own stands for one of the machine: nobody can press the picker's buttons here.
    await page.addInitScript(() => {
      window.showDirectoryPicker = async () => {
        const root = await navigator.storage.getDirectory();
        return root.getDirectoryHandle("我的备份", { create: true });
      };
    });
  });

  /** What is in the folder: names and first bytes. */
  const inFolder = (page) =>
    page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle("我的备份");
      const found = [];
      for await (const [name, entry] of folder.entries()) {
        // What is being written stands beside it until it is whole.
        if (name.endsWith(".crswap")) continue;
        // What the app takes away while we look is not there.
        const file = await entry.getFile().catch(() => undefined);
        if (file) found.push([name, await file.slice(0, 8).text()]);
      }
      return found.sort();
    });

  test("every import and undo is written, read back and compared, over a reload too", async ({ page }) => {
    const app = await withOrders(page, MONDAY);
    await panel(page).getByRole("button", { name: "选择备份文件夹…" }).click();
    await expect(panel(page).getByText("写入文件夹「我的备份」")).toBeVisible();
    await expect(panel(page).getByText(/在文件夹「我的备份」，已读回核对/)).toBeVisible();
    expect(await inFolder(page)).toEqual([[expect.stringMatching(/^青禾旗舰店-[\d-]+\.dianzhang$/), "DZBACKUP"]]);
    await expect(panel(page).getByText("自动备份不加密")).toBeVisible();
    expect(await violations(page)).toEqual([]);

    await page.reload();
    await app.started();
    await page.waitForTimeout(1_100); // Names go by the second.
    await app.importFiles(file("later.csv", gb18030(orderCsv(TUESDAY))));
    await expect.poll(async () => (await inFolder(page)).length).toBe(2);
    await expect(panel(page).getByText("备份之后没有新的导入")).toBeVisible();
    await page.waitForTimeout(1_100);
    await page.getByRole("button", { name: "撤销导入「later.csv」" }).click();
    await expect.poll(async () => (await inFolder(page)).length).toBe(3);
    await expect(panel(page).getByText("备份之后没有新的导入")).toBeVisible();

    await panel(page).getByRole("button", { name: "停止自动备份" }).click();
    await expect(panel(page).getByRole("button", { name: "选择备份文件夹…" })).toBeVisible();
    expect((await inFolder(page)).length).toBe(3);
  });

  test("the oldest of the store's own go when there are too many, and nothing else", async ({ page }) => {
    await withOrders(page, MONDAY);
    const others = ["青禾旗舰店-2026-01-01.dianzhang", "别的店-2020-01-01-000000.dianzhang", "照片.jpg"];
    const old = Array.from({ length: 12 }, (_, i) => `青禾旗舰店-2020-01-${10 + i}-000000.dianzhang`);
    await page.evaluate(
      async (names) => {
        const root = await navigator.storage.getDirectory();
        const folder = await root.getDirectoryHandle("我的备份", { create: true });
        for (const name of names) await folder.getFileHandle(name, { create: true });
      },
      [...others, ...old],
    );
    await panel(page).getByRole("button", { name: "选择备份文件夹…" }).click();
    await expect.poll(async () => (await inFolder(page)).length).toBe(others.length + 10);
    const names = (await inFolder(page)).map(([name]) => name);
    expect(names).toEqual(expect.arrayContaining([...others, ...old.slice(3)]));
  });

  test("a folder that the browser has shut asks for one click", async ({ page }) => {
    const app = await withOrders(page, MONDAY);
    await panel(page).getByRole("button", { name: "选择备份文件夹…" }).click();
    await expect(panel(page).getByText(/已读回核对/)).toBeVisible();
    await page.addInitScript(() => {
      const prototype = FileSystemHandle.prototype;
      let allowed = false;
      prototype.queryPermission = async () => (allowed ? "granted" : "prompt");
      prototype.requestPermission = async () => {
        allowed = true;
        return "granted";
      };
    });
    await page.reload();
    await app.started();
    await page.waitForTimeout(1_100); // Names go by the second.
    await app.importFiles(file("later.csv", gb18030(orderCsv(TUESDAY))));
    await page.getByRole("status").getByRole("button", { name: "允许写入" }).click();
    await expect.poll(async () => (await inFolder(page)).length).toBe(2);
    await expect(panel(page).getByText("备份之后没有新的导入")).toBeVisible();
  });

  test("a backup that cannot be written is said, and can be tried again", async ({ page }) => {
    await withOrders(page, MONDAY);
    await page.evaluate(() => {
      const prototype = FileSystemFileHandle.prototype;
      window.real = prototype.createWritable;
      prototype.createWritable = async () => {
        throw new DOMException("disk full", "QuotaExceededError");
      };
    });
    await panel(page).getByRole("button", { name: "选择备份文件夹…" }).click();
    await expect(panel(page).getByText("自动备份没有写成：disk full")).toBeVisible();
    await expect(panel(page).getByText("还没有备份")).toBeVisible();
    await page.evaluate(() => {
      FileSystemFileHandle.prototype.createWritable = window.real;
    });
    await panel(page).getByRole("button", { name: "再试一次" }).click();
    await expect(panel(page).getByText(/已读回核对/)).toBeVisible();
    await expect(panel(page).getByText("自动备份没有写成")).toHaveCount(0);
  });
});

test("work that is in no backup for a week is spoken of, until it is put off", async ({ page }) => {
  const app = await withOrders(page, MONDAY);
  const reminder = page.getByText(/还没有备份，最早的导入已经 \d+ 天/);
  await expect(reminder).toHaveCount(0);
  const inDays = (days) => new Date(Date.now() + days * 86_400_000);
  await page.clock.install({ time: inDays(8) });
  await page.reload();
  await app.started();
  await expect(reminder).toBeVisible();
  await page.getByRole("button", { name: "一周后再说" }).click();
  await expect(reminder).toHaveCount(0);
  await page.clock.setSystemTime(inDays(15.1));
  await page.reload();
  await app.started();
  await expect(reminder).toBeVisible();
  await backUp(page);
  await expect(reminder).toHaveCount(0);
});

test("a browser without folders says so", async ({ page }) => {
  await page.addInitScript(() => delete window.showDirectoryPicker);
  await withOrders(page, MONDAY);
  await expect(panel(page).getByText("这个浏览器不能自动写入文件夹")).toBeVisible();
  await expect(panel(page).getByRole("button", { name: "选择备份文件夹…" })).toHaveCount(0);
});
