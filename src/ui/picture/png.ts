/** The longest side that browsers draw, and the most pixels of one picture. */
export const mostPixels = { side: 16_384, area: 268_435_456 } as const;

/** Can a browser draw a picture of this size? */
export function drawable(width: number, height: number): boolean {
  return width <= mostPixels.side && height <= mostPixels.side && width * height <= mostPixels.area;
}

/** The SVG file as a PNG of `width` × `height` pixels; null where the browser cannot draw it. */
export async function pngOf(svg: string, width: number, height: number): Promise<Blob | null> {
  if (!drawable(width, height)) return null;
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d');
    if (!context) return null;
    context.drawImage(image, 0, 0, width, height);
    return await new Promise((resolve) => {
      canvas.toBlob(resolve, 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
