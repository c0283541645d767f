import { textOf } from '../fileText';
import type { Importer } from '../importer';

/** `model.ts` of a TypeScript project that was exported here. Nothing of it is run. */
export const typescript: Importer = {
  id: 'typescript',
  name: { en: 'model.ts of a TypeScript project exported here', ko: '여기에서 내보낸 TypeScript 프로젝트의 model.ts' },
  kinds: ['program'],
  accepts: (first, name) => (/\.ts$/i.test(name) || !/\.\w+$/.test(name)) && isOurs(textOf(first)),
  // The parser comes when code does.
  read: async (file, library) => (await import('./readTypeScript')).readTypeScript(file, library),
};

/** Whether a text makes a model of TensorFlow.js, as far as its first letters tell. */
const isOurs = (text: string) => /from\s+["']@tensorflow\/tfjs["']/.test(text);
