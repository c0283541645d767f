import { ownClass } from '../../compile/tfjsCall';

/** `layers.ts` of the project's runtime: our layers that the model is made of, by their files in `src/engine/layers`. */
export function layersFile(own: readonly string[]): string {
  const lines = own.map((name) => `export { ${ownClass(name)} } from './engine/layers/${name}';\n`);
  return lines.length === 0 ? 'export {};\n' : lines.join('');
}
