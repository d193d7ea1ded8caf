// The stock: what to order on Thursday, why, and that what is changed by hand stays.
import { readFile } from "node:fs/promises";
import { App } from "./support/app.mjs";
import { expect, test, violations } from "./support/fixtures.mjs";

const number = (text) => Number(text.replace(/[^\d.]/g, ""));

test("the sheet of the demo store says why, is changed by hand, and stays so", async ({ page }) => {
  const app = await App.open(page, "./");
  await app.loadDemo();
  await app.go("库存");
  const sum = page.getByText(/^合计 \d+ 个商品/);
  await expect(sum).toBeVisible();
  const row = page.getByRole("row", { name: /QH-CF-003/ });
  const quantity = row.getByRole("textbox");
  const proposed = number(await quantity.inputValue());
  expect(proposed % 8, "whole boxes").toBe(0);
  await row.getByRole("button", { name: /QH-CF-003/ }).click();
  const why = page.getByRole("listitem").filter({ hasText: "8 件一箱" });
  await expect(why).toContainText(`= ${proposed} 件`);
  await expect(page.getByRole("listitem").filter({ hasText: "在库：" })).toContainText("库存表");
  await quantity.fill(String(proposed + 8));
  await quantity.press("Tab");
  await expect(page.getByRole("listitem").filter({ hasText: "手工改成" })).toContainText(`${proposed + 8} 件`);
  await page.reload();
  await app.started();
  await expect(quantity).toHaveValue(String(proposed + 8));
  await row.getByRole("button", { name: `恢复建议 ${proposed}` }).click();
  await expect(quantity).toHaveValue(String(proposed));
  await quantity.fill("一箱");
  await quantity.press("Tab");
  await expect(row.getByRole("alert")).toContainText("0 或正整数");
  expect(await violations(page)).toEqual([]);
});

test("what if, a budget and the terms of an item are answered at once", async ({ page }) => {
  const app = await App.open(page, "./");
  await app.loadDemo();
  await app.go("库存");
  const sum = page.getByText(/^合计 \d+ 个商品/);
  const money = async () => number((await sum.innerText()).split("¥")[1]);
  await expect(sum).toBeVisible();
  const before = await money();
  await page.getByLabel("销量 ±%").fill("50");
  await page.getByLabel("销量 ±%").press("Tab");
  await expect(page.getByText(/^按设置：/)).toBeVisible();
  expect(await money()).toBeGreaterThan(before);
  await page.getByRole("button", { name: "还原" }).click();
  await expect.poll(money).toBe(before);
  await page.getByText("补货设置").click();
  await page.getByLabel("这张单的预算（元，空为不限）").fill("10000");
  await page.getByLabel("这张单的预算（元，空为不限）").press("Tab");
  await expect(page.getByText(/^预算 ¥10,000.00，全部要/)).toBeVisible();
  expect(await money()).toBeLessThanOrEqual(10_000);
  const row = page.getByRole("row", { name: /QH-XP-005/ });
  await row.getByRole("button", { name: /QH-XP-005/ }).click();
  const supplier = page.getByRole("combobox", { name: "供应商" });
  await supplier.fill("新供应商");
  await supplier.press("Tab");
  await expect(page.getByRole("rowheader", { name: /^新供应商/ })).toBeVisible();
});

test("the sheet goes to Excel and to the clipboard", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const app = await App.open(page, "./");
  await app.loadDemo();
  await app.go("库存");
  await page.getByRole("button", { name: "复制" }).click();
  await expect(page.getByText("补货单已复制")).toBeVisible();
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).split("\n");
  expect(lines[0].split("\t").slice(0, 3)).toEqual(["供应商", "商家编码", "商品"]);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "导出 Excel" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^补货单 \d{4}-\d\d-\d\d\.xlsx$/);
  const bytes = await readFile(await download.path());
  expect(bytes.subarray(0, 4).toString("latin1")).toBe("PK\x03\x04");
});

test("without a table of stock it is said which one brings the sheet, and the plainest one does", async ({ page }) => {
  const app = await App.open(page, "./");
  await app.go("库存");
  await expect(page.getByRole("heading", { name: "还没有库存" })).toBeVisible();
  await expect(page.getByText(/聚水潭 → 库存/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  const day = (ago) => new Date(Date.now() + 8 * 3_600_000 - ago * 86_400_000).toISOString().slice(0, 10);
  const details = ["订单编号,子订单编号,商家编码,标题,购买数量,价格,买家实际支付金额,订单状态,订单付款时间,订单创建时间"];
  for (let ago = 40; ago > 0; ago--) {
    const id = String(3_000_000_000_000_000 + ago);
    details.push(`${id},${id},A-1,毛巾,${3 + (ago % 3)},10.00,30.00,交易成功,${day(ago)} 10:00:00,${day(ago)} 09:00:00`);
  }
  const file = (name, lines) => ({ name, mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) });
  await app.importFiles(
    file("ExportOrderDetailList.csv", details),
    file(`库存_${day(0).replaceAll("-", "")}.csv`, ["商家编码,库存", "A-1,5", "B-2,7"]),
  );
  await app.go("库存");
  const row = page.getByRole("row", { name: /A-1/ });
  // 4 a day, 7 days of lead time and a week.
  expect(number(await row.getByRole("textbox").inputValue())).toBeGreaterThan(51);
  await expect(page.getByText(/没有到货天数，先按默认 7 ± 2 天/)).toBeVisible();
  await page.getByText(/^数据里说不清的地方/).click();
  await expect(page.getByText(/1 个编码有库存（7 件）但没有任何销量：B-2/)).toBeVisible();
});
