import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { sampleValues, trainingCount } from '../../data/dataset';
import type { Picture } from '../../engine/protocol/samples';
import { useEditor, useServices } from '../services';
import { useDataset } from '../samples/useDataset';

/** Photos are shown in this size, whatever the model's input: enough to see what is changed. */
const side = 128;

/** A picture that the model is trained on, another one at each turn; null while it is read. */
export function useTrainingPicture(turn: number): Picture | null {
  const { photos } = useServices();
  const { dataset, interpolation } = useEditor((state) => state.document.training);
  const set = useStore(photos.store, ({ sets }) => sets.find(({ id }) => id === dataset) ?? null);
  const data = useDataset(set === null);
  const [picture, setPicture] = useState<Picture | null>(null);
  useEffect(() => {
    let gone = false;
    const read = async (): Promise<Picture | null> => {
      const trained = set?.photos.filter(({ part }) => part === 'training') ?? [];
      const photo = trained[turn % Math.max(1, trained.length)];
      if (photo !== undefined) {
        const values = await photos.photo(photo.hash, { size: [side, side, 3], interpolation });
        return values && { width: side, height: side, channels: 3, values: Float32Array.from(values) };
      }
      if (typeof data === 'string' || data.kind !== 'images') return null;
      const [height = 1, width = 1, channels = 1] = data.shape;
      const index = turn % Math.max(1, trainingCount(data));
      return { width, height, channels, values: Float32Array.from(sampleValues(data, index)) };
    };
    void read().then((found) => gone || setPicture(found));
    return () => {
      gone = true;
    };
  }, [photos, set, data, turn, interpolation]);
  return picture;
}
