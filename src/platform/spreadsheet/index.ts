export { formulaCells } from './formulas.ts';
export { type ReadLimits, readRows, type SheetRow, streamRows } from './read.ts';
export {
  CSV_TYPE,
  csvStream,
  type SheetCell,
  type SheetColumn,
  type SheetRows,
  XLSX_TYPE,
  xlsxStream,
} from './write.ts';
