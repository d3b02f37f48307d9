// What every page gets: htmx for forms and filters that answer in place, and the focus that an error summary takes.
import htmx from "htmx.org";
import "./locate";

htmx.config.includeIndicatorStyles = false;
htmx.config.allowEval = false;
htmx.config.selfRequestsOnly = true;

document.querySelector<HTMLElement>(".error-summary")?.focus();

// Whoever signs out leaves nothing to read on this device; what waits to be sent from the field stays.
document.querySelectorAll<HTMLFormElement>("form[action$='/sign-out']").forEach((form) =>
  form.addEventListener("submit", (event) => {
    if ("caches" in window && localStorage.getItem("field")) {
      event.preventDefault();
      import("./field/store").then(({ forget }) => forget()).finally(() => form.submit());
    }
  }),
);

// The form of an entry at a desk; the form for the field does the same by itself.
const entryForm = document.querySelector("[data-rules]")?.closest<HTMLFormElement>("form:not([data-form])");
if (entryForm) {
  import("./field/asking").then(({ Asking }) => new Asking(entryForm).open(!entryForm.querySelector("#f-ended"), false));
}
