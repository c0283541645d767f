import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Picture } from '../../../engine/protocol/samples';
import type { Heat } from '../../../engine/protocol/prediction';
import { predictionWords } from '../../../i18n/panels/prediction';
import { Choice } from '../../fields/Choice';
import { useServices, useWords } from '../../services';
import { topAnswers } from '../../samples/topAnswers';
import { useAnswerNames } from '../../samples/useAnswerNames';
import { HeatLegend } from './HeatLegend';
import { HeatPictures } from './HeatPictures';
import { hottest } from './hottest';
import styles from './Heat.module.css';

/** Of one question; the answer to an older one is not shown. */
interface Answered {
  readonly sample: Picture;
  readonly key: string;
  readonly heat: Heat | null;
}

const likeliest = '';

/** Grad-CAM: where in the picture the chosen convolution sees a class. `places` are the convolutions' paths. */
export function HeatView({ places }: { readonly places: readonly string[] }) {
  const { runner } = useServices();
  const words = useWords(predictionWords);
  const nameOf = useAnswerNames();
  const sample = useStore(runner.store, (state) => (state.sample && 'width' in state.sample ? state.sample : null));
  const values = useStore(runner.store, (state) =>
    state.predicting ? undefined : state.prediction?.outputs[0]?.values,
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const [asked, setAsked] = useState(likeliest);
  const [answered, setAnswered] = useState<Answered | null>(null);
  const path = chosen !== null && places.includes(chosen) ? chosen : places.at(-1)!;
  const named = nameOf(values?.length ?? 0);
  const key = `${path} ${asked}`;

  useEffect(() => {
    // The answer comes first: it says which classes there are.
    if (sample === null || values === undefined) return undefined;
    let gone = false;
    const classIndex = asked === likeliest ? null : Number(asked);
    void runner
      .gradCam(sample, path, classIndex)
      .then((heat) => gone || setAnswered({ sample, key: `${path} ${asked}`, heat: heat.ok ? heat.value : null }));
    return () => {
      gone = true;
    };
  }, [runner, sample, values, path, asked]);

  if (sample === null) return <p className={styles.wait}>{words.heatWait}</p>;
  const present = answered?.sample === sample && answered.key === key ? answered : null;
  const heat = present?.heat ?? null;
  const said = (map: Heat) => {
    const [name, place] = [named(map.classIndex), hottest(map)];
    if (place === null) return words.heatNone(name);
    const { row, column, down, across } = place;
    return words.heatAt(name, words.thirds(down, across), row, map.height, column, map.width);
  };
  const classes = [likeliest, ...topAnswers(values ?? [], 10).answers.map(({ index }) => String(index))];
  return (
    <div className={styles.view}>
      <div className={styles.controls}>
        <p className={styles.note}>{words.heatHint}</p>
        <label className={styles.row}>
          <span>{words.heatPlace}</span>
          <Choice options={places} value={path} label={words.heatPlace} onValue={setChosen} />
        </label>
        <label className={styles.row}>
          <span>{words.heatClass}</span>
          <Choice
            options={classes}
            value={classes.includes(asked) ? asked : likeliest}
            label={words.heatClass}
            text={(each) => (each === likeliest ? words.likeliest : named(Number(each)))}
            onValue={setAsked}
          />
        </label>
        {heat && <HeatLegend said={said(heat)} />}
      </div>
      {heat && <HeatPictures picture={sample} heat={heat} said={said(heat)} />}
      {!heat && <p className={styles.wait}>{present === null ? words.heatWorking : words.heatFailed}</p>}
    </div>
  );
}
