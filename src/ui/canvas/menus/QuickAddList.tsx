import { Command as List } from 'cmdk';
import { useEffect, useRef } from 'react';
import { useReactFlow } from 'reactflow';
import { exchangeKept } from '../../../document/edits/exchangeKept';
import { exitOf, itemsOf } from '../../../document/items';
import { canvasWords } from '../../../i18n/canvas';
import { paletteWords } from '../../../i18n/palette';
import { brickHeight } from '../../../layout/geometry';
import { useTypedAhead } from '../../kit/typedAhead';
import { PaletteBrick } from '../../palette/PaletteBrick';
import { type PaletteEntry, entriesOf, entryName } from '../../palette/entries';
import { searchBricks } from '../../palette/searchBricks';
import { useLanguage, useServices, useWords } from '../../services';
import styles from './QuickAdd.module.css';
import { inItsPlace } from '../../../editor/building/inItsPlace';
import { placeBrick } from '../../../editor/building/placeBrick';
import { type QuickAddRequest, useCanvasStore } from '../canvasStore';
import { bricksThatTake } from './fitting';

interface QuickAddListProps {
  readonly request: QuickAddRequest;
  readonly focusItem: (id: string) => void;
}

const size = { width: 280, height: 340 };

/** The searchable list of bricks at the pointer. */
export default function QuickAddList({ request, focusItem }: QuickAddListProps) {
  const { editor, library } = useServices();
  const words = useWords(canvasWords);
  const language = useLanguage();
  const store = useCanvasStore();
  const flow = useReactFlow();
  const [search, setSearch] = useTypedAhead();
  const panel = useRef<HTMLDialogElement>(null);
  const { at, from, on, instead } = request;
  const source = from ?? on;
  const close = () => store.setState({ quickAdd: null });

  useEffect(() => {
    const outside = (event: Event) => {
      if (event.target instanceof Node && !panel.current?.contains(event.target)) store.setState({ quickAdd: null });
    };
    const leaving = ['pointerdown', 'focusin'] as const;
    for (const kind of leaving) window.addEventListener(kind, outside, true);
    return () => {
      for (const kind of leaving) window.removeEventListener(kind, outside, true);
    };
  }, [store]);

  const { document, plan } = editor.store.getState();
  const exit = source === null ? undefined : exitOf(document, itemsOf(document), source);
  const fitting =
    instead && on !== null
      ? inItsPlace(on, document, plan, library)
      : exit === undefined
        ? Object.values(library.bricks)
        : bricksThatTake(library, plan.shapes[exit]);
  const found = searchBricks(fitting.flatMap(entriesOf), search, (category) => [
    paletteWords.en[category],
    paletteWords.ko[category],
  ]);
  const pick = ({ brick, preset }: PaletteEntry) => {
    close();
    if (instead && on !== null) {
      editor.edit(exchangeKept(on, brick, preset?.params));
      focusItem(on);
      return;
    }
    const { x, y } = flow.screenToFlowPosition(at);
    const place = [Math.round(x), Math.round(y + brickHeight / 2)] as const;
    focusItem(placeBrick(editor, brick.type, { on, from, preset, ...(on === null ? { at: place } : {}) }));
  };
  const title = source === null ? words.quickAdd : instead ? words.insteadOf(source) : words.quickAddAfter(source);
  return (
    <dialog
      open
      ref={panel}
      className={styles.panel}
      aria-label={title}
      style={{
        left: Math.max(8, Math.min(at.x, window.innerWidth - size.width - 8)),
        top: Math.max(8, Math.min(at.y, window.innerHeight - size.height - 8)),
      }}
    >
      <List
        label={title}
        loop
        shouldFilter={false}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key !== 'Escape' && event.key !== 'Tab') return;
          close();
          if (source !== null) focusItem(source);
        }}
      >
        <List.Input
          autoFocus
          className={styles.input}
          placeholder={words.search}
          value={search}
          onValueChange={setSearch}
        />
        <div aria-live="polite">{found.length === 0 && <p className={styles.empty}>{words.nothing}</p>}</div>
        <List.List className={styles.list} label={title}>
          {found.map((entry) => (
            <List.Item key={entry.id} value={entry.id} className={styles.item} onSelect={() => pick(entry)}>
              <PaletteBrick brick={entry.brick} width={44} />
              <span>{entryName(entry, language)}</span>
            </List.Item>
          ))}
        </List.List>
      </List>
    </dialog>
  );
}
