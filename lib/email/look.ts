import type { CSSProperties } from "react";

const FONT = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

const DARK_RULES = `
  .page, .page > table > tbody > tr > td, .sheet { background-color: #1a1b1e !important; }
  .sheet, .words { color: #e9ecef !important; }
  .quiet { color: #adb5bd !important; }
  .panel { background-color: #25262b !important; }
  .link { color: #74c0fc !important; }
  .line { border-top-color: #495057 !important; }
`;

/** Mail programs that know dark mode take these; the others show the light colours written inline. */
export const DARK = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {${DARK_RULES}}`;

/**
 * A mail as programs in this scheme show it, whatever the screen that looks at it prefers: for
 * previews.
 * @param html as rendered for sending
 */
export function inScheme(html: string, scheme: "light" | "dark"): string {
  const rules = scheme === "dark" ? DARK_RULES : "";
  return html.replace(DARK, `\n:root { color-scheme: ${scheme}; }${rules}`);
}

/** The light look, written into each element, since many mail programs drop style sheets. */
export const styles = {
  page: { backgroundColor: "#ffffff", fontFamily: FONT, margin: 0, padding: "24px 12px" },
  sheet: {
    backgroundColor: "#ffffff",
    color: "#1a1b1e",
    margin: "0 auto",
    maxWidth: 600,
    overflowWrap: "anywhere",
  },
  brand: { color: "#495057", fontSize: 14, margin: "0 0 16px" },
  heading: { color: "#1a1b1e", fontSize: 22, lineHeight: "30px", margin: "0 0 16px" },
  words: { color: "#1a1b1e", fontSize: 16, lineHeight: "24px", margin: "0 0 14px" },
  panel: {
    backgroundColor: "#f1f3f5",
    borderRadius: 6,
    margin: "8px 0 20px",
    padding: "12px 16px",
  },
  fact: { color: "#1a1b1e", fontSize: 15, lineHeight: "22px", margin: "2px 0" },
  section: { margin: "0 0 20px" },
  sectionHeading: { color: "#1a1b1e", fontSize: 17, lineHeight: "24px", margin: "8px 0" },
  item: { color: "#1a1b1e", fontSize: 15, lineHeight: "22px", margin: "0 0 10px" },
  itemLink: { color: "#1864ab", textDecoration: "underline" },
  button: {
    backgroundColor: "#1864ab",
    borderRadius: 6,
    color: "#ffffff",
    fontSize: 16,
    fontWeight: 600,
    padding: "12px 20px",
  },
  address: { color: "#495057", fontSize: 13, lineHeight: "20px", wordBreak: "break-all" },
  link: { color: "#1864ab" },
  line: { borderTop: "1px solid #ced4da", margin: "20px 0" },
  quiet: { color: "#495057", fontSize: 13, lineHeight: "20px", margin: "0 0 6px" },
} satisfies Record<string, CSSProperties>;
