const keywords =
  'False None True and as assert async await break class continue def del elif else except finally for from global if ' +
  'import in is lambda nonlocal not or pass raise return try while with yield match case type';

const moduleAttributes =
  'T_destination add_module apply bfloat16 buffers call_super_init children compile cpu cuda double dump_patches eval ' +
  'extra_repr float forward get_buffer get_extra_state get_parameter get_submodule half ipu load_state_dict modules mtia ' +
  'named_buffers named_children named_modules named_parameters parameters register_backward_hook register_buffer ' +
  'register_forward_hook register_forward_pre_hook register_full_backward_hook register_full_backward_pre_hook ' +
  'register_load_state_dict_post_hook register_load_state_dict_pre_hook register_module register_parameter ' +
  'register_state_dict_post_hook register_state_dict_pre_hook requires_grad_ set_extra_state set_submodule share_memory ' +
  'state_dict to to_empty train training type xpu zero_grad reset_parameters';

const words = (text: string) => text.split(' ');

/** What `model.py` imports or uses besides our parts. */
const used = words(
  'torch nn F Tensor self super len x mask partial Path Model load_model load_file WEIGHTS initializers module float tuple',
);

/** Names that no variable of `forward` may have. */
export const variableReserved: readonly string[] = [...words(keywords), ...used];

/** Names that no submodule may have: those of `nn.Module`. */
export const attributeReserved: readonly string[] = [...words(keywords), ...words(moduleAttributes)];

/** Names that no class in `model.py` may have. */
export const classReserved: readonly string[] = [...words(keywords), ...used];

/** `block1` → `Block1`, `conv_block` → `ConvBlock`. */
export function className(text: string): string {
  return text
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join('');
}
