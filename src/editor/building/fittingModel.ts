import { compile } from '../../compile/compile';
import { numbersOf } from '../../compile/numbers/numbers';
import { builtInFacts } from '../../data/catalogue';
import { type DatasetFacts, trainingCount } from '../../data/dataset';
import { mistakesOf } from '../../data/mistakes/mistakesOf';
import type { Document, Edit } from '../../document/document';
import { setTraining } from '../../document/edits';
import { applyFix } from '../../document/edits/fixes';
import { longestName } from '../../document/longestName';
import { type AnyTemplate, type Library, isArchitecture } from '../../document/template';
import { templateDocument } from '../../layout/templateDocument';
import { trainTrouble } from '../run/trainTrouble';

/** More changes than that are no fitting of a model any more. */
const mostFixes = 8;
/** About so many batches are learned from, in no fewer and no more epochs. */
const batches = 1200;
const [fewest, most] = [5, 100];

/** Does a template learn from the same kind of samples to give the same kind of answer? */
function learnsAlike({ training }: AnyTemplate, { kind, target }: DatasetFacts): boolean {
  const own = training?.dataset === undefined ? null : builtInFacts(training.dataset);
  if (own === null || own.kind !== kind || own.target.kind !== target.kind) return false;
  if (target.kind === 'numbers' || own.target.kind === 'numbers') return true;
  return (own.target.classes === 2) === (target.classes === 2);
}

/** Inputs, outputs and vocabulary in the size of the data: what the problems' own ways out would do, one by one. */
function fitted(document: Document, facts: DatasetFacts, library: Library): Document {
  let model = document;
  for (let time = 0; time < mostFixes; time++) {
    const { training } = model;
    const mistakes = mistakesOf({ plan: compile(model, library), training, facts, library });
    const [fix] = mistakes
      .filter(({ code }) => code === 'misfit' || code === 'units')
      .flatMap(({ fixes }) => fixes.filter(({ kind }) => kind === 'setParam'));
    if (fix === undefined) break;
    model = applyFix(fix, library, { items: new Map() })(model);
  }
  return model;
}

/**
 * A model that learns from these data: of the recipes for such samples and answers the one that takes least to compute but
 * one, since the least is a single layer; in the size of the data. Null where no recipe does.
 */
export function fittingModel(
  facts: DatasetFacts,
  templates: readonly AnyTemplate[],
  library: Library,
): Document | null {
  const made = templates
    .filter((template) => !isArchitecture(template) && learnsAlike(template, facts))
    .map((template) => templateDocument(template, {}, library))
    .map((document) => {
      const costs = [...numbersOf(compile(document, library)).values()].map(({ multiplyAdds }) => multiplyAdds ?? 0);
      return { document, cost: costs.reduce((sum, cost) => sum + cost, 0) };
    })
    .toSorted((one, other) => one.cost - other.cost);
  const chosen = (made[1] ?? made[0])?.document;
  if (chosen === undefined) return null;
  const perEpoch = Math.ceil(trainingCount(facts) / chosen.training.batchSize);
  const epochs = Math.min(most, Math.max(fewest, Math.round(batches / perEpoch)));
  const learning = setTraining({ dataset: facts.id, loss: 'auto', validationSplit: null, epochs })(chosen);
  const model = fitted(learning, facts, library);
  return trainTrouble(compile(model, library), model.training, facts) === null ? model : null;
}

/** Puts a model in the place of the one that is open. */
export const replaceModel =
  ({ nodes, edges, blocks, training }: Document, title: string): Edit =>
  ({ format, version }) => ({ format, version, title: title.slice(0, longestName), nodes, edges, blocks, training });
