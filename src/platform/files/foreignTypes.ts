/** What people call the types of file that are not taken, and what they can do instead. */
const TYPES: [extensions: string, is: string, advice?: string][] = [
  [
    'exe dll msi com',
    'chương trình chạy trên máy tính (.exe)',
    'Tệp này có thể là mã độc: hãy báo bộ phận công nghệ thông tin.',
  ],
  [
    'elf macho deb rpm apk dmg jar class wasm',
    'chương trình máy tính',
    'Tệp này có thể là mã độc: hãy báo bộ phận công nghệ thông tin.',
  ],
  ['rtf', 'văn bản dạng RTF', 'Hãy mở bằng Word và lưu thành tệp .docx rồi tải lên.'],
  ['odt', 'văn bản OpenDocument (.odt)', 'Hãy lưu thành tệp .docx rồi tải lên.'],
  ['xlsx xls xlsm ods', 'bảng tính Excel', 'Hãy lưu hoặc in thành tệp .pdf rồi tải lên.'],
  ['pptx ppt odp', 'tệp trình chiếu PowerPoint', 'Hãy lưu thành tệp .pdf rồi tải lên.'],
  ['zip rar 7z gz tar bz2 xz', 'tệp nén', 'Hãy giải nén rồi tải lên từng văn bản bên trong.'],
  [
    'tif tiff webp heic heif avif bmp gif jp2 jxl',
    'ảnh không phải PNG hay JPG',
    'Hãy lưu ảnh thành .jpg, .png hoặc .pdf rồi tải lên.',
  ],
  ['mp4 mov avi mkv webm 3gp m4v', 'phim (video)'],
  ['mp3 wav m4a ogg flac amr aac', 'tệp âm thanh'],
  ['cfb', 'tệp của phần mềm khác, không phải văn bản Word'],
  ['bin', 'tệp nhị phân không rõ loại'],
];

export function foreignTypeName(ext: string): { is: string; advice?: string } {
  const known = TYPES.find(([extensions]) => extensions.split(' ').includes(ext));
  return known ? { is: known[1], advice: known[2] } : { is: `tệp dạng .${ext}` };
}
