import { dayOf } from '../kernel/day.ts';
import type { Principal } from '../kernel/principal.ts';
import { organRegister } from '../organs/index.ts';
import type { Services } from '../platform/services.ts';
import { agencyContext } from './agencies.ts';
import { acceptDraft, rejectDraft } from './editDraft.ts';
import { type DirectiveHooks, deskMark, issueDirective } from './issueDirective.ts';
import { whatIsMissing } from './model.ts';
import { recipientsOf } from './recipients.ts';
import { directiveById } from './store/directive.ts';
import { draftsIn } from './store/draft.ts';

/**
 * Plays a clerk who finds the reading right: accepts every task in which nothing need be asked, rejects the others, and issues
 * to the recipients named. For demonstrations and simulations; each step is the one that a person takes.
 */
export async function issueAsRead(
  services: Services,
  by: Principal,
  id: number,
  signer: string,
  hooks: DirectiveHooks,
): Promise<void> {
  const { db } = services;
  const [[directive]] = await db.read(by, directiveById(db.build, id));
  if (!directive) throw new Error(`no directive ${id} to issue`);
  await db.write(by, async (tx) => {
    for (const draft of await draftsIn(tx, id)) {
      if (draft.state !== 'found') continue;
      const ref = { directiveId: id, draftId: draft.id, version: draft.version };
      await (draft.optional || whatIsMissing(draft) ? rejectDraft(tx, by, ref) : acceptDraft(tx, by, ref));
    }
  });
  const at = agencyContext(await organRegister(services), by, dayOf(services.clock()), directive.title);
  const recipients = recipientsOf(directive.reading.recipients, at).flatMap((a) =>
    a.state === 'unresolved' ? [] : a.organIds,
  );
  await db.write(by, async (tx) => {
    await issueDirective(tx, by, hooks, {
      id,
      version: directive.version,
      mark: deskMark(await draftsIn(tx, id)),
      facts: { ...directive, signer },
      recipients,
      leaveOut: true,
      pastLimits: true,
    });
  });
}
