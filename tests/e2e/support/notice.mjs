// What the app says above the page must be readable for everybody: in both languages, in light and dark, by keyboard.
import { outsider } from "./database.mjs";
import { expect, violations } from "./fixtures.mjs";

/** Switches the language from another tab, as nothing else on the page may change. */
export async function speak(page, lang) {
  const other = await outsider(page.context(), page.url());
  await other.evaluate((value) => localStorage.setItem("dianzhang.lang", value), lang);
  await other.close();
  await page.bringToFront();
}

/** Expects what is said in both languages, readable in light and dark; then it is Chinese and light again. */
export async function expectSaid(page, chinese, english) {
  await expect(page.getByText(chinese).first()).toBeVisible();
  for (const colorScheme of ["dark", "light"]) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
    expect(await violations(page)).toEqual([]);
  }
  await speak(page, "en");
  await expect(page.getByText(english).first()).toBeVisible();
  await speak(page, "zh");
  await expect(page.getByText(chinese).first()).toBeVisible();
}

/** Presses Tab until an element has the focus. */
export async function tabTo(page, locator) {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await locator.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("it cannot be reached by Tab");
}
