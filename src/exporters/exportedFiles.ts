import { runnable } from '../compile/plan';
import { builtInFacts } from '../data/catalogue';
import { compatibilityOf } from '../data/compatibility';
import { type Dataset, factsOf } from '../data/dataset';
import { type ExportChoices, type ExportOption } from './exportChoices';
import type { ExportNote } from './exportNote';
import { ExportRefused } from './exportRefused';
import type { ExportSupplies, ExportedFiles, ExportedModel, Exporter } from './exporter';

/** The files of an export, and what to know about them. */
export interface BuiltExport {
  readonly files: ExportedFiles;
  readonly notes: readonly ExportNote[];
}

/** What was asked for on the way, and what came. */
interface Came {
  weights?: boolean;
  data?: Dataset | null;
}

/** The supplies as far as they were chosen. */
function chosenSupplies(supplies: ExportSupplies, { weights, data }: ExportChoices, came: Came): ExportSupplies {
  return {
    ...supplies,
    // Called as methods of theirs: one supply may be made of another, which goes along or not.
    kerasWeights: () => supplies.kerasWeights(),
    sample: () => supplies.sample(),
    imagenetClasses: () => supplies.imagenetClasses(),
    sources: () => supplies.sources(),
    async weights() {
      const found = weights ? await supplies.weights() : null;
      came.weights = found !== null;
      return found;
    },
    async data() {
      const found = data ? await supplies.data() : null;
      came.data = found;
      return found;
    },
  };
}

type DataReason = Extract<ExportNote, { readonly code: 'noData' }>['data']['reason'];

/** Why the samples do not go along; null where they do. */
function dataReason({ document, plan }: ExportedModel, chosen: boolean, came: Dataset | null | undefined) {
  const { training } = document;
  const facts = came ? factsOf(came) : builtInFacts(training.dataset);
  const reason = (): DataReason | null => {
    if (!chosen) return 'chosen';
    if (facts === null || came === null) return 'elsewhere';
    return runnable(plan) && !('feeds' in compatibilityOf(plan, training, facts)) ? 'misfit' : null;
  };
  return reason();
}

function notesOf(exporter: Exporter, model: ExportedModel, choices: ExportChoices, came: Came): readonly ExportNote[] {
  const { plan, document } = model;
  const { options, without = [] } = exporter;
  const { dataset } = document.training;
  const notes: ExportNote[] = [];
  if (!runnable(plan)) {
    const problems = plan.issues.filter(({ severity }) => severity === 'error').length;
    notes.push({ code: 'openProblems', where: null, data: { problems } });
  }
  const starts = [plan, ...plan.steps].some(({ weightsFrom }) => weightsFrom !== undefined);
  const missing = !choices.weights ? 'chosen' : starts ? 'notHere' : 'untrained';
  const lacks = options.includes('weights') && came.weights === false && plan.totals.parameters > 0;
  const weights = without.includes('weights') ? 'target' : lacks ? missing : null;
  if (weights !== null) notes.push({ code: 'noWeights', where: null, data: { reason: weights } });
  const reason = options.includes('data') ? dataReason(model, choices.data, came.data) : null;
  const data = without.includes('data') ? 'target' : reason;
  if (data !== null) notes.push({ code: 'noData', where: null, data: { dataset, reason: data } });
  return notes;
}

/**
 * The files of a model for a target, as they were chosen: the one way to them, for page and command line. Rejects with what
 * a supply rejects with, with `ExportRefused`, and with `WeightsMismatch`.
 */
export async function exportedFiles(
  exporter: Exporter,
  { document, plan }: Pick<ExportedModel, 'document' | 'plan'>,
  supplies: ExportSupplies,
  choices: ExportChoices,
): Promise<BuiltExport> {
  const has = (option: ExportOption) => exporter.options.includes(option);
  const own: ExportChoices = {
    weights: choices.weights || !has('weights'),
    data: choices.data || !has('data'),
    tests: choices.tests || !has('tests'),
    language: choices.language,
  };
  const model: ExportedModel = { document, plan, language: own.language, tests: own.tests, withoutData: !own.data };
  const came: Came = {};
  try {
    const files = await exporter.files(model, chosenSupplies(supplies, own, came));
    return { files, notes: notesOf(exporter, model, own, came) };
  } catch (error) {
    if (own.weights || !(error instanceof ExportRefused) || error.trouble.code !== 'frozenRandom') throw error;
    // Not "train it first": it was said that the weights stay behind.
    const { where, data } = error.trouble;
    throw new ExportRefused({ code: 'frozenLeftOut', where, data: { target: data.target, others: data.others } });
  }
}
