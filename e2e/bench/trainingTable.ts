import { cpus } from 'node:os';
import type { Steps, TrainedOn } from './page/trainingSteps';
import { type NetName, batchSizes } from './page/nets';
import { withBench } from './openBench';
import { timesOf } from './times';

/** What is measured: nets whose names have one of these words, or all; in so many rounds of so many seconds. */
interface Wanted {
  readonly backend: TrainedOn;
  readonly wanted: readonly string[];
  /** The `src` of another checkout; null for ours alone. */
  readonly beside: string | null;
  /** Plain TensorFlow.js, too. */
  readonly plain: boolean;
  readonly rounds: number;
  readonly seconds: number;
  readonly profile: boolean;
}

type Kind = 'engineSteps' | 'plainSteps';
type Measure = (net: NetName) => Promise<Steps | string>;

/** Each round in a fresh page: a memory that has grown does not shrink. */
const measuring = (
  kind: Kind,
  source: string | null,
  { seconds, backend, profile }: Wanted,
  work: (measure: Measure) => Promise<void>,
) =>
  withBench(async (open) => {
    await work(async (net) => {
      const page = await open();
      const got = await page.evaluate(
        (given) => globalThis.bench[given.kind](given.net, given.seconds, given.backend, given.profile),
        { kind, net, seconds, backend, profile },
      );
      await page.close();
      return got;
    });
  }, source);

type Rounds = readonly (Steps | string)[];

const timesIn = (rounds: Rounds) =>
  rounds.flatMap((round) => (typeof round === 'string' ? [] : round.times)).toSorted((one, other) => one - other);

function cells(rounds: Rounds): string {
  const [first] = rounds;
  if (typeof first === 'string') return `${first} | | | | `;
  const all = timesIn(rounds);
  const { least, median } = timesOf(all);
  const { kernels, heap, dispatches, submits } = first!;
  return `${median.toFixed(1)} (${least.toFixed(1)}–${all.at(-1)!.toFixed(1)}) | ${kernels} | ${dispatches} | ${submits} | ${(heap / 1e6).toFixed(0)}`;
}

function showProfile(name: string, [first]: Rounds): void {
  if (typeof first === 'string') return;
  console.log(
    `    ${name}: losses ${first!.losses
      .slice(0, 6)
      .map((loss) => loss.toFixed(6))
      .join(' ')}`,
  );
  for (const [kernel, time, calls] of first!.profile.slice(0, 16))
    console.log(`    ${time.toFixed(2).padStart(9)} ms ${String(calls).padStart(6)} × ${kernel}`);
}

async function table(
  kinds: Readonly<Record<string, Measure>>,
  { wanted, rounds, profile, backend }: Wanted,
): Promise<void> {
  const names = Object.keys(kinds);
  console.log(`\nTraining on ${backend}, per step: median (least–most)`);
  console.log(
    `| net, batch | ${names.map((name) => `${name}, ms | kernels | dispatches | submits | MB`).join(' | ')} | times as fast |`,
  );
  const named = (net: string) => wanted.some((part) => net.toLowerCase().includes(part.toLowerCase()));
  for (const net of (Object.keys(batchSizes) as NetName[]).filter((each) => wanted.length === 0 || named(each))) {
    const measured = names.map((): (Steps | string)[] => []);
    for (let round = 0; round < rounds; round++)
      for (const [at, measure] of Object.values(kinds).entries()) measured[at]!.push(await measure(net));
    const [ours, ...others] = measured.map((each) => timesOf(timesIn(each)).median as number | undefined);
    const ratios = others.map((other) => (other === undefined ? '' : (other / ours!).toFixed(2)));
    const ratio = ratios.filter((each) => each !== '').join(', ');
    console.log(`| ${net}, ${batchSizes[net]} | ${measured.map(cells).join(' | ')} | ${ratio} |`);
    if (profile) for (const [at, name] of names.entries()) showProfile(name, measured[at]!);
  }
}

/** Prints milliseconds, kernel calls and memory of a training step: ours, and what it is compared to, in turns. */
export async function trainingTable(wanted: Wanted): Promise<void> {
  const { beside, plain } = wanted;
  console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
  const others: [name: string, kind: Kind, source: string | null][] = [];
  if (beside !== null) others.push(['beside', 'engineSteps', beside]);
  if (plain) others.push(['plain tfjs', 'plainSteps', null]);
  const withNext = async (kinds: Readonly<Record<string, Measure>>, [next, ...rest]: typeof others): Promise<void> => {
    if (next === undefined) return table(kinds, wanted);
    const [name, kind, source] = next;
    return measuring(kind, source, wanted, (measure) => withNext({ ...kinds, [name]: measure }, rest));
  };
  await measuring('engineSteps', null, wanted, (ours) => withNext({ ours }, others));
}
