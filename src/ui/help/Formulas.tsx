import { Fragment } from 'react';
import { helpWords } from '../../i18n/help';
import { useLanguage, useWords } from '../services';
import { countText } from '../../i18n/numbers';
import styles from './Help.module.css';
import { countFormulas } from './scenes/countFormula';
import { type AxisFormula, outputFormulas } from './scenes/outputFormula';
import type { Subject } from './subject';

/** More lines than this scroll. */
const manyLines = 9;

/** Where the size of the output comes from, axis by axis. */
export function OutputFormulas({ subject }: { readonly subject: Subject }) {
  const words = useWords(helpWords);
  const language = useLanguage();
  const formulas = outputFormulas(subject);
  const said = (formula: AxisFormula) => {
    if (formula.kind === 'computed') return formula.text;
    if (formula.kind === 'param') return formula.param;
    if (formula.kind === 'kept') return words.kept;
    if (formula.kind === 'nested') return words.nested;
    return (subject.inputShapes.length > 1 ? words.taken : words.takenOnly)(formula.axis, formula.input);
  };
  return (
    <>
      <h3>{words.outputSize}</h3>
      <dl className={styles.formulas}>
        {formulas.map((formula, axis) => (
          <div key={axis}>
            <dt>{formula.name === 'axis' ? `${words.axis} ${axis + 1}` : words[formula.name]}</dt>
            <dd>{said(formula)}</dd>
            <dd>= {formula.value === null ? '?' : countText(formula.value, language)}</dd>
          </div>
        ))}
      </dl>
      {formulas.some(({ value }) => value === null) && <p className={styles.note}>{words.unknownSize}</p>}
    </>
  );
}

/** Where the number of parameters comes from, weight by weight. */
export function CountFormulas({ subject }: { readonly subject: Subject }) {
  const words = useWords(helpWords);
  const language = useLanguage();
  const lines = countFormulas(subject);
  if (lines.length === 0)
    return (
      <>
        <h3>{words.parameterCount}</h3>
        <p className={styles.note}>{words.noParameters}</p>
      </>
    );
  const frozen = lines.every(({ trainable }) => !trainable);
  const long = lines.length > manyLines;
  return (
    <>
      <h3>{words.parameterCount}</h3>
      <div
        className={long ? styles.long : undefined}
        {...(long ? { tabIndex: 0, role: 'group', 'aria-label': words.parameterCount } : {})}
      >
        <dl className={styles.formulas}>
          {lines.map(({ name, text, value, trainable }) => (
            <div key={name}>
              <dt>
                {name.split(/(?<=\/)|(?=[A-Z])/).map((part, index) => (
                  <Fragment key={index}>
                    <wbr />
                    {part}
                  </Fragment>
                ))}
              </dt>
              <dd>
                {text}
                {!trainable && !frozen && ` · ${words.notTrained}`}
              </dd>
              <dd>= {countText(value, language)}</dd>
            </div>
          ))}
          {lines.length > 1 && (
            <div className={styles.sum}>
              <dt>{words.total}</dt>
              <dd />
              <dd>= {countText(subject.parameters, language)}</dd>
            </div>
          )}
        </dl>
      </div>
      {frozen && <p className={styles.note}>{words.frozen}</p>}
    </>
  );
}
