/**
 * Names of bodies that no rule of the grammar takes apart, because their commas, their "và" and their words of doing are
 * part of the name: what steering committees are for, the branches of the police, the boards of industrial zones. They
 * are the same in every province.
 */
const OF_DISASTERS =
  '(?:[Pp]hòng,? chống (?:thiên tai|lụt bão|lụt, bão)|PCTT|[Tt]ìm kiếm,? cứu nạn|TKCN|[Cc]ứu hộ,? cứu nạn|[Pp]hòng thủ dân sự|PTDS|[Ứứ]ng phó (?:sự cố )?thiên tai)';
const PURPOSES = [
  'phát triển khoa học(?:,| và) công nghệ(?:,| và) đổi mới sáng tạo(?:,| và) chuyển đổi số(?:(?:,| và) (?:cải cách hành chính|(?:triển khai )?Đề án 06))*',
  '(?:chuyển đổi số|cải cách hành chính)(?:(?:,| và) (?:chuyển đổi số|cải cách hành chính|(?:triển khai )?Đề án 06))+',
  '(?:phòng,? chống|PC) tham nhũng(?:, lãng phí)?, tiêu cực',
  'phòng,? chống tội phạm(?:, (?:tệ nạn xã hội|vi phạm pháp luật|ma túy|mua bán người))+(?: và xây dựng phong trào [Tt]oàn dân bảo vệ (?:an ninh Tổ quốc|ANTQ))?',
  'phòng,? chống (?:AIDS|HIV/AIDS)(?:(?:,| và) (?:tệ nạn|phòng,? chống tệ nạn) (?:ma túy(?:, mại dâm)?|xã hội))*',
  'phòng,? chống thiên tai(?:,| và) tìm kiếm cứu nạn(?: và phòng thủ dân sự)?',
  'PCTT(?:,\\s?| và |&| & )TKCN(?: và (?:phòng thủ dân sự|PTDS))?',
  `${OF_DISASTERS}(?:(?:, | và | - |, và )${OF_DISASTERS}){1,3}`,
  '(?:quốc gia )?(?:phòng,? )?chống buôn lậu, gian lận thương mại và hàng giả',
  '(?:các )?[Cc]hương trình mục tiêu quốc gia',
  'các (?:CTMTQG|Chương trình MTQG|chương trình MTQG)',
  'xóa nhà tạm, nhà dột nát',
  '(?:vệ sinh,? )?an toàn (?:vệ sinh )?thực phẩm',
  'an toàn giao thông',
  '(?:phòng,? chống )?dịch(?: bệnh)?(?: (?:COVID-19|Covid-19|động vật|tả lợn))?',
  'phòng cháy,? (?:và )?chữa cháy(?: rừng)?',
  'công tác gia đình',
  'cải cách hành chính',
  'chuyển đổi số',
  '(?:xóa đói,? )?giảm nghèo(?: bền vững)?(?:(?:,| và) (?:xây dựng nông thôn mới|an sinh xã hội))*',
  '(?:xây dựng )?(?:nông thôn mới|NTM)(?:(?:,| và) (?:đô thị văn minh|giảm nghèo(?: bền vững)?))*',
].join('|');

const OF_CRIMES =
  '(?:ma túy|môi trường|trật tự xã hội|(?:kinh tế, tham nhũng|tham nhũng, kinh tế)(?:, (?:buôn lậu|môi trường)){0,2}(?: và môi trường)?|kinh tế)';
const POLICE = [
  `(?:điều tra|phòng,? chống)(?: tội phạm(?: về ${OF_CRIMES})?)?`,
  '(?:phòng cháy,? (?:và )?chữa cháy|PCCC)(?:(?: và |&| & )(?:cứu nạn,? cứu hộ|cứu hộ,? cứu nạn|CNCH))?',
  '[Qq]uản lý hành chính về trật tự xã hội',
  'quản lý trại giam, cơ sở giáo dục bắt buộc, trường giáo dưỡng',
].join('|');
const SECURITY =
  '(?:An ninh điều tra|An ninh mạng và phòng,? chống tội phạm sử dụng công nghệ cao|[Qq]uản lý hành chính về trật tự xã hội)';

