// An exported project has the text of src/data/random.ts in this place.
export { derivedSeed, randomNumbers } from '../../data/random';
