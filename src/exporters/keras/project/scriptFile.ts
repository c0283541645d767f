import { cachingNotes } from '../../cachingNotes';
import { backendsFor } from './kerasBackend';
import type { ExportedModel } from '../../exporter';
import { docText } from '../model/functionText';
import { modelPart } from '../model/modelFile';
import { pythonFile } from '../pythonPart';
import { dataPart } from './dataFile';
import { type ProjectFacts, projectFacts } from './facts';
import { versions } from './pyprojectFile';
import { dataWords, weightsWords } from './readmeFile';
import { commandPart } from './trainFile';
import { trainPart } from './trainPart';

const widest = 88;

/** A paragraph, broken at words. */
function paragraph(text: string): string {
  const rows: string[] = [];
  for (const word of docText(text).split(' ')) {
    const last = rows.at(-1);
    if (last === undefined || last.length + 1 + word.length > widest) rows.push(word);
    else rows[rows.length - 1] = `${last} ${word}`;
  }
  return rows.join('\n');
}

/** `script.py`: the parts of the project that build and train the model, in one file. Never throws. */
export const scriptFile = (model: ExportedModel): string => scriptOf(projectFacts(model, null));

/** The same for data that are known. */
export function scriptOf(facts: ProjectFacts): string {
  const paragraphs = [
    `${docText(facts.plan.title) || 'A model'}, made with DeepBrick: Keras 3 in one script.`,
    `It needs keras ${versions.keras}, pillow, and ${facts.stateful ? 'TensorFlow' : 'JAX, TensorFlow or PyTorch'}: KERAS_BACKEND=${backendsFor(facts)[0]} python script.py; --help says with what it trains.`,
    `Data: ${dataWords(facts)}`,
    `Weights: ${weightsWords(facts, false)}`,
    ...cachingNotes(facts, 'en'),
  ];
  return pythonFile({
    about: `${paragraphs.map(paragraph).join('\n\n')}\n`,
    parts: [dataPart(facts), modelPart(facts.plan), trainPart(facts), commandPart(facts)],
    run: 'main()',
  });
}
