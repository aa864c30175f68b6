import { createHash } from 'node:crypto';
import { type Certificate, ContentInfo, CryptoEngine, SignedData, setEngine } from 'pkijs';
import { Temporal } from 'temporal-polyfill';
import { formatInstant } from '../../../../kernel/day.ts';
import type { SignatureInfo } from '../extractedText.ts';
import type { OpenPdf } from './openPdf.ts';
import { withMemory } from './pdfium.ts';

setEngine('node', new CryptoEngine({ name: 'node', crypto: globalThis.crypto }));

/** More signatures than any document carries; each costs a hash over the file. */
const MAX_SIGNATURES = 30;
const COMMON_NAME = '2.5.4.3';
const ORGANISATION = '2.5.4.10';

interface RawSignature {
  ranges: number[];
  contents: Uint8Array<ArrayBuffer>;
  time: string;
}

/**
 * The digital signatures of a PDF: who signed, when, and whether the signed bytes are still the same (ISO 32000-1,
 * 12.8). Whether the certificate is genuine and was valid is not looked into: that needs its issuer.
 */
export async function readSignatures(pdf: OpenPdf, bytes: Uint8Array): Promise<SignatureInfo[]> {
  const raw = rawSignatures(pdf);
  const ends = raw.map((signature) => endOf(signature.ranges));
  const last = Math.max(0, ...ends);
  const signatures: SignatureInfo[] = [];
  for (const signature of raw) {
    const signed = signedBytes(bytes, signature.ranges);
    const { certificate, intact } = await readCms(signature.contents, signed);
    const end = endOf(signature.ranges);
    const facts = {
      signer: nameIn(certificate, COMMON_NAME),
      organisation: nameIn(certificate, ORGANISATION),
      signedAt: instantOf(signature.time),
      intact,
      coversWholeFile: isEnd(bytes, end),
      laterOnlySignatures: !isEnd(bytes, end) && isEnd(bytes, last),
    };
    signatures.push({ ...facts, summary: summaryOf(facts) });
  }
  return signatures.sort((a, b) => (a.signedAt ?? '').localeCompare(b.signedAt ?? ''));
}

function rawSignatures(pdf: OpenPdf): RawSignature[] {
  const { pdfium, document } = pdf;
  const count = Math.min(pdfium._FPDF_GetSignatureCount(document), MAX_SIGNATURES);
  const found: RawSignature[] = [];
  for (let i = 0; i < count; i++) {
    const signature = pdfium._FPDF_GetSignatureObject(document, i);
    if (signature === 0) continue;
    const read = (get: (signature: number, buffer: number, length: number) => number, unit: number) => {
      const length = get(signature, 0, 0);
      return withMemory(pdfium, Math.max(8, length * unit), (out) => {
        get(signature, out, length);
        return pdfium.HEAPU8.slice(out, out + length * unit);
      });
    };
    const ranges = read(pdfium._FPDFSignatureObj_GetByteRange, 4);
    found.push({
      ranges: [...new Int32Array(ranges.buffer, 0, ranges.length >> 2)],
      contents: read(pdfium._FPDFSignatureObj_GetContents, 1) as Uint8Array<ArrayBuffer>,
      time: Buffer.from(read(pdfium._FPDFSignatureObj_GetTime, 1)).toString('latin1').replace(/\0+$/, ''),
    });
  }
  return found;
}

const endOf = (ranges: number[]): number => (ranges.length >= 4 ? ranges[2]! + ranges[3]! : 0);

/** A line end after the last signed byte is no addition. */
const isEnd = (bytes: Uint8Array, end: number): boolean =>
  end > 0 && bytes.subarray(end).every((byte) => byte === 10 || byte === 13);

/** The two stretches around the signature's own value; undefined where they are not of that form. */
function signedBytes(bytes: Uint8Array, ranges: number[]): Uint8Array<ArrayBuffer> | undefined {
  const [from, length, next, rest] = ranges;
  if (ranges.length !== 4 || from !== 0 || length! <= 0 || next! <= length! || rest! < 0) return undefined;
  if (next! + rest! > bytes.length) return undefined;
  // Only the value itself, written as <hex digits>, may stand between: anything else would be unsigned content.
  const gap = Buffer.from(bytes.buffer, bytes.byteOffset + length!, next! - length!).toString('latin1');
  if (!/^<[0-9a-f\s]*>$/i.test(gap)) return undefined;
  const signed = new Uint8Array(length! + rest!);
  signed.set(bytes.subarray(0, length));
  signed.set(bytes.subarray(next, next! + rest!), length);
  return signed;
}

