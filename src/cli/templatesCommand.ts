import { buildTemplate } from '../document/template';
import { compile } from '../compile/compile';
import { library, templates } from '../../templates/index';
import type { Command } from './command';
import { columns } from './columns';
import { flagOf } from './templateOptions';

export const templatesCommand: Command = {
  name: 'templates',
  usage: '',
  about: 'lists the templates with their parameters and options',
  flags: {},
  words: 0,
  run() {
    const rows = templates.map((template) => {
      const { totals } = compile(buildTemplate(template), library);
      const options = Object.entries(template.options).map(([name, { kind }]) =>
        kind === 'toggle' ? `--no-${flagOf(name)}` : `--${flagOf(name)}`,
      );
      return [template.id, template.title, totals.parameters.toLocaleString('en-US'), options.join(' ')];
    });
    process.stdout.write(columns([['Template', 'Title', 'Parameters', 'Options'], ...rows]));
  },
};
