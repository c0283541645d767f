/**
 * `npx tsx e2e/keras/loadedOutputs.ts [NAME] [--size 224]`: weight files of Keras's architectures, loaded and computed
 * here, beside Keras's own outputs.
 */
import { parseArgs } from 'node:util';
import { architectures } from './outputs/architecture';
import { checkLoadedOutputs } from './outputs/loadedOutputs';

const { values, positionals } = parseArgs({ options: { size: { type: 'string' } }, allowPositionals: true });
const all = architectures(values.size === undefined ? undefined : Number(values.size));
const { compared, problems } = await checkLoadedOutputs(
  all.filter(({ keras }) => keras.includes(positionals[0] ?? '')),
);
for (const problem of problems) console.error(problem);
console.log(`${compared} outputs of loaded weights compared, ${problems.length} problems.`);
process.exitCode = problems.length === 0 && compared > 0 ? 0 : 1;
