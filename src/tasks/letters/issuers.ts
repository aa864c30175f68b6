import type { Principal } from '../../kernel/principal.ts';
import type { LetterIssuer } from './letterDocument.ts';
import type { Signed } from './model.ts';
import type { IssuerRow } from './store.ts';

/** An organ in whose name letters can go out, with what its first letter starts from. */
export interface Issuer extends LetterIssuer {
  shortName: string;
  symbol: string;
  signed: Signed;
}

/** Symbols by custom of the offices; every office corrects its own, and the next letter takes it over. */
const SYMBOLS: Record<string, string> = {
  'tinh-uy': 'CV/TU',
  'van-phong-tinh-uy': 'CV/VPTU',
  'ubnd-tinh': 'UBND-VP',
  'van-phong-ubnd-tinh': 'VP-TH',
};

/** The office's own name and that of the body it serves, the office first. */
export function issuersOf(
  by: Principal,
  rows: readonly IssuerRow[],
  last: readonly { issuerOrganId: number; symbol: string; signed: Signed }[],
): Issuer[] {
  const office = rows.find((row) => row.id === by.organId);
  const body = rows.find((row) => row.id === by.servesId);
  return [office, body === office ? undefined : body]
    .filter((row) => row !== undefined)
    .map((row) => {
      const before = last.find((letter) => letter.issuerOrganId === row.id);
      const own = body !== undefined && office !== undefined && body !== office && row === office;
      const first = firstOf(row, own ? body : undefined, office ?? row);
      return { ...first, symbol: before?.symbol ?? first.symbol, signed: before?.signed ?? first.signed };
    });
}

function firstOf(row: IssuerRow, body: IssuerRow | undefined, office: IssuerRow): Issuer {
  const party = row.branch === 'party';
  const officeHead = (
    office.headTitle ?? (office.name.startsWith('Văn phòng') ? 'Chánh Văn phòng' : 'Thủ trưởng')
  ).trim();
  return {
    id: row.id,
    style: party ? 'party' : 'state',
    superior: body ? body.name : superiorOf(row),
    name: body && row.name.startsWith('Văn phòng') ? 'Văn phòng' : row.name,
    shortName: row.shortName,
    symbol: SYMBOLS[row.template] ?? (party ? 'CV/ĐU' : 'UBND-VP'),
    signed: {
      place: row.unitName,
      ...(body
        ? { capacity: '', capacityOf: '' }
        : party
          ? { capacity: 'TL', capacityOf: 'BAN THƯỜNG VỤ' }
          : { capacity: 'TL', capacityOf: 'CHỦ TỊCH' }),
      title: officeHead,
      acting: false,
      name: '',
      recipients: ['Như trên', party ? `Lưu ${office.shortName}` : 'Lưu: VT'],
    },
  };
}

/** A commune's Party committee stands under the province's Party; a people's committee stands alone. */
const superiorOf = ({ branch, level, parentName, parentType }: IssuerRow): string | null =>
  branch === 'party' && level === 'commune' && parentName
    ? `Đảng bộ ${parentType === 'tinh' ? 'tỉnh' : 'thành phố'} ${parentName}`
    : null;
