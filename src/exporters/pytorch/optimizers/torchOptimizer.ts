/** The text of a class that computes as Keras's does, where PyTorch's own does not. */
export interface TorchOptimizer {
  readonly name: string;
  /** The class as Python, below `KerasOptimizer`. */
  readonly text: string;
}
