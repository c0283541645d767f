import { env } from '@tensorflow/tfjs-core';
import { selectBackend } from '../../../src/engine/backend/backend';
import type { Guard } from '../../../src/engine/backend/guard';
import type { BackendName } from '../../../src/engine/protocol/backendInfo';
import { wasmFiles } from '../../../src/engine/backend/wasmFiles';
import type { Case, Share } from '../cases/case';
import { allCases } from '../cases/cases';
import { computeAll } from '../computing/computeAll';
import { loadedOutput } from './loadedModel';

let cases: readonly Case[] = [];
let guard: Guard | null = null;

const oracle = {
  /** Starts a backend as the worker does, with every patch and kernel of ours; gives its device in words. */
  async start(backend: BackendName, share: Share): Promise<string> {
    cases = allCases(share);
    const active = await selectBackend(backend, wasmFiles);
    // Small tensors would be computed on the cpu instead, and a shader never seen.
    if (backend === 'webgpu') env().set('WEBGPU_CPU_FORWARD', false);
    guard = active.guard;
    return active.info.adapter;
  },
  compute(indices: readonly number[]): ReturnType<typeof computeAll> {
    if (guard === null) throw new Error('No backend is started.');
    return computeAll(
      indices.map((index) => cases[index]!),
      guard,
    );
  },
  loadedOutput,
};
export type Oracle = typeof oracle;
Object.assign(globalThis, { oracle });
