import type { z } from '@hono/zod-openapi';
import { sql } from 'kysely';
import { conflict, Fault, invalid, isFault } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import { cleanLine } from '../../kernel/vietnamese.ts';
import type { Tx } from '../../platform/db/access.ts';
import { check } from '../../platform/http/index.ts';
import { applicantForm, applicantFrom } from '../applicants/model.ts';
import { type ReceivedDossier, registerDossier } from '../receiveDossier.ts';
import type { DossierRules } from '../rules.ts';
import { CHANNELS, KINDS, type NEW_DOSSIER, WAYS } from './national.ts';

/** The names of our forms' fields in the national exchange. */
const FIELDS: Record<string, string> = {
  'ho-ten': 'ChuHoSo',
  'so-giay-to': 'SoDinhDanh',
  'ngay-sinh': 'NgaySinh',
  'dia-chi': 'DiaChi',
  'dien-thoai': 'DienThoai',
  email: 'Email',
  'thu-tuc': 'MaTTHC',
  'don-vi': 'MaDonViGiaiQuyet',
  'ngay-nop': 'NgayNopHoSo',
};

/**
 * A dossier handed in through another system: registered (status 1), to be checked and received by the centre's people.
 * @param system under whose code the dossier is known
 * @throws Fault forbidden, invalid (fields by their national names), conflict where the system has sent that code before
 */
export async function registerFrom(
  tx: Tx,
  by: Principal,
  rules: DossierRules,
  { system, sent, authorityUnitId }: { system: string; sent: z.output<typeof NEW_DOSSIER>; authorityUnitId: number },
): Promise<ReceivedDossier> {
  await demandNew(tx, system, sent.MaHoSo, 'MaHoSo');
  const dossier = await named(FIELDS, () =>
    registerDossier(tx, by, rules, {
      procedureCode: sent.MaTTHC,
      authorityUnitId,
      channel: CHANNELS[sent.KenhThucHien]!,
      applicant: applicantFrom(
        check(applicantForm, {
          'loai-nguoi-nop': KINDS[sent.LoaiDoiTuong],
          'ho-ten': sent.ChuHoSo,
          'so-giay-to': sent.SoDinhDanh ?? '',
          'ngay-sinh': (sent.NgaySinh ?? '').split('-').reverse().join('/'),
          'dia-chi': sent.DiaChi ?? '',
          'dien-thoai': sent.DienThoai ?? '',
          email: sent.Email ?? '',
        }),
      ),
      proxy: cleanLine(sent.NguoiUyQuyen ?? ''),
      summary: cleanLine(sent.TrichYeuHoSo ?? ''),
      papers: sent.TaiLieuNop.map((p) => ({
        no: p.SoThuTu,
        original: p.BanChinh,
        copy: p.BanSao,
        electronic: p.BanDienTu,
      })),
      deliveryWay: WAYS[sent.HinhThucTra]!,
      fee: sent.LePhi,
      ...(sent.DaThanhToan ? { money: 'paid' as const } : {}),
      submittedAt: Date.parse(sent.NgayNopHoSo),
      nationalCode: sent.MaHoSo,
      ownerSystem: sent.NoiGiuTrangThai === 'gui' ? system : '',
    }),
  );
  await keepOrigin(tx, dossier, system, sent.MaHoSo, Date.parse(sent.NgayNopHoSo));
  return dossier;
}

/** Two senders of one code wait for each other; the second hears of the first. @throws Fault conflict */
export async function demandNew(tx: Tx, system: string, foreignCode: string, field: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${system} ${foreignCode}`}, 0))`.execute(tx);
  const known = await tx
    .selectFrom('dossier_origin as o')
    .innerJoin('dossier as d', (j) => j.onRef('d.unit_id', '=', 'o.unit_id').onRef('d.id', '=', 'o.dossier_id'))
    .where('o.system', '=', system)
    .where('o.foreign_code', '=', foreignCode)
    .select('d.code')
    .executeTakeFirst();
  if (!known) return;
  throw conflict('dossier.known', `Hồ sơ ${foreignCode} đã nhận rồi, mã ở đây là ${known.code}.`, field);
}

/** Remembers under which code a system knows a dossier. */
export async function keepOrigin(
  tx: Tx,
  { unitId, id }: Pick<ReceivedDossier, 'unitId' | 'id'>,
  system: string,
  foreignCode: string,
  toldAt: number,
): Promise<void> {
  const told_at = new Date(toldAt).toISOString() as never;
  await tx
    .insertInto('dossier_origin')
    .values({ unit_id: unitId, dossier_id: id, system, foreign_code: foreignCode, told_at })
    .execute();
}

/** Does the work; its faults name the fields as the sender knows them. */
export async function named<T>(fields: Record<string, string>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isFault(error)) throw error;
    const told = error.fields.map((f) => ({ ...f, field: fields[f.field] ?? f.field }));
    throw new Fault(error.kind, error.code, error.message, told);
  }
}

/** The unit that a code means today. @throws Fault invalid at the field */
export function unitByCode(
  units: Iterable<{ id: number; code: string; validTo: string | null }>,
  unitCode: string,
  field: string,
): number {
  const found = [...units].find((unit) => unit.code === unitCode && unit.validTo === null);
  if (!found) throw invalid('api.unit', `Không có đơn vị hành chính mã ${unitCode} đang hoạt động.`, field);
  return found.id;
}
