import { buildable } from '../../compile/plan';
import { emptyDocument } from '../../document/document';
import { canvasActions, pageActions } from './canvasActions';
import type { Command } from './command';
import { type CommandServices, command } from './services';

export function fileCommands({ editor, session, projects, untitled }: CommandServices): readonly Command[] {
  const complete = () => buildable(editor.store.getState().plan);
  return [
    command('file', 'newProject', async () => {
      await projects.create(emptyDocument(untitled()));
      // The first brick is a key away; a question that has come up keeps the focus.
      if (session.store.getState().dialog === null) canvasActions()?.focus();
    }),
    command('file', 'templates', () => session.open('gallery')),
    command('file', 'projects', () => session.open('projects')),
    command('file', 'weights', () => session.open('weights')),
    command('file', 'openFile', () => pageActions()?.openFile(), { keys: ['Mod+O'], inText: true, enabled: onPage }),
    command('file', 'importCode', () => session.importCode('')),
    command('file', 'saveFile', () => pageActions()?.saveFile(), { keys: ['Mod+S'], inText: true, enabled: onPage }),
    command('file', 'openModel', () => session.open('openModel')),
    command('file', 'saveModel', () => session.open('saveModel'), { enabled: complete }),
    command('file', 'photos', () => session.open('photos')),
    command('file', 'exportModel', () => session.open('export')),
    command('file', 'savePicture', () => session.open('picture')),
    command('file', 'share', () => session.open('share')),
  ];
}

const onPage = () => pageActions() !== null;
