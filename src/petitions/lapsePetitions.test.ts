import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PetitionWorld, petitionWorld, today } from '../../test/petitionWorld.ts';
import type { Day } from '../kernel/day.ts';
import { joinPetition } from './joinPetition.ts';
import { reopenPetition } from './judgePetition.ts';
import { lapsePetitions } from './lapsePetitions.ts';

let world: PetitionWorld;
beforeAll(async () => {
  world = await petitionWorld();
});
afterAll(() => world.close());

const day = (text: string) => text as Day;
/** Five working days from Monday 23/11/2026, of which Tuesday is a holiday: until Tuesday 1/12. */
const LAST = day('2026-12-01');
const AFTER = day('2026-12-02');
const answered = async () => {
  const id = await world.raise(world.conSon);
  await world.assign(world.office, id);
  await world.answer(world.finance, id);
  return id;
};

describe('an answer that nobody judges', () => {
  it('closes on the day after its last working day, once, on record and without anybody’s name', async () => {
    const id = await answered();
    expect(await lapsePetitions(world.db, LAST, 5)).toBe(0);
    expect((await world.seen(world.conSon, id)).state).toBe('answered');
    expect(await lapsePetitions(world.db, AFTER, 5)).toBe(1);
    expect(await lapsePetitions(world.db, AFTER, 5)).toBe(0);
    const { petition, kinds } = await world.look(world.conSon, id);
    expect(petition).toMatchObject({ state: 'lapsed', solved: null });
    expect(kinds.filter((k) => k === 'petition.lapsed')).toHaveLength(1);
    const event = await world.db.system
      .selectFrom('event')
      .where('kind', '=', 'petition.lapsed')
      .where('subject_id', '=', id)
      .select(['person_id', 'data'])
      .executeTakeFirstOrThrow();
    expect(event).toEqual({ person_id: null, data: { days: 5 } });
  });

  it('can still be judged late, or asked anew', async () => {
    const [late, anew] = [await answered(), await answered()];
    expect(await lapsePetitions(world.db, AFTER, 5)).toBe(2);
    await world.judge(world.conSon, late, false);
    expect(await world.seen(world.conSon, late)).toMatchObject({ state: 'closed', solved: false });
    await world.as(world.conSon, (tx, by) =>
      reopenPetition(tx, by, { petitionId: anew, version: null, text: 'Chưa rõ' }, today),
    );
    expect((await world.seen(world.finance, anew)).state).toBe('reopened');
  });

  it('where one of two has judged, closes by that word', async () => {
    const id = await world.raise(world.conSon);
    await world.as(world.hoaBinh, (tx, by) => joinPetition(tx, by, id));
    await world.assign(world.office, id);
    await world.answer(world.finance, id);
    await world.judge(world.hoaBinh, id, true);
    expect(await lapsePetitions(world.db, AFTER, 5)).toBe(1);
    expect(await world.seen(world.conSon, id)).toMatchObject({ state: 'closed', solved: true });
  });
});
