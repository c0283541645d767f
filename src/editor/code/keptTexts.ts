import type { Document } from '../../document/document';
import type { Extents } from '../../importers/kerasCode/syntax/extents';
import type { TracedTrouble } from '../../importers/kerasCode/tracedModel';
import type { Editor } from '../store';
import type { Said } from './mergedCode';

/** What a text says, once it has been read. */
export interface ReadText extends Said {
  readonly lines: ReadonlyMap<string, Extents>;
}

/** What was typed and is not on the canvas, with the reason. */
export interface Draft {
  readonly text: string;
  readonly trouble: TracedTrouble;
}

/** What is shown of a document where that is not the printed code. */
export interface KeptText {
  /** As it was typed; it says the document. */
  readonly text: string;
  /** What `text` says; null: not read yet. */
  readonly settled: ReadText | null;
  /** Shown in place of `text`; null where there is none. */
  readonly draft: Draft | null;
}

const kept = new WeakMap<Editor, WeakMap<Document, KeptText>>();

/** Texts by the state of the document: undo brings them back, and so does the panel when it opens again. */
export function keptTexts(editor: Editor): WeakMap<Document, KeptText> {
  const texts = kept.get(editor) ?? new WeakMap<Document, KeptText>();
  kept.set(editor, texts);
  return texts;
}
