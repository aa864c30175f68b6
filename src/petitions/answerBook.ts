import { sql } from 'kysely';
import { type Day, formatDay } from '../kernel/day.ts';
import type { Database, Query } from '../platform/db/access.ts';
import { FIELDS, type FieldKey } from './fields.ts';
import { type PetitionState, stateAsSeen, statusOf } from './model.ts';

/** A book of more is read and printed field by field. */
export const MOST_IN_BOOK = 1000;

export interface BookEntry {
  id: number;
  field: FieldKey;
  topic: string;
  ask: string;
  askerIds: number[];
  leadId: number | null;
  state: PetitionState;
  solved: boolean | null;
  /** What was sent to the askers, the first first. */
  answers: { text: string; full: boolean; on: Day; refused: boolean }[];
}

/** Everything asked at a dialogue with what was answered, field by field; drafts are not in it. At most one more than a book holds. */
export const answerBook = (build: Database['build'], id: number, field: FieldKey | null = null): Query<BookEntry> =>
  build
    .selectFrom('petition as p')
    .where('p.dialogue_id', '=', id)
    .where('p.state', 'not in', ['withdrawn', 'merged'])
    .$if(field !== null, (q) => q.where('p.field', '=', field!))
    .orderBy('p.field')
    .orderBy('p.id')
    .limit(MOST_IN_BOOK + 1)
    .select([
      'p.id',
      'p.field',
      'p.topic',
      'p.ask',
      'p.asker_organ_ids as askerIds',
      'p.lead_organ_id as leadId',
      'p.state',
      'p.solved',
      sql`coalesce((select jsonb_agg(jsonb_build_object('text', coalesce(e.data->>'text', e.reason), 'full', e.data->'full',
        'on', e.data->'on', 'refused', e.kind = 'petition.refused') order by e.id)
        from event e where e.subject_type = 'petition' and e.subject_id = p.id
          and e.kind in ('petition.answered', 'petition.refused')), '[]')`.as('answers'),
    ]) as unknown as Query<BookEntry>;

/** One petition as the book tells it, on a page or on paper. */
export interface BookItem {
  number: number;
  topic: string;
  askers: string;
  ask: string;
  /** Who said what, and when. */
  answers: { head: string; text: string }[];
  /** How it stands, where it is not answered or has been judged. */
  standing: string | null;
}

/** The book in its order, numbered through. */
export function bookOf(
  entries: readonly BookEntry[],
  organ: (id: number) => string,
): { field: string; items: BookItem[] }[] {
  const byField = Map.groupBy(entries, (e) => e.field);
  let number = 0;
  return FIELDS.filter((f) => byField.has(f.key)).map((f) => ({
    field: f.label,
    items: byField.get(f.key)!.map((entry) => {
      number += 1;
      const by = entry.leadId ? `${organ(entry.leadId)}, ` : '';
      return {
        number,
        topic: entry.topic,
        askers: entry.askerIds.map(organ).join(', '),
        ask: entry.ask,
        answers: entry.answers.map((a) => ({
          head: `${a.refused ? 'Từ chối' : a.full ? 'Trả lời' : 'Trả lời một phần'} (${by}${formatDay(a.on)}):`,
          text: a.text,
        })),
        standing: standingOf(entry, organ),
      };
    }),
  }));
}

function standingOf(entry: BookEntry, organ: (id: number) => string): string | null {
  if (entry.state === 'closed') {
    return `Nơi kiến nghị đánh giá: ${entry.solved ? 'đã giải quyết' : 'chưa giải quyết'}.`;
  }
  if (entry.answers.length > 0) return null;
  const { label } = statusOf({ state: stateAsSeen(entry.state, false), solved: null });
  return entry.leadId ? `${label}, ${organ(entry.leadId)} chủ trì trả lời.` : `${label}.`;
}
