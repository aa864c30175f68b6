import { everybody, page, type RouteTable } from '../platform/http/index.ts';
import { Heading, Section } from '../ui/index.ts';

/** What somebody new must know, on one page that also opens without an account. */
export const helpRoutes: RouteTable = [
  {
    method: 'get',
    path: '/tro-giup',
    may: everybody,
    handle: (c) =>
      page(
        c,
        { title: 'Trợ giúp' },
        <>
          <Heading title="Trợ giúp" lead="Từ văn bản chỉ đạo đến nhiệm vụ được xác nhận, trong năm bước." />
          <div class="ts-prose">
            <Section title="1. Văn phòng: nhận văn bản vào">
              <p>
                Vào <b>Văn bản</b>, chọn <b>Nhận văn bản mới</b>, tải tệp lên (Word, PDF, TXT) hoặc dán nội dung. Văn
                bản có độ mật không được đưa vào hệ thống này.
              </p>
            </Section>
            <Section title="2. Văn phòng: kiểm tra ở bàn đọc">
              <p>
                Bên trái là văn bản, bên phải là các nhiệm vụ máy đọc được. Với từng nhiệm vụ hãy xem ai chủ trì, ai
                phối hợp, hạn nào, rồi chọn <b>Đúng, nhận</b>, <b>Sửa</b>, <b>Tách</b>, <b>Gộp</b> hoặc <b>Bỏ</b>. Chỗ
                nào máy chưa rõ cơ quan thì máy hỏi, không tự đoán.
              </p>
            </Section>
            <Section title="3. Văn phòng: ban hành và gửi">
              <p>
                Ghi đủ số, ngày, người ký, xem lại nơi nhận rồi <b>Ban hành</b>. Mỗi cơ quan được giao thấy ngay việc
                của mình.
              </p>
            </Section>
            <Section title="4. Cơ quan được giao: nhận, làm, báo cáo">
              <p>
                Ở trang <b>Hôm nay</b>, mở văn bản mới và chọn <b>Đã nhận</b>. Trong từng nhiệm vụ, ghi tiến độ và đính
                kèm văn bản kết quả; khi xong chọn <b>Đã xong, đề nghị xác nhận</b>.
              </p>
            </Section>
            <Section title="5. Văn phòng: xác nhận hoặc trả lại">
              <p>
                Nhiệm vụ đã báo xong nằm ở <b>Chờ xác nhận</b>. Xác nhận thì ngày báo xong được tính là ngày hoàn thành;
                trả lại thì ghi rõ lý do.
              </p>
            </Section>
            <Section title="Làm việc với nhiều chức vụ">
              <p>
                Bấm <b>Đổi chức vụ</b> ở góc trên để chọn chức vụ đang dùng. Mọi việc được ghi theo chức vụ đó.
              </p>
            </Section>
            <Section title="Quên mật khẩu">
              <p>Liên hệ người quản trị của đơn vị mình để được cấp lại.</p>
            </Section>
          </div>
        </>,
      ),
  },
];
