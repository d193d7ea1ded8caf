// The app as a user sees it: what the specs do and look at, said once.
import { expect } from "./fixtures.mjs";

export class App {
  constructor(page) {
    this.page = page;
  }

  /** Opens the board of 经营, or another page. */
  static async open(page, path = "./#/sales") {
    const app = new App(page);
    await page.goto(path);
    await app.started();
    return app;
  }

  async started() {
    await expect(this.page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(this.page.locator("#boot")).toHaveCount(0);
  }

  /** Imports files through the button and the preview, and waits for the outcome. */
  async importFiles(...files) {
    await this.choose(...files);
    await this.confirmImport();
  }

  /** Imports what the preview shows, where there is anything to import, and waits for the outcome. */
  async confirmImport() {
    const outcome = this.page.getByText(/导入完成|没有导入任何内容|已经导入过/).first();
    await expect(this.importButton.or(outcome).first()).toBeVisible();
    if (await this.preview.isVisible()) await this.importButton.click();
    await expect(this.preview).toHaveCount(0);
    await expect(outcome).toBeVisible();
  }

  get preview() {
    return this.page.getByRole("dialog", { name: "导入预览" });
  }

  /** The primary button of the preview. */
  get importButton() {
    return this.preview.getByRole("button", { name: /^导入 \d+ 张表$/ });
  }

  async choose(...files) {
    const button = this.page.getByRole("button", { name: "导入文件", exact: true }).first();
    // Together, so that a browser that goes away rejects once.
    const [chooser] = await Promise.all([this.page.waitForEvent("filechooser"), button.click()]);
    await chooser.setFiles(files);
  }

  /** A number of the board by its metric's name, as it is written: `¥1,000.00`. */
  figure(name) {
    return this.page.getByRole("region", { name: "关键数字" }).getByRole("button", { name });
  }

  async loadDemo() {
    await this.page.getByRole("button", { name: "看演示店铺" }).click();
    await expect(this.page.getByRole("region", { name: "热卖十款" })).toBeVisible({ timeout: 45_000 });
    await expect(this.page.getByText("正在生成演示店铺")).toHaveCount(0, { timeout: 45_000 });
    await this.go("经营");
    await expect(this.figure("付款金额")).toContainText("¥");
  }

  /** The board over all days. */
  async showAll() {
    await this.page.getByRole("link", { name: "全部", exact: true }).click();
  }

  async go(page) {
    await this.page.getByRole("navigation").getByRole("link", { name: page }).click();
    await expect(this.page.getByRole("heading", { level: 1, name: page })).toBeVisible();
  }
}
