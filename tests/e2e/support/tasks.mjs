// Long tasks of the page as two witnesses saw them: the browser's observer of long tasks, and its trace, which also knows for
// how much of a task the thread was at work. On a busy machine a short task takes long because others have the processor:
// what counts is a task that the observer calls long and in which the page itself worked that long.

/** Call before the page is opened. */
export async function watchTasks(page) {
  await page.addInitScript(() => {
    window.longTasks = [];
    const note = (list) => list.getEntries().forEach(({ startTime, duration }) => window.longTasks.push({ startTime, duration }));
    new PerformanceObserver(note).observe({ type: "longtask", buffered: true });
  });
}

/** Does something, and tells what it meant for the page's thread: how many tasks there were, and of the long ones for how
 * many milliseconds each took and worked. */
export async function tasksOf(browser, page, act) {
  await page.evaluate(() => window.longTasks.splice(0));
  await browser.startTracing(page, { categories: ["blink.user_timing", "disabled-by-default-devtools.timeline"] });
  let events;
  let long;
  try {
    await act();
    // The observer speaks up only after a task and its frame.
    await page.waitForTimeout(300);
    long = await page.evaluate(() => {
      performance.mark("tasks-of");
      return window.longTasks.splice(0);
    });
  } finally {
    events = JSON.parse((await browser.stopTracing()).toString()).traceEvents;
  }
  const mark = events.find(({ name }) => name === "tasks-of");
  const start = mark.ts - mark.args.data.startTime * 1000;
  const tasks = events.filter(({ name, pid, tid }) => name === "RunTask" && pid === mark.pid && tid === mark.tid);
  const worked = ({ startTime, duration }) => {
    const [from, to] = [start + startTime * 1000, start + (startTime + duration) * 1000];
    return Math.max(0, ...tasks.filter(({ ts, dur }) => ts < to && ts + dur > from).map(({ tdur }) => tdur / 1000));
  };
  return { count: tasks.length, long: long.map((task) => ({ took: task.duration, worked: worked(task) })) };
}
