import { wellFormedXml } from './wellFormedXml';

const placeId = 'printed-picture';

/** While it prints the page is the picture alone, on a sheet of its size: the browser's dialog saves it as a PDF of lines and text. */
export function printSvg(svg: string, width: number, height: number): void {
  const parsed = new DOMParser().parseFromString(wellFormedXml(svg), 'image/svg+xml').documentElement;
  const place = document.createElement('div');
  place.id = placeId;
  place.append(document.importNode(parsed, true));
  const style = document.createElement('style');
  style.textContent = `
    @page { size: ${width}px ${height}px; margin: 0 }
    @media screen { #${placeId} { display: none } }
    @media print {
      body > :not(#${placeId}) { display: none !important }
      #${placeId}, #${placeId} svg { display: block; width: ${width}px; height: ${height}px }
      html, body { margin: 0; overflow: hidden; background: none; print-color-adjust: exact }
    }`;
  const clear = () => [place, style].forEach((each) => each.remove());
  addEventListener('afterprint', clear, { once: true });
  document.body.append(style, place);
  print();
}
