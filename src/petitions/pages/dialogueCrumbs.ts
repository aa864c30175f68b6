import type { Dialogue } from '../dialogues.ts';

/** The way back from a page about petitions. */
export const CRUMBS = [{ label: 'Kiến nghị', href: '/kien-nghi' }];
/** The way back from a page about dialogues. */
export const DIALOGUE_CRUMBS = [...CRUMBS, { label: 'Đối thoại', href: '/kien-nghi/doi-thoai' }];

/** The way back from a page of a dialogue. */
export const dialogueCrumbs = (dialogue: Dialogue) => [
  ...DIALOGUE_CRUMBS,
  { label: dialogue.title, href: `/kien-nghi/doi-thoai/${dialogue.id}` },
];
