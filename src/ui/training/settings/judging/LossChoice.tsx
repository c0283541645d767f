import { type LossName, type LossSettings, lossValues } from '../../../../document/training/losses';
import { trainingWords } from '../../../../i18n/panels/training';
import { Choice } from '../../../fields/Choice';
import { useWords } from '../../../services';

export type ChosenLoss = { readonly loss: LossName | 'auto'; readonly lossSettings: LossSettings };

interface LossChoiceProps {
  readonly label: string;
  readonly loss: LossName | 'auto';
  /** What `auto` takes. */
  readonly auto: LossName;
  readonly offered: readonly LossName[];
  readonly onChoose: (chosen: ChosenLoss) => void;
}

/** The losses that fit what an output is compared with. */
export function LossChoice({ label, loss, auto, offered, onChoose }: LossChoiceProps) {
  const words = useWords(trainingWords);
  const options = loss === 'auto' || offered.includes(loss) ? offered : [...offered, loss];
  return (
    <Choice
      options={['auto', ...options]}
      value={loss}
      label={label}
      text={(each) => (each === 'auto' ? words.autoLoss(auto) : each)}
      onValue={(next) => {
        const chosen = next as LossName | 'auto';
        onChoose({ loss: chosen, lossSettings: chosen === 'auto' ? {} : lossValues(chosen) });
      }}
    />
  );
}
