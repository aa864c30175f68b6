import type { z } from '@hono/zod-openapi';
import { sql } from 'kysely';
import { notFound } from '../../kernel/errors.ts';
import type { Database } from '../../platform/db/access.ts';
import { parseCode } from '../code.ts';
import type { DossierRules } from '../rules.ts';
import { type Status, statusWords } from '../status.ts';
import { type DossierDetail, dossierByCode } from '../store.ts';
import { type ApiClient, readerOf } from './caller.ts';
import { CHANNELS, type DOSSIER, isoOf, LIMIT_WORDS, numberOf, WAYS } from './national.ts';

/**
 * A dossier by the code here or by that of the caller.
 * @throws Fault notFound where there is none, or none that the caller may see: the answer does not tell which
 */
export async function dossierFor(db: Database, client: ApiClient, asked: string): Promise<DossierDetail> {
  const reader = readerOf(client);
  const code = parseCode(asked);
  const [own, foreign] = await db.read(
    reader,
    dossierByCode(db.build, code ?? ''),
    db.build
      .selectFrom('dossier_origin as o')
      .innerJoin('dossier as d', (j) => j.onRef('d.unit_id', '=', 'o.unit_id').onRef('d.id', '=', 'o.dossier_id'))
      .where('o.system', '=', client.system)
      .where('o.foreign_code', '=', asked)
      .select('d.code'),
  );
  if (own[0]) return own[0];
  const known = foreign[0] && (await db.read(reader, dossierByCode(db.build, foreign[0].code)))[0][0];
  if (!known) throw notFound('hồ sơ này');
  return known;
}

/** As the national exchange names it. */
export function nationalView(d: DossierDetail, rules: DossierRules): z.input<typeof DOSSIER> {
  const version = rules.book.version(d.procedureVersionId);
  return {
    MaHoSo: d.code,
    MaHoSoNguon: d.nationalCode,
    MaTTHC: version?.code ?? '',
    TenTTHC: version?.name ?? '',
    TenLinhVuc: version?.field ?? '',
    KenhThucHien: numberOf(CHANNELS, d.channel),
    NgayNopHoSo: isoOf(d.submittedAt)!,
    NgayTiepNhan: isoOf(d.receivedAt),
    NgayHenTra: isoOf(d.dueAt),
    NgayKetThucXuLy: isoOf(d.finishedAt),
    NgayTra: isoOf(d.returnedAt),
    NgayTuChoi: d.status === 3 ? isoOf(d.finishedAt) : null,
    HinhThucTra: numberOf(WAYS, d.deliveryWay),
    TrangThaiHoSoId: d.status,
    TenTrangThai: statusWords(d.status),
    LyDo: d.ending ?? d.pauses.find((pause) => pause.to === null)?.reason ?? null,
    DonViXuLy: rules.places.name(d.holderId),
    BuocHienTai: d.stepNo,
    ThoiGianThucHien: d.limit.amount,
    DonViThoiGian: LIMIT_WORDS[d.limit.unit],
    GiayToKetQua: d.result
      ? [{ TenGiayTo: d.result.title, MaGiayToKetQua: d.result.number, NgayKy: d.result.issuedOn }]
      : [],
    NoiGiuTrangThai: d.ownerSystem,
  };
}

export interface Change {
  xid: string;
  id: number;
  kind: string;
  at: number;
  code: string;
  nationalCode: string | null;
  status: Status;
}

/**
 * Changes of the dossiers that the caller may see, in the order in which they were committed, after a cursor. Those still being
 * written, and what came after them, wait for the next call: none is passed by.
 */
export async function changesAfter(
  db: Database,
  client: ApiClient,
  { after, most }: { after: { xid: string; id: string }; most: number },
): Promise<Change[]> {
  const [rows] = await db.read(
    readerOf(client),
    db.build
      .selectFrom(
        sql<Change>`(select e.xid::text as xid, e.id, substr(e.kind, 9) as kind, coalesce((e.data ->> 'at')::bigint, 0) as at, d.code,
          d.national_code as "nationalCode", d.status
        from event e join dossier d on d.unit_id = e.unit_id and d.id = e.subject_id
        where e.subject_type = 'dossier' and e.data ? 'at' and (e.xid, e.id) > (${after.xid}::xid8, ${after.id}::bigint)
          and e.xid < pg_snapshot_xmin(pg_current_snapshot())
        order by e.xid, e.id limit ${most})`.as('change'),
      )
      .selectAll(),
  );
  return rows;
}
