import type { Setting } from './combinations';

/** What a setting says, piece by piece: each parameter's value, the shapes, and what stands below. */
const piecesOf = ({ params, in: shapes, below, frozen, zeroSteps }: Setting): string[] => [
  ...Object.entries(params).map(([name, value]) => `${name} ${JSON.stringify(value)}`),
  JSON.stringify([shapes, below, frozen, zeroSteps]),
];

/**
 * At most about so many settings of each brick, since each costs half a second in Keras: all that say something for the
 * first time, and of the others an even share.
 */
export function thinned(settings: readonly Setting[], most: number): readonly Setting[] {
  const said = new Map<string, Set<string>>();
  const fresh = settings.filter(({ type, ...rest }) => {
    const known = said.get(type) ?? new Set<string>();
    said.set(type, known);
    const pieces = piecesOf({ type, ...rest }).filter((piece) => !known.has(piece));
    for (const piece of pieces) known.add(piece);
    return pieces.length > 0;
  });
  const kept = new Set(fresh);
  for (const type of said.keys()) {
    const own = settings.filter((setting) => setting.type === type);
    const others = own.filter((setting) => !kept.has(setting));
    const room = Math.max(0, most - (own.length - others.length));
    const count = Math.min(room, others.length);
    for (let index = 0; index < count; index++) kept.add(others[Math.floor((index * others.length) / count)]!);
  }
  return settings.filter((setting) => kept.has(setting));
}
