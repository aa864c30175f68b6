/** A branded id, so that a task's id cannot be passed where an organ's is wanted. */
export type Id<Brand extends string> = number & { readonly __brand: Brand };
export type UnitId = Id<'unit'>;
export type OrganId = Id<'organ'>;
export type PositionId = Id<'position'>;
export type PersonId = Id<'person'>;
export type AppointmentId = Id<'appointment'>;
export type DirectiveId = Id<'directive'>;
export type TaskId = Id<'task'>;
export type ChargeId = Id<'charge'>;
export type FileId = Id<'file'>;

/** The id in a URL; anything else than a positive whole number is none. */
export function parseId<B extends string>(text: string | undefined): Id<B> | undefined {
  if (!text || !/^[1-9]\d{0,14}$/.test(text)) return undefined;
  return Number(text) as Id<B>;
}

/** A fresh key for one write: sent again with a retry or a double click, it counts once. */
export const newWriteKey = (): string => crypto.randomUUID();

export const isWriteKey = (text: unknown): text is string =>
  typeof text === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
