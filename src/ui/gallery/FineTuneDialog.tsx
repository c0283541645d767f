import { useMemo, useState } from 'react';
import { integer, number } from '../../brick/fields';
import { compile } from '../../compile/compile';
import { type FineTuning, fineTune, fineTuningOf } from '../../document/edits';
import { swapHeadWords } from '../../i18n/swapHead';
import { FieldControl } from '../inspector/FieldControl';
import { useEditor, useLanguage, useServices, useWords } from '../services';
import { Button } from '../shell/Button';
import { Modal } from '../shell/Modal';
import { countText } from '../shell/numbers';
import { Facts } from './Facts';
import { FormRow } from './FormRow';
import styles from './Gallery.module.css';

const fields = { divisor: number(10, { min: 1, max: 10_000, step: 1 }), epochs: integer(10, { max: 100_000 }) };

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
  const { editor, session, library } = useServices();
  const words = useWords(swapHeadWords);
  const language = useLanguage();
  const document = useEditor((state) => state.document);
  const [from, setFrom] = useState(stages.at(-1)?.from ?? layers.at(-1)!);
  const [values, setValues] = useState({ divisor: 10, epochs: document.training.epochs });
  const edit = useMemo(
    () => fineTune(from, values.divisor, values.epochs, trunk, library),
    [from, values, trunk, library],
  );
  const after = useMemo(() => edit(document), [edit, document]);
  const { totals } = useMemo(() => compile(after, library), [after, library]);
  const apply = () => {
    editor.edit(edit);
    session.open(null);
    session.notify({
      tone: 'success',
      text: words.done(from),
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
      {(['divisor', 'epochs'] as const).map((name) => (
        <FormRow key={name} label={words[name]}>
          <FieldControl
            field={fields[name]}
            value={values[name]}
            label={words[name]}
            onValue={(value) => setValues({ ...values, [name]: value as number })}
            onEnd={() => undefined}
          />
        </FormRow>
      ))}
      <Facts facts={facts} />
      <p className={styles.note}>{words.batchNorm}</p>
      <div className={`${styles.buttons} ${styles.foot}`}>
        <Button onClick={() => session.open(null)}>{words.cancel}</Button>
        <Button tone="primary" type="submit">
          {words.apply}
        </Button>
      </div>
    </form>
  );
}
