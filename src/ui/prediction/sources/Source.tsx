import { Tabs } from 'radix-ui';
import { useEffect } from 'react';
import type { DatasetKind } from '../../../data/dataset';
import { datasetWords } from '../../../i18n/panels/datasets';
import { predictionWords } from '../../../i18n/panels/prediction';
import { useServices, useWords } from '../../services';
import { useDataset } from '../../samples/useDataset';
import { ClipStepper } from './ClipStepper';
import { DrawPad } from './DrawPad';
import { ImageDrop } from './ImageDrop';
import { NumbersForm } from './NumbersForm';
import styles from '../PredictionPanel.module.css';
import tabs from '../../kit/Tabs.module.css';
import { SampleStepper } from './SampleStepper';
import { SeriesStepper } from './SeriesStepper';
import { TextForm } from './TextForm';
import { PhotoPick } from '../photos/PhotoPick';
import type { PhotoAnswers } from '../photos/usePhotoAnswers';
import type { Source as Given } from './useSource';

const sourceTabs = ['draw', 'samples', 'image', 'photos'] as const;
export type SourceTab = (typeof sourceTabs)[number];

interface SourceProps {
  readonly source: Exclude<Given, { kind: 'none' }>;
  readonly tab: SourceTab;
  readonly onTab: (tab: SourceTab) => void;
  readonly photos: PhotoAnswers;
  /** How many answers are shown for each. */
  readonly count: number;
}

/** Where the model's input comes from: drawn, chosen or typed. */
export function Source({ source, tab, onTab, photos, count }: SourceProps) {
  const { runner } = useServices();
  const words = useWords(predictionWords);

  // The answer to a picture says nothing about a text.
  useEffect(() => () => runner.clearPrediction(), [runner]);

  if (source.kind !== 'images') {
    return (
      <div className={styles.source}>
        <DatasetSource kind={source.kind} />
      </div>
    );
  }
  return (
    <Tabs.Root value={tab} onValueChange={(value) => onTab(value as SourceTab)} className={styles.source}>
      <Tabs.List className={`${tabs.tabs} ${styles.tabs}`} aria-label={words.prediction}>
        {sourceTabs
          .filter((each) => each !== 'samples' || source.samples)
          .map((each) => (
            <Tabs.Trigger key={each} value={each}>
              {words[each]}
            </Tabs.Trigger>
          ))}
      </Tabs.List>
      <Tabs.Content value="draw">
        <DrawPad size={source.size} />
      </Tabs.Content>
      <Tabs.Content value="samples">
        <DatasetSource kind="images" />
      </Tabs.Content>
      <Tabs.Content value="image">
        <ImageDrop size={source.size} />
      </Tabs.Content>
      <Tabs.Content value="photos">
        <PhotoPick photos={photos} count={count} />
      </Tabs.Content>
    </Tabs.Root>
  );
}

function DatasetSource({ kind }: { readonly kind: DatasetKind }) {
  const words = useWords(datasetWords);
  const data = useDataset();
  if (typeof data === 'string') return <p className={styles.note}>{words[data]}</p>;
  // The next dataset is on its way.
  if (data.kind !== kind) return <p className={styles.note}>{words.loading}</p>;
  const Form = {
    images: SampleStepper,
    numbers: NumbersForm,
    series: SeriesStepper,
    text: TextForm,
    video: ClipStepper,
  }[kind];
  return <Form data={data} key={data.id} />;
}
