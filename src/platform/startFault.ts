import { mkdirSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Fault } from '../kernel/errors.ts';

/** What keeps the program from starting, told to whoever started it: in Vietnamese, then in English on the next line. */
export const startFault = (code: string, vietnamese: string, english: string): Fault =>
  new Fault('unavailable', code, `${vietnamese}\n${english}`);

const isErrno = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'code' in error;

/** Makes the data folder. Others may pass through it, not look around: PostgreSQL may have an account of its own. */
export function makeDataFolder(folder: string): void {
  try {
    makeFolder(folder);
  } catch (error) {
    throw diskFault(error, folder);
  }
}

/** Step by step: `recursive` hides the reason of a failure. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o711 });
  } catch (error) {
    if (!isErrno(error)) throw error;
    if (error.code === 'ENOENT' && dirname(folder) !== folder) {
      makeFolder(dirname(folder));
      mkdirSync(folder, { mode: 0o711 });
    } else if (error.code !== 'EEXIST' || !statSync(folder).isDirectory()) throw error;
  }
}

/** A failure to write below `folder`, in words: full, read-only, or not ours. Other errors pass unchanged. */
export function diskFault(error: unknown, folder: string): unknown {
  if (!isErrno(error)) return error;
  return diskFaultOf(error.code ?? '', folder) ?? error;
}

/** The same, from the words that PostgreSQL leaves in its log. */
export function diskFaultInLog(log: string, folder: string): Fault | undefined {
  if (/No space left on device|Check free disk space/i.test(log)) return diskFaultOf('ENOSPC', folder);
  if (/Disk quota exceeded/i.test(log)) return diskFaultOf('EDQUOT', folder);
  if (/Read-only file system/i.test(log)) return diskFaultOf('EROFS', folder);
  if (/Permission denied/i.test(log)) return diskFaultOf('EACCES', folder);
  return undefined;
}

/** The same, when the disk is too full even for a log. */
export function diskFullFault(folder: string): Fault | undefined {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < 1_000_000 ? diskFaultOf('ENOSPC', folder) : undefined;
}

function diskFaultOf(code: string, folder: string): Fault | undefined {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return startFault(
        'disk.full',
        `Ổ đĩa chứa thư mục ${folder} đã đầy. Hãy dọn bớt để còn ít nhất 500 MB trống, hoặc chọn thư mục khác bằng --data, rồi chạy lại.`,
        `The disk that holds ${folder} is full. Free at least 500 MB, or choose another folder with --data, and start again.`,
      );
    case 'EROFS':
      return startFault(
        'disk.readonly',
        `Thư mục ${folder} nằm trên ổ đĩa chỉ đọc. Hãy chọn thư mục ghi được bằng --data, rồi chạy lại.`,
        `${folder} is on a read-only disk. Choose a folder that can be written with --data, and start again.`,
      );
    case 'EACCES':
    case 'EPERM':
      return startFault(
        'disk.denied',
        `Tài khoản đang chạy không được ghi vào thư mục ${folder}. Hãy cấp quyền ghi, chạy bằng chủ của thư mục, hoặc chọn thư mục khác bằng --data.`,
        `This account may not write to ${folder}. Grant it the right, run as the owner of the folder, or choose another one with --data.`,
      );
    case 'ENOTDIR':
    case 'EEXIST':
    case 'ENOENT':
      return startFault(
        'disk.not_a_folder',
        `Không tạo được thư mục ${folder}: một phần của đường dẫn không có hoặc không phải là thư mục. Hãy kiểm tra lại --data.`,
        `The folder ${folder} cannot be made: a part of its path is missing or is not a folder. Check --data.`,
      );
    default:
      return undefined;
  }
}
