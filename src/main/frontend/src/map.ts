// Lays a map that can be moved over each drawn one, when it comes into view on a device that can show it. Until then, and
// wherever that fails, the drawing stays.
function canDraw(): boolean {
  try {
    const context = document.createElement("canvas").getContext("webgl2");
    context?.getExtension("WEBGL_lose_context")?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}

const figures = document.querySelectorAll<HTMLElement>("[data-map]");
if (figures.length > 0 && "IntersectionObserver" in window && canDraw()) {
  const seen = new IntersectionObserver(
    (entries) => {
      for (const entry of entries.filter((candidate) => candidate.isIntersecting)) {
        seen.unobserve(entry.target);
        import("./live-map")
          .then(({ mount }) => mount(entry.target as HTMLElement))
          .catch((error: unknown) => console.warn("The drawn map stays:", error));
      }
    },
    { rootMargin: "120px" },
  );
  figures.forEach((figure) => seen.observe(figure));
}
