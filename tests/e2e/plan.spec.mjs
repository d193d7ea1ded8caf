// Targets: from the year down to the day, typed where one wants and derived everywhere else.
import { App } from "./support/app.mjs";
import { expect, test, violations } from "./support/fixtures.mjs";

const fen = (text) => Math.round(Number(text.replace(/[^\d.]/g, "")) * 100);

test("a month's target reaches every day to the fen, a locked day stays, and Today knows", async ({ page }) => {
  const app = await App.open(page, "./");
  await app.loadDemo();
  await app.go("目标");
  const days = page.getByRole("region", { name: /每天$/ });
  const month = Number((await days.getByRole("heading").innerText()).match(/\d+/)[0]);
  await expect(days).toContainText("还没有目标");
  const typed = page.getByLabel(`${month} 月 填写（元）`, { exact: true });
  await typed.fill("44.84万");
  await typed.press("Enter");
  await typed.blur();
  const inputs = days.getByRole("textbox");
  await expect(inputs.first()).not.toHaveValue("");
  const sum = async () => {
    const values = await inputs.evaluateAll((all) => all.map((input) => input.value));
    return values.reduce((total, value) => total + fen(value), 0);
  };
  expect(await sum()).toBe(44_840_000);
  await inputs.nth(2).fill("10000");
  await inputs.nth(2).blur();
  await expect(days.getByRole("button", { name: /^解锁/ })).toHaveCount(1);
  await expect(inputs.nth(2)).toHaveValue("10000");
  expect(await sum()).toBe(44_840_000);
  await page.reload();
  await app.started();
  await expect(inputs.nth(2)).toHaveValue("10000");
  await app.go("今日");
  await expect(page.getByRole("region", { name: "付款金额（退款后）" })).toContainText("目标 ¥448,400.00");
});

test("what is no amount is refused where it was typed", async ({ page }) => {
  const app = await App.open(page, "./");
  await app.loadDemo();
  await app.go("目标");
  const year = page.getByLabel("全年 填写（元）", { exact: true });
  await year.fill("很多");
  await year.blur();
  await expect(page.getByRole("alert")).toContainText("不是金额");
  expect(await violations(page)).toEqual([]);
});
