import { compile } from '../../compile/compile';
import type { Plan } from '../../compile/plan';
import { numbersOf } from '../../compile/numbers/numbers';
import { builtInFacts } from '../../data/catalogue';
import { type DatasetFacts, trainingCount } from '../../data/dataset';
import { mistakesOf } from '../../data/mistakes/mistakesOf';
import type { Document, Edit } from '../../document/document';
import { setParam, setTraining } from '../../document/edits';
import { applyFix } from '../../document/edits/fixes';
import { longestName } from '../../document/longestName';
import { type AnyTemplate, type Library, isArchitecture } from '../../document/template';
import { arrange } from '../../layout/arrange';
import { templateDocument } from '../../layout/templateDocument';
import { trainTrouble } from '../run/trainTrouble';

/** More changes than that are no fitting of a model any more. */
const mostFixes = 8;
/** About so many batches are learned from, in no fewer and no more epochs; and so many multiply-adds, which take a minute. */
const batches = 1200;
const [fewest, most] = [5, 100];
const multiplyAdds = 3e10;

/** Does a template learn from the same kind of samples to give the same kind of answer? */
function learnsAlike({ training }: AnyTemplate, { kind, target }: DatasetFacts): boolean {
  const own = training?.dataset === undefined ? null : builtInFacts(training.dataset);
  if (own === null || own.kind !== kind || own.target.kind !== target.kind) return false;
  if (target.kind === 'numbers' || own.target.kind === 'numbers') return true;
  return (own.target.classes === 2) === (target.classes === 2);
}

/** Inputs in the shape of the data, though they would take another: a text of ten words needs no room for two hundred. */
function shaped(document: Document, { kind, shape }: DatasetFacts, library: Library): Document {
  if (kind !== 'text') return document;
  const { inputs } = compile(document, library);
  return inputs.reduce((model, input) => setParam(input, 'shape', shape)(model), document);
}

/** Inputs, outputs and vocabulary in the size of the data: what the problems' own ways out would do, one by one. */
function fitted(document: Document, facts: DatasetFacts, library: Library): Document {
  let model = shaped(document, facts, library);
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

/** How often the data are gone through: often while they are few, seldom where a sample takes long. */
function epochsFor(document: Document, plan: Plan, facts: DatasetFacts): number {
  const samples = trainingCount(facts);
  const cost = [...numbersOf(plan).values()].reduce((sum, each) => sum + (each.multiplyAdds ?? 0), 0);
  const wanted = Math.round(batches / Math.ceil(samples / document.training.batchSize));
  return Math.min(most, Math.max(fewest, Math.min(wanted, Math.floor(multiplyAdds / (samples * cost)))));
}

/**
 * A model that learns from these data: of the recipes for such samples and answers the one with the fewest parameters of those
 * with more than one layer that learns; in the size of the data. Null where no recipe does.
 */
export function fittingModel(
  facts: DatasetFacts,
  templates: readonly AnyTemplate[],
  library: Library,
): Document | null {
  const [best] = templates
    .filter((template) => !isArchitecture(template) && learnsAlike(template, facts))
    .map((template) => {
      const made = templateDocument(template, {}, library);
      const learning = setTraining({ dataset: facts.id, loss: 'auto', validationSplit: null })(made);
      const document = fitted(learning, facts, library);
      return { document, plan: compile(document, library) };
    })
    .filter(({ document, plan }) => trainTrouble(plan, document.training, facts) === null)
    .filter(({ plan }) => plan.steps.filter(({ parameters }) => parameters > 0).length > 1)
    .toSorted((one, other) => one.plan.totals.parameters - other.plan.totals.parameters);
  if (best === undefined) return null;
  const { document, plan } = best;
  return arrange(setTraining({ epochs: epochsFor(document, plan, facts) })(document), library, 'towers');
}

/** Puts a model in the place of the one that is open. */
export const replaceModel =
  ({ nodes, edges, blocks, training }: Document, title: string): Edit =>
  ({ format, version }) => ({ format, version, title: title.slice(0, longestName), nodes, edges, blocks, training });
