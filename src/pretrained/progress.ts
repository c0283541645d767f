/** How far a download is. */
export interface DownloadProgress {
  /** Bytes that are there, those of an earlier try included. */
  readonly received: number;
  /** Bytes in all; null where the server does not say. */
  readonly total: number | null;
  /** Over the last seconds. */
  readonly bytesPerSecond: number;
  readonly secondsLeft: number | null;
}

/** Seconds over which speed is measured, and between two reports. */
const span = 5;
const pause = 0.1;

/** Turns byte counts into reports with speed and time left, at most ten a second. `now` is in seconds. */
export function speedometer(
  report: (progress: DownloadProgress) => void,
  now: () => number = () => performance.now() / 1000,
): (received: number, total: number | null, always?: boolean) => void {
  const samples: { readonly at: number; readonly received: number }[] = [];
  let last = -Infinity;
  return (received, total, always = false) => {
    const at = now();
    if (!always && at - last < pause) return;
    last = at;
    samples.push({ at, received });
    while (samples.length > 2 && samples[0]!.at < at - span) samples.shift();
    const first = samples[0]!;
    const bytesPerSecond = at > first.at ? (received - first.received) / (at - first.at) : 0;
    const left = total === null || bytesPerSecond <= 0 ? null : (total - received) / bytesPerSecond;
    report({ received, total, bytesPerSecond: Math.max(0, bytesPerSecond), secondsLeft: left });
  };
}
