import { type Dataset, sampleValues } from '../../../data/dataset';
import { decoded } from '../../../data/textSamples';
import { resultSampleWords } from '../../../i18n/results/resultSamples';
import { useWords } from '../../services';
import { FrameStrip } from '../FrameStrip';
import { PictureSample } from '../PictureSample';
import { SeriesPlot } from '../SeriesPlot';
import styles from './SampleView.module.css';
import { cellsOf } from './cellsOf';

interface SampleViewProps {
  readonly data: Dataset;
  readonly index: number;
  /** Which sample it is, for those who do not see a picture of it. */
  readonly label: string;
}

/** One sample as people read it: a picture, a clip, a course, words, or the row of the table that was given. */
export function SampleView({ data, index, label }: SampleViewProps) {
  if (data.kind === 'images') return <PictureSample data={data} index={index} label={label} />;
  if (data.kind === 'video') return <FrameStrip data={data} index={index} label={label} />;
  const values = sampleValues(data, index);
  if (data.kind === 'series') return <SeriesPlot values={values} label={label} right={answerOf(data, index)} />;
  if (data.kind === 'text') return <p className={styles.text}>{decoded(values, data.words ?? []).join(' ')}</p>;
  return <Row data={data} index={index} />;
}

function Row({ data, index }: Omit<SampleViewProps, 'label'>) {
  const words = useWords(resultSampleWords);
  return (
    <p className={styles.row}>
      {cellsOf(data, index).map(({ column, text }, place) => (
        <span key={place} className={styles.cell}>
          {column !== '' && <span className={styles.column}>{column}</span>} {text === '' ? words.empty : text}
        </span>
      ))}
    </p>
  );
}

/** What comes next in a course, where it is a number; a class has no place in the picture. */
const answerOf = ({ target }: Dataset, index: number) =>
  target.kind === 'numbers' ? target.values[index * target.names.length] : undefined;
