import { describe, expect, it } from 'vitest';
import * as genres from './genres.fixture.ts';
import { type ReadTask, readDirective } from './index.ts';
import * as meetings from './meetings.fixture.ts';

const text = { ...genres, ...meetings };

/** "lead + lead <- partner + partner | deadline": what a clerk would check first. */
const brief = (task: ReadTask): string =>
  `${task.lead.join(' + ')}${task.coordinate.length ? ` <- ${task.coordinate.join(' + ')}` : ''} | ${task.deadline ?? task.recurrence ?? task.deadlineText ?? '-'}`;
const briefs = (input: string): string[] =>
  readDirective(input)
    .tasks.filter((t) => !t.optional)
    .map(brief);

describe('who must do what, by kind of document', () => {
  it('gives the points under an agency heading to that agency', () => {
    expect(briefs(text.INSTRUCTION)).toEqual([
      'Sở Nông nghiệp và Môi trường <- Sở Tư pháp + Thanh tra tỉnh | 2025-10-30',
      'Sở Nông nghiệp và Môi trường | yearly',
      'Sở Nông nghiệp và Môi trường | quarterly',
      'Các Sở: Tài chính, Xây dựng, Nông nghiệp và Môi trường | -',
      'Công an tỉnh | -',
      'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh + các tổ chức chính trị - xã hội tỉnh | -',
      'Ủy ban nhân dân các xã, phường | -',
      'Ủy ban nhân dân các xã, phường | 2025-10-15',
      'Chánh Văn phòng UBND tỉnh | -',
    ]);
  });

  it('reads a Party notice, keeps the condition and splits where the limit differs', () => {
    expect(briefs(text.PARTY_NOTICE)).toEqual([
      'Đảng ủy UBND tỉnh | 2025-09-30',
      'Đảng ủy UBND tỉnh | 2025-08-31',
      'Đảng ủy các xã, phường | -',
      'Đảng ủy các xã, phường | regular',
      'Ban Tổ chức Tỉnh ủy <- Đảng ủy UBND tỉnh | sau khi có hướng dẫn của Trung ương',
      'Đảng ủy UBND tỉnh | 2025-09-30',
      'Văn phòng Tỉnh ủy <- Ủy ban Kiểm tra Tỉnh ủy + các ban đảng Tỉnh ủy | regular',
    ]);
    const petition = readDirective(text.PARTY_NOTICE).tasks[4]!;
    expect(petition.topic).toBe('Về đề xuất bổ sung biên chế cho các xã miền núi');
    expect(petition.condition).toBe('sau khi có hướng dẫn của Trung ương');
  });

  it('reads labels at the end of a paragraph, on lines of their own, and the rows of a task table', () => {
    expect(briefs(text.PLAN)).toEqual([
      'Sở Khoa học và Công nghệ <- Viễn thông tỉnh + UBND các xã, phường | 2025-12-31',
      'Sở Nội vụ <- Sở Khoa học và Công nghệ + UBND các xã, phường | 2025-11-30',
      'Các sở, ban, ngành + UBND các xã, phường | 2025-08-15',
      'Sở Khoa học và Công nghệ | monthly',
      'Sở Tài chính | -',
      'Báo và Phát thanh, Truyền hình tỉnh | -',
      'Sở Khoa học và Công nghệ <- Sở Tài chính + Sở Xây dựng | 2025-09-30',
      'Văn phòng UBND tỉnh <- Viễn thông tỉnh | 2025-10-31',
      'Sở Nội vụ | regular',
    ]);
  });

  it('falls back on "Kính gửi" where a paragraph of a letter names nobody, and is not sure of it', () => {
    expect(briefs(text.LETTER)).toEqual([
      'UBND các xã, phường | 2026-01-10',
      'Sở Nội vụ <- Văn phòng UBND tỉnh + các đơn vị liên quan | 2026-01-20',
      'Sở Nội vụ + UBND các xã, phường | -',
    ]);
    const task = readDirective(text.LETTER).tasks[2]!;
    expect(task).toMatchObject({ rule: 'under-letter', sure: false });
    expect(task.reason).toContain('Kính gửi');
  });

  it('takes the orders out of a news page and leaves the meeting, the report and the page furniture', () => {
    expect(briefs(text.NEWS)).toEqual([
      'Sở Xây dựng | 2025-09-30',
      'Sở Tài chính | -',
      'UBND các xã, phường | 2025-09-22',
      'Sở Y tế | -',
      'Sở Nông nghiệp và Môi trường | -',
    ]);
  });

  it('reads agencies in brackets and before a colon', () => {
    expect(briefs(text.PARTY_PLAN)).toEqual([
      'Ban Xây dựng Đảng <- Văn phòng Đảng ủy | 2025-11-30',
      'UBND xã | 2026-03-31',
      'Ủy ban Kiểm tra Đảng ủy | -',
      'Đảng ủy UBND xã | -',
      'Mặt trận Tổ quốc Việt Nam xã + các đoàn thể chính trị - xã hội | -',
      'Các chi bộ trực thuộc | 2025-11-20',
      'Văn phòng Đảng ủy | -',
    ]);
  });

  it('binds a limit given after several tasks to all of them', () => {
    const tasks = readDirective(text.OFFICE_LETTER).tasks.filter((t) => t.lead.includes('Công an tỉnh'));
    expect(tasks.map((t) => t.deadline)).toEqual(['2026-03-05', '2026-03-05']);
  });

  it('keeps two communes of one bullet apart, each with its own day', () => {
    expect(briefs(text.SITE_NOTICE)).toEqual([
      'Sở Xây dựng | trong tuần này',
      'UBND xã Bản Mới | 2026-03-25',
      'UBND xã Bản Cũ | 2026-03-30',
      'Ban Quản lý dự án đầu tư xây dựng tỉnh | -',
      'Sở Tài chính | 2026-03-20',
      'Nhà thầu thi công | 2026-06-30',
      'đồng chí Giám đốc Ban Quản lý dự án đầu tư xây dựng tỉnh | regular',
      'Sở Nông nghiệp và Môi trường + UBND các xã: Bản Mới, Bản Cũ + các đơn vị có liên quan <- Ban Quản lý dự án | -',
      'Văn phòng UBND tỉnh | -',
    ]);
  });

  it('reads through hard wraps, a page number and a footnote inside a sentence', () => {
    expect(briefs(text.TELEGRAM_PDF)).toEqual([
      'Chủ tịch Ủy ban nhân dân các xã, phường ven biển từ Bãi Sau đến Hòn Trước | 2025-09-24',
      'Chủ tịch Ủy ban nhân dân các xã, phường ven biển từ Bãi Sau đến Hòn Trước | -',
      'Bộ Chỉ huy Quân sự tỉnh + Công an tỉnh | -',
      'Các Sở: Nông nghiệp và Môi trường, Công Thương | regular',
      'Văn phòng Ủy ban nhân dân tỉnh | -',
    ]);
    expect(readDirective(text.TELEGRAM_PDF).tasks[1]!.action).toBe(
      'Sơ tán người dân ở vùng trũng thấp, ven sông, ven biển đến nơi an toàn',
    );
  });

  it('reads an annex whose cells stand between bars, and leaves the letterhead set in the same way', () => {
    expect(briefs(text.BARRED_PLAN)).toEqual([
      'Giám đốc các sở + Thủ trưởng các ban, ngành + Chủ tịch UBND các xã, phường | 2026-01-31',
      'Sở Nội vụ | quarterly',
      'Sở Nông nghiệp và Môi trường <- UBND các xã, phường | 2026-06-30',
      'Sở Nội vụ <- Các sở, ban, ngành | 2026-09-30',
    ]);
  });

  it('reads a telegram in Markdown', () => {
    expect(briefs(text.TELEGRAM_MARKDOWN)).toEqual([
      'Ban Chỉ huy Phòng thủ dân sự các xã, phường | -',
      'Ban Chỉ huy Phòng thủ dân sự các xã, phường | 2025-07-21',
      'Bộ Chỉ huy Bộ đội Biên phòng tỉnh + Sở Nông nghiệp và Môi trường | daily',
      'Sở Xây dựng + Công ty TNHH MTV Thoát nước | -',
      'Các chủ hồ đập + Công ty TNHH Thủy lợi Bắc + Công ty CP Thủy điện Nậm Mẫu | regular',
      'Đài Phát thanh và Truyền hình tỉnh | -',
      'Ban Chỉ huy Phòng thủ dân sự các xã, phường + Các sở, ban, ngành, đơn vị liên quan | regular',
    ]);
  });

  it('tells consent from order, and a partner from a lead', () => {
    expect(briefs(text.SESSION_NOTICE)).toEqual([
      'Sở Tài chính | -',
      'Sở Tài chính | 2026-02-20',
      'Sở Nông nghiệp và Môi trường + UBND các xã, phường | 2026-02-28',
      'Sở Nông nghiệp và Môi trường + UBND các xã, phường | -',
      'Công an tỉnh + Bộ Chỉ huy Quân sự tỉnh | -',
      'Sở Giáo dục và Đào tạo | -',
      'Sở Tư pháp | 2026-02-10',
      'Đồng chí Phó Chủ tịch Thường trực UBND tỉnh | -',
      'Văn phòng UBND tỉnh | -',
      'Các Phó Chủ tịch UBND tỉnh | -',
      'Sở Tài chính | -',
      'UBND phường Nam <- Sở Văn hóa, Thể thao và Du lịch | -',
      'các chủ đầu tư dự án chậm tiến độ | 2026-02-15',
      'các đơn vị | -',
    ]);
  });

  it('offers the closing call as optional and finds none of it among the duties', () => {
    const optional = readDirective(text.INSTRUCTION).tasks.filter((t) => t.optional);
    expect(optional.map((t) => t.action)).toEqual(['nghiêm túc triển khai thực hiện']);
  });

  it('says so when a text holds no task', () => {
    const reading = readDirective('Sáng nay trời nắng đẹp. Bà con ra đồng từ sớm.');
    expect(reading.tasks).toEqual([]);
    expect(reading.warnings.map((w) => w.code)).toEqual(['no_tasks']);
  });
});

