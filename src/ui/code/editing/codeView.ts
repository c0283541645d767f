import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { Annotation, EditorState, Prec, Transaction } from '@codemirror/state';
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { marks } from './marks';
import { python } from './python';

/** What happens in the editor. */
export interface CodeEvents {
  /** Somebody typed. */
  typed(): void;
  /** What was typed is meant: Ctrl+Enter, or the focus has gone elsewhere. */
  meant(): void;
  /** The cursor stands on another line, from 1, because somebody moved it. */
  moved(line: number): void;
}

interface CodeViewOptions extends CodeEvents {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly label: string;
  /** Id of what says how to leave the editor. */
  readonly describedBy: string;
}

/** A change that comes from the document, not from somebody's hands. */
const fromOutside = Annotation.define<true>();

const lineOf = (state: EditorState) => state.doc.lineAt(state.selection.main.head).number;

/** An editor of Python in the page. Tab indents; Escape, then Tab leaves it. */
export function codeView({ parent, text, label, describedBy, typed, meant, moved }: CodeViewOptions): EditorView {
  const settle = () => {
    meant();
    return true;
  };
  const listening = EditorView.updateListener.of(({ docChanged, selectionSet, startState, state, transactions }) => {
    if (transactions.some((each) => each.annotation(fromOutside))) return;
    if (docChanged) typed();
    if (selectionSet && lineOf(startState) !== lineOf(state)) moved(lineOf(state));
  });
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        python,
        marks,
        Prec.high(keymap.of([{ key: 'Mod-Enter', run: settle, stopPropagation: true }])),
        keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
        EditorView.contentAttributes.of({
          'aria-label': label,
          'aria-describedby': describedBy,
          tabindex: '0',
          autocapitalize: 'off',
          autocorrect: 'off',
          spellcheck: 'false',
        }),
        EditorView.domEventHandlers({ blur: () => meant() }),
        listening,
      ],
    }),
  });
}

/**
 * Puts another text into the editor: what is the same at its beginning and end stays, and so does the cursor there. `isStep`:
 * whether Ctrl+Z in the editor takes it back.
 */
export function showText(view: EditorView, text: string, isStep: boolean): void {
  const before = view.state.doc.toString();
  if (before === text) return;
  const least = Math.min(before.length, text.length);
  let start = 0;
  while (start < least && before[start] === text[start]) start++;
  let end = 0;
  while (end < least - start && before.at(-1 - end) === text.at(-1 - end)) end++;
  view.dispatch({
    changes: { from: start, to: before.length - end, insert: text.slice(start, text.length - end) },
    annotations: [fromOutside.of(true), Transaction.addToHistory.of(isStep)],
  });
}
