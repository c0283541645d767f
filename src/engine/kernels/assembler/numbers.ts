import type { IntVariable, Routine } from './routine';
import type { Int, Vector } from './values';

/** How the numbers at one place are read and written: four at a time, or one where fewer are left. */
export interface Lanes {
  load(address: Int): Vector;
  store(address: Int, value: Vector): void;
}

/** Goes over `count` numbers; `body` computes those that lie `place` bytes behind where they begin. */
export function acrossNumbers(f: Routine, count: Int, body: (place: IntVariable, lanes: Lanes) => void): void {
  const place = f.int();
  const bytes = f.int(count.shifted(2));
  f.set(place, 0);
  f.upTo(place, bytes, 16, () =>
    body(place, {
      load: (address) => address.vectorAt(),
      store: (address, value) => f.store(address, value),
    }),
  );
  f.while(place.below(bytes), () => {
    body(place, {
      load: (address) => address.splatAt(),
      store: (address, value) => f.store(address, value.lane(0)),
    });
    f.increase(place, 4);
  });
}
