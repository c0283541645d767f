import { useState } from 'react';
import { splitAnew, usualHoldback } from '../../data/photos/photoSet';
import { photosWords } from '../../i18n/panels/photos';
import { integer } from '../../brick/fields';
import { Choice } from '../fields/Choice';
import { FieldControl } from '../fields/FieldControl';
import { useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import said from '../kit/Said.module.css';
import styles from './PhotosDialog.module.css';

const shares = ['0', '0.1', '0.2', '0.25', '0.3', '0.5'];
const seeds = integer(1, { min: 0, max: 2 ** 31 - 1 });

/** Holds another share of every class back, by chance from a seed. */
export function SplitRow({ set }: { readonly set: string }) {
  const { photos } = useServices();
  const words = useWords(photosWords);
  const [{ share, seed }, setHoldback] = useState(usualHoldback);
  return (
    <div className={styles.split}>
      <span className={said.note}>{words.share}</span>
      <Choice
        options={shares}
        value={String(share)}
        label={words.share}
        text={(each) => `${Math.round(Number(each) * 100)} %`}
        onValue={(each) => setHoldback({ share: Number(each), seed })}
      />
      <span className={said.note}>{words.seed}</span>
      <FieldControl
        field={seeds}
        value={seed}
        label={words.seed}
        onValue={(value) => setHoldback({ share, seed: value as number })}
        onEnd={() => undefined}
      />
      <Button small onClick={() => void photos.change(set, splitAnew({ share, seed }))}>
        {words.splitNow}
      </Button>
    </div>
  );
}
