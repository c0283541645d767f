import { fillModes } from '../../../document/augmentation';
import type { ProjectFacts } from './facts';

/** ImageNet's numbers as `keras.applications.imagenet_utils` has them; of other channels only the size changes. */
const prepared: Readonly<Record<ProjectFacts['mode'], { colour: string; other: string }>> = {
  none: { colour: 'pictures', other: 'pictures' },
  scale: { colour: 'pictures / 255', other: 'pictures / 255' },
  tf: { colour: 'pictures / 127.5 - 1', other: 'pictures / 127.5 - 1' },
  caffe: {
    colour: 'pictures[..., ::-1] - numpy.float32([103.939, 116.779, 123.68])',
    other: 'pictures',
  },
  torch: {
    colour: '(pictures / 255 - numpy.float32([0.485, 0.456, 0.406])) / numpy.float32([0.229, 0.224, 0.225])',
    other: 'pictures / 255',
  },
};

const said: Readonly<Record<ProjectFacts['mode'], string>> = {
  none: 'as they are',
  scale: '0 to 1',
  tf: '-1 to 1',
  caffe: 'around the mean, blue first',
  torch: 'by mean and deviation',
};

/** `prepare`: values 0 … 255, `[..., channels]`, as the model takes them. */
export function prepareText({ mode }: ProjectFacts, channels: number): string {
  const value = prepared[mode][channels === 3 ? 'colour' : 'other'];
  const lines =
    value.length > 80
      ? `    centred = pictures / 255 - numpy.float32([0.485, 0.456, 0.406])
    return centred / numpy.float32([0.229, 0.224, 0.225])`
      : `    return ${value}`;
  return `def prepare(pictures):
    """Float32 pictures (..., ${channels}) of values 0 to 255: ${said[mode]}."""
${lines}`;
}

/** `resized`: stored pictures in another size, as the editor does it. */
export const resizedText = `def shares(size, source):
    """How much of each source cell makes up each cell: (size, source), triangles."""
    scale = source / size
    centres = (numpy.arange(size)[:, None] + 0.5) * scale - 0.5
    parts = 1 - abs(numpy.arange(source) - centres) / max(1, scale)
    parts = numpy.maximum(parts, 0)
    return (parts / parts.sum(axis=1, keepdims=True)).astype("float32")


def resized(pictures, height, width, channels):
    """Pictures (n, h, w, c) as (n, height, width, channels), values 0 to 255."""
    own = pictures.shape[-1]
    if own >= 3 and channels == 1:
        pictures = pictures[..., :3] @ numpy.float32([[0.2989], [0.587], [0.114]])
    elif own < 3 <= channels:
        pictures = numpy.repeat(pictures[..., :1], 3, axis=-1)
    rows, columns = shares(height, pictures.shape[1]), shares(width, pictures.shape[2])
    return numpy.einsum(
        "yh,xw,nhwc->nyxc", rows, columns, pictures[..., :channels], optimize=True
    )`;

/** `bilinear` or `load_img` alone: a photo of a file in the size of the input. */
export function photoText({ training: { interpolation } }: ProjectFacts, shape: readonly number[]): string {
  const [height, width, channels] = shape;
  const colours = { 1: 'grayscale', 3: 'rgb', 4: 'rgba' }[channels!] ?? 'rgb';
  if (interpolation === 'nearest') {
    return `def photo(path):
    """A photo as (${height}, ${width}, ${channels}), values 0 to 255, by the nearest pixels."""
    picture = keras.utils.load_img(
        path,
        color_mode="${colours}",
        target_size=(${height}, ${width}),
        interpolation="nearest",
    )
    return keras.utils.img_to_array(picture, data_format="channels_last")`;
  }
  return `def neighbours(size, source):
    """The two source cells around each cell, and the share of the second."""
    at = (numpy.arange(size) + 0.5) * source / size - 0.5
    at = numpy.clip(at, 0, source - 1)
    low = numpy.floor(at).astype(int)
    return low, numpy.minimum(low + 1, source - 1), (at - low).astype("float32")


def photo(path):
    """A photo as (${height}, ${width}, ${channels}), values 0 to 255, bilinear as \`tf.image.resize\`."""
    picture = keras.utils.load_img(path, color_mode="${colours}")
    picture = keras.utils.img_to_array(picture, data_format="channels_last")
    top, bottom, down = neighbours(${height}, picture.shape[0])
    left, right, across = neighbours(${width}, picture.shape[1])
    rows = (1 - down)[:, None, None] * picture[top]
    rows += down[:, None, None] * picture[bottom]
    columns = (1 - across)[:, None] * rows[:, left] + across[:, None] * rows[:, right]
    return numpy.floor(columns + 0.5)`;
}