async function readCms(
  contents: Uint8Array<ArrayBuffer>,
  signed: Uint8Array<ArrayBuffer> | undefined,
): Promise<{ certificate?: Certificate; intact: boolean | null }> {
  try {
    const data = new SignedData({ schema: ContentInfo.fromBER(contents.buffer).content });
    const certificate = signerOf(data);
    if (!signed || digestMatches(data, signed) === false) return { certificate, intact: false };
    // A value that carries its own content says nothing of the file's.
    if (data.encapContentInfo.eContent) return { certificate, intact: null };
    const result = await data
      .verify({ signer: 0, data: signed.buffer, checkChain: false, extendedMode: true })
      .catch(() => undefined);
    return { certificate, intact: result?.signatureVerified ?? null };
  } catch {
    return { intact: null };
  }
}

/** Hash functions by their object identifiers, as far as PDFs are signed with them. */
const HASHES: Record<string, string> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';

/** The signed hash is that of the bytes; undefined where the value holds no such hash or one made in another way. */
function digestMatches(data: SignedData, signed: Uint8Array): boolean | undefined {
  const signer = data.signerInfos[0];
  const hash = HASHES[signer?.digestAlgorithm.algorithmId ?? ''];
  const attribute = signer?.signedAttrs?.attributes.find((a) => a.type === MESSAGE_DIGEST);
  const value: ArrayBuffer | undefined = attribute?.values[0]?.valueBlock?.valueHex;
  if (!hash || !value) return undefined;
  return createHash(hash).update(signed).digest().equals(new Uint8Array(value));
}

function signerOf(data: SignedData): Certificate | undefined {
  const serial = data.signerInfos[0]?.sid?.serialNumber;
  const certificates = (data.certificates ?? []).filter((c): c is Certificate => 'serialNumber' in c);
  return certificates.find((c) => serial && c.serialNumber.isEqual(serial)) ?? certificates[0];
}

function nameIn(certificate: Certificate | undefined, type: string): string | null {
  const value = certificate?.subject.typesAndValues.find((part) => part.type === type)?.value.valueBlock.value;
  return typeof value === 'string' && value.trim() !== '' ? value.normalize('NFC').trim() : null;
}

/** "D:20260721072904+07'00'" as ISO 8601; null where the date is none. */
function instantOf(time: string): string | null {
  const found = /^D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:Z|([+-]\d{2})'?(\d{2}))?/.exec(time);
  if (!found) return null;
  const [, year, month, day, hour, minute, second, zoneHour, zoneMinute] = found;
  const zone = zoneHour ? `${zoneHour}:${zoneMinute}` : 'Z';
  try {
    return Temporal.Instant.from(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`).toString();
  } catch {
    return null;
  }
}

function summaryOf(facts: Omit<SignatureInfo, 'summary'>): string {
  const who = facts.signer ?? 'Người ký không rõ tên';
  const when = facts.signedAt
    ? ` ký số lúc ${formatInstant(Temporal.Instant.from(facts.signedAt).epochMilliseconds)}`
    : ' ký số, không rõ thời gian';
  const state =
    facts.intact === null
      ? 'hệ thống chưa kiểm tra được chữ ký này'
      : !facts.intact
        ? 'NỘI DUNG ĐÃ BỊ THAY ĐỔI sau khi ký hoặc chữ ký hỏng'
        : facts.coversWholeFile
          ? 'tệp còn nguyên từ khi ký'
          : facts.laterOnlySignatures
            ? 'phần đã ký còn nguyên; sau đó tệp được ký thêm'
            : 'phần đã ký còn nguyên, nhưng sau đó tệp có thêm dữ liệu không chữ ký nào bảo vệ';
  return `${who}${when}: ${state}.`;
}
