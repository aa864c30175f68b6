import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { PDFDocument } from 'pdf-lib';
import { pino } from 'pino';
import { PNG } from 'pngjs';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Office, openOffice } from '../../../test/directiveOffice.ts';
import { Fault } from '../../kernel/errors.ts';
import * as files from '../../platform/files/index.ts';
import type { Services } from '../../platform/services.ts';
import { takeIn } from '../takeIn.ts';
import { readScanJob } from './readScanJob.ts';
import { cancelScan, readAgain, typeScan } from './stepScan.ts';
import { scanById } from './store.ts';

vi.mock(import('../../platform/files/index.ts'), async (original) => {
  const real = await original();
  return { ...real, extractText: vi.fn(real.extractText) };
});
const extractText = vi.mocked(files.extractText);

const TEXT = `TỈNH ỦY THỬ
Số 12-TB/TU
THÔNG BÁO
kết luận về trụ sở các xã

1. Giao Sở Tài chính chủ trì tham mưu, báo cáo trước ngày 30/9/2026.
2. Giao Đảng ủy xã Thử tổ chức thực hiện.
`;

/** What OCR gives for a scan of two pages of which the second could not be read. */
const asRead = (text = TEXT): files.ExtractedText => ({
  kind: 'scan',
  text,
  pages: [
    { start: 0, end: text.length, width: 595, height: 842 },
    { start: text.length, end: text.length, width: 595, height: 842 },
  ],
  boxes: [{ page: 1, start: text.indexOf('Giao'), end: text.indexOf('Giao') + 4, x: 59.5, y: 84.2, w: 40, h: 12 }],
  warnings: [{ code: 'scan.unreadable', message: 'Không đọc được trang 2. Hãy xem ảnh trang.' }],
  unreadablePages: [2],
});

/** A PDF without text; each differs from the others. */
async function scanFile(): Promise<Uint8Array> {
  const png = new PNG({ width: 40, height: 40 });
  png.data.fill(120);
  const pdf = await PDFDocument.create();
  pdf.setSubject(randomUUID());
  pdf.addPage([595, 842]).drawImage(await pdf.embedPng(PNG.sync.write(png)), { x: 0, y: 0, width: 595, height: 842 });
  return pdf.save();
}

