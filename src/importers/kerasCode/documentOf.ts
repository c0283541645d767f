import { longestName } from '../../document/longestName';
import type { Library } from '../../document/template';
import { type Result, done, refused } from '../../document/result';
import type { ImportTrouble, Imported } from '../importer';
import { inCode, knownBackbones } from '../knownBackbones';
import { type GraphAnswers, graphDocument } from '../kerasGraph/graphDocument';
import { CodeError } from './codeError';
import { graphOf } from './model/graphOf';
import { type CodeFacts, codeTraining } from './training/codeTraining';
import type { Layer } from './values/value';

/** The document of a model that code makes, with how the code trains it. Never throws. */
export function documentOf(
  model: Layer,
  library: Library,
  answers: GraphAnswers = {},
  facts?: CodeFacts,
): Result<Imported, ImportTrouble> {
  try {
    const made = graphDocument(knownBackbones(graphOf(model), library, inCode), library, answers);
    if (!made.ok || !facts || !model.model) return made;
    const { document, report } = made.value;
    const { training, dropped } = codeTraining(document.training, model.model, facts);
    const title = facts.title?.slice(0, longestName) ?? document.title;
    return done({
      ...made.value,
      document: { ...document, title, training },
      report: { ...report, dropped: [...report.dropped, ...dropped] },
    });
  } catch (error) {
    if (error instanceof CodeError) return refused({ code: 'code', where: null, data: error.trouble });
    throw error;
  }
}
