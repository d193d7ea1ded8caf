import { App } from "./support/app.mjs";
import { expect, gb18030, test } from "./support/fixtures.mjs";
import { file, MONDAY, orderCsv, TUESDAY } from "./support/orders.mjs";

const monday = () => file("ExportOrderList20261116.csv", gb18030(orderCsv(MONDAY)));
const tuesday = () => file("ExportOrderList20261117.csv", gb18030(orderCsv(TUESDAY)));

test("a first file makes a store and its board, and both are there after a reload", async ({ page }) => {
  const app = await App.open(page);
  await app.importFiles(monday());
  const seen = async () => {
    await expect(app.figure("收订金额")).toContainText("¥1,280.00");
    await expect(app.figure(/^付款金额/)).toContainText("¥1,000.00");
    await expect(app.figure("支付金额（退款前）")).toContainText("¥1,200.00");
    await expect(app.figure("退款金额")).toContainText("¥200.00");
    await expect(app.figure("付款率（同批）")).toContainText("50.00%");
    await expect(app.figure("平均付款时长")).toContainText("4.00");
    await expect(page.getByRole("button", { name: /切换店铺.*青禾旗舰店/ })).toBeVisible();
  };
  await seen();
  await page.reload();
  await app.started();
  await seen();
});

test("a later export of the same orders brings their newest state, and can be undone and brought back", async ({ page }) => {
  const app = await App.open(page);
  await app.importFiles(tuesday(), monday());
  await app.showAll();
  await expect(app.figure(/^付款金额/)).toContainText("¥1,130.00");
  await expect(app.figure("付款单数")).toContainText("3");
  await page.getByRole("button", { name: "关闭" }).first().click();
  await app.go("数据");
  await page.getByRole("button", { name: "撤销导入「ExportOrderList20261117.csv」" }).click();
  await app.go("经营");
  await expect(app.figure(/^付款金额/)).toContainText("¥1,000.00");
  await page.getByRole("button", { name: "恢复", exact: true }).first().click();
  await expect(app.figure(/^付款金额/)).toContainText("¥1,130.00");
});

test("what was undone stays in the log and can be brought back from there", async ({ page }) => {
  const app = await App.open(page);
  await app.importFiles(monday());
  await app.go("数据");
  await page.getByRole("button", { name: "撤销导入「ExportOrderList20261116.csv」" }).click();
  const log = page.getByRole("region", { name: "导入记录" });
  await expect(log.getByText("已撤销", { exact: true })).toBeVisible();
  await expect(log.getByText(/关闭或刷新本页之前可以恢复/)).toBeVisible();
  // Also long after the notice is gone, and after other pages.
  await app.go("设置");
  await app.go("数据");
  await log.getByRole("button", { name: "恢复导入「ExportOrderList20261116.csv」" }).click();
  await expect(page.getByRole("button", { name: "撤销导入「ExportOrderList20261116.csv」" })).toBeVisible();
  await expect(log.getByText("已撤销", { exact: true })).toHaveCount(0);
});

test("the same file again changes nothing and says so", async ({ page }) => {
  const app = await App.open(page);
  await app.importFiles(monday());
  await app.importFiles(monday());
  await expect(page.getByText("这个文件已经导入过").first()).toBeVisible();
  await app.go("数据");
  await expect(page.getByRole("button", { name: /撤销导入/ })).toHaveCount(1);
});

test("what cannot be read is named, and the good files are kept", async ({ page }) => {
  const app = await App.open(page);
  const picture = file("photo.png", [0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
  const strange = file("strange.csv", "甲,乙\nA1,3\n");
  await app.importFiles(picture, strange, monday());
  await expect(app.figure(/^付款金额/)).toContainText("¥1,000.00");
  await page.getByRole("button", { name: "详情", exact: true }).first().click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("photo.png").first()).toBeVisible();
  await expect(dialog.getByText("这不是表格文件").first()).toBeVisible();
  await expect(dialog.getByText("认不出这是什么表").first()).toBeVisible();
  await dialog.getByText("ExportOrderList20261116.csv").click();
  await dialog.getByText(/丢弃/).last().click();
  await expect(dialog.getByText("收货人姓名").first()).toBeVisible();
});

test("files dropped anywhere on the window are imported", async ({ page }) => {
  const app = await App.open(page);
  const bytes = [...gb18030(orderCsv(MONDAY))];
  const transfer = await page.evaluateHandle((data) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(data)], "dropped.csv", { type: "text/csv" }));
    return transfer;
  }, bytes);
  await page.locator("main").dispatchEvent("dragenter", { dataTransfer: transfer });
  await page.locator("main").dispatchEvent("dragover", { dataTransfer: transfer });
  await page.locator("main").dispatchEvent("drop", { dataTransfer: transfer });
  await app.confirmImport();
  await expect(app.figure(/^付款金额/)).toContainText("¥1,000.00");
});

test("reading a large file shows progress and can be stopped; what was there stays", async ({ page }) => {
  const app = await App.open(page);
  await app.importFiles(monday());
  const row = (i) => MONDAY[0].replace("819000000000000001", String(820000000000000000n + BigInt(i)));
  const rows = Array.from({ length: 150_000 }, (_, i) => row(i));
  const large = file("large.csv", orderCsv(rows));
  await app.choose(large);
  await page.getByRole("button", { name: "停止" }).click();
  await expect(page.getByText("已停止").first()).toBeVisible();
  await expect(app.figure(/^付款金额/)).toContainText("¥1,000.00");
  await app.go("数据");
  await expect(page.getByRole("button", { name: /撤销导入/ })).toHaveCount(1);
});
