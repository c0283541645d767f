/** Evaluates the arithmetic that a formula shows: numbers, + − · /, brackets, ⌊ ⌋, ⌈ ⌉ and max(a, b). */
export function evaluate(text: string): number {
  const tokens = text.match(/max|[\d.]+|[-+−·/(),⌊⌋⌈⌉]/g) ?? [];
  if (tokens.join('') !== text.replaceAll(' ', '')) throw new Error(`not arithmetic: ${text}`);
  let at = 0;
  const take = (wanted: string) => {
    if (tokens[at++] !== wanted) throw new Error(`${wanted} expected in ${text}`);
  };
  const inside = (close: string, change: (value: number) => number) => {
    const value = sum();
    take(close);
    return change(value);
  };
  function atom(): number {
    const token = tokens[at++];
    if (token === '(') return inside(')', (value) => value);
    if (token === '⌊') return inside('⌋', Math.floor);
    if (token === '⌈') return inside('⌉', Math.ceil);
    if (token === 'max') {
      take('(');
      const one = sum();
      take(',');
      return inside(')', (other) => Math.max(one, other));
    }
    const value = Number(token);
    if (token === undefined || Number.isNaN(value)) throw new Error(`a number expected in ${text}`);
    return value;
  }
  function product(): number {
    let value = atom();
    while (tokens[at] === '·' || tokens[at] === '/') value = tokens[at++] === '·' ? value * atom() : value / atom();
    return value;
  }
  function sum(): number {
    let value = product();
    while (tokens[at] === '+' || tokens[at] === '−')
      value = tokens[at++] === '+' ? value + product() : value - product();
    return value;
  }
  const value = sum();
  if (at !== tokens.length) throw new Error(`trailing text in ${text}`);
  return value;
}
