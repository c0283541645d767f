import { type TrunkTraining, muchData, transferAdvice } from '../../document/transferAdvice';
import { swapHeadWords } from '../../i18n/swapHead';
import { Choice } from '../fields/Choice';
import { useLanguage, useWords } from '../services';
import { Button } from '../kit/Button';
import { countText } from '../../i18n/numbers';
import { FormRow } from './FormRow';
import styles from './Gallery.module.css';

const adviceOf = { none: 'adviceNone', last: 'adviceLast', some: 'adviceSome', all: 'adviceAll' } as const;

interface HeadAdviceProps {
  /** Training samples of the chosen dataset; null where it is not here. */
  readonly samples: number | null;
  readonly alike: boolean;
  readonly trains: TrunkTraining;
  readonly onAlike: (alike: boolean) => void;
  readonly onTrains: (trains: TrunkTraining) => void;
}

/** Which of the four cases of transfer learning this is, and what it suggests. */
export function HeadAdvice({ samples, alike, trains, onAlike, onTrains }: HeadAdviceProps) {
  const words = useWords(swapHeadWords);
  const language = useLanguage();
  const advice = samples === null ? null : transferAdvice(samples, alike);
  return (
    <>
      <FormRow label={words.likeness}>
        <Choice
          options={['alike', 'different']}
          value={alike ? 'alike' : 'different'}
          label={words.likeness}
          text={(option) => words[option as 'alike' | 'different']}
          onValue={(value) => onAlike(value === 'alike')}
        />
      </FormRow>
      <div className={styles.advice} role="note">
        {advice === null || samples === null ? (
          <p>{words.noDataset}</p>
        ) : (
          <>
            <p>
              {words.because(countText(samples, language), advice.much, countText(muchData, language), alike)}{' '}
              <b>{words[adviceOf[advice.trains]]}</b>
            </p>
            {advice.trains === trains ? (
              <p>{words.asAdvised}</p>
            ) : (
              <Button small onClick={() => onTrains(advice.trains)}>
                {words.takeAdvice}
              </Button>
            )}
          </>
        )}
      </div>
    </>
  );
}
