/** Inferno (Smith & van der Walt, matplotlib, CC0) at nine places from 0 to 1: dark is little, bright is much. */
const inferno = ['#000004', '#210c4a', '#56106e', '#89226a', '#bc3754', '#e45a31', '#f98c0a', '#f9c932', '#fcffa4'];

const channels = inferno.map((colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)));

/** Red, green and blue, 0 … 255, of a value 0 … 1. */
export function heatColour(value: number): readonly number[] {
  const place = Math.min(1, Math.max(0, value)) * (channels.length - 1);
  const below = Math.min(channels.length - 2, Math.floor(place));
  const [low, high] = [channels[below]!, channels[below + 1]!];
  return low.map((channel, index) => Math.round(channel + (high[index]! - channel) * (place - below)));
}

/**
 * How much of a colour lies over the picture, 0 … 1: at strength 0 nothing, at 0.5 as much as there is heat, so that
 * what is cold stays as bright as it is, at 1 the colours alone.
 */
export function heatAlpha(value: number, strength: number): number {
  const warm = Math.min(1, Math.max(0, value)) * Math.min(1, 2 * strength);
  return Math.min(1, warm + Math.max(0, 2 * strength - 1));
}

/** The colours from 0 to 1 as a CSS gradient. */
export const heatGradient = `linear-gradient(to right, ${inferno.join(', ')})`;
