// tfjs-layers needs tensors with chained operations; an exported project gets them with all of TensorFlow.js.
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
