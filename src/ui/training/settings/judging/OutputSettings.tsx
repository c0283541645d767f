import { number } from '../../../../brick/fields';
import { fittingLoss } from '../../../../compile/fittingLoss';
import { setTraining } from '../../../../document/edits/project';
import type { Training } from '../../../../document/training';
import { judgingWords } from '../../../../i18n/training/judging';
import { FieldControl } from '../../../fields/FieldControl';
import { useEditor, useServices, useWords } from '../../../services';
import { LayerName } from '../../../kit/LayerName';
import { LossChoice } from './LossChoice';
import { LossRows } from './LossRows';
import { useOffered } from './useOffered';
import styles from './OutputSettings.module.css';

type Own = Training['outputs'][string];

const factor = number(1, { min: 0, max: 1e6, step: 0.1 });
const initial: Own = { loss: 'auto', weight: 1 };

/** Loss and weight of every output, where there are several. */
export function OutputSettings() {
  const words = useWords(judgingWords);
  const plan = useEditor((state) => state.plan);
  if (plan.outputs.length < 2) return null;
  return (
    <fieldset className={styles.outputs} aria-label={words.outputsTitle}>
      <p className={styles.title}>{words.outputsTitle}</p>
      {plan.outputs.map((output) => (
        <OneOutput key={output} output={output} />
      ))}
    </fieldset>
  );
}

function OneOutput({ output }: { readonly output: string }) {
  const { editor } = useServices();
  const words = useWords(judgingWords);
  const plan = useEditor((state) => state.plan);
  const { outputs, loss: common } = useEditor((state) => state.document.training);
  const offered = useOffered(output);
  const own = { ...initial, ...(Object.hasOwn(outputs, output) ? outputs[output] : {}) };
  const set = (change: Partial<Own>, key = '') =>
    editor.edit(
      setTraining({ outputs: { ...outputs, [output]: { ...own, ...change } } }),
      `training:${output}:${Object.keys(change).join()}${key}`,
    );
  return (
    <div className={styles.row}>
      <span className={styles.name}>
        <LayerName name={output} />
      </span>
      <FieldControl
        field={factor}
        value={own.weight}
        label={words.outputWeight(output)}
        onValue={(next) => set({ weight: next as number })}
        onEnd={() => editor.seal()}
      />
      <LossChoice
        label={words.outputLoss(output)}
        loss={own.loss}
        auto={common === 'auto' ? fittingLoss(plan, output) : common}
        offered={offered}
        onChoose={(chosen) => set(chosen)}
      />
      <div className={styles.settings}>
        <LossRows
          loss={own.loss}
          chosen={own.lossSettings ?? {}}
          label={(key) => words.ofOutput(key, output)}
          onSet={(lossSettings, key) => set({ lossSettings }, key)}
        />
      </div>
    </div>
  );
}
