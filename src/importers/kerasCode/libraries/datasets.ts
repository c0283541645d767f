import type { NativeValue } from '../values/value';
import { native, tuple } from '../values/make';
import { array } from '../values/arrays';

/** Shapes of Keras's datasets: samples and answers to train with, then to test with. */
const datasets: Readonly<Record<string, readonly (readonly number[])[]>> = {
  mnist: [[60_000, 28, 28], [60_000], [10_000, 28, 28], [10_000]],
  fashion_mnist: [[60_000, 28, 28], [60_000], [10_000, 28, 28], [10_000]],
  cifar10: [
    [50_000, 32, 32, 3],
    [50_000, 1],
    [10_000, 32, 32, 3],
    [10_000, 1],
  ],
  cifar100: [
    [50_000, 32, 32, 3],
    [50_000, 1],
    [10_000, 32, 32, 3],
    [10_000, 1],
  ],
  imdb: [[25_000], [25_000], [25_000], [25_000]],
  reuters: [[8982], [8982], [2246], [2246]],
  boston_housing: [[404, 13], [404], [102, 13], [102]],
  california_housing: [[16_512, 8], [16_512], [4128, 8], [4128]],
};

/** `load_data()` of a dataset: nothing is loaded, only shapes are known. */
export function datasetFunction(name: string): NativeValue {
  const shapes = Object.hasOwn(datasets, name) ? datasets[name]! : [[], [], [], []];
  return native(`${name}.load_data`, () => {
    const [x, y, testX, testY] = shapes.map((shape) => array(shape, name));
    return tuple([tuple([x!, y!]), tuple([testX!, testY!])]);
  });
}
