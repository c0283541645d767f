import type { Theme } from '../../../editor/preferences';
import type { IconName } from '../../kit/Icon';

export const themeIcons: Readonly<Record<Theme, IconName>> = { light: 'sun', dark: 'moon', system: 'system' };
