import * as z from 'zod/mini';
import type { Document } from '../../document/document';
import { parse } from '../../document/reading/parse';
import type { ParseError } from '../../document/reading/parseError';
import type { Language } from '../../brick/brick';
import { ShapeError } from '../../brick/shape';
import { type AnyTemplate, type Library, titleOf } from '../../document/template';
import type { ShareLinkError } from '../../formats/shareLink';
import { templateSources } from '../../document/templateStart';
import { templateDocument } from '../../layout/templateDocument';
import type { Projects } from './projects';

/** Why the address could not be followed; the sentence is made in `src/i18n/start.ts`. */
export type StartTrouble =
  | { readonly code: 'unknownTemplate'; readonly data: { readonly id: string; readonly known: readonly string[] } }
  | { readonly code: 'templateOption'; readonly data: { readonly option: string; readonly value: string } }
  | { readonly code: 'link'; readonly data: ShareLinkError }
  | { readonly code: 'linkDocument'; readonly data: ParseError };

type Asked =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'document'; readonly document: Document }
  | { readonly kind: 'trouble'; readonly trouble: StartTrouble };

/** What an address asks for: `?template=vgg16&weights=imagenet&includeTop=false`, a share link's fragment, or nothing. */
export async function askedFor(
  { search, hash }: Pick<Location, 'search' | 'hash'>,
  templates: readonly AnyTemplate[],
  library: Library,
  language: Language,
): Promise<Asked> {
  // Few addresses carry a model; unpacking is loaded for them alone.
  const shared = hash.length > 1 ? (await import('../../formats/shareLink')).readShareFragment(hash) : null;
  if (shared) {
    if (!shared.ok) return trouble({ code: 'link', data: shared.error });
    const parsed = parse(shared.value);
    if (!parsed.ok) return trouble({ code: 'linkDocument', data: parsed.error });
    return { kind: 'document', document: parsed.value };
  }
  const query = new URLSearchParams(search);
  const id = query.get('template');
  if (id === null) return { kind: 'nothing' };
  const template = templates.find((candidate) => candidate.id === id);
  if (!template) return trouble({ code: 'unknownTemplate', data: { id, known: templates.map((known) => known.id) } });
  const options: Record<string, unknown> = {};
  for (const [name, { kind }] of Object.entries(template.options)) {
    const text = query.get(name);
    // One of several words; some of them look like numbers.
    if (text !== null) options[name] = kind === 'choice' ? text : valueOf(text);
  }
  const asked = query.get('weights') ?? 'random';
  const weights = templateSources(template).find((source) => source === asked);
  const noWeights = trouble({ code: 'templateOption', data: { option: 'weights', value: asked } });
  if (weights === undefined) return noWeights;
  try {
    const title = titleOf(template, language);
    return { kind: 'document', document: { ...templateDocument(template, options, library, weights), title } };
  } catch (error) {
    if (error instanceof ShapeError) return noWeights;
    if (!(error instanceof z.core.$ZodError)) throw error;
    const option = String(error.issues[0]?.path[0] ?? '');
    return trouble({ code: 'templateOption', data: { option, value: query.get(option) ?? '' } });
  }
}

const trouble = (trouble: StartTrouble): Asked => ({ kind: 'trouble', trouble });

/** `false`, `4`, `[224,224,3]`, `224x224x3`, or a word. */
function valueOf(text: string): unknown {
  if (/^\d+([x×,]\d+)+$/.test(text)) return text.split(/[x×,]/).map(Number);
  if (/^(true|false|null|-?\d+(\.\d+)?|\[[-\d., ]*\])$/.test(text)) return JSON.parse(text) as unknown;
  return text;
}

/**
 * Opens what there is to open on start: a template or a shared model as a new project, else the last project,
 * else the first template (the digits). Answers why an address could not be followed.
 */
export async function startProjects(
  projects: Projects,
  location: Pick<Location, 'search' | 'hash'>,
  templates: readonly AnyTemplate[],
  library: Library,
  language: Language,
): Promise<StartTrouble | null> {
  const asked = await askedFor(location, templates, library, language);
  if (asked.kind !== 'document') {
    await projects.start(() => templateDocument(templates[0]!, {}, library));
    return asked.kind === 'trouble' ? asked.trouble : null;
  }
  let opened = false;
  await projects.start(() => {
    opened = true;
    return asked.document;
  });
  if (!opened) await projects.create(asked.document);
  return null;
}
