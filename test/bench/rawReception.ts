import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';

/** Where a raw reception goes: the same organs as those of the use case beside it. */
export interface RawCentre {
  unitId: number;
  centreId: number;
  officeId: number;
  authorityId: number;
  personId: number;
  appointmentId: number;
  versionId: number;
  agency: string;
  organIds: readonly number[];
}

const LINES = ['nhận lúc 08:00 ngày 1/6/2026, giải quyết trong ngày', 'hạn: thứ Hai 1/6/2026'];
const NEVER = '9999-12-31';

/**
 * The statements of one reception that goes on to its first stage, one after the other as the use case sends them, with
 * nothing reckoned or checked: what the database alone costs.
 */
export async function rawReception(sql: Sql, c: RawCentre, number: number): Promise<void> {
  const now = new Date();
  const due = new Date(now.getTime() + 8 * 3_600_000);
  const day = now.toISOString().slice(0, 10);
  const key = randomUUID();
  const idNumber = `8${String(number).padStart(11, '0')}`;
  await sql.begin(async (tx) => {
    await tx`select set_config('app.organs', ${`{${c.organIds.join(',')}}`}, true), set_config('app.person', ${String(c.personId)}, true),
      set_config('app.admin_unit', '', true), set_config('app.now', '', true)`;
    await tx`insert into write_key (key, purpose, person_id) values (${key}, 'bench', ${c.personId}) on conflict (key) do nothing returning key`;
    await tx`select id, kind, name, id_number, birth_day, address, phone, email from dossier_applicant
      where unit_id = ${c.unitId} and id_number = ${idNumber} and current = true`;
    const [applicant] = await tx`insert into dossier_applicant
      (unit_id, organ_id, kind, name, name_key, given_key, id_number, birth_day, address, phone, email)
      values (${c.unitId}, ${c.centreId}, 'person', ${`Công Dân Đo ${number}`}, ${`cong dan do ${number}`}, ${`${number} cong dan do`},
        ${idNumber}, null, 'Xóm 1', null, null) returning id`;
    const [counter] = await tx`insert into dossier_counter (unit_id, day, last) values (${c.unitId}, ${day}, 1)
      on conflict (unit_id, day) do update set last = dossier_counter.last + 1 returning last`;
    const code = `${c.agency}-${day.slice(2).replaceAll('-', '')}-${String(counter!.last).padStart(4, '0')}`;
    const [dossier] =
      await tx`insert into dossier (status, money, fee, delivery, delivery_way, sync, owner_system, channel, reception_organ_id,
        authority_organ_id, assisting_organ_id, return_organ_id, submitted_at, received_at, due_at, due_exact, first_due_at, due_lines,
        extension, paused_at, supplements, apologies, finished_at, returned_at, closed_at, result, ending, step_no, holder_organ_id,
        holder_person_id, target_at, unit_id, code, national_code, procedure_version_id, applicant_id, applicant_name, proxy, summary, papers,
        copies, organ_ids, version)
      values (4, 'due', 2000, 'waiting', 'counter', 'local', '', 'direct', ${c.centreId}, ${c.authorityId}, null, ${c.centreId}, ${now}, ${now},
        ${due}, false, ${due}, ${LINES}, null, null, 0, 0, null, null, null, null, null, 1, ${c.officeId}, null, ${due}, ${c.unitId}, ${code}, null,
        ${c.versionId}, ${applicant!.id}, ${`Công Dân Đo ${number}`}, null, '',
        ${tx.json([{ no: 1, original: 1, copy: 0, electronic: 0 }])}, 1, ${[c.centreId, c.authorityId, c.officeId]}, 2) returning id`;
    const id = dossier!.id as number;
    await tx`insert into dossier_step (unit_id, dossier_id, no, step_no, title, organ_id, person_id, from_person_id, handed_at, taken_at,
        target_at, ended_at, outcome, note)
      values (${c.unitId}, ${id}, 1, 0, 'Tiếp nhận', ${c.centreId}, ${c.personId}, null, ${now}, ${now}, null, ${now}, 'passed', ''),
        (${c.unitId}, ${id}, 2, 1, 'Thẩm tra hồ sơ', ${c.officeId}, null, ${c.personId}, ${now}, null, ${due}, null, null, '')
      on conflict (unit_id, dossier_id, no) do update set person_id = excluded.person_id, taken_at = excluded.taken_at,
        ended_at = excluded.ended_at, outcome = excluded.outcome`;
    const event = (kind: string, data: object) =>
      tx`insert into event (unit_id, person_id, appointment_id, organ_id, for_appointment_id, kind, subject_type, subject_id, reason, data)
        values (${c.unitId}, ${c.personId}, ${c.appointmentId}, ${c.centreId}, null, ${kind}, 'dossier', ${id}, null, ${tx.json(data as never)})`;
    const at = now.getTime();
    const arrival = {
      procedureVersionId: c.versionId,
      limit: { unit: 'sameDay', amount: 0 },
      authorityId: c.authorityId,
      code,
    };
    await event('dossier.received', {
      at,
      arrival,
      fee: 2000,
      money: 'due',
      dueAt: due.getTime(),
      dueExact: false,
      dueLines: LINES,
    });
    await event('dossier.passed', {
      at,
      stepNo: 1,
      title: 'Thẩm tra hồ sơ',
      toOrganId: c.officeId,
      targetAt: due.getTime(),
    });
    const month = `${day.slice(0, 7)}-01`;
    const year = `${day.slice(0, 4)}-01-01`;
    const late = new Date(due.getTime() + 24 * 3_600_000).toISOString().slice(0, 10);
    await tx`select dossier_figures_add(${c.unitId}, ${['d', 'm', 'y', 'd', 'm', 'y', 'd', 'm', 'y']}::text[],
      ${[day, month, year, day, month, year, day, month, year]}::date[],
      ${['received', 'received', 'received', 'fee_due', 'fee_due', 'fee_due', 'open', 'open', 'open']}::text[],
      ${Array.from({ length: 9 }, () => c.authorityId)}::bigint[],
      ${[0, 0, 0, 0, 0, 0, 0, 0, 0]}::bigint[],
      ${[NEVER, NEVER, NEVER, NEVER, NEVER, NEVER, late, late, late]}::date[], ${[1, 1, 1, 1, 1, 1, 1, 1, 1]}::integer[])`;
    await tx`update write_key set result = ${tx.json({ unitId: c.unitId, id, code })} where key = ${key}`;
  });
}
