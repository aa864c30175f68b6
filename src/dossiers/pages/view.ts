import type { Principal } from '../../kernel/principal.ts';
import type { FormFault, SentForm } from '../../ui/index.ts';
import type { DossierFile, HistoryEntry } from '../lists.ts';
import type { DossierRules } from '../rules.ts';
import type { DossierDetail } from '../store.ts';

/** What the page of one dossier is made of. */
export interface DossierView {
  d: DossierDetail;
  history: readonly HistoryEntry[];
  files: readonly DossierFile[];
  colleagues: readonly { id: number; name: string }[];
  people: ReadonlyMap<number, string>;
  /** Connected systems to which its leaders may give the status. */
  systems: readonly string[];
  principal: Principal;
  rules: DossierRules;
  now: number;
  /** The step whose form failed, to be shown again with what was typed. */
  failed?: { step: string; sent: SentForm; fault: FormFault } | undefined;
}
