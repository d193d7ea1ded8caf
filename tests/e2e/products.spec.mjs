// Items: what to decide, the ranking, and the page of one item.
import { App } from "./support/app.mjs";
import { expect, gb18030, test, violations } from "./support/fixtures.mjs";
import { file, orderCsv, TUESDAY } from "./support/orders.mjs";

const region = (page, name) => page.getByRole("region", { name, exact: true });

test("items are ranked by any number, the choice stands in the address, and an item leads to its page and back", async ({ page }) => {
  const app = await App.open(page, "./");
  await app.loadDemo();
  await app.go("商品");
  const ranking = region(page, "排行");
  const names = ranking.getByRole("rowheader");
  await expect(names).toHaveCount(20);
  await expect(region(page, "货架")).toContainText("动销率");
  for (const list of ["推", "修", "停"]) await expect(region(page, list)).toBeVisible();
  await ranking.getByRole("link", { name: "前 10", exact: true }).click();
  await expect(names).toHaveCount(10);
  const best = await names.first().innerText();
  await page.getByLabel("按", { exact: true }).selectOption("units");
  await expect(page).toHaveURL(/#\/products\?p=d30&c=prev&m=units&n=10$/);
  await expect(names.first()).not.toHaveText(best);
  await page.reload();
  await app.started();
  await expect(names).toHaveCount(10);
  const title = await names.first().innerText();
  await names.first().getByRole("link").click();
  await expect(page.getByRole("heading", { level: 2, name: title })).toBeVisible();
  await expect(region(page, "最近 30 天")).toContainText("第 ");
  await region(page, "按天").getByRole("tab", { name: "表" }).click();
  await expect(region(page, "按天").getByRole("rowheader").first()).toHaveText(/^\d{4}-\d\d-\d\d$/);
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "返回商品" }).click();
  await expect(names.first()).toHaveText(title);
  expect(await violations(page)).toEqual([]);
});

test("the numbers of a period are those of the items on 经营", async ({ page }) => {
  const app = await App.open(page, "./");
  await app.loadDemo();
  const onSales = page.getByRole("region", { name: "商品", exact: true });
  await expect(onSales.getByRole("rowheader").first()).toBeVisible();
  const first = async (section) => {
    const row = section.getByRole("row").nth(1);
    return (await row.innerText()).match(/¥[\d,.]+/)[0];
  };
  const paid = await first(onSales);
  await app.go("商品");
  await expect(region(page, "排行").getByRole("rowheader").first()).toBeVisible();
  expect(await first(region(page, "排行"))).toBe(paid);
});

test("fees and notes are kept, a note that was removed comes back", async ({ page }) => {
  const app = await App.open(page, "./");
  await app.loadDemo();
  await app.go("商品");
  const profit = region(page, "单品利润");
  const total = profit.locator("tfoot td").first();
  const before = await total.innerText();
  await page.getByLabel("平台扣点（%）").fill("很多");
  await page.getByLabel("平台扣点（%）").blur();
  await expect(page.getByRole("alert")).toContainText("不是百分数");
  await page.getByLabel("平台扣点（%）").fill("5");
  await page.getByLabel("平台扣点（%）").blur();
  await expect(profit.getByRole("columnheader", { name: "平台扣点" })).toBeVisible();
  await expect(total).not.toHaveText(before);
  await page.reload();
  await app.started();
  await expect(page.getByLabel("平台扣点（%）")).toHaveValue("5%");
  await region(page, "排行").getByRole("rowheader").first().getByRole("link").click();
  const notes = region(page, "备注");
  await notes.getByLabel("新备注").fill("换了主图");
  await notes.getByRole("button", { name: "记下" }).click();
  await expect(notes.getByRole("listitem")).toContainText("换了主图");
  await notes.getByRole("button", { name: "删除备注「换了主图」" }).click();
  await expect(notes).toContainText("还没有备注");
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(notes.getByRole("listitem")).toContainText("换了主图");
  expect(await violations(page)).toEqual([]);
});

test("orders that name no items say which export does", async ({ page }) => {
  const app = await App.open(page);
  await app.importFiles(file("own.csv", gb18030(orderCsv(TUESDAY))));
  await app.go("商品");
  const gap = region(page, "还缺什么");
  await expect(gap).toContainText("商品排行");
  await expect(gap.getByRole("button", { name: "导入文件" })).toBeVisible();
  await page.goto("./#/item?k=672000000000");
  await expect(page.getByRole("heading", { name: "没有文件提到这件商品" })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
