import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';

/** A line that is wrong, from 1, and why. */
export interface Fault {
  readonly line: number;
  readonly text: string;
}

/** What is marked: lines of what is selected, and lines that are wrong. */
export interface Marks {
  readonly lit: readonly (readonly [first: number, last: number])[];
  readonly faults: readonly Fault[];
}

export const setMarks = StateEffect.define<Marks>();

/** The sentence under its line. */
class Sentence extends WidgetType {
  constructor(readonly text: string) {
    super();
  }

  override eq(other: Sentence): boolean {
    return other.text === this.text;
  }

  toDOM(): HTMLElement {
    const line = document.createElement('div');
    line.className = 'cm-fault-text';
    line.textContent = this.text;
    // It is said aloud once, apart from the text.
    line.setAttribute('aria-hidden', 'true');
    return line;
  }
}

const lit = Decoration.line({ class: 'cm-lit' });
const faulty = Decoration.line({ class: 'cm-fault' });

function decorations({ doc }: EditorState, { lit: shown, faults }: Marks): DecorationSet {
  const within = (line: number) => Math.min(Math.max(1, line), doc.lines);
  const lines = new Set(
    shown.flatMap(([first, last]) =>
      first > doc.lines ? [] : Array.from({ length: within(last) - first + 1 }, (_, at) => first + at),
    ),
  );
  return Decoration.set(
    [
      ...Array.from(lines, (line) => lit.range(doc.line(line).from)),
      ...faults.flatMap(({ line, text }) => {
        const { from, to } = doc.line(within(line));
        return [faulty.range(from), Decoration.widget({ widget: new Sentence(text), block: true, side: 1 }).range(to)];
      }),
    ],
    true,
  );
}

/** Shows the marks that were set last; they go along with what is typed. */
export const marks: Extension = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, { changes, effects, state }) {
    const set = effects.find((effect) => effect.is(setMarks));
    return set ? decorations(state, set.value as Marks) : shown.map(changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});
