import type { ParseArgsConfig } from 'node:util';
import * as z from 'zod/mini';
import type { Field } from '../brick/fields';
import type { Shape } from '../brick/shape';
import { allowedText } from '../compile/params';
import { type AnyTemplate, parseOptions } from '../document/template';
import { templates } from '../../templates/index';
import { CommandError } from './commandError';

/** Short names of options that have one. */
const short: Readonly<Record<string, string>> = { includeTop: 'top', inputShape: 'input' };

/** `pooling`, `--no-top` for `includeTop`, `--input` for `inputShape`, else the name in kebab case. */
export function flagOf(option: string): string {
  return short[option] ?? option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Flags of all templates' options for `parseArgs`: toggles take none or `--no-…`, everything else a value. */
export function templateFlags(): NonNullable<ParseArgsConfig['options']> {
  const fields = templates.flatMap(({ options }) => Object.entries(options));
  const flags: NonNullable<ParseArgsConfig['options']> = {};
  for (const [name, { kind }] of fields) {
    flags[flagOf(name)] = { type: kind === 'toggle' ? 'boolean' : 'string' };
    if (kind === 'toggle') flags[`no-${flagOf(name)}`] = { type: 'boolean' };
  }
  return flags;
}

export type Flags = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

/** Names of the template flags that were given. */
export function givenTemplateFlags(flags: Flags): string[] {
  return Object.keys(templateFlags()).filter((flag) => flags[flag] !== undefined);
}

function valueOf({ kind }: Field, text: string): unknown {
  switch (kind) {
    case 'integer':
    case 'optionalInteger':
    case 'number':
      return /^[-+.\d]/.test(text) ? Number(text) : text;
    case 'shape':
    case 'pair':
      return text.split(/[x×,]/).map((size) => (size === '' ? Number.NaN : Number(size)));
    default:
      return text;
  }
}

/** Options of a template from flags. Throws `CommandError` for a flag it has not, or a value that it does not take. */
export function optionsFrom(template: AnyTemplate, flags: Flags): Record<string, unknown> {
  const options: Record<string, unknown> = {};
  const known = new Set<string>();
  for (const [name, field] of Object.entries(template.options)) {
    const flag = flagOf(name);
    known.add(flag).add(`no-${flag}`);
    const value = flags[flag];
    if (value !== undefined && flags[`no-${flag}`]) {
      throw new CommandError(`--${flag} and --no-${flag} exclude each other; give one of them.`);
    }
    if (flags[`no-${flag}`]) options[name] = false;
    else if (typeof value === 'string') options[name] = valueOf(field, value);
    else if (value !== undefined) options[name] = value;
  }
  const foreign = givenTemplateFlags(flags).find((flag) => !known.has(flag));
  if (foreign !== undefined) {
    const own = Object.keys(template.options).map((name) => `--${flagOf(name)}`);
    const has = own.length === 0 ? 'it has none' : `it has ${own.join(', ')}`;
    throw new CommandError(`The template ${template.id} has no option --${foreign}; ${has}.`);
  }
  try {
    return parseOptions(template, options);
  } catch (error) {
    if (!(error instanceof z.core.$ZodError)) throw error;
    const name = String(error.issues[0]!.path[0]);
    const given = JSON.stringify(String(flags[flagOf(name)]));
    throw new CommandError(`--${flagOf(name)} takes ${allowed(template, name)}, not ${given}.`);
  }
}

function allowed({ options, architecture }: AnyTemplate, name: string): string {
  const field = options[name]!;
  if (field.kind !== 'shape') return allowedText(field);
  const example = `sizes such as ${(field.initial as Shape).join('x')}`;
  if (!architecture) return example;
  const { minimum } = architecture;
  return `${example}, at least ${minimum}x${minimum}`;
}
