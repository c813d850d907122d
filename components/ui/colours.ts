import type { MantineColorsTuple } from "@mantine/core";

// Each tuple keeps one hue and falls in even steps of lightness (OKLCH), so that shade 7 carries
// white text and shade 4 reads on the dark page with at least 4.5:1 in every colour.

const petrol: MantineColorsTuple = [
  "#f0fafb",
  "#dff3f5",
  "#c2e6ea",
  "#9fd4da",
  "#7abec6",
  "#52a4ad",
  "#29868f",
  "#076f78",
  "#015961",
  "#01454b",
];
const red: MantineColorsTuple = [
  "#fff5f4",
  "#fee9e6",
  "#ffd2cc",
  "#feb3ab",
  "#fe8b81",
  "#f05f57",
  "#d03736",
  "#b5161f",
  "#970011",
  "#75000b",
];
const green: MantineColorsTuple = [
  "#f0fbf2",
  "#dff5e4",
  "#c2eacb",
  "#a0d9ae",
  "#7bc58f",
  "#53ab6f",
  "#2a8d4f",
  "#01763a",
  "#005f2e",
  "#004921",
];
const yellow: MantineColorsTuple = [
  "#fef6ec",
  "#fdecd7",
  "#f7d9b4",
  "#ecc08c",
  "#dba661",
  "#c48731",
  "#a36900",
  "#865600",
  "#6d4500",
  "#543400",
];
const blue: MantineColorsTuple = [
  "#f3f8fe",
  "#e4f0ff",
  "#c9e0fe",
  "#a5ccfe",
  "#7ab4fe",
  "#5497eb",
  "#3077cd",
  "#1561b4",
  "#034d97",
  "#003a77",
];
const gray: MantineColorsTuple = [
  "#f7f9fa",
  "#eff2f4",
  "#e3e8eb",
  "#d3dade",
  "#b9c2c8",
  "#8e979c",
  "#5d676e",
  "#48525a",
  "#2f383e",
  "#1b2328",
];
const dark: MantineColorsTuple = [
  "#d8e1e6",
  "#bcc6ca",
  "#9ca5a9",
  "#7f888c",
  "#394145",
  "#2a3235",
  "#1f272a",
  "#141b1e",
  "#0d1417",
  "#060c0f",
];

/** The palette; amber stands under Mantine's name `yellow`, the brand's petrol also under `teal`. */
export const colours = {
  petrol,
  teal: petrol,
  red,
  green,
  yellow,
  orange: yellow,
  blue,
  gray,
  dark,
};
