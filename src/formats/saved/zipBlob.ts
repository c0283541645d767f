import { Zip, ZipPassThrough, strToU8 } from 'fflate';

/** A zip of files as they are: weights do not get smaller, and stored entries can be read where they lie. */
export function zipBlob(files: Readonly<Record<string, string | Uint8Array>>): Blob {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part as Uint8Array<ArrayBuffer>);
  });
  for (const [name, content] of Object.entries(files)) {
    const entry = new ZipPassThrough(name);
    zip.add(entry);
    entry.push(typeof content === 'string' ? strToU8(content) : content, true);
  }
  zip.end();
  return new Blob(parts, { type: 'application/zip' });
}
