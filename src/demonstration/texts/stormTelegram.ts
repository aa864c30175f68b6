import type { DirectiveText } from './text.ts';

/** An urgent telegram of the chairman of the People's Committee before a storm. */
export const stormTelegram: DirectiveText = ({ number, day, inDays, communes: [a, b, c] }) => `ỦY BAN NHÂN DÂN
TỈNH NGHỆ AN
-------
Số: ${String(number).padStart(2, '0')}/CĐ-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Nghệ An, ${day}

CÔNG ĐIỆN
Về việc chủ động ứng phó với bão và mưa lũ

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐIỆN:
- Giám đốc các sở, Thủ trưởng các ban, ngành cấp tỉnh;
- Chủ tịch UBND các xã, phường.

Theo bản tin dự báo, bão có khả năng gây mưa rất to ở vùng núi phía Tây. Để giảm thiệt hại về người và tài sản, Chủ tịch UBND tỉnh yêu cầu:

1. Chủ tịch UBND các xã ${a}, ${b}, ${c} rà soát từng hộ ở khu vực có nguy cơ sạt lở, sẵn sàng sơ tán, hoàn thành trước ngày ${inDays(2)}.

2. Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Sở Công Thương kiểm tra hồ đập xung yếu, báo cáo UBND tỉnh trước ngày ${inDays(3)}.

3. Sở Xây dựng bố trí máy xúc, nhân lực tại các điểm thường xuyên sạt lở, bảo đảm thông xe sớm nhất.

4. Sở Y tế chuẩn bị thuốc, vật tư y tế cho các xã có nguy cơ bị chia cắt, hoàn thành trước ngày ${inDays(2)}.

5. Sở Công Thương chỉ đạo dự trữ hàng hóa thiết yếu tại các xã vùng cao, hoàn thành trước ngày ${inDays(4)}.

6. Sở Giáo dục và Đào tạo quyết định cho học sinh nghỉ học ở những nơi không an toàn, báo cáo trước ngày ${inDays(3)}.

7. Bộ Chỉ huy Quân sự tỉnh chủ trì, phối hợp với Công an tỉnh sẵn sàng lực lượng, phương tiện cứu hộ, cứu nạn.

8. Sở Khoa học và Công nghệ bảo đảm thông tin liên lạc thông suốt đến các xã vùng sâu.

9. Giao Sở Nông nghiệp và Môi trường theo dõi, đôn đốc, tổng hợp thiệt hại, báo cáo UBND tỉnh trước ngày ${inDays(8)}.

Nơi nhận:
- Các sở, ban, ngành;
- UBND các xã, phường;
- Lưu: VT, NN.

CHỦ TỊCH
`;
