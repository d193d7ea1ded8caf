import { App } from "./support/app.mjs";
import { expect, gb18030, test, violations } from "./support/fixtures.mjs";
import { file, MONDAY, orderCsv } from "./support/orders.mjs";

/** 交易趋势 of 生意参谋: what the platform counts as paid and ordered on one day. */
const trend = (paid, ordered) =>
  ["日期,终端,支付金额,支付买家数,客单价,下单金额,下单买家数", `2026-11-16,所有终端,"${paid}",1,"${paid}","${ordered}",2`, ""].join("\r\n");

const panel = (page) => page.getByRole("region", { name: "对账", exact: true });

async function opened(page, paid) {
  const app = await App.open(page);
  await app.importFiles(file("ExportOrderList.csv", gb18030(orderCsv(MONDAY))));
  if (paid) await app.importFiles(file("交易趋势.csv", trend(paid, "1,280.00")));
  await app.go("数据");
  return app;
}

test("one file alone says which second file makes a check possible", async ({ page }) => {
  await opened(page);
  await expect(panel(page)).toContainText("没有第二份文件可以核对");
  await expect(panel(page).getByText(/再导入「.+」（.+ → .+）就能核对/)).toBeVisible();
});

test("files that agree say which number to report", async ({ page }) => {
  await opened(page, "1,200.00");
  await expect(panel(page)).toContainText("支付金额（退款前）按「订单报表」报 ¥1,200.00。核对的数字全部一致。");
  const paid = panel(page).getByRole("table", { name: "支付金额（退款前）" });
  await expect(paid.getByRole("row", { name: /^交易趋势/ })).toContainText("一致");
});

test("a difference that nothing explains is named with its day and its share", async ({ page }) => {
  await opened(page, "1,170.00");
  await expect(panel(page)).toContainText("「订单报表」与「交易趋势」有 ¥30.00 没有解释，差得最多的是 2026-11-16");
  await panel(page).getByRole("button", { name: "支付金额（退款前）：「交易趋势」的差额详情" }).press("Enter");
  const unexplained = panel(page).getByRole("row", { name: /^未解释/ });
  await expect(unexplained).toContainText("−¥30.00");
  await expect(unexplained).toContainText("2.50%");
  await expect(panel(page).getByRole("rowheader", { name: "交易趋势" }).last()).toBeVisible();
  expect(await violations(page)).toEqual([]);
  const saved = page.waitForEvent("download");
  await panel(page).getByRole("button", { name: "导出对账 CSV" }).click();
  expect((await saved).suggestedFilename()).toBe("对账 2026-11-16_2026-11-16.csv");
});

test("the panel fits a narrow screen", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await opened(page, "1,170.00");
  await panel(page).getByRole("button", { name: /支付金额.+差额详情/ }).click();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow).toBe(0);
});