const kerasFill: Readonly<Record<(typeof fillModes)[number], string>> = {
  nearest: 'nearest',
  constant: 'constant',
  reflect: 'reflect',
  wrap: 'wrap',
};

/** `augmented`: random changes of training pictures with Keras's own operation, so on every backend. */
export function augmentText({ training: { augmentation } }: ProjectFacts): string {
  const a = augmentation;
  const flips = [
    a.horizontalFlip ? `    mirrored = rng.random(count) < 0.5\n` : '',
    a.verticalFlip ? `    overturned = rng.random(count) < 0.5\n` : '',
  ].join('');
  const brightness =
    a.brightnessRange > 0
      ? `    bright = around(1, ${a.brightnessRange})[:, None, None, None]
    return numpy.clip(numpy.asarray(changed) * bright, 0, 255).astype("float32")`
      : '    return numpy.asarray(changed)';
  return `def augmented(pictures, rng):
    """Pictures (n, h, w, c) under random changes around their middles, as the editor
    draws them: turned, shifted, sheared, zoomed${flips ? ', flipped' : ''}${a.brightnessRange > 0 ? ', brighter or darker' : ''}.
    """
    count, height, width, _ = pictures.shape
    zero, one = numpy.zeros(count), numpy.ones(count)

    def around(middle, reach):
        return rng.uniform(middle - reach, middle + reach, count)

    def matrices(*rows):
        return numpy.moveaxis(numpy.array([*rows, [zero, zero, one]]), -1, 0)

    angle = numpy.radians(around(0, ${a.rotationRange}))
    down, across = around(0, ${a.heightShiftRange}) * height, around(0, ${a.widthShiftRange}) * width
    shear = numpy.radians(around(0, ${a.shearRange}))
    tall, wide = around(1, ${a.zoomRange}), around(1, ${a.zoomRange})
    y, x = one * (height - 1) / 2, one * (width - 1) / 2
    cos, sin = numpy.cos(angle), numpy.sin(angle)
    # By row and column: where a pixel's source lies.
    change = matrices([one, zero, y], [zero, one, x])
    change = change @ matrices([cos, -sin, zero], [sin, cos, zero])
    change = change @ matrices([one, zero, down], [zero, one, across])
    change = change @ matrices(
        [one, -numpy.sin(shear), zero], [zero, numpy.cos(shear), zero]
    )
    change = change @ matrices([tall, zero, zero], [zero, wide, zero])
    change = change @ matrices([one, zero, -y], [zero, one, -x])
${flips}${
    flips
      ? `    change = change @ matrices(
        ${a.verticalFlip ? '[1 - 2 * overturned, zero, overturned * 2 * y]' : '[one, zero, zero]'},
        ${a.horizontalFlip ? '[zero, 1 - 2 * mirrored, mirrored * 2 * x]' : '[zero, one, zero]'},
    )
`
      : ''
  }    (a, b, c), (d, e, f) = change[:, 0].T, change[:, 1].T
    changed = keras.ops.image.affine_transform(
        pictures,
        numpy.stack([e, d, f, b, a, c, zero, zero], axis=1).astype("float32"),
        interpolation="bilinear",
        fill_mode="${kerasFill[a.fillMode]}",
        data_format="channels_last",
    )
    changed = keras.ops.convert_to_numpy(changed)
${brightness}`;
}
