/** Layer classes of Keras that are no brick, each with the reason. */
export const notCovered: Readonly<Record<string, string>> = {};
