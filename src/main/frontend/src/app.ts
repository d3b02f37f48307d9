// What every page gets: htmx for forms and filters that answer in place, and the focus that an error summary takes.
import htmx from "htmx.org";
import "./locate";

htmx.config.includeIndicatorStyles = false;
htmx.config.allowEval = false;
htmx.config.selfRequestsOnly = true;

document.querySelector<HTMLElement>(".error-summary")?.focus();
