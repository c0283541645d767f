import type { AnyBrick } from '../../brick/brick';
import type { Field } from '../../brick/fields';
import { shapeText } from '../../brick/shape';
import { helpWords } from '../../i18n/help';
import { useLanguage, useWords } from '../services';
import { countText } from '../../i18n/numbers';
import styles from './Help.module.css';
import { valueText } from './valueText';

/** Sizes are products, everything else of several numbers is a list. */
const sizes = (field: Field | undefined) => ['pair', 'triple', 'shape'].includes(field?.kind ?? '');

/** Worked examples: what is set, what comes in and out, and how many parameters that makes. */
export function Examples({ brick }: { readonly brick: AnyBrick }) {
  const words = useWords(helpWords);
  const language = useLanguage();
  return (
    <>
      <h3>{words.example}</h3>
      <ul className={styles.examples}>
        {brick.examples.slice(0, 2).map(({ params, in: inputs, out, weights }, index) => {
          const set = Object.entries(params).map(
            ([name, value]) => `${name}: ${valueText(value, sizes(brick.params[name]) ? '×' : ', ')}`,
          );
          return (
            <li key={index}>
              {set.length > 0 && <code>{set.join(', ')}</code>}
              <span>
                {inputs.length > 0 && `${inputs.map(shapeText).join(' , ')} → `}
                <b>{shapeText(out)}</b> · <em>{words.parameters(countText(weights, language))}</em>
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
