"""Small pictures of every kind and mode, with what Keras's load_img makes of each: pictures.py SEED writes JSON."""

import base64
import io
import json
import struct
import sys
import warnings
import zlib

import numpy as np
from keras.utils import img_to_array, load_img
from PIL import Image

warnings.simplefilter('ignore')
random = np.random.default_rng(int(sys.argv[1]))
WIDTH, HEIGHT = 13, 9
files = {}

ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))


def smooth(channels, top=256):
    """A picture with edges and slopes, so that a decoder has something to do."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
    planes = [
        (random.integers(0, top) + (x * random.integers(-9, 9) + y * random.integers(-9, 9) + (x > y) * 60) * max(1, top // 256)) % top
        for _ in range(channels)
    ]
    return np.stack(planes, -1)


def chunk(name, data):
    return struct.pack('>I', len(data)) + name + data + struct.pack('>I', zlib.crc32(name + data))


def packed(rows, bits):
    """Rows of samples as bytes, each row beginning at a byte."""
    if bits == 16:
        return [row.astype('>u2').tobytes() for row in rows]
    each = [np.unpackbits(row.astype(np.uint8)[:, None], axis=1)[:, 8 - bits :].reshape(-1) for row in rows]
    return [np.packbits(row).tobytes() for row in each]


def filtered(rows, pixel):
    """Rows with filters at random."""
    out, above = b'', bytes(len(rows[0]))
    for row in rows:
        kind = int(random.integers(0, 5))
        out += bytes([kind])
        for at, value in enumerate(row):
            left = row[at - pixel] if at >= pixel else 0
            corner = above[at - pixel] if at >= pixel else 0
            up = above[at]
            guess = left + up - corner
            paeth = min((left, up, corner), key=lambda one: abs(guess - one))
            out += bytes([(value - (0, left, up, (left + up) // 2, paeth)[kind]) % 256])
        above = row
    return out


def png(name, colour, bits, interlaced=False, palette=b'', transparency=b'', top=None):
    channels = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour]
    samples = smooth(channels, 2**bits if top is None else top)
    pixel = max(1, channels * bits // 8)
    data = b''
    for left, up, across, down in ADAM7 if interlaced else ((0, 0, 1, 1),):
        part = samples[up::down, left::across]
        if part.size:
            data += filtered(packed(part.reshape(part.shape[0], -1), bits), pixel)
    head = struct.pack('>IIBBBBB', WIDTH, HEIGHT, bits, colour, 0, 0, int(interlaced))
    parts = [chunk(b'IHDR', head), chunk(b'gAMA', struct.pack('>I', 30000))]
    parts += [chunk(b'PLTE', palette)] if palette else []
    parts += [chunk(b'tRNS', transparency)] if transparency else []
    packed_data = zlib.compress(data)
    half = len(packed_data) // 2
    parts += [chunk(b'IDAT', packed_data[:half]), chunk(b'IDAT', packed_data[half:]), chunk(b'IEND', b'')]
    files[f'{name}{" interlaced" if interlaced else ""}.png'] = b'\x89PNG\r\n\x1a\n' + b''.join(parts)


def saved(name, image, kind, **options):
    out = io.BytesIO()
    image.save(out, kind, **options)
    files[f'{name}.{kind.lower()}'] = out.getvalue()
    return out.getvalue()


def pngs():
    for interlaced in (False, True):
        for bits in (1, 2, 4, 8, 16):
            png(f'grey {bits} bits', 0, bits, interlaced)
        png('grey 16 bits, small values', 0, 16, interlaced, top=200)
        for bits in (8, 16):
            png(f'grey and alpha {bits} bits', 4, bits, interlaced)
            png(f'colour {bits} bits', 2, bits, interlaced)
            png(f'colour and alpha {bits} bits', 6, bits, interlaced)
        for bits in (1, 2, 4, 8):
            palette = random.integers(0, 256, 3 * 2**bits, dtype=np.uint8).tobytes()
            png(f'palette {bits} bits', 3, bits, interlaced, palette)
            alphas = random.integers(0, 256, 2**bits, dtype=np.uint8).tobytes()
            png(f'palette {bits} bits, alphas', 3, bits, interlaced, palette, alphas)
        png('palette, one transparent', 3, 8, interlaced, random.bytes(768), b'\xff' * 20 + b'\0')
    png('colour, one transparent', 2, 8, transparency=struct.pack('>3H', 10, 20, 30))
    png('grey, one transparent', 0, 8, transparency=struct.pack('>H', 77))
    white = np.dstack([np.full((HEIGHT, WIDTH, 3), 255), smooth(1)[..., :1] * 0]).astype(np.uint8)
    saved('transparent white', Image.fromarray(white), 'PNG')


def jpegs():
    colour = Image.fromarray(smooth(3).astype(np.uint8))
    grey = Image.fromarray(smooth(1)[..., 0].astype(np.uint8))
    ink = Image.frombytes('CMYK', (WIDTH, HEIGHT), smooth(4).astype(np.uint8).tobytes())
    for quality in (60, 95):
        saved(f'grey {quality}', grey, 'JPEG', quality=quality)
        saved(f'ink {quality}', ink, 'JPEG', quality=quality)
        for sampling in (0, 1, 2):
            saved(f'colour {quality}, sampling {sampling}', colour, 'JPEG', quality=quality, subsampling=sampling)
    saved('progressive', colour, 'JPEG', progressive=True)
    saved('colour stored as it is', colour, 'JPEG', keep_rgb=True)
    # Without its mark.
    marked = files['ink 95.jpeg']
    at = marked.index(b'\xff\xee')
    files['ink without a mark.jpeg'] = marked[:at] + marked[at + 2 + int.from_bytes(marked[at + 2 : at + 4]) :]
    for turned in range(2, 9):
        exif = Image.Exif()
        exif[0x112] = turned
        saved(f'turned {turned}', colour, 'JPEG', exif=exif)
    xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    xmp += '<rdf:Description xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="6"/></rdf:RDF></x:xmpmeta>'
    saved('turned by XMP', colour, 'JPEG', xmp=xmp.encode())


def bmp(name, bits, rows, header=40, compression=0, masks=b'', palette=b'', upright=False):
    size = struct.pack('<HHHH', WIDTH, HEIGHT, 1, bits)
    if header > 12:
        height = -HEIGHT if upright else HEIGHT
        size = struct.pack('<iiHHIIiiII', WIDTH, height, 1, bits, compression, 0, 0, 0, 0, 0)
    head = struct.pack('<I', header) + size + masks + palette
    start = b'BM' + struct.pack('<IHHI', 14 + len(head) + len(rows), 0, 0, 14 + len(head))
    files[f'{name}.bmp'] = start + head + rows


def bmps():
    grey = Image.fromarray(smooth(1)[..., 0].astype(np.uint8))
    colour = Image.fromarray(smooth(3).astype(np.uint8))
    for name, image in (('grey', grey), ('bits', grey.convert('1')), ('colour', colour), ('palette', colour.quantize(40))):
        saved(name, image, 'BMP')
    saved('colour and alpha', Image.fromarray(smooth(4).astype(np.uint8)), 'BMP')
    padded = lambda rows: b''.join(row + b'\0' * (-len(row) % 4) for row in rows)
    raw = lambda size: [random.bytes(WIDTH * size) for _ in range(HEIGHT)]
    bmp('15 bits', 16, padded(raw(2)))
    bmp('16 bits', 16, padded(raw(2)), compression=3, masks=struct.pack('<3I', 0xF800, 0x7E0, 0x1F))
    bmp('24 bits, upright', 24, padded(raw(3)), upright=True)
    bmp('32 bits', 32, padded(raw(4)))
    bmp('32 bits, red first', 32, padded(raw(4)), 56, 3, struct.pack('<4I', 0xFF, 0xFF00, 0xFF0000, 0xFF000000))
    bmp('24 bits, old', 24, padded(raw(3)), header=12)
    bmp('4 bits, old', 4, padded([random.bytes((WIDTH + 1) // 2) for _ in range(HEIGHT)]), 12, palette=random.bytes(48))
    bmp('4 bits', 4, padded([random.bytes((WIDTH + 1) // 2) for _ in range(HEIGHT)]), palette=random.bytes(64))
    line8 = b''.join(bytes([5, int(random.integers(256)), 0, 3]) + random.bytes(3) + b'\0\2\1\2\0\0' for _ in range(2))
    line8 = b'\5\x21\0\3abc\0\5\x31\0\0' + b''.join(bytes([WIDTH, int(random.integers(256)), 0, 0]) for _ in range(HEIGHT - 1))
    bmp('runs of 8 bits', 8, line8 + b'\0\1', compression=1, palette=random.bytes(1024))
    line4 = b''.join(bytes([6, int(random.integers(256)), 0, 5]) + random.bytes(3) + b'\0\2\x12\0\0' for _ in range(HEIGHT))
    bmp('runs of 4 bits', 4, line4 + b'\0\1', compression=2, palette=random.bytes(64))


def gifs():
    grey = Image.fromarray(smooth(1)[..., 0].astype(np.uint8))
    palette = Image.fromarray(smooth(3).astype(np.uint8)).quantize(50)
    for interlaced in (0, 1):
        saved(f'grey, interlace {interlaced}', grey, 'GIF', interlace=interlaced)
        saved(f'palette, interlace {interlaced}', palette, 'GIF', interlace=interlaced)
    saved('one transparent', palette, 'GIF', transparency=7)
    saved('moving', palette, 'GIF', save_all=True, append_images=[palette.rotate(180)], loop=0)
    plain = files['one transparent.gif']
    # The picture a little off the corner of its screen.
    at = plain.index(b',\0\0\0\0')
    files['beside its corner.gif'] = plain[: at + 1] + struct.pack('<HH', 2, 1) + plain[at + 5 :]
    noise = Image.fromarray(random.integers(0, 256, (30, 40), dtype=np.uint8))
    saved('noise', noise, 'GIF')


def webps():
    colour = Image.fromarray(smooth(3).astype(np.uint8))
    alpha = Image.fromarray(smooth(4).astype(np.uint8))
    exif = Image.Exif()
    exif[0x112] = 6
    saved('colour', colour, 'WEBP', quality=90)
    saved('colour, lossless', colour, 'WEBP', lossless=True)
    saved('alpha', alpha, 'WEBP', quality=90, exact=True)
    saved('alpha, lossless', alpha, 'WEBP', lossless=True, exact=True)
    saved('turned', colour, 'WEBP', lossless=True, exif=exif)


def avifs():
    colour = Image.fromarray(smooth(3).astype(np.uint8))
    alpha = Image.fromarray(smooth(4).astype(np.uint8))
    grey = Image.fromarray(smooth(1)[..., 0].astype(np.uint8))
    for sampling in ('4:4:4', '4:2:2', '4:2:0'):
        for range in ('full', 'limited'):
            saved(f'sampling {sampling}, {range} range', colour, 'AVIF', quality=90, subsampling=sampling, range=range)
        saved(f'alpha, sampling {sampling}', alpha, 'AVIF', quality=90, subsampling=sampling)
    saved('grey, full range', grey, 'AVIF', quality=90, subsampling='4:0:0', range='full')
    saved('grey, limited range', grey, 'AVIF', quality=90, subsampling='4:0:0', range='limited')


for make in (pngs, jpegs, bmps, gifs, webps, avifs):
    make()


def read(data, mode):
    array = img_to_array(load_img(io.BytesIO(data), color_mode=mode))
    return {'shape': array.shape, 'values': base64.b64encode(array.astype('<u2').tobytes()).decode()}


answers = [
    {
        'name': name,
        'file': base64.b64encode(data).decode(),
        **{mode: read(data, mode) for mode in ('grayscale', 'rgb', 'rgba')},
    }
    for name, data in files.items()
]
json.dump(answers, sys.stdout)
