import { number } from '../../../brick/fields';
import { fittingLoss } from '../../../compile/fittingLoss';
import { setTraining } from '../../../document/edits/project';
import type { Training } from '../../../document/training';
import { losses } from '../../../document/training/trainingChoices';
import { trainingWords } from '../../../i18n/panels/training';
import { Choice } from '../../fields/Choice';
import { FieldControl } from '../../fields/FieldControl';
import { useEditor, useServices, useWords } from '../../services';
import { LayerName } from '../../kit/LayerName';
import styles from './OutputSettings.module.css';

type Own = Training['outputs'][string];

const factor = number(1, { min: 0, max: 1e6, step: 0.1 });
const initial: Own = { loss: 'auto', weight: 1 };

/** Loss and weight of every output, where there are several. */
export function OutputSettings() {
  const { editor } = useServices();
  const words = useWords(trainingWords);
  const plan = useEditor((state) => state.plan);
  const { outputs, loss: common } = useEditor((state) => state.document.training);
  if (plan.outputs.length < 2) return null;
  const set = (output: string, change: Partial<Own>) =>
    editor.edit(
      setTraining({ outputs: { ...outputs, [output]: { ...initial, ...outputs[output], ...change } } }),
      `training:${output}:${Object.keys(change).join()}`,
    );
  return (
    <fieldset className={styles.outputs} aria-label={words.outputsTitle}>
      <p className={styles.title}>{words.outputsTitle}</p>
      {plan.outputs.map((output) => {
        const { loss, weight } = { ...initial, ...(Object.hasOwn(outputs, output) ? outputs[output] : {}) };
        return (
          <div key={output} className={styles.row}>
            <span className={styles.name}>
              <LayerName name={output} />
            </span>
            <FieldControl
              field={factor}
              value={weight}
              label={words.outputWeight(output)}
              onValue={(next) => set(output, { weight: next as number })}
              onEnd={() => editor.seal()}
            />
            <Choice
              options={['auto', ...losses]}
              value={loss}
              label={words.outputLoss(output)}
              text={(each) =>
                each === 'auto' ? words.autoLoss(common === 'auto' ? fittingLoss(plan, output) : common) : each
              }
              onValue={(next) => set(output, { loss: next as Own['loss'] })}
            />
          </div>
        );
      })}
    </fieldset>
  );
}
