import { DropdownMenu } from 'radix-ui';
import { useRef } from 'react';
import type { CommandId } from '../../../editor/commands/commandId';
import type { Command } from '../../../editor/commands/command';
import { commandTexts } from '../../../i18n/commands';
import { canvasWords } from '../../../i18n/canvas';
import { useLanguage, useServices, useWords } from '../../services';
import { Keys } from '../../kit/Keys';
import menu from '../../kit/Menu.module.css';

type Place = 'item' | 'wire' | 'canvas';

/** A right click (or the menu key): what lies there, and where on the screen. */
export interface MenuRequest {
  readonly place: Place;
  readonly at: readonly [x: number, y: number];
}

interface CanvasMenuProps {
  readonly request: MenuRequest;
  readonly close: () => void;
}

/** What is offered where: the groups of the command list, and single commands by id. */
const offers: Readonly<Record<Place, readonly (readonly CommandId[])[]>> = {
  item: [
    ['exchange', 'quickAdd', 'connect', 'disconnect', 'rename', 'bypass', 'freeze', 'callAgain', 'ownWeights'],
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
export default function CanvasMenuList({ request, close }: CanvasMenuProps) {
  const [x, y] = request.at;
  const before = useRef(document.activeElement);
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(open) => !open && close()}>
      <DropdownMenu.Trigger asChild>
        <span aria-hidden style={{ position: 'fixed', left: x, top: y }} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <MenuBody
          place={request.place}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (before.current instanceof HTMLElement && document.activeElement === document.body)
              before.current.focus();
          }}
        />
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface MenuBodyProps {
  readonly place: Place;
  readonly onCloseAutoFocus: (event: Event) => void;
}

function MenuBody({ place, onCloseAutoFocus }: MenuBodyProps) {
  const { commands } = useServices();
  const words = useWords(canvasWords);
  const byId = new Map(commands.map((command) => [command.id, command]));
  const sections = offers[place]
    .map((ids) => ids.map((id) => byId.get(id)).filter((command) => command !== undefined))
    .map((list) => list.filter((command) => command.enabled()))
    .filter((list) => list.length > 0);
  return (
    <DropdownMenu.Content
      className={menu.content}
      aria-label={words.menu}
      aria-labelledby={undefined}
      align="start"
      sideOffset={0}
      // The menu key that opened it may ask for the browser's own, too.
      onContextMenu={(event) => event.preventDefault()}
      onCloseAutoFocus={onCloseAutoFocus}
    >
      {sections.map((list, index) => (
        <Section key={list[0]!.id} commands={list} first={index === 0} />
      ))}
    </DropdownMenu.Content>
  );
}

function Section({ commands, first }: { readonly commands: readonly Command[]; readonly first: boolean }) {
  const language = useLanguage();
  return (
    <>
      {!first && <DropdownMenu.Separator className={menu.line} />}
      {commands.map((command) => (
        <DropdownMenu.Item key={command.id} className={menu.item} onSelect={() => command.run()}>
          {commandTexts[command.id][language]}
          <span className={menu.end}>{command.keys[0] !== undefined && <Keys shortcut={command.keys[0]} />}</span>
        </DropdownMenu.Item>
      ))}
    </>
  );
}
