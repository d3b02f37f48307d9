// Passkeys at /sign-in and /account. The buttons are hidden in the page and shown only where the browser knows passkeys; the
// words of what went wrong come from the page or the server.

type Json = Record<string, unknown>;

const bytes = (text: string): ArrayBuffer => {
  const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0)).buffer;
};

const text = (buffer: ArrayBuffer | null): string | undefined =>
  buffer === null
    ? undefined
    : btoa(String.fromCharCode(...new Uint8Array(buffer)))
        .replace(/\+/g, "-")
        .replace(/\//g, "_")
        .replace(/=+$/, "");

const withBytes = (list: unknown): PublicKeyCredentialDescriptor[] =>
  ((list as Json[] | undefined) ?? []).map((one) => ({
    ...(one as unknown as PublicKeyCredentialDescriptor),
    id: bytes(one["id"] as string),
  }));

async function post(address: string, csrf: string, body?: string): Promise<Json> {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "X-XSRF-TOKEN": csrf, "Content-Type": "application/json" },
    body: body ?? null,
  });
  if (!answer.ok && answer.status !== 422) {
    throw new Error(String(answer.status));
  }
  return (await answer.json()) as Json;
}

async function make(options: Json): Promise<string> {
  const user = options["user"] as Json;
  const credential = (await navigator.credentials.create({
    publicKey: {
      ...(options as unknown as PublicKeyCredentialCreationOptions),
      challenge: bytes(options["challenge"] as string),
      user: { ...(user as unknown as PublicKeyCredentialUserEntity), id: bytes(user["id"] as string) },
      excludeCredentials: withBytes(options["excludeCredentials"]),
    },
  })) as PublicKeyCredential;
  const response = credential.response as AuthenticatorAttestationResponse;
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: {
      attestationObject: text(response.attestationObject),
      clientDataJSON: text(response.clientDataJSON),
      transports: response.getTransports?.() ?? [],
    },
  });
}

async function ask(options: Json): Promise<string> {
  const credential = (await navigator.credentials.get({
    publicKey: {
      ...(options as unknown as PublicKeyCredentialRequestOptions),
      challenge: bytes(options["challenge"] as string),
      allowCredentials: withBytes(options["allowCredentials"]),
    },
  })) as PublicKeyCredential;
  const response = credential.response as AuthenticatorAssertionResponse;
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: {
      authenticatorData: text(response.authenticatorData),
      clientDataJSON: text(response.clientDataJSON),
      signature: text(response.signature),
      userHandle: text(response.userHandle),
    },
  });
}

// A form with data-passkey asks the address in data-options for a challenge, has the browser answer it, and sends the answer
// to its action.
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]")) {
  if (!("credentials" in navigator) || !("PublicKeyCredential" in window)) {
    continue;
  }
  form.hidden = false;
  document.querySelectorAll<HTMLElement>("[data-no-passkey]").forEach((element) => (element.hidden = true));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const fields = new FormData(form);
    const csrf = String(fields.get("_csrf"));
    fields.delete("_csrf");
    const complain = (words: string): void => {
      const place = form.querySelector<HTMLElement>("[data-problem]");
      if (place) {
        place.textContent = words;
        place.hidden = false;
      }
    };
    void (async () => {
      try {
        const options = await post(form.dataset["options"] ?? "", csrf);
        if (options["problem"]) {
          complain(String(options["problem"]));
          return;
        }
        const answer = await (form.dataset["passkey"] === "make" ? make : ask)(options);
        const query = new URLSearchParams([...fields.entries()].map(([name, value]) => [name, String(value)]));
        const result = await post(`${form.getAttribute("action")}?${query}`, csrf, answer);
        if (result["problem"]) {
          complain(String(result["problem"]));
        } else {
          location.assign(String(result["next"]));
        }
      } catch {
        complain(form.dataset["failed"] ?? "");
      }
    })();
  });
}
