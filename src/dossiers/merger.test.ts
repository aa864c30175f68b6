import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DossierWorld, dossierWorld } from '../../test/dossierWorld.ts';
import { queueRows } from './lists.ts';
import { takeDossier } from './passDossier.ts';

let w: DossierWorld;
beforeAll(async () => {
  w = await dossierWorld();
});
afterAll(() => w.close());

it('dossiers of a former unit are worked on by its successor and keep the name they were received under', async () => {
  w.at('2026-06-01T08:00');
  const { code } = await w.receive({ procedure: '1.001612', passOn: true });
  const day = '2026-07-02' as never;
  const successor = await w.person(w.organs.hoaBinh.economy);
  expect(await w.seen(w.rules.places.withInherited(successor, day), code)).toBeUndefined();

  // Côn Sơn is merged into Hòa Bình at the end of June.
  for (const key of ['ubnd', 'office', 'economy', 'culture', 'centre'] as const) {
    await w.db.system
      .updateTable('organ')
      .set({ valid_to: '2026-06-30' as never })
      .where('id', '=', w.organs.conSon[key])
      .execute();
    await w.db.system
      .insertInto('organ_lineage')
      .values({ predecessor_id: w.organs.conSon[key], successor_id: w.organs.hoaBinh[key], kind: 'merged' })
      .execute();
  }
  await w.refreshOrgans();
  w.at('2026-07-02T08:00');

  const heir = w.rules.places.withInherited(successor, day);
  const before = (await w.seen(heir, code))!;
  expect(w.rules.places.name(before.holderId)).toBe('Phòng Kinh tế xã Côn Sơn');
  const filter = { view: 'co-quan', late: false, text: '', after: null } as const;
  const [rows] = await w.db.read(heir, queueRows(w.db.build, filter, w.rules.places.queueOf(successor, day), w.now()));
  expect(rows.map((d) => d.code)).toEqual([code]);
  await w.as(heir, (tx, by, rules) => takeDossier(tx, by, rules, { code, version: before.version }));
  const after = (await w.seen(heir, code))!;
  expect(after).toMatchObject({
    holderPersonId: successor.personId,
    dueAt: before.dueAt,
    code,
    receptionId: w.organs.conSon.centre,
  });

  // Another commune's office still sees nothing of it.
  const stranger = w.rules.places.withInherited(await w.person(w.organs.hoaBinh.culture), day);
  expect(await w.seen(stranger, code)).toBeUndefined();
});
