// The import rules of this project, for dependency-cruiser. Each is proven by a planted violation in
// boundaries.test.ts. A new room in lib/ is a room of pure rules unless it is named in SIDE_ROOMS.

/** Rooms and files of lib/ that may do more than compute: touch the web, the database, the machine. */
const SIDE_ROOMS =
  "^lib/(services|jobs|email|pdf|sheets|launch)/|^lib/(db|env|log|session|action|route|auth|i18n)\\.ts$";
const SERVER_FILES =
  "^lib/(services|jobs|email|pdf|sheets|launch)/|^lib/(db|env|log|session|action|route|auth)\\.ts$";
const TESTS = "\\.test\\.tsx?$|/sample-[^/]+\\.ts$|/test-[^/]+\\.ts$|^lib/vitest\\.config\\.ts$";
const WEB_PACKAGES = "(^|node_modules/)(react|react-dom|next|next-auth|next-intl|@mantine)(/|$)";
const DATABASE = "^lib/db\\.ts$|^prisma/|(^|node_modules/)(pg|@prisma|graphile-worker)(/|$)";

const rules = [
  {
    name: "no-cycles",
    comment: "Two files that need each other are one thing, or a third is missing.",
    from: {},
    to: { circular: true },
  },
  {
    name: "nothing-imports-app",
    comment: "Routes are the end of every chain.",
    from: { pathNot: "^app/" },
    to: { path: "^app/" },
  },
  {
    name: "app-goes-through-services",
    comment: "Pages, handlers and components ask a service; only it knows database and mail.",
    from: { path: "^(app|components)/|^proxy\\.ts$" },
    to: { path: `${DATABASE}|^lib/(email|jobs|launch)/|node_modules/nodemailer/` },
  },
  {
    name: "components-see-services-as-types",
    comment: "Components get data and callbacks as props, so that any page can use them.",
    from: { path: "^components/" },
    to: { path: SERVER_FILES, dependencyTypesNot: ["type-only"] },
  },
  {
    name: "ui-knows-no-domain",
    comment: "components/ui could be used by any other project; days are as general as text.",
    from: { path: "^components/ui/" },
    to: { path: "^(app|components|lib)/", pathNot: "^components/ui/|^lib/dates/" },
  },
  {
    name: "links-fetch-nothing-ahead",
    comment: "Next's link asks for all pages in sight; components/ui/page-link.tsx does not.",
    from: { pathNot: "^components/(ui/page-link|shell/pending)\\.tsx$" },
    to: { path: "(^|node_modules/)next/link" },
  },
  {
    name: "pure-rooms-stay-pure",
    comment:
      "Rules compute from what they are given: no framework, database, file, clock or setting.",
    from: { path: "^lib/", pathNot: `${SIDE_ROOMS}|${TESTS}` },
    to: { path: `${SIDE_ROOMS}|^(app|components|prisma|e2e)/` },
  },
  {
    name: "pure-rooms-use-zod-alone",
    comment: "Of packages, rules use zod; lib/dates wraps Temporal for the others.",
    from: { path: "^lib/", pathNot: `${SIDE_ROOMS}|${TESTS}|^lib/dates/` },
    to: { dependencyTypesNot: ["local", "aliased"], pathNot: "node_modules/zod/" },
  },
  {
    name: "dates-use-temporal-alone",
    from: { path: "^lib/dates/", pathNot: TESTS },
    to: {
      dependencyTypesNot: ["local", "aliased"],
      pathNot: "node_modules/(zod|temporal-polyfill)/",
    },
  },
  {
    name: "services-know-no-web",
    // The adapter is written in the words of next-auth, which asks it for users and sessions.
    comment: "A service works the same for a page, a job, a command and a test.",
    from: { path: "^lib/(services|jobs)/", pathNot: `^lib/services/auth-adapter\\.ts$|${TESTS}` },
    to: { path: `^components/|^lib/(session|action|route|auth|i18n)\\.ts$|${WEB_PACKAGES}` },
  },
  {
    name: "only-services-touch-the-database",
    // The worker's process ends by closing its connections.
    comment: "The team, the actor and the history are kept in one place.",
    from: {
      pathNot: `^lib/(services|launch)/|^lib/(db|auth|jobs/worker)\\.ts$|^(prisma|e2e)/|${TESTS}`,
    },
    to: { path: DATABASE, pathNot: "node_modules/graphile-worker/" },
  },
  {
    name: "papers-come-from-services",
    comment: "What a paper says is decided by a service; drawing it is nobody else's business.",
    from: { pathNot: `^lib/(services|pdf)/|${TESTS}` },
    to: { path: "^lib/pdf/" },
  },
  {
    name: "archives-are-islands",
    comment: "An archive is one folder: it can be added and taken away by itself.",
    from: { path: "^lib/archives/([^/]+)/" },
    to: {
      path: "^(app|components|lib|prisma)/",
      pathNot: "^lib/archives/($1/|[^/]+$)|^lib/dates/|^lib/said/phrase\\.ts$",
    },
  },
  {
    name: "archives-do-not-know-the-registry",
    from: { path: "^lib/archives/[^/]+/", pathNot: TESTS },
    to: { path: "^lib/archives/index\\.ts$" },
  },
  {
    name: "archives-have-one-door",
    comment: "Everybody else asks the registry, so that a new archive needs no other change.",
    from: { pathNot: "^lib/archives/" },
    to: { path: "^lib/archives/[^/]+/" },
  },
  {
    name: "nothing-imports-tests",
    from: { pathNot: `${TESTS}|^e2e/` },
    to: { path: TESTS },
  },
  {
    name: "production-runs-without-dev-packages",
    comment: "`npm ci --omit=dev` must do for a server with its own PostgreSQL and mail.",
    from: { path: "^(app|components|lib)/|^proxy\\.ts$", pathNot: `^lib/launch/|${TESTS}` },
    to: { dependencyTypes: ["npm-dev"] },
  },
];

module.exports = {
  forbidden: rules.map((rule) => ({ severity: "error", ...rule })),
  options: {
    doNotFollow: { path: ["node_modules", "^prisma/client/"] },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["main", "types"],
    },
  },
};
