// Asks the device where it is, and says how that goes.
const ACCURATE = { enableHighAccuracy: true, timeout: 30_000, maximumAge: 2_000 };

export function position(words: Record<string, string>, said: HTMLElement, found: (place: GeolocationCoordinates) => void): void {
  said.textContent = words["locating"] ?? "";
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      said.textContent = (words["accuracy"] ?? "").replace("{0}", String(Math.round(coords.accuracy)));
      found(coords);
    },
    (error) => {
      said.textContent = words[error.code === error.PERMISSION_DENIED ? "denied" : "no-position"] ?? "";
    },
    ACCURATE,
  );
}
