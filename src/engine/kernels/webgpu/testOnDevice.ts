import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { selectBackend } from '../../backend/backend';
import type { Guard } from '../../backend/guard';
import { besideCpu } from '../testBesideCpu';

let guard: Guard;

/** Selects WebGPU for the tests of a file, small tensors too; the last of them asks whether the device was told of a fault. */
export function onDevice(): void {
  beforeAll(async () => {
    ({ guard } = await selectBackend('webgpu', null));
    // Small tensors would otherwise be worked out on the CPU.
    tf.env().set('WEBGPU_CPU_FORWARD', false);
  });
}

export const tellsOfNoFault = () => it('the device tells of no fault', () => expect(guard.error).toBeNull());

/** As `besideCpu`, on the device. */
export const beside = (shapes: readonly (readonly number[])[], compute: Parameters<typeof besideCpu>[1]) =>
  besideCpu(shapes, compute, 1e-5, 'webgpu');
