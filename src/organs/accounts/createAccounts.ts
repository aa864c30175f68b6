import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import { conflict, invalid, notFound } from '../../kernel/errors.ts';
import type { AppointmentId, PersonId } from '../../kernel/ids.ts';
import type { PositionRole } from '../../kernel/principal.ts';
import { cleanLine, fold } from '../../kernel/vietnamese.ts';
import { hashInitialPassword, hashPassword, initialPassword, passwordFault } from '../../platform/accounts/index.ts';
import type { Database, Tx } from '../../platform/db/access.ts';

/** One person to be given an account and a first position. */
export interface NewAccount {
  name: string;
  username: string;
  organId: number;
  /** "Chánh Văn phòng": an existing position of the organ by that name and role is taken, else one is made. */
  title: string;
  role: PositionRole;
  email?: string | null;
  phone?: string | null;
}

export interface CreatedAccount {
  personId: PersonId;
  appointmentId: AppointmentId;
  username: string;
}

/**
 * Adds people of one unit with accounts, positions and appointments, in the caller's transaction, which must act for the
 * unit's administrator: the database refuses other units. The hashes stand beside the rows in order.
 * @throws Fault conflict when a user name is taken
 */
export async function addAccounts(
  tx: Tx,
  unitId: number,
  rows: readonly NewAccount[],
  hashes: readonly string[],
  today: Day,
): Promise<CreatedAccount[]> {
  const usernames = rows.map((row) => row.username.toLowerCase());
  const taken = await takenUsernames(tx, usernames);
  if (taken.size > 0)
    throw conflict(
      'account.username.taken',
      `Tên đăng nhập "${[...taken][0]}" đã có người dùng. Hãy chọn tên khác.`,
      'ten-dang-nhap',
    );
  const positions = await positionsFor(tx, rows, today);
  const people = await sql<{ id: number }>`
    insert into person (unit_id, name, search_key, email, phone)
    select ${unitId}::bigint, g.name, g.search_key, nullif(g.email, ''), nullif(g.phone, '')
    from unnest(${rows.map((r) => cleanLine(r.name))}::text[], ${rows.map((r) => fold(r.name))}::text[],
      ${rows.map((r) => r.email ?? '')}::text[], ${rows.map((r) => r.phone ?? '')}::text[])
      with ordinality as g(name, search_key, email, phone, place)
    order by g.place returning id`.execute(tx);
  const personIds = people.rows.map((row) => Number(row.id));
  const appointments = await sql<{ id: number }>`
    insert into appointment (person_id, position_id, kind, valid_from)
    select g.person_id, g.position_id, 'main', ${today}::date
    from unnest(${personIds}::bigint[], ${positions}::bigint[]) with ordinality as g(person_id, position_id, place)
    order by g.place returning id`.execute(tx);
  await sql`select account_add(${personIds}::bigint[], ${usernames}::text[], ${[...hashes]}::text[])`.execute(tx);
  return personIds.map((personId, i) => ({
    personId: personId as PersonId,
    appointmentId: Number(appointments.rows[i]!.id) as AppointmentId,
    username: usernames[i]!,
  }));
}

/** Which of the names are in use already, in whatever unit. */
export async function takenUsernames(tx: Tx, usernames: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`
    select account_names_taken(${[...usernames]}::text[]) as name`.execute(tx);
  return new Set(rows.map((row) => row.name));
}

/** The position of each row, made where the organ has none of that title and role today. */
export async function positionsFor(
  tx: Tx,
  rows: readonly { organId: number; title: string; role: PositionRole }[],
  today: Day,
): Promise<number[]> {
  const keyOf = (organId: number, title: string, role: string) => `${organId}|${role}|${fold(title)}`;
  const known = new Map<string, number>();
  const existing = await sql<{ id: number; organ_id: number; title: string; role: string }>`
    select id, organ_id, title, role from position
    where organ_id = any (${[...new Set(rows.map((r) => r.organId))]}::bigint[])
      and coalesce(valid_from, '-infinity') <= ${today}::date and coalesce(valid_to, 'infinity') >= ${today}::date`.execute(
    tx,
  );
  for (const row of existing.rows) known.set(keyOf(Number(row.organ_id), row.title, row.role), Number(row.id));
  const missing = new Map(
    rows.map((row) => [keyOf(row.organId, row.title, row.role), row] as const).filter(([key]) => !known.has(key)),
  );
  if (missing.size > 0) {
    const made = await tx
      .insertInto('position')
      .values(
        [...missing.values()].map((row) => ({
          organ_id: row.organId,
          title: cleanLine(row.title),
          role: row.role,
          valid_from: today,
        })),
      )
      .returning(['id', 'organ_id', 'title', 'role'])
      .execute();
    for (const row of made) known.set(keyOf(row.organ_id, row.title, row.role), row.id);
  }
  return rows.map((row) => known.get(keyOf(row.organId, row.title, row.role))!);
}

