/* Draws every [data-chart] from the JSON beside it; the table below holds the same numbers, so nothing is lost without it. */
"use strict";

const INK = "#3d4859";
const LINE = "#d9dee7";
const COLOURS = ["#9fb3cf", "#1d5199"];
const FONT = getComputedStyle(document.body).fontFamily;

function drawn(spec, width) {
  const narrow = width < 520;
  const slanted = narrow || spec.labels.length > 12;
  const line = spec.kind === "line";
  const short = (text) => (narrow && text.length > 4 ? text.slice(0, 4) + "…" : text);
  return {
    color: spec.series.length > 1 ? COLOURS : COLOURS.slice(1),
    animation: false,
    textStyle: { fontFamily: FONT, color: INK },
    grid: { left: 8, right: 16, top: 40, bottom: 6, containLabel: true },
    legend: { top: 6, right: 10, itemWidth: 14, itemHeight: 9, textStyle: { color: INK } },
    tooltip: {
      trigger: "axis",
      renderMode: "richText",
      axisPointer: { type: line ? "line" : "shadow" },
      valueFormatter: (value) => (value === null || value === undefined ? "—" : value.toLocaleString("zh-CN") + spec.unit),
    },
    xAxis: {
      type: "category",
      data: spec.labels,
      boundaryGap: !line,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: LINE } },
      axisLabel: slanted
        ? { color: INK, interval: 0, rotate: 40, formatter: short }
        : { color: INK, interval: 0, width: Math.floor((width - 70) / spec.labels.length), overflow: "break" },
    },
    yAxis: {
      type: "value",
      name: spec.unit,
      nameTextStyle: { color: INK, align: "right" },
      minInterval: spec.unit === "%" ? 0 : 1,
      axisLabel: { color: INK },
      splitLine: { lineStyle: { color: "#e6e9ef" } },
    },
    series: spec.series.map((series) => ({
      type: line ? "line" : "bar",
      name: series.name,
      data: series.values,
      symbolSize: 6,
      connectNulls: false,
      lineStyle: { width: 2 },
      barMaxWidth: 26,
      barGap: "15%",
    })),
  };
}

for (const place of document.querySelectorAll("[data-chart]")) {
  const spec = JSON.parse(document.getElementById(place.dataset.chart).textContent);
  if (!spec.labels.length) continue;
  place.hidden = false;
  const chart = echarts.init(place, null, { renderer: "canvas" });
  const draw = () => chart.setOption(drawn(spec, place.clientWidth), true);
  draw();
  new ResizeObserver(() => {
    chart.resize();
    draw();
  }).observe(place);
}
