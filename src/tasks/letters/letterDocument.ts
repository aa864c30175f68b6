import { formatDay } from '../../kernel/day.ts';
import type { Block, Column, PrintDocument, Text } from '../../platform/print/index.ts';
import { type LetterForm, type LetterGroup, type LetterTask, letterName } from './model.ts';

/** Who issues, as the head of a paper names it. */
export interface LetterIssuer {
  id: number;
  style: 'state' | 'party';
  superior: string | null;
  name: string;
}

/** More than so many are named in the annex alone. */
const MOST_ADDRESSEES = 8;

type Name = (organId: number) => string;

/**
 * A reminder letter as an official letter (công văn) of the issuer: to one organ with its tasks in the text, to several
 * with the tasks in an annex. `number` null leaves room for it: a preview to be signed.
 */
export function letterDocument(
  form: LetterForm,
  issuer: LetterIssuer,
  group: LetterGroup,
  number: number | null,
  organName: Name,
): PrintDocument {
  const several = form.mode === 'one';
  const party = issuer.style === 'party';
  const { signed } = form;
  const answer = form.answerBy ? `, báo cáo kết quả trước ngày ${formatDay(form.answerBy)}` : ', báo cáo kết quả';
  const blocks: Block[] = [
    {
      type: 'head',
      ...(issuer.superior ? { superior: issuer.superior } : {}),
      issuer: issuer.name,
      ...(number === null ? {} : { number: String(number) }),
      symbol: form.symbol,
      place: signed.place,
      day: form.issuedOn,
      subject: party ? capital(form.subject) : form.subject,
    },
    {
      type: 'addressees',
      organs:
        several && group.organIds.length > MOST_ADDRESSEES
          ? ['Các cơ quan, đơn vị có tên tại Phụ lục kèm theo']
          : group.organIds.map(organName),
    },
    ...form.opening
      .split('\n')
      .filter((text) => text.trim() !== '')
      .map((text): Block => ({ type: 'paragraph', text })),
    ...(several ? [] : [taskTable(group.tasks, organName, false)]),
    {
      type: 'paragraph',
      text: `Đề nghị ${several ? 'các cơ quan, đơn vị' : organName(group.organIds[0]!)} tập trung thực hiện${several ? ' các nhiệm vụ nêu tại Phụ lục kèm theo' : ''}${answer} để tổng hợp, theo dõi${party ? '.' : './.'}`,
    },
    {
      type: 'signature',
      recipients: signed.recipients,
      ...(signed.capacity && signed.capacityOf
        ? { capacity: [{ by: signed.capacity, of: signed.capacityOf.toLocaleUpperCase('vi') }] }
        : {}),
      title: signed.title.toLocaleUpperCase('vi'),
      acting: signed.acting,
      ...(signed.name ? { name: signed.name } : {}),
    },
  ];
  if (several) {
    const called = number === null ? 'Công văn' : `Công văn ${letterName(party, number, form.symbol).toLowerCase()}`;
    const symbolKept = called.replace(form.symbol.toLowerCase(), form.symbol);
    blocks.push(
      { type: 'pageBreak' },
      {
        type: 'title',
        name: 'PHỤ LỤC',
        about: 'Danh mục nhiệm vụ đề nghị đôn đốc',
        note: `(Kèm theo ${symbolKept} ngày ${formatDay(form.issuedOn)})`,
      },
      taskTable(group.tasks, organName, true),
    );
  }
  return { title: capital(form.subject), style: issuer.style, blocks };
}

function taskTable(tasks: readonly LetterTask[], organName: Name, withOrgans: boolean): Block {
  const columns: Column[] = [
    { title: 'TT', width: 0.5, align: 'center' },
    ...(withOrgans ? [{ title: 'Cơ quan chủ trì', width: 2.6 }] : []),
    { title: 'Nhiệm vụ', width: withOrgans ? 4 : 5 },
    { title: 'Giao tại', width: 1.6 },
    { title: 'Hạn', width: 1.7, align: 'center' },
  ];
  const rows = tasks.map((task, i): Text[] => [
    String(i + 1),
    ...(withOrgans ? [task.openLeadIds.map(organName).join(', ')] : []),
    task.title,
    task.source,
    task.dueOn ? `${formatDay(task.dueOn)}\n(${task.due})` : task.due,
  ]);
  return { type: 'table', columns, rows };
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
