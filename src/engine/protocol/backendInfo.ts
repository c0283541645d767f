export type BackendName = 'webgpu' | 'wasm' | 'webgl' | 'cpu';

/** Why this backend: the first that fits is taken, in the order webgpu → wasm → webgl → cpu. */
export type BackendReason =
  'realAdapter' | 'forced' | 'softwareAdapterOnly' | 'noAdapter' | 'noWebGpu' | 'wasmMissing' | 'deviceLost';

export interface BackendInfo {
  readonly name: BackendName;
  readonly reason: BackendReason;
  /** The adapter as the browser names it, e.g. `apple metal-3`; empty when it says nothing. */
  readonly adapter: string;
  /** wasm threads; 1 where the page is not cross-origin isolated. */
  readonly threads: number;
}
