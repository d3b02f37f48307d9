// The months of an operation plan: a bar is moved by dragging it or with the arrow keys, and made longer or shorter by
// dragging an end or with shift and the arrow keys. What it says stands in the two fields beside it, which work without it; with it each
// change is saved at once, so that their button goes.
const MONTHS = 12;
const END_PIXELS = 18;

type Part = "whole" | "first" | "last";

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

function mount(chart: HTMLElement, track: HTMLElement): void {
  const form = track.closest("form");
  const bar = track.querySelector<HTMLElement>("[data-bar]");
  const from = form?.querySelector<HTMLSelectElement>("select[name=first]");
  const to = form?.querySelector<HTMLSelectElement>("select[name=last]");
  if (!form || !bar || !from || !to) {
    return;
  }
  const names = (chart.dataset.months ?? "").split("|");
  const first = (): number => Number(from.value);
  const last = (): number => Number(to.value);

  const show = (): void => {
    bar.className = `gantt-bar from-${first()} to-${Math.max(first(), last())}`;
    bar.setAttribute("aria-valuenow", from.value);
    bar.setAttribute("aria-valuetext", `${names[first() - 1] ?? ""} – ${names[last() - 1] ?? ""}`);
  };
  const set = (begin: number, end: number): boolean => {
    if (begin === first() && end === last()) {
      return false;
    }
    from.value = String(begin);
    to.value = String(end);
    show();
    return true;
  };
  const change = (part: Part, begin: number, end: number, months: number): boolean => {
    if (part === "first") {
      return set(within(begin + months, 1, end), end);
    }
    if (part === "last") {
      return set(begin, within(end + months, begin, MONTHS));
    }
    const moved = within(months, 1 - begin, MONTHS - end);
    return set(begin + moved, end + moved);
  };
  const saved = (): void => {
    from.dispatchEvent(new Event("change", { bubbles: true }));
  };

  bar.tabIndex = 0;
  bar.setAttribute("role", "slider");
  bar.setAttribute("aria-valuemin", "1");
  bar.setAttribute("aria-valuemax", String(MONTHS));
  bar.setAttribute("aria-label", chart.dataset.label ?? "");
  bar.setAttribute("aria-describedby", "gantt-help");
  show();
  form.addEventListener("change", show);
  form.querySelector(".gantt-save")?.remove();

  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, Home: -MONTHS, End: MONTHS }[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    event.preventDefault();
    if (change(event.shiftKey ? "last" : "whole", first(), last(), step)) {
      saved();
    }
  });

  bar.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) {
      return;
    }
    event.preventDefault();
    bar.focus();
    bar.setPointerCapture(event.pointerId);
    const box = bar.getBoundingClientRect();
    const end = Math.min(END_PIXELS, box.width / 3);
    const part: Part = event.clientX < box.left + end ? "first" : event.clientX > box.right - end ? "last" : "whole";
    const width = track.getBoundingClientRect().width / MONTHS;
    const [begin, until, x] = [first(), last(), event.clientX];
    let changed = false;
    const drag = (move: PointerEvent): void => {
      change(part, begin, until, Math.round((move.clientX - x) / width));
      changed = first() !== begin || last() !== until;
    };
    const stop = new AbortController();
    const drop = (): void => {
      stop.abort();
      if (changed) {
        saved();
      }
    };
    bar.addEventListener("pointermove", drag, { signal: stop.signal });
    bar.addEventListener("pointerup", drop, { signal: stop.signal });
    bar.addEventListener("pointercancel", drop, { signal: stop.signal });
  });
}

for (const chart of document.querySelectorAll<HTMLElement>("[data-gantt-chart]")) {
  chart.querySelectorAll<HTMLElement>("[data-gantt]").forEach((track) => mount(chart, track));
}
