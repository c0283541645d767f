import { useId } from 'react';
import type { AnyBrick } from '../../brick/brick';
import type { Field } from '../../brick/fields';
import type { Json } from '../../document/document';
import { setParam } from '../../document/edits/bricks';
import { inspectorWords } from '../../i18n/inspector';
import { useLanguage, useServices, useWords } from '../services';
import { FieldControl } from './FieldControl';
import styles from './Inspector.module.css';

interface ParametersProps {
  /** Bricks of one type: a change is made to all of them. */
  readonly names: readonly string[];
  readonly brick: AnyBrick;
  readonly values: Readonly<Record<string, unknown>>;
  /** Parameters whose values differ among the bricks. */
  readonly mixed?: ReadonlySet<string>;
  readonly helped: string | null;
  readonly onHelp: (param: string | null) => void;
}

/** All parameters at once; those that are rarely changed are folded. Every change takes effect at once. */
export function Parameters({ names, brick, values, mixed, helped, onHelp }: ParametersProps) {
  const words = useWords(inspectorWords);
  const entries = Object.entries(brick.params);
  const row = ([param, field]: readonly [string, Field]) => (
    <Row
      key={param}
      {...{ names, brick, param, field, helped, onHelp }}
      value={values[param]}
      mixed={mixed?.has(param) ?? false}
    />
  );
  const usual = entries.filter(([, field]) => !field.advanced);
  const advanced = entries.filter(([, field]) => field.advanced);
  if (entries.length === 0) return null;
  return (
    <>
      <h3>{words.settings}</h3>
      <div className={styles.rows}>{usual.map(row)}</div>
      {advanced.length > 0 && (
        <details className={styles.advanced}>
          <summary>{words.advanced}</summary>
          <div className={styles.rows}>{advanced.map(row)}</div>
        </details>
      )}
    </>
  );
}

interface RowProps extends Omit<ParametersProps, 'values' | 'mixed'> {
  readonly param: string;
  readonly field: Field;
  readonly value: unknown;
  readonly mixed: boolean;
}

function Row({ names, brick, param, field, value, mixed, onHelp }: RowProps) {
  const { editor } = useServices();
  const language = useLanguage();
  const help = useId();
  return (
    // Pointing at or entering a row shows its words in the help below; nothing here can be pressed.
    <div className={styles.row} onFocus={() => onHelp(param)} onPointerEnter={() => onHelp(param)}>
      <span className={styles.label}>{param}</span>
      <span id={help} hidden>
        {brick.docs[language].params[param]}
      </span>
      <FieldControl
        field={field}
        value={value}
        label={param}
        mixed={mixed}
        describedBy={help}
        onValue={(next) => editor.edit(setParam(names, param, next as Json), `${names.join('\n')}:${param}`)}
        onEnd={() => editor.seal()}
      />
    </div>
  );
}
