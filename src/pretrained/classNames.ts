import * as z from 'zod/mini';
import { publicFiles } from '../formats/publicFiles';

const namesSchema = z.array(z.string()).check(z.length(1000));

/**
 * Names of ImageNet's classes by index, as in Keras's class index (`African_elephant`); `crane` and `maillot` name two
 * classes each, so only the index says which. Throws where the text is not that list.
 */
export function readClassNames(text: string): readonly string[] {
  return namesSchema.parse(JSON.parse(text));
}

/** Loads the names that are shipped with the page. Throws what `fetch` throws, or where the server has no such file. */
export async function loadImagenetClasses(base = publicFiles()): Promise<readonly string[]> {
  const response = await fetch(`${base}imagenetClasses.json`);
  if (!response.ok) throw new Error(`imagenetClasses.json: ${response.status} ${response.statusText}`);
  return readClassNames(await response.text());
}

/** As people read it: `African elephant`. */
export const plainClassName = (name: string): string => name.replaceAll('_', ' ');
