import type { VNode } from 'preact';

/** Where the page stands; the page itself is not among the links. */
export function Breadcrumbs({ links }: { links: readonly { href: string; label: string }[] }): VNode {
  return (
    <nav class="govuk-breadcrumbs" aria-label="Vị trí trang">
      <ol class="govuk-breadcrumbs__list">
        {links.map((link) => (
          <li class="govuk-breadcrumbs__list-item">
            <a class="govuk-breadcrumbs__link" href={link.href}>
              {link.label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
