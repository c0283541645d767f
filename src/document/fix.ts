/** One-click way out of an issue; `applyFix` of `src/document/edits` does it. */
export type Fix =
  | { readonly kind: 'insert'; readonly brick: string; readonly before: string; readonly port: number }
  | { readonly kind: 'setParam'; readonly node: string; readonly param: string; readonly value: unknown }
  | { readonly kind: 'addInput'; readonly brick: string; readonly to: string }
  | { readonly kind: 'remove'; readonly node: string }
  | { readonly kind: 'disconnect'; readonly from: string; readonly to: string; readonly port: number };
