import { type Pasting, copy, disconnect, duplicate, paste, remove } from '../../document/edits';
import type { Edit } from '../../document/document';
import { looksLikeCode } from '../../importers/kerasCode/looksLikeCode';
import type { Command } from './command';
import { takenBy } from './lockedCommands';
import { type CommandServices, command, copyOffset, selected } from './services';

export function editCommands(services: CommandServices): readonly Command[] {
  const { editor, clipboard } = services;
  const state = () => editor.store.getState();
  const some = () => selected(services).length > 0;
  const someOrWires = () => some() || state().selection.wires.length > 0;
  // Each further paste of the same text goes a step further.
  let pasted = { text: '', times: 0 };

  const copySelection = async () => {
    const text = copy(state().document, selected(services), state().towers);
    if (text === null) return;
    pasted = { text, times: 0 };
    await clipboard.write(text);
  };
  const enter = (pasting: Pasting | null) => {
    if (pasting === null) return;
    if (editor.edit(pasting.edit)) editor.select(pasting.items);
  };
  const removeSelection = () => {
    const { selection, towers } = state();
    const edges = towers.wires.filter(({ id }) => selection.wires.includes(id)).map(({ edge }) => edge);
    const edit: Edit = (document) => {
      const cut = edges.reduce((result, edge) => disconnect(edge, towers)(result), document);
      return remove(selection.items, towers)(cut);
    };
    editor.edit(edit);
  };

  return [
    command('edit', 'undo', editor.undo, {
      keys: ['Mod+Z'],
      enabled: () => state().history.past.length > 0,
      missed: () => services.refused('nothingToUndo'),
    }),
    command('edit', 'redo', editor.redo, {
      keys: ['Mod+Shift+Z', 'Mod+Y'],
      enabled: () => state().history.future.length > 0,
      missed: () => services.refused('nothingToRedo'),
    }),
    command(
      'edit',
      'cut',
      async () => {
        await copySelection();
        removeSelection();
      },
      { keys: ['Mod+X'], enabled: some },
    ),
    command('edit', 'copy', copySelection, { keys: ['Mod+C'], enabled: some }),
    command(
      'edit',
      'paste',
      async () => {
        const text = await clipboard.read();
        const times = text === pasted.text ? pasted.times + 1 : 1;
        const pasting = paste(state().document, text, [copyOffset[0] * times, copyOffset[1] * times]);
        if (pasting === null) {
          const lock = takenBy(services.session.store.getState().locks, 'importCode');
          if (looksLikeCode(text)) {
            if (lock === null) services.session.importCode(text);
            else services.refused({ code: 'locked', data: { lock } });
            return;
          }
          services.refused(text.trim() === '' ? 'nothing' : 'noBricks');
          return;
        }
        pasted = { text, times };
        enter(pasting);
      },
      { keys: ['Mod+V'] },
    ),
    command(
      'edit',
      'duplicate',
      () => enter(duplicate(state().document, selected(services), copyOffset, state().towers)),
      { keys: ['Mod+D'], enabled: some },
    ),
    command('edit', 'delete', removeSelection, { keys: ['Delete', 'Backspace'], enabled: someOrWires }),
    command('edit', 'selectAll', () => editor.select([...state().towers.items.keys()]), {
      keys: ['Mod+A'],
      enabled: () => state().towers.items.size > 0,
    }),
    command('edit', 'selectNone', () => editor.select([]), { keys: ['Escape'], inCanvas: true, enabled: someOrWires }),
  ];
}
