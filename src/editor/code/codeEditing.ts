import { createStore } from 'zustand/vanilla';
import type { Plan } from '../../compile/plan';
import type { Document } from '../../document/document';
import { signatureOf } from '../../importers/kerasCode/keras/signatures';
import type { Extents } from '../../importers/kerasCode/syntax/extents';
import { type TracedTrouble, tracedModel } from '../../importers/kerasCode/tracedModel';
import type { Editor } from '../store';
import { type KeptText, type ReadText, keptTexts } from './keptTexts';
import { type Said, mergedCode } from './mergedCode';
import { unknownClass } from './unknownClass';
import { namesInCode, printedModel } from './printedModel';

/** The text beside the canvas. */
export interface CodeText {
  /** As the document says it; as it was typed where that says the same. */
  readonly text: string;
  /** What was typed and is not on the canvas, which is shown in place of `text`; null where there is none. */
  readonly draft: string | null;
  /** Why what was typed is not on the canvas, which keeps the last model that could be read; null where it is. */
  readonly trouble: TracedTrouble | null;
  /** Lines of every brick, by its name in the document. */
  readonly lines: ReadonlyMap<string, Extents>;
}

const noLines: ReadonlyMap<string, Extents> = new Map();

export type CodeEditing = ReturnType<typeof createCodeEditing>;

/** Keras code that is edited beside the canvas: what is typed goes into the document, what changes there into the text. */
export function createCodeEditing(editor: Editor, print: (document: Document, plan: Plan) => string) {
  const { library } = editor;
  const printed = () => {
    const { document, plan } = editor.store.getState();
    return print(document, plan);
  };
  /** What the document is printed as; what was typed says the same. */
  let own = printed();
  let { document } = editor.store.getState();
  const texts = keptTexts(editor);
  /** While what was typed goes into the document, the text is already there. */
  let isSettling = false;
  /** What the text says; null: not read yet. */
  let settled: ReadText | null = null;

  /** What is shown of the document as it is now: as it was typed when it was like this before. */
  const shownNow = (): CodeText => {
    const { text, settled: said, draft }: KeptText = texts.get(document) ?? { text: own, settled: null, draft: null };
    settled = said;
    return { text, draft: draft?.text ?? null, trouble: draft?.trouble ?? null, lines: said?.lines ?? noLines };
  };
  const store = createStore<CodeText>(shownNow);

  /** What is shown now belongs to the document as it is now. */
  const keep = (): void => {
    const { text, draft, trouble } = store.getState();
    if (text === own && draft === null) texts.delete(document);
    else texts.set(document, { text, settled, draft: draft === null || !trouble ? null : { text: draft, trouble } });
  };

  /** What the printed text of the document says, under the names that its bricks have. */
  const read = (): ReadText => {
    if (settled) return settled;
    const { text } = store.getState();
    const traced = tracedModel(text, library);
    const { document: shown, plan } = editor.store.getState();
    settled = traced.ok ? named(traced.value, namesInCode(plan)) : { ...printedModel(shown, plan), lines: noLines };
    return settled;
  };

  return {
    store,
    /** The document has changed: the text follows where it says something else now. */
    follow(): void {
      const state = editor.store.getState();
      if (isSettling || state.document === document) return;
      document = state.document;
      const now = printed();
      if (now === own) return keep();
      own = now;
      store.setState(shownNow());
    },
    /** Reads the text where it has not been read: where the lines of each brick are. */
    locate(): void {
      const { lines } = read();
      if (lines !== store.getState().lines) store.setState({ lines });
    },
    /**
     * What was typed goes into the document as one step that can be undone; typing on in the same line stays the same step.
     * False where it cannot be read: the document stays, `trouble` says why.
     */
    settle(text: string): boolean {
      const before = store.getState();
      if (text === before.text) {
        if (before.trouble) store.setState({ draft: null, trouble: null });
        keep();
        return true;
      }
      const said = read();
      const traced = tracedModel(text, library);
      const trouble = traced.ok ? misspelt(text, said.model, traced.value) : traced.error;
      if (!traced.ok || trouble) {
        store.setState({ draft: text, trouble });
        keep();
        return false;
      }
      const merged = mergedCode(editor.store.getState().document, said, traced.value.document, library);
      isSettling = true;
      const isTaken = editor.edit(() => merged.document, `code ${changedLine(before.text, text)}`);
      isSettling = false;
      if (!isTaken) return false;
      ({ document } = editor.store.getState());
      own = printed();
      settled = named(traced.value, merged.names);
      // What is said of shapes and counts is of the model as it is now.
      const shown = unsaid(text) === unsaid(own) ? own : text;
      store.setState({ text: shown, draft: null, trouble: null, lines: settled.lines });
      keep();
      return true;
    },
    /** The text as it is printed anew. */
    tidy(): void {
      settled = null;
      store.setState({ text: own, draft: null, trouble: null, lines: noLines });
      keep();
    },
    /** Whether the text is another than the printed one. */
    isOwn: () => store.getState().text !== own,
  };

  function misspelt(
    text: string,
    before: Document,
    { document: after, lines }: { document: Document; lines: ReadText['lines'] },
  ) {
    const found = unknownClass(before, after, isKnown(text));
    if (!found) return null;
    const line = lines.get(found.layer)?.at(-1)?.[0] ?? 0;
    const { module: object, className: name } = found;
    const data =
      object === ''
        ? ({ code: 'unknownName', line, data: { name } } as const)
        : ({ code: 'attribute', line, data: { object, name } } as const);
    return { trouble: { code: 'code', where: null, data }, line: line > 0 ? line : null } as const;
  }
}

/** Classes that Keras has, or that the text itself says. */
const isKnown = (text: string) => (className: string) =>
  signatureOf('layers', className) !== null || new RegExp(`\\bclass ${className.replace(/\W/g, '')}\\b`).test(text);

function named(
  { document: model, lines }: { readonly document: Document; readonly lines: ReadText['lines'] },
  names: Said['names'],
): ReadText {
  return { model, names, lines: new Map([...lines].map(([name, extents]) => [names.get(name) ?? name, extents])) };
}

/** The text without what it says about itself. */
const unsaid = (text: string) => text.replace(/"""[^"]*"""/g, (said) => said.replace(/[^\n]/g, ''));

/** The first line, from 1, in which two texts differ. */
function changedLine(before: string, after: string): number {
  const [one, other] = [before.split('\n'), after.split('\n')];
  const at = one.findIndex((line, place) => line !== other[place]);
  return (at < 0 ? one.length : at) + 1;
}

/** Bricks that a line makes, by their names in the document. */
export function bricksAt(lines: ReadonlyMap<string, Extents>, line: number): readonly string[] {
  return [...lines]
    .filter(([, extents]) => extents.some(([first, last]) => first <= line && line <= last))
    .map(([name]) => name);
}
