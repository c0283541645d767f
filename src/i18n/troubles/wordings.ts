import type { ProblemCode, Problems } from '../../compile/issue';

/** A sentence for every problem that there is; a missing one does not compile. */
export type Wordings = { readonly [C in ProblemCode]: (name: string, data: Problems[C]) => string };
