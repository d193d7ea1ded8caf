// The thin binding to the drawing library, bundled with it into charts.js: takes one option text at a time and is taken
// down again. What is drawn is decided in src/charts; nothing here knows what a chart means.
import { init } from "echarts/core";

export class Drawing {
  constructor(host) {
    this.chart = init(host, null, { renderer: "canvas" });
    this.observer = new ResizeObserver(() => {
      if (host.clientWidth > 0) this.chart.resize();
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
