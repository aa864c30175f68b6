import { createHash } from 'node:crypto';
import { Integer, ObjectIdentifier, OctetString, Utf8String } from 'asn1js';
import { PDFArray, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from 'pdf-lib';
import {
  AlgorithmIdentifier,
  Attribute,
  AttributeTypeAndValue,
  Certificate,
  ContentInfo,
  CryptoEngine,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  setEngine,
} from 'pkijs';
import { describe, expect, test } from 'vitest';
import { openPdf } from './openPdf.ts';
import { readSignatures } from './signatures.ts';

setEngine('test', new CryptoEngine({ name: 'test', crypto: globalThis.crypto }));

const read = async (bytes: Uint8Array) => {
  const pdf = await openPdf(bytes);
  try {
    return await readSignatures(pdf, bytes);
  } finally {
    pdf.close();
  }
};

/** A PDF signed by a made-up office, as signing software does it (adbe.pkcs7.detached). */
async function signedPdf(): Promise<Buffer> {
  const room = 8_000;
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([595, 842]);
  const range = PDFArray.withContext(pdf.context);
  for (const n of [0, 9_999_999, 9_999_999, 9_999_999]) range.push(PDFNumber.of(n));
  const signature = pdf.context.obj({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'adbe.pkcs7.detached',
    M: PDFString.of("D:20260721072904+07'00'"),
    ByteRange: range,
    Contents: PDFHexString.of('0'.repeat(room)),
  });
  const widget = pdf.context.obj({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    Rect: [0, 0, 0, 0],
    T: PDFString.of('s'),
    F: 132,
    P: page.ref,
    V: pdf.context.register(signature),
  });
  const field = pdf.context.register(widget);
  page.node.set(PDFName.of('Annots'), pdf.context.obj([field]));
  pdf.catalog.set(PDFName.of('AcroForm'), pdf.context.obj({ SigFlags: 3, Fields: [field] }));
  const bytes = Buffer.from(await pdf.save({ useObjectStreams: false }));
  const start = bytes.indexOf(`<${'0'.repeat(room)}>`);
  const end = start + room + 2;
  const written = `[ 0 ${start} ${end} ${bytes.length - end} ]`;
  const at = bytes.indexOf('[ 0 9999999 9999999 9999999 ]');
  bytes.write(written.padEnd('[ 0 9999999 9999999 9999999 ]'.length), at, 'latin1');
  const value = await cms(Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]));
  bytes.write(value.toString('hex'), start + 1, 'latin1');
  return bytes;
}

async function cms(signed: Buffer<ArrayBuffer>): Promise<Buffer> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = new Certificate();
  certificate.serialNumber = new Integer({ value: 7 });
  const name = (type: string, value: string) => new AttributeTypeAndValue({ type, value: new Utf8String({ value }) });
  for (const party of [certificate.subject, certificate.issuer]) {
    party.typesAndValues.push(name('2.5.4.3', 'VĂN PHÒNG MẪU'), name('2.5.4.10', 'UBND TỈNH MẪU'));
  }
  certificate.notBefore.value = new Date('2026-01-01');
  certificate.notAfter.value = new Date('2027-01-01');
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign(keys.privateKey, 'SHA-256');
  const digest = createHash('sha256').update(signed).digest();
  const signer = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
    signedAttrs: new SignedAndUnsignedAttributes({
      type: 0,
      attributes: [
        new Attribute({
          type: '1.2.840.113549.1.9.3',
          values: [new ObjectIdentifier({ value: '1.2.840.113549.1.7.1' })],
        }),
        new Attribute({
          type: '1.2.840.113549.1.9.4',
          values: [new OctetString({ valueHex: new Uint8Array(digest).buffer })],
        }),
      ],
    }),
  });
  const data = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: '1.2.840.113549.1.7.1' }),
    signerInfos: [signer],
    certificates: [certificate],
  });
  data.digestAlgorithms = [new AlgorithmIdentifier({ algorithmId: '2.16.840.1.101.3.4.2.1' })];
  await data.sign(keys.privateKey, 0, 'SHA-256', signed);
  const content = new ContentInfo({ contentType: '1.2.840.113549.1.7.2', content: data.toSchema(true) });
  return Buffer.from(content.toSchema().toBER());
}

describe('the digital signature of a PDF', () => {
  test('it is told who signed, when, and that the file is as it was signed', async () => {
    expect(await read(await signedPdf())).toEqual([
      {
        signer: 'VĂN PHÒNG MẪU',
        organisation: 'UBND TỈNH MẪU',
        signedAt: '2026-07-21T00:29:04Z',
        intact: true,
        coversWholeFile: true,
        laterOnlySignatures: false,
        summary: 'VĂN PHÒNG MẪU ký số lúc 07:29 ngày 21/7/2026: tệp còn nguyên từ khi ký.',
      },
    ]);
  });

  test('a byte changed within the signed part is seen', async () => {
    const bytes = await signedPdf();
    bytes[bytes.indexOf('/MediaBox') + 12]! += 1;
    const [signature] = await read(bytes);
    expect(signature).toMatchObject({ intact: false, summary: expect.stringContaining('ĐÃ BỊ THAY ĐỔI') });
  });

  test('bytes appended after signing are seen, and that no signature covers them', async () => {
    const [signature] = await read(Buffer.concat([await signedPdf(), Buffer.from('% thêm vào sau\n%%EOF\n')]));
    expect(signature).toMatchObject({
      intact: true,
      coversWholeFile: false,
      laterOnlySignatures: false,
      summary: expect.stringContaining('không chữ ký nào bảo vệ'),
    });
  });

  test('a signature value that is broken is told as not checked, never as good', async () => {
    const bytes = await signedPdf();
    const at = bytes.indexOf('/Contents <') + 11;
    bytes.write('00'.repeat(50), at, 'latin1');
    expect((await read(bytes))[0]).toMatchObject({ intact: null });
  });

  test('content hidden between the signed stretches is no good signature', async () => {
    const text = (await signedPdf()).toString('latin1');
    const widened = text.replace(/\[ 0 (\d+) (\d+) (\d+) \]/, (whole, a, b, c) =>
      `[ 0 ${Number(a) - 20} ${b} ${c} ]`.padEnd(whole.length),
    );
    expect((await read(Buffer.from(widened, 'latin1')))[0]?.intact).not.toBe(true);
  });
});
