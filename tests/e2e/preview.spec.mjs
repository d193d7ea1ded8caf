// What is shown of files before anything is written, and what the operator can say about them.
import { readFile } from "node:fs/promises";
import { App } from "./support/app.mjs";
import { expect, gb18030, test, violations } from "./support/fixtures.mjs";
import { file, MONDAY, orderCsv, TUESDAY } from "./support/orders.mjs";

const monday = () => file("ExportOrderList20261116.csv", gb18030(orderCsv(MONDAY)));
const tuesday = () => file("ExportOrderList20261117.csv", gb18030(orderCsv(TUESDAY)));
const costs = (name = "进货.csv", price = "35.50") =>
  file(name, `款号码,叫法,拿货价格\nA-1,羊毛围巾,${price}\nA-2,蜡烛,8.00\n`);
const commissions = () => file("佣金.csv", "数据内容,点击人数,付款金额,付款佣金支出,结算佣金支出\n全部,12,100.00,5.00,4.00\n");

/** The imports in the log. */
const imports = (page) => page.getByRole("button", { name: /撤销导入「/ });

test("a file shows what it would do, and Enter imports it", async ({ page }) => {
  const app = await App.open(page);
  await app.choose(monday());
  const preview = app.preview;
  await expect(preview.getByText("1 张表，将新建店铺「青禾旗舰店」")).toBeVisible();
  await expect(preview.getByText("¥0.00 → ¥1,280.00")).toBeVisible();
  await expect(preview.getByRole("row", { name: /ExportOrderList20261116/ })).toContainText("2026-11-16");
  expect(await violations(page)).toEqual([]);
  await expect(app.importButton).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(app.figure(/^付款金额/)).toContainText("¥1,000.00");
});

test("what is there already is counted before it is written", async ({ page }) => {
  const app = await App.open(page);
  await app.importFiles(monday());
  await app.choose(tuesday(), monday());
  const preview = app.preview;
  await expect(preview.getByText("选中 1 个 · 新增 1 行 · 更新 1 行 · 已有 1 行")).toBeVisible();
  await expect(preview.getByText("¥1,280.00 → ¥1,330.00")).toBeVisible();
  await expect(preview.getByText(/已经导入过：与「.*」内容相同/)).toBeVisible();
  await expect(preview.getByRole("checkbox", { name: /ExportOrderList20261116/ })).toBeDisabled();
  await app.confirmImport();
  await app.showAll();
  await expect(app.figure(/^付款金额/)).toContainText("¥1,130.00");
});

for (const how of ["Escape", "取消"]) {
  test(`closing the preview writes nothing: ${how}`, async ({ page }) => {
    const app = await App.open(page);
    await app.choose(monday());
    await expect(app.importButton).toBeVisible();
    if (how === "Escape") await page.keyboard.press("Escape");
    else await app.preview.getByRole("button", { name: how }).click();
    await expect(app.preview).toHaveCount(0);
    await expect(page.getByRole("button", { name: "看演示店铺" })).toBeVisible();
    await page.reload();
    await app.started();
    await expect(page.getByRole("button", { name: "看演示店铺" })).toBeVisible();
    // What was read is forgotten: it is no repetition.
    await app.importFiles(monday());
    await expect(app.figure(/^付款金额/)).toContainText("¥1,000.00");
  });
}

test("a file is left out by its box", async ({ page }) => {
  const app = await App.open(page);
  await app.choose(monday(), tuesday());
  await app.preview.getByRole("checkbox", { name: /ExportOrderList20261117/ }).uncheck();
  await app.confirmImport();
  await app.go("数据");
  await expect(imports(page)).toHaveCount(1);
});

