import { builtInFacts } from '../../data/catalogue';
import { photoFacts } from '../../data/photos/photoSet';
import type { Fix } from '../../document/fix';
import { applyFix } from '../../document/edits/fixes';
import { photosToCome } from '../../document/training/datasetIds';
import type { Library } from '../../document/template';
import type { Language } from '../../brick/brick';
import { firstHead, headEdit, trunkFor } from '../building/newHead';
import type { Photos } from '../own/photos';
import type { SessionStore } from '../session';
import type { Editor } from '../store';
import { openTemplate } from '../opening/openTemplate';
import type { Projects } from '../projects/projects';
import type { LoadTemplates } from '../opening/start';

interface Parts {
  readonly editor: Editor;
  readonly session: SessionStore;
  readonly photos: Photos;
  readonly projects: Projects;
  readonly library: Library;
  readonly loadTemplates: LoadTemplates;
  readonly language: Language;
}

/** Does what the button of a fix says: an edit, or what takes more than one. */
export async function doFix(fix: Fix, parts: Parts): Promise<void> {
  const { editor, session, photos, library } = parts;
  const { document, plan, towers } = editor.store.getState();
  const chosen = document.training.dataset;
  switch (fix.kind) {
    case 'bringPhotos':
      return session.open('photos');
    case 'newHead': {
      const set = photos.store.getState().sets.find(({ id }) => id === chosen);
      const head = firstHead(set === undefined ? builtInFacts(chosen) : photoFacts(set));
      editor.edit(headEdit(head, trunkFor(document, plan, library), true, { plan, towers, library }));
      return undefined;
    }
    case 'photosTemplate': {
      const template = (await parts.loadTemplates()).find(({ training }) => training?.dataset === photosToCome);
      if (template !== undefined) await openTemplate({ template, options: {}, weights: 'random' }, parts);
      return undefined;
    }
    default:
      editor.edit(applyFix(fix, library, towers));
      return undefined;
  }
}
