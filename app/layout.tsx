import "@mantine/core/styles.css";
import "@mantine/dates/styles.css";
import "@mantine/notifications/styles.css";
import { ColorSchemeScript, MantineProvider, mantineHtmlProps } from "@mantine/core";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { colours } from "@/components/ui/colours";
import { Messages } from "@/components/ui/messages";
import { theme } from "@/components/ui/theme";
import { FrameWords } from "@/components/words/words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("site");
  return {
    title: { default: t("name"), template: `%s · ${t("name")}` },
    description: t("description"),
    robots: { index: false },
  };
}

export const viewport: Viewport = {
  colorScheme: "light dark",
  // As the bar at the top of a phone's page.
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: colours.dark[7] },
  ],
};

/** The frame of every page. Reading the nonce makes each page render per request, as the nonce needs. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const language = await getLocale();
  const t = await getTranslations("forms");
  // A message's close button is a mere cross; this is its name for those who do not see it.
  const closeButtonProps = { "aria-label": t("close") };
  const components = { ...theme.components, Notification: { defaultProps: { closeButtonProps } } };
  return (
    <html lang={language} {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript defaultColorScheme="auto" nonce={nonce} suppressHydrationWarning />
      </head>
      <body>
        <FrameWords>
          <MantineProvider theme={{ ...theme, components }} defaultColorScheme="auto">
            <Messages />
            {children}
          </MantineProvider>
        </FrameWords>
      </body>
    </html>
  );
}
