import { Tabs } from 'radix-ui';
import { useEffect } from 'react';
import type { DatasetKind } from '../../data/dataset';
import { datasetWords } from '../../i18n/datasets';
import { predictionWords } from '../../i18n/prediction';
import { useServices, useWords } from '../services';
import { useDataset } from '../training/useDataset';
import { ClipStepper } from './ClipStepper';
import { DrawPad } from './DrawPad';
import { ImageDrop } from './ImageDrop';
import { NumbersForm } from './NumbersForm';
import styles from './PredictionPanel.module.css';
import tabs from '../shell/Tabs.module.css';
import { SampleStepper } from './SampleStepper';
import { SeriesStepper } from './SeriesStepper';
import { TextForm } from './TextForm';
import type { Source as Given } from './useSource';

/** Where the model's input comes from: drawn, chosen or typed. */
export function Source({ source }: { readonly source: Exclude<Given, { kind: 'none' }> }) {
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
    <Tabs.Root defaultValue="draw" className={styles.source}>
      <Tabs.List className={`${tabs.tabs} ${styles.tabs}`} aria-label={words.prediction}>
        <Tabs.Trigger value="draw">{words.draw}</Tabs.Trigger>
        {source.samples && <Tabs.Trigger value="samples">{words.samples}</Tabs.Trigger>}
        <Tabs.Trigger value="image">{words.image}</Tabs.Trigger>
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
