import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { needed } from '../libraryChanged';

/** A tensor of floats that a shader is given, by its name there. */
export interface Binding {
  readonly name: string;
  readonly written?: boolean;
  /** Four numbers at a time. */
  readonly vec4?: boolean;
}

/** A compute shader of ours, without what declares its tensors and numbers. */
export interface Shader {
  /** Its tensors; the first of them is written. */
  readonly tensors: readonly Binding[];
  /** Names of the numbers that come with every run, in `numbers`. */
  readonly integers?: readonly string[];
  readonly floats?: readonly string[];
  /**
   * WGSL with `fn work(index: i32)`, which is run for every index below a count; or, where a group works together, `fn
   * work(group: i32, lane: i32)`, run by so many lanes (`together`) for every group.
   */
  readonly code: string;
  readonly together?: number;
}

/** TensorFlow.js's backend with what it uses to record a program, which its types keep private. */
interface Recorder extends Pick<WebGPUBackend, 'device' | 'makeTensorInfo' | 'tensorMap' | 'uploadToGPU'> {
  recordAndSubmit(program: object, output: TensorInfo, inputs: readonly TensorInfo[], uniforms: Uniforms): void;
}
type Uniforms = { readonly type: 'int32' | 'float32'; readonly data: number[] }[];

const usualLanes = 64;
/** As TensorFlow.js has it for programs that read pictures: it then gives no shapes along, which ours do not ask for. */
const withoutShapes = 0;

const pipelines = new WeakMap<GPUDevice, Map<string, GPUComputePipeline>>();

function sourceOf({ tensors, integers = [], floats = [], code, together }: Shader): string {
  const declared = tensors.map(
    ({ name, written = false, vec4 = false }, at) =>
      `@group(0) @binding(${at}) var<storage, ${written ? 'read_write' : 'read'}> ${name}: array<${vec4 ? 'vec4f' : 'f32'}>;`,
  );
  const fields = [
    'outStrides: i32',
    'count: i32',
    ...integers.map((name) => `${name}: i32`),
    ...floats.map((name) => `${name}: f32`),
  ];
  const group = 'i32(group.y * groups.x + group.x)';
  const [unit, call] = together
    ? [group, 'work(unit, i32(lane))']
    : [`${group} * ${usualLanes} + i32(lane)`, 'work(unit)'];
  return `
struct Numbers { ${fields.join(', ')} }
${declared.join('\n')}
@group(0) @binding(${tensors.length}) var<uniform> numbers: Numbers;
${code}
@compute @workgroup_size(${together ?? usualLanes})
fn main(
  @builtin(workgroup_id) group: vec3u,
  @builtin(num_workgroups) groups: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let unit = ${unit};
  if (unit < numbers.count) { ${call}; }
}`;
}

function pipelineOf(device: GPUDevice, shader: Shader): GPUComputePipeline {
  const made = pipelines.get(device) ?? new Map<string, GPUComputePipeline>();
  pipelines.set(device, made);
  const code = sourceOf(shader);
  let pipeline = made.get(code);
  if (pipeline === undefined) {
    const module = device.createShaderModule({ code });
    pipeline = device.createComputePipeline({ layout: 'auto', compute: { module, entryPoint: 'main' } });
    made.set(code, pipeline);
  }
  return pipeline;
}

/** One run of a shader: its tensors in order, how many indices (or groups) there are, and its numbers by name. */
export interface Run {
  readonly name: string;
  readonly tensors: readonly TensorInfo[];
  readonly count: number;
  readonly numbers?: Readonly<Record<string, number>>;
}

/** Puts one run of a shader behind what the device has to do. Throws `LibraryChanged`, and what the device throws. */
export function runShader(backend: WebGPUBackend, shader: Shader, { name, tensors, count, numbers = {} }: Run): void {
  const recorder = backend as unknown as Recorder;
  needed('WebGPUBackend.recordAndSubmit', recorder.recordAndSubmit);
  const { integers = [], floats = [], together } = shader;
  tensors.forEach(({ dataId }, at) => {
    recorder.uploadToGPU(dataId);
    // What was read of it before is no longer so.
    if (shader.tensors[at]!.written) recorder.tensorMap.get(dataId).values = null as never;
  });
  const groups = together === undefined ? Math.ceil(count / usualLanes) : count;
  const across = Math.min(groups, recorder.device.limits.maxComputeWorkgroupsPerDimension);
  const program = {
    shaderKey: name,
    pipeline: pipelineOf(recorder.device, shader),
    dispatch: [across, Math.ceil(groups / across), 1],
    pixelsOpType: withoutShapes,
  };
  const valueOf = (key: string) => needed(`number ${key}`, numbers[key]);
  const [output, ...others] = tensors;
  recorder.recordAndSubmit(program, { ...output!, shape: [1] }, others, [
    { type: 'int32', data: [count] },
    ...integers.map((key) => ({ type: 'int32' as const, data: [valueOf(key)] })),
    ...floats.map((key) => ({ type: 'float32' as const, data: [valueOf(key)] })),
  ]);
}

/** A tensor of floats on the device, whose numbers a shader is to write. */
export const emptyTensor = (backend: WebGPUBackend, shape: readonly number[]): TensorInfo =>
  backend.makeTensorInfo([...shape], 'float32');
