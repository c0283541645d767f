import { useState } from 'react';
import { type Dataset, trainingCount } from '../../data/dataset';
import { datasetWords } from '../../i18n/panels/datasets';
import { trainingWords } from '../../i18n/panels/training';
import { useLanguage, useWords } from '../services';
import { Button } from '../kit/Button';
import styles from './Samples.module.css';
import { SampleView } from '../samples/view/SampleView';
import { TextLengths } from './settings/TextLengths';
import { answerText } from '../samples/answerText';
import { useSampleName } from '../samples/useSampleName';
import { useDataset } from '../samples/useDataset';

const shown: Readonly<Record<Dataset['kind'], number>> = { images: 48, numbers: 14, series: 6, text: 6, video: 8 };

/** Some of the samples that the model learns from, with what is right for each. */
export function Samples() {
  const words = useWords(trainingWords);
  const about = useWords(datasetWords);
  const language = useLanguage();
  const data = useDataset();
  const [page, setPage] = useState(0);
  if (typeof data === 'string') return <p className={styles.note}>{about[data]}</p>;
  const training = trainingCount(data);
  const most = Math.min(shown[data.kind], training);
  const first = (page * most) % Math.max(1, training - most);
  const indices = Array.from({ length: most }, (_, offset) => first + offset);
  const worded = indices.some((index) => answerText(data, index, language).length > 3);
  return (
    <>
      {data.kind === 'text' && <TextLengths data={data} />}
      <ul className={data.kind === 'images' ? styles.grid : styles.list} data-worded={worded}>
        {indices.map((index) => (
          <Sample key={index} data={data} index={index} />
        ))}
      </ul>
      <Button small icon="refresh" onClick={() => setPage(page + 1)}>
        {words.moreSamples}
      </Button>
    </>
  );
}

function Sample({ data, index }: { readonly data: Dataset; readonly index: number }) {
  const language = useLanguage();
  const answer = answerText(data, index, language);
  const label = useSampleName(data)(index);
  const view = <SampleView data={data} index={index} label={label} />;
  if (data.kind === 'images') {
    return (
      <li>
        {view}
        <span aria-hidden="true" title={answer}>
          {answer}
        </span>
      </li>
    );
  }
  return (
    <li>
      <b title={answer}>{answer}</b>
      {view}
    </li>
  );
}
