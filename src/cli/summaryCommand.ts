import { summaryText } from '../compile/summary';
import type { Command } from './command';
import { openRunnable } from './source';
import { templateFlags } from './templateOptions';

export const summaryCommand: Command = {
  name: 'summary',
  usage: '<template or file> [--expand] [--no-top --pooling avg --classes 10 --input 128x128x3]',
  about: 'prints the layers, output shapes and parameters as Keras does',
  flags: { ...templateFlags(), expand: { type: 'boolean' } },
  words: 1,
  run([name], flags) {
    const { plan } = openRunnable(name!, flags);
    process.stdout.write(summaryText(plan, { expandNested: flags['expand'] === true }));
  },
};
