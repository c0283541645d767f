const layer = (name: string, config: object) => ({ class_name: name, config: { name: name.toLowerCase(), ...config } });

/** A model of Keras whose pictures may have any size, which its Flatten does not leave open. */
export const anySize = {
  class_name: 'Sequential',
  config: {
    name: 'any_size',
    layers: [
      layer('Conv2D', { filters: 2, kernel_size: [3, 3], batch_input_shape: [null, null, null, 3] }),
      layer('Flatten', {}),
      layer('Dense', { units: 2 }),
    ],
  },
};
