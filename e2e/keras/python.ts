import { pythonOf } from '../python';

/** The Python of the Keras check's own environment, made when missing. Throws where there is no Python. */
export const kerasPython = (): string => pythonOf(import.meta.dirname, 'Keras');
