import type { PositionRole } from '../kernel/principal.ts';
import type { Rung } from './model.ts';

/** An organ as far as reminders go. */
export interface CircleOrgan {
  id: number;
  unitId: number | null;
  parentId: number | null;
  /** The body whose office it is. */
  servesId: number | null;
  /** Who took over, of an organ that has ended. */
  successorIds: readonly number[];
}

/** Somebody in a position of an organ today. */
export interface Holder {
  personId: number;
  organId: number;
  role: PositionRole;
}

/** Whom a step about a thing concerns. */
export interface Concerned {
  /** Owes the work. */
  organId: number;
  /** The one person of it to whom the work was given. */
  personId: number | null;
  /** The office that follows it up. */
  officeId: number;
  /** The body in whose name it was asked. */
  bodyId: number;
}

/** Who is told: those who do the work of an organ, its leaders, and the ladder above it. */
export interface Circle {
  /** Those who follow an organ's matters: officers and clerks of it and of its office; deputies and heads where there are none. */
  followers(organId: number): number[];
  /** Who answers for an organ: its head; failing that the head of its office, a deputy, whoever follows its matters. */
  leaders(organId: number): number[];
  /** Who owes a thing is reminded; where nobody acts there, the office that follows it up. */
  reminded(thing: Concerned): number[];
  /**
   * The ladder of an escalation. The issuing office and the leader of the issuing body are told in any case; beside them
   * those of the organ's own ladder in the unit of the issuing body: a Party organ's climb to the Party committee and its
   * office, a department's to the People's Committee, a union's to the Front.
   */
  escalated(thing: Concerned, rung: Rung): number[];
}

export function openCircle(organs: readonly CircleOrgan[], holders: readonly Holder[]): Circle {
  const byId = new Map(organs.map((o) => [o.id, o]));
  const officesOf = Map.groupBy(
    organs.filter((o) => o.servesId !== null && o.servesId !== o.id),
    (o) => o.servesId!,
  );
  const holdersOf = Map.groupBy(
    holders.filter((h) => h.role !== 'admin'),
    (h) => h.organId,
  );
  const followed = new Map<number, number[]>();
  const led = new Map<number, number[]>();

  const people = (organIds: readonly number[], ...roles: PositionRole[]): number[] => {
    const found = organIds.flatMap((id) => holdersOf.get(id) ?? []).filter((h) => roles.includes(h.role));
    return [...new Set(found.map((h) => h.personId))];
  };
  const firstOf = (...choices: (() => number[])[]): number[] => {
    for (const choice of choices) {
      const found = choice();
      if (found.length > 0) return found;
    }
    return [];
  };
  const offices = (organId: number): number[] => (officesOf.get(organId) ?? []).map((o) => o.id);
  /** What an organ that has ended left to others; a line of successors is followed to its end. */
  const successors = (organId: number, ask: (id: number) => number[], seen: ReadonlySet<number>): number[] =>
    seen.has(organId) ? [] : [...new Set((byId.get(organId)?.successorIds ?? []).flatMap(ask))];

  const findFollowers = (organId: number, seen: ReadonlySet<number>): number[] => {
    const own = [organId, ...offices(organId)];
    return firstOf(
      () => people(own, 'officer', 'clerk'),
      () => people(own, 'deputy'),
      () => people(own, 'head'),
      () => successors(organId, (id) => findFollowers(id, new Set([...seen, organId])), seen),
    );
  };
  const followers = (organId: number): number[] => remember(followed, organId, () => findFollowers(organId, new Set()));

  const findLeaders = (organId: number, seen: ReadonlySet<number>): number[] =>
    firstOf(
      () => people([organId], 'head'),
      () => people(offices(organId), 'head'),
      () => people([organId, ...offices(organId)], 'deputy'),
      () => successors(organId, (id) => findLeaders(id, new Set([...seen, organId])), seen),
      () => followers(organId),
    );
  const leaders = (organId: number): number[] => remember(led, organId, () => findLeaders(organId, new Set()));

  /** The highest organ above one within a unit: its own ladder's body there. */
  const topWithin = (organId: number, unitId: number | null): number | undefined => {
    let top: number | undefined;
    const seen = new Set<number>();
    for (
      let at = byId.get(organId);
      at && !seen.has(at.id);
      at = at.parentId === null ? undefined : byId.get(at.parentId)
    ) {
      seen.add(at.id);
      if (at.unitId === unitId) top = at.id;
      else if (top !== undefined) break;
    }
    return top;
  };

  const rungOf = (thing: Concerned, rung: Rung): number[] => {
    if (rung === 1) return leaders(thing.organId);
    const issuer = byId.get(thing.bodyId);
    // Whoever stands in another unit may not see the thing: its own ladder ends at the issuing body.
    const same = issuer !== undefined && byId.get(thing.organId)?.unitId === issuer.unitId;
    const own = same ? topWithin(thing.organId, issuer.unitId) : undefined;
    const above = own === undefined || own === thing.bodyId || own === thing.organId ? [] : [own];
    return rung === 2
      ? [...followers(thing.officeId), ...above.flatMap(followers)]
      : [...leaders(thing.bodyId), ...above.flatMap(leaders)];
  };
  const orOffice = (found: readonly number[], thing: Concerned): number[] => [
    ...new Set(found.length > 0 ? found : followers(thing.officeId)),
  ];
  return {
    followers,
    leaders,
    reminded: (thing) => orOffice(thing.personId === null ? followers(thing.organId) : [thing.personId], thing),
    escalated: (thing, rung) => orOffice(rungOf(thing, rung), thing),
  };
}

function remember<K, V>(known: Map<K, V>, key: K, find: () => V): V {
  let value = known.get(key);
  if (value === undefined) {
    value = find();
    known.set(key, value);
  }
  return value;
}
