import { fittingLoss } from '../../../../compile/fittingLoss';
import { setTraining } from '../../../../document/edits/project';
import { trainingWords } from '../../../../i18n/panels/training';
import { useEditor, useServices, useWords } from '../../../services';
import { SettingRow } from '../SettingRow';
import { LossChoice } from './LossChoice';
import { LossRows } from './LossRows';
import { useOffered } from './useOffered';

/** The loss that judges the outputs, with its settings. */
export function LossSettings() {
  const { editor } = useServices();
  const words = useWords(trainingWords);
  const plan = useEditor((state) => state.plan);
  const { loss, lossSettings } = useEditor((state) => state.document.training);
  const offered = useOffered(plan.outputs[0]);
  return (
    <>
      <SettingRow label={words.loss} wide>
        <LossChoice
          label={words.loss}
          loss={loss}
          auto={fittingLoss(plan)}
          offered={offered}
          onChoose={(chosen) => editor.edit(setTraining(chosen), 'training:loss')}
        />
      </SettingRow>
      <LossRows
        loss={loss}
        chosen={lossSettings}
        label={(key) => key}
        onSet={(next, key) => editor.edit(setTraining({ lossSettings: next }), `training:loss:${key}`)}
      />
    </>
  );
}
