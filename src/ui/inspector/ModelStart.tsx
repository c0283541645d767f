import { inspectorWords } from '../../i18n/inspector';
import { useEditor, useWords } from '../services';
import { Actions } from './Actions';
import styles from './Inspector.module.css';

/** Where the weights of the model's own layers start, and what else they could start from. */
export function ModelStart() {
  const words = useWords(inspectorWords);
  const { weightsFrom: from, preprocessing } = useEditor((state) => state.plan);
  return (
    <>
      {from && (
        <dl className={`${styles.totals} ${styles.wrapped}`}>
          <div>
            <dt>{words.weightsStart}</dt>
            <dd>{from.source === 'file' ? words.file(from.file.slice(0, 8)) : words[from.source]}</dd>
          </div>
          {preprocessing && (
            <div>
              <dt>{words.preparation}</dt>
              <dd>{words[preprocessing]}</dd>
            </div>
          )}
        </dl>
      )}
      <Actions ids={['startPublished', 'startRandom']} />
    </>
  );
}
