import { summaryText } from '../../compile/numbers/summary';
import { summaryCsv } from '../../compile/numbers/summaryTable';
import type { Command } from './command';
import { CommandError } from '../commandError';
import { openRunnable } from '../source';
import { type Flags, templateFlags } from '../templateOptions';

export const summaryCommand: Command = {
  name: 'summary',
  usage:
    '<template or file> [--expand] [--numbers] [--csv] [--batch 32] [--no-top --pooling avg --classes 10 --input 128x128x3 --alpha 0.25]',
  about:
    'prints the layers, output shapes and parameters as Keras does; --numbers adds multiply-adds, memory and receptive field',
  flags: {
    ...templateFlags(),
    expand: { type: 'boolean' },
    numbers: { type: 'boolean' },
    csv: { type: 'boolean' },
    batch: { type: 'string' },
  },
  words: 1,
  async run([name], flags) {
    const { plan, document } = await openRunnable(name!, flags);
    const batchSize = batchOf(flags['batch']) ?? document.training.batchSize;
    if (flags['csv'] === true) {
      process.stdout.write(summaryCsv(plan, batchSize));
      return;
    }
    const numbers = flags['numbers'] === true ? { numbersFor: batchSize } : {};
    process.stdout.write(summaryText(plan, { expandNested: flags['expand'] === true, ...numbers }));
  },
};

/** Throws `CommandError` for what is no batch size. */
function batchOf(given: Flags[string]): number | undefined {
  if (given === undefined) return undefined;
  const size = Number(given);
  if (Number.isInteger(size) && size >= 1 && size <= 65_536) return size;
  throw new CommandError(`--batch takes a whole number, 1 … 65536, not ${JSON.stringify(given)}.`);
}
