// Files that are no plain text: workbooks, web pages under the name of a workbook, archives.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { App } from "./support/app.mjs";
import { expect, offlineReady, test } from "./support/fixtures.mjs";
import { file, MONDAY, orderCsv, TUESDAY } from "./support/orders.mjs";

const fixture = async (name) => file(name, await readFile(new URL(`../fixtures/workbooks/${name}`, import.meta.url)));

async function details(page) {
  await page.getByRole("button", { name: "详情", exact: true }).first().click();
  return page.getByRole("dialog");
}

for (const name of ["orders.xlsx", "orders.xls", "orders.ods", "page_gbk.xls", "xml2003.xls", "archive_gbk_names.zip"]) {
  test(`the orders in ${name} are imported`, async ({ page }) => {
    const app = await App.open(page);
    await app.importFiles(await fixture(name));
    await expect(app.figure("收订金额")).toContainText("¥1,280.30");
    await expect(app.figure(/^付款金额/)).toContainText("¥1,000.00");
  });
}

test("every table of an archive is named, and the same orders count once", async ({ page }) => {
  const app = await App.open(page);
  await app.importFiles(await fixture("archive_gbk_names.zip"));
  const dialog = await details(page);
  await expect(dialog.getByText("archive_gbk_names.zip › 2026年/订单报表.csv").first()).toBeVisible();
  await expect(dialog.getByText("archive_gbk_names.zip › 2026年/工作簿.xlsx").first()).toBeVisible();
});

test("a folder that is chosen gives all tables in it and below it, and nothing else", async ({ page }, info) => {
  const folder = info.outputPath("导出");
  await mkdir(path.join(folder, "十一月"), { recursive: true });
  await writeFile(path.join(folder, "ExportOrderList20261117.csv"), orderCsv(TUESDAY));
  await writeFile(path.join(folder, "十一月", "orders.xlsx"), (await fixture("orders.xlsx")).buffer);
  await writeFile(path.join(folder, "十一月", "photo.png"), Buffer.from([0x89, 0x50, 0x4e, 0x47]));
  const app = await App.open(page);
  await app.importFiles(file("ExportOrderList20261116.csv", orderCsv(MONDAY)));
  await app.go("数据");
  const button = page.getByRole("button", { name: "选择文件夹…" }).first();
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), button.click()]);
  await chooser.setFiles(folder);
  await expect(app.preview.getByRole("row", { name: /ExportOrderList20261117\.csv/ })).toBeVisible();
  await expect(app.preview.getByRole("row", { name: /orders\.xlsx › 订单/ })).toBeVisible();
  await expect(app.preview.getByText("photo.png")).toHaveCount(0);
});

test("what is damaged or locked is named, and the other files are read", async ({ page }) => {
  const app = await App.open(page);
  const whole = await fixture("orders.xlsx");
  const cut = file("cut.xlsx", whole.buffer.subarray(0, 4000));
  const good = file("ExportOrderList20261116.csv", orderCsv(MONDAY));
  const login = file("login.xls", "<!DOCTYPE html><html><body>请登录</body></html>");
  await app.importFiles(cut, await fixture("locked.xlsx"), await fixture("locked.zip"), login, good);
  await expect(app.figure(/^付款金额/)).toContainText("¥1,000.00");
  const dialog = await details(page);
  await expect(dialog.getByText("工作簿已损坏").first()).toBeVisible();
  await expect(dialog.getByText("工作簿有打开密码").first()).toBeVisible();
  await expect(dialog.getByText("压缩包有密码").first()).toBeVisible();
  await expect(dialog.getByText("可能导出时登录已过期").first()).toBeVisible();
});

test.describe("a workbook that breaks its reader", () => {
  test.use({ expectedErrors: [/unreachable|RuntimeError/] });

  test("is named, and the app and the next workbook are read", async ({ page }) => {
    const app = await App.open(page);
    const old = await fixture("orders.xls");
    // The place of the directory, far behind the end of the file.
    const broken = Buffer.from(old.buffer);
    broken.writeUInt32LE(0xffff, 0x30);
    await app.importFiles(file("broken.xls", broken), await fixture("orders.xlsx"));
    await expect(app.figure(/^付款金额/)).toContainText("¥1,000.00");
    const dialog = await details(page);
    await expect(dialog.getByText("broken.xls").first()).toBeVisible();
    await expect(dialog.getByText("工作簿已损坏").first()).toBeVisible();
  });
});

test("the reader of workbooks is not loaded before it is needed, and works offline", async ({ page, context, requests }) => {
  const app = await App.open(page, "./?nosw#/sales");
  expect(requests.some(({ url }) => url.includes("unpacker"))).toBe(false);
  await app.importFiles(await fixture("orders.xlsx"));
  expect(requests.some(({ url }) => url.includes("unpacker_bg.wasm"))).toBe(true);
  await page.goto("./#/sales");
  await offlineReady(page);
  await context.setOffline(true);
  await page.reload();
  await app.started();
  // The same table as before, out of another container.
  await app.choose(await fixture("orders.xls"));
  await expect(app.preview.getByRole("row", { name: /orders.xls › 订单.*已经导入过/ })).toBeVisible();
});

test("a reader of workbooks that never starts is given up, and text is still read", async ({ page }) => {
  await page.clock.install();
  const app = await App.open(page, "./?nosw#/sales");
  await page.route("**/unpacker_bg.wasm*", () => {}); // Never answered.
  const asked = page.waitForRequest("**/unpacker_bg.wasm*");
  await app.choose(await fixture("orders.xlsx"), file("ExportOrderList20261116.csv", orderCsv(MONDAY)));
  await asked;
  await page.clock.runFor(70_000);
  await app.confirmImport();
  await expect(app.figure(/^付款金额/)).toContainText("¥1,000.00");
  const dialog = await details(page);
  await expect(dialog.getByText("读工作簿的程序没能启动").first()).toBeVisible();
});
