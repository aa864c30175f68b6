import type { VNode } from 'preact';
import type { FramePerson, NavItem, PageFrame } from './model.ts';
import { formatNumber } from './numbers.ts';

/** The nation's strip, who is signed in, the search, and the rooms. */
export function Masthead({ frame }: { frame: PageFrame }): VNode {
  const { person, nav } = frame;
  return (
    <>
      <header class="ts-masthead">
        {frame.demo && <p class="ts-demo">Bản trình diễn – dữ liệu không có thật</p>}
        <div class="ts-wrap">
          <a class="ts-brand" href="/">
            Thông Suốt<small>{frame.provinceName}</small>
          </a>
          {person && <Search />}
          {person ? (
            <Who person={person} />
          ) : (
            <a class="ts-who ts-signin" href="/dang-nhap">
              Cán bộ đăng nhập
            </a>
          )}
        </div>
      </header>
      {nav.length > 0 && (
        <nav class="ts-nav" aria-label="Các phần">
          <ul class="ts-wrap">{nav.map(navLink)}</ul>
        </nav>
      )}
    </>
  );
}

function Search(): VNode {
  return (
    <search class="ts-search">
      <form action="/tim">
        <label class="govuk-visually-hidden" for="ts-tim">
          Tìm văn bản, nhiệm vụ, kiến nghị, đơn vị
        </label>
        <input type="search" id="ts-tim" name="q" placeholder="Văn bản, nhiệm vụ, xã…" maxLength={200} />
        <button type="submit">Tìm</button>
      </form>
    </search>
  );
}

function Who({ person }: { person: FramePerson }): VNode {
  return (
    <div class="ts-who">
      <p>
        <b>{person.organName}</b>
        {/* An account that is named after its office says it once. */}
        <a href="/tai-khoan" title="Tài khoản: mật khẩu, mã xác thực, các máy đang đăng nhập">
          {person.name.includes(person.positionName) ? person.name : `${person.name}, ${person.positionName}`}
        </a>
      </p>
      <div class="ts-who-links">
        {person.positionCount > 1 && <a href="/chuc-vu">Đổi chức vụ</a>}
        <form method="post" action="/dang-xuat" data-sign-out="">
          <button type="submit">Đăng xuất</button>
        </form>
      </div>
    </div>
  );
}

function navLink(item: NavItem): VNode {
  return (
    <li>
      <a href={item.href} aria-current={item.current ? 'page' : undefined}>
        {item.label}
        {item.count ? (
          <span class="ts-count">
            {formatNumber(item.count)}
            <span class="govuk-visually-hidden"> việc đang chờ</span>
          </span>
        ) : null}
      </a>
    </li>
  );
}
