import { Fragment, type ReactNode, createElement, useMemo } from 'react';
import { type Inline, markdownBlocks } from './markdown';

interface MarkdownProps {
  readonly text: string;
  /** SVG texts by their names. */
  readonly pictures: Readonly<Record<string, string>>;
  /** What a heading of the first level is on this page. */
  readonly level: number;
}

/** As a picture of the page: nothing in an image runs, and it fetches nothing. */
const address = (svg: string) => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

/** Our own Markdown as elements of React; no text is taken for markup of the page. */
export function Markdown({ text, pictures, level }: MarkdownProps) {
  const blocks = useMemo(() => markdownBlocks(text), [text]);
  const piece = (part: Inline, key: number): ReactNode => {
    switch (part.kind) {
      case 'text':
        return <Fragment key={key}>{part.text}</Fragment>;
      case 'code':
        return <code key={key}>{part.text}</code>;
      case 'strong':
        return <strong key={key}>{part.text}</strong>;
      case 'picture': {
        const svg = Object.hasOwn(pictures, part.name) ? pictures[part.name] : undefined;
        return svg === undefined ? part.text : <img key={key} src={address(svg)} alt={part.text} />;
      }
      default:
        return part satisfies never;
    }
  };
  return blocks.map((block, at) => {
    switch (block.kind) {
      case 'heading':
        return createElement(`h${Math.min(6, level + block.level - 1)}`, { key: at }, block.parts.map(piece));
      case 'list':
        return (
          <ul key={at}>
            {block.items.map((item, place) => (
              <li key={place}>{item.map(piece)}</li>
            ))}
          </ul>
        );
      case 'paragraph':
        return <p key={at}>{block.parts.map(piece)}</p>;
      default:
        return block satisfies never;
    }
  });
}
