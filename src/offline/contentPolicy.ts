import { servers } from '../pretrained/catalogue.ts';

/**
 * What a page may load: only its own files, and what it makes itself: pictures and files as `blob:` and `data:`,
 * WebAssembly without `eval`, and the catalogue's weights. Styles may stand in elements, which Radix and React Flow use;
 * no script may. What only a header can say (who may hold the page in a frame) is the server's to add.
 */
export const contentPolicy = (scripts = "'self' 'wasm-unsafe-eval'") =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self' data:",
    `connect-src 'self' blob: data: ${Object.values(servers).join(' ')}`,
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
