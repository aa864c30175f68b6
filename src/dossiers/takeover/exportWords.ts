import { fold } from '../../kernel/vietnamese.ts';
import type { ApplicantKind } from '../applicants/model.ts';
import { type Channel, type DeliveryWay, STATUS, type Status, statusWords } from '../status.ts';

/** The words and numbers of exports, folded, and what they are here. */
export const CHANNELS: Record<string, Channel> = {
  '': 'direct',
  '1': 'direct',
  '2': 'online',
  '3': 'post',
  'truc tiep': 'direct',
  'truc tuyen': 'online',
  'buu chinh': 'post',
  'buu chinh cong ich': 'post',
  'dich vu cong truc tuyen': 'online',
};
export const WAYS: Record<string, DeliveryWay> = {
  '': 'counter',
  '1': 'counter',
  '2': 'post',
  '3': 'online',
  'truc tiep': 'counter',
  'tai quay': 'counter',
  'nhan tai quay': 'counter',
  'tai trung tam': 'counter',
  'buu chinh': 'post',
  'buu chinh cong ich': 'post',
  'truc tuyen': 'online',
  'ban dien tu': 'online',
};
export const KINDS: Record<string, ApplicantKind> = {
  '': 'person',
  '1': 'person',
  '2': 'business',
  '3': 'organ',
  'ca nhan': 'person',
  'cong dan': 'person',
  'nguoi dan': 'person',
  'doanh nghiep': 'business',
  'ho kinh doanh': 'business',
  'doanh nghiep ho kinh doanh': 'business',
  'to chuc': 'organ',
  'co quan': 'organ',
  'co quan to chuc': 'organ',
};
export const YES: Record<string, boolean> = {
  '': false,
  '0': false,
  khong: false,
  chua: false,
  false: false,
  '1': true,
  '2': true,
  co: true,
  roi: true,
  x: true,
  true: true,
  'da nop': true,
  'da thanh toan': true,
  'chua nop': false,
  'chua thanh toan': false,
};
/** The words of other systems for the national statuses. */
export const STATUSES = new Map<string, Status>([
  ...Object.values(STATUS).map((status) => [fold(statusWords(status)), status] as const),
  ...(
    [
      [1, 'cho tiep nhan', 'moi nop', 'dang ky moi'],
      [2, 'da tiep nhan', 'moi tiep nhan', 'tiep nhan', 'cho xu ly'],
      [3, 'tu choi', 'tu choi tiep nhan', 'khong tiep nhan'],
      [4, 'dang giai quyet', 'dang thu ly', 'cho phe duyet', 'cho ky'],
      [5, 'yeu cau bo sung', 'cho bo sung', 'cho bo sung giay to', 'dang bo sung'],
      [6, 'nghia vu tai chinh', 'cho nop tien', 'cho nghia vu tai chinh', 'yeu cau nop phi'],
      [7, 'rut ho so', 'xin rut', 'da rut', 'cong dan rut ho so'],
      [8, 'da dung', 'dung giai quyet', 'huy', 'da huy'],
      [9, 'da xu ly', 'da giai quyet', 'da co ket qua', 'cho tra ket qua', 'cho tra'],
      [10, 'da tra', 'hoan thanh', 'da hoan thanh', 'ket thuc'],
    ] as const
  ).flatMap(([status, ...words]) => words.map((word) => [word, status] as const)),
]);
