import { serve } from "../../scripts/static-server.mjs";
import { App } from "./support/app.mjs";
import { expect, gb18030, offlineReady, test } from "./support/fixtures.mjs";
import { file, MONDAY, orderCsv, SECRETS, TUESDAY } from "./support/orders.mjs";

/** Everything that the page has stored, as text: keys and values of IndexedDB, local storage, caches' addresses. */
async function stored(page) {
  return page.evaluate(async () => {
    const decoders = ["utf-8", "gb18030", "utf-16le"].map((name) => new TextDecoder(name));
    const asText = (value) =>
      value instanceof Uint8Array ? decoders.map((d) => d.decode(value)).join("\n") : JSON.stringify(value);
    const wait = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const texts = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie];
    for (const { name } of await indexedDB.databases()) {
      const database = await wait(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const records = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([wait(records.getAllKeys()), wait(records.getAll())]);
        texts.push(...keys.map(String), ...values.map(asText));
      }
      database.close();
    }
    return texts;
  });
}

test("no name, phone, street, remark or account is stored", async ({ page }) => {
  const app = await App.open(page);
  await app.importFiles(file("a.csv", gb18030(orderCsv(MONDAY))), file("b.csv", orderCsv(TUESDAY)));
  await app.go("数据");
  const texts = await stored(page);
  expect(texts.join("\n"), "the search sees what is stored").toContain("羊毛围巾");
  for (const secret of SECRETS) {
    expect(texts.filter((text) => text.includes(secret)), secret).toEqual([]);
  }
});

test.describe("without a server", () => {
  // The browser looks for a new service worker and says that it found no server.
  test.use({ expectedErrors: [/ERR_CONNECTION_REFUSED/] });

  test("a whole session asks for the app's own files only, and goes on when the server is gone", async ({ page, requests, context }) => {
    const { server, url } = await serve();
    const address = `${url}/`;
    const app = await App.open(page, `${address}#/sales`);
    await app.importFiles(file("a.csv", gb18030(orderCsv(MONDAY))));
    await expect(page.getByRole("region", { name: "按小时" }).getByRole("img")).toBeVisible();
    await offlineReady(page);
    for (const name of ["数据", "设置", "今日", "目标", "经营"]) await app.go(name);
    expect(requests.length).toBeGreaterThan(5);
    // The fixture only knows the other server: this one's requests are judged here.
    const foreign = requests.filter(({ method, url }) => method !== "GET" || !url.startsWith(address));
    expect(foreign).toEqual([]);
    requests.length = 0;

    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await page.reload();
    await app.started();
    await expect(app.figure(/^付款金额/)).toContainText("¥1,000.00");
    await app.importFiles(file("b.csv", orderCsv(TUESDAY)));
    await app.showAll();
    await expect(app.figure(/^付款金额/)).toContainText("¥1,130.00");
    await expect(page.getByRole("region", { name: "按天" }).getByRole("img")).toBeVisible();
    requests.length = 0;
    await context.close();
  });
});
