import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import { beforeAll, describe, expect, it } from 'vitest';
import { selectBackend } from '../backend/backend';
import type { Guard } from '../backend/guard';
import { checkWebgpuText } from '../backend/webgpuText';
import { LibraryChanged } from './libraryChanged';

const numbers = Array.from({ length: 2 * 3 * 4 * 5 }, (_, index) => ((index * 37) % 101) - 50);

/** Every axis of `[2, 3, 4, 5]` turned round: where each number goes. */
const turned = numbers.map((_, to) => {
  const [a, b, c, d] = [to % 2, Math.floor(to / 2) % 3, Math.floor(to / 6) % 4, Math.floor(to / 24)];
  return numbers[((a * 3 + b) * 4 + c) * 5 + d]!;
});

describe('whole numbers on WebGPU', () => {
  let guard: Guard;
  beforeAll(async () => {
    ({ guard } = await selectBackend('webgpu', null));
    // Small tensors would otherwise be worked out on the CPU.
    tf.env().set('WEBGPU_CPU_FORWARD', false);
  });

  it.each(['int32', 'float32'] as const)('transpose %s', async (dtype) => {
    const result = tf.tidy(() => tf.transpose(tf.tensor(numbers, [2, 3, 4, 5], dtype)));
    expect([...(await result.data())]).toEqual(turned);
    expect(guard.error).toBeNull();
    result.dispose();
  });

  it('really become float32 when cast, and leave nothing behind', async () => {
    const cast = () => tf.tidy(() => tf.transpose(tf.tensor(numbers, [2, 3, 4, 5], 'int32').toFloat()));
    const first = cast();
    expect(first.dtype).toBe('float32');
    expect([...(await first.data())]).toEqual(turned);
    first.dispose();
    const before = [tf.memory().numTensors, tf.backend().numDataIds()];
    for (let count = 0; count < 10; count++) cast().dispose();
    expect([tf.memory().numTensors, tf.backend().numDataIds()]).toEqual(before);
  });

  it('are patched in the shader that is there; another one is refused before anything is computed', () => {
    expect(() => checkWebgpuText()).not.toThrow();
    for (const [shaderKey, code] of [
      ['transpose_1,0', 'output[flatIndex] = A[0];'],
      ['turned_1,0', 'setOutputAtIndex(flatIndex, A[0]);'],
    ] as const) {
      expect(() => checkWebgpuText({ shaderKey, getUserCode: () => code })).toThrow(LibraryChanged);
    }
  });
});
