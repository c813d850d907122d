import createNextIntlPlugin from "next-intl/plugin";

const withMessages = createNextIntlPlugin({
  requestConfig: "./lib/i18n.ts",
  // Messages are compiled with the pages: a browser need not carry what reads them.
  experimental: {
    messages: { path: "./lib/messages", format: "json", locales: "infer", precompile: true },
  },
});

// What does not depend on the request; the rest is added by proxy.ts, which sees no static files.
const everywhere = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
  },
];

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // The other name of this machine, for npm run dev.
  allowedDevOrigins: ["127.0.0.1"],
  // The image optimizer has decoded hostile images into remote code before; we show none.
  images: { unoptimized: true },
  // Types are checked by npm run check; a build on somebody's machine need not repeat it.
  typescript: { ignoreBuildErrors: true },
  // They read files beside their own, which a bundle would not have.
  serverExternalPackages: ["pdfkit", "fontkit"],
  experimental: { serverActions: { bodySizeLimit: "1mb" } },
  headers: async () => [
    { source: "/:path*", headers: everywhere },
    {
      source: "/_next/static/:path*",
      headers: [
        { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" },
        { key: "Referrer-Policy", value: "same-origin" },
      ],
    },
  ],
};

export default withMessages(config);
