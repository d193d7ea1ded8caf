// The benchmark's page: the app's own worker reads an order list, stores it and answers, over the messages that the app
// sends. Not part of the app: nothing links here, and the service worker does not keep it. See BENCHMARKS.md.
//
//   bench.html           the file is read, stored in the browser, and asked
//   bench.html?memory    the same where the browser refuses to store: what tools that keep nothing are compared with
//
// `S` says how far it is: state, tti, load, query, total and maxGap in milliseconds, notes, result. `reagg({ from, to })` asks
// again about the orders created on those days. Results have the form of benches/orders/expected.rs.
const TOP = 20;
// More than are wanted, so that buyers of equal amounts can be put in the order of their names.
const BUYERS = 2 * TOP;
const PIECE_BYTES = 4 << 20;
const ROW_BYTES = 1 << 16;
const SECS_1970_TO_2000 = 946_684_800;
// As src/workspace/reading.rs and src/platform/readers have them.
const SLICED_FROM_BYTES = 8 << 20;
const MOST_READERS = 3;

// As addresses write them; the rest is the short name and 省.
const WHOLE_NAMES = {
  Beijing: "北京", Shanghai: "上海", Tianjin: "天津", Chongqing: "重庆", Taiwan: "台湾", Overseas: "海外", Unknown: "未知",
  Guangxi: "广西壮族自治区", InnerMongolia: "内蒙古自治区", Xinjiang: "新疆维吾尔自治区", Ningxia: "宁夏回族自治区",
  Tibet: "西藏自治区", HongKong: "香港特别行政区", Macau: "澳门特别行政区",
};
const SHORT_NAMES = {
  Heilongjiang: "黑龙江", Jilin: "吉林", Gansu: "甘肃", Shanxi: "山西", Hebei: "河北", Liaoning: "辽宁", Qinghai: "青海",
  Shaanxi: "陕西", Henan: "河南", Shandong: "山东", Sichuan: "四川", Hubei: "湖北", Anhui: "安徽", Jiangsu: "江苏",
  Yunnan: "云南", Guizhou: "贵州", Hunan: "湖南", Jiangxi: "江西", Zhejiang: "浙江", Guangdong: "广东", Fujian: "福建",
  Hainan: "海南",
};
const provinceName = (key) => WHOLE_NAMES[key] ?? `${SHORT_NAMES[key]}省`;

const iso = (secs) => new Date((secs + SECS_1970_TO_2000) * 1000).toISOString();
const dayText = (day) => iso(day * 86_400).slice(0, 10);
const timeText = (secs) => iso(secs).slice(0, 19).replace("T", " ");
const dayOf = (text) => Date.parse(`${text}T00:00:00Z`) / 86_400_000 - SECS_1970_TO_2000 / 86_400;
const now = () => Math.floor(Date.now() / 1000) - SECS_1970_TO_2000 + 8 * 3600;

/** The app's worker, asked as the app asks it. */
class Client {
  #worker;
  #readers = [];
  #owed = new Map();
  #next = 1;

  async start(script) {
    this.#worker = new Worker(script);
    await new Promise((resolve, reject) => {
      this.#worker.onerror = (event) => reject(new Error(event.message));
      this.#worker.onmessage = ({ data }) => {
        const text = data.json ?? data;
        if (typeof text !== "string") reject(new Error(data.fatal));
        const message = JSON.parse(text);
        if (message.Ready) resolve();
        if (message.Answer) this.#answered(message.Answer);
      };
    });
    await this.ask({ Open: { workspace: null } });
  }

  ask(request, files = []) {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#owed.set(id, { resolve, reject });
      this.#worker.postMessage({ json: JSON.stringify({ id, request }), files });
    });
  }

  /** Starts the workers that read a large file together, as the app's page does, and hands their ports over. */
  startReaders({ size }) {
    const count = size < SLICED_FROM_BYTES ? 0 : Math.min(navigator.hardwareConcurrency - 1, MOST_READERS);
    for (let number = 0; number < count; number += 1) {
      const reader = new Worker("./worker-boot.js", { name: "reader" });
      reader.onmessage = ({ data: { port } }) => port && this.#worker.postMessage({ reader: number, port }, [port]);
      this.#readers.push(reader);
    }
  }

  endReaders() {
    for (const [number, reader] of this.#readers.entries()) {
      reader.terminate();
      this.#worker.postMessage({ reader: number });
    }
    this.#readers = [];
  }

  #answered({ id, outcome }) {
    const { resolve, reject } = this.#owed.get(id);
    this.#owed.delete(id);
    if ("Ok" in outcome) resolve(outcome.Ok);
    else reject(new Error(JSON.stringify(outcome.Err)));
  }
}

