import { useEffect, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { canvasActions } from '../../editor/commands/canvasActions';
import { longestName } from '../../document/longestName';
import { nameTrouble, rename } from '../../document/edits/bricks';
import { inspectorWords } from '../../i18n/inspector';
import { useEditor, useServices, useWords } from '../services';
import styles from './Inspector.module.css';

/** The name of a brick or a block; it changes on Enter or when the field is left, if the name can be given. */
export function NameField({ name }: { readonly name: string }) {
  const { editor, session } = useServices();
  const words = useWords(inspectorWords);
  const document = useEditor((state) => state.document);
  const renaming = useStore(session.store, (state) => state.dialog === 'rename');
  const [draft, setDraft] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const reason = useId();
  const problem = draft === null ? null : nameTrouble(document, name, draft);

  useEffect(() => {
    if (!renaming) return;
    input.current?.focus();
    input.current?.select();
    session.open(null);
  }, [renaming, session]);

  const end = () => {
    setDraft(null);
    if (draft === null || draft === name || problem !== null) return;
    editor.edit(rename(name, draft));
    editor.select([draft]);
  };
  return (
    <>
      <input
        ref={input}
        className={styles.name}
        aria-label={words.name}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : reason}
        value={draft ?? name}
        maxLength={longestName}
        spellCheck={false}
        autoComplete="off"
        onChange={({ target }) => setDraft(target.value)}
        onBlur={end}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && problem === null && !event.nativeEvent.isComposing) {
            event.currentTarget.blur();
            const now = draft ?? name;
            canvasActions()?.reveal(now);
          }
          // Then the inspector gives the focus back to the brick.
          if (event.key === 'Escape') setDraft(null);
        }}
      />
      {problem !== null && (
        <p className={styles.problem} id={reason}>
          {words[problem]}
        </p>
      )}
    </>
  );
}
