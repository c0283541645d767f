"""The random numbers of numbers.ts, and how computed numbers come back."""

import base64

import numpy as np


def random_numbers(seed, count):
    """mulberry32, as `randomNumbers` in src/data/random.ts."""
    steps = np.arange(1, count + 1, dtype=np.uint32)
    state = np.uint32(seed) + steps * np.uint32(0x6D2B79F5)
    mixed = (state ^ (state >> np.uint32(15))) * (state | np.uint32(1))
    mixed ^= mixed + (mixed ^ (mixed >> np.uint32(7))) * (mixed | np.uint32(61))
    return (mixed ^ (mixed >> np.uint32(14))).astype('float64') / 2**32


def values_of(drawn):
    shape, low, high = drawn['shape'], drawn['low'], drawn['high']
    numbers = low + (high - low) * random_numbers(drawn['seed'], int(np.prod(shape)))
    if drawn['whole']:
        numbers = np.floor(numbers)
    numbers = numbers.astype('float32').reshape(shape)
    steps = drawn['zeroSteps']
    if steps > 0:
        numbers[::2, -steps:] = 0
        numbers[1::2, :steps] = 0
    return numbers


def factors_of(seed, shape):
    drawn = {'shape': shape, 'seed': seed, 'low': -1, 'high': 1, 'whole': False, 'zeroSteps': 0}
    return values_of(drawn)


def distance(ours, theirs, sums):
    """Largest difference, relative or absolute.

    Gradients are sums of many products of both signs: where these cancel, the rounding of float32 is that of the
    products. So with `sums` a difference may also be relative to the root mean square of its tensor.
    """
    if theirs.size == 0:
        return 0.0
    size = np.maximum(1, np.abs(theirs))
    usual = float(np.sqrt(np.mean(np.square(theirs)))) if sums else 0.0
    return float((np.abs(ours - theirs) / np.maximum(size, usual)).max())


class Gaps:
    """Compares numbers, keeps the largest difference and says what is wrong.

    `slack` says of which names float32 knows less than the tolerance. `plain` is the largest difference without
    regard to the size of the whole tensor.
    """

    def __init__(self, tolerance, findings, slack, sums=False):
        self.tolerance = tolerance
        self.findings = findings
        self.slack = slack
        self.sums = sums
        self.largest = None
        self.plain = 0.0

    def compare(self, packed, theirs, backend, name):
        where = f'{backend}: {name}'
        problems = self.findings['problems']
        theirs = np.asarray(theirs, dtype='float32')
        if list(theirs.shape) != packed['shape']:
            problems.append(f'{where}: ours has shape {packed["shape"]}, Keras {list(theirs.shape)}')
            return
        ours = np.frombuffer(base64.b64decode(packed['base64']), dtype='<f4')
        theirs = theirs.ravel()[:: packed['every']]
        finite = np.isfinite(theirs)
        if not np.array_equal(finite, np.isfinite(ours)):
            problems.append(f'{where}: values that are not finite differ')
            return
        ours, theirs = ours[finite], theirs[finite]
        if theirs.size == 0:
            return
        gap = distance(ours, theirs, self.sums)
        if not gap <= self.tolerance:
            slack = self.slack.get(name, 0.0)
            if gap <= self.tolerance + slack:
                self.findings['excused'].append({'where': where, 'gap': gap, 'moved': slack})
            else:
                self.findings['far'].append(f'{where}: differs by {gap:.2e}')
        if gap == gap:
            self.largest = max(gap, self.largest or 0.0)
            self.plain = max(self.plain, distance(ours, theirs, False))
