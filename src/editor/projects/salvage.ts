/** Plain text of whatever the browser kept, also of what JSON has no form for: circles, maps, large integers. */
export function salvaged(value: unknown): string {
  if (typeof value === 'string') return value;
  /** What is being written, from the outermost to the innermost, and the form in which it is. */
  const around: { readonly own: object; readonly written: unknown }[] = [];
  const text = JSON.stringify(
    value,
    function (this: unknown, _: string, inner: unknown): unknown {
      if (typeof inner === 'bigint') return String(inner);
      if (typeof inner !== 'object' || inner === null) return inner;
      while (around.length > 0 && around.at(-1)!.written !== this) around.pop();
      if (around.some(({ own }) => own === inner)) return '…';
      const written = inner instanceof Map || inner instanceof Set ? [...inner] : inner;
      around.push({ own: inner, written });
      return written;
    },
    1,
  );
  return text ?? '';
}
