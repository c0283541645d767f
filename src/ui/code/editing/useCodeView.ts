import { EditorView } from '@codemirror/view';
import { type RefObject, useEffect, useRef } from 'react';
import { canvasActions } from '../../../editor/commands/canvasActions';
import { type CodeEditing, type CodeText, bricksAt } from '../../../editor/code/codeEditing';
import type { Editor } from '../../../editor/store';
import { codeView, showText } from './codeView';
import { litLines, narrowest } from './litLines';
import { type Fault, setMarks } from './marks';

/** Milliseconds without a key before what was typed is read. */
const pause = 500;

const shownText = ({ text, draft }: CodeText) => draft ?? text;

interface CodeViewUse {
  readonly host: RefObject<HTMLDivElement | null>;
  readonly editing: CodeEditing;
  readonly editor: Editor;
  readonly label: string;
  readonly describedBy: string;
  /** What is wrong, in words. */
  readonly faults: () => readonly Fault[];
}

/** The editor of code on the page: text, document and selection follow each other while it is there. */
export function useCodeView({ host, editing, editor, label, describedBy, faults }: CodeViewUse): void {
  const words = useRef(faults);
  useEffect(() => {
    words.current = faults;
  }, [faults]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    /** Items that were selected because the cursor stands on their line. */
    let byCursor: readonly string[] = [];
    /** What the text says of itself follows what was typed: no step of its own to be taken back. */
    let settling = false;
    const isSettled = () => view.state.doc.toString() === editing.store.getState().text;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(settle, pause);
    };
    const settle = () => {
      clearTimeout(timer);
      // Half a syllable is no word.
      if (view.composing) return wait();
      settling = true;
      const isTaken = editing.settle(view.state.doc.toString());
      settling = false;
      if (isTaken && view.hasFocus) pick();
    };
    /** Selects the bricks of the line in which the cursor stands. */
    const pick = () => {
      if (!isSettled()) return;
      editing.locate();
      const line = view.state.doc.lineAt(view.state.selection.main.head).number;
      const { towers, selection } = editor.store.getState();
      const names = bricksAt(editing.store.getState().lines, line);
      const items = [...new Set(names.map((name) => towers.itemOf.get(name) ?? name))];
      if (items.length === 0 || items.join('\n') === selection.items.join('\n')) return;
      byCursor = items;
      editor.select(items);
      canvasActions()?.reveal(items[0]!, true);
    };
    const view = codeView({
      parent: host.current!,
      text: shownText(editing.store.getState()),
      label,
      describedBy,
      typed: wait,
      meant: () => {
        settle();
        editor.seal();
      },
      moved: pick,
    });
    const mark = () => {
      const { items } = editor.store.getState().selection;
      const lines = isSettled() ? litLines(editor.store.getState(), editing.store.getState().lines) : [];
      const isOwn = items === byCursor || view.hasFocus;
      const shown = isOwn ? null : narrowest(lines, editing.store.getState().lines);
      view.dispatch({
        effects: [
          setMarks.of({ lit: lines, faults: words.current() }),
          ...(shown === null || shown > view.state.doc.lines
            ? []
            : [EditorView.scrollIntoView(view.state.doc.line(shown).from, { y: 'center' })]),
        ],
      });
    };
    let soon: ReturnType<typeof setTimeout> | undefined;
    const locate = () => {
      clearTimeout(soon);
      // Reading a large model takes a while: not for every step of a slider.
      soon = setTimeout(() => {
        if (isSettled()) editing.locate();
        mark();
      }, 150);
    };
    const stops = [
      editor.store.subscribe((state, before) => {
        if (state.document !== before.document) editing.follow();
        if (state.document !== before.document || state.selection !== before.selection) locate();
      }),
      editing.store.subscribe((now, before) => {
        if (shownText(now) !== shownText(before)) showText(view, shownText(now), !settling);
        mark();
      }),
    ];
    locate();
    return () => {
      clearTimeout(timer);
      clearTimeout(soon);
      if (!isSettled()) editing.settle(view.state.doc.toString());
      for (const stop of stops) stop();
      view.destroy();
    };
  }, [host, editing, editor, label, describedBy]);
}
