import { type ColumnFacts, type ColumnKind, columnKinds } from '../../data/tables/columns/columnFacts';
import type { DateOrder } from '../../data/tables/columns/dateCell';
import { type ColumnChoice, type MissingFix, columnChoice, fixesFor } from '../../data/tables/taking/choices';
import { columnText } from '../../i18n/tables/columnText';
import { tableDialogWords } from '../../i18n/tables/tableDialog';
import { kindNames, shortFixNames } from '../../i18n/tables/tableWords';
import { Choice } from '../fields/Choice';
import { useLanguage, useWords } from '../services';
import { ColumnPicture } from './ColumnPicture';
import styles from './TableDialog.module.css';

interface ColumnRowProps {
  readonly facts: ColumnFacts;
  readonly choice: ColumnChoice;
  /** It is the one that is predicted: as classes, or as a number. */
  readonly answer: 'classes' | 'numbers' | null;
  readonly onChoice: (choice: ColumnChoice) => void;
}

const orders: readonly DateOrder[] = ['ymd', 'dmy', 'mdy'];

/** A column with what is in it, what it is taken for, and what becomes of its missing values. */
export function ColumnRow({ facts, choice, answer, onChoice }: ColumnRowProps) {
  const words = useWords(tableDialogWords);
  const language = useLanguage();
  const { name, kind, missing } = choice;
  const gaps = facts.missing.toLocaleString('en-US');
  const fixes = fixesFor(kind);
  const unused = answer === null && (kind === 'ignore' || kind === 'identifier');
  const kinds = columnKinds.filter((each) => facts.number !== null || (each !== 'number' && each !== 'weight'));
  const taken = answer === null ? kind : answer === 'classes' ? 'category' : 'number';
  return (
    <li className={styles.column} data-unused={unused}>
      <div className={styles.name}>
        <b title={name}>{name === '' ? '–' : name}</b>
        <span title={columnText(facts, taken, language)}>{columnText(facts, taken, language)}</span>
      </div>
      {answer === null ? (
        <Choice
          label={words.kindOf(name)}
          options={kinds}
          value={kind}
          text={(each) => kindNames[language][each as ColumnKind]}
          onValue={(each) => onChoice({ ...columnChoice(facts, each as ColumnKind), order: choice.order })}
        />
      ) : (
        <b>{words.isTarget}</b>
      )}
      {kind === 'date' && answer === null ? (
        <Choice
          label={words.orderOf(name)}
          options={orders}
          value={choice.order}
          text={(each) => words[each as DateOrder]}
          onValue={(order) => onChoice({ ...choice, order: order as DateOrder })}
        />
      ) : facts.missing > 0 && answer === null && !unused ? (
        <Choice
          label={words.missingOf(name, gaps)}
          options={fixes}
          value={missing}
          text={(each) => `${words.missing(gaps)}: ${shortFixNames[language][each as MissingFix]}`}
          onValue={(fix) => onChoice({ ...choice, missing: fix as MissingFix })}
        />
      ) : (
        <span className={styles.hint}>{facts.missing > 0 ? words.missing(gaps) : ''}</span>
      )}
      <ColumnPicture facts={facts} words={taken === 'category'} />
    </li>
  );
}
