import { parseArgs } from 'node:util';
import { withLearningRate } from '../document/training/withLearningRate';
import type { Settings } from './settings';

const help = `npm run train -- [options]

  --data PATH          a CSV or tab-separated file of your own, or a folder of photos
  --epochs N           how many more epochs
  --batch-size N       samples of a batch; a smaller one needs less memory
  --batches N          batches of each epoch at most: a short try
  --learning-rate X
  --resume             goes on with the last run here: its epochs, its optimizer, its learning curve
  --fresh              starts with new weights
  --fine-tune          trains the end of the backbone too, ten times slower
  --json               one line of JSON for each epoch, and nothing else
`;

/** How a training is started: the settings with what the command line says otherwise. */
export interface TrainingFlags {
  readonly settings: Settings;
  readonly data: string | undefined;
  readonly batches: number | undefined;
  readonly resume: boolean;
  readonly fresh: boolean;
  readonly fineTune: boolean;
  readonly json: boolean;
}

function number(name: string, given: string, least: number, whole: boolean): number {
  const value = Number(given);
  if (Number.isFinite(value) && value >= least && (!whole || Number.isInteger(value))) return value;
  throw new Error(`--${name} takes a ${whole ? 'whole number' : 'number'} from ${least}, not ${given}.`);
}

/** Reads the command line; with --help says what there is and ends the process. Throws where a value is none. */
export function trainingFlags(settings: Settings, args: readonly string[] = process.argv.slice(2)): TrainingFlags {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      epochs: { type: 'string' },
      batches: { type: 'string' },
      'batch-size': { type: 'string' },
      'learning-rate': { type: 'string' },
      resume: { type: 'boolean', default: false },
      fresh: { type: 'boolean', default: false },
      'fine-tune': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    process.exit(0);
  }
  if (values.resume && values.fresh) throw new Error('--resume continues, --fresh starts again: use only one of them.');
  const count = (name: 'epochs' | 'batches' | 'batch-size') => {
    const given = values[name];
    return given === undefined ? undefined : number(name, given, 1, true);
  };
  const { optimizer } = settings;
  const usual = Number(optimizer.settings['learningRate']);
  const rate =
    values['learning-rate'] === undefined ? usual : number('learning-rate', values['learning-rate'], 0, false);
  const learningRate = values['fine-tune'] ? rate / 10 : rate;
  return {
    settings: {
      ...withLearningRate(settings, learningRate),
      epochs: count('epochs') ?? settings.epochs,
      batchSize: count('batch-size') ?? settings.batchSize,
    },
    data: values.data,
    batches: count('batches'),
    resume: values.resume,
    fresh: values.fresh,
    fineTune: values['fine-tune'],
    json: values.json,
  };
}
