import { type Bytes, list, sized, unsigned } from './encoding';
import { storeFloat, storeInt, storeVector } from './stores';
import { Float, Int, Vector, float, int, vector } from './values';

const kinds = { int: 0x7f, float: 0x7d, vector: 0x7b } as const;
type Kind = keyof typeof kinds;

const got = (index: number): Bytes => [0x20, ...unsigned(index)];

export class IntVariable extends Int {
  constructor(readonly index: number) {
    super(got(index));
  }
}
export class FloatVariable extends Float {
  constructor(readonly index: number) {
    super(got(index));
  }
}
export class VectorVariable extends Vector {
  constructor(readonly index: number) {
    super(got(index));
  }
}
type Variable = IntVariable | FloatVariable | VectorVariable;

/** A function of a WebAssembly module while it is written: every call adds an instruction. Its parameters are whole numbers. */
export class Routine {
  private readonly kinds: Kind[] = [];
  private readonly instructions: number[] = [];

  constructor(private readonly parameters: number) {}

  /** The parameters as variables. */
  get given(): IntVariable[] {
    return Array.from({ length: this.parameters }, (_, index) => new IntVariable(index));
  }

  readonly zero = vector(0);
  readonly zeroInt = int(0);
  readonly oneInt = int(1);
  readonly fourInt = int(4);

  private add(bytes: Bytes): void {
    for (const byte of bytes) this.instructions.push(byte);
  }

  private fresh(kind: Kind): number {
    this.kinds.push(kind);
    return this.parameters + this.kinds.length - 1;
  }

  int(value: Int | number = 0): IntVariable {
    const variable = new IntVariable(this.fresh('int'));
    this.set(variable, int(value));
    return variable;
  }

  float(value: Float | number = 0): FloatVariable {
    const variable = new FloatVariable(this.fresh('float'));
    this.set(variable, float(value));
    return variable;
  }

  vector(value: Vector | number = 0): VectorVariable {
    const variable = new VectorVariable(this.fresh('vector'));
    this.set(variable, vector(value));
    return variable;
  }

  set(variable: IntVariable, value: Int | number): void;
  set(variable: FloatVariable, value: Float): void;
  set(variable: VectorVariable, value: Vector): void;
  set(variable: Variable, value: Int | Float | Vector | number): void {
    this.add([...(typeof value === 'number' ? int(value) : value).code, 0x21, ...unsigned(variable.index)]);
  }

  increase(variable: IntVariable, by: Int | number): void {
    this.set(variable, variable.plus(by));
  }

  /** `sum` grows by `a · b`. */
  addProduct(sum: VectorVariable, a: Vector, b: Vector): void {
    this.set(sum, sum.plus(a.times(b)));
  }

  /** Puts a value into memory, `offset` bytes behind an address. */
  store(address: Int, value: Int | Float | Vector, offset = 0): void {
    if (value instanceof Int) this.add(storeInt(address, value, offset));
    else if (value instanceof Float) this.add(storeFloat(address, value, offset));
    else this.add(storeVector(address, value, offset));
  }

  /** Zeros or copied bytes. */
  fillZero(address: Int, bytes: Int): void {
    this.add([...address.code, ...int(0).code, ...bytes.code, 0xfc, 11, 0]);
  }
  copy(to: Int, from: Int, bytes: Int): void {
    this.add([...to.code, ...from.code, ...bytes.code, 0xfc, 10, 0, 0]);
  }

  when(condition: Int, then: () => void, otherwise?: () => void): void {
    this.add([...condition.code, 0x04, 0x40]);
    then();
    if (otherwise) {
      this.add([0x05]);
      otherwise();
    }
    this.add([0x0b]);
  }

  /** Again and again while the condition holds; it is looked at before each time. */
  while(condition: Int, body: () => void): void {
    this.add([0x02, 0x40, 0x03, 0x40, ...condition.code, 0x45, 0x0d, 1]);
    body();
    this.add([0x0c, 0, 0x0b, 0x0b]);
  }

  /** `variable` goes from its value in steps of `step` as long as a whole step is left below `end`. */
  upTo(variable: IntVariable, end: Int, step: number, body: () => void): void {
    const last = step === 1 ? end : this.int(end.minus(step - 1));
    this.while(variable.below(last), () => {
      body();
      this.increase(variable, step);
    });
  }

  /** Type and body as they stand in the module. */
  finished(): { readonly type: Bytes; readonly body: Bytes } {
    const type = [0x60, ...list(Array.from({ length: this.parameters }, () => [kinds.int])), 0];
    const locals = list(this.kinds.map((kind) => [1, kinds[kind]]));
    return { type, body: sized([...locals, ...this.instructions, 0x0b]) };
  }
}
