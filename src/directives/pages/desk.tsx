import type { ComponentChildren, VNode } from 'preact';
import { formatDay } from '../../kernel/day.ts';
import type { SignatureInfo } from '../../platform/files/index.ts';
import { Breadcrumbs, ButtonLink, Details, Heading, Notice, PostButton, Tag } from '../../ui/index.ts';
import { missingFacts, symbolSuffix } from '../facts.ts';
import { type Draft, isPlain } from '../model.ts';
import { type DeskView, deskHref } from './deskView.ts';
import { AddForm, EditForm, MergeForm, SplitForm } from './draftForms.tsx';
import { DraftItem } from './draftItem.tsx';
import { FactsForm } from './factsForm.tsx';
import { directiveName, titleWithType } from './list.tsx';
import { OrganNames } from './organFields.tsx';
import { PageImages } from './pageImages.tsx';
import { Paper } from './paper.tsx';

/** The reading desk: the document on the left, what was found on the right, each leading to the other. */
export function DeskPage(view: DeskView): VNode {
  const { directive: d, drafts, open, failed } = view;
  return (
    <>
      <Breadcrumbs
        links={[
          { href: '/van-ban', label: 'Văn bản' },
          { href: `/van-ban/${d.id}`, label: d.symbol ?? 'Văn bản đang đọc' },
        ]}
      />
      <div class="desk-head">
        <Heading title={d.title ? titleWithType(d) : directiveName(d)} lead={<Lead {...view} />} />
      </div>
      <div class="desk-notes">
        {d.reading.warnings.length > 0 && (
          <Details summary={`Máy đọc lưu ý ${d.reading.warnings.length} điều`}>
            <ul>
              {d.reading.warnings.map((w) => (
                <li>{w.message}</li>
              ))}
            </ul>
          </Details>
        )}
        {d.reading.signatures && (
          <Details
            summary={signatureLine(d.reading.signatures)}
            open={d.reading.signatures.some((s) => s.intact === false)}
          >
            <ul>
              {d.reading.signatures.map((s) => (
                <li>{s.summary}</li>
              ))}
            </ul>
          </Details>
        )}
      </div>
      {failed && open.kind === 'none' && (
        <Notice tone="warning" title="Chưa làm được" text={failed.fault.message} announce />
      )}
      {open.kind === 'facts' && <FactsForm directive={d} sent={failed?.sent} fault={failed?.fault} />}
      {(open.kind === 'edit' || open.kind === 'add') && <OrganNames names={view.organChoices} />}
      <p class="desk-jump">
        <a href="#nhiem-vu">Đến {drafts.length} nhiệm vụ</a>
      </p>
      <div class="desk" data-desk={d.id} data-last={view.lastEvent} data-left={leftOf(drafts)}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard */}
        <article class={`desk-sheet desk-sheet--${view.sheet}`} aria-label="Toàn văn" tabIndex={0} id="van-ban">
          {view.pages.length > 0 && <ViewSwitch directiveId={d.id} view={view.sheet} />}
          {view.listOnly ? null : view.sheet === 'pages' ? (
            <PageImages directiveId={d.id} pages={view.pages} drafts={drafts} />
          ) : (
            <Paper text={d.text} sections={d.reading.sections} drafts={drafts} />
          )}
        </article>
        <TaskColumn {...view} />
      </div>
      <Foot {...view} />
    </>
  );
}

/** The text, which is what a screen reader reads, or the pages as they look. */
const ViewSwitch = ({ directiveId, view }: { directiveId: number; view: DeskView['sheet'] }): VNode => (
  <nav class="desk-switch" aria-label="Cách xem văn bản">
    <a href={deskHref(directiveId, 'xem=chu')} aria-current={view === 'text' ? 'page' : undefined}>
      Chữ
    </a>
    <a href={deskHref(directiveId, 'xem=anh')} aria-current={view === 'pages' ? 'page' : undefined}>
      Ảnh trang
    </a>
  </nav>
);

/** What the clerk must know at a glance: how many signed, and whether something was changed since. */
function signatureLine(signatures: readonly SignatureInfo[]): string {
  const broken = signatures.filter((s) => s.intact === false).length;
  const count = `${signatures.length} chữ ký số`;
  return broken > 0 ? `${count}, ${broken} chữ ký không còn khớp với nội dung tệp` : count;
}

const leftOf = (drafts: readonly Draft[]): number => drafts.filter((d) => d.state === 'found').length;

