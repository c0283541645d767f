import { Inflate, deflateSync, strFromU8, strToU8 } from 'fflate';
import type { Document } from '../document/document';
import { type Result, done } from '../document/result';
import { fromBase64Url, toBase64Url } from './base64url';

/** Longest link and largest document that are accepted: a small link can unpack to gigabytes. */
export const longestLink = 4_000_000;
export const largestDocument = 16 * 1024 * 1024;

const key = 'model=';
/** Unpacked piece by piece, so that a bomb is noticed after at most 4 MB too much. */
const piece = 4096;

export type ShareLinkTrouble =
  /** Cut off or changed on its way, e.g. by a mail program. */
  | { readonly code: 'linkBroken'; readonly data: Readonly<Record<string, never>> }
  /** Larger than any model; `limit` in characters or bytes. */
  | { readonly code: 'linkTooLarge'; readonly data: { readonly limit: number } };

export type ShareLinkResult = Result<string, ShareLinkTrouble>;

/** The whole document as a URL fragment, `#model=…`: nothing is sent to any server. */
export function shareFragment(document: Document): string {
  const bytes = strToU8(JSON.stringify(document));
  const packed = deflateSync(bytes, { level: 9 });
  const whole = new Uint8Array(4 + packed.length);
  new DataView(whole.buffer).setUint32(0, adler32(bytes));
  whole.set(packed, 4);
  return `#${key}${toBase64Url(whole)}`;
}

/**
 * Text of the document in a fragment, for `parse`; null when the fragment is about something else.
 * Never throws: a truncated, foreign or oversized link is error data.
 */
export function readShareFragment(fragment: string): ShareLinkResult | null {
  const start = fragment.startsWith('#') ? 1 : 0;
  if (!fragment.startsWith(key, start)) return null;
  if (fragment.length > longestLink)
    return { ok: false, error: { code: 'linkTooLarge', data: { limit: longestLink } } };
  const whole = fromBase64Url(fragment.slice(start + key.length));
  if (!whole || whole.length < 5) return broken;
  const bytes = inflated(whole.subarray(4));
  if (bytes === 'tooLarge') return { ok: false, error: { code: 'linkTooLarge', data: { limit: largestDocument } } };
  if (bytes === null || adler32(bytes) !== new DataView(whole.buffer).getUint32(0)) return broken;
  return done(strFromU8(bytes));
}

const broken: ShareLinkResult = { ok: false, error: { code: 'linkBroken', data: {} } };

function inflated(packed: Uint8Array): Uint8Array | 'tooLarge' | null {
  const parts: Uint8Array[] = [];
  let size = 0;
  let finished = false;
  const stream = new Inflate((part, final) => {
    parts.push(part);
    size += part.length;
    finished = final;
  });
  try {
    for (let start = 0; start < packed.length; start += piece) {
      stream.push(packed.subarray(start, start + piece), start + piece >= packed.length);
      if (size > largestDocument) return 'tooLarge';
    }
  } catch (error) {
    // fflate says "invalid block" and the like by throwing; every such link is broken in the same way.
    if (error instanceof Error) return null;
    throw error;
  }
  if (!finished) return null;
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Checksum of RFC 1950: a link that lost its end must not open as half a model. */
function adler32(bytes: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (const byte of bytes) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return ((high << 16) | low) >>> 0;
}