describe('the facts of the document', () => {
  it.each([
    [
      'INSTRUCTION',
      text.INSTRUCTION,
      { number: '14', symbol: '14/CT-UBND', type: 'Chỉ thị', date: '2025-09-05', signer: 'Trần Văn Mẫu' },
    ],
    [
      'PARTY_NOTICE',
      text.PARTY_NOTICE,
      {
        number: '215',
        symbol: '215-TB/TU',
        type: 'Thông báo',
        date: '2025-08-12',
        signer: 'Lê Thị Mẫu',
        signerTitle: 'T/L BAN THƯỜNG VỤ CHÁNH VĂN PHÒNG',
      },
    ],
    [
      'PLAN',
      text.PLAN,
      {
        number: null,
        symbol: null,
        symbolPartial: '/KH-UBND',
        date: null,
        datePartial: '2025-07',
        type: 'Kế hoạch',
        signer: 'Nguyễn Thị Mẫu',
      },
    ],
    [
      'LETTER',
      text.LETTER,
      {
        number: '3321',
        symbol: '3321/UBND-NC',
        type: 'Công văn',
        date: '2025-12-18',
        issuer: 'ỦY BAN NHÂN DÂN TỈNH HƯƠNG SƠN',
      },
    ],
    [
      'TELEGRAM_PDF',
      text.TELEGRAM_PDF,
      {
        number: '09',
        symbol: '09/CĐ-UBND',
        type: 'Công điện',
        date: '2025-09-23',
        urgency: 'hỏa tốc',
        signer: 'Hồ Văn Mẫu',
      },
    ],
  ])('of %s stand in its head and foot', (_name, input, facts) => {
    expect(readDirective(input).document).toMatchObject(facts);
  });

  it('never takes the day of the meeting for the day of the document', () => {
    expect(readDirective(text.SITE_NOTICE).document.date).toBeNull();
  });

  it('lists the recipients one by one, without the signature beside them', () => {
    expect(readDirective(text.TELEGRAM_PDF).recipients).toEqual([
      '- Như trên;',
      '- Thủ tướng Chính phủ (để b/c);',
      '- Lưu: VT, NN.',
    ]);
  });

  it('cites every other document once, also from footnotes and over a line break', () => {
    expect(readDirective(text.TELEGRAM_PDF).references).toEqual(['88/CĐ-TTg', '77-KL/TW', '512/UBND-NN']);
  });

  it('marks a secret document', () => {
    expect(readDirective(`MẬT\n${text.INSTRUCTION}`).document.secrecy).toBe('mật');
  });

  it('warns of a day that does not exist', () => {
    const reading = readDirective(text.INSTRUCTION.replace('30/10/2025', '31/11/2025'));
    expect(reading.tasks[0]!.deadline).toBeNull();
    expect(reading.warnings.map((w) => w.code)).toEqual(['impossible_date']);
  });
});

