import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

/** Draws `public/icon.svg` in the sizes that systems ask for: `npx tsx e2e/public/makeIcons.ts`. */
const at = (name: string) => fileURLToPath(new URL(`../../public/${name}`, import.meta.url));
const svg = readFileSync(at('icon.svg'));

/** `share`: how much of the side the picture takes; systems cut off a maskable icon's corners. */
async function icon(name: string, side: number, share: number, background: string): Promise<void> {
  const inner = Math.round(side * share);
  const picture = await sharp(svg, { density: 72 * (inner / 32) }).resize(inner, inner).png().toBuffer();
  const canvas = sharp({ create: { width: side, height: side, channels: 4, background } });
  await canvas.composite([{ input: picture }]).png({ palette: true }).toFile(at(name));
}

await icon('icon-192.png', 192, 0.9, '#00000000');
await icon('icon-512.png', 512, 0.9, '#00000000');
await icon('icon-maskable.png', 512, 0.6, '#f6f4f0');
await icon('icon-180.png', 180, 0.72, '#f6f4f0');
