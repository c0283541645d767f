import type { z } from 'zod';
import { overfull, tooMany } from './overfull';
import { type Document, documentSchema, forbiddenNames, version } from '../document';
import { type Result, done, refused } from '../result';
import { programOf } from './foreign';
import { jsonTrouble } from './jsonPlace';
import { notJsonAt } from './jsonTree';
import type { ParseTrouble, ParseTroubleCode } from './parseTrouble';
import { repaired, sharedName } from './repair';
import { sharingRepaired } from '../structure/sharing';
import { upgraded } from './upgrades';

export type { ParseTrouble };

export type Parsed = Result<Document, ParseTrouble>;

/** Longest text that is read, in characters: a document of 5,000 bricks has about 4 million. */
export const longestText = 20_000_000;

function refuse<C extends ParseTroubleCode>(code: C, data: Extract<ParseTrouble, { code: C }>['data']): Parsed {
  return { ok: false, error: { code, data } as ParseTrouble };
}

/** The value of a JSON text that is neither too large nor too deep and names nothing twice. Never throws. */
export function jsonOf(source: string): Result<unknown, ParseTrouble> {
  const text = source.startsWith('\ufeff') ? source.slice(1) : source;
  if (text.length > longestText) return refused({ code: 'tooLarge', data: { size: text.length, limit: longestText } });
  const trouble = jsonTrouble(text);
  if (trouble === null) return done(JSON.parse(text) as unknown);
  const { line, column } = trouble;
  if (trouble.kind === 'repeated') return refused({ code: 'repeatedName', data: { name: trouble.key, line } });
  return refused({ code: trouble.kind === 'deep' ? 'tooDeep' : 'notJson', data: { line, column } });
}

/** A document from the text of a file: read → too new? → upgrade step by step → validate → put in order. Never throws. */
export function parse(source: string): Parsed {
  const json = jsonOf(source);
  return json.ok ? documentOf(json.value) : json;
}

/** A document from plain data, e.g. from the browser's database: like `parse`, without the text. Never throws. */
export function documentOf(value: unknown): Parsed {
  if (!isRecord(value)) return refuse('notDeepBrick', { program: Array.isArray(value) ? 'list' : null });
  const where = notJsonAt(value);
  if (where !== null) return refuse('invalid', { where, expected: 'JSON', got: '…' });
  if (value['format'] !== 'deepbrick') return refuse('notDeepBrick', { program: programOf(value) });
  const from = value['version'];
  if (typeof from !== 'number' || !Number.isInteger(from) || from < 1)
    return refuse('invalid', { where: 'version', expected: `1 … ${version}`, got: shown(from) });
  if (from > version) return refuse('tooNew', { version: from, supported: version });
  const forbidden = forbiddenIn(value);
  if (forbidden) return refuse('forbiddenName', forbidden);
  const file = upgraded(value, from);
  if (file === null) return refuse('tooNew', { version: from, supported: version });
  const nodes = file['nodes'];
  const count = isRecord(nodes) ? Object.keys(nodes).length : 0;
  const blocks = isRecord(file['blocks']) ? Object.keys(file['blocks']).length : 0;
  const many = tooMany(count, blocks);
  if (many) return refuse(many.code, many.data);
  const parsed = documentSchema.safeParse(file);
  if (!parsed.success) return refuse('invalid', invalidAt(parsed.error.issues[0]!, file));
  const document = parsed.data as Document;
  const name = sharedName(document);
  if (name !== null) return refuse('repeatedName', { name, line: null });
  const ordered = sharingRepaired(repaired(document));
  const over = overfull(ordered);
  return over ? refuse(over.code, over.data) : done(ordered);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Looks for keys that reach a prototype at any depth, without recursion. */
function forbiddenIn(file: Readonly<Record<string, unknown>>): { name: string; where: string } | null {
  const todo: { value: object; where: string }[] = [{ value: file, where: '' }];
  for (let next = todo.pop(); next; next = todo.pop()) {
    for (const key of Object.keys(next.value)) {
      if (forbiddenNames.includes(key)) return { name: key, where: next.where || 'file' };
      const inner = (next.value as Readonly<Record<string, unknown>>)[key];
      if (typeof inner === 'object' && inner !== null)
        todo.push({ value: inner, where: next.where ? `${next.where}.${key}` : key });
    }
  }
  return null;
}

/** A zod issue as path, what is allowed there, and what is there. */
function invalidAt(issue: z.core.$ZodIssue, file: unknown): { where: string; expected: string; got: string } {
  // A union reports all its branches; the path inside the first tells more than the union's own.
  const inner = issue.code === 'invalid_union' ? issue.errors[0]?.[0] : undefined;
  const path = [...issue.path, ...(inner?.path ?? [])];
  let value: unknown = file;
  for (const key of path) value = isRecord(value) || Array.isArray(value) ? (value as never)[key] : undefined;
  return { where: path.map(String).join('.') || 'file', expected: expectedOf(inner ?? issue), got: shown(value) };
}

function expectedOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'too_small':
      return `≥ ${String(issue.minimum)}`;
    case 'too_big':
      return `≤ ${String(issue.maximum)}`;
    case 'invalid_value':
      return issue.values.map(String).join(' | ');
    default:
      return issue.message;
  }
}

/** A value in a few characters. */
function shown(value: unknown): string {
  if (value === undefined) return '∅';
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
