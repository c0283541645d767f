"""Models of patterns that converters write, put together by hand, with what onnxruntime answers: `python handModels.py FILE.json`."""

import base64, json, sys, numpy as np, onnx, onnxruntime as ort
from onnx import helper as h, TensorProto as T, numpy_helper as nh

rng = np.random.default_rng(4)


def init(name, *shape, dtype="float32"):
    return nh.from_array((rng.uniform(-0.5, 0.5, shape)).astype(dtype), name)


def const(name, v, dtype):
    return nh.from_array(np.array(v, dtype), name)


def pos(name, *shape):
    return nh.from_array(rng.uniform(0.5, 1.5, shape).astype("float32"), name)


found = {}


def make(name, nodes, inits, ins, outs, opset=13, feeds=None, domain=None):
    g = h.make_graph(
        nodes,
        name,
        [h.make_tensor_value_info(n, t, s) for n, t, s in ins],
        [h.make_tensor_value_info(n, T.FLOAT, s) for n, s in outs],
        inits,
    )
    m = h.make_model(g, opset_imports=[h.make_opsetid("", opset)])
    m.ir_version = 8
    onnx.checker.check_model(m)
    data = m.SerializeToString()
    s = ort.InferenceSession(data)
    fd = {
        n: (
            rng.integers(0, 9, [2 if d in ("N", None) else d for d in sh]).astype("int64" if t == T.INT64 else "int32")
            if t != T.FLOAT
            else rng.uniform(0, 1, [2 if d in ("N", None) else d for d in sh]).astype("float32")
        )
        for n, t, sh in ins
    }
    r = s.run(None, fd)
    num = lambda a: {"shape": list(a.shape), "values": [float(v) for v in a.ravel()]}
    found[name] = {
        "file": base64.b64encode(data).decode(),
        "inputs": [num(fd[n]) for n, _, _ in ins],
        "outputs": [num(a) for a in r],
    }


