import type { LayersModel } from '@tensorflow/tfjs';
import { learnedFor } from '../../data/learned';
import { answersOf } from '../predictions';
import type { Settings } from '../settings';
import { answerElements } from './answers';
import { startBackend } from './backend';
import { createField } from './fields';
import { trainedModel } from './trainedModel';
import { words } from './words';

/** The trained weights of the project, and where Vite serves them: paths from the project’s folder. */
const weights = import.meta.glob<string>(['/weights/**/{model,data}.json', '/weights/**/{model,group*}.bin'], {
  query: '?url',
  import: 'default',
  eager: true,
});

interface Shown {
  readonly createModel: () => LayersModel;
  readonly settings: Settings;
}

const place = (id: string) => document.getElementById(id)!;

function say(text: string): void {
  place('status').textContent = text;
}

const sayError = (error: unknown) => say(error instanceof Error ? error.message : String(error));

async function start({ createModel, settings }: Shown): Promise<void> {
  document.documentElement.lang = words.language;
  document.title = words.title;
  place('title').textContent = words.title;
  say(words.loading);
  const backend = await startBackend();
  const trained = await trainedModel(createModel, settings, weights);
  if (trained === null) return say(words.untrained);

  const { model, learned } = trained;
  /** What is asked last is answered; what came in between is not. */
  let [asked, busy] = [false, false];
  const answer = async (): Promise<void> => {
    asked = true;
    if (busy) return;
    busy = true;
    place('answers').ariaBusy = 'true';
    while (asked) {
      asked = false;
      try {
        const samples = fields.flatMap((field) => field.sample() ?? []);
        if (samples.length < fields.length) place('answers').replaceChildren();
        else {
          const outputs = await answersOf(model, samples, 0, settings);
          const answers = learned?.answers ?? null;
          place('answers').replaceChildren(...answerElements(outputs, model.outputNames, answers, settings));
        }
        say(words.runsOn(backend));
      } catch (error) {
        place('answers').replaceChildren();
        sayError(error);
      }
    }
    busy = false;
    place('answers').ariaBusy = 'false';
  };
  const fields = model.inputs.map((input) => {
    const several = model.inputs.length > 1;
    const known = learnedFor(input, learned);
    return createField(input, known, several ? input.name : null, settings, answer);
  });
  place('fields').append(...fields.map(({ element }) => element));
  await answer();
}

/** The page of a model: a field for each input, and what the outputs say. What goes wrong is said on it. */
export function showDemo(shown: Shown): void {
  start(shown).catch(sayError);
}
