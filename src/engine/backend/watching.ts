/** Waits for what a device computes, and sees whether it was sound all the while. */
export interface Watching {
  /** What `work` gives; rejects with its own error, or with the device's. */
  watch<T>(work: Promise<T>): Promise<T>;
}
