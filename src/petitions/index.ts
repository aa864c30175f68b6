import type { RouteTable } from '../platform/http/index.ts';
import { petitionApi } from './api.ts';
import { petitionPages } from './pages/routes.tsx';

/** What organs ask and what they are answered: what other rooms may use. */
export { answerPetition, forwardAnswer } from './answerPetition.ts';
export { assignPetition } from './assignPetition.ts';
export { assignField, openDialogue } from './dialogues.ts';
export { type FieldKey, fieldLabel, type Urgency } from './fields.ts';
export { type PetitionFigures, petitionFigures } from './figures.ts';
export { importJob } from './imports/importJob.ts';
export { takeIn } from './imports/takeIn.ts';
export { joinPetition } from './joinPetition.ts';
export { judgePetition, reopenPetition } from './judgePetition.ts';
export { lapseJob } from './lapsePetitions.ts';
export { passUp, type UpperOrgan } from './passUp.ts';
export { publishPetition } from './publishPetition.ts';
export { petitionWords, raisePetition } from './raisePetition.ts';
export { refusePetition } from './refusePetition.ts';
export { type PetitionCounts, petitionCounts } from './store.ts';
export { petitionEventWords } from './words.ts';

export const petitionRoutes: RouteTable = [...petitionPages, ...petitionApi];
