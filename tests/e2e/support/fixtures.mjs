// The base of all browser tests. Every test fails when anything on the page, in its workers or in the service worker asks
// another host, sends something, logs an error or breaks the content security policy.
import { expect, test as base } from "@playwright/test";
import axe from "axe-core";
import iconv from "iconv-lite";

export { expect };

/** The other path under which the test server offers the same site. */
export const SUB_PATH = "some/shop/";

export const test = base.extend({
  /** Patterns of errors that a test provokes: `test.use({ expectedErrors: [/…/] })`. */
  expectedErrors: [[], { option: true }],

  /** Every request so far, as { method, url }. */
  requests: [
    async ({ context, baseURL }, use) => {
      const requests = [];
      context.on("request", (request) => requests.push({ method: request.method(), url: request.url() }));
      await use(requests);
      const own = ({ method, url }) => method === "GET" && (/^(data|blob):/.test(url) || url.startsWith(baseURL));
      expect(requests.filter((request) => !own(request)), "requests that leave the app").toEqual([]);
    },
    { auto: true },
  ],

  errors: [
    async ({ context, expectedErrors }, use) => {
      const errors = [];
      context.on("console", (message) => message.type() === "error" && errors.push(message.text()));
      context.on("weberror", (error) => errors.push(String(error.error())));
      await use(errors);
      const expected = (error) => expectedErrors.some((pattern) => pattern.test(error));
      expect(errors.filter((error) => !expected(error)), "errors in the browser").toEqual([]);
    },
    { auto: true },
  ],
});

/** The bytes of a back office export. */
export const gb18030 = (text) => iconv.encode(text, "gb18030");

/** Resolves when the page can be reloaded offline. */
export async function offlineReady(page) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
  });
}

/** WCAG 2.2 A and AA violations, short enough to read in a failed test. */
export async function violations(page) {
  await page.evaluate(axe.source);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const found = await page.evaluate((values) => globalThis.axe.run(document, { runOnly: { type: "tag", values } }), tags);
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}
