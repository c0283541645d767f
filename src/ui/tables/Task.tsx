import { answerOf } from '../../data/tables/taking/choices';
import { fittingSplit, olderSplit } from '../../data/tables/taking/split';
import type { TableLook } from '../../editor/own/tableLook';
import { tableDialogWords } from '../../i18n/tables/tableDialog';
import fields from '../fields/Fields.module.css';
import { useWords } from '../services';
import styles from './TableDialog.module.css';

interface TaskProps {
  readonly look: TableLook;
  readonly onChoices: (choices: TableLook['choices']) => void;
}

/** Which column is predicted, and as what. */
export function Task({ look, onChoices }: TaskProps) {
  const words = useWords(tableDialogWords);
  const { survey, choices } = look;
  const facts = survey.columns[choices.target]!;
  const ask = (target: number, answer: typeof choices.answer) =>
    onChoices({ ...choices, target, answer, split: fittingSplit(choices.split ?? olderSplit, target, answer) });
  const choose = (target: number) => ask(target, answerOf(survey.columns[target]!));
  return (
    <section aria-label={words.task}>
      <h3>{words.task}</h3>
      <div className={styles.choices}>
        <label>
          {words.target}
          <select
            className={fields.input}
            value={choices.target}
            onChange={({ target }) => choose(Number(target.value))}
          >
            {survey.columns.map(({ name }, place) => (
              <option key={place} value={place}>
                {name === '' ? `${place + 1}` : name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.answer}
          <select
            className={fields.input}
            value={choices.answer}
            disabled={facts.number === null}
            onChange={({ target }) => ask(choices.target, target.value === 'classes' ? 'classes' : 'numbers')}
          >
            <option value="classes">{words.classes}</option>
            <option value="numbers">{words.numbers}</option>
          </select>
        </label>
      </div>
    </section>
  );
}
