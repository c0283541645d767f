/** What callbacks watch, by Keras's names. */
export const kerasMonitors = {
  loss: 'loss',
  accuracy: 'accuracy',
  validationLoss: 'val_loss',
  validationAccuracy: 'val_accuracy',
} as const;
