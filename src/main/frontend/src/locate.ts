// "Where am I": on request only, asks the device for its position and opens the page of the tambon there.
function start(box: HTMLElement): void {
  const button = box.querySelector("button");
  const status = box.querySelector<HTMLElement>("[role=status]");
  const { at, place, failed, outside } = box.dataset;
  if (!button || !status || !at || !place || !("geolocation" in navigator)) {
    return;
  }
  box.hidden = false;
  const say = (text = ""): void => {
    status.textContent = text;
    button.disabled = false;
  };
  button.addEventListener("click", () => {
    button.disabled = true;
    status.textContent = "…";
    navigator.geolocation.getCurrentPosition(
      async ({ coords }) => {
        try {
          const answer = await fetch(`${at}?lat=${coords.latitude}&lon=${coords.longitude}`);
          if (answer.ok) {
            const found: { code: string } = await answer.json();
            location.assign(place + found.code);
          } else {
            say(answer.status === 404 ? outside : failed);
          }
        } catch {
          say(failed);
        }
      },
      () => say(failed),
      { timeout: 15_000, maximumAge: 60_000 },
    );
  });
}

document.querySelectorAll<HTMLElement>("[data-locate]").forEach(start);
