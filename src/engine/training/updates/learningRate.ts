import { type ScheduleChoice, scheduleValues } from '../../../document/training/schedules';
import type { Monitored, ScheduleValues } from '../../../training/schedule';
import { scheduleRules } from '../../../training/schedules/rules/index';

/** The learning rate of a run: by steps, or after what its epochs have come to. */
export class LearningRate {
  private readonly rates: (typeof scheduleRules)['constant'];
  private readonly values: ScheduleValues;
  private base: number;

  constructor(
    private readonly first: number,
    schedule: ScheduleChoice,
  ) {
    this.base = first;
    this.rates = scheduleRules[schedule.name];
    this.values = scheduleValues(schedule);
  }

  /** Of a step, 0 for the first. */
  at(step: number): number {
    return this.rates.at?.(this.values, this.base, step) ?? this.base;
  }

  /** Looks at all epochs that were trained with this schedule. */
  look(epochs: readonly Monitored[]): void {
    this.base = this.rates.after?.(this.values, this.first, epochs) ?? this.first;
  }
}
