/**
 * `npx tsx e2e/bench/training.ts [net …]`: training steps of several nets, ours beside plain TensorFlow.js in the same
 * run, in a real browser; `--backend webgpu` instead of wasm, on a device in software where there is no other; `--beside FOLDER` the engine of another checkout in turns with ours, `--rounds 3`,
 * `--seconds 3` of each round, `--profile` where the time of a step goes, `--no-plain`.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { trainingTable } from './trainingTable';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    backend: { type: 'string', default: 'wasm' },
    beside: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '3' },
    profile: { type: 'boolean', default: false },
    'no-plain': { type: 'boolean', default: false },
  },
});
if (values.backend !== 'wasm' && values.backend !== 'webgpu') throw new Error('--backend is wasm or webgpu.');
await trainingTable({
  backend: values.backend,
  wanted: positionals,
  beside: values.beside === undefined ? null : join(values.beside, 'src'),
  plain: !values['no-plain'],
  rounds: Number(values.rounds),
  seconds: Number(values.seconds),
  profile: values.profile,
});
