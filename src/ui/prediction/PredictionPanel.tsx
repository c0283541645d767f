import { useState } from 'react';
import { useStore } from 'zustand';
import { predictionWords } from '../../i18n/panels/prediction';
import { Choice } from '../fields/Choice';
import { useServices, useWords } from '../services';
import { RunTrouble } from '../problems/RunTrouble';
import { PanelFrame } from '../kit/PanelFrame';
import { Answer } from './Answer';
import { Insight } from './Insight';
import styles from './PredictionPanel.module.css';
import { Source, type SourceTab } from './sources/Source';
import { PhotoList } from './photos/PhotoList';
import { usePhotoAnswers } from './photos/usePhotoAnswers';
import { answerCounts } from '../samples/topAnswers';
import { useSource } from './sources/useSource';
import { useTrust } from '../samples/useTrust';

/** A sample goes in, the answer comes out, and what the model saw in it; or many photos, each with its answer. */
export default function PredictionPanel() {
  const { runner, session } = useServices();
  const words = useWords(predictionWords);
  const trust = useTrust();
  const source = useSource();
  const [chosen, setChosen] = useState<SourceTab | null>(null);
  const [count, setCount] = useState(5);
  // A picture that was dropped on the page is shown where pictures are chosen.
  const brought = useStore(session.store, (state) => state.brought?.to === 'picture');
  if (brought && chosen !== 'image') setChosen('image');
  const size = source.kind === 'images' ? source.size : null;
  const photos = usePhotoAnswers(size);
  // Nobody draws a photo.
  const tab = chosen ?? (size?.channels === 3 ? 'image' : 'draw');
  const many = size !== null && tab === 'photos';
  const tools = (
    <>
      {trust !== null && <p className={styles.trust}>{words[trust]}</p>}
      <span className={styles.count}>
        <Choice
          options={answerCounts.map(String)}
          value={String(count)}
          label={words.answerCount}
          text={(each) => words.best(Number(each))}
          onValue={(each) => setCount(Number(each))}
        />
      </span>
    </>
  );
  const again = () => {
    if (many) return photos.goOn();
    const { sample } = runner.store.getState();
    if (sample !== null) void runner.predict(sample);
  };
  const trouble = <RunTrouble onReady={again} />;

  return (
    <PanelFrame title={words.prediction} tools={source.kind === 'none' ? null : tools}>
      {source.kind === 'none' ? (
        <p className={styles.obstacle}>{words[source.reason]}</p>
      ) : (
        <div className={styles.columns} data-many={many}>
          <Source key={source.kind} {...{ source, tab, photos, count }} onTab={setChosen} />
          {many ? (
            <div>
              {trouble}
              <PhotoList list={photos.list} count={count} />
            </div>
          ) : (
            <>
              <div className={styles.answer}>
                {trouble}
                <Answer count={count} />
              </div>
              <div className={styles.maps}>
                <Insight pictures={size !== null} />
              </div>
            </>
          )}
        </div>
      )}
    </PanelFrame>
  );
}
