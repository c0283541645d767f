import type { ParseArgsConfig } from 'node:util';
import type { Language } from '../../brick/brick';
import { exporters } from '../../exporters';
import type { ExportChoices, ExportOption } from '../../exporters/exportChoices';
import type { Exporter } from '../../exporters/exporter';
import { CommandError } from '../commandError';
import type { Flags } from '../templateOptions';

/** How each option is called on the command line, and what it does. */
const flagOf: Readonly<
  Record<ExportOption, { readonly flag: string; readonly value: string; readonly about: string }>
> = {
  weights: { flag: 'no-weights', value: '', about: 'leaves the weights out' },
  data: { flag: 'no-data', value: '', about: 'leaves the samples out' },
  tests: { flag: 'no-tests', value: '', about: 'leaves the tests out' },
  language: { flag: 'language', value: ' en|ko', about: 'is that of README and words' },
};
const options = Object.keys(flagOf) as ExportOption[];

/** The flags of every option for `parseArgs`. */
export const exportFlags: NonNullable<ParseArgsConfig['options']> = Object.fromEntries(
  options.map((option) => [flagOf[option].flag, { type: option === 'language' ? 'string' : 'boolean' }]),
);

/** `[--no-weights] [--no-data] …`. */
export const exportFlagsUsage = options.map((option) => `[--${flagOf[option].flag}${flagOf[option].value}]`).join(' ');

/** What each flag does and which targets take it, in a sentence. */
export const exportFlagsAbout = options
  .map((option) => {
    const targets = exporters.filter((exporter) => exporter.options.includes(option)).map(({ id }) => id);
    return `--${flagOf[option].flag} ${flagOf[option].about} (${targets.join(', ')})`;
  })
  .join('; ');

function languageOf({ language = 'en' }: Flags): Language {
  if (language === 'en' || language === 'ko') return language;
  throw new CommandError(`--language takes en or ko, not ${JSON.stringify(language)}.`);
}

/** What was chosen. Throws `CommandError` for an option that the target has not, and for ones that exclude each other. */
export function exportChoices({ id, options: own }: Pick<Exporter, 'id' | 'options'>, flags: Flags): ExportChoices {
  const strange = options.find((option) => flags[flagOf[option].flag] !== undefined && !own.includes(option));
  if (strange !== undefined) {
    const known = own.map((option) => `--${flagOf[option].flag}`).join(', ');
    throw new CommandError(
      `--to ${id} has no --${flagOf[strange].flag}; ${known === '' ? 'it has nothing to choose' : `it has ${known}`}.`,
    );
  }
  const choices = {
    weights: flags['no-weights'] !== true,
    data: flags['no-data'] !== true,
    tests: flags['no-tests'] !== true,
    language: languageOf(flags),
  };
  if (!choices.weights && flags['weights'] !== undefined) {
    throw new CommandError('--weights and --no-weights exclude each other.');
  }
  if (!choices.tests && flags['check'] === true) {
    throw new CommandError('--check runs the tests that --no-tests leaves out: give one of them.');
  }
  return choices;
}
