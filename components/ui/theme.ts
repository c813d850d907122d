import "./theme.css";
import "./print.css";
import { createTheme } from "@mantine/core";
import { colours } from "./colours";

/** Gatebook's look. Holds data only, so that a server component may hand it to MantineProvider. */
export const theme = createTheme({
  primaryColor: "petrol",
  primaryShade: 7,
  colors: colours,
  black: "#1b2328",
  fontFamily:
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Ubuntu, Cantarell, 'Liberation Sans', Arial, sans-serif",
  fontFamilyMonospace:
    "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace",
  fontWeights: { regular: "400", medium: "550", bold: "650" },
  fontSizes: { xs: "0.78125rem", sm: "0.875rem", md: "0.9375rem", lg: "1.0625rem", xl: "1.25rem" },
  lineHeights: { xs: "1.4", sm: "1.45", md: "1.5", lg: "1.5", xl: "1.45" },
  headings: {
    fontWeight: "650",
    textWrap: "pretty",
    sizes: {
      h1: { fontSize: "1.5rem", lineHeight: "1.25" },
      h2: { fontSize: "1.125rem", lineHeight: "1.35" },
      h3: { fontSize: "1rem", lineHeight: "1.4" },
      h4: { fontSize: "0.9375rem", lineHeight: "1.4" },
      h5: { fontSize: "0.875rem", lineHeight: "1.4" },
      h6: { fontSize: "0.8125rem", lineHeight: "1.4" },
    },
  },
  radius: { xs: "0.1875rem", sm: "0.3125rem", md: "0.4375rem", lg: "0.625rem", xl: "1rem" },
  defaultRadius: "md",
  respectReducedMotion: true,
  cursorType: "pointer",
  components: {
    // In place, so that an open menu stays within its landmark, and without the extra tab stop.
    Menu: { defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false } },
    Anchor: { defaultProps: { underline: "hover" } },
    Paper: { defaultProps: { radius: "lg" } },
    Card: { defaultProps: { radius: "lg" } },
  },
});
