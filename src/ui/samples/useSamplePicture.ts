import { useEffect, useState } from 'react';
import { type Dataset, sampleValues } from '../../data/dataset';
import type { Picture } from '../../engine/protocol/samples';
import { useEditor, useServices } from '../services';
import { pictureSize } from '../../data/photos/pictureSize';

/** Photos of a model that takes any size are read in the usual one. */
const usual = { height: 224, width: 224 };

/** A sample of pictures as the model gets it, null while it is read or where there are no data; of a photo the file in the size of the input, since samples of photos are thumbnails. */
export function useSamplePicture(data: Dataset | null, index: number): Picture | null {
  const { photos } = useServices();
  const plan = useEditor((state) => state.plan);
  const interpolation = useEditor((state) => state.document.training.interpolation);
  const [picture, setPicture] = useState<Picture | null>(null);
  const hash = data?.hashes?.[index];
  const size = pictureSize(plan.shapes[plan.inputs[0] ?? ''] ?? []) ?? usual;
  const [height, width, channels] = hash === undefined ? (data?.shape ?? []) : [size.height, size.width, 3];
  useEffect(() => {
    if (data === null) return undefined;
    let gone = false;
    const shape = [height ?? 1, width ?? 1, channels ?? 1] as const;
    const read = async () =>
      hash === undefined ? sampleValues(data, index) : await photos.photo(hash, { size: shape, interpolation });
    void read().then((values) => {
      if (gone || values === null) return;
      setPicture({ height: shape[0], width: shape[1], channels: shape[2], values: Float32Array.from(values) });
    });
    return () => {
      gone = true;
    };
  }, [photos, data, index, hash, height, width, channels, interpolation]);
  return picture;
}
