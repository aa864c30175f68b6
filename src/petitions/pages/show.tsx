import { workingCalendars } from '../../calendar/index.ts';
import type { WorkingCalendar } from '../../kernel/calendar/index.ts';
import type { Day } from '../../kernel/day.ts';
import { notFound } from '../../kernel/errors.ts';
import { organRegister } from '../../organs/index.ts';
import { historyOf } from '../../platform/audit/history.ts';
import { type AppContext, page, principalOf } from '../../platform/http/index.ts';
import type { Services } from '../../platform/services.ts';
import { judgedBy } from '../lapsePetitions.ts';
import { limitRules, proposedOn } from '../limitRules.ts';
import { stepAllowed } from '../model.ts';
import { offeredNames } from '../named.ts';
import { mayLead, maySteer } from '../policy.ts';
import { type SimilarPetition, similarTo } from '../similar.ts';
import { filesOf, type PetitionDetail, petitionById } from '../store.ts';
import { PetitionPage } from './detail.tsx';
import type { DetailView } from './detailView.ts';
import { namesFrom, todayOf } from './names.ts';

/** One petition, with the form that failed where there is one. */
export async function showPetition(
  c: AppContext,
  id: number,
  failed?: DetailView['failed'],
  status?: 409 | 422,
): Promise<Response> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const [petitions, history, files, rules] = await db.read(
    principal,
    petitionById(db.build, id),
    historyOf(db.build, 'petition', id),
    filesOf(db.build, id),
    limitRules(db.build),
  );
  const petition = petitions[0];
  if (!petition) throw notFound('kiến nghị này');
  const register = await organRegister(c.get('services'));
  const { state: calendar } = await workingCalendars(c.get('services'));
  const today = todayOf(c);
  const steers = maySteer(principal, petition);
  return page(
    c,
    { title: petition.topic, status },
    <PetitionPage
      {...{ petition, history, files, principal, today, failed }}
      similar={steers ? await likeIt(c, petition) : []}
      calendar={calendar}
      proposed={proposedOn(rules, today)}
      judgedBy={lastDayToJudge(petition, calendar, c.get('services'))}
      offered={steers || mayLead(principal, petition) ? offeredNames(register, today) : []}
      names={namesFrom(register)}
    />,
  );
}

/** Of one that waits for verdicts: the last day of it. */
const lastDayToJudge = (
  { state, answeredOn }: PetitionDetail,
  calendar: WorkingCalendar,
  { config }: Services,
): Day | null =>
  stepAllowed('lapsed', state) && answeredOn ? judgedBy(calendar, answeredOn, config.petitionJudgeDays) : null;

/** Like petitions that the office sees: to merge this one into, or to read what was answered before. */
async function likeIt(c: AppContext, petition: PetitionDetail): Promise<SimilarPetition[]> {
  if (!stepAllowed('merged', petition.state)) return [];
  const { db } = c.get('services');
  const [found] = await db.read(principalOf(c), similarTo(db.build, petition.topic, petition.ask));
  return found.filter((p) => p.seen && p.id !== petition.id);
}
