// Runs before the first paint: saved appearance, and a message when the app cannot start.
(() => {
  const saved = (key, allowed) => {
    let value = null;
    try {
      value = localStorage.getItem(`dianzhang.${key}`);
    } catch {
      // Storage may be switched off; the defaults do.
    }
    return allowed.includes(value) ? value : allowed[0];
  };
  const root = document.documentElement;
  root.dataset.theme = saved("theme", ["auto", "light", "dark"]);
  root.dataset.rise = saved("rise", ["red", "green"]);
  root.lang = saved("lang", ["zh", "en"]) === "en" ? "en" : "zh-CN";

  const fail = (reason) => {
    const english = root.lang === "en";
    const message = location.protocol === "file:"
      ? english
        ? "Dianzhang cannot run from a file. Start it with scripts/serve, or open it on a web address."
        : "店长台不能直接从文件打开。请用 scripts/serve 启动，或通过网址访问。"
      : english
        ? `Dianzhang could not start. Reload the page, or use a current Chrome or Edge. (${reason})`
        : `店长台没能启动。请刷新页面，或改用新版 Chrome / Edge。（${reason}）`;
    const box = document.getElementById("boot") ?? document.body.appendChild(document.createElement("div"));
    box.id = "boot";
    box.setAttribute("role", "alert");
    box.textContent = message;
  };
  window.dianzhang = { fail };

  // A script that does not load at all: the error does not bubble, so it is caught on the way down.
  addEventListener("error", ({ target }) => target?.tagName === "SCRIPT" && fail(target.src), true);
})();
