// The morning: where the shop stands, why, what is to be done; and the way from a number to the orders behind it.
import { App } from "./support/app.mjs";
import { expect, gb18030, test, violations } from "./support/fixtures.mjs";
import { file, orderCsv, TUESDAY } from "./support/orders.mjs";

/** ¥ amounts of a text, in 分, with their signs. */
const amounts = (text) =>
  [...text.matchAll(/([+−]?)¥([\d,]+\.\d\d)/g)].map(([, sign, digits]) => {
    const fen = Math.round(Number(digits.replaceAll(",", "")) * 100);
    return sign === "−" ? -fen : fen;
  });

test("a new store says what to import, and where it is found", async ({ page }) => {
  await App.open(page, "./");
  await expect(page.getByRole("heading", { level: 1, name: "今日" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("button", { name: "导入文件" }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "看演示店铺" })).toBeVisible();
});

test("with orders alone the morning says what is known and what is missing", async ({ page }) => {
  const app = await App.open(page, "./");
  await app.importFiles(file("own.csv", gb18030(orderCsv(TUESDAY))));
  const block = page.getByRole("region", { name: "每日必看" });
  await expect(block.getByRole("row", { name: /收订金额/ })).toContainText("¥50");
  await expect(block.getByRole("row", { name: /访客数/ })).toContainText("没有「店铺概况」");
  await expect(page.getByRole("region", { name: "今天要做" })).toContainText("导入「订单报表」");
});

test.describe("with the demo store", () => {
  test("every part of the morning is there, and the parts of the change add up", async ({ page }) => {
    const app = await App.open(page, "./");
    await app.loadDemo();
    await app.go("今日");
    const tiles = page.getByRole("region", { name: "付款金额（退款后）" });
    for (const title of ["昨日", "近 7 天", "本月至今", "上月"]) await expect(tiles).toContainText(title);
    const why = page.locator(".why p");
    await expect(why).toContainText("访客");
    const [, difference, ...parts] = amounts(await why.innerText());
    const sign = (await why.innerText()).includes("多 ¥") ? 1 : -1;
    expect(parts).toHaveLength(4);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(sign * difference);
    const block = page.getByRole("region", { name: "每日必看" });
    await expect(block.getByRole("row", { name: /支付转化率/ })).toContainText("%");
    await expect(page.getByRole("region", { name: "今天要做" }).getByRole("listitem").first()).toBeVisible();
    const hot = page.getByRole("region", { name: "热卖十款" });
    await expect(hot.getByRole("row")).toHaveCount(11);
    await expect(hot).toContainText("库存截至");
  });

  test("a number leads to its meaning, to the orders behind it, and back", async ({ page }) => {
    const app = await App.open(page, "./");
    await app.loadDemo();
    await app.go("今日");
    const block = page.getByRole("region", { name: "每日必看" });
    await block.getByRole("row", { name: /付款金额/ }).getByRole("cell").first().getByRole("button").click();
    const card = page.getByRole("dialog");
    await expect(card).toContainText("同一笔钱的几种口径");
    const paid = amounts(await card.locator(".now td").first().innerText())[0];
    await card.getByRole("button", { name: "看明细" }).click();
    await expect(page).toHaveURL(/#\/rows\?m=paid_net&p=/);
    const line = page.locator(".truth");
    await expect(line).toContainText("单，订单总额");
    expect(amounts(await line.innerText())[1]).toBe(paid);
    await page.getByRole("button", { name: "返回" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "今日" })).toBeVisible();
  });

  test("the report can be copied for a chat", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const app = await App.open(page, "./");
    await app.loadDemo();
    await app.go("今日");
    await page.getByRole("button", { name: "复制日报" }).click();
    await expect(page.getByText("已复制，可以发给老板")).toBeVisible();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain("日报");
    expect(text).toContain("昨日");
    expect(text.length).toBeLessThanOrEqual(800);
  });

  test("behind the board stand items, the funnel and the course of any metric", async ({ page }) => {
    const app = await App.open(page);
    await app.loadDemo();
    await page.getByRole("link", { name: "近 7 天", exact: true }).click();
    await expect(page.getByRole("region", { name: "商品", exact: true }).getByRole("row").nth(5)).toBeVisible();
    await expect(page.getByRole("region", { name: "转化漏斗" })).toContainText("支付");
    await page.getByLabel("指标", { exact: true }).selectOption("visitors");
    await expect(page).toHaveURL(/m=visitors/);
    await page.reload();
    await app.started();
    await expect(page.getByLabel("指标", { exact: true })).toHaveValue("visitors");
  });

  for (const scheme of ["light", "dark"]) {
    test(`nothing keeps anybody out, ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      const app = await App.open(page, "./");
      await app.loadDemo();
      for (const hash of ["#/today", "#/sales?p=d7", "#/rows?m=orders&p=2026-01-01_2026-12-31", "#/plan"]) {
        await page.goto(`./${hash}`);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await page.waitForTimeout(800);
        expect(await violations(page), hash).toEqual([]);
      }
    });
  }
});

test("the methods come to what they must in this browser", async ({ page }) => {
  await App.open(page, "./#/settings");
  await page.getByRole("button", { name: "运行自检" }).click();
  const said = page.getByRole("status").filter({ hasText: "项与参考一致" });
  const [passed, all] = (await said.innerText()).match(/\d+/g).map(Number);
  expect(all).toBeGreaterThan(10);
  expect(passed).toBe(all);
});
