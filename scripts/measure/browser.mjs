// Measures the built site in the browser with a file of orders, and prints two tables: what the operator waits for, and how
// quick the worker answers.
//   node scripts/measure/browser.mjs --file orders.csv [--reps 3] [--dir dist]
// Beside the file stands orders.expected.json, what is to be found in it.
import { chromium } from "@playwright/test";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { serve } from "../static-server.mjs";
import { peakOfRenderers } from "./memory.mjs";

const { values } = parseArgs({
  options: { file: { type: "string" }, reps: { type: "string", default: "3" }, dir: { type: "string", default: "dist" } },
});
const expected = await readFile(values.file.replace(/\.csv$/, ".expected.json"), "utf8");
const { size } = await stat(values.file);
const { server, url } = await serve({ dir: values.dir });
const TIMEOUT = { timeout: 600_000 };

/** A browser without a past; what comes of `use` with a page of it, and the most memory that a page took. */
async function inBrowser(use) {
  const profile = await mkdtemp(join(tmpdir(), "dianzhang-bench-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    locale: "zh-CN",
    viewport: { width: 1280, height: 800 },
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update"],
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.addInitScript(() => {
      globalThis.longTasks = [];
      const note = (list) => globalThis.longTasks.push(...list.getEntries().map((task) => Math.round(task.duration)));
      new PerformanceObserver(note).observe({ type: "longtask", buffered: true });
      const chosen = () => (globalThis.chosenAt = performance.now());
      addEventListener("change", ({ target }) => target.type === "file" && chosen(), true);
    });
    const result = await use(page);
    return { ...result, renderer: await peakOfRenderers() };
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
}

/** The page's clock when there first is what is looked for. */
const when = async (page, selector, text = "") => {
  const found = ([selector, text]) =>
    [...document.querySelectorAll(selector)].some((node) => node.textContent.includes(text)) && performance.now();
  return (await page.waitForFunction(found, [selector, text], { polling: "raf", ...TIMEOUT })).jsonValue();
};
const FIGURES = "section.tiles";
const longTasks = (page) => page.evaluate(() => globalThis.longTasks.splice(0));

/** The operator's way: a file is chosen, looked at, stored; the board; other periods; the next day. */
async function operator(page) {
  await page.goto(url);
  await page.getByRole("heading", { level: 1 }).waitFor();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "导入文件", exact: true }).first().click();
  await longTasks(page);
  await (await chooser).setFiles(values.file);
  const store = page.getByRole("dialog", { name: "导入预览" }).getByRole("button", { name: /^导入 \d+ 张表$/ });
  await store.waitFor(TIMEOUT);
  const preview = (await when(page, "dialog[open]", basename(values.file))) - (await page.evaluate(() => globalThis.chosenAt));
  const pressed = await page.evaluate(() => performance.now());
  await store.click();
  const board = (await when(page, FIGURES, "¥")) - pressed;
  const importing = await longTasks(page);
  const stored = await page.evaluate(storedBytes);
  await page.getByText("导入完成").first().waitFor(TIMEOUT);
  await longTasks(page);
  const periods = [];
  for (const period of ["全部", "上月", "近 7 天", "近 30 天", "全部", "上月"]) periods.push(await page.evaluate(changePeriod, period));
  const changing = await longTasks(page);
  await page.reload();
  const reopen = await when(page, FIGURES, "¥");
  const reopening = await longTasks(page);
  return { preview, board, stored, periods, reopen, longest: [importing, changing, reopening].map((tasks) => Math.max(0, ...tasks)) };
}

/** Bytes of all records of the store. Runs in the page. */
async function storedBytes() {
  const settled = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await settled(indexedDB.open("dianzhang"));
  const records = database.transaction("records").objectStore("records");
  let bytes = 0;
  for (const key of await settled(records.getAllKeys())) bytes += (await settled(records.get(key))).byteLength ?? 0;
  database.close();
  return bytes;
}

/** Chooses a period, and says how long it takes until its days are painted. Runs in the page. */
async function changePeriod(name) {
  const link = [...document.querySelectorAll("a.segment")].find((link) => link.textContent.trim() === name);
  if (!link) throw new Error(`no period ${name}`);
  const figures = document.querySelector("section.tiles");
  const before = figures.textContent;
  const from = performance.now();
  link.click();
  while (document.querySelector("section.tiles").textContent === before) {
    if (performance.now() - from > 10_000) throw new Error(`${name} shows the same figures`);
    await new Promise(requestAnimationFrame);
  }
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  return performance.now() - from;
}

/** The page of the side-by-side comparison. */
async function peer(page, address) {
  await page.goto(`${url}/${address}`);
  const reached = (state) => page.waitForFunction((state) => S.state === state || S.state === "error", state, TIMEOUT);
  await reached("ready");
  await page.locator("#f").setInputFiles(values.file);
  await reached("done1");
  const { result, ...times } = await page.evaluate(() => S);
  if (times.error) throw new Error(times.error);
  const again = [];
  for (const [from, to] of [["2025-11-01", "2025-11-30"], ["2025-06-01", "2025-06-30"], ["2025-03-01", "2025-05-31"]]) {
    again.push(await page.evaluate(async (filter) => (await reagg(filter)).ms, { from, to }));
  }
  return { ...times, again, isRight: JSON.stringify(result) === JSON.stringify(JSON.parse(expected)) };
}

const median = (all) => all.toSorted((a, b) => a - b)[all.length >> 1];
const times = Array.from({ length: Number(values.reps) });
const gather = async (use) => {
  const runs = [];
  for (const _ of times) runs.push(await inBrowser(use));
  return (of) => median(runs.map(of));
};
const ms = (number) => (number < 10 ? number.toFixed(1) : Math.round(number).toLocaleString("en"));
const mega = (bytes) => (bytes / 1e6).toFixed(1);

console.log(`\n### In the browser: ${basename(values.file)}, ${mega(size)} MB, median of ${times.length}\n`);
const own = await gather(operator);
console.log("| what the operator waits for | ms | longest task of the page's thread, ms |\n|--|--|--|");
console.log(`| file chosen → preview | ${ms(own((r) => r.preview))} | |`);
console.log(`| stored → board | ${ms(own((r) => r.board))} | ${ms(own((r) => r.longest[0]))} (with the reading) |`);
console.log(`| change of period, slowest of six | ${ms(own((r) => Math.max(...r.periods)))} | ${ms(own((r) => r.longest[1]))} |`);
console.log(`| opened again → board | ${ms(own((r) => r.reopen))} | ${ms(own((r) => r.longest[2]))} |`);
const stored = own((r) => r.stored);
console.log(`\nStored: ${mega(stored)} MB, ${(stored / size).toFixed(3)} of the file. Peak of the page's process: ${Math.round(own((r) => r.renderer))} MB.\n`);

console.log("| bench.html | read | store | ask | in all | ask again | right | peak MB |\n|--|--|--|--|--|--|--|--|");
let wrong = 0;
for (const [name, address] of [["stored", "bench.html"], ["in memory", "bench.html?memory"]]) {
  const found = await gather((page) => peer(page, address));
  const right = found((r) => Number(r.isRight)) === 1;
  if (!right) wrong += 1;
  const cells = [found((r) => r.notes.read), found((r) => r.notes.store), found((r) => r.query), found((r) => r.total), found((r) => median(r.again))];
  console.log(`| ${name} | ${cells.map(ms).join(" | ")} | ${right ? "yes" : "NO"} | ${Math.round(found((r) => r.renderer))} |`);
}
server.close();
process.exitCode = wrong ? 1 : 0;
