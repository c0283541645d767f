/** The page's header: menus are put inside it, so that assistive technology finds them in a landmark. */
export function landmark(): HTMLElement | null {
  return document.querySelector('header');
}
