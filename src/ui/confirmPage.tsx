import type { ComponentChildren, VNode } from 'preact';
import { FormPage, type FormProps } from './formPage.tsx';
import { Heading } from './heading.tsx';

/**
 * Asks once more before a step that others will see or that is hard to take back; says what will happen, and always
 * offers the way back. Fields (a reason) go into the children after the words.
 */
export function ConfirmPage(
  props: Omit<FormProps, 'submit' | 'cancelHref' | 'children'> & {
    title: string;
    caption?: ComponentChildren;
    /** What will happen, in a sentence or a list. */
    consequence: ComponentChildren;
    submit: string;
    cancelHref: string;
    /** Fields asked for, such as a reason. */
    children?: ComponentChildren;
  },
): VNode {
  const { title, caption, consequence, children, ...form } = props;
  return (
    <>
      <Heading title={title} caption={caption} />
      <div class="ts-prose">{consequence}</div>
      <FormPage {...form}>{children}</FormPage>
    </>
  );
}
