// A browser of our own with a profile on the disk, to be killed in the middle of its work: Playwright's own browsers end in
// good order.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium } from "@playwright/test";

/** A profile that outlives its browsers. */
export class Profile {
  static async make() {
    const profile = new Profile();
    profile.dir = await mkdtemp(join(tmpdir(), "dianzhang-profile-"));
    return profile;
  }

  /** Starts a browser on it, with one page. */
  async open({ executablePath, args }) {
    const port = join(this.dir, "DevToolsActivePort");
    await rm(port, { force: true });
    const own = ["--headless", "--window-size=1280,800", "--remote-debugging-port=0", `--user-data-dir=${this.dir}`, "--no-default-browser-check"];
    // A group of its own: killing it takes all of the browser and nothing else.
    this.process = spawn(executablePath, [...args, ...own, "about:blank"], { detached: true, stdio: "ignore" });
    this.ended = once(this.process, "exit");
    const address = await this.#address(port);
    this.browser = await chromium.connectOverCDP(address);
    const [context] = this.browser.contexts();
    return context.pages()[0] ?? context.newPage();
  }

  async #address(file) {
    for (let tries = 0; tries < 300; tries += 1) {
      const text = await readFile(file, "utf8").catch(() => "");
      const [port, path] = text.split("\n");
      if (path) return `ws://127.0.0.1:${port}${path}`;
      if (this.process.exitCode !== null) break;
      await sleep(50);
    }
    throw new Error("the browser did not start");
  }

  /** Ends all processes of the browser at once, as a power cut would. */
  async kill() {
    if (!this.process || this.process.exitCode !== null || this.process.signalCode !== null) return;
    process.kill(-this.process.pid, "SIGKILL");
    await this.ended;
    await this.browser?.close().catch(() => {});
  }

  async remove() {
    await this.kill();
    await rm(this.dir, { recursive: true, force: true, maxRetries: 10 });
  }
}
