import { useId, useState } from 'react';
import type { Language } from '../../brick/brick';
import type { Field } from '../../brick/fields';
import { inspectorWords } from '../../i18n/inspector';
import { useServices } from '../services';
import styles from './Fields.module.css';
import { stepped, textOf, valueFrom } from './fieldText';

interface TextValueProps {
  readonly field: Field;
  readonly value: unknown;
  readonly label: string;
  readonly mixed?: string | null;
  /** What the field takes, in words. */
  readonly allowed: string;
  readonly describedBy?: string | undefined;
  readonly onValue: (value: unknown) => void;
  /** The gesture is over. */
  readonly onEnd: () => void;
}

/**
 * A value that is typed. Every keystroke that makes an allowed value takes effect at once;
 * one that does not says why and leaves the model as it is, and says so again when the field is left.
 */
export function TextValue({ field, value, label, mixed = null, allowed, describedBy, onValue, onEnd }: TextValueProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const reason = useId();
  const shown = draft ?? (mixed === null ? textOf(field.kind, value) : '');
  const wrong = draft === null ? !field.schema.safeParse(value).success : !readable(field, draft);
  const { session } = useServices();
  const end = () => {
    if (draft !== null && draft.trim() !== '' && wrong) {
      const kept = textOf(field.kind, value);
      const text = (language: Language) => inspectorWords[language].notTaken(label, draft.trim(), kept, allowed);
      session.notify({ tone: 'info', text });
    }
    setDraft(null);
    onEnd();
  };
  return (
    <span className={styles.typed}>
      <input
        className={styles.input}
        aria-label={label}
        aria-invalid={wrong && mixed === null}
        aria-describedby={[wrong ? reason : '', describedBy ?? ''].join(' ').trim() || undefined}
        inputMode={field.kind === 'integer' || field.kind === 'optionalInteger' ? 'numeric' : 'text'}
        placeholder={mixed ?? (field.schema.safeParse(null).success ? '–' : '')}
        spellCheck={false}
        autoComplete="off"
        value={shown}
        onChange={({ target }) => {
          setDraft(target.value);
          if (readable(field, target.value)) onValue(valueFrom(field.kind, target.value));
        }}
        onBlur={end}
        onKeyDown={(event) => {
          // What is wrong stays to be read and mended; leaving the field takes the last allowed value back.
          if (event.key === 'Enter' && !wrong) end();
          if (event.key === 'Escape' && draft !== null) {
            event.stopPropagation();
            setDraft(null);
          }
          const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
          if (direction === 0) return;
          event.preventDefault();
          const next = stepped(field, value, direction);
          if (next === undefined) return;
          setDraft(null);
          onValue(next);
        }}
      />
      {wrong && mixed === null && (
        <span className={styles.reason} id={reason}>
          {allowed}
        </span>
      )}
    </span>
  );
}

function readable(field: Field, text: string): boolean {
  const value = valueFrom(field.kind, text);
  return value !== undefined && field.schema.safeParse(value).success;
}
