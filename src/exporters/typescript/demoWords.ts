import type { Plan } from '../../compile/plan';
import { columnsOf } from './text/layout';
import { typescriptString } from './text/typescriptText';

/** The texts of the demo with the model's title, in the style of the runtime. */
export function demoWords(text: string, { title }: Plan): string {
  const value = typescriptString(title || 'Model', "'");
  const line = `  title: ${value},`;
  return text.replace(/^  title: .*$/m, () => (columnsOf(line) <= 120 ? line : `  title:\n    ${value},`));
}
