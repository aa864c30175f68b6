/**
 * What the reading desk gains where scripts run: both columns follow each other, keys, marking text to add a task, steps
 * without a new page, steps kept while the line is down, and what other clerks do. Everything but marking works without it.
 */
import './desk.scss';
import './pageImages.scss';
import { currentItem, followEachOther, makeCurrent } from './client/current.ts';
import { keepForms } from './client/keepForms.ts';
import { watchKeys } from './client/keys.ts';
import { offerMarking } from './client/marking.ts';
import { watchOthers } from './client/others.ts';
import { resendKept, sendHere } from './client/send.ts';

const desk = document.querySelector<HTMLElement>('[data-desk]');
if (desk) {
  desk.classList.add('is-live');
  followEachOther(desk);
  makeCurrent(desk, currentItem(desk), location.hash.startsWith('#nv-') ? 'both' : undefined);
  watchKeys(desk);
  offerMarking(desk);
  keepForms(desk);
  sendHere(desk);
  resendKept(desk);
  watchOthers(desk);
}
