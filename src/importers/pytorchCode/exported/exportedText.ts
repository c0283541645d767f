/** Whether a text is of one of our own PyTorch projects, whose `layers` are those below. */
export const isExported = (text: string): boolean => /exported by DeepBrick/.test(text.slice(0, 2000));

/** Of our own projects the title of the document that they were made of; null for any other text. */
export const exportedTitle = (text: string): string | null =>
  /^\s*"""(.+): PyTorch, exported by DeepBrick\."""/.exec(text)?.[1] ?? null;

/** Layers that hand on what comes in are a line of their own, `x = y  # name`: here a call, so that they are seen. */
export const withIdentities = (text: string): string =>
  text
    .replaceAll(/^( {8}(?:\w+ = |return ))([a-z_]\w*)( {2}# .+)$/gm, '$1torch.identity_layer($2)$3')
    .replaceAll(/^( {8}\w+ = )([a-z_]\w*)$/gm, '$1torch.identity_layer($2)');
