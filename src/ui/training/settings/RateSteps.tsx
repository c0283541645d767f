import { integer, number } from '../../../brick/fields';
import { scheduleWords } from '../../../i18n/training/schedule';
import { type ScheduleValues, listIn } from '../../../training/schedule';
import { FieldControl } from '../../fields/FieldControl';
import { Button } from '../../kit/Button';
import { useServices, useWords } from '../../services';
import styles from './RateSteps.module.css';

interface RateStepsProps {
  readonly values: ScheduleValues;
  readonly onValues: (changed: ScheduleValues) => void;
}

const most = 1e9;

/** The steps of `PiecewiseConstantDecay`: behind which step which learning rate. */
export function RateSteps({ values, onValues }: RateStepsProps) {
  const { editor } = useServices();
  const words = useWords(scheduleWords);
  const [boundaries, rates] = [listIn(values, 'boundaries'), listIn(values, 'values')];
  const end = () => editor.seal();
  const last = boundaries.at(-1) ?? 0;
  return (
    <fieldset className={styles.steps} aria-label={words.steps}>
      <div className={styles.head} aria-hidden="true">
        <span>{words.behind}</span>
        <span>{words.rate}</span>
      </div>
      {boundaries.map((boundary, at) => (
        // Steps have no names of their own.
        <div key={at} className={styles.step}>
          <FieldControl
            field={integer(boundary, { min: boundaries[at - 1] ?? 0, max: boundaries[at + 1] ?? most })}
            value={boundary}
            label={words.behindStep(at + 1)}
            onValue={(next) => onValues({ boundaries: boundaries.with(at, next as number) })}
            onEnd={end}
          />
          <FieldControl
            field={number(rates[at]!, { min: 0, max: 1000, step: 0.0001 })}
            value={rates[at]}
            label={words.rateOfStep(at + 1)}
            onValue={(next) => onValues({ values: rates.with(at, next as number) })}
            onEnd={end}
          />
          <Button
            aria-label={words.removeStep(at + 1)}
            small
            icon="close"
            disabled={boundaries.length === 1}
            onClick={() => onValues({ boundaries: boundaries.toSpliced(at, 1), values: rates.toSpliced(at, 1) })}
          />
        </div>
      ))}
      <Button
        small
        icon="plus"
        onClick={() =>
          onValues({
            boundaries: [...boundaries, Math.min(most, last * 2 || 1000)],
            values: [...rates, Number(((rates.at(-1) ?? 0) / 10).toPrecision(3))],
          })
        }
      >
        {words.addStep}
      </Button>
    </fieldset>
  );
}
