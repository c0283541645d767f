/** Adapters that compute on the processor: the wasm backend is far faster there. */
const software = /swiftshader|llvmpipe|lavapipe|software|basic render|cpu/i;

/** What an adapter says of itself, and whether it is a graphics card. */
export function adapterOf({ info }: GPUAdapter): { readonly words: string; readonly software: boolean } {
  const { vendor, architecture, device, description } = info;
  const words = [vendor, architecture, device, description].filter((word) => word !== '').join(' ');
  return { words: words || 'an unnamed adapter', software: software.test(words) };
}
