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
  await expect(page.getByRole("alert")).toContainText("+15%");
  expect(await violations(page)).toEqual([]);
});

/** The page with the demo store on 25 November 2026: its orders go through the 24th. */
async function opened(page) {
  await page.clock.setFixedTime(new Date("2026-11-25T09:00:00+08:00"));
  const app = await App.open(page, "./");
  await app.loadDemo();
  await app.go("目标");
  return app;
}

async function put(page, label, value) {
  const input = page.getByLabel(label, { exact: true });
  await input.fill(value);
  await input.press("Tab");
}

test("a day locked ahead moves no day that has passed, and each day left has its own part of the rest", async ({ page }) => {
  await opened(page);
  const days = page.getByRole("region", { name: "11 月每天" });
  await put(page, "11 月 填写（元）", "300000");
  const inputs = days.getByRole("textbox");
  await expect(inputs.first()).not.toHaveValue("");
  const values = () => inputs.evaluateAll((all) => all.map((input) => input.value));
  const before = await values();
  await inputs.nth(27).fill("30000");
  await inputs.nth(27).press("Tab");
  await expect(inputs.nth(28)).not.toHaveValue(before[28]);
  await expect(inputs.nth(28)).toBeFocused();
  const after = await values();
  expect(after.slice(0, 24)).toEqual(before.slice(0, 24));
  expect(after.reduce((sum, value) => sum + fen(value), 0)).toBe(30_000_000);
  const row = page.getByRole("row", { name: /^11 月/ });
  const asked = await days.locator("tbody tr td:last-child").allInnerTexts();
  expect(asked.filter((text) => text).length).toBe(6);
  const still = fen((await row.locator("td").nth(5).innerText()).split("\n")[0]);
  expect(asked.reduce((sum, text) => sum + fen(text || "0"), 0)).toBe(still);
  await expect(row).toContainText("余 6 天");
});

test("growth, people, other targets and indices are typed, kept, and said with their line of 90%", async ({ page }) => {
  const app = await opened(page);
  await put(page, "全年 填写（元）", "+15%");
  await expect(page.getByRole("row", { name: /^全年/ })).toContainText("增长达成");
  await put(page, "客单价 目标", "1");
  await expect(page.getByRole("row", { name: /^客单价/ })).toContainText("已达 90% 线");
  await put(page, "支付转化率 目标", "很高");
  await expect(page.getByRole("alert")).toContainText("3.2%");
  const people = page.getByRole("region", { name: "个人和部门" });
  for (const [name, part] of [["小美", "33.3333%"], ["小丽", "33.3333%"]]) {
    await people.getByRole("button", { name: "添加一个人或部门" }).click();
    await put(page, "新成员 1 占比", part);
    await expect(page.getByLabel("新成员 1 占比", { exact: true })).toHaveValue(part);
    await put(page, "新成员 1 姓名或部门", name);
    await expect(page.getByLabel(`${name} 占比`, { exact: true })).toHaveValue(part);
  }
  const rows = people.locator("tbody tr");
  await expect(rows).toHaveCount(3);
  const parts = await rows.locator("td:nth-child(4)").allInnerTexts();
  const month = await page.getByRole("row", { name: /^11 月/ }).locator("td").nth(1).innerText();
  expect(parts.reduce((sum, text) => sum + fen(text), 0)).toBe(fen(month.split("\n")[0]));
  await people.getByRole("button", { name: "删除 小美" }).click();
  await expect(rows).toHaveCount(2);
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(rows).toHaveCount(3);
  await put(page, "双11 正日 (11) 指数（平常 = 100）", "500");
  await put(page, "周一 指数（平常 = 100）", "130");
  await expect(page.getByRole("button", { name: "用历史学到的" })).toBeVisible();
  await page.reload();
  await app.started();
  await expect(page.getByLabel("双11 正日 (11) 指数（平常 = 100）", { exact: true })).toHaveValue("500");
  expect(await violations(page)).toEqual([]);
});

test("an event and a note are written down, named where their days are, and removed with a way back", async ({ page }) => {
  const app = await opened(page);
  const diary = page.getByRole("region", { name: "店铺活动和备注" });
  await diary.getByText("活动", { exact: true }).click();
  await diary.getByLabel("日期", { exact: true }).fill("2026-11-17");
  await diary.getByLabel("结束日期").fill("2026-11-19");
  await diary.getByLabel("名称或内容").fill("周年庆");
  await diary.getByRole("button", { name: "记下" }).click();
  await expect(diary.getByRole("row", { name: /周年庆/ })).toContainText("2026-11-17 – 11-19");
  await put(page, "11 月 填写（元）", "300000");
  await expect(page.getByRole("region", { name: "11 月每天" }).getByRole("row", { name: /周年庆/ })).toHaveCount(3);
  await app.go("经营");
  await page.getByRole("button", { name: "记活动或备注" }).click();
  const dialog = page.getByRole("dialog", { name: "记活动或备注" });
  await dialog.getByLabel("日期", { exact: true }).fill("2026-11-20");
  await dialog.getByLabel("名称或内容").fill("主推款断货");
  await dialog.getByRole("button", { name: "记下" }).click();
  await expect(page.getByText("已记下：主推款断货")).toBeVisible();
  await app.go("目标");
  await diary.getByRole("button", { name: /删除 2026-11-20/ }).click();
  await expect(diary.getByRole("row", { name: /主推款断货/ })).toHaveCount(0);
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(diary.getByRole("row", { name: /主推款断货/ })).toHaveCount(1);
  expect(await violations(page)).toEqual([]);
});

test("the month is drawn against its target with what is to come, and noon is asked for half of the day", async ({ page }) => {
  await opened(page);
  await put(page, "11 月 填写（元）", "300000");
  const course = page.getByRole("region", { name: "本月累计与目标" });
  await expect(course).toContainText(/预计全月 ¥[\d,.]+，90% 在 ¥[\d,.]+ – ¥[\d,.]+；是目标的 [\d.]+%；余下天按退款前预测 ×/);
  await expect(course.getByRole("img")).toBeVisible();
  await course.getByRole("tab", { name: "表" }).click();
  await expect(course.getByRole("row")).toHaveCount(31);
  const target = fen(await page.getByRole("region", { name: "11 月每天" }).getByRole("textbox").nth(24).inputValue());
  const half = (Math.ceil(target / 2) / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ",");
  await expect(page.getByText("12:00 前至少要到 50%")).toContainText(`（¥${half}）`);
  await page.getByText("支付金额（退款前）", { exact: true }).click();
  await expect(course).not.toContainText("余下天按退款前预测");
  await expect(course).toContainText("预计全月");
  await page.getByRole("button", { name: "10 月", exact: true }).click();
  await expect(course).toContainText("这个月不在预测范围内");
  expect(await violations(page)).toEqual([]);
});
