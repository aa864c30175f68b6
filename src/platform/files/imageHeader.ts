export interface ImageHeader {
  width: number;
  height: number;
  /** EXIF orientation 1..8; 1 is upright. */
  orientation: number;
  /** Colour components of a JPEG: 1 grey, 3 colour, 4 print colours. */
  components: number;
  /** The end mark is there: the file was not cut off. */
  complete: boolean;
}

/** Reads size and completeness of a PNG without decoding it; undefined where the header is not a PNG's. */
export function readPngHeader(bytes: Uint8Array): ImageHeader | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < 33 || view.toString('latin1', 12, 16) !== 'IHDR') return undefined;
  return {
    width: view.readUInt32BE(16),
    height: view.readUInt32BE(20),
    orientation: 1,
    components: 3,
    complete: view.includes('IEND', Math.max(0, view.length - 4_096), 'latin1'),
  };
}

/** Walks the segments of a JPEG up to its first frame; undefined where there is no frame. */
export function readJpegHeader(bytes: Uint8Array): ImageHeader | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let orientation = 1;
  for (let at = 2; at + 9 < view.length; ) {
    if (view[at] !== 0xff) return undefined;
    const marker = view[at + 1]!;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2;
      continue;
    }
    const length = view.readUInt16BE(at + 2);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) {
      const complete = view.indexOf(Buffer.from([0xff, 0xd9]), at) > 0;
      const [height, width] = [view.readUInt16BE(at + 5), view.readUInt16BE(at + 7)];
      return { width, height, orientation, components: view[at + 9]!, complete };
    }
    if (marker === 0xe1) orientation = exifOrientation(view.subarray(at + 4, at + 2 + length)) ?? orientation;
    at += 2 + length;
  }
  return undefined;
}

/** The orientation tag (0x0112) of the first image directory in an EXIF segment. */
function exifOrientation(segment: Buffer): number | undefined {
  if (segment.length < 20 || segment.toString('latin1', 0, 4) !== 'Exif') return undefined;
  const tiff = segment.subarray(6);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const u32 = (at: number) => (at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const directory = u32(4);
  const entries = Math.min(u16(directory), 64);
  for (let i = 0; i < entries; i++) {
    const entry = directory + 2 + i * 12;
    if (u16(entry) !== 0x0112) continue;
    const value = u16(entry + 8);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}
