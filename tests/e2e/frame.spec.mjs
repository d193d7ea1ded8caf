import { App } from "./support/app.mjs";
import { expect, gb18030, test, violations } from "./support/fixtures.mjs";
import { file, MONDAY, orderCsv, TUESDAY } from "./support/orders.mjs";

const own = () => file("own.csv", gb18030(orderCsv(TUESDAY)));

test("the palette finds and runs commands from the keyboard", async ({ page }) => {
  const app = await App.open(page, "./");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("深色");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("english");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.reload();
  await app.started();
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("an address leads to its page, period and comparison, and back goes back", async ({ page }) => {
  const app = await App.open(page);
  await app.importFiles(own());
  await page.goto("./#/sales?p=2026-11-16_2026-11-16&c=week");
  await expect(app.figure("收订金额")).toContainText("¥1,280.00");
  await app.showAll();
  await expect(app.figure("收订金额")).toContainText("¥1,330.00");
  await app.go("设置");
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(/p=2026-11-16_2026-11-16&c=week/);
  await expect(app.figure("收订金额")).toContainText("¥1,280.00");
});

test("a number opens its definition, formula and inputs", async ({ page }) => {
  const app = await App.open(page);
  await app.importFiles(own());
  await app.figure("付款率（金额）").click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("支付金额（退款前）÷ 收订金额")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(app.figure("付款率（金额）")).toBeFocused();
});

test("a table sorts, filters and exports", async ({ page }) => {
  const app = await App.open(page);
  await app.importFiles(own());
  await app.showAll();
  const days = page.getByRole("region", { name: "按天" });
  await days.getByRole("tab", { name: "表" }).click();
  const table = days.getByRole("table");
  await expect(table.getByRole("rowheader").first()).toBeVisible();
  const download = page.waitForEvent("download");
  await days.getByRole("button", { name: "导出 CSV" }).click();
  const chunks = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk);
  const csv = Buffer.concat(chunks).toString("utf8");
  expect(csv.charCodeAt(0), "Excel needs the mark").toBe(0xfeff);
  expect(csv).toContain("2026-11-17");
  expect(csv).toContain("1130.00");
});

/** What the preview breaks, before its files are imported. */
async function previewed(page) {
  await page.locator("#import-go").waitFor();
  const found = await violations(page);
  await page.locator("#import-go").click();
  return found;
}

for (const theme of ["light", "dark"]) {
  for (const lang of ["zh", "en"]) {
    test(`no page breaks the accessibility rules: ${theme}, ${lang}`, async ({ page }) => {
      await page.addInitScript(
        ([t, l]) => {
          localStorage.setItem("dianzhang.theme", t);
          localStorage.setItem("dianzhang.lang", l);
        },
        [theme, lang],
      );
      await page.goto("./");
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      const found = { empty: await violations(page) };
      await page.locator("input[type=file]").first().setInputFiles(file("own.csv", gb18030(orderCsv(MONDAY))));
      found.preview = await previewed(page);
      await expect(page.getByRole("button", { name: /¥1,280\.00/ })).toBeVisible();
      for (const hash of ["#/today", "#/sales?p=all", "#/data", "#/settings"]) {
        await page.goto(`./${hash}`);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await page.waitForTimeout(400);
        found[hash] = await violations(page);
      }
      await page.keyboard.press("Control+k");
      found.palette = await violations(page);
      await page.keyboard.press("Escape");
      await page.keyboard.press("?");
      found.help = await violations(page);
      expect(Object.entries(found).filter(([, list]) => list.length)).toEqual([]);
    });
  }
}

test("nothing overflows sideways at 390 px", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const app = await App.open(page);
  await page.locator("input[type=file]").first().setInputFiles(own());
  await app.confirmImport();
  await expect(app.figure("收订金额")).toBeVisible();
  for (const hash of ["#/today", "#/sales?p=all", "#/data", "#/settings"]) {
    await page.goto(`./${hash}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, hash).toBeLessThanOrEqual(0);
  }
});