test("an unknown table is mapped by keyboard, remembered, and recognised from then on", async ({ page }) => {
  const app = await App.open(page);
  await app.importFiles(monday());
  await app.choose(costs());
  const preview = app.preview;
  await expect(preview.getByText(/最像「成本表」，把握 \d+%/)).toBeVisible();
  await expect(app.importButton).toBeDisabled();
  expect(await violations(page)).toEqual([]);
  // The name of an article is not guessed from 叫法: the operator says so.
  const meaning = preview.getByLabel("「叫法」列的含义");
  await meaning.focus();
  const at = await meaning.evaluate((select) => [...select.options].findIndex((o) => o.value === "商品名称"));
  for (let i = 0; i < at; i += 1) await page.keyboard.press("ArrowDown");
  await expect(meaning).toHaveValue("商品名称");
  await page.keyboard.press("Tab"); // The next column.
  await page.keyboard.press("Tab");
  await expect(preview.getByRole("button", { name: "按此识别" })).toBeFocused();
  await page.keyboard.press("Enter");
  // What came of it is seen where it was said.
  await expect(preview.getByRole("button", { name: "「进货.csv」的详情" })).toBeFocused();
  await expect(app.importButton).toHaveText("导入 1 张表");
  await app.importButton.press("Enter");
  await expect(page.getByText("已记住 1 种表头")).toBeVisible();
  await app.choose(costs("又进货.csv", "36.00"));
  await expect(preview.getByText("按记住的表头识别")).toBeVisible();
  await expect(app.importButton).toHaveText("导入 1 张表");
});

test("templates are saved, deleted, brought back and taken in", async ({ page }) => {
  const app = await App.open(page);
  await app.choose(costs());
  await app.preview.getByRole("button", { name: "按此识别" }).click();
  await app.confirmImport();
  await app.go("数据");
  const panel = page.getByRole("region", { name: "认表模板" });
  await expect(panel.getByText("进货.csv")).toBeVisible();
  const download = page.waitForEvent("download");
  await panel.getByRole("button", { name: "导出模板" }).click();
  const saved = await (await download).path();
  const text = await readFile(saved, "utf8");
  expect(JSON.parse(text).templates).toHaveLength(1);
  const remove = panel.getByRole("button", { name: "删除「进货.csv」的模板" });
  await remove.click();
  await expect(remove).toHaveCount(0);
  await page.getByText("已删除「进货.csv」的模板").locator("..").getByRole("button", { name: "撤销" }).click();
  await remove.click();
  await expect(remove).toHaveCount(0);
  // Among other files it is taken in first, and they are read by it.
  await app.choose(costs("又进货.csv", "36.00"), file("同事的模板.json", text));
  await expect(page.getByText("已收下 1 个表头模板")).toBeVisible();
  await expect(app.preview.getByText("按记住的表头识别")).toBeVisible();
});

test("ids that Excel has destroyed are told before anything is written", async ({ page }) => {
  const app = await App.open(page);
  const rows = MONDAY.map((row) => row.replace(/="(\d{2})\d+"/, "8.$1E+17"));
  await app.choose(file("另存.csv", orderCsv(rows)));
  const preview = app.preview;
  await expect(preview.getByText(/^请核对 \d/)).toBeVisible();
  await preview.getByRole("button", { name: "「另存.csv」的详情" }).click();
  await expect(preview.getByText("订单编号被 Excel 改成科学计数").first()).toBeVisible();
  const download = page.waitForEvent("download");
  await preview.getByRole("button", { name: "下载问题清单" }).click();
  expect(await readFile(await (await download).path(), "utf8")).toContain("科学计数");
});

test("the original and what Excel has made of it never count twice", async ({ page }) => {
  const app = await App.open(page);
  const destroyed = file("另存.csv", orderCsv(MONDAY.map((row) => row.replace(/="(\d{2})\d+"/, "8.$1E+17"))));
  // In one drop, the original stays.
  await app.choose(destroyed, monday());
  await app.confirmImport();
  await expect(app.figure(/^付款金额/)).toContainText("¥1,000.00");
  await app.go("数据");
  await expect(page.getByRole("button", { name: "撤销导入「ExportOrderList20261116.csv」" })).toBeVisible();
  await expect(imports(page)).toHaveCount(1);
  // One after the other, the original waits until the other one is undone.
  await imports(page).click();
  await expect(imports(page)).toHaveCount(0);
  await app.importFiles(destroyed);
  await app.choose(monday());
  await expect(app.preview.getByText(/请先到「数据」页的导入记录撤销它.*另存\.csv/).first()).toBeVisible();
  await expect(app.importButton).toBeDisabled();
  await app.preview.getByRole("button", { name: "取消" }).click();
  await app.go("经营");
  await app.showAll();
  await expect(app.figure(/^付款金额/)).toContainText("¥1,000.00");
  await app.go("数据");
  await page.getByRole("button", { name: "撤销导入「另存.csv」" }).click();
  await app.importFiles(monday());
  await app.go("经营");
  await expect(app.figure(/^付款金额/)).toContainText("¥1,000.00");
});

