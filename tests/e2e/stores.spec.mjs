import { App } from "./support/app.mjs";
import { expect, gb18030, test } from "./support/fixtures.mjs";
import { file, MONDAY, orderCsv, TUESDAY } from "./support/orders.mjs";

test("the demo store comes with one click and never mixes with an own store", async ({ page }) => {
  const app = await App.open(page);
  await app.loadDemo();
  await app.go("数据");
  await expect(page.getByRole("button", { name: /撤销导入/ }).first()).toBeVisible();
  await app.go("经营");
  await app.importFiles(file("own.csv", gb18030(orderCsv(MONDAY))));
  await expect(page.getByRole("button", { name: /切换店铺.*青禾旗舰店/ })).toBeVisible();
  await expect(app.figure("收订单数")).toContainText("2");
  await app.go("设置");
  const stores = page.getByRole("region", { name: "店铺" }).getByRole("listitem");
  await expect(stores).toHaveCount(2);
  await expect(stores.filter({ hasText: "演示" })).toHaveCount(1);
});

test("stores are made, named, kept apart and deleted", async ({ page }) => {
  const app = await App.open(page);
  await app.importFiles(file("own.csv", gb18030(orderCsv(MONDAY))));
  await app.go("设置");
  await page.getByRole("button", { name: "新建店铺…" }).click();
  await page.getByRole("dialog").getByRole("textbox").fill("第二家店");
  await page.getByRole("dialog").getByRole("button", { name: "新建" }).click();
  await expect(page.getByRole("button", { name: /切换店铺.*第二家店/ })).toBeVisible();
  await app.go("经营");
  await expect(page.getByRole("heading", { name: "导入订单，开始看店" })).toBeVisible();
  await page.reload();
  await app.started();
  await expect(page.getByRole("button", { name: /切换店铺.*第二家店/ })).toBeVisible();
  await app.go("设置");
  await page.getByRole("button", { name: "删除「第二家店」…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "永久删除" }).click();
  await expect(page.getByRole("button", { name: /切换店铺.*青禾旗舰店/ })).toBeVisible();
});

test.describe("a stopped engine", () => {
  test.use({ expectedErrors: [/stopped by the test/] });

  test("names the file that it stopped at, and goes on with the others", async ({ page }) => {
    const app = await App.open(page);
    await app.importFiles(file("own.csv", gb18030(orderCsv(MONDAY))));
    // The engine stops while it reads the first file, and only then.
    const [worker] = page.workers();
    await worker.evaluate(() => {
      const slice = Blob.prototype.slice;
      Blob.prototype.slice = function (...range) {
        setTimeout(() => {
          throw new Error("stopped by the test");
        });
        return slice.apply(this, range);
      };
    });
    const first = file("first.csv", gb18030(orderCsv(MONDAY)));
    await app.choose(first, file("tuesday.csv", gb18030(orderCsv(TUESDAY))));
    await app.confirmImport();
    await expect(page.getByText("「first.csv」：读这个文件时程序出错")).toBeVisible();
    await app.showAll();
    await expect(app.figure(/^付款金额/)).toContainText("¥1,130.00");
  });

  test("is started again, and what is stored is there", async ({ page }) => {
    const app = await App.open(page);
    await app.importFiles(file("own.csv", gb18030(orderCsv(MONDAY))));
    const [worker] = page.workers();
    await worker.evaluate(() => {
      setTimeout(() => {
        throw new Error("stopped by the test");
      });
    });
    await expect(page.getByText("数据引擎停止，已重新启动").first()).toBeVisible();
    await expect(app.figure(/^付款金额/)).toContainText("¥1,000.00");
    await page.getByRole("link", { name: "近 7 天" }).click();
    await expect(app.figure("收订金额")).toContainText("¥1,280.00");
  });
});
