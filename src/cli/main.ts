import { parseArgs } from 'node:util';
import { bricksCommand } from './commands/bricksCommand';
import { checkCommand } from './commands/checkCommand';
import { columns } from './columns';
import { type Command, checkWords } from './commands/command';
import { CommandError } from './commandError';
import { convertCommand } from './commands/convertCommand';
import { dataCommand } from './commands/dataCommand';
import { exportCommand } from './commands/exportCommand';
import { importCommand } from './commands/importCommand';
import { suggestion } from './nearest';
import { predictCommand } from './commands/predictCommand';
import { summaryCommand } from './commands/summaryCommand';
import { templatesCommand } from './commands/templatesCommand';
import { weightsCommand } from './commands/weightsCommand';

const commands: readonly Command[] = [
  summaryCommand,
  checkCommand,
  exportCommand,
  importCommand,
  dataCommand,
  templatesCommand,
  bricksCommand,
  weightsCommand,
  predictCommand,
  convertCommand,
];

function help(): string {
  const rows = commands.map(({ name, usage, about }) => [`  ${name} ${usage}`.trimEnd(), about]);
  const lines = rows.map(([usage, about]) => `${usage}\n      ${about}\n`).join('');
  return `DeepBrick on the command line\n\n${lines}\n${columns([['  --help', 'prints this']])}`;
}

/** Runs one command. Rejects with `CommandError` for the caller's mistakes. */
export async function main(args: readonly string[]): Promise<void> {
  const [name, ...rest] = args;
  const wantsHelp = args.includes('--help') || args.includes('-h') || name === 'help';
  if (wantsHelp) {
    process.stdout.write(help());
    return;
  }
  const names = commands.map((command) => command.name);
  const command = commands.find((candidate) => candidate.name === name);
  if (name === undefined) throw new CommandError(`Which command? ${names.join(', ')}; --help says more.`);
  if (!command) {
    throw new CommandError(`There is no command ${JSON.stringify(name)}.${suggestion(name, names)} --help lists them.`);
  }
  const { values, positionals } = parseArgs({ args: rest, options: command.flags, allowPositionals: true });
  checkWords(command, positionals);
  await command.run(positionals, values);
}
