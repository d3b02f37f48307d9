// Opens the forms for the field without a signal. It answers for nothing else: every other page comes from the server or not at
// all, so that nobody reads an old figure without knowing.
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface Fetching extends Extendable {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface Scope extends EventTarget {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}

const scope = self as unknown as Scope;
const FORM = /^(\/[a-z]{2})?\/registers\/[^/]+\/field$/;

scope.addEventListener("install", (event) => (event as Extendable).waitUntil(scope.skipWaiting()));
scope.addEventListener("activate", (event) => (event as Extendable).waitUntil(scope.clients.claim()));

const kept = async (request: Request): Promise<Response | undefined> => (await caches.open("field")).match(request, { ignoreSearch: true, ignoreVary: true });

// The form from the server, and kept anew; the kept one where there is no signal.
async function form(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request);
    if (answer.ok) {
      await (await caches.open("field")).put(new URL(request.url).pathname, answer.clone());
    }
    return answer;
  } catch (error) {
    const standing = await kept(request);
    if (standing) {
      return standing;
    }
    throw error;
  }
}

scope.addEventListener("fetch", (event) => {
  const { request, respondWith } = event as Fetching;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) {
    return;
  }
  if (request.mode === "navigate" && FORM.test(url.pathname)) {
    respondWith.call(event, form(request));
  } else if (url.pathname.startsWith("/assets/") || request.destination === "style") {
    respondWith.call(
      event,
      kept(request).then((standing) => standing ?? fetch(request)),
    );
  }
});
