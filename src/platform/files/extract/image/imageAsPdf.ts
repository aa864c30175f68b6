import { inflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { readJpegHeader } from '../../imageHeader.ts';
import { damaged } from '../../refusal.ts';

/** Quarter turns that bring a photograph upright, by its EXIF orientation. */
const TURNS: Record<number, number> = { 3: 180, 4: 180, 5: 90, 6: 90, 7: 270, 8: 270 };

/**
 * A picture as a PDF of one page, a point for each pixel, so that pictures and scanned PDFs go one way from here on.
 * Throws a Refusal where a PNG is broken; a broken JPEG shows as an empty page.
 */
export function imageAsPdf(bytes: Uint8Array, kind: 'png' | 'jpg'): Buffer {
  return kind === 'jpg' ? jpegAsPdf(bytes) : pngAsPdf(bytes);
}

function jpegAsPdf(bytes: Uint8Array): Buffer {
  const header = readJpegHeader(bytes);
  if (!header) throw damaged('Ảnh này');
  const colours = header.components === 1 ? '/DeviceGray' : header.components === 4 ? '/DeviceCMYK' : '/DeviceRGB';
  // Programs that write print colours into JPEG write them inverted.
  const decode = header.components === 4 ? '/Decode [1 0 1 0 1 0 1 0]' : '';
  const rotate = TURNS[header.orientation] ?? 0;
  return onePage(header.width, header.height, rotate, `/ColorSpace ${colours} ${decode} /Filter /DCTDecode`, bytes);
}

function pngAsPdf(bytes: Uint8Array): Buffer {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (view[28] === 1) checkInterlaced(view);
    const png = PNG.sync.read(view);
    const rgb = Buffer.allocUnsafe(png.width * png.height * 3);
    for (let from = 0, to = 0; from < png.data.length; from += 4) {
      // What is transparent shows the white of the paper.
      const alpha = png.data[from + 3]!;
      for (let c = 0; c < 3; c++) rgb[to++] = 255 + ((png.data[from + c]! - 255) * alpha) / 255;
    }
    return onePage(png.width, png.height, 0, '/ColorSpace /DeviceRGB', rgb);
  } catch {
    throw damaged('Ảnh này');
  }
}

/** pngjs inflates an interlaced picture without a limit: its data must first prove to be no larger than the picture. */
function checkInterlaced(view: Buffer): void {
  const parts: Buffer[] = [];
  for (let at = 8; at + 12 <= view.length; at += 12 + view.readUInt32BE(at)) {
    if (view.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(view.subarray(at + 8, at + 8 + view.readUInt32BE(at)));
  }
  const [width, height] = [view.readUInt32BE(16), view.readUInt32BE(20)];
  inflateSync(Buffer.concat(parts), { maxOutputLength: width * height * 8 + height * 16 + 1_024 });
}

/** PDF 1.4, the least that shows one picture over the whole page. */
function onePage(width: number, height: number, rotate: number, image: string, data: Uint8Array): Buffer {
  const content = `q ${width} 0 0 ${height} 0 0 cm /I Do Q`;
  const objects: (string | Uint8Array)[][] = [
    ['<< /Type /Catalog /Pages 2 0 R >>'],
    ['<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} `,
      '/Resources << /XObject << /I 5 0 R >> >> /Contents 4 0 R >>',
    ],
    [`<< /Length ${content.length} >>\nstream\n${content}\nendstream`],
    [
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8 ${image} `,
      `/Length ${data.length} >>\nstream\n`,
      data,
      '\nendstream',
    ],
  ];
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n', 'latin1')];
  const starts: number[] = [];
  let length = parts[0]!.length;
  const push = (part: string | Uint8Array) => {
    const bytes =
      typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part.buffer, part.byteOffset, part.length);
    parts.push(bytes);
    length += bytes.length;
  };
  objects.forEach((object, i) => {
    starts.push(length);
    push(`${i + 1} 0 obj\n`);
    for (const part of object) push(part);
    push('\nendobj\n');
  });
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const at = length;
  push(
    `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
  );
  return Buffer.concat(parts);
}
