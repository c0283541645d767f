import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { shapeText } from '../../brick/shape';
import { bricksOf } from '../../document/items';
import type { Activation } from '../../engine/protocol/prediction';
import { predictionWords } from '../../i18n/panels/prediction';
import { useEditor, useServices, useWords } from '../services';
import styles from './FeatureMaps.module.css';
import { drawValues } from '../samples/drawValues';
import { useAnswerNames } from '../samples/useAnswerNames';
import { UnitBars } from './UnitBars';
import { mostBars } from './barsOf';
import { mapsOf } from './mapsOf';

/** What the selected brick makes of the picture: one map per channel, each from its smallest to its largest value. */
export function FeatureMaps() {
  const { runner } = useServices();
  const words = useWords(predictionWords);
  const prediction = useStore(runner.store, (state) => state.prediction);
  const document = useEditor((state) => state.document);
  const items = useEditor((state) => state.selection.items);
  const nameOf = useAnswerNames();
  const chosen = new Set(bricksOf(document, items));
  const activation = prediction?.activations.findLast(({ layer }) => chosen.has(layer));
  if (!activation) return <p className={styles.wait}>{words.activationsHint}</p>;
  const { width, height, maps, all } = mapsOf(activation.shape);
  const short = activation.shape.length === 1 && all <= mostBars;
  const named = prediction?.outputs.some(({ layer }) => layer === activation.layer) ? nameOf(all) : String;
  return (
    <>
      <h3 className={styles.title}>{words.activations(activation.layer)}</h3>
      <p className={styles.note}>
        {shapeText(activation.shape)} ·{' '}
        {activation.shape.length === 3 ? words.maps(maps.length, all) : words.units(all)}
      </p>
      {short ? (
        <UnitBars values={activation.values} name={named} />
      ) : (
        <div className={styles.grid} data-flat={activation.shape.length !== 3}>
          {maps.map((map) => (
            <FeatureMap
              key={map}
              {...{ activation, map, width, height }}
              step={activation.shape.length === 3 ? all : 1}
            />
          ))}
        </div>
      )}
    </>
  );
}

interface FeatureMapProps {
  readonly activation: Activation;
  readonly map: number;
  readonly width: number;
  readonly height: number;
  readonly step: number;
}

function FeatureMap({ activation, map, width, height, step }: FeatureMapProps) {
  const words = useWords(predictionWords);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const { values } = activation;
    let [low, high] = [Infinity, -Infinity];
    for (let pixel = 0; pixel < width * height; pixel++) {
      const value = values[map + pixel * step] ?? 0;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    if (canvas.current) drawValues(canvas.current, values, width, height, [low, high], map, step);
  }, [activation, map, width, height, step]);
  return <canvas ref={canvas} className={styles.map} aria-label={words.map(map)} title={words.map(map)} />;
}
