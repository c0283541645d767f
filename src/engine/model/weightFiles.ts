import type { Plan, WeightsFrom } from '../../compile/plan';
import type { OpenedModel } from '../../formats/saved/readSavedModel';
import type { NamedBlob, WeightFile } from '../../formats/weights/weightFile';
import { digitsTop } from '../../pretrained/digitsWeights';
import { type Match, complete, matchWeights } from '../../pretrained/matching/match';
import type { MatchReport } from '../../pretrained/matching/matchReport';
import { assignFrom } from './assignFrom';
import { told } from './openFiles';
import { type TensorPlaces, sharedPairs, tensorPlaces } from './starts/tensorPlaces';
import { yieldToEventLoop } from '../watch/steps';
import { EngineError } from '../protocol/engineError';
import type { BuiltModel } from './model';
import type { Surroundings } from '../surroundings';

/** A file for a model, or for a backbone in it. */
export interface WeightSource {
  /** Path of the backbone with a slash; empty for the model itself. */
  readonly prefix: string;
  readonly plan: Plan;
  readonly files: readonly NamedBlob[];
  /** All weights must be in the file; otherwise a head of one's own may be missing. */
  readonly whole: boolean;
  /** Weights whose owners only their order tells are taken without asking: it was asked before, or it is a known file. */
  readonly unasked: boolean;
  /** The file was put into another state of the model: its weights that are still there lie here. */
  readonly places?: TensorPlaces;
  /** Layers of the file that are left alone: its own top, where the model has another. */
  readonly without?: readonly string[];
}

export interface Loading {
  /** All files have been matched: these weights will come from them. */
  matched?(keys: ReadonlySet<string>): void;
  progress(name: string, done: number, total: number): void;
  readonly stopped: AbortSignal;
  /** Throws `EngineError('weightsUnreadable' | 'cancelled')`. */
  open(files: readonly NamedBlob[]): Promise<OpenedModel>;
}

/** The files that a plan's weights start from. Throws `EngineError('weightsMissing')` where one is not there yet. */
export async function startSources(plan: Plan, { weightFile }: Surroundings): Promise<readonly WeightSource[]> {
  const wanted = [
    ...(plan.weightsFrom ? [{ prefix: '', plan, from: plan.weightsFrom, whole: false }] : []),
    ...plan.steps.flatMap(({ name, nested, weightsFrom: from }) =>
      nested && from ? [{ prefix: `${name}/`, plan: nested, from, whole: true }] : [],
    ),
  ];
  return Promise.all(
    wanted.map(async ({ from, ...place }) => {
      const files = (await weightFile?.(from)) ?? null;
      if (files === null) throw new EngineError({ code: 'weightsMissing', data: missing(from) });
      const without = from.source === 'digits' && !from.includeTop ? [digitsTop] : [];
      return { ...place, files, without, unasked: true };
    }),
  );
}

const missing = ({ entry, file, architecture }: WeightsFrom): { id: string; bytes: number | null } =>
  entry ?? { id: file === '' ? architecture : file, bytes: null };

const usable = (match: Match, whole: boolean) =>
  complete(match) ||
  (!whole && match.pairs.length > 0 && match.report.wrongShape.length === 0 && match.amid.length === 0);

interface Opened {
  readonly file: WeightFile;
  readonly name: string;
  readonly match: Match;
  readonly prefix: string;
}

async function opened(
  { prefix, plan, files, whole, unasked, places, without = [] }: WeightSource,
  open: Loading['open'],
): Promise<Opened> {
  const name = files[0]?.name ?? '';
  const { weights: file } = await open(files);
  const layers = file.layers.filter((layer) => !without.includes(layer.name));
  if (places) return { file, name, match: sharedMatch(sharedPairs(plan, places, layers)), prefix };
  const match = matchWeights(plan, { ...file, layers });
  const { report } = match;
  const fits = usable(match, whole);
  if (fits && (unasked || report.byOrder.length === 0)) return { file, name, match, prefix };
  file.close();
  throw new EngineError({ code: fits ? 'weightsByOrder' : 'weightsMismatch', data: { name, report } });
}

/** What is not there has changed, which nobody misses. */
function sharedMatch(pairs: Match['pairs']): Match {
  const loaded = pairs.map(({ key }) => key);
  return { report: { loaded, missing: [], extra: [], byOrder: [], wrongShape: [] }, pairs, amid: [] };
}

async function openAll(sources: readonly WeightSource[], open: Loading['open']): Promise<readonly Opened[]> {
  const all: Opened[] = [];
  try {
    for (const source of sources) all.push(await opened(source, open));
    return all;
  } catch (error) {
    for (const { file } of all) file.close();
    throw error;
  }
}

/** What of a file went into a model. */
export interface PutWeights {
  readonly report: MatchReport;
  readonly keys: readonly string[];
  readonly places: TensorPlaces;
}

/**
 * Puts the weights of files into a model, tensor by tensor, after all of them have been matched; the reports come back by
 * source. Nothing is changed before the first `progress`; where it fails after that, the model has some of the new weights.
 * Throws `EngineError('weightsMismatch' | 'weightsByOrder' | 'weightsUnreadable' | 'cancelled')`.
 */
export async function putWeights(
  built: BuiltModel,
  sources: readonly WeightSource[],
  { progress, stopped, matched, open }: Loading,
): Promise<readonly PutWeights[]> {
  const byKey = new Map(built.weights.map((weight) => [weight.key, weight]));
  const results: PutWeights[] = [];
  const files = await openAll(sources, open);
  try {
    matched?.(new Set(files.flatMap(({ match, prefix }) => match.pairs.map(({ key }) => prefix + key))));
    for (const { file, name, match, prefix } of files) {
      const bytes = (shape: readonly number[]) => shape.reduce((product, axis) => product * axis, 4);
      const total = match.pairs.reduce((sum, { tensor: { shape } }) => sum + bytes(shape), 0);
      let done = 0;
      const goOn = () => {
        if (stopped.aborted) throw new EngineError({ code: 'cancelled', data: {} });
      };
      for (const pair of match.pairs) {
        goOn();
        progress(name, done, total);
        await assignFrom(byKey.get(prefix + pair.key)!, pair.tensor, () => yieldToEventLoop().then(goOn));
        done += bytes(pair.tensor.shape);
      }
      progress(name, total, total);
      const keys = match.pairs.map(({ key }) => prefix + key);
      results.push({ report: match.report, keys, places: tensorPlaces(match.pairs, file.layers) });
    }
    return results;
  } catch (error) {
    throw told(error, stopped);
  } finally {
    for (const { file } of files) file.close();
  }
}
