import { createHash } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { serve } from "../../scripts/static-server.mjs";
import { expect, offlineReady, SUB_PATH, test } from "./support/fixtures.mjs";

const started = async (page) => {
  await expect(page.locator("#app > *").first()).toBeVisible();
  await expect(page.locator("#boot")).toHaveCount(0);
};

for (const path of ["", SUB_PATH]) {
  test(`starts at /${path}`, async ({ page, requests, baseURL }) => {
    await page.goto(`./${path}`);
    await started(page);
    await expect(page.locator("html")).toHaveAttribute("data-theme", "auto");
    await expect(page.locator("html")).toHaveAttribute("data-rise", "red");
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
    await offlineReady(page);
    expect(requests.filter(({ url }) => !url.startsWith(baseURL + path))).toEqual([]);
  });

  test(`opens offline at /${path} after one visit`, async ({ page, context }) => {
    await page.goto(`./${path}`);
    await offlineReady(page);
    await context.setOffline(true);
    await page.reload();
    await started(page);
    // The parts that are fetched late are there as well, and from the root of no other copy.
    expect(await page.evaluate(async () => Object.keys(await globalThis.dianzhang.charts()))).toContain("Drawing");
    await page.goto(`./${path}index.html`);
    await started(page);
    await page.goto(`./${path}no/such/page`);
    await expect(page).toHaveURL(new RegExp(`:\\d+/${path}$`));
    await started(page);
  });
}

const firstMessage = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const worker = new Worker("./worker-boot.js?b=test");
        worker.onmessage = ({ data }) => resolve({ fatal: data?.fatal });
      }),
  );

test("the worker starts, and its requests are seen", async ({ page, requests, baseURL }) => {
  await page.goto("./");
  await offlineReady(page);
  const asked = requests.map(({ url }) => url);
  expect(asked, "the service worker's requests").toContain(`${baseURL}charts.js`);
  expect((await firstMessage(page)).fatal).toBeUndefined();
  await expect.poll(() => requests.some(({ url }) => url.startsWith(`${baseURL}worker_bg.wasm`))).toBe(true);
});

test("the saved appearance holds before the first paint", async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem("dianzhang.theme", "dark");
    localStorage.setItem("dianzhang.lang", "en");
    localStorage.setItem("dianzhang.rise", "green");
  });
  // Without the app: only what is known before it.
  await page.route("**/boot.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  await page.goto("./");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.locator("html")).toHaveAttribute("data-rise", "green");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator("#boot")).toBeVisible();
});

const digest = (bytes) => createHash("sha256").update(bytes).digest("base64");

const updated = test.extend({
  // A copy of the site on a server of its own, to be changed under the running app.
  site: async ({}, use) => {
    const dir = await mkdtemp(join(tmpdir(), "dianzhang-"));
    await cp("dist", dir, { recursive: true });
    const { server, url } = await serve({ dir });
    await use({ dir, url: `${url}/` });
    server.close();
    await rm(dir, { recursive: true });
  },
  baseURL: ({ site }, use) => use(site.url),
});

updated("a new version waits until it is asked for", async ({ page, site }) => {
  await page.addInitScript(() => {
    globalThis.updates = 0;
    addEventListener("dianzhang:update", () => (globalThis.updates += 1));
  });
  const updates = () => page.evaluate(() => globalThis.updates);
  const cacheNames = () => page.evaluate(() => caches.keys());
  await page.goto("./");
  await offlineReady(page);
  expect(await updates()).toBe(0);
  const [before] = await cacheNames();

  const sw = join(site.dir, "sw.js");
  await writeFile(sw, (await readFile(sw, "utf8")).replace(before.split(":").at(-1), "next"));
  await page.reload();
  await expect.poll(updates).toBe(1);
  expect(await cacheNames()).toEqual([before, "dianzhang:/:next"]);

  await Promise.all([
    page.waitForEvent("load"),
    page.evaluate(() => dispatchEvent(new CustomEvent("dianzhang:apply-update"))),
  ]);
  await started(page);
  await expect.poll(cacheNames).toEqual(["dianzhang:/:next"]);
  expect(await updates()).toBe(0);
});

test.describe("when it cannot start", () => {
  test.use({ expectedErrors: [/./] });

  updated("the next version replaces it unasked", async ({ page, site }) => {
    const sw = join(site.dir, "sw.js");
    const program = join(site.dir, (await readdir(site.dir)).find((name) => /^dianzhang-.*\.js$/.test(name)));
    const [goodWorker, good] = [await readFile(sw, "utf8"), await readFile(program)];
    const bad = "throw new Error('broken version');";
    await writeFile(program, bad);
    await writeFile(sw, goodWorker.replace(digest(good), digest(bad)));
    await page.goto("./");
    await expect(page.getByRole("alert")).toContainText("broken version");
    await offlineReady(page);

    await writeFile(program, good);
    await writeFile(sw, `${goodWorker}\n`);
    await page.reload();
    await started(page);
  });

  test("a missing program is said", async ({ page }) => {
    await page.route("**/*.wasm", (route) => route.abort());
    await page.goto("./?nosw");
    await expect(page.getByRole("alert")).toContainText("店长台没能启动");
  });

  test("the worker says that its program is missing", async ({ page }) => {
    await page.route("**/worker_bg.wasm*", (route) => route.abort());
    await page.goto("./?nosw");
    expect((await firstMessage(page)).fatal).toContain("fetch");
  });

  test("a missing script is said", async ({ page }) => {
    await page.route("**/boot.js", (route) => route.abort());
    await page.goto("./?nosw");
    await expect(page.getByRole("alert")).toContainText("店长台没能启动");
  });
});

test.describe("from a file", () => {
  test.use({ expectedErrors: [/./], baseURL: pathToFileURL("dist/").href });

  test("it says how to start it", async ({ page }) => {
    await page.goto("./index.html");
    await expect(page.getByRole("alert")).toContainText("scripts/serve");
  });
});
