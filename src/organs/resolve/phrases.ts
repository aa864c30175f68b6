/** Words of the genre, folded, as data: who stands for an organ, and which words name a class of organs. */

/** A person's office before the organ's name: "Giám đốc Sở Tài chính" is charged as Sở Tài chính. Longest first is not needed. */
export const PERSON_HEADS = [
  'pho chu tich thuong truc',
  'pho chu tich',
  'chu tich',
  'pho bi thu thuong truc',
  'pho bi thu',
  'bi thu',
  'pho giam doc',
  'giam doc',
  'tong giam doc',
  'thu truong',
  'nguoi dung dau',
  'lanh dao chu chot',
  'lanh dao',
  'truong',
  'pho truong',
  'cuc truong',
  'chi huy truong',
  'vien truong',
  'chu nhiem',
  'tong bien tap',
  'hieu truong',
  'pho chanh',
  'chanh',
  'chanh an',
  'bo truong',
  'pct',
  'ct',
  'chuyen vien',
  'can bo chu chot',
  'tap the lanh dao',
  'tap the',
] as const;

/** Offices whose word is itself the beginning of the organ's name, so that it is not taken off. */
export const NO_PERSON = ['truong chinh tri', 'truong dai hoc', 'truong cao dang'] as const;

/** Whose committee a bare office means where only places follow: "Bí thư các xã", "Chủ tịch các xã". */
export const PERSON_BRANCH: Record<string, 'party' | 'government'> = {
  'bi thu': 'party',
  'pho bi thu': 'party',
  'pho bi thu thuong truc': 'party',
};

/** Words between names that carry nothing. */
export const GLUE = [
  'va',
  'cung',
  'voi',
  'cung voi',
  'phoi hop voi',
  'dong thoi',
  'gom',
  'bao gom',
  'nhu',
  'cung nhu',
  'hoac',
];

export const PLURALS = ['cac', 'nhung', 'tat ca cac', 'tat ca', 'toan bo', 'toan bo cac', 'mot so', 'moi'] as const;

/** The circle that a class word draws; `open` draws none by itself. */
export type Circle =
  | 'departments'
  | 'boards'
  | 'sectors'
  | 'unions'
  | 'fronts'
  | 'partyBodies'
  | 'communeCommittees'
  | 'provinceCommittees'
  | 'communeExecutives'
  | 'communes'
  | 'offices'
  | 'services'
  | 'press'
  | 'armed'
  | 'ministries'
  | 'unchanged'
  | 'open';

