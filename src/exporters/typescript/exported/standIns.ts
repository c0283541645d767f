/**
 * Files of `src/layers` of an exported project that stand in for the editor's own: the random numbers with their
 * source (`src/data/random.ts`), and all of TensorFlow.js instead of the parts that the editor's worker loads.
 */
export function standIns(randomNumbers: string): Readonly<Record<string, string>> {
  return { 'randomNumbers.ts': randomNumbers, 'chainedOps.ts': "import '@tensorflow/tfjs';\n" };
}
