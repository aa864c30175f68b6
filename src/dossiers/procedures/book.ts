import type { Day } from '../../kernel/day.ts';
import { isValidOn } from '../../kernel/validity.ts';
import { fold } from '../../kernel/vietnamese.ts';
import type { Database } from '../../platform/db/access.ts';
import type { Services } from '../../platform/services.ts';
import type { ProcedureVersion } from './model.ts';
import { allVersions, PROCEDURES_CHANGED } from './store.ts';

/** All procedures in memory: they are few, asked for by every page, and change a few times a year. */
export interface ProcedureBook {
  /** Grows with every change. */
  readonly edition: number;
  /** A version that some dossier was received under, in force or not. */
  version(id: number): ProcedureVersion | undefined;
  /** The versions in force on a day, by field and name. */
  inForce(day: Day): readonly ProcedureVersion[];
  byCode(code: string, day: Day): ProcedureVersion | undefined;
  /** All versions of all procedures, in force or not. */
  all(): readonly ProcedureVersion[];
  /** All versions of one procedure, the latest first. */
  history(code: string): readonly ProcedureVersion[];
  /** By a few letters, with or without marks: every word typed begins a word of its name, field or code. */
  search(text: string, day: Day): readonly ProcedureVersion[];
}

export function bookOf(versions: readonly ProcedureVersion[], edition: number): ProcedureBook {
  const byId = new Map(versions.map((v) => [v.id, v]));
  const byCode = Map.groupBy(versions, (v) => v.code);
  let held: { day: Day; list: readonly ProcedureVersion[] } | undefined;
  const inForce = (day: Day): readonly ProcedureVersion[] => {
    if (held?.day !== day) {
      const list = versions.filter((v) => isValidOn(v, day));
      list.sort((a, b) => a.field.localeCompare(b.field, 'vi') || a.name.localeCompare(b.name, 'vi'));
      held = { day, list };
    }
    return held.list;
  };
  return {
    edition,
    version: (id) => byId.get(id),
    inForce,
    byCode: (code, day) => byCode.get(code)?.find((v) => isValidOn(v, day)),
    all: () => versions,
    history: (code) => byCode.get(code) ?? [],
    search(text, day) {
      const words = fold(text).split(' ').filter(Boolean);
      if (words.length === 0) return inForce(day);
      return inForce(day).filter((v) => words.every((word) => ` ${v.searchKey}`.includes(` ${word}`)));
    },
  };
}

const books = new WeakMap<Database, Promise<ProcedureBook>>();

/** The book of this database, read once and read anew when procedures change, in whatever process. */
export function procedureBook({ db, log }: Pick<Services, 'db' | 'log'>): Promise<ProcedureBook> {
  const known = books.get(db);
  if (known) return known;
  const opened = open(db, (error) => log.error({ error }, 'the book of procedures could not be read anew'));
  books.set(db, opened);
  opened.catch(() => books.delete(db));
  return opened;
}

/** After a change of one's own: the next page of this process shows it already. */
export async function refreshBook({ db, log }: Pick<Services, 'db' | 'log'>): Promise<void> {
  const book = await procedureBook({ db, log });
  Object.assign(book, bookOf(await allVersions(db.build), book.edition + 1));
}

async function open(db: Database, failed: (error: unknown) => void): Promise<ProcedureBook> {
  const book = bookOf(await allVersions(db.build), 1);
  let last = Promise.resolve();
  await db.listen(PROCEDURES_CHANGED, () => {
    last = last
      .then(async () => void Object.assign(book, bookOf(await allVersions(db.build), book.edition + 1)))
      .catch(failed);
  });
  return book;
}
