/** A value that tensor records are written with; nothing else of Python's pickles is read. */
export type Pickled =
  null | boolean | number | string | readonly Pickled[] | PickledDict | PickledName | PickledStorage | PickledTensor;

export class PickledDict {
  readonly entries = new Map<Pickled, Pickled>();
}

/** A class or function by its name, not called. */
export class PickledName {
  constructor(readonly path: string) {}
}

/** Numbers that lie in a file of their own. */
export class PickledStorage {
  constructor(
    readonly type: string,
    readonly key: string,
  ) {}
}

export class PickledTensor {
  constructor(
    readonly storage: PickledStorage,
    readonly offset: number,
    readonly shape: readonly number[],
    readonly strides: readonly number[],
  ) {}
}
