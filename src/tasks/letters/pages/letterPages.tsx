import type { VNode } from 'preact';
import { type Day, formatDay } from '../../../kernel/day.ts';
import {
  Breadcrumbs,
  type Column,
  DataTable,
  EmptyState,
  Heading,
  LinkRow,
  Section,
  SummaryList,
} from '../../../ui/index.ts';
import { TaskLines } from '../../bulk/pages/taskLines.tsx';
import type { ChosenTask } from '../../bulk/store.ts';
import { Organs } from '../../pages/list.tsx';
import { letterName } from '../model.ts';
import type { LetterRow } from '../store.ts';

type Name = (id: number) => string;

const nameOf = (letter: LetterRow): string => letterName(letter.style === 'party', letter.number, letter.symbol);
const hrefOf = (letter: LetterRow): string => `/nhiem-vu/don-doc/van-ban/${letter.id}`;
const ROOT = { label: 'Văn bản đôn đốc', href: '/nhiem-vu/don-doc' };
const TASKS = { label: 'Nhiệm vụ', href: '/nhiem-vu' };

const Downloads = ({ letter }: { letter: LetterRow }): VNode => (
  <LinkRow>
    <a class="govuk-link" href={`${hrefOf(letter)}/pdf`}>
      PDF<span class="govuk-visually-hidden"> của {nameOf(letter)}</span>
    </a>
    <a class="govuk-link" href={`${hrefOf(letter)}/docx`}>
      Word<span class="govuk-visually-hidden"> của {nameOf(letter)}</span>
    </a>
  </LinkRow>
);

function columns(organName: Name): Column<LetterRow>[] {
  return [
    {
      title: 'Văn bản',
      cell: (letter) => (
        <>
          <a href={hrefOf(letter)}>{nameOf(letter)}</a>
          <span class="ts-sub">{letter.subject}</span>
        </>
      ),
    },
    { title: 'Ngày', narrow: true, cell: (letter) => formatDay(letter.issuedOn) },
    { title: 'Gửi', cell: (letter) => <Organs ids={letter.addresseeIds} organName={organName} /> },
    { title: 'Nhiệm vụ', numeric: true, cell: (letter) => letter.taskCount },
    { title: 'Tệp', narrow: true, cell: (letter) => <Downloads letter={letter} /> },
  ];
}

/** Letters that the reader's organs sent or got. */
export const LettersPage = ({
  rows,
  organName,
  maySend,
}: {
  rows: readonly LetterRow[];
  organName: Name;
  maySend: boolean;
}): VNode => (
  <>
    <Breadcrumbs links={[TASKS]} />
    <Heading
      title="Văn bản đôn đốc"
      actions={
        maySend && (
          <a class="govuk-link" href="/nhiem-vu/chon?pham-vi=giao&trang-thai=qua-han">
            Lập từ các nhiệm vụ quá hạn
          </a>
        )
      }
    />
    <DataTable
      caption="Văn bản đôn đốc"
      rows={rows}
      columns={columns(organName)}
      empty={
        <EmptyState title="Chưa có văn bản đôn đốc nào">
          <p>Ở danh sách nhiệm vụ, bấm “Chọn nhiều nhiệm vụ”, đánh dấu, rồi bấm “Lập văn bản đôn đốc”.</p>
        </EmptyState>
      }
    />
  </>
);

/** The letters made in one go, to be downloaded together. */
export const BatchPage = ({
  rows,
  batch,
  organName,
}: {
  rows: readonly LetterRow[];
  batch: string;
  organName: Name;
}): VNode => (
  <>
    <Breadcrumbs links={[TASKS, ROOT]} />
    <Heading
      title={rows.length === 1 ? 'Văn bản đôn đốc vừa lập' : `${rows.length} văn bản đôn đốc vừa lập`}
      lead="Mỗi nhiệm vụ đã được ghi là đôn đốc bằng văn bản nào."
      actions={
        rows.length > 1 && (
          <LinkRow>
            <a class="govuk-link" href={`/nhiem-vu/don-doc/${batch}/pdf`}>
              Tải tất cả, PDF (ZIP)
            </a>
            <a class="govuk-link" href={`/nhiem-vu/don-doc/${batch}/docx`}>
              Tải tất cả, Word (ZIP)
            </a>
          </LinkRow>
        )
      }
    />
    <DataTable caption="Văn bản vừa lập" rows={rows} columns={columns(organName)} />
  </>
);

export const LetterPage = (props: {
  letter: LetterRow;
  tasks: readonly ChosenTask[];
  today: Day;
  organName: Name;
}): VNode => {
  const { letter, tasks, today, organName } = props;
  return (
    <>
      <Breadcrumbs links={[TASKS, ROOT]} />
      <Heading
        caption="Văn bản đôn đốc"
        title={nameOf(letter)}
        lead={letter.subject}
        actions={<Downloads letter={letter} />}
      />
      <SummaryList
        rows={[
          { key: 'Cơ quan ban hành', value: organName(letter.issuerOrganId) },
          { key: 'Ngày', value: formatDay(letter.issuedOn) },
          { key: 'Gửi', value: letter.addresseeIds.map(organName).join('; ') },
          {
            key: 'Cùng đợt',
            value: <a href={`/nhiem-vu/don-doc/${letter.batch}`}>các văn bản lập cùng lúc</a>,
          },
        ]}
      />
      <Section title="Nhiệm vụ được đôn đốc">
        <TaskLines caption="Nhiệm vụ được đôn đốc" rows={tasks} today={today} organName={organName} />
      </Section>
    </>
  );
};
