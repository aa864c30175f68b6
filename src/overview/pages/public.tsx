import type { VNode } from 'preact';
import { ButtonLink, Heading, LinkRow, Section } from '../../ui/index.ts';

/** What somebody without an account sees: find one's commune, and where officials sign in. */
export function PublicPage({ provinceName, communes }: { provinceName: string; communes: number }): VNode {
  return (
    <>
      <Heading
        title={`${provinceName}: chính quyền hai cấp`}
        lead={`Từ ngày 1/7/2025 ${communes} xã, phường làm việc trực tiếp với tỉnh, không còn cấp huyện.`}
      />
      <Section title="Xã, phường của tôi nay là gì?">
        <form action="/don-vi" class="ts-form">
          <div class="govuk-form-group">
            <label class="govuk-label" for="tim-xa">
              Tên xã, phường, thị trấn cũ hoặc mới
            </label>
            <div class="govuk-hint" id="tim-xa-goi-y">
              Có thể gõ không dấu, ví dụ: khanh hop
            </div>
            <input
              class="govuk-input govuk-input--width-20"
              id="tim-xa"
              name="q"
              type="search"
              maxLength={100}
              aria-describedby="tim-xa-goi-y"
            />
          </div>
          <button type="submit" class="govuk-button">
            Tìm
          </button>
        </form>
      </Section>
      <Section title="Hồ sơ của tôi đến đâu rồi?">
        <p>Nhập mã trên giấy tiếp nhận để biết hồ sơ đang ở đâu và ngày trả kết quả. Không cần tài khoản.</p>
        <LinkRow>
          <ButtonLink href="/tra-cuu" kind="secondary">
            Tra cứu hồ sơ
          </ButtonLink>
        </LinkRow>
      </Section>
      <Section title="Dành cho cán bộ, công chức">
        <p>Giao việc từ văn bản chỉ đạo, theo dõi đến khi xong, không để sót.</p>
        <LinkRow>
          <ButtonLink href="/dang-nhap">Đăng nhập</ButtonLink>
        </LinkRow>
      </Section>
    </>
  );
}
