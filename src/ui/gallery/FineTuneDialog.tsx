import { useMemo, useState } from 'react';
import { integer, number, toggle } from '../../brick/fields';
import { compile } from '../../compile/compile';
import {
  type FineTuning,
  type TuningSettings,
  fineTune,
  fineTuningOf,
  normalises,
  usualDivisor,
} from '../../document/edits/fineTune';
import { swapHeadWords } from '../../i18n/swapHead';
import { FieldControl } from '../fields/FieldControl';
import { useEditor, useLanguage, useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import { Modal } from '../kit/Modal';
import { countText } from '../../i18n/numbers';
import { Facts } from './Facts';
import { FormRow } from './FormRow';
import styles from './Gallery.module.css';

const fields = {
  divisor: number(10, { min: 1, max: 10_000, step: 1 }),
  epochs: integer(10, { max: 100_000 }),
  normalisationFrozen: toggle(true),
};

/** The step after the head: unfreezes the end of what stands below it and trains on at a smaller learning rate. */
export default function FineTuneDialog() {
  const { library } = useServices();
  const words = useWords(swapHeadWords);
  const document = useEditor((state) => state.document);
  const plan = useEditor((state) => state.plan);
  const tuning = useMemo(() => fineTuningOf(document, library, plan.shapes), [document, library, plan]);
  return (
    <Modal title={words.fineTune} about={words.fineTuneAbout} size="narrow">
      {tuning === null ? <p className={styles.note}>{words.nothing}</p> : <FineTuneForm tuning={tuning} />}
    </Modal>
  );
}

function FineTuneForm({ tuning: { trunk, stages, layers } }: { readonly tuning: FineTuning }) {
  const { editor, runner, session, library } = useServices();
  const words = useWords(swapHeadWords);
  const language = useLanguage();
  const document = useEditor((state) => state.document);
  const [from, setFrom] = useState(stages.at(-1)?.from ?? layers.at(-1)!);
  const [values, setValues] = useState<TuningSettings>({
    divisor: usualDivisor(document),
    epochs: document.training.epochs,
    normalisationFrozen: true,
  });
  const edit = useMemo(() => fineTune(from, values, trunk, library), [from, values, trunk, library]);
  const normalised = useMemo(() => normalises(document, trunk, library), [document, trunk, library]);
  const shown = (['divisor', 'epochs', 'normalisationFrozen'] as const).filter(
    (name) => normalised || name !== 'normalisationFrozen',
  );
  const after = useMemo(() => edit(document), [edit, document]);
  const { totals } = useMemo(() => compile(after, library), [after, library]);
  const apply = () => {
    // Asked before the edit: freezing otherwise does not change whose weights these are.
    const said = runner.store.getState().model?.run ? words.done : words.doneUntrained;
    editor.edit(edit);
    session.open(null);
    session.show('training');
    session.notify({
      tone: 'success',
      text: said(from),
      action: { label: words.undo, run: () => editor.undo() },
    });
  };
  const facts = [
    [words.rate, String(after.training.optimizer.settings['learningRate'])],
    [words.trainable, countText(totals.trainable, language)],
    [words.frozen, countText(totals.nonTrainable, language)],
  ] as const;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <label className={styles.option}>
        <span>{words.from}</span>
        <select className={styles.select} value={from} onChange={({ target }) => setFrom(target.value)}>
          <optgroup label={words.stages}>
            {stages.map((stage) => (
              <option key={stage.name} value={stage.from}>
                {words.stage(stage.name, stage.from)}
              </option>
            ))}
          </optgroup>
          <optgroup label={words.layers}>
            {layers
              .filter((name) => stages.every((stage) => stage.from !== name))
              .map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
          </optgroup>
        </select>
      </label>
      {shown.map((name) => (
        <FormRow key={name} label={words[name]}>
          <FieldControl
            field={fields[name]}
            value={values[name]}
            label={words[name]}
            onValue={(value) => setValues({ ...values, [name]: value })}
            onEnd={() => undefined}
          />
        </FormRow>
      ))}
      <Facts facts={facts} />
      {normalised && <p className={styles.note}>{words.batchNorm}</p>}
      <div className={`${styles.buttons} ${styles.foot}`}>
        <Button onClick={() => session.open(null)}>{words.cancel}</Button>
        <Button tone="primary" type="submit">
          {words.apply}
        </Button>
      </div>
    </form>
  );
}
