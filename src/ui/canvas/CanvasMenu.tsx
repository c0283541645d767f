import { ContextMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import type { Command } from '../../editor/command';
import { canvasWords } from '../../i18n/canvas';
import { useLanguage, useServices, useWords } from '../services';
import { Keys } from '../shell/Keys';
import menu from '../shell/Menu.module.css';

type Place = 'item' | 'wire' | 'canvas';

/** What is offered where: the groups of the command list, and single commands by id. */
const offers: Readonly<Record<Place, readonly (readonly string[])[]>> = {
  item: [
    ['quickAdd', 'connect', 'rename', 'bypass', 'freeze'],
    ['group', 'ungroup', 'fold'],
    ['cut', 'copy', 'duplicate', 'delete'],
    ['arrangeSelectionTowers', 'arrangeSelectionDown', 'arrangeSelectionRight'],
  ],
  wire: [['delete']],
  canvas: [
    ['quickAdd', 'paste', 'selectAll'],
    ['arrangeTowers', 'arrangeDown', 'arrangeRight'],
    ['foldAll', 'unfoldAll'],
    ['fit', 'minimap', 'snap'],
  ],
};

/** Right click: what can be done with the brick, block, wire or canvas under the pointer, from the command list. */
export function CanvasMenu({ place, children }: { readonly place: () => Place; readonly children: ReactNode }) {
  return (
    <ContextMenu.Root modal={false}>
      <ContextMenu.Trigger asChild>{children}</ContextMenu.Trigger>
      <ContextMenu.Portal>
        <MenuBody place={place} />
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

function MenuBody({ place }: { readonly place: () => Place }) {
  const { commands } = useServices();
  const words = useWords(canvasWords);
  const byId = new Map(commands.map((command) => [command.id, command]));
  const sections = offers[place()]
    .map((ids) => ids.map((id) => byId.get(id)).filter((command) => command !== undefined))
    .map((list) => list.filter((command) => command.enabled()))
    .filter((list) => list.length > 0);
  return (
    <ContextMenu.Content className={menu.content} aria-label={words.menu}>
      {sections.map((list, index) => (
        <Section key={list[0]!.id} commands={list} first={index === 0} />
      ))}
    </ContextMenu.Content>
  );
}

function Section({ commands, first }: { readonly commands: readonly Command[]; readonly first: boolean }) {
  const language = useLanguage();
  return (
    <>
      {!first && <ContextMenu.Separator className={menu.line} />}
      {commands.map((command) => (
        <ContextMenu.Item key={command.id} className={menu.item} onSelect={() => void command.run()}>
          {command.words[language]}
          <span className={menu.end}>{command.keys[0] !== undefined && <Keys shortcut={command.keys[0]} />}</span>
        </ContextMenu.Item>
      ))}
    </>
  );
}
