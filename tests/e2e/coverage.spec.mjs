import { App } from "./support/app.mjs";
import { expect, gb18030, test, violations } from "./support/fixtures.mjs";
import { file, MONDAY, orderCsv, TUESDAY } from "./support/orders.mjs";

const FRIDAY = [TUESDAY[2].replaceAll("2026-11-17", "2026-11-20").replace("819000000000000003", "819000000000000004")];
const monday = () => file("monday.csv", gb18030(orderCsv(MONDAY)));
const friday = () => file("friday.csv", gb18030(orderCsv(FRIDAY)));

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date("2026-11-24T10:00:00+08:00"));
});

test("holes stand out, say what to export and where, and the arrow keys walk the days", async ({ page }) => {
  const app = await App.open(page);
  await app.importFiles(monday(), friday());
  await app.go("数据");
  const missing = "11-17…11-19、11-21…11-23";
  await expect(page.locator(".truth")).toContainText(`缺 订单报表 ${missing}`);
  await expect(page.getByText(`导入 订单报表 ${missing}：千牛 → 交易 → 已卖出的宝贝`)).toBeVisible();
  const grid = page.getByRole("grid", { name: "每种表、每一天" });
  await expect(grid.getByRole("rowheader", { name: `订单报表：2 天有数据，缺 6 天：${missing}` })).toBeVisible();
  const cell = (name) => grid.getByRole("gridcell", { name });
  await expect(cell("11月16日 周一：monday.csv")).toHaveCount(1);
  await expect(cell(/：缺$/)).toHaveCount(3);
  await expect(cell(/：还没导入$/)).toHaveCount(3);
  await cell("11月24日 周二：没有数据").focus();
  for (let i = 0; i < 4; i += 1) await page.keyboard.press("ArrowLeft");
  await expect(cell("11月20日 周五：friday.csv")).toBeFocused();
  await expect(page.locator(".strip-readout")).toHaveText("订单报表 11月20日 周五：friday.csv");
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Enter");
  const day = page.getByLabel("包含这一天");
  await expect(day).toBeFocused();
  await expect(day).toHaveValue("2026-11-20");
  const undo = page.getByRole("button", { name: /^撤销导入/ });
  await expect(undo).toHaveCount(1);
  await expect(page.getByRole("rowheader", { name: "friday.csv" })).toBeVisible();
  await page.getByRole("button", { name: "清除筛选" }).click();
  await expect(undo).toHaveCount(2);
  await page.getByRole("columnheader", { name: "文件" }).getByRole("button").click();
  await expect(page.getByRole("region", { name: "导入记录" }).getByRole("rowheader").first()).toContainText("friday.csv");
});

test("the arrow keys walk on beyond the edge of what is shown", async ({ page }) => {
  const app = await App.open(page);
  await app.importFiles(monday());
  await app.go("数据");
  const cell = (name) => page.getByRole("grid", { name: "每种表、每一天" }).getByRole("gridcell", { name });
  await cell(/^11月24日/).focus();
  await page.keyboard.press("Home");
  await expect(cell(/^9月26日/)).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(cell(/^9月25日/)).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(cell(/^9月26日/)).toBeFocused();
});

test("what is not there yet says what it holds and where it is found", async ({ page }) => {
  const app = await App.open(page);
  await app.go("数据");
  const absent = page.locator("details", { hasText: "还没有的表" });
  await absent.locator("summary").click();
  await expect(absent.getByText("订单报表", { exact: false }).first()).toBeVisible();
  await expect(absent.getByText("千牛 → 交易 → 已卖出的宝贝 → 批量导出 → 下载订单报表")).toBeVisible();
});

test("a narrow screen shows two weeks and nothing runs over its edge", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const app = await App.open(page);
  await app.importFiles(monday(), friday());
  await page.goto("./#/data");
  await expect(page.locator(".coverage [data-row]")).toHaveCount(14);
  await page.getByRole("button", { name: "更早" }).click();
  await expect(page.getByRole("gridcell", { name: /^10月28日/ })).toBeVisible();
  await page.getByRole("button", { name: "按月" }).click();
  await expect(page.locator(".coverage [data-row]")).toHaveCount(30);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("stores stand side by side without being opened", async ({ page }) => {
  const app = await App.open(page);
  await app.importFiles(monday());
  await app.go("设置");
  await page.getByRole("button", { name: "新建店铺…" }).click();
  await page.getByRole("dialog").getByRole("textbox").fill("白露专营店");
  await page.getByRole("dialog").getByRole("button", { name: "新建" }).click();
  await expect(page.getByRole("button", { name: /切换店铺.*白露专营店/ })).toBeVisible();
  await app.importFiles(friday());
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("combobox").fill("各店");
  await page.keyboard.press("Enter");
  const row = (name) => page.getByRole("row", { name: new RegExp(name) });
  await expect(row("青禾旗舰店")).toContainText("¥1,000.00");
  await expect(row("青禾旗舰店")).toContainText("2026-11-16");
  await expect(row("白露专营店")).toContainText("¥50.00");
  await expect(page.getByRole("button", { name: /切换店铺.*白露专营店/ })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await row("青禾旗舰店").getByRole("button", { name: "青禾旗舰店" }).click();
  await expect(page.getByRole("button", { name: /切换店铺.*青禾旗舰店/ })).toBeVisible();
});
