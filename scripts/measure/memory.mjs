// The most memory that a page's process has taken, from the process table. Linux only.
import { readdir, readFile } from "node:fs/promises";

const read = (pid, file) => readFile(`/proc/${pid}/${file}`, "utf8").catch(() => "");

/** Peak in MB of the largest renderer among the descendants of this process; not a number where there is no such table. */
export async function peakOfRenderers() {
  const pids = (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name));
  const parents = new Map();
  for (const pid of pids) parents.set(pid, (await read(pid, "status")).match(/^PPid:\s+(\d+)/m)?.[1]);
  const isOurs = (pid) => pid === String(process.pid) || (parents.has(pid) && isOurs(parents.get(pid)));
  const peaks = [];
  for (const pid of pids.filter(isOurs)) {
    if (!(await read(pid, "cmdline")).includes("--type=renderer")) continue;
    const peak = (await read(pid, "status")).match(/^VmHWM:\s+(\d+) kB/m);
    if (peak) peaks.push(Number(peak[1]) / 1024);
  }
  return peaks.length > 0 ? Math.max(...peaks) : Number.NaN;
}
