import type { ScheduleRecord } from '../schedule';

export const constant: ScheduleRecord = { keras: null, settings: {} };