let office: Office;
let services: Services;
const folder = mkdtempSync(join(tmpdir(), 'quet-'));
beforeAll(async () => {
  office = await openOffice();
  services = {
    db: office.db,
    files: files.openFileStore(folder),
    clock: Date.now,
    log: pino({ level: 'silent' }),
    config: {},
  } as unknown as Services;
});
afterEach(async () => {
  extractText.mockReset();
  await office.db.system
    .updateTable('scan')
    .set({ state: 'cancelled' })
    .where('state', 'in', ['waiting', 'reading'])
    .execute();
});
afterAll(async () => {
  await files.closeExtraction();
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

const send = async (bytes: Uint8Array, by = office.clerk) => {
  const taken = await takeIn(services, by, randomUUID(), { kind: 'file', bytes, name: 'thông báo quét.pdf' });
  if (!('scanId' in taken)) throw new Error('taken for a text');
  return taken;
};
const run = () => readScanJob(services).work({});
const scan = (id: number) => scanById(office.db.system, id).executeTakeFirstOrThrow();
const directives = async () =>
  Number((await sql<{ n: number }>`select count(*) n from directive`.execute(office.db.system)).rows[0]!.n);

describe('a scan', () => {
  it('waits in line, is read beside the request, and lies at the desk with its pages and warnings', async () => {
    const { scanId } = await send(await scanFile());
    expect(await scan(scanId)).toMatchObject({ state: 'waiting', name: 'thông báo quét.pdf' });
    extractText.mockResolvedValue(asRead());
    await run();
    const { state, directiveId } = await scan(scanId);
    expect(state).toBe('read');
    const directive = await office.db.system
      .selectFrom('directive')
      .selectAll()
      .where('id', '=', directiveId!)
      .executeTakeFirstOrThrow();
    expect(directive).toMatchObject({ state: 'reading', symbol: '12-TB/TU', created_by: office.clerk.personId });
    expect(directive.reading).toMatchObject({
      pages: 2,
      warnings: expect.arrayContaining([{ code: 'scan.unreadable', message: expect.stringContaining('trang 2') }]),
    });
    const pages = await office.db.system
      .selectFrom('directive_page')
      .selectAll()
      .where('directive_id', '=', directiveId!)
      .orderBy('page')
      .execute();
    expect(pages).toMatchObject([
      { page: 1, readable: true, words: [expect.any(Number), expect.any(Number), 1000, 1000, 672, 143] },
      { page: 2, readable: false, words: [] },
    ]);
    expect(directive.text.slice(pages[0]!.words[0], pages[0]!.words[1])).toBe('Giao');
  });

  it('sent twice is in line once, and once it is read it is the directive', async () => {
    const bytes = await scanFile();
    const first = await send(bytes);
    expect(await send(bytes, office.secondClerk)).toEqual({ scanId: first.scanId, already: true });
    extractText.mockResolvedValue(asRead());
    await run();
    const { directiveId } = await scan(first.scanId);
    const again = await takeIn(services, office.clerk, randomUUID(), { kind: 'file', bytes, name: 'khác.pdf' });
    expect(again).toEqual({ id: directiveId, already: true });
  });

  it('read twice, since a server was killed half-way or believed to be, is stored once', async () => {
    const { scanId } = await send(await scanFile());
    const before = await directives();
    const slow = Promise.withResolvers<files.ExtractedText>();
    extractText.mockReturnValueOnce(slow.promise);
    const first = run();
    await vi.waitFor(() => expect(extractText).toHaveBeenCalledTimes(1));
    await run();
    expect(extractText, 'while its reader lives nobody else takes it').toHaveBeenCalledTimes(1);
    await office.db.system
      .updateTable('scan')
      .set({ seen_at: Date.now() - 60_000 })
      .where('id', '=', scanId)
      .execute();
    extractText.mockResolvedValueOnce(asRead());
    await run();
    expect(await scan(scanId)).toMatchObject({ state: 'read' });
    slow.resolve(asRead());
    await first;
    expect(await directives()).toBe(before + 1);
  });

  it('on which every reading is cut off is given up with a sentence', async () => {
    const { scanId } = await send(await scanFile());
    await office.db.system
      .updateTable('scan')
      .set({ state: 'reading', tries: 3, seen_at: Date.now() - 60_000 })
      .where('id', '=', scanId)
      .execute();
    await run();
    expect(await scan(scanId)).toMatchObject({ state: 'failed', failure: expect.stringContaining('nhiều lần') });
    expect(extractText).not.toHaveBeenCalled();
  });

  it('goes back in line when the server stops', async () => {
    const { scanId } = await send(await scanFile());
    extractText.mockRejectedValue(new Fault('unavailable', 'file.stopped', 'Hệ thống đang dừng.'));
    await run();
    expect(await scan(scanId)).toMatchObject({ state: 'waiting' });
  });

  it('that is cancelled stops the worker, stores nothing, keeps its file, and may be tried again', async () => {
    const { scanId } = await send(await scanFile());
    const before = await directives();
    extractText.mockImplementationOnce(
      (_bytes, { signal }) =>
        new Promise((_, reject) => signal!.addEventListener('abort', () => reject(signal!.reason))),
    );
    const running = run();
    await vi.waitFor(() => expect(extractText).toHaveBeenCalled());
    await office.db.write(office.clerk, (tx) => cancelScan(tx, office.clerk, scanId));
    await running;
    const cancelled = await scan(scanId);
    expect(cancelled.state).toBe('cancelled');
    expect(await directives()).toBe(before);
    expect(await services.files.has(cancelled.sha256)).toBe(true);
    await office.db.write(office.clerk, (tx) => readAgain(tx, office.clerk, scanId));
    extractText.mockResolvedValueOnce(asRead());
    await run();
    expect(await scan(scanId)).toMatchObject({ state: 'read' });
  });

  it('that cannot be read says why; what the clerk types then goes to the desk with the file as its original', async () => {
    const { scanId } = await send(await scanFile());
    extractText.mockRejectedValue(new Fault('invalid', 'file.unreadable', 'Không đọc được chữ nào trong tệp.'));
    await run();
    const failed = await scan(scanId);
    expect(failed).toMatchObject({ state: 'failed', failure: 'Không đọc được chữ nào trong tệp.' });
    await expect(typeScan(services, office.clerk, randomUUID(), scanId, 'ngắn')).rejects.toMatchObject({
      code: 'directive.empty',
    });
    const key = randomUUID();
    const id = await typeScan(services, office.clerk, key, scanId, TEXT);
    expect(await typeScan(services, office.clerk, key, scanId, TEXT), 'sent twice').toBe(id);
    const file = await office.db.system.selectFrom('file').selectAll().where('subject_id', '=', id).executeTakeFirst();
    expect(file).toMatchObject({ sha256: failed.sha256, media_type: 'application/pdf', kind: 'original' });
    await expect(typeScan(services, office.clerk, randomUUID(), scanId, TEXT)).rejects.toMatchObject({
      kind: 'conflict',
    });
  });

  it('that turns out to be secret leaves nothing but the record', async () => {
    const { scanId } = await send(await scanFile());
    const before = await directives();
    const { sha256 } = await scan(scanId);
    extractText.mockResolvedValue(asRead(TEXT.replace('Số 12-TB/TU', 'TỐI MẬT\nSố 12-TB/TU')));
    await run();
    expect(await scan(scanId)).toMatchObject({ state: 'refused', name: 'tệp đã xóa' });
    expect(await services.files.has(sha256)).toBe(false);
    expect(await directives()).toBe(before);
    await expect(office.db.write(office.clerk, (tx) => readAgain(tx, office.clerk, scanId))).rejects.toMatchObject({
      kind: 'conflict',
    });
  });

  it('of another office can be neither seen nor stopped nor typed', async () => {
    const { scanId } = await send(await scanFile());
    const { db, stranger } = office;
    const [seen] = await db.read(stranger, scanById(db.build, scanId));
    expect(seen).toEqual([]);
    await expect(db.write(stranger, (tx) => cancelScan(tx, stranger, scanId))).rejects.toMatchObject({
      kind: 'notFound',
    });
    await expect(typeScan(services, stranger, randomUUID(), scanId, TEXT)).rejects.toMatchObject({ kind: 'notFound' });
  });

  it('only whoever takes documents in can send one', async () => {
    await expect(send(await scanFile(), office.officer)).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
