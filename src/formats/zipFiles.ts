import { type Zippable, strToU8, zip } from 'fflate';

/** Files as a zip, all in one folder. */
export async function zipFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  folder: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const entries: Zippable = {};
  for (const [path, content] of Object.entries(files)) {
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    // Pictures and trained weights do not get smaller; trying would only take time.
    entries[`${folder}/${path}`] = [bytes, { level: /\.(png|bin)$/.test(path) ? 0 : 6 }];
  }
  return new Promise((resolve, reject) => {
    zip(entries, (error, bytes) => (error ? reject(error) : resolve(new Uint8Array(bytes))));
  });
}
