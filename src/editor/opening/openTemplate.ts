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
import type { Document } from '../../document/document';
import { type Result, done } from '../../document/result';
import type { Library } from '../../document/template';
import type { Projects } from '../projects/projects';
import { type TemplateTrouble, type TemplateWish, templateProject } from './templateProject';

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
