// "The tambon where I am now": on request only, asks the device for its position and opens the page of the tambon there.
function start(box: HTMLElement): void {
  const button = box.querySelector("button");
  const status = box.querySelector<HTMLElement>("[role=status]");
  const { at, place, locating, outside, denied, failed } = box.dataset;
  if (!button || !status || !at || !place || !("geolocation" in navigator) || !isSecureContext) {
    return;
  }
  box.hidden = false;
  const say = (text = ""): void => {
    status.textContent = text;
    button.disabled = false;
  };
  button.addEventListener("click", () => {
    button.disabled = true;
    status.textContent = locating ?? "";
    navigator.geolocation.getCurrentPosition(
      async ({ coords }) => {
        try {
          const answer = await fetch(`${at}?lat=${coords.latitude.toFixed(5)}&lon=${coords.longitude.toFixed(5)}`);
          if (answer.ok) {
            const found: { code: string } = await answer.json();
            say();
            location.assign(place + found.code);
          } else {
            say(answer.status === 404 ? outside : failed);
          }
        } catch {
          say(failed);
        }
      },
      (error) => say(error.code === error.PERMISSION_DENIED ? denied : failed),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  });
}

document.querySelectorAll<HTMLElement>("[data-locate]").forEach(start);
