/** The canvas by the brick that has its Tab stop; itself where there is none. */
export function focusCanvas(): void {
  const canvas = document.querySelector<HTMLElement>('[data-canvas]');
  (canvas?.querySelector<HTMLElement>('button[data-item][tabindex="0"]') ?? canvas)?.focus({ preventScroll: true });
}
