/** Text with line ends of any system as one with `\n`; a `\r` at a piece's end waits for what follows. */
export class LineEnds {
  private held = '';

  push(piece: string): string {
    if (this.held === '' && !piece.includes('\r')) return piece;
    const text = this.held + piece;
    this.held = text.endsWith('\r') ? '\r' : '';
    const whole = this.held === '' ? text : text.slice(0, -1);
    return whole.replace(/\r\n?/g, '\n');
  }

  end(): string {
    return this.held === '' ? '' : '\n';
  }
}
