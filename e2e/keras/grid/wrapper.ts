import type { Setting } from './combinations';

export const settings: readonly Setting[] = [];
