/** What happened, as the log has it. */
export interface Happening {
  kind: string;
  /** Who did it: needs not be told. */
  personId: number | null;
  data: Record<string, unknown>;
}

/** Who has which part in the thing that it happened to, now. */
export interface Parts {
  officeId: number | null;
  leadIds: readonly number[];
  coordinatorIds: readonly number[];
  askerIds: readonly number[];
  watcherIds: readonly number[];
  forwarderId: number | null;
  /** To whom a directive was sent. */
  recipientIds: readonly number[];
  /** Of the part of a task that was passed on. */
  subtask: { organId: number; passerId: number; personId: number | null } | null;
  /** Organs and people whom a comment calls. */
  called: readonly { organId: number; personId: number | null }[];
  /** People who follow a task. */
  followerIds: readonly number[];
}

/** Whom to tell, and as what; an organ means those who follow its matters. */
export interface Telling {
  kind: string;
  to: readonly { organId: number; personId: number | null }[];
  /** Those who asked to hear of it, without a part in it. */
  followers: { kind: string; personIds: readonly number[] };
}

type Rule = (p: Parts, data: Record<string, unknown>) => Omit<Telling, 'followers'>;

const organs = (ids: readonly (number | null | undefined)[]): Telling['to'] =>
  ids.filter((id) => typeof id === 'number').map((organId) => ({ organId, personId: null }));
const tell =
  (kind: string, whom: (p: Parts, data: Record<string, unknown>) => Telling['to']): Rule =>
  (p, data) => ({ kind, to: whom(p, data) });
/** The organ that the event names. */
const named = (_: Parts, data: Record<string, unknown>): Telling['to'] => organs([data.organId as number]);
const office = (p: Parts): Telling['to'] => organs([p.officeId]);
const charged = (p: Parts): Telling['to'] => organs([...p.leadIds, ...p.coordinatorIds]);
const askers = (p: Parts): Telling['to'] => organs([...p.askerIds, ...p.watcherIds]);
const leads = (p: Parts): Telling['to'] => organs(p.leadIds);
const doer = ({ subtask }: Parts): Telling['to'] => (subtask ? [subtask] : []);

/** The events of which somebody hears at once. The trigger event_is_told keeps these kinds. */
const RULES: Record<string, Rule> = {
  'task.assigned': tell('assigned', charged),
  'task.returned': tell('returned', named),
  'task.confirmed': tell('confirmed', named),
  'task.confirmation_asked': tell('asked', office),
  'task.withdrawn': tell('withdrawn', charged),
  'task.rescheduled': tell('rescheduled', charged),
  'task.reassigned': tell('reassigned', (_, data) => organs([data.toOrganId as number, data.fromOrganId as number])),
  'task.extension_asked': tell('extension', office),
  'task.extension_granted': tell('rescheduled', named),
  'task.extension_refused': tell('extension-refused', named),
  'task.subtask_given': tell('assigned', doer),
  'task.subtask_reported': tell('asked', ({ subtask }) => organs([subtask?.passerId])),
  'task.subtask_confirmed': tell('confirmed', doer),
  'task.subtask_returned': tell('returned', doer),
  'task.condition_met': tell('started', charged),
  'task.opinion_given': tell('opinion', leads),
  'task.commented': tell('mentioned', (p) => p.called),
  'directive.issued': tell('received', (p) => organs(p.recipientIds)),
  'petition.raised': tell('raised', office),
  'petition.assigned': tell('assigned', charged),
  'petition.prepared': tell('prepared', (p) => organs([p.forwarderId])),
  'petition.sent_back': tell('returned', leads),
  'petition.answered': tell('answered', askers),
  'petition.refused': tell('refused', askers),
  'petition.reopened': tell('reopened', leads),
};
export const TOLD_KINDS: readonly string[] = Object.keys(RULES);

/** Whom an event is told to, those who follow the thing among them; undefined where it is told to nobody. */
export function tellingOf(h: Happening, parts: Parts): Telling | undefined {
  const telling = RULES[h.kind]?.(parts, h.data);
  if (!telling) return undefined;
  // A comment calls those whom it names; for those who follow the task it is one more word about it.
  const kind = h.kind === 'task.commented' ? 'commented' : telling.kind;
  return { ...telling, followers: { kind, personIds: parts.followerIds } };
}
