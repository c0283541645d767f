import type { Shape } from '../../brick/shape';
import type { Plan, Step } from '../plan';

/** Along one spatial axis: how many input cells one output value sees, and how far apart two neighbours look. */
export interface Span {
  readonly size: number;
  readonly jump: number;
}

/** `everything` behind global pooling, Dense and recurrent layers; null where the question has no answer. */
export type ReceptiveField = readonly Span[] | 'everything' | null;

const start = (shape: Shape): ReceptiveField => shape.slice(0, -1).map(() => ({ size: 1, jump: 1 }));

/** Size grows by the window's reach in steps of the input's jump; a stride below 1 enlarges (upsampling). */
function through(spans: readonly Span[], windows: NonNullable<Step['window']>): readonly Span[] {
  const missing = spans.length - windows.length;
  return spans.map((span, axis) => {
    const window = windows[axis - missing];
    if (!window) return span;
    const cells = window.stride < 1 ? Math.ceil(window.size * window.stride) : (window.size - 1) * window.dilation + 1;
    return { size: span.size + (cells - 1) * span.jump, jump: span.jump * window.stride };
  });
}

/** Of several inputs the largest on every axis. */
function largest(fields: readonly ReceptiveField[]): ReceptiveField {
  if (fields.includes('everything')) return 'everything';
  const spans = fields as readonly (readonly Span[] | null)[];
  const [first] = spans;
  if (!first || spans.some((each) => each?.length !== first.length)) return null;
  return first.map((_, axis) => ({
    size: Math.max(...spans.map((each) => each![axis]!.size)),
    jump: Math.max(...spans.map((each) => each![axis]!.jump)),
  }));
}

function next(step: Step, before: ReceptiveField): ReceptiveField {
  const { call, shape, window } = step;
  const { positions } = call.traits;
  if (positions === 'mixed') return 'everything';
  if (positions === 'new') return start(shape);
  if (before === null || before === 'everything') return before;
  if (window) return through(before, window);
  if (shape.length === 1) return before;
  return positions === 'moved' || shape.length - 1 !== before.length ? null : before;
}

/** What every layer sees of the model's input, by layer name; the layers inside nested models as `backbone/layer`. */
export function receptiveFields(
  plan: Plan,
  from?: ReceptiveField,
  prefix = '',
  fields = new Map<string, ReceptiveField>(),
): ReadonlyMap<string, ReceptiveField> {
  for (const step of plan.steps) {
    const name = prefix + step.name;
    if (step.inputs.length === 0) {
      fields.set(name, from ?? start(step.shape));
      continue;
    }
    const before = largest(step.inputs.map((input) => fields.get(prefix + input) ?? null));
    if (step.nested) {
      receptiveFields(step.nested, before, `${name}/`, fields);
      fields.set(name, fields.get(`${name}/${step.nested.outputs[0]}`) ?? null);
    } else fields.set(name, next(step, before));
  }
  return fields;
}

/** `212×212` input cells; `all`, `?` where it is not known, `–` where there are no axes to speak of. */
export function fieldText(field: ReceptiveField, all = 'all'): string {
  if (field === null) return '?';
  if (field === 'everything') return all;
  return field.length === 0 ? '–' : field.map(({ size }) => size).join('×');
}
