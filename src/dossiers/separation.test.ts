import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DossierWorld, dossierWorld } from '../../test/dossierWorld.ts';
import { findApplicants } from './applicants/store.ts';
import { passDossier } from './passDossier.ts';

let w: DossierWorld;
let mine: { unitId: number; id: number; code: string };
beforeAll(async () => {
  w = await dossierWorld();
  mine = await w.receive({ procedure: '1.001612', passOn: true });
});
afterAll(() => w.close());

const TABLES = ['dossier', 'dossier_applicant', 'dossier_step', 'dossier_counter'] as const;

describe("another commune's dossier", () => {
  it.each(TABLES)('cannot be read or counted in %s', async (table) => {
    const count = w.db.build.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('n'));
    const [own, other] = [await w.db.read(w.centre, count), await w.db.read(w.other, count)];
    expect(Number(own[0][0]!.n)).toBeGreaterThan(0);
    expect(Number(other[0][0]!.n)).toBe(0);
  });

  it('cannot be found by its code, nor changed, nor its events read', async () => {
    expect(await w.seen(w.other, mine.code)).toBeUndefined();
    await expect(
      w.as(w.other, (tx, by, rules) =>
        passDossier(tx, by, rules, { code: mine.code, version: null, toOrganId: null, note: '' }),
      ),
    ).rejects.toThrow('Không tìm thấy');
    const [events] = await w.db.read(
      w.other,
      w.db.build.selectFrom('event').where('subject_type', '=', 'dossier').select('id'),
    );
    expect(events).toEqual([]);
  });

  it('nor its applicant by name or number', async () => {
    const [found] = await w.db.read(w.other, findApplicants(w.db.build, mine.unitId, 'tran'));
    expect(found).toEqual([]);
  });

  it('nobody receives in the name of another centre, even past the rules of the program', async () => {
    await expect(
      w.db.write(w.other, (tx) =>
        sql`insert into dossier (unit_id, code, procedure_version_id, channel, reception_organ_id, authority_organ_id,
          return_organ_id, applicant_id, applicant_name, status, submitted_at, holder_organ_id, organ_ids)
          select unit_id, 'X-260101-0001', procedure_version_id, channel, reception_organ_id, authority_organ_id, return_organ_id,
            applicant_id, 'x', 1, now(), holder_organ_id, ${`{${w.other.organId}}`}::bigint[]
          from (select ${mine.unitId}::bigint as unit_id, 1::bigint as procedure_version_id, 'direct' as channel,
            ${w.centre.organId}::bigint as reception_organ_id, ${w.centre.organId}::bigint as authority_organ_id,
            ${w.centre.organId}::bigint as return_organ_id, 1::bigint as applicant_id, ${w.centre.organId}::bigint as holder_organ_id) s`.execute(
          tx,
        ),
      ),
    ).rejects.toThrow('row-level security');
  });
});

describe('within a commune', () => {
  it('an office without a part in it does not see it; its leaders and the office that serves them do', async () => {
    const culture = await w.person(w.organs.conSon.culture);
    expect(await w.seen(culture, mine.code)).toBeUndefined();
    expect(await w.seen(w.head, mine.code)).toBeDefined();
    expect(await w.seen(w.economy, mine.code)).toBeDefined();
  });

  it("the unit's administrator sees neither dossiers nor what happens to them", async () => {
    const admin = await w.person(w.organs.conSon.office, 'admin');
    const nobody = { ...admin, organIds: [] };
    expect(await w.seen(nobody, mine.code)).toBeUndefined();
    const events = w.db.build.selectFrom('event').where('subject_type', '=', 'dossier').select('id');
    expect((await w.db.read(nobody, events))[0]).toEqual([]);
  });

  it('the application cannot delete a dossier, nor any part of it', async () => {
    for (const table of [...TABLES, 'dossier_pause', 'dossier_consultation', 'dossier_file'] as const) {
      await expect(w.db.write(w.centre, (tx) => tx.deleteFrom(table).execute())).rejects.toThrow('permission denied');
    }
  });
});

it('every key of a hot table begins with its unit, and points only to registers or to tables of its own family', async () => {
  const { rows } = await sql<{ table: string; kind: string; columns: string[]; target: string | null }>`
    select c.conrelid::regclass::text as table, c.contype as kind, c.confrelid::regclass::text as target,
      array(select a.attname::text from unnest(c.conkey) with ordinality k(n, i)
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n order by k.i) as columns
    from pg_constraint c
    where c.conrelid::regclass::text ~ '^(dossier|event)' and c.contype in ('p', 'u', 'f')`.execute(w.db.system);
  const REGISTERS = ['unit', 'organ', 'procedure', 'procedure_version'];
  const hot = (name: string) => /^(dossier|event)/.test(name);
  expect(rows.length).toBeGreaterThan(12);
  const wrong = rows.filter((r) =>
    r.kind === 'f' && r.target && !hot(r.target) ? !REGISTERS.includes(r.target) : r.columns[0] !== 'unit_id',
  );
  expect(wrong).toEqual([]);
  const indexes = await sql<{ name: string; first: string }>`
    select i.indexrelid::regclass::text as name, a.attname as first from pg_index i
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where i.indrelid::regclass::text ~ '^(dossier|event)' and i.indisunique`.execute(w.db.system);
  expect(indexes.rows.filter((r) => r.first !== 'unit_id')).toEqual([]);
});
