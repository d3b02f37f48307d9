// The flow of the money as a Sankey diagram: five or six levels on a desk, two on a phone. What has rows behind it opens them.
import { SankeyChart } from "echarts/charts";
import { TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([SankeyChart, TooltipComponent, SVGRenderer]);

interface Node {
  id: string;
  name: string;
  level: number;
  mission: string;
  value: number;
  text: string;
  href: string;
}

interface Link {
  source: string;
  target: string;
  value: number;
  text: string;
  href: string;
}

interface Flow {
  nodes: Node[];
  links: Link[];
}

const NARROW = 720;
const WHOLE = "whole";

/** Colours as the page's style sheets have them now: light or dark, each mission its own. */
class Palette {
  private readonly probe = document.createElement("span");

  constructor(private readonly place: HTMLElement) {
    this.probe.hidden = true;
    place.append(this.probe);
  }

  variable(name: string): string {
    return getComputedStyle(this.place).getPropertyValue(name).trim();
  }

  mission(className: string): string {
    if (className === "") {
      return this.variable("--line-strong");
    }
    this.probe.className = className;
    return getComputedStyle(this.probe).getPropertyValue("--mission").trim();
  }

  done(): void {
    this.probe.remove();
  }
}

/** On a phone: the budget and its programmes only. */
function shortened(flow: Flow): Flow {
  const nodes = flow.nodes.filter((node) => node.id === WHOLE || node.level === 3);
  const links = nodes
    .filter((node) => node.level === 3)
    .map((node) => ({ source: WHOLE, target: node.id, value: node.value, text: node.text, href: node.href }));
  return { nodes, links };
}

function options(flow: Flow, place: HTMLElement, narrow: boolean) {
  const palette = new Palette(place);
  const ink = palette.variable("--ink");
  const quiet = palette.variable("--quiet");
  const fontFamily = palette.variable("--display");
  const names = new Map(flow.nodes.map((node) => [node.id, node]));
  const lastLevel = Math.max(...flow.nodes.map((node) => node.level));
  const colours = new Map(flow.nodes.map((node) => [node.id, node.level === 1 ? palette.variable("--primary") : palette.mission(node.mission)]));
  const card = palette.variable("--card");
  const line = palette.variable("--line");
  palette.done();
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  return {
    animation: !still,
    textStyle: { fontFamily },
    tooltip: {
      // Drawn as text: HTML would bring inline styles, which our policy refuses.
      renderMode: "richText" as const,
      confine: true,
      backgroundColor: card,
      borderColor: line,
      textStyle: { color: ink, fontFamily, fontSize: 14 },
      formatter: (item: unknown) => {
        const { dataType, data } = item as { dataType: string; data: Node & Link };
        return dataType === "edge"
          ? `${names.get(data.source)?.name ?? ""} → ${names.get(data.target)?.name ?? ""}\n${data.text}`
          : `${names.get(data.id)?.name ?? ""}\n${data.text}`;
      },
    },
    series: [
      {
        type: "sankey" as const,
        left: 4,
        right: narrow ? 8 : 150,
        top: 12,
        bottom: 12,
        nodeWidth: 12,
        nodeGap: narrow ? 30 : 16,
        layoutIterations: 48,
        draggable: false,
        emphasis: { focus: "adjacency" as const },
        lineStyle: { color: "target" as const, opacity: 0.32, curveness: 0.5 },
        label: {
          color: ink,
          fontFamily,
          fontSize: narrow ? 13 : 14,
          lineHeight: 18,
          textBorderColor: palette.variable("--paper"),
          textBorderWidth: 3,
          formatter: (item: { data: unknown }) => {
            const node = item.data as Node;
            return narrow ? `${node.name}\n{amount|${node.text}}` : node.name;
          },
          rich: { amount: { color: quiet, fontSize: 12, lineHeight: 17, fontFamily, textBorderColor: palette.variable("--paper"), textBorderWidth: 3 } },
        },
        data: flow.nodes.map((node) => ({
          ...node,
          name: node.id,
          depth: narrow ? (node.id === WHOLE ? 0 : 1) : node.level,
          itemStyle: { color: colours.get(node.id), borderWidth: 0 },
          label: {
            position: narrow && node.level === lastLevel ? ("left" as const) : ("right" as const),
            show: !(narrow && node.id === WHOLE),
            formatter: narrow ? `${node.name}\n{amount|${node.text}}` : node.name,
          },
        })),
        links: flow.links,
      },
    ],
  };
}

export async function drawFlow(place: HTMLElement): Promise<void> {
  const answer = await fetch(place.dataset["flow"] ?? "", { headers: { Accept: "application/json" } });
  if (!answer.ok) {
    return;
  }
  const flow = (await answer.json()) as Flow;
  place.hidden = false;
  const chart = init(place, null, { renderer: "svg" });
  const draw = () => {
    const narrow = place.clientWidth < NARROW;
    chart.resize({ animation: { duration: 0 } });
    chart.setOption(options(narrow ? shortened(flow) : flow, place, narrow), true);
  };
  chart.on("click", (item: unknown) => {
    const { data } = item as { data?: Node & Link };
    if (data?.href) {
      location.assign(data.href);
    }
  });
  await document.fonts.ready;
  let width = place.clientWidth;
  draw();
  new ResizeObserver(() => {
    if (place.clientWidth !== width) {
      width = place.clientWidth;
      draw();
    }
  }).observe(place);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
}