test("another kind that was not applied is not passed over", async ({ page }) => {
  const app = await App.open(page);
  await app.choose(monday(), file("成本.csv", "商家编码,成本价,库存\nA-1,35.50,7\n"));
  const preview = app.preview;
  const box = preview.getByRole("checkbox", { name: "导入「成本.csv」" });
  await expect(box).toBeChecked();
  // It holds stock as well, and is read as that too.
  await expect(preview.getByRole("checkbox", { name: "导入「成本.csv（库存表）」" })).toBeChecked();
  await expect(app.importButton).toHaveText("导入 3 张表");
  const kind = preview.getByRole("combobox", { name: "「成本.csv」是哪种表" });
  await kind.selectOption({ label: "库存表" });
  await expect(preview.getByText("点「按此识别」后才会导入")).toBeVisible();
  await expect(box).toBeDisabled();
  await expect(box).not.toBeChecked();
  await expect(app.importButton).toHaveText("导入 2 张表");
  expect(await violations(page)).toEqual([]);
  await preview.getByRole("button", { name: "按此识别" }).click();
  await expect(box).toBeChecked();
  await expect(app.importButton).toHaveText("导入 2 张表");
  await app.confirmImport();
  await app.go("数据");
  await expect(page.getByRole("region", { name: "导入记录" }).getByRole("row", { name: /成本\.csv/ })).toContainText("库存表");
});

test("a list of articles with costs and stock is read as both", async ({ page }) => {
  const app = await App.open(page);
  await app.choose(file("商品.csv", "款号,品名,剩余数量,进货价\nA-1,围巾,12,35.50\nA-2,蜡烛,3,8.00\n"));
  const rows = app.preview.getByRole("row", { name: /商品\.csv/ });
  await expect(rows).toHaveCount(2);
  await expect(rows.first().getByRole("checkbox")).toBeChecked();
  // 剩余数量 is not surely stock: the operator looks at it first.
  await expect(rows.last()).toContainText("像是还有这种表的列");
  await expect(rows.last().getByRole("checkbox")).not.toBeChecked();
  await rows.last().getByRole("checkbox").check();
  await app.confirmImport();
  await app.page.getByRole("heading", { name: "还差订单报表" }).waitFor();
  await expect(app.page.getByText("已经导入：成本表、库存表。")).toBeVisible();
  await app.page.getByRole("button", { name: "看数据页" }).click();
  await expect(imports(page)).toHaveCount(2);
});

test("a text that is no table is passed over and offers no kinds", async ({ page }) => {
  const app = await App.open(page);
  await app.choose(monday(), file("说明.txt", "导出说明\n请在一周内下载\n"));
  const row = app.preview.getByRole("row", { name: /说明\.txt/ });
  await expect(row).toContainText("这是文字，不是表格");
  await expect(row.getByRole("combobox")).toHaveCount(0);
  await app.confirmImport();
  await expect(app.figure(/^付款金额/)).toContainText("¥1,000.00");
});

test("rows that a file repeats are counted before it is written", async ({ page }) => {
  const app = await App.open(page);
  await app.choose(file("ExportOrderList20261116.csv", gb18030(orderCsv([...MONDAY, MONDAY[0]]))));
  const row = app.preview.getByRole("row", { name: /ExportOrderList20261116/ });
  await expect(row).toContainText("含重复 1");
});

test("a table without days is given its days", async ({ page }) => {
  const app = await App.open(page);
  await app.choose(commissions());
  const preview = app.preview;
  await expect(app.importButton).toBeDisabled();
  await preview.getByLabel("从", { exact: true }).fill("2026-11-01");
  await preview.getByRole("button", { name: "用这个日期" }).click();
  await expect(preview.getByText("请填两个日期")).toBeVisible();
  await preview.getByLabel("到", { exact: true }).fill("2026-11-07");
  await preview.getByRole("button", { name: "用这个日期" }).click();
  await expect(preview.getByRole("button", { name: /佣金.*的详情/ })).toBeFocused();
  await expect(preview.getByRole("row", { name: /佣金/ })).toContainText("2026-11-01 – 11-07");
  await app.confirmImport();
  await app.go("数据");
  await expect(imports(page)).toHaveCount(1);
});

