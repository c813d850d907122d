/** The button that has the focus; for an entry of a menu, which goes with its menu, the menu's. */
export function focusedButton(): HTMLElement | null {
  const focused = document.activeElement;
  const menu = focused?.closest("[role=menu]");
  const button = menu
    ? document.getElementById(menu.getAttribute("aria-labelledby") ?? "")
    : focused;
  return button instanceof HTMLElement ? button : null;
}