N = h.make_node
# 1 tf2onnx-like: NHWC, transposes around each conv, bias by Add, BN
make(
    "tf-like cnn",
    [
        N("Transpose", ["x"], ["x1"], perm=[0, 3, 1, 2]),
        N("Conv", ["x1", "w1"], ["c1"], auto_pad="SAME_UPPER", strides=[2, 2], kernel_shape=[3, 3]),
        N("Add", ["c1", "b1r"], ["a1"]),
        N("Relu", ["a1"], ["r1"]),
        N("Transpose", ["r1"], ["t1"], perm=[0, 2, 3, 1]),
        N("Transpose", ["t1"], ["t2"], perm=[0, 3, 1, 2]),
        N("MaxPool", ["t2"], ["p"], kernel_shape=[2, 2], strides=[2, 2]),
        N("Transpose", ["p"], ["p2"], perm=[0, 2, 3, 1]),
        N("Reshape", ["p2", "sh"], ["f"]),
        N("MatMul", ["f", "w2"], ["m"]),
        N("Add", ["m", "b2"], ["l"]),
        N("Softmax", ["l"], ["y"], axis=-1),
    ],
    [init("w1", 4, 3, 3, 3), init("b1r", 1, 4, 1, 1), const("sh", [-1, 64], "int64"), init("w2", 64, 5), init("b2", 5)],
    [("x", T.FLOAT, ["N", 16, 16, 3])],
    [("y", ["N", 5])],
)
make(
    "gemm mlp",
    [
        N("Gemm", ["x", "w1", "b1"], ["g1"], transB=1),
        N("Relu", ["g1"], ["r1"]),
        N("Gemm", ["r1", "w2", "b2"], ["g2"], alpha=0.5, beta=2.0),
        N("Tanh", ["g2"], ["t"]),
        N("MatMul", ["t", "w3"], ["m"]),
        N("Add", ["b3", "m"], ["y"]),
    ],
    [init("w1", 8, 6), init("b1", 8), init("w2", 8, 7), init("b2", 7), init("w3", 7, 2), init("b3", 2)],
    [("x", T.FLOAT, ["N", 6])],
    [("y", ["N", 2])],
    opset=11,
)
make(
    "bn after conv and after gemm",
    [
        N("Conv", ["x", "w1", "b1"], ["c"], pads=[1, 1, 1, 1]),
        N("BatchNormalization", ["c", "g", "be", "mu", "va"], ["n"], epsilon=1e-3),
        N("LeakyRelu", ["n"], ["l"], alpha=0.2),
        N("AveragePool", ["l"], ["p"], kernel_shape=[2, 2], strides=[2, 2]),
        N("Flatten", ["p"], ["f"], axis=1),
        N("Gemm", ["f", "w2", "b2"], ["q"]),
        N("BatchNormalization", ["q", "g2", "be2", "mu2", "va2"], ["y"]),
    ],
    [
        init("w1", 4, 2, 3, 3),
        init("b1", 4),
        init("g", 4),
        init("be", 4),
        init("mu", 4),
        pos("va", 4),
        init("w2", 64, 3),
        init("b2", 3),
        init("g2", 3),
        init("be2", 3),
        init("mu2", 3),
        pos("va2", 3),
    ],
    [("x", T.FLOAT, ["N", 2, 8, 8])],
    [("y", ["N", 3])],
    opset=9,
)
make(
    "residual, global pool, squeeze",
    [
        N("Conv", ["x", "w1", "b1"], ["c1"], pads=[1, 1, 1, 1]),
        N("Relu", ["c1"], ["r"]),
        N("Conv", ["r", "w2"], ["c2"], pads=[1, 1, 1, 1]),
        N("Add", ["c2", "x"], ["s"]),
        N("Relu", ["s"], ["r2"]),
        N("GlobalAveragePool", ["r2"], ["gp"]),
        N("Squeeze", ["gp", "ax"], ["sq"]),
        N("Gemm", ["sq", "w3", "b3"], ["y"], transB=1),
    ],
    [
        init("w1", 4, 4, 3, 3),
        init("b1", 4),
        init("w2", 4, 4, 3, 3),
        const("ax", [2, 3], "int64"),
        init("w3", 3, 4),
        init("b3", 3),
    ],
    [("x", T.FLOAT, ["N", 4, 6, 6])],
    [("y", ["N", 3])],
)
make(
    "depthwise, clip, concat",
    [
        N("Conv", ["x", "w1", "b1"], ["c1"], group=3, pads=[1, 1, 1, 1]),
        N("Clip", ["c1", "lo", "hi"], ["k"]),
        N("Conv", ["k", "w2", "b2"], ["c2"]),
        N("Concat", ["c2", "x"], ["cc"], axis=1),
        N("ReduceMean", ["cc"], ["y"], axes=[2, 3], keepdims=0),
    ],
    [
        init("w1", 3, 1, 3, 3),
        init("b1", 3),
        const("lo", 0, "float32"),
        const("hi", 6, "float32"),
        init("w2", 5, 3, 1, 1),
        init("b2", 5),
    ],
    [("x", T.FLOAT, ["N", 3, 7, 7])],
    [("y", ["N", 8])],
)
make(
    "embedding lstm",
    [
        N("Gather", ["e", "x"], ["g"]),
        N("Transpose", ["g"], ["t"], perm=[1, 0, 2]),
        N("LSTM", ["t", "W", "R", "B"], ["o", "hh"], hidden_size=5),
        N("Squeeze", ["hh", "ax"], ["s"]),
        N("Gemm", ["s", "w2", "b2"], ["q"], transB=1),
        N("Sigmoid", ["q"], ["y"]),
    ],
    [
        init("e", 9, 4),
        init("W", 1, 20, 4),
        init("R", 1, 20, 5),
        init("B", 1, 40),
        const("ax", [0], "int64"),
        init("w2", 2, 5),
        init("b2", 2),
    ],
    [("x", T.INT64, ["N", 7])],
    [("y", ["N", 2])],
)
make(
    "unet bits",
    [
        N("Conv", ["x", "w1", "b1"], ["c"], pads=[1, 1, 1, 1]),
        N("Relu", ["c"], ["r"]),
        N("MaxPool", ["r"], ["p"], kernel_shape=[2, 2], strides=[2, 2]),
        N("ConvTranspose", ["p", "w2", "b2"], ["u"], strides=[2, 2], kernel_shape=[2, 2]),
        N("Concat", ["u", "r"], ["cc"], axis=1),
        N(
            "Resize",
            ["cc", "", "sc"],
            ["z"],
            mode="nearest",
            coordinate_transformation_mode="asymmetric",
            nearest_mode="floor",
        ),
        N("Conv", ["z", "w3", "b3"], ["q"]),
        N("Sigmoid", ["q"], ["y"]),
    ],
    [
        init("w1", 4, 1, 3, 3),
        init("b1", 4),
        init("w2", 4, 4, 2, 2),
        init("b2", 4),
        const("sc", [1, 1, 2, 2], "float32"),
        init("w3", 1, 8, 1, 1),
        init("b3", 1),
    ],
    [("x", T.FLOAT, ["N", 1, 8, 8])],
    [("y", ["N", 1, 16, 16])],
)
make(
    "two inputs, mul, sub, constants as nodes",
    [
        N("Constant", [], ["two"], value=const("v", 2.0, "float32")),
        N("Mul", ["a", "two"], ["am"]),
        N("Sub", ["am", "b"], ["s"]),
        N("Div", ["s", "four"], ["d"]),
        N("Gemm", ["d", "w", "bb"], ["g"]),
        N("Elu", ["g"], ["e"], alpha=1.0),
        N("Identity", ["e"], ["i"]),
        N("Dropout", ["i"], ["y"]),
    ],
    [const("four", 4, "float32"), init("w", 5, 3), init("bb", 3)],
    [("a", T.FLOAT, ["N", 5]), ("b", T.FLOAT, ["N", 5])],
    [("y", ["N", 3])],
)
make(
    "conv1d series, NLC transposes",
    [
        N("Transpose", ["x"], ["t"], perm=[0, 2, 1]),
        N("Conv", ["t", "w", "b"], ["c"], dilations=[2], pads=[4, 0]),
        N("Relu", ["c"], ["r"]),
        N("GlobalMaxPool", ["r"], ["g"]),
        N("Flatten", ["g"], ["f"]),
        N("MatMul", ["f", "w2"], ["y"]),
    ],
    [init("w", 6, 3, 3), init("b", 6), init("w2", 6, 2)],
    [("x", T.FLOAT, ["N", 12, 3])],
    [("y", ["N", 2])],
)
make(
    "hardsigmoid, prelu, pad, instance norm",
    [
        N("Pad", ["x", "pd"], ["p"]),
        N("Conv", ["p", "w", "b"], ["c"]),
        N("InstanceNormalization", ["c", "g", "be"], ["n"]),
        N("PRelu", ["n", "sl"], ["q"]),
        N("HardSigmoid", ["q"], ["hs"]),
        N("Unsqueeze", ["hs", "ax"], ["us"]),
        N("Squeeze", ["us", "ax"], ["sq"]),
        N("ReduceMax", ["sq"], ["y"], axes=[2, 3], keepdims=0),
    ],
    [
        const("pd", [0, 0, 1, 1, 0, 0, 1, 1], "int64"),
        init("w", 4, 2, 3, 3),
        init("b", 4),
        init("g", 4),
        init("be", 4),
        init("sl", 4, 1, 1),
        const("ax", [1], "int64"),
    ],
    [("x", T.FLOAT, ["N", 2, 6, 6])],
    [("y", ["N", 4])],
)
json.dump(found, open(sys.argv[1], "w"))
print(len(found))
