import type { VNode } from 'preact';
import { type Day, dayOf, formatDay } from '../../../kernel/day.ts';
import { notFound } from '../../../kernel/errors.ts';
import { isValidOn } from '../../../kernel/validity.ts';
import { type AppContext, page, principalOf, type RouteTable } from '../../../platform/http/index.ts';
import {
  Breadcrumbs,
  ButtonLink,
  DataTable,
  EmptyState,
  FilterBar,
  formatNumber,
  Heading,
  Notice,
  Section,
  SummaryList,
  TextField,
} from '../../../ui/index.ts';
import { keepProcedures, readDossiers, receiveDossiers } from '../../policy.ts';
import { dossierRules } from '../../rules.ts';
import { countWords, limitWords, type ProcedureVersion } from '../model.ts';
import { templatesKey } from '../organChoices.ts';
import { organsToName } from '../organsToName.ts';
import { roleWords } from './versionForm.ts';
import { ONLINE, RECEIVED } from './versionWords.ts';

/** The catalogue: list, search without marks, one procedure with all its versions. */
export const procedureRoutes: RouteTable = [
  { method: 'get', path: '/thu-tuc', may: readDossiers, handle: showList },
  { method: 'get', path: '/thu-tuc/:ma', may: readDossiers, handle: showOne },
];

async function showList(c: AppContext): Promise<Response> {
  const { book, now } = await dossierRules(c.get('services'));
  const text = (c.req.query('q') ?? '').trim().slice(0, 100);
  const found = book.search(text, dayOf(now()));
  return page(
    c,
    { title: 'Thủ tục hành chính' },
    <>
      <Heading
        title="Thủ tục hành chính"
        lead={`${formatNumber(found.length)} thủ tục${text ? ` khớp “${text}”` : ' đang có hiệu lực'}`}
        actions={
          keepProcedures.allows(principalOf(c)) ? (
            <>
              <ButtonLink href="/thu-tuc/moi">Thêm thủ tục</ButtonLink>{' '}
              <ButtonLink href="/thu-tuc/nhap" kind="secondary">
                Nhập từ Excel
              </ButtonLink>
            </>
          ) : undefined
        }
      />
      <FilterBar action="/thu-tuc" values={{ q: text }} submit="Tìm">
        <TextField
          name="q"
          label="Tìm thủ tục"
          hint="Vài chữ trong tên, không cần dấu, hoặc mã"
          type="search"
          maxLength={100}
        />
      </FilterBar>
      <DataTable
        caption="Thủ tục"
        rows={found}
        columns={[
          {
            title: 'Thủ tục',
            cell: (v) => (
              <a class="govuk-link" href={`/thu-tuc/${v.code}`}>
                {v.name}
              </a>
            ),
          },
          { title: 'Lĩnh vực', cell: (v) => v.field },
          { title: 'Thời hạn', cell: (v) => limitWords(v.limit) },
          { title: 'Phí, lệ phí', numeric: true, cell: (v) => (v.fee === 0 ? 'không' : `${formatNumber(v.fee)} đồng`) },
          { title: 'Mã', narrow: true, cell: (v) => v.code },
        ]}
        empty={<EmptyState title="Không có thủ tục nào như vậy">Hãy thử chữ khác.</EmptyState>}
      />
    </>,
  );
}

async function showOne(c: AppContext): Promise<Response> {
  const { book, now, places } = await dossierRules(c.get('services'));
  const versions = book.history(c.req.param('ma') ?? '');
  const today = dayOf(now());
  const asked = c.req.query('tu');
  const version = asked
    ? versions.find((one) => one.validFrom === asked)
    : (book.byCode(c.req.param('ma') ?? '', today) ?? versions[0]);
  if (!version) throw notFound(asked ? 'bản này của thủ tục' : 'thủ tục này');
  const organs = await organsToName(c.get('services'));
  return page(
    c,
    { title: version.name },
    <OneProcedure
      {...{ version, versions, today }}
      keeps={keepProcedures.allows(principalOf(c))}
      receives={receiveDossiers.allows(principalOf(c)) && book.byCode(version.code, today) !== undefined}
      centreName={places.name}
      organName={(templates) =>
        organs.find((one) => templatesKey(one.templates) === templatesKey(templates))?.label ?? ''
      }
    />,
  );
}

