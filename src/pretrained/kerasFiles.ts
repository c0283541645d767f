/** A file of `keras.applications`, as its sources name it. */
interface KerasFile {
  readonly id: string;
  readonly architecture: string;
  readonly includeTop: boolean;
  readonly alpha: number;
  readonly size: number;
  readonly path: string;
  readonly bytes: number | null;
  readonly md5: string | null;
}

type Half = readonly [bytes: number | null, md5: string];

/** Folder, beginning of the name, size of the pictures; with and without the top. */
const plain: readonly (readonly [id: string, folder: string, size: number, withTop: Half, noTop: Half])[] = [
  [
    'vgg16',
    'vgg16',
    224,
    [553_467_096, '64373286793e3c8b2b4e3219cbf3544b'],
    [58_889_256, '6d6bbae143d832006294945121d1f1fc'],
  ],
  [
    'vgg19',
    'vgg19',
    224,
    [574_710_816, 'cbe5617147190e668d6c5d5026f83318'],
    [80_134_624, '253f8cb515780f3b799900260a226db6'],
  ],
  [
    'resnet50',
    'resnet',
    224,
    [102_967_424, '2cb95161c43110f7111970584f804107'],
    [94_765_736, '4d473c1dd8becc155b73f8504c6f6626'],
  ],
  [
    'inception-v3',
    'inception_v3',
    299,
    [96_112_376, '9a0d58056eeedaa3f26cb7ebd46da564'],
    [87_910_968, 'bcbd6486424b2319ff4ef7d526e38f63'],
  ],
  [
    'xception',
    'xception',
    299,
    [91_884_032, '0a58e3b7378bc2990ea3b43d5981f1f6'],
    [83_683_744, 'b0042744bf5b25fce3cb969f33bebb97'],
  ],
];

export const mobilenetSizes = [224, 192, 160, 128];
export const mobilenetV2Sizes = [224, 192, 160, 128, 96];
const mobilenetWidths = { 1: '1_0', 0.75: '7_5', 0.5: '5_0', 0.25: '2_5' };
const mobilenetV2Widths = [1, 1.3, 1.4, 0.75, 0.5, 0.35];

const tops = [true, false];
const idOf = (name: string, includeTop: boolean) => (includeTop ? name : `${name}-no-top`);

/** Every weights file that Keras publishes for our architectures (`keras/src/applications/*.py`). */
export const kerasFiles: readonly KerasFile[] = [
  ...plain.flatMap(([architecture, folder, size, ...halves]) =>
    tops.map((includeTop, index): KerasFile => {
      const [bytes, md5] = halves[index]!;
      const name = `${architecture === 'resnet50' ? 'resnet50' : folder}_weights_tf_dim_ordering_tf_kernels`;
      const path = `${folder}/${name}${includeTop ? '' : '_notop'}.h5`;
      return { id: idOf(architecture, includeTop), architecture, includeTop, alpha: 1, size, path, bytes, md5 };
    }),
  ),
  ...Object.entries(mobilenetWidths).flatMap(([alpha, width]) =>
    mobilenetSizes.flatMap((size) =>
      tops.map((includeTop) =>
        mobilenet('mobilenet', Number(alpha), size, includeTop, `mobilenet_${width}_${size}_tf`),
      ),
    ),
  ),
  ...mobilenetV2Widths.flatMap((alpha) =>
    // The two widest were only ever trained at 224.
    (alpha > 1 ? [224] : mobilenetV2Sizes).flatMap((size) =>
      tops.map((includeTop) => {
        const width = Number.isInteger(alpha) ? alpha.toFixed(1) : String(alpha);
        const name = `mobilenet_v2_weights_tf_dim_ordering_tf_kernels_${width}_${size}`;
        return mobilenet('mobilenet-v2', alpha, size, includeTop, name);
      }),
    ),
  ),
];

function mobilenet(architecture: string, alpha: number, size: number, includeTop: boolean, name: string): KerasFile {
  const path = `${architecture.replace('-', '_')}/${name}${includeTop ? '' : '_no_top'}.h5`;
  const id = idOf(`${architecture}-${alpha}-${size}`, includeTop);
  return { id, architecture, includeTop, alpha, size, path, bytes: null, md5: null };
}
