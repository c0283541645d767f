import type { Plan } from '../../compile/plan';
import { typescriptString } from './typescriptText';

/** The texts of the demo with the model's title. */
export function demoWords(text: string, { title }: Plan): string {
  return text.replace(/^  title: .*$/m, () => `  title: ${typescriptString(title || 'Model')},`);
}
