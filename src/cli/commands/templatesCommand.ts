import { templateGroups } from '../../document/template';
import { galleryWords } from '../../i18n/gallery';
import { templates } from '../../../templates/index';
import type { Command } from './command';
import { columns } from '../columns';
import { flagOf } from '../templateOptions';

export const templatesCommand: Command = {
  name: 'templates',
  usage: '',
  about: 'lists the templates by task with their parameters and options',
  flags: {},
  words: 0,
  run() {
    const rows = templateGroups.flatMap((group) =>
      templates
        .filter((template) => (template.group ?? 'start') === group)
        .map(({ id, title, expect, options }) => {
          const flags = Object.entries(options).map(([name, { kind }]) =>
            kind === 'toggle' ? `--no-${flagOf(name)}` : `--${flagOf(name)}`,
          );
          return { group, row: [id, title, expect.weights.toLocaleString('en-US'), flags.join(' ')] };
        }),
    );
    const [head, ...lines] = columns([['Template', 'Title', 'Parameters', 'Options'], ...rows.map(({ row }) => row)])
      .trimEnd()
      .split('\n');
    const listed = rows.map(({ group }, index) =>
      rows[index - 1]?.group === group ? lines[index]! : `\n${galleryWords.en[group]}\n${lines[index]!}`,
    );
    process.stdout.write(`${[head!, ...listed].join('\n')}\n`);
  },
};
