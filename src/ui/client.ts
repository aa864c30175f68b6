/**
 * What a page gains where scripts run. Every page works without this file; it only keeps people from losing what they
 * typed and from sending twice.
 */
import './theme/index.scss';
import { offerCopies } from './client/copy.ts';
import { settleDrafts, watchForms } from './client/drafts.ts';
import { leadToErrors } from './client/errors.ts';
import { checkFileSizes } from './client/fileSizes.ts';
import { sendOnce } from './client/sendOnce.ts';

settleDrafts();
checkFileSizes();
sendOnce();
watchForms();
leadToErrors();
offerCopies();
