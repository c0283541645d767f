import type { Edit } from '../../document/document';
import { blocksOf, group, setFolded, ungroup } from '../../document/edits';
import { freshName } from '../../document/edits/change';
import { arrange } from '../../layout/arrange';
import { overlaps } from '../../layout/bounds';
import { towersOf } from '../../layout/towers';
import type { Command } from './command';
import { type CommandServices, command, selected } from './services';

export function blockCommands(services: CommandServices): readonly Command[] {
  const { editor, session, library, preferences } = services;
  const state = () => editor.store.getState();
  const some = () => selected(services).length > 0;
  const blocks = () => blocksOf(state().document, selected(services));
  const all = (folded: boolean) =>
    Object.keys(state().document.blocks).filter((name) => state().document.blocks[name]!.folded !== folded);

  /**
   * Folds or unfolds. Everything is arranged anew in the same step where it was arranged before, or where what unfolds
   * would lie over other bricks.
   */
  const foldEdit =
    (names: readonly string[], folded: boolean): Edit =>
    (document) => {
      const before = towersOf(document, library);
      const after = setFolded(names, folded, before)(document);
      const crowded = !overlaps(before) && overlaps(towersOf(after, library));
      const untouched = arrange(document, library, 'towers') === document;
      return crowded || untouched ? arrange(after, library, 'towers') : after;
    };
  const fold = (names: readonly string[], folded: boolean) => {
    editor.edit(foldEdit(names, folded));
    const { towers, document } = state();
    const shown = names.flatMap((name) =>
      towers.items.has(name)
        ? [name]
        : (document.blocks[name]?.nodes ?? []).flatMap((node) => towers.itemOf.get(node) ?? []),
    );
    editor.select([...new Set(shown)]);
  };

  return [
    command(
      'block',
      'group',
      () => {
        const name = freshName('block', state().document);
        editor.edit(group(selected(services), name));
        // The name is written in the inspector, which shows what is selected.
        editor.select([name]);
        preferences.setState({ inspectorOpen: true });
        session.open('rename');
      },
      { keys: ['Mod+G'], enabled: some },
    ),
    command('block', 'ungroup', () => editor.edit(ungroup(blocks(), state().towers)), {
      keys: ['Mod+Shift+G'],
      enabled: () => blocks().length > 0,
    }),
    command('block', 'fold', () => fold(blocks(), !blocks().every((name) => state().document.blocks[name]!.folded)), {
      keys: ['O'],
      enabled: () => blocks().length > 0,
    }),
    command('block', 'foldAll', () => fold(all(true), true), { enabled: () => all(true).length > 0 }),
    command('block', 'unfoldAll', () => fold(all(false), false), { enabled: () => all(false).length > 0 }),
  ];
}
