import * as z from 'zod/mini';
import type { Language } from '../../brick/brick';
import { compile } from '../../compile/compile';
import { photoFacts, usable } from '../../data/photos/photoSet';
import type { PhotoSet } from '../../data/photos/photos';
import { setTraining } from '../../document/edits/project';
import { photosToCome } from '../../document/training/datasetIds';
import type { Photos } from '../own/photos';
import { trainTrouble } from '../run/trainTrouble';
import type { SessionStore } from '../session';
import type { Editor } from '../store';
import type { WeightsSource } from '../../brick/layers/weightsSources';
import { ShapeError } from '../../brick/shape';
import type { Document } from '../../document/document';
import { type Result, done, refused } from '../../document/result';
import { type AnyTemplate, type Library, titleOf } from '../../document/template';
import { templateDocument } from '../../layout/templateDocument';
import type { Projects } from '../projects/projects';

/** A value that the template's option does not take; `weights` are an option, too. */
export type TemplateTrouble = {
  readonly code: 'templateOption';
  readonly data: { readonly option: string; readonly value: string };
};

/** What is asked of a template. */
export interface TemplateWish {
  readonly template: AnyTemplate;
  readonly options: Readonly<Record<string, unknown>>;
  readonly weights: WeightsSource;
}

/** The template's document with its title in this language. */
export function templateProject(
  { template, options, weights }: TemplateWish,
  library: Library,
  language: Language,
): Result<Document, TemplateTrouble> {
  try {
    return done({ ...templateDocument(template, options, library, weights), title: titleOf(template, language) });
  } catch (error) {
    if (error instanceof ShapeError)
      return refused({ code: 'templateOption', data: { option: 'weights', value: weights } });
    if (!(error instanceof z.core.$ZodError)) throw error;
    const option = String(error.issues[0]?.path[0] ?? '');
    return refused({ code: 'templateOption', data: { option, value: String(options[option] ?? '') } });
  }
}

interface Parts {
  readonly editor: Pick<Editor, 'store'>;
  readonly session: Pick<SessionStore, 'show'>;
  readonly photos: Pick<Photos, 'store' | 'take'>;
  readonly projects: Pick<Projects, 'create'>;
  readonly library: Library;
  readonly language: Language;
}

/**
 * Opens a template in a project of its own. One that waits for photos takes those of the project that is left, where it
 * can learn from them; else it asks for some.
 */
export async function openTemplate(wish: TemplateWish, parts: Parts): Promise<Result<Document, TemplateTrouble>> {
  const { photos, projects, library, language } = parts;
  const made = templateProject(wish, library, language);
  if (!made.ok) return made;
  const waits = made.value.training.dataset === photosToCome;
  const set = waits ? photosHere(parts) : null;
  const from = photos.store.getState().project;
  const fitting = set === null ? null : forPhotos(wish, set, parts);
  const document = fitting ?? made.value;
  await projects.create(document);
  if (waits) parts.session.show('training');
  if (fitting !== null && set !== null) await photos.take(from, set);
  return done(document);
}

/** The photos of the open project that it learns from, else those that were looked at last. */
function photosHere({ editor, photos }: Parts): PhotoSet | null {
  const { sets, shown } = photos.store.getState();
  const { dataset } = editor.store.getState().document.training;
  const set = [dataset, shown].flatMap((id) => sets.find((each) => each.id === id) ?? [])[0] ?? sets[0];
  return set !== undefined && usable(set) ? set : null;
}

/** The template for these photos, with as many classes, where it has a choice; null where it cannot learn from them. */
function forPhotos(wish: TemplateWish, set: PhotoSet, { library, language }: Parts): Document | null {
  const options = 'classes' in wish.template.options ? { ...wish.options, classes: set.classes.length } : wish.options;
  const made = templateProject({ ...wish, options }, library, language);
  if (!made.ok) return null;
  const document = setTraining({ dataset: set.id })(made.value);
  return trainTrouble(compile(document, library), document.training, photoFacts(set)) === null ? document : null;
}
