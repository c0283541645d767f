/** A pure function of one immutable object that works out each answer once, for as long as the object is held. */
export function remembered<Given extends object, Answer>(work: (given: Given) => Answer): (given: Given) => Answer {
  const known = new WeakMap<Given, { readonly answer: Answer }>();
  return (given) => {
    const before = known.get(given);
    if (before) return before.answer;
    const answer = work(given);
    known.set(given, { answer });
    return answer;
  };
}
