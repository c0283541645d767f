/** As our own server sends them: behind these, browsers give a page the memory that threads share. */
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** The answer with the headers of cross-origin isolation, where the host has not set them itself. */
export function isolated(answer: Response): Response {
  // What leads elsewhere, or cannot be looked into, goes through as it is.
  if (answer.type === 'opaqueredirect' || answer.type === 'opaque' || answer.type === 'error') return answer;
  const headers = new Headers(answer.headers);
  for (const [name, value] of Object.entries(isolation)) if (!headers.has(name)) headers.set(name, value);
  const { status, statusText } = answer;
  const empty = status === 204 || status === 205 || status === 304;
  return new Response(empty ? null : answer.body, { status, statusText, headers });
}
