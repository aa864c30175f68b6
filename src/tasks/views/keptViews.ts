import type { Database } from '../../platform/db/access.ts';
import { type ViewRow, viewColumns } from './store.ts';

const CHANNEL = 'task_views_changed';
const NONE: readonly ViewRow[] = [];

/**
 * The lists that people keep under a name, all of them in memory, since the first page of tasks looks at them and shall ask
 * the database nothing more for it. A few hundred bytes a person who has any.
 */
export interface KeptViews {
  of(personId: number): readonly ViewRow[];
  /** To be called after a person changed theirs; every process reads them anew. */
  changed(personId: number): Promise<void>;
}

export async function openKeptViews(db: Database): Promise<KeptViews> {
  const read = (personId?: number) =>
    db.system
      .selectFrom('task_view')
      .where('ended_at', 'is', null)
      .$if(personId !== undefined, (q) => q.where('person_id', '=', personId!))
      .orderBy('name_key')
      .select([...viewColumns])
      .execute() as Promise<ViewRow[]>;
  const kept = new Map(Map.groupBy(await read(), (view) => view.personId));
  const renew = async (personId: number) => void kept.set(personId, await read(personId));
  await db.listen(CHANNEL, (payload) => {
    // A process that cannot read now shows the former list until the next change.
    renew(Number(payload)).catch(() => {});
  });
  return {
    of: (personId) => kept.get(personId) ?? NONE,
    async changed(personId) {
      await renew(personId);
      await db.notify(CHANNEL, String(personId));
    },
  };
}
