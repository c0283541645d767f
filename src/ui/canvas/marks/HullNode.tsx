import { memo } from 'react';
import type { NodeProps } from 'reactflow';
import { BlockTitle } from '../FootLabel';
import styles from './HullNode.module.css';
import type { HullFlowNode } from './marks';

/** Frame around an unfolded block that is more than one tower, or only a part of one. */
export const HullNode = memo(function HullNode({ data }: NodeProps<HullFlowNode>) {
  const { hull, color } = data;
  const { block } = hull;
  return (
    <div className={styles.hull} data-color={color} data-inner={data.inner}>
      <BlockTitle block={block} folded={false} color={color} />
    </div>
  );
});
