import { type ScheduleName, scheduleRecord } from '../../../document/training/schedules';

const of = (name: string) => `settings.SCHEDULE["${name}"]`;

const atStep = `def rate_at(step: int, rate: float) -> float:
    """The learning rate of a step, 0 for the first."""
`;

const passed = (all: string) => `    passed = step / ${all}
    if ${of('staircase')}:
        passed = math.floor(passed)
`;

const follow = `

def follow(optimizer: Optimizer) -> None:
    """Gives the optimizer the learning rate of its next step."""
    for group in optimizer.param_groups:
        step = group.get("steps", 0)
        group["lr"] = rate_at(step, group["initial_lr"])
        group["steps"] = step + 1
`;

/** Keras's formulas; learning rates in `SCHEDULE` are multiples of the first one. */
const formulas: Readonly<Record<Exclude<ScheduleName, 'constant' | 'reduceLROnPlateau'>, string>> = {
  piecewiseConstantDecay: `    behind = [
        value
        for boundary, value in zip(
            ${of('boundaries')}, ${of('values')}, strict=True
        )
        if step > boundary
    ]
    return behind[-1] * rate if behind else rate
`,
  exponentialDecay: `${passed(of('decay_steps'))}    return rate * ${of('decay_rate')} ** passed
`,
  inverseTimeDecay: `${passed(of('decay_steps'))}    return rate / (1 + ${of('decay_rate')} * passed)
`,
  polynomialDecay: `    steps = ${of('decay_steps')}
    if ${of('cycle')}:
        steps *= max(1, math.ceil(step / steps))
    end = ${of('end_learning_rate')} * rate
    left = 1 - min(step / steps, 1)
    return (rate - end) * left ** ${of('power')} + end
`,
  cosineDecay: `    warmup = ${of('warmup_steps')}
    start = ${of('initial_learning_rate')} * rate
    if step < warmup:
        return start + (rate - start) * step / warmup
    passed = min((step - warmup) / ${of('decay_steps')}, 1)
    alpha = ${of('alpha')}
    return rate * ((1 - alpha) * 0.5 * (1 + math.cos(math.pi * passed)) + alpha)
`,
  cosineDecayRestarts: `    times, alpha = ${of('t_mul')}, ${of('alpha')}
    passed = step / ${of('first_decay_steps')}
    if times == 1:
        number = math.floor(passed)
        passed -= number
    else:
        # The small number is what the logarithm is less exact by.
        number = math.floor(math.log(1 + passed * (times - 1)) / math.log(times) + 1e-9)
        passed = (passed - (times**number - 1) / (times - 1)) / times**number
    wave = 0.5 * ${of('m_mul')} ** number * (1 + math.cos(math.pi * passed))
    return rate * ((1 - alpha) * wave + alpha)
`,
};

const plateau = `def rate_after(history: list[dict[str, float]], rate: float) -> float:
    """The learning rate after these epochs."""
    rule = settings.SCHEDULE
    sign = 1 if rule["monitor"].endswith("accuracy") else -1
    best, waited, cooling = None, 0, 0
    for epoch in history:
        value = epoch.get(rule["monitor"])
        if value is None:
            continue
        if cooling > 0:
            cooling, waited = cooling - 1, 0
        if best is None or sign * (value - best) > rule["min_delta"]:
            best, waited = value, 0
        elif cooling == 0:
            waited += 1
            if waited >= rule["patience"] and rate > rule["min_lr"]:
                rate = max(rate * rule["factor"], rule["min_lr"])
                cooling, waited = rule["cooldown"], 0
    return rate


def follow(optimizer: Optimizer, history: list[dict[str, float]]) -> None:
    """Gives the optimizer the learning rate of its next epoch."""
    for group in optimizer.param_groups:
        group["lr"] = rate_after(history, group["initial_lr"])
`;

/** `schedule.py`; null where the learning rate stays. */
export function scheduleFile(name: ScheduleName): string | null {
  if (name === 'constant') return null;
  const text = name === 'reduceLROnPlateau' ? plateau : `${atStep}${formulas[name]}${follow}`;
  return `"""How the learning rate changes, as Keras's ${scheduleRecord(name).keras}."""

${text.includes('math.') ? 'import math\n\n' : ''}from torch.optim import Optimizer

import settings


${text}`;
}