const ZONE =
  '(?:[Kk]hu (?:chế xuất|công nghiệp|kinh tế|công nghệ cao)|[Cc]ụm công nghiệp|công nghiệp|KCX|KCN|KKT|CCN|KCNC)';

const SET: readonly { head: RegExp; rest: RegExp }[] = [
  {
    head: /(?:^|\s)(?:Ban [Cc]hỉ đạo|BCĐ|Ban [Cc]hỉ huy|Tổ [Cc]ông tác|Tổ giúp việc|Tiểu ban)$/u,
    rest: new RegExp(
      `^(?: của (?:Chính phủ|tỉnh|thành phố|huyện|xã|phường)| Trung ương| Chính phủ)?(?: (?:về|triển khai|thực hiện))? (?:${PURPOSES})(?![\\p{L}\\p{M}])`,
      'u',
    ),
  },
  { head: /(?:^|\s)Cảnh sát$/u, rest: new RegExp(`^ (?:${POLICE})(?![\\p{L}\\p{M}])`, 'u') },
  { head: /(?:^|\s)(?:Phó )?(?:Trưởng|trưởng) [Bb]an$/u, rest: /^ [Xx]ây dựng [Đđ]ảng(?![\p{L}\p{M}])/u },
  { head: /(?:^|\s)(?:Vụ|Phòng|Ban)$/u, rest: /^ Quản lý nợ(?:,| và) cưỡng chế nợ thuế(?![\p{L}\p{M}])/u },
  { head: /(?:^|\s)(?:Cục|Phòng|Cơ quan|Đội)$/u, rest: new RegExp(`^ ${SECURITY}(?![\\p{L}\\p{M}])`, 'u') },
  {
    head: /(?:^|\s)(?:Ban [Qq]uản lý|BQL)$/u,
    rest: new RegExp(
      `^ (?:(?:[Kk]hu (?:[Kk]inh tế|[Cc]ông nghệ cao)|KKT)(?:,| và) )?các ${ZONE}(?:(?:,? và(?: các)? |, (?:các )?| - |-)${ZONE})*(?![\\p{L}\\p{M}])`,
      'u',
    ),
  },
  {
    head: /(?:^|\s)(?:Ban [Qq]uản lý|BQL)(?: các)?(?: [Dd]ự án)?$/u,
    rest: /^(?: (?:các )?[Dd]ự án)?(?: đầu tư)?(?: xây dựng)?(?: các)?(?: công trình)? (?:dân dụng(?:,| và| -) (?:công nghiệp|hạ tầng đô thị)(?: và (?:công nghiệp|hạ tầng đô thị))?|[Nn]ông nghiệp(?:,| và| -) (?:phát triển nông thôn|giao thông|thủy lợi)|giao thông(?:,| và| -) (?:đô thị|nông nghiệp|dân dụng)|khai thác công trình (?:thủy lợi|hạ tầng))(?![\p{L}\p{M}])/u,
  },
  {
    head: /(?:^|\s)Chi cục$/u,
    rest: /^ (?:Biển,? (?:và )?[Hh]ải đảo(?:,| và) [Kk]iểm ngư|Thủy sản(?:,| và) [Kk]iểm ngư)(?![\p{L}\p{M}])/u,
  },
  { head: /(?:^|\s)Ban [Gg]iám sát$/u, rest: /^ đầu tư(?: của)? cộng đồng(?![\p{L}\p{M}])/u },
  {
    head: /(?:^|\s)Hội đồng [Tt]hẩm định$/u,
    rest: /^ (?:quy hoạch|giá đất(?: cụ thể)?|công nghệ|đồ án|thiết kế|(?:báo cáo )?đánh giá tác động môi trường)(?![\p{L}\p{M}])/u,
  },
  {
    head: /(?:^|\s)Vụ$/u,
    rest: /^ (?:Truyền thông(?:,| và) [Tt]hi đua,? [Kk]hen thưởng|Giáo dục [Cc]hính trị(?:,| và) [Cc]ông tác (?:học sinh, sinh viên|HSSV))(?![\p{L}\p{M}])/u,
  },
  { head: /(?:^|\s)Viện$/u, rest: /^ Điều tra,? (?:và )?[Qq]uy hoạch [Rr]ừng(?![\p{L}\p{M}])/u },
  { head: /(?:^|\s)Cục Viễn thông$/u, rest: /^ và [Cc]ơ yếu(?![\p{L}\p{M}])/u },
  {
    head: /(?:^|\s)Hội đồng$/u,
    rest: /^ (?:giáo dục quốc phòng(?:,| và| -) an ninh|bồi thường, hỗ trợ(?:,| và) tái định cư|[Pp]hối hợp (?:công tác )?phổ biến,? giáo dục pháp luật|[Tt]hi đua(?:,| -| và) [Kk]hen thưởng)(?![\p{L}\p{M}])/u,
  },
  {
    head: /(?:^|\s)Cục$/u,
    rest: /^ Quản lý,? (?:(?:đầu tư )?xây dựng(?: công trình)?|đấu thầu|xuất nhập cảnh|môi trường|thị trường(?: trong nước)?|[Kk]hám(?: bệnh)?, chữa bệnh|giám sát bảo hiểm|giám sát chính sách \p{Ll}+)(?![\p{L}\p{M}])/u,
  },
  {
    head: /(?:^|\s)Trung tâm$/u,
    rest: /^ (?:[Xx]úc tiến (?:[Đđ]ầu tư|[Tt]hương mại|[Dd]u lịch)(?:(?:,| -| và|, và) (?:[Đđ]ầu tư|[Tt]hương mại|[Dd]u lịch|[Hh]ỗ trợ doanh nghiệp)){0,3}|[Pp]hục vụ [Hh]ành chính công|[Dd]ữ liệu quốc gia(?: về dân cư)?|[Dd]ịch vụ đấu giá tài sản|Dịch vụ (?:[Tt]ổng hợp|[Ss]ự nghiệp công)|(?:Cung cấp|Cung ứng) (?:các )?dịch vụ (?:sự nghiệp )?công(?: ích)?|[Gg]iám sát, điều hành(?: đô thị)?(?: thông minh)?|Giống cây trồng(?:,| và) vật nuôi|(?:Huấn luyện|Đào tạo|Đào tạo, huấn luyện|Huấn luyện, đào tạo)(?:,| và) [Tt]hi đấu (?:TDTT|[Tt]hể (?:dục,? )?thao)(?: tỉnh)?|Giáo dục [Nn]ghề nghiệp(?: -|,| và) [Gg]iáo dục [Tt]hường xuyên|Giáo dục [Tt]hường xuyên(?:(?: -|,| và) (?:[Gg]iáo dục|[Dd]ạy) [Nn]ghề(?: nghiệp)?)?|Hỗ trợ (?:đầu tư|doanh nghiệp(?: nhỏ và vừa)?|khởi nghiệp(?: đổi mới sáng tạo| sáng tạo)?))(?![\p{L}\p{M}])/u,
  },
];

/** "Ban Chỉ đạo | phòng, chống tham nhũng, lãng phí, tiêu cực | tỉnh": the rest of a set name after its head; its end or -1. */
export function setRestEnd(text: string, [start, headEnd]: readonly [number, number]): number {
  const name = text.slice(start, headEnd);
  const ahead = text.slice(headEnd, headEnd + 160);
  for (const { head, rest } of SET) {
    const found = head.test(name) ? rest.exec(ahead) : null;
    if (found) return headEnd + found[0].length;
  }
  return -1;
}
