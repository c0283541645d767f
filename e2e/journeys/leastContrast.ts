import type { Locator } from '@playwright/test';

/**
 * The least contrast of a thing's text with its background, by WCAG's formula, over every frame from now until what is returned is
 * called.
 */
export async function leastContrast(part: Locator): Promise<() => Promise<number>> {
  const watching = await part.evaluateHandle((element) => {
    const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
    const luminance = (colour: string) => {
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = [...pen.getImageData(0, 0, 1, 1).data].map((value) =>
        value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const seen = { least: Infinity, over: false };
    const look = () => {
      const { color, backgroundColor } = getComputedStyle(element);
      const [text, behind] = [luminance(color), luminance(backgroundColor)];
      seen.least = Math.min(seen.least, (Math.max(text, behind) + 0.05) / (Math.min(text, behind) + 0.05));
      if (!seen.over) requestAnimationFrame(look);
    };
    look();
    return seen;
  });
  return () =>
    watching.evaluate((seen) => {
      seen.over = true;
      return seen.least;
    });
}