/** The head in one line; what is missing is asked there. */
function Lead({ directive: d, lookalikes, sameSymbol, otherIssuer }: DeskView): VNode {
  const missing = missingFacts(d);
  return (
    <>
      {d.symbol ? (
        <>Số {d.symbol}</>
      ) : (
        <>
          Số {d.number ?? <Ask>để trống</Ask>} {symbolSuffix(d)}
        </>
      )}{' '}
      ·{' '}
      {d.issuedOn ? (
        formatDay(d.issuedOn)
      ) : (
        <>
          {partialDate(d.reading.datePartial)} <Ask>chưa có ngày</Ask>
        </>
      )}
      {d.signer ? (
        ` · ${d.signer}`
      ) : (
        <>
          {' '}
          · <Ask>chưa rõ người ký</Ask>
        </>
      )}
      {d.reading.pages && ` · ${d.reading.pages} trang`} ·{' '}
      <a href={deskHref(d.id, 'sua=van-ban')}>{missing.length > 0 ? 'Điền cho đủ' : 'Sửa thông tin'}</a>
      {otherIssuer && (
        <>
          {' · '}
          <Ask>văn bản ghi cơ quan ban hành là {otherIssuer}</Ask>
        </>
      )}
      {lookalikes.map((other) => (
        <>
          {' · '}
          <b>cùng nội dung</b> với <a href={`/van-ban/${d.id}/so-sanh/${other.id}`}>{directiveName(other)}</a>
        </>
      ))}
      {sameSymbol && (
        <>
          {' · '}
          <Ask>trùng số</Ask> với <a href={`/van-ban/${sameSymbol.id}`}>{directiveName(sameSymbol)}</a>
        </>
      )}
    </>
  );
}

const Ask = ({ children }: { children: ComponentChildren }): VNode => <span class="desk-ask">{children}</span>;

function partialDate(partial: string | null): string {
  const [year, month] = partial?.split('-') ?? [];
  if (!year) return '';
  return month ? `tháng ${Number(month)} năm ${year},` : `năm ${year},`;
}

function TaskColumn(view: DeskView): VNode {
  const { drafts, directive } = view;
  const count = (state: Draft['state']) => drafts.filter((d) => d.state === state).length;
  const live = drafts.length - count('rejected');
  const plain = drafts.filter(isPlain).length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard
    <section class="desk-tasks" aria-label="Nhiệm vụ đọc được" id="nhiem-vu" tabIndex={0}>
      <div class="desk-bar">
        <h2>{live} nhiệm vụ</h2>
        <p>
          {count('accepted') > 0 && <Tag tone="good">{count('accepted')} đã nhận</Tag>}{' '}
          {count('found') > 0 && <Tag tone="soon">{count('found')} chưa xác nhận</Tag>}{' '}
          {count('rejected') > 0 && <Tag>{count('rejected')} đã bỏ</Tag>}
        </p>
      </div>
      {drafts.length === 0 && (
        <p class="desk-none">Máy không thấy nhiệm vụ nào trong văn bản này. Bấm “Thêm nhiệm vụ” nếu có.</p>
      )}
      <div data-plain>
        {plain > 0 && (
          <div class="desk-plain">
            {plain} nhiệm vụ máy đọc chắc chắn, cơ quan đã rõ.{' '}
            <PostButton kind="secondary" small action={`/van-ban/${directive.id}/doc/nhan-het`}>
              Nhận cả {plain}
            </PostButton>
          </div>
        )}
      </div>
      <ol class="desk-list" data-list>
        {drafts.map((d) => (
          <DraftItem
            draft={d}
            register={view.register}
            editing={view.open.kind === 'edit' && view.open.draftId === d.id}
          >
            {openForm(view, d)}
          </DraftItem>
        ))}
      </ol>
      <div class="desk-add" id="them">
        {view.open.kind === 'add' ? (
          <AddForm
            directiveId={directive.id}
            register={view.register}
            sent={view.failed?.sent}
            fault={view.failed?.fault}
          />
        ) : (
          <ButtonLink kind="secondary" small href={deskHref(directive.id, 'them=1', 'them')}>
            Thêm nhiệm vụ
          </ButtonLink>
        )}
      </div>
    </section>
  );
}

function openForm({ open, drafts, failed, register }: DeskView, d: Draft): VNode | undefined {
  if (!('draftId' in open) || open.draftId !== d.id) return undefined;
  const again = { sent: failed?.sent, fault: failed?.fault };
  switch (open.kind) {
    case 'edit':
      return failed?.mine ? (
        <EditForm draft={{ ...failed.mine, version: d.version }} current={d} register={register} {...again} />
      ) : (
        <EditForm draft={d} register={register} {...again} />
      );
    case 'split':
      return <SplitForm draft={d} {...again} />;
    case 'merge':
      return <MergeForm draft={d} others={drafts.filter((o) => o.id !== d.id && o.state !== 'rejected')} {...again} />;
  }
}

function Foot({ directive: d, drafts }: DeskView): VNode {
  const left = leftOf(drafts);
  return (
    <div class="desk-foot" data-foot>
      <div class="ts-wrap ts-wrap--wide">
        <p>
          <b>{left > 0 ? `Còn ${left} nhiệm vụ chưa xác nhận.` : 'Đã xem hết các nhiệm vụ.'}</b>{' '}
          <span class="ts-quiet" data-desk-state role="status">
            Mọi việc đã làm đều được lưu.
          </span>
        </p>
        <div class="desk-foot-acts">
          <a href="/van-ban">Để sau</a>
          <ButtonLink href={`/van-ban/${d.id}/ban-hanh`}>Ban hành…</ButtonLink>
        </div>
      </div>
    </div>
  );
}
