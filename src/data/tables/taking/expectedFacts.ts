import type { DatasetFacts, TargetFacts } from '../../dataset';
import type { Survey } from '../survey';
import { type TableChoices, featuresOf } from './choices';
import { mergedLabels } from './labels';
import { mostWords } from './limits';
import { heldRows, olderSplit } from './split';

/** What a table will be as a dataset, as far as its survey tells: enough to say whether a model can learn from it. */
export function expectedFacts({ columns, rows }: Survey, choices: TableChoices): DatasetFacts {
  const facts = columns[choices.target]!;
  const merged = choices.mergeLabels && facts.values !== null ? mergedLabels(facts.values) : [];
  const classes = facts.distinct - merged.reduce((sum, { from }) => sum + from.length, 0);
  const target: TargetFacts =
    choices.answer === 'classes' ? { kind: 'classes', classes } : { kind: 'numbers', units: 1 };
  const count = rows - facts.missing;
  const { validation, test } = heldRows(count, choices.split ?? olderSplit);
  const features = featuresOf(choices);
  const shared = { id: 'own:', target, count, validation, ...(test > 0 && { test }) };
  if (features.kind === 'text') {
    // Not more than this: how many words come twice, only reading them tells.
    const words = count * (columns[features.columns[0]!]?.words ?? 0);
    return { ...shared, kind: 'text', shape: [1], vocabulary: Math.min(mostWords, Math.ceil(words)) };
  }
  const width = features.columns.reduce((sum, place) => {
    const { kind, missing } = choices.columns[place]!;
    const own = columns[place]!;
    return sum + (kind === 'category' ? own.distinct + (missing === 'own' && own.missing > 0 ? 1 : 0) : 1);
  }, 0);
  return { ...shared, kind: 'numbers', shape: [width], vocabulary: null };
}