describe('the same text in other dress', () => {
  it.each([
    ['decomposed Unicode', (t: string) => t.normalize('NFD')],
    ['carriage returns', (t: string) => t.replace(/\n/g, '\r\n')],
    ['no-break spaces', (t: string) => t.replace(/ /g, '\u00a0')],
    ['old tone marks', (t: string) => t.replace(/Ủy/g, 'Uỷ').replace(/hóa/g, 'hoá')],
    ['Markdown bold', (t: string) => t.replace(/^(\d\..*)$/gm, '**$1**')],
    [
      'slips of OCR in common words',
      (t: string) => t.replace(/phối hợp/g, 'phổi hợp').replace('trước ngày', 'trưóc ngày'),
    ],
    ['blank lines between paragraphs', (t: string) => t.replace(/\n/g, '\n\n')],
  ])('%s changes nothing of who must do what', (_name, dress) => {
    const leads = (t: string) =>
      readDirective(t).tasks.map((task) =>
        task.lead
          .join(' + ')
          .normalize('NFC')
          .replace(/Uỷ/g, 'Ủy')
          .replace(/\u00a0/g, ' '),
      );
    expect(leads(dress(text.INSTRUCTION))).toEqual(leads(text.INSTRUCTION));
  });

  it('keeps every offset in the text as it was given', () => {
    const input = text.INSTRUCTION.normalize('NFD');
    const task = readDirective(input).tasks[0]!;
    expect(input.slice(...task.leadSpans[0]!).normalize('NFC')).toBe('Sở Nông nghiệp và Môi trường');
    expect(input.slice(...task.deadlineSpan!).normalize('NFC')).toBe('hoàn thành trước ngày 30/10/2025');
  });
});

