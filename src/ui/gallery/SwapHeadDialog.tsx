import { useMemo, useState } from 'react';
import { type Field, choice, integer, number } from '../../brick/fields';
import { shapeText } from '../../brick/shape';
import { compile } from '../../compile/compile';
import { type Head, swapHead, trunkOf } from '../../document/edits';
import { galleryWords } from '../../i18n/gallery';
import { FieldControl } from '../inspector/FieldControl';
import { Choice } from '../inspector/Choice';
import { useEditor, useLanguage, useServices, useWords } from '../services';
import { Button } from '../shell/Button';
import { Modal } from '../shell/Modal';
import { countText } from '../shell/numbers';
import styles from './Gallery.module.css';

const reduce = choice(['flatten', 'globalAverage', 'globalMax'], 'globalAverage');
const fields: Readonly<Record<'units' | 'dropout' | 'classes', Field<number>>> = {
  units: integer(256, { min: 0, max: 100_000 }),
  dropout: number(0.5, { min: 0, max: 1, step: 0.05, below: true }),
  classes: integer(10, { max: 100_000 }),
};

/** A new top for the model: flat or pooled, a hidden layer, dropout and the classes, with the loss that fits. */
export default function SwapHeadDialog() {
  const { editor, session, library } = useServices();
  const words = useWords(galleryWords);
  const language = useLanguage();
  const document = useEditor((state) => state.document);
  const plan = useEditor((state) => state.plan);
  const towers = useEditor((state) => state.towers);
  const [head, setHead] = useState<Head>({ reduce: 'flatten', units: 512, dropout: 0.5, classes: 1 });
  const trunk = trunkOf(document, library, plan.shapes);
  const edit = useMemo(() => swapHead(head, library, plan.shapes, towers), [head, library, plan, towers]);
  const after = useMemo(() => compile(edit(document), library), [edit, document, library]);
  if (trunk === null)
    return (
      <Modal title={words.swapHead} size="narrow">
        <p className={styles.note}>{words.noTrunk}</p>
      </Modal>
    );
  const binary = head.classes === 1;
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
    [
      words.loss,
      words.lossFor(binary ? 'binaryCrossentropy' : 'sparseCategoricalCrossentropy', binary ? 'sigmoid' : 'softmax'),
    ],
    [words.total, countText(after.totals.parameters, language)],
    [words.trainable, countText(after.totals.trainable, language)],
  ] as const;
  return (
    <Modal title={words.swapHead} about={words.swapAbout} size="narrow">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <p className={styles.note}>{words.attach(trunk, shapeText(plan.shapes[trunk] ?? []))}</p>
        <div className={styles.option}>
          <span>{words.reduce}</span>
          <Choice
            options={reduce.options ?? []}
            value={head.reduce}
            label={words.reduce}
            text={(option) => words[option as Head['reduce']]}
            onValue={(value) => setHead({ ...head, reduce: value as Head['reduce'] })}
          />
        </div>
        {(['units', 'dropout', 'classes'] as const).map((name) => (
          <div key={name} className={styles.option}>
            <span>
              {words[name]}
              {name !== 'classes' && <small>{words.none}</small>}
            </span>
            <FieldControl
              field={fields[name]}
              value={head[name]}
              label={words[name]}
              onValue={(value) => setHead({ ...head, [name]: value as number })}
              onEnd={() => undefined}
            />
          </div>
        ))}
        <dl className={styles.list}>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <div className={styles.buttons}>
          <Button onClick={() => session.open(null)}>{words.cancel}</Button>
          <Button tone="primary" type="submit">
            {words.apply}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
