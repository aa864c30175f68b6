import type { OrganRegister } from '../../organs/index.ts';
import type { FormFault, SentForm } from '../../ui/index.ts';
import type { Draft } from '../model.ts';
import type { PageWords } from '../pageWords.ts';
import type { Directive, DirectiveHead } from '../store/directive.ts';

/** Which form is open on the desk, from the address: ?sua=12, ?tach=12, ?gop=12, ?them=1, ?sua=van-ban. */
export type DeskForm =
  | { kind: 'facts' | 'add' }
  | { kind: 'edit' | 'split' | 'merge'; draftId: number }
  | { kind: 'none' };

export interface DeskView {
  directive: Directive;
  drafts: readonly Draft[];
  /** Directives that tell the same, and are not joined to this one yet. */
  lookalikes: readonly DirectiveHead[];
  /** Another directive with the same symbol. */
  sameSymbol: DirectiveHead | null;
  /** The issuing body as written, where it is not the one for which this office issues. */
  otherIssuer: string | null;
  open: DeskForm;
  /** The form that failed, with what was typed. */
  failed?: { sent: SentForm; fault: FormFault; mine?: Draft };
  register: OrganRegister;
  /** Names offered where an organ is typed. */
  organChoices: readonly string[];
  /** The newest event of this directive that the page shows. */
  lastEvent: number;
  /** The file's pages as they look; none for text. */
  pages: readonly PageWords[];
  /** How the document is shown. */
  sheet: 'text' | 'pages';
  /** Without the document: for a script that refreshes the list. */
  listOnly: boolean;
}

export const deskHref = (directiveId: number, query = '', anchor = ''): string =>
  `/van-ban/${directiveId}/doc${query && `?${query}`}${anchor && `#${anchor}`}`;

export const itemAnchor = (draftId: number): string => `nv-${draftId}`;

export const organName = (register: OrganRegister, id: number): string =>
  register.organs.get(id as never)?.shortName ?? `cơ quan số ${id}`;