/**
 * Creates accounts as the operator of the installation: for demonstrations and for the first administrator. A password
 * given is kept as it is and need not be changed; else an initial one is made and returned.
 */
export async function createAccounts(
  db: Database,
  rows: readonly (NewAccount & { password?: string })[],
  today: Day,
): Promise<(CreatedAccount & { password: string })[]> {
  const chosen = new Map<string, Promise<string>>();
  const passwords = rows.map((row) => row.password ?? initialPassword());
  const hashes = await Promise.all(
    rows.map((row, i) => {
      if (row.password === undefined) return hashInitialPassword(passwords[i]!);
      if (!chosen.has(row.password)) chosen.set(row.password, hashPassword(row.password));
      return chosen.get(row.password)!;
    }),
  );
  return db.system.transaction().execute(async (tx) => {
    const organs = await tx
      .selectFrom('organ')
      .where('id', 'in', [...new Set(rows.map((row) => row.organId))])
      .select(['id', 'unit_id'])
      .execute();
    const unitOf = new Map(organs.map((organ) => [organ.id, organ.unit_id]));
    const created: (CreatedAccount & { password: string })[] = new Array(rows.length);
    for (const unitId of new Set(rows.map((row) => unitOf.get(row.organId)))) {
      if (!unitId) throw notFound('cơ quan của tài khoản');
      const places = rows.flatMap((row, i) => (unitOf.get(row.organId) === unitId ? [i] : []));
      await sql`select set_config('app.admin_unit', ${String(unitId)}, true)`.execute(tx);
      const added = await addAccounts(
        tx,
        unitId,
        places.map((i) => rows[i]!),
        places.map((i) => hashes[i]!),
        today,
      );
      await sql`insert into event (unit_id, kind, subject_type, subject_id, reason)
        select ${unitId}::bigint, 'account.created', 'person', g.id, 'created by the operator'
        from unnest(${added.map((one) => one.personId)}::bigint[]) as g(id)`.execute(tx);
      for (const [n, i] of places.entries()) created[i] = { ...added[n]!, password: passwords[i]! };
    }
    const kept = created.filter((_, i) => rows[i]!.password !== undefined).map((one) => one.personId);
    if (kept.length > 0)
      await tx
        .updateTable('account_user')
        .set({ must_change_password: false })
        .where('person_id', 'in', kept)
        .execute();
    return created;
  });
}

/**
 * The first administrator of a unit, in its office. They must change nothing: they chose the password themselves.
 * @param who.unitCode the code of a unit that exists today
 */
export async function createAdministrator(
  db: Database,
  who: { username: string; password: string; name: string; unitCode: string },
  today: Day,
): Promise<CreatedAccount> {
  const fault = passwordFault(who.password, who.username);
  if (fault) throw invalid('password.weak', fault, 'password');
  const { rows } = await sql<{ id: number }>`
    select o.id from organ o join unit u on u.id = o.unit_id
    where u.code = ${who.unitCode} and coalesce(u.valid_from, '-infinity') <= ${today}::date and coalesce(u.valid_to, 'infinity') >= ${today}::date
      and coalesce(o.valid_from, '-infinity') <= ${today}::date and coalesce(o.valid_to, 'infinity') >= ${today}::date
    order by o.serves_id is not null and o.branch = 'government' desc, o.branch = 'government' desc, o.id limit 1
  `.execute(db.system);
  const organ = rows[0];
  if (!organ) throw notFound(`đơn vị mã ${who.unitCode} có cơ quan đang hoạt động`);
  const [created] = await createAccounts(
    db,
    [{ ...who, organId: Number(organ.id), title: 'Quản trị hệ thống', role: 'admin' }],
    today,
  );
  return created!;
}
