// The thin binding to the drawing library: loads it when the first chart is shown, hands it one option text at a time,
// and takes it down again. What is drawn is decided in src/charts; nothing here knows what a chart means.

let loading = null;

function library() {
  loading ??= import(new URL("charts.js", document.baseURI).href).catch((error) => {
    loading = null; // The next chart tries again.
    throw error;
  });
  return loading;
}

export class Drawing {
  static async open(host) {
    const { init } = await library();
    return new Drawing(init(host, null, { renderer: "canvas" }), host);
  }

  constructor(chart, host) {
    this.chart = chart;
    this.observer = new ResizeObserver(() => {
      if (host.clientWidth > 0) chart.resize();
    });
    this.observer.observe(host);
  }

  // `tips` holds one text per category. Functions cannot travel in JSON, so the tooltip is tied to them here.
  draw(optionText, tips) {
    const option = JSON.parse(optionText);
    if (option.tooltip) {
      option.tooltip.formatter = (params) => {
        const point = Array.isArray(params) ? params[0] : params;
        return tips[point?.dataIndex] ?? "";
      };
    }
    this.chart.setOption(option, { notMerge: true });
  }

  save(name, surface) {
    const link = document.createElement("a");
    link.href = this.chart.getDataURL({ type: "png", pixelRatio: 2, backgroundColor: surface, excludeComponents: ["dataZoom"] });
    link.download = name;
    link.click();
  }

  close() {
    this.observer.disconnect();
    this.chart.dispose();
  }
}

// The value that the style sheet in force gives a custom property.
export function styleValue(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

export function pageFont() {
  return getComputedStyle(document.body).fontFamily;
}

export function matches(query) {
  return matchMedia(query).matches;
}