export const CLASS_NOUNS: Record<string, readonly Circle[]> = {
  so: ['departments'],
  ban: ['boards'],
  nganh: ['sectors'],
  'ban nganh': ['boards', 'sectors'],
  'ban nganh doan the': ['boards', 'sectors', 'unions', 'fronts'],
  'doan the': ['unions', 'fronts'],
  'doan the chinh tri xa hoi': ['unions'],
  'to chuc chinh tri xa hoi': ['unions'],
  'to chuc doan the': ['unions', 'fronts'],
  'mat tran': ['fronts'],
  'co quan tham muu giup viec tinh uy': ['partyBodies'],
  'co quan chuyen trach tham muu giup viec tinh uy': ['partyBodies'],
  'co quan chuyen trach tm gv tinh uy': ['partyBodies'],
  'co quan tham muu giup viec cua tinh uy': ['partyBodies'],
  'co quan tham muu cua tinh uy': ['partyBodies'],
  'ban dang': ['partyBodies'],
  'ban dang tinh uy': ['partyBodies'],
  'ban tinh uy': ['partyBodies'],
  'ban cua tinh uy': ['partyBodies'],
  'ban xay dung dang': ['partyBodies'],
  'ban xay dung dang tinh uy': ['partyBodies'],
  'cap uy': ['communeCommittees'],
  'cap uy cac cap': ['communeCommittees', 'provinceCommittees'],
  'cap uy to chuc dang cac cap': ['communeCommittees', 'provinceCommittees'],
  'cap uy to chuc dang': ['communeCommittees', 'provinceCommittees'],
  'cap uy truc thuoc': ['communeCommittees', 'provinceCommittees'],
  'cap uy truc thuoc tinh uy': ['communeCommittees', 'provinceCommittees'],
  'to chuc dang': ['communeCommittees', 'provinceCommittees'],
  'dang uy truc thuoc': ['communeCommittees', 'provinceCommittees'],
  'dang uy truc thuoc tinh uy': ['communeCommittees', 'provinceCommittees'],
  'dang bo truc thuoc': ['communeCommittees', 'provinceCommittees'],
  'dang bo truc thuoc tinh uy': ['communeCommittees', 'provinceCommittees'],
  'cap uy co so': ['communeCommittees'],
  'chinh quyen': ['communeExecutives'],
  'chinh quyen dia phuong': ['communeExecutives'],
  'chinh quyen co so': ['communeExecutives'],
  'chinh quyen cac cap': ['communeExecutives'],
  'dia phuong': ['communes'],
  'don vi cap xa': ['communes'],
  'don vi hanh chinh cap xa': ['communes'],
  'don vi giu nguyen': ['unchanged'],
  'don vi cap xa giu nguyen': ['unchanged'],
  'don vi hanh chinh cap xa giu nguyen': ['unchanged'],
  'don vi hanh chinh giu nguyen': ['unchanged'],
  'dia phuong giu nguyen': ['unchanged'],
  'xa giu nguyen': ['unchanged'],
  'xa khong sap nhap': ['unchanged'],
  'don vi khong sap xep': ['unchanged'],
  phong: ['offices'],
  'phong ban': ['offices'],
  'phong chuyen mon': ['offices'],
  'phong ban chuyen mon': ['offices'],
  'don vi su nghiep': ['services'],
  'co quan bao chi': ['press'],
  'co quan thong tan bao chi': ['press'],
  'co quan truyen thong': ['press'],
  'luc luong vu trang': ['armed'],
  bo: ['ministries'],
  'bo nganh': ['ministries'],
  'co quan ngang bo': ['ministries'],
  'co quan thuoc chinh phu': ['ministries'],
  'co quan': ['open'],
  'don vi': ['open'],
  'to chuc': ['open'],
  'ca nhan': ['open'],
  'nguoi dung dau': ['open'],
  'doanh nghiep': ['open'],
  'tap doan': ['open'],
  'tong cong ty': ['open'],
  'chu dau tu': ['open'],
  'nha thau': ['open'],
  'ho gia dinh': ['open'],
  'to chuc hoi': ['open'],
  'to chuc xa hoi': ['open'],
};

/** Words behind a class that leave it whole: "các sở, ban, ngành cấp tỉnh". */
export const WHOLE_TAILS = [
  'tinh',
  'cap tinh',
  'cua tinh',
  'toan tinh',
  'trong tinh',
  'thuoc tinh',
  'tp',
  'thanh pho',
  'cua thanh pho',
  'tren dia ban',
  'tren dia ban tinh',
  'tren dia ban thanh pho',
  'trong toan tinh',
  'thuoc ubnd tinh',
  'thuoc uy ban nhan dan tinh',
  'thuoc uy ban nhan dan thanh pho',
  'truc thuoc ubnd tinh',
  'truc thuoc uy ban nhan dan tinh',
  'cac cap',
  'cap xa',
  'truc thuoc trung uong',
] as const;

/** Words behind one organ's name that change nothing. */
export const HARMLESS_TAILS = [...WHOLE_TAILS, 'cu', 'truoc day', 'hien nay', 'chu tri', 'chu tri thuc hien'] as const;

/** Words of kinds of units, with the types they take in. */
export const KIND_WORDS: Record<string, readonly string[]> = {
  'dac khu': ['dac-khu'],
  phuong: ['phuong'],
  xa: ['xa'],
  'thi tran': ['thi-tran'],
  huyen: ['huyen'],
  'thi xa': ['thi-xa'],
  'cap xa': ['xa', 'phuong', 'dac-khu'],
  'don vi hanh chinh cap xa': ['xa', 'phuong', 'dac-khu'],
  tinh: ['tinh'],
  tp: ['thanh-pho'],
  'thanh pho': ['thanh-pho'],
};

/** Before what is left out. Marks decide: "trừ", not "trụ" or "trú". */
export const EXCEPT = /(?<![\p{L}])(?:ngoại trừ|loại trừ|không bao gồm|không gồm|không kể|trừ)(?![\p{L}])/iu;
