// The page only draws: whatever the worker is at, no task of the page's thread keeps the operator waiting.
import { writeFile } from "node:fs/promises";
import { App } from "./support/app.mjs";
import { expect, gb18030, test } from "./support/fixtures.mjs";
import { orderCsv } from "./support/orders.mjs";
import { tasksOf, watchTasks } from "./support/tasks.mjs";

const LONG_MS = 50;
const ORDERS = 100_000;
const DAYS = 365;
const PROVINCES = ["广东省 深圳市", "浙江省 杭州市", "上海 上海市", "四川省 成都市", "北京 北京市", "湖北省 武汉市"];

// A machine that is busy with something else may be slow in every way at once, and a browser is when it has just started.
test.describe.configure({ retries: 2 });

/** A year of orders, the newest first. */
function year() {
  const two = (n) => String(n).padStart(2, "0");
  const rows = Array.from({ length: ORDERS }, (_, i) => {
    const day = new Date(Date.UTC(2025, 10, 24) - Math.floor((i * DAYS) / ORDERS) * 86_400_000).toISOString().slice(0, 10);
    const [hour, minute] = [two((i * 7) % 24), two((i * 11) % 59)];
    const fen = 1_000 + ((i * 7_919) % 50_000);
    const amount = (fen / 100).toFixed(2);
    const [isPaid, place] = [i % 9 > 0, PROVINCES[(i * i) % PROVINCES.length]];
    const paid = isPaid ? [amount, "交易成功", `${day} ${hour}:${two(((i * 11) % 59) + 1)}:00`] : ["0.00", "等待买家付款", ""];
    return `="${900_000_000_000_000 - i}",虚构买家${(i * 31) % 40_000},,${amount},${paid[0]},${paid[1]},,,${place},,,${day} ${hour}:${minute}:00,${paid[2]},商品${i % 500},,1,青禾旗舰店,0.00`;
  });
  return gb18030(orderCsv(rows));
}

test("importing, opening again and changing the days never hold up the page", async ({ browser, page }, testInfo) => {
  test.setTimeout(180_000);
  await watchTasks(page);
  const app = await App.open(page);
  /** The page is at work, and never for long. */
  const holds = async (what, act) => {
    const { count, long } = await tasksOf(browser, page, act);
    expect(count, `${what}: tasks seen`).toBeGreaterThan(0);
    expect(
      long.filter(({ worked }) => worked > LONG_MS),
      `${what}: long tasks`,
    ).toEqual([]);
  };
  // From the disk: a file that the test brings along would be unpacked by the page.
  const file = testInfo.outputPath("ExportOrderList20251124.csv");
  await writeFile(file, year());
  await holds("import", () => app.importFiles(file));
  await expect(app.figure(/^付款金额/)).toContainText("¥");
  await holds("opening again", async () => {
    await page.reload();
    await expect(app.figure(/^付款金额/)).toContainText("¥");
    await expect(page.locator(".chart-canvas canvas")).toHaveCount(3);
  });
  const days = page.locator(".board-choice .segments").first().getByRole("link");
  for (const choice of ["最近一天", "近 7 天", "近 30 天", "本月至今", "上月", "全部"]) {
    await holds(choice, async () => {
      await days.filter({ hasText: choice }).click();
      await expect(days.filter({ hasText: choice })).toHaveAttribute("aria-current", "true");
      await expect(page.locator("article.board")).toHaveAttribute("aria-busy", "false");
    });
  }
  await expect(page.getByRole("region", { name: "关键数字" })).toContainText("10.00万");
  await holds("another comparison", async () => {
    await page.getByLabel("对比").selectOption("year");
    await expect(page.locator("article.board")).toHaveAttribute("aria-busy", "false");
  });
});
