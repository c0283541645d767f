import { useState } from 'react';
import type { KeptAnswers } from '../../../../data/scores/keptAnswers';
import type { Answered } from '../../../../data/scores/worstFirst';
import { resultSampleWords } from '../../../../i18n/results/resultSamples';
import { Button } from '../../../kit/Button';
import { useSampleName } from '../../../samples/useSampleName';
import { SampleView } from '../../../samples/view/SampleView';
import { useWords } from '../../../services';
import type { Dataset } from '../../../../data/dataset';
import styles from './AnsweredSamples.module.css';
import { useAnsweredText } from './useAnsweredText';
import { useRunData } from './useRunData';

interface AnsweredSamplesProps {
  readonly answers: KeptAnswers;
  readonly answered: readonly Answered[];
  /** What all of them are and are taken for is said already. */
  readonly alike?: boolean;
}

/** As many as are seen at once; pictures are small. */
const page = { images: 12, other: 6 };

/** Single samples with what is right and what the model says, in this order, some at a time. */
export function AnsweredSamples({ answers, answered, alike = false }: AnsweredSamplesProps) {
  const words = useWords(resultSampleWords);
  const data = useRunData(answers);
  const [pages, setPages] = useState(1);
  if (typeof data === 'string') return <p className={styles.note}>{words[data]}</p>;
  const shown = answered.slice(0, pages * (data.kind === 'images' ? page.images : page.other));
  const left = answered.length - shown.length;
  return (
    <>
      <ul className={data.kind === 'images' ? styles.grid : styles.list}>
        {shown.map((each) => (
          <One key={each.place} data={data} answers={answers} answered={each} alike={alike} />
        ))}
      </ul>
      {left > 0 && (
        <Button small onClick={() => setPages(pages + 1)}>
          {words.more(left)}
        </Button>
      )}
    </>
  );
}

interface OneProps {
  readonly data: Dataset;
  readonly answers: KeptAnswers;
  readonly answered: Answered;
  readonly alike: boolean;
}

function One({ data, answers, answered, alike }: OneProps) {
  const words = useWords(resultSampleWords);
  const index = answers.samples[answered.place]!;
  const name = useSampleName(data)(index);
  const text = useAnsweredText(data, answers)(answered.place, alike);
  const line = data.lines?.[index];
  return (
    <li>
      <b>{text}</b>
      {line !== undefined && <span className={styles.line}> · {words.line(line)}</span>}
      <SampleView data={data} index={index} label={name} />
    </li>
  );
}
