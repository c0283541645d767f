/** An architecture as Keras makes it with random weights, and as our template of the same options. */
export interface Architecture {
  /** In `keras.applications`. */
  readonly keras: string;
  readonly template: string;
  readonly top: boolean;
  /** Height and width of its pictures. */
  readonly size: number;
  /** Options of the template. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** Sizes whose last maps still have places, so that these are compared as well, where the time allows it. */
const sizes = [
  { keras: 'MobileNetV2', template: 'mobilenet-v2', size: 64 },
  { keras: 'VGG16', template: 'vgg16', size: 64 },
  { keras: 'ResNet50', template: 'resnet50', size: 64 },
  { keras: 'InceptionV3', template: 'inception-v3', size: 107 },
  { keras: 'Xception', template: 'xception', size: 71 },
];

/** Without the top and with it; `size` for all where it is given. */
export const architectures = (size?: number): readonly Architecture[] =>
  sizes.flatMap((one) =>
    [false, true].map((top) => {
      const side = size ?? one.size;
      return { ...one, size: side, top, options: { includeTop: top, inputShape: [side, side, 3] } };
    }),
  );
