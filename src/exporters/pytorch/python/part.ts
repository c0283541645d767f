/** A piece of Python that an exported project takes along where its model uses it. */
export interface PythonPart {
  /** What it defines, which is what others use. */
  readonly name: string;
  readonly text: string;
  /** Parts that it uses itself. */
  readonly uses?: readonly PythonPart[];
}
