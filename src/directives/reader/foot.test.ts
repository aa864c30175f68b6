import { describe, expect, it } from 'vitest';
import { readDirective } from './index.ts';
import { LETTERHEAD } from './letter.fixture.ts';

describe('the foot of a letter', () => {
  it('lists those who get it line by line, where a copy lost the dashes and set empty lines between', () => {
    const { recipients, document } = readDirective(
      `${LETTERHEAD}\nKính gửi: Các sở, ngành.\n\nĐề nghị các sở, ngành rà soát hồ sơ.\n\nNơi nhận\n\nNhư trên;\n\nBộ trưởng (để báo cáo);\n\nLưu: VT, TH.\n\nTL. BỘ TRƯỞNG\nKT. VỤ TRƯỞNG VỤ TỔNG HỢP\nPHÓ VỤ TRƯỞNG\n\n(đã ký)\nTrần Văn Mẫu\n`,
    );
    expect(recipients).toEqual(['Như trên;', 'Bộ trưởng (để báo cáo);', 'Lưu: VT, TH.']);
    expect([document.signer, document.signerTitle]).toEqual([
      'Trần Văn Mẫu',
      'TL. BỘ TRƯỞNG KT. VỤ TRƯỞNG VỤ TỔNG HỢP PHÓ VỤ TRƯỞNG',
    ]);
  });
});

describe('who signed it', () => {
  it('is read beside the office, in the row of a table that also holds the recipients', () => {
    for (const office of ['KT. BỘ TRƯỞNG, CHỦ NHIỆM PHÓ CHỦ NHIỆM', 'CHỦ TỊCH', 'TL. CHỦ TỊCH CHÁNH VĂN PHÒNG']) {
      const { document } = readDirective(
        `${LETTERHEAD}\nKính gửi: Các sở, ngành.\n\nĐề nghị các sở, ngành rà soát hồ sơ.\n\n| *Nơi nhận:* - Như trên; - Lưu: VT, TH. | ${office}     Trần Văn Mẫu |\n| --- | --- |\n`,
      );
      expect([document.signer, document.signerTitle], office).toEqual(['Trần Văn Mẫu', office]);
    }
  });
});

describe('its number', () => {
  it('is read where it was stamped into a wide blank', () => {
    const { document } = readDirective(
      LETTERHEAD.replace('Số: 15/UBND-TH', ' Số:   4615     /UBND-TH') +
        '\nKính gửi: Sở Y tế.\n\nĐề nghị Sở Y tế rà soát hồ sơ.\n',
    );
    expect([document.number, document.symbol]).toEqual(['4615', '4615/UBND-TH']);
  });
});

describe('who issued it', () => {
  it('is not told by the hour of a page, nor by the title of an annex', () => {
    for (const head of ['Tăng cường kiểm tra bến bãi\n22/03/2026 09:59 GMT+7', 'PHỤ LỤC NHIỆM VỤ CỤ THỂ'])
      expect(readDirective(`${head}\n\nSở Xây dựng kiểm tra các bến đò.\n`).document.issuer, head).toBeNull();
  });
});