test("files of another shop go into a store of their own, and closing takes it away again", async ({ page }) => {
  const app = await App.open(page);
  await app.importFiles(monday());
  const other = () => file("other.csv", orderCsv(TUESDAY).replaceAll("青禾旗舰店", "白露专营店"));
  await app.choose(other());
  await app.preview.getByRole("button", { name: "新建「白露专营店」并导入" }).click();
  await expect(app.preview.getByText("1 张表，将导入到「白露专营店」")).toBeVisible();
  await expect(app.importButton).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /切换店铺.*青禾旗舰店/ })).toBeVisible();
  await app.choose(other());
  await app.preview.getByRole("button", { name: "新建「白露专营店」并导入" }).click();
  await app.confirmImport();
  await expect(page.getByRole("button", { name: /切换店铺.*白露专营店/ })).toBeVisible();
  await expect(app.figure("付款单数")).toContainText("3");
});

test("the day of a table of costs is said by hand", async ({ page }) => {
  const app = await App.open(page);
  await app.choose(file("costs.csv", "商家编码,成本价\nWJ-01,35.50\nLZ-02,8\n"));
  const row = app.preview.getByRole("row", { name: /costs\.csv/ });
  await expect(row).toContainText("没有日期列，可在详情里改");
  await app.preview.getByRole("button", { name: "「costs.csv」的详情" }).click();
  await app.preview.getByLabel("哪一天的状态").fill("2026-01-21");
  await app.preview.getByRole("button", { name: "用这个日期" }).click();
  await expect(app.preview.getByRole("button", { name: "「costs.csv」的详情" })).toBeFocused();
  await expect(row).toContainText("2026-01-21");
  await app.confirmImport();
  await app.go("数据");
  await expect(imports(page)).toHaveCount(1);
});

test("of files of two shops those of one are ticked, and the other's go into a store of their own", async ({ page }) => {
  const app = await App.open(page);
  const ofOther = orderCsv(TUESDAY).replaceAll("青禾旗舰店", "白露专营店").replaceAll("8190000", "8290000");
  await app.choose(file("other.csv", ofOther), monday(), tuesday());
  await expect(app.preview.getByText("3 张表，将新建店铺「青禾旗舰店」")).toBeVisible();
  await expect(app.preview.getByRole("checkbox", { name: "导入「other.csv」" })).not.toBeChecked();
  await expect(app.preview.getByRole("checkbox", { name: "导入「ExportOrderList20261116.csv」" })).toBeChecked();
  const take = app.preview.getByRole("button", { name: "放进自己的店铺「白露专营店」（新建）" });
  await take.click();
  await expect(take).toHaveAttribute("aria-pressed", "true");
  await expect(app.preview.getByRole("checkbox", { name: "导入「other.csv」" })).toBeChecked();
  await app.confirmImport();
  await expect(page.getByText("另有 1 张表放进了店铺「白露专营店」")).toBeVisible();
  await expect(page.getByRole("button", { name: /切换店铺.*青禾旗舰店/ })).toBeVisible();
  await app.go("数据");
  await expect(imports(page)).toHaveCount(2);
  await page.getByRole("button", { name: /切换店铺/ }).click();
  await page.getByRole("menuitemradio", { name: "白露专营店" }).click();
  await expect(imports(page)).toHaveCount(1);
});

test.describe("an engine that stops under the preview", () => {
  test.use({ expectedErrors: [/stopped by the test/] });

  test("loses nothing: the files are read again", async ({ page }) => {
    const app = await App.open(page);
    await app.choose(monday(), tuesday());
    await expect(app.importButton).toBeFocused();
    const [worker] = page.workers();
    await worker.evaluate(() => {
      setTimeout(() => {
        throw new Error("stopped by the test");
      });
    });
    await expect(page.getByText("数据引擎停止，已重新启动").first()).toBeAttached();
    await app.confirmImport();
    await expect(page.getByText("2 张表又读了一遍")).toBeVisible();
    await app.showAll();
    await expect(app.figure(/^付款金额/)).toContainText("¥1,130.00");
  });
});

test("the preview fills a narrow screen and nothing overflows sideways", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const app = await App.open(page);
  await app.choose(monday(), costs(), commissions());
  await expect(app.importButton).toBeVisible();
  const wide = await app.preview.evaluate((dialog) => dialog.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  expect(await violations(page)).toEqual([]);
});
