import { generateAst, parseSpec, printAst } from 'oazapfts';
import { createContext } from 'oazapfts/context';
import { expect, it } from 'vitest';
import { apiDocument } from '../src/dossiers/exchange/document.ts';
import type { HoSo, HoSoGui } from './apiClient.generated.ts';

/** The client as oazapfts makes it from the document that the server gives out. */
async function madeClient(): Promise<string> {
  const document = await parseSpec(JSON.parse(JSON.stringify(apiDocument())));
  const context = createContext(document, { argumentStyle: 'positional' });
  context.banner = 'Written by "npm run api:types" from the OpenAPI document of the server. Do not edit.';
  return printAst(await generateAst(context));
}

it('the committed client is what the document gives today (otherwise: npm run api:types)', async () => {
  await expect(await madeClient()).toMatchFileSnapshot('./apiClient.generated.ts');
});

it('a field that the document does not know does not compile', () => {
  const sent: HoSoGui = {
    MaHoSo: 'G22.99-260601-0001',
    MaTTHC: '1.001612',
    KenhThucHien: 2,
    ChuHoSo: 'Nguyễn Văn Thử',
    NgayNopHoSo: '2026-06-01T08:30:00+07:00',
  };
  // @ts-expect-error: a wrong name
  const misnamed: HoSoGui = { ...sent, TenChuHoSo: 'Nguyễn Văn Thử' };
  // @ts-expect-error: channels are 1, 2 and 3
  const offChannel: HoSoGui = { ...sent, KenhThucHien: 4 };
  // @ts-expect-error: not without the number of the procedure
  const incomplete: HoSoGui = { ...sent, MaTTHC: undefined };
  // @ts-expect-error: an answer is read by the names of the document too
  const read = (answer: HoSo): string => answer.TrangThai;
  expect([misnamed, offChannel, incomplete, read]).toHaveLength(4);
});
