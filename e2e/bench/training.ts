/**
 * `npx tsx e2e/bench/training.ts [net …]`: training steps on wasm of several nets, ours beside plain TensorFlow.js in the
 * same run, in a real browser; `--beside FOLDER` another checkout's engine in turns with ours, `--rounds 3`,
 * `--steps 5` of each round, `--profile` where the time of a step goes, `--no-plain`.
 */
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Steps } from './page/trainingSteps';
import { type NetName, batchSizes } from './page/nets';
import { type WithBench, withBench } from './openBench';
import { timesOf } from './times';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    beside: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    steps: { type: 'string', default: '5' },
    profile: { type: 'boolean', default: false },
    'no-plain': { type: 'boolean', default: false },
  },
});
const nets = (Object.keys(batchSizes) as NetName[]).filter(
  (net) => positionals.length === 0 || positionals.some((part) => net.toLowerCase().includes(part.toLowerCase())),
);
const steps = Number(values.steps);

type Measure = (net: NetName) => Promise<Steps | string>;

/** Each round in a fresh page: a memory that has grown does not shrink. */
const measuring = (
  kind: 'engineSteps' | 'plainSteps',
  source: string | null,
  work: (measure: Measure) => Promise<void>,
) =>
  withBench(async (open) => {
    await work(async (net) => {
      const page = await open();
      const got = await page.evaluate(
        ({ kind, net, steps }) => (globalThis as unknown as WithBench).bench[kind](net, steps),
        { kind, net, steps },
      );
      await page.close();
      return got;
    });
  }, source);

function cells(rounds: readonly (Steps | string)[]): string {
  const done = rounds.filter((round) => typeof round !== 'string');
  if (done.length === 0) return `${rounds[0]} | |`;
  const all = done.flatMap(({ times }) => times).toSorted((one, other) => one - other);
  const { least, median } = timesOf(all);
  const { kernels, heap } = done[0]!;
  return `${median.toFixed(1)} (${least.toFixed(1)}–${all.at(-1)!.toFixed(1)}) | ${kernels} | ${(heap / 1e6).toFixed(0)}`;
}

async function table(kinds: Readonly<Record<string, Measure>>): Promise<void> {
  const names = Object.keys(kinds);
  console.log(`| net, batch | ${names.map((name) => `${name}: ms a step | kernels | MB`).join(' | ')} | ratio |`);
  for (const net of nets) {
    const rounds = names.map((): (Steps | string)[] => []);
    for (let round = 0; round < Number(values.rounds); round++)
      for (const [at, measure] of Object.values(kinds).entries()) rounds[at]!.push(await measure(net));
    const median = (of: readonly (Steps | string)[]) =>
      timesOf(of.flatMap((round) => (typeof round === 'string' ? [] : round.times))).median;
    const ratios = rounds.slice(1).map((other) => (median(other) / median(rounds[0]!)).toFixed(2));
    console.log(`| ${net}, ${batchSizes[net]} | ${rounds.map(cells).join(' | ')} | ${ratios.join(', ')} |`);
    const curves = rounds.map(([first]) => (typeof first === 'string' ? [] : first!.losses.slice(0, 7)));
    for (const curve of curves) console.log(`    losses ${curve.map((loss) => loss.toFixed(6)).join(' ')}`);
    if (values.profile)
      for (const [at, [first]] of rounds.entries()) {
        if (typeof first === 'string') continue;
        console.log(`    ${names[at]}, ${first!.threads} threads`);
        for (const [kernel, time, calls] of first!.profile.slice(0, 16))
          console.log(`    ${time.toFixed(2).padStart(9)} ms ${String(calls).padStart(6)} × ${kernel}`);
      }
  }
}

console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}`);
await measuring('engineSteps', null, async (ours) => {
  const others: [string, 'engineSteps' | 'plainSteps', string | null][] = [];
  if (values.beside !== undefined) others.push(['beside', 'engineSteps', join(values.beside, 'src')]);
  if (!values['no-plain']) others.push(['plain tfjs', 'plainSteps', null]);
  const withNext = async (kinds: Readonly<Record<string, Measure>>, [next, ...rest]: typeof others): Promise<void> =>
    next === undefined
      ? table(kinds)
      : measuring(next[1], next[2], (measure) => withNext({ ...kinds, [next[0]]: measure }, rest));
  await withNext({ ours }, others);
});