/** The four questions about the orders created in a period. */
async function questions(client, filter) {
  const span = filter && { first: dayOf(filter.from), last: dayOf(filter.to) };
  const choice = { period: span ? { Custom: span } : "All", by: "Created" };
  const asked = [{ Days: choice }, { Titles: { choice, top: TOP } }, { Buyers: { choice, top: BUYERS } }, { Provinces: choice }];
  const answers = await Promise.all(asked.map((question) => client.ask({ Sales: question })));
  return Object.assign({}, ...answers.map(({ Sales }) => Sales.answer));
}

/** The answers in the form in which all tools of the comparison give them. Not timed. */
async function inWords({ Days, Titles, Buyers, Provinces }, names) {
  const net = ({ gross_fen, refund_fen }) => gross_fen - refund_fen;
  const sum = (rows, of) => rows.reduce((all, row) => all + of(row), 0);
  const byAmount = (place) => (a, b) => b[place] - a[place] || (a[0] < b[0] ? -1 : 1);
  const nicks = await names(Buyers.top.map((buyer) => buyer.last_order));
  return {
    days: Days.map((d) => [dayText(d.day), d.orders, d.ordered_fen, d.paid_gross_fen - d.refund_fen, d.paid_orders]),
    titles: Titles.top.map(({ title, sales }) => [title, net(sales)]),
    rfm: {
      buyers: sum(Buyers.by_orders, (f) => f.buyers),
      rec: sum(Buyers.by_days, (r) => r.days * r.buyers),
      freq: sum(Buyers.by_orders, (f) => f.orders * f.buyers),
      mon: sum(Buyers.by_orders, (f) => f.net_fen),
      chk: sum(Buyers.by_orders, (f) => f.orders * f.net_fen),
      top: Buyers.top
        .map((b) => [nicks.get(b.last_order), timeText(b.last_paid), b.orders, b.net_fen])
        .sort(byAmount(3))
        .slice(0, TOP),
    },
    provinces: Provinces.map(({ province, sales }) => [provinceName(province), net(sales), sales.orders]).sort(byAmount(1)),
  };
}

/**
 * The nicks of the buyers of some orders. The app keeps none: it tells a buyer by an order number, and whoever has the file
 * finds the person there. So does this, piece by piece, in files whose first columns are 订单编号 and 买家会员名. Not timed.
 */
async function nicksIn(file, encoding, orders) {
  const bytesAsText = new TextDecoder("latin1");
  const decoder = new TextDecoder(encoding.replace("-bom", ""));
  const row = new RegExp(`[\\n"](${orders.join("|")})"?,`, "g");
  const found = new Map();
  for (let from = 0; from < file.size && found.size < orders.length; from += PIECE_BYTES) {
    const bytes = new Uint8Array(await file.slice(from, from + PIECE_BYTES + ROW_BYTES).arrayBuffer());
    for (const match of bytesAsText.decode(bytes).matchAll(row)) {
      const start = match.index + match[0].length;
      const cell = bytes.subarray(start, bytes.indexOf(0x2c, start));
      found.set(match[1], decoder.decode(cell).replace(/^"|"$/g, ""));
    }
  }
  return found;
}

/** Watches how long the page's thread cannot be had. */
function watch() {
  let last = performance.now();
  let longest = 0;
  let timer = 0;
  const beat = () => {
    const at = performance.now();
    longest = Math.max(longest, at - last);
    last = at;
    timer = setTimeout(beat, 8);
  };
  timer = setTimeout(beat, 8);
  return () => {
    clearTimeout(timer);
    return Math.max(longest, performance.now() - last);
  };
}

const S = (window.S = { state: "loading" });
const fail = (error) => Object.assign(S, { state: "error", error: String(error?.stack ?? error) });

try {
  const client = new Client();
  await client.start(location.search === "?memory" ? "./bench-worker.js" : "./worker-boot.js");
  S.tti = performance.now();
  S.state = "ready";

  document.getElementById("f").addEventListener("change", async ({ target }) => {
    try {
      const [file] = target.files;
      const stop = watch();
      const t0 = performance.now();
      const hints = { mapping: null, period: null, notes: [] };
      client.startReaders(file);
      const { Read: preview } = await client.ask({ Read: { workspace: null, hints, now: now() } }, [file]);
      const t1 = performance.now();
      await client.ask({ Store: { pending: [preview.pending], now: now() } });
      const t2 = performance.now();
      const answers = await questions(client, null);
      const t3 = performance.now();
      client.endReaders();
      const names = (orders) => nicksIn(file, preview.report.encoding, orders);
      const notes = { read: Math.round(t1 - t0), store: Math.round(t2 - t1), rows: preview.report.accepted };
      Object.assign(S, { load: t2 - t0, query: t3 - t2, total: t3 - t0, maxGap: stop(), notes });
      window.reagg = async (filter) => {
        const from = performance.now();
        const again = await questions(client, filter);
        return { ms: performance.now() - from, r: await inWords(again, names) };
      };
      S.result = await inWords(answers, names);
      S.state = "done1";
    } catch (error) {
      fail(error);
    }
  });
} catch (error) {
  fail(error);
}
