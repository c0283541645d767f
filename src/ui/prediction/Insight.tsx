import { Tabs } from 'radix-ui';
import { useMemo } from 'react';
import { predictionWords } from '../../i18n/panels/prediction';
import { useEditor, useWords } from '../services';
import tabs from '../kit/Tabs.module.css';
import { FeatureMaps } from './FeatureMaps';
import styles from './PredictionPanel.module.css';
import { HeatView } from './heat/HeatView';
import { heatPlaces } from './heat/heatPlaces';

/** What the model sees in the sample: the selected brick's maps, or where in a picture a class is seen. */
export function Insight({ pictures }: { readonly pictures: boolean }) {
  const words = useWords(predictionWords);
  const plan = useEditor((state) => state.plan);
  const places = useMemo(() => heatPlaces(plan), [plan]);
  if (!pictures || places.length === 0) return <FeatureMaps />;
  return (
    <Tabs.Root defaultValue="maps">
      <Tabs.List className={`${tabs.tabs} ${styles.tabs}`} aria-label={words.insight}>
        <Tabs.Trigger value="maps">{words.activationsTab}</Tabs.Trigger>
        <Tabs.Trigger value="heat">{words.heat}</Tabs.Trigger>
      </Tabs.List>
      <Tabs.Content value="maps">
        <FeatureMaps />
      </Tabs.Content>
      <Tabs.Content value="heat">
        <HeatView places={places} />
      </Tabs.Content>
    </Tabs.Root>
  );
}
