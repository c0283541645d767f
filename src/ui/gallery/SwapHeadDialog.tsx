import { useState } from 'react';
import { type Field, choice, integer, number, toggle } from '../../brick/fields';
import { shapeText } from '../../brick/shape';
import { trainingCount } from '../../data/dataset';
import type { Head } from '../../document/edits/head';
import type { LossName } from '../../document/training/losses';
import { type TrunkTraining, trunkTrainings } from '../../document/transferAdvice';
import { datasetName } from '../../i18n/datasetNames';
import { galleryWords } from '../../i18n/gallery';
import { swapHeadWords } from '../../i18n/swapHead';
import { Choice } from '../fields/Choice';
import { FieldControl } from '../fields/FieldControl';
import { useEditor, useLanguage, useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import { Modal } from '../kit/Modal';
import { countText } from '../../i18n/numbers';
import { Facts } from './Facts';
import { FormRow } from './FormRow';
import styles from './Gallery.module.css';
import { HeadAdvice } from './HeadAdvice';
import { useNewHead } from './useNewHead';

const reduce = choice(['flatten', 'globalAverage', 'globalMax'], 'globalAverage');
const pretrainedField = toggle(true);
const fields: Readonly<Record<'units' | 'dropout' | 'classes', Field<number>>> = {
  units: integer(256, { min: 0, max: 100_000 }),
  dropout: number(0.5, { min: 0, max: 1, step: 0.05, below: true }),
  classes: integer(10, { max: 100_000 }),
};
const ignore = () => undefined;

/** A new top for the model: flat or pooled, a hidden layer, dropout and the classes, with the loss that fits. */
export default function SwapHeadDialog() {
  const { editor, session } = useServices();
  const words = useWords(galleryWords);
  const headWords = useWords(swapHeadWords);
  const language = useLanguage();
  const shapes = useEditor((state) => state.plan.shapes);
  const { head, setHead, trunk, edit, after, loss, losses, dataset, start } = useNewHead();
  const [alike, setAlike] = useState(true);
  if (trunk === null)
    return (
      <Modal title={words.swapHead} size="narrow">
        <p className={styles.note}>{words.noTrunk}</p>
      </Modal>
    );
  const apply = () => {
    editor.edit(edit);
    session.open(null);
    session.notify({
      tone: 'success',
      text: words.swapped,
      action: { label: words.undo, run: () => editor.undo() },
    });
  };
  const facts = [
    [words.loss, words.lossFor(loss, head.classes === 1 ? 'sigmoid' : 'softmax')],
    [words.total, countText(after.totals.parameters, language)],
    [words.trainable, countText(after.totals.trainable, language)],
  ] as const;
  const setTrains = (trains: TrunkTraining) => setHead({ ...head, trains });
  return (
    <Modal title={words.swapHead} about={words.swapAbout} size="narrow">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <p className={styles.note}>{words.attach(trunk, shapeText(shapes[trunk] ?? []))}</p>
        <FormRow label={words.reduce}>
          <Choice
            options={reduce.options ?? []}
            value={head.reduce}
            label={words.reduce}
            text={(option) => words[option as Head['reduce']]}
            onValue={(value) => setHead({ ...head, reduce: value as Head['reduce'] })}
          />
        </FormRow>
        {(['units', 'dropout', 'classes'] as const).map((name) => (
          <FormRow
            key={name}
            label={words[name]}
            note={
              name !== 'classes'
                ? words.none
                : dataset
                  ? headWords.fromDataset(datasetName(dataset.id, language))
                  : undefined
            }
          >
            <FieldControl
              field={fields[name]}
              value={head[name]}
              label={words[name]}
              onValue={(value) => setHead({ ...head, [name]: value as number })}
              onEnd={ignore}
            />
          </FormRow>
        ))}
        <FormRow label={headWords.loss}>
          <Choice
            options={losses}
            value={loss}
            label={headWords.loss}
            onValue={(value) => setHead({ ...head, loss: value as LossName })}
          />
        </FormRow>
        {start && (
          <FormRow label={headWords.pretrained}>
            <FieldControl
              field={pretrainedField}
              value={start.pretrained}
              label={headWords.pretrained}
              onValue={(value) => start.setPretrained(value === true)}
              onEnd={ignore}
            />
          </FormRow>
        )}
        <FormRow label={headWords.trains}>
          <Choice
            options={trunkTrainings}
            value={head.trains}
            label={headWords.trains}
            text={(option) => headWords[option as TrunkTraining]}
            onValue={(value) => setTrains(value as TrunkTraining)}
          />
        </FormRow>
        <HeadAdvice
          samples={dataset ? trainingCount(dataset) : null}
          alike={alike}
          trains={head.trains}
          onAlike={setAlike}
          onTrains={setTrains}
        />
        <Facts facts={facts} />
        <div className={`${styles.buttons} ${styles.foot}`}>
          <Button onClick={() => session.open(null)}>{words.cancel}</Button>
          <Button tone="primary" type="submit">
            {words.apply}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