it('knows the names that a province adds', () => {
  const input =
    'KẾ HOẠCH\nII. NHIỆM VỤ\n1. Nhịp cầu Doanh nghiệp Hương Sơn tổng hợp kiến nghị, báo cáo trước ngày 15/3/2026.';
  const [guessed] = readDirective(input).tasks;
  const reading = readDirective(input, { lexicon: { names: ['Nhịp cầu Doanh nghiệp Hương Sơn'] } });
  expect(reading.tasks.map(brief)).toEqual(['Nhịp cầu Doanh nghiệp Hương Sơn | 2026-03-15']);
  expect(reading.tasks[0]!.confidence).toBeGreaterThan(guessed?.confidence ?? 1);
});

it('reads a letterhead and a foot that a layout table has pressed into single cells', () => {
  const input = `ỦY BAN NHÂN DÂN TỈNH HƯƠNG SƠN Số: 77/TB-UBND | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc
THÔNG BÁO
Về việc trực Tết
1. Giao Sở Y tế bố trí trực cấp cứu trước ngày 10/02/2026. Văn phòng Ủy ban nhân dân tỉnh thông báo để các đơn vị biết, thực hiện./.
Nơi nhận: - Như trên; - Lưu: VT. | KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Văn Mẫu`;
  const reading = readDirective(input);
  expect(reading.document).toMatchObject({
    symbol: '77/TB-UBND',
    signer: 'Nguyễn Văn Mẫu',
    signerTitle: 'KT. CHỦ TỊCH PHÓ CHỦ TỊCH',
  });
  expect(reading.recipients).toEqual(['- Như trên;', '- Lưu: VT.']);
  expect(reading.tasks).toHaveLength(1);
  expect(input.slice(...reading.tasks[0]!.evidence)).toBe('Giao Sở Y tế bố trí trực cấp cứu trước ngày 10/02/2026');
});
