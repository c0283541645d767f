import { setBypassed, setTrainable, trainableState } from '../../document/edits/bricks';
import { bricksOf } from '../../document/items';
import { inspectorWords } from '../../i18n/inspector';
import { useEditor, useServices, useWords } from '../services';
import { Icon } from '../kit/Icon';
import fields from '../fields/Fields.module.css';
import styles from './Inspector.module.css';

/** Freezing and bypassing of one or several bricks; a half-set switch shows that they differ. */
export function Switches({ names, weights }: { readonly names: readonly string[]; readonly weights: boolean }) {
  const { editor } = useServices();
  const words = useWords(inspectorWords);
  const state = useEditor(({ document }) => trainableState(document, names));
  const bypassed = useEditor(({ document }) => {
    const bricks = bricksOf(document, names);
    return bricks.filter((name) => document.nodes[name]?.bypassed).length / Math.max(1, bricks.length);
  });
  const mixed = (input: HTMLInputElement | null, half: boolean) => {
    if (input) input.indeterminate = half;
  };
  return (
    <div className={styles.switches}>
      {weights && (
        <label className={styles.row} title={words.freezeHelp}>
          <span className={styles.label}>
            <Icon name="snow" size={14} /> {state === 'mixed' ? words.partlyFrozen : words.frozen}
          </span>
          <input
            type="checkbox"
            role="switch"
            className={fields.switch}
            ref={(input) => mixed(input, state === 'mixed')}
            aria-label={words.frozen}
            checked={state === 'frozen'}
            aria-checked={state === 'frozen'}
            onChange={() => editor.edit(setTrainable(names, state !== 'trainable'))}
          />
        </label>
      )}
      <label className={styles.row} title={words.bypassHelp}>
        <span className={styles.label}>{words.bypass}</span>
        <input
          type="checkbox"
          role="switch"
          className={fields.switch}
          ref={(input) => mixed(input, bypassed > 0 && bypassed < 1)}
          aria-label={words.bypass}
          checked={bypassed === 1}
          aria-checked={bypassed === 1}
          onChange={() => editor.edit(setBypassed(names, bypassed < 1))}
        />
      </label>
    </div>
  );
}
