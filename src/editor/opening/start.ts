import { type Document, emptyDocument } from '../../document/document';
import { parse } from '../../document/reading/parse';
import type { ParseTrouble } from '../../document/reading/parseTrouble';
import { type Result, done, refused } from '../../document/result';
import type { Language } from '../../brick/brick';
import type { AnyTemplate, Library } from '../../document/template';
import { photosToCome } from '../../document/training/datasetIds';
import type { ShareLinkTrouble } from '../../formats/shareLink';
import { templateSources } from '../../document/publishedWeights';
import { templateDocument } from '../../layout/templateDocument';
import type { LinkTrouble } from './linkSettings';
import { type TemplateTrouble, templateProject } from './templateProject';
import { valueOf } from './valueOf';
import type { Projects } from '../projects/projects';
import type { SessionStore } from '../session';

/** Why the address could not be followed; the sentence is made in `src/i18n/troubles/start.ts`. */
export type StartTrouble =
  | { readonly code: 'unknownTemplate'; readonly data: { readonly id: string; readonly known: readonly string[] } }
  | TemplateTrouble
  | LinkTrouble
  | { readonly code: 'link'; readonly data: ShareLinkTrouble }
  | { readonly code: 'linkDocument'; readonly data: ParseTrouble };

/** All templates; few starts need them. */
export type LoadTemplates = () => Promise<readonly AnyTemplate[]>;

/** Few addresses set or lock anything. */
const loadLinkSettings = () => import('./linkSettings');

/**
 * What an address asks for: `?template=vgg16&weights=imagenet&includeTop=false`, a share link's fragment, or nothing
 * (null); and how it is trained: `&data=digits-odd&epochs=3`.
 */
export async function askedFor(
  { search, hash }: Pick<Location, 'search' | 'hash'>,
  loadTemplates: LoadTemplates,
  library: Library,
  language: Language,
): Promise<Result<Document | null, readonly StartTrouble[]>> {
  const query = new URLSearchParams(search);
  // Few addresses carry a model; unpacking is loaded for them alone.
  const shared = hash.length > 1 ? (await import('../../formats/shareLink')).readShareFragment(hash) : null;
  if (shared) {
    if (!shared.ok) return refused([{ code: 'link', data: shared.error }]);
    const parsed = parse(shared.value);
    if (!parsed.ok) return refused([{ code: 'linkDocument', data: parsed.error }]);
    return search === '' ? parsed : (await loadLinkSettings()).linkSettings(query, parsed.value);
  }
  const id = query.get('template');
  if (id === null) return done(null);
  const templates = await loadTemplates();
  const template = templates.find((candidate) => candidate.id === id);
  const { linkSettings } = await loadLinkSettings();
  const taken = Object.keys(template?.options ?? {});
  /** With whatever else is wrong with the address: who corrects it does so once. */
  const wrong = (trouble: StartTrouble) => {
    const others = linkSettings(query, emptyDocument(''), taken);
    return refused([trouble, ...(others.ok ? [] : others.error)]);
  };
  if (!template) return wrong({ code: 'unknownTemplate', data: { id, known: templates.map((known) => known.id) } });
  const options: Record<string, unknown> = {};
  for (const [name, { kind }] of Object.entries(template.options)) {
    const text = query.get(name);
    // One of several words; some of them look like numbers.
    if (text !== null) options[name] = kind === 'choice' ? text : valueOf(text);
  }
  const asked = query.get('weights') ?? 'random';
  const weights = templateSources(template).find((source) => source === asked);
  if (weights === undefined) return wrong({ code: 'templateOption', data: { option: 'weights', value: asked } });
  const made = templateProject({ template, options, weights }, library, language);
  return made.ok ? linkSettings(query, made.value, taken) : wrong(made.error);
}

interface Start {
  readonly first: AnyTemplate;
  readonly load: LoadTemplates;
  readonly session: Pick<SessionStore, 'show' | 'lock'>;
  readonly library: Library;
  readonly language: Language;
  /** Called as soon as the project is on the canvas. */
  readonly onShown?: () => void;
}

/**
 * Opens what there is to open on start: a template or a shared model as a new project, else the last project,
 * else `first` (the digits). Answers all that is wrong with the address.
 */
export async function startProjects(
  projects: Projects,
  location: Pick<Location, 'search' | 'hash'>,
  { first: otherwise, load, session, library, language, onShown = () => {} }: Start,
): Promise<readonly StartTrouble[]> {
  const asked = await askedFor(location, load, library, language);
  const wanted = asked.ok ? asked.value : null;
  const query = new URLSearchParams(location.search);
  const { locks, troubles } = query.has('lock')
    ? (await loadLinkSettings()).linkLocks(query)
    : { locks: [], troubles: [] };
  session.lock(locks);
  // A model that waits for photos begins with asking for them.
  if (wanted?.training.dataset === photosToCome) session.show('training');
  await projects.start(() => templateDocument(otherwise, {}, library), { wanted, onShown });
  return [...(asked.ok ? [] : asked.error), ...troubles];
}
