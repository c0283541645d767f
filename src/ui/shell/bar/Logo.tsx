/** Two bricks, one on the other. */
export function Logo({ size = 22 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <rect x="2" y="14" width="20" height="8" rx="1.6" fill="var(--brick-core)" />
      <rect x="6" y="6" width="16" height="8" rx="1.6" fill="var(--brick-convolution)" />
      <rect x="8.5" y="3" width="4" height="3" rx="1" fill="var(--brick-convolution)" />
      <rect x="15.5" y="3" width="4" height="3" rx="1" fill="var(--brick-convolution)" />
      <rect x="2.6" y="11.4" width="3" height="2.6" rx="0.8" fill="var(--brick-core)" />
    </svg>
  );
}