const period = (v: ProcedureVersion): string =>
  `từ ${formatDay(v.validFrom)}${v.validTo === null ? '' : ` đến ${formatDay(v.validTo)}`}`;

function OneProcedure(props: {
  version: ProcedureVersion;
  versions: readonly ProcedureVersion[];
  receives: boolean;
  keeps: boolean;
  today: Day;
  centreName: (id: number) => string;
  organName: (templates: readonly string[]) => string;
}): VNode {
  const { version: v } = props;
  const listed = v.centreIds.map(props.centreName).join(', ');
  return (
    <>
      <Breadcrumbs links={[{ label: 'Thủ tục', href: '/thu-tuc' }]} />
      <Heading
        title={v.name}
        caption={`${v.field} · ${v.code}`}
        actions={
          (props.receives || props.keeps) && (
            <>
              {props.receives && <ButtonLink href={`/ho-so/tiep-nhan/${v.code}`}>Tiếp nhận hồ sơ</ButtonLink>}{' '}
              {props.keeps && (
                <ButtonLink href={`/thu-tuc/${v.code}/ban-moi`} kind={props.receives ? 'secondary' : 'primary'}>
                  Sửa, thêm bản mới
                </ButtonLink>
              )}{' '}
              {props.keeps && (
                <ButtonLink href={`/thu-tuc/${v.code}/bai-bo`} kind="secondary">
                  Bãi bỏ
                </ButtonLink>
              )}
            </>
          )
        }
      />
      {!isValidOn(v, props.today) && (
        <Notice
          tone="info"
          title={v.validFrom > props.today ? 'Bản sắp có hiệu lực' : 'Bản đã hết hiệu lực'}
          text={`Bản này có hiệu lực ${period(v)}.`}
        />
      )}
      {v.configurable && (
        <Notice
          tone="info"
          title="Cần đối chiếu"
          text={`${v.source}. Văn phòng UBND tỉnh sửa tại trang này hoặc nhập lại từ Excel.`}
        />
      )}
      <SummaryList
        rows={[
          { key: 'Thời hạn', value: limitWords(v.limit) },
          { key: 'Phí, lệ phí', value: v.feeNote || (v.fee === 0 ? 'Không' : `${formatNumber(v.fee)} đồng`) },
          { key: 'Kết quả', value: v.result },
          { key: 'Cấp giải quyết', value: v.level === 'commune' ? 'Xã, phường' : 'Tỉnh' },
          { key: 'Nơi tiếp nhận', value: listed || RECEIVED[v.receivedBy] },
          { key: 'Trực tuyến', value: ONLINE[v.online] },
          { key: 'Hiệu lực', value: period(v) },
          { key: 'Căn cứ', value: v.source || null },
        ]}
      />
      <Section title="Giấy tờ">
        <ol>
          {v.components.map((one) => (
            <li>
              {one.name}: {countWords(one)}
              {one.optional ? ', nếu có' : ''}
            </li>
          ))}
        </ol>
      </Section>
      <Section title="Các bước">
        <DataTable
          caption="Các bước giải quyết"
          rows={v.steps}
          columns={[
            { title: 'Bước', cell: (s) => s.name },
            { title: 'Cơ quan', cell: (s) => props.organName(s.templates) },
            { title: 'Người làm', cell: (s) => roleWords[s.role] },
            { title: 'Giờ làm việc', numeric: true, cell: (s) => formatNumber(s.hours) },
          ]}
          empty={<p>Giải quyết ngay tại quầy.</p>}
        />
      </Section>
      {props.versions.length > 1 && (
        <Section title="Các bản theo thời gian">
          <ul>
            {props.versions.map((one) => (
              <li>
                {one === v ? (
                  <b>{period(one)}</b>
                ) : (
                  <a href={`/thu-tuc/${v.code}?tu=${one.validFrom}`}>{period(one)}</a>
                )}
                : {limitWords(one.limit)}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
